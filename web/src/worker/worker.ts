/* The entry point of the Web Worker that runs the engine: loads Go's wasm_exec.js, starts the compiled engine, then
   speaks the protocol of protocol.ts. What fails while loading is told to the page with the stage it failed at. */

import type { Engine, FromWorker, ToWorker } from "./protocol";
import { RunLoop } from "./runloop";

interface Scope {
  onmessage: ((e: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  importScripts(...urls: string[]): void;
  Go?: new () => { importObject: WebAssembly.Imports; run(instance: WebAssembly.Instance): Promise<void> };
  loopscope?: Engine;
  /** Called by the engine when it has set `loopscope`. */
  loopscopeReady?: () => void;
}
const scope = self as unknown as Scope;
const post = (message: FromWorker, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);

let loop: RunLoop | null = null;

class Failure extends Error {
  constructor(public stage: "script" | "start", cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

async function load(m: Extract<ToWorker, { type: "init" }>): Promise<void> {
  try {
    scope.importScripts(m.wasmExec);
  } catch (e) {
    throw new Failure("script", e);
  }
  if (!scope.Go) throw new Failure("script", "wasm_exec.js defines no Go");
  const go = new scope.Go();
  try {
    const ready = new Promise<void>((resolve) => { scope.loopscopeReady = resolve; });
    const instance = await WebAssembly.instantiate(m.module, go.importObject);
    // run() resolves only when the Go program ends, and ours does not end unless it crashes.
    go.run(instance).then(
      () => post({ type: "fatal", stage: "crash", message: "the engine's program ended" }),
      (e: unknown) => post({ type: "fatal", stage: "crash", message: String(e) }),
    );
    await Promise.race([ready, new Promise((r) => setTimeout(r, 5000))]);
    const engine = scope.loopscope;
    if (!engine) throw new Error("the engine did not announce itself");
    loop = new RunLoop(engine, post, () => performance.now(), macrotask);
    post({ type: "ready", version: engine.version() });
  } catch (e) {
    throw new Failure("start", e);
  }
}

// A macrotask without setTimeout's four milliseconds: messages from the page are handled in between.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => { const r = resume; resume = null; r?.(); };
const macrotask = (): Promise<void> => new Promise((r) => { resume = r; channel.port2.postMessage(0); });

scope.onmessage = (e) => {
  const m = e.data;
  if (m.type === "init") {
    load(m).catch((f: unknown) => post({ type: "fatal", stage: f instanceof Failure ? f.stage : "start", message: f instanceof Error ? f.message : String(f) }));
  } else if (m.type === "cancel") {
    loop?.cancel(m.id);
  } else if (m.type === "run") {
    loop?.run(m.id, m.request).catch((err: unknown) => post({ type: "fatal", stage: "crash", message: String(err) }));
  } else {
    try {
      loop?.inspect(m.id, m.request, m.event);
    } catch (err) {
      post({ type: "fatal", stage: "crash", message: String(err) });
    }
  }
};
