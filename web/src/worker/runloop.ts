/* The worker's side of one run, apart from how the engine got here: start, step, step, …, recording.
   The engine is handed in, so tests drive the loop with an engine of their own. */

import { COLUMNS, type Columns, type Engine, type EngineError, type FromWorker, type Header, type Out, type Request } from "./protocol";

type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** How long one step may keep the worker from hearing "cancel", in milliseconds. */
const STEP_MS = 24;
/** At most this often the page hears of progress. */
const PROGRESS_MS = 60;

export class RunLoop {
  private cancelled = new Set<number>();
  private current = 0;

  constructor(private engine: Engine, private post: Post, private now: () => number, private pause: () => Promise<void>) {}

  cancel(id: number): void {
    this.cancelled.add(id);
  }

  async run(id: number, request: Request): Promise<void> {
    this.current = id;
    const started = parse(this.engine.start(JSON.stringify(request)));
    if (!started["ok"]) {
      this.post({ id, type: "error", error: (started["error"] ?? { kind: "internal", message: "the engine did not start the run" }) as never });
      return;
    }
    const problem = (started["error"] as EngineError | undefined) ?? null;
    let told = this.now(), out: Out[] = [], size = 0, n = 8;
    for (;;) {
      if (this.cancelled.delete(id)) {
        this.post({ id, type: "stopping" });
        return this.finish(id, true, problem, out);
      }
      if (this.current !== id) return; // another run took the engine
      const before = this.now();
      const s = parse(this.engine.step(n)) as { done?: boolean; events?: number; time?: number; out?: Out[] | null; error?: unknown };
      // A step of the scheduler may be a switch or a time slice of computing: n follows what the last ones took.
      const took = this.now() - before;
      n = Math.min(Math.max(Math.round(n * Math.min(Math.max(STEP_MS / Math.max(took, 0.5), 0.25), 4)), 1), 1 << 20);
      for (const o of s.out ?? []) { out.push(o); size += o[1].length; }
      if (s.done) return this.finish(id, false, problem, out, s);
      if (this.now() - told > PROGRESS_MS || size > 1 << 20) {
        this.post({ id, type: "progress", events: s.events ?? 0, time: s.time ?? 0, out });
        told = this.now(); out = []; size = 0;
      }
      await this.pause();
    }
  }

  inspect(id: number, request: Request, event: number): void {
    const state = parse(this.engine.inspect(JSON.stringify(request), event));
    if (state["error"]) this.post({ id, type: "error", error: state["error"] as never });
    else this.post({ id, type: "inspected", state });
  }

  private finish(id: number, cancelled: boolean, problem: EngineError | null, out: Out[], s?: { events?: number; time?: number }): void {
    if (cancelled) this.engine.cancel?.();
    const r = this.engine.recording();
    const header = parse(r.header) as Header;
    if (out.length) this.post({ id, type: "progress", events: s?.events ?? header.nEvents, time: s?.time ?? header.end, out });
    const columns = {} as Columns, transfer: ArrayBuffer[] = [];
    for (const name of COLUMNS) {
      // A copy of its own buffer each: the view may look into the engine's memory, which must not be transferred.
      const buffer = r[name].slice().buffer as ArrayBuffer;
      columns[name] = buffer;
      transfer.push(buffer);
    }
    this.post({ id, type: "done", header, columns, cancelled, problem }, transfer);
  }
}

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}
