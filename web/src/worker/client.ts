/* The page's side of the engine worker: one run at a time, always stoppable.
   A worker that does not answer "cancel" within half a second is ended and another one started from the compiled
   module, so the engine is fetched and compiled once however often that happens. */

import type { Columns, EngineError, FromWorker, Header, Out, Request, ToWorker } from "./protocol";

export type Outcome =
  | { type: "done"; header: Header; columns: Columns; cancelled: boolean; problem: EngineError | null }
  | { type: "error"; error: EngineError }
  /** The worker had to be ended: there is no recording. */
  | { type: "killed" };

export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((e: { data: FromWorker }) => void) | null;
  onerror: ((e: { message?: string; preventDefault?(): void }) => void) | null;
}

export type LoadStage = "worker" | "script" | "fetch" | "compile" | "start" | "crash";

export class LoadError extends Error {
  constructor(public stage: LoadStage, message: string) {
    super(message);
  }
}

/** A newer question took this one's place. */
export class Superseded extends Error {}

/** How long a stopped run may take to hand over what it recorded. */
const HAND_OVER_MS = 10_000;
const NO_SCRIPT = "the worker's script did not load";

interface Pending {
  progress?: ((events: number, time: number, out: Out[]) => void) | undefined;
  stopping?: () => void;
  resolve(o: Outcome | { type: "inspected"; state: unknown }): void;
  reject(e: unknown): void;
}

export interface ClientOptions {
  wasmExec: string;
  /** Fetches and compiles the engine, once: a restarted worker gets the same module. */
  compile: () => Promise<WebAssembly.Module>;
  /** Makes a worker; asynchronous because a page without an origin has to fetch the script first. */
  spawn: () => WorkerLike | Promise<WorkerLike>;
  cancelMs?: number;
}

export class Client {
  version = "";
  private worker: WorkerLike | null = null;
  private loading: Promise<WorkerLike> | null = null;
  private module: Promise<WebAssembly.Module> | null = null;
  private pending = new Map<number, Pending>();
  private nextId = 1;
  private running = 0;
  private looking = 0;
  /** Ends a start that is under way: a worker that was ended says nothing any more. */
  private abandon: ((e: Superseded) => void) | null = null;

  constructor(private options: ClientOptions) {}

  /** Loads the engine if it is not loaded. Rejects with a LoadError; the next call tries again. */
  load(): Promise<WorkerLike> {
    return (this.loading ??= this.start().catch((e: unknown) => {
      this.loading = null;
      throw e;
    }));
  }

  private async start(): Promise<WorkerLike> {
    // Both at once: while the engine arrives, the worker's script does.
    const compiling = (this.module ??= this.options.compile().catch((e: unknown) => {
      this.module = null;
      throw e;
    }));
    let early = ""; // the script may fail to load while the engine is still arriving
    const spawning = Promise.resolve().then(this.options.spawn).then(
      (w) => {
        w.onerror = (e) => { e.preventDefault?.(); early = e.message || NO_SCRIPT; };
        return w;
      },
      (e: unknown) => { throw new LoadError("worker", e instanceof Error ? e.message : String(e)); },
    );
    const [module, worker] = await Promise.all([compiling, spawning]).catch((e: unknown) => {
      spawning.then((w) => w.terminate(), () => undefined);
      throw e;
    });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      this.abandon = reject;
      const fail = (stage: LoadStage, message: string) => {
        this.abandon = null;
        const error = new LoadError(stage, message);
        if (this.worker === worker) this.drop();
        else worker.terminate();
        reject(error);
        this.failAll(error);
      };
      worker.onerror = (e) => { e.preventDefault?.(); fail("worker", e.message || NO_SCRIPT); };
      worker.onmessage = ({ data }) => {
        if (data.type === "ready") {
          this.version = data.version;
          this.abandon = null;
          resolve(worker);
        } else if (data.type === "fatal") fail(data.stage, data.message);
        else this.receive(data);
      };
      if (early) fail("worker", early);
      else worker.postMessage({ type: "init", wasmExec: this.options.wasmExec, module });
    });
  }

  private receive(data: Exclude<FromWorker, { type: "ready" | "fatal" }>): void {
    const p = this.pending.get(data.id);
    if (!p) return; // the answer to something given up
    if (data.type === "progress") {
      p.progress?.(data.events, data.time, data.out);
      return;
    }
    if (data.type === "stopping") {
      p.stopping?.();
      return;
    }
    this.pending.delete(data.id);
    if (this.running === data.id) this.running = 0;
    p.resolve(data);
  }

  private failAll(e: unknown): void {
    const all = [...this.pending.values()];
    this.pending.clear();
    this.running = this.looking = 0;
    for (const p of all) p.reject(e);
  }

  private drop(): void {
    this.abandon?.(new Superseded());
    this.abandon = null;
    this.worker?.terminate();
    this.worker = null;
    this.loading = null;
  }

  /** Runs a program. A run in progress is cancelled first. */
  async run(request: Request, progress?: (events: number, time: number, out: Out[]) => void): Promise<Outcome> {
    if (this.running) await this.cancel();
    const worker = await this.load();
    const id = this.nextId++;
    this.running = id;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { progress, resolve: (o) => resolve(o as Outcome), reject });
      worker.postMessage({ id, type: "run", request });
    });
  }

  /** Ends the present run, whatever it does. Resolves when it has ended; the run's own promise settles before. */
  async cancel(): Promise<void> {
    const id = this.running, p = this.pending.get(id), worker = this.worker;
    if (!id || !p || !worker) return;
    await new Promise<void>((settled) => {
      const kill = (): void => {
        if (this.pending.delete(id)) {
          this.running = 0;
          this.drop();
          p.resolve({ type: "killed" });
          this.failAll(new LoadError("crash", "the engine was restarted"));
          this.load().catch(() => undefined); // ready again before the next run is asked for; that run tells of failures
        }
        settled();
      };
      let timer = setTimeout(kill, this.options.cancelMs ?? 500);
      this.pending.set(id, {
        ...p,
        stopping: () => { clearTimeout(timer); timer = setTimeout(kill, HAND_OVER_MS); },
        resolve: (o) => { clearTimeout(timer); p.resolve(o); settled(); },
        reject: (e) => { clearTimeout(timer); p.reject(e); settled(); },
      });
      worker.postMessage({ id, type: "cancel" });
    });
  }

  /** Frames and locals at an event: the run is repeated up to there. A look that has become old is given up, with its
      worker: it may take as long as the run did. */
  async inspect(request: Request, event: number): Promise<unknown> {
    if (this.looking) {
      this.drop();
      this.failAll(new Superseded());
    }
    const id = (this.looking = this.nextId++);
    const worker = await this.load();
    if (this.looking !== id) throw new Superseded();
    return new Promise((resolve, reject) => {
      this.pending.set(id, {
        resolve: (o) => {
          if (this.looking === id) this.looking = 0;
          if (o.type === "inspected") resolve(o.state);
          else reject(new Error(o.type === "error" ? o.error.message : o.type));
        },
        reject,
      });
      worker.postMessage({ id, type: "inspect", request, event });
    });
  }

  dispose(): void {
    this.drop();
    this.failAll(new LoadError("crash", "closed"));
  }
}

/** Fetches and compiles the engine in the page: there the page's preload of it counts, which a worker cannot see. */
export async function compileEngine(url: string, again = false): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    // A second attempt asks the host itself: what failed may lie in a cache.
    response = await fetch(url, again ? { cache: "reload" } : {});
  } catch (e) {
    throw new LoadError("fetch", e instanceof Error ? e.message : String(e));
  }
  if (!response.ok) throw new LoadError("fetch", `${response.status} ${response.statusText} (${url})`);
  try {
    // Hosts that do not know .wasm send another type; then it is compiled from its bytes.
    if (/^application\/wasm\b/.test(response.headers.get("content-type") ?? "")) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (e) {
    throw new LoadError("compile", e instanceof Error ? e.message : String(e));
  }
}

/** Makes the worker of a page. A page in a sandboxed frame has no origin and may not name a script of the site as its
    worker; there the script is fetched and given as a blob. */
export async function spawnWorker(url: string): Promise<WorkerLike> {
  const opaque = location.origin === "null" || location.protocol === "file:";
  if (!opaque) {
    try {
      return new Worker(url) as unknown as WorkerLike;
    } catch {
      // another origin than the page's: fall through
    }
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText} (${url})`);
  const blob = URL.createObjectURL(new Blob([await response.text()], { type: "text/javascript" }));
  return new Worker(blob) as unknown as WorkerLike;
}
