/* The messages between a page and its engine worker, and the whole round trip of one run:

     page                                worker
     {type:"init", wasmExec, module} ->  loads wasm_exec.js and starts the engine, which the page has compiled
                                    <-   {type:"ready", version} | {type:"fatal", stage, message}
     {id, type:"run", request}      ->   loopscope.start(request)
                                    <-   {id, type:"error", error}            the request makes no sense
                                         otherwise loopscope.step(n) again and again, a macrotask between two steps;
                                         n is such that a step takes about STEP_MS
                                    <-   {id, type:"progress", events, time, out}
     {id, type:"cancel"}            ->   seen between two steps
                                    <-   {id, type:"stopping"}                at once; a long recording takes time to hand over
                                    <-   {id, type:"done", header, columns, cancelled, problem}
   A program that does not parse runs as well: it prints its error as CPython does. `problem` says where it is.
     {id, type:"inspect", request, event} -> {id, type:"inspected", state} | {id, type:"error", error}

   The client (client.ts) gives "stopping" half a second; then it ends the worker and starts another. */

export interface Request {
  files: { name: string; text: string }[];
  params: Record<string, unknown>;
  seed: number;
  machine: { cores: number; freeThreaded: boolean; switchIntervalNs: number; instructionNs: number; preempt: string };
  limits: Record<string, number>;
  argv: string[];
  stdin: string;
}

export interface EngineError {
  kind: string;
  message: string;
  line?: number;
  col?: number;
  endLine?: number;
  endCol?: number;
  text?: string;
}

/** One piece of console output: stream (1 stdout, 2 stderr), text, virtual time, speaker. */
export type Out = [stream: number | string, text: string, ns: number, who: number];

export interface Columns {
  time: ArrayBuffer; kind: ArrayBuffer; who: ArrayBuffer; obj: ArrayBuffer; arg: ArrayBuffer; loc: ArrayBuffer;
  ekind: ArrayBuffer; ename: ArrayBuffer; eparent: ArrayBuffer; eborn: ArrayBuffer;
}
export const COLUMNS = ["time", "kind", "who", "obj", "arg", "loc", "ekind", "ename", "eparent", "eborn"] as const;

export interface Header {
  version: number;
  engine: string;
  digest: string;
  end: number;
  exit: number;
  seed: number;
  error: { kind: string; message: string; line?: number } | null;
  truncated: boolean;
  nEvents: number;
  nEntities: number;
  [key: string]: unknown;
}

export type ToWorker =
  | { type: "init"; wasmExec: string; module: WebAssembly.Module }
  | { id: number; type: "run"; request: Request }
  | { id: number; type: "cancel" }
  | { id: number; type: "inspect"; request: Request; event: number };

export type FromWorker =
  | { type: "ready"; version: string }
  | { type: "fatal"; stage: "script" | "start" | "crash"; message: string }
  | { id: number; type: "progress"; events: number; time: number; out: Out[] }
  | { id: number; type: "stopping" }
  | { id: number; type: "done"; header: Header; columns: Columns; cancelled: boolean; problem: EngineError | null }
  | { id: number; type: "error"; error: EngineError }
  | { id: number; type: "inspected"; state: unknown };

/** What engine.wasm puts into the worker's global scope. */
export interface Engine {
  start(request: string): string;
  step(n: number): string;
  cancel?(): void;
  recording(): { header: string } & Record<(typeof COLUMNS)[number], Uint8Array>;
  inspect(request: string, event: number): string;
  version(): string;
}
