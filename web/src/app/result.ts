/* A run and what came of it. */

import type { Machine } from "../share/state";
import { MAIN, type SourceFile } from "./files";
import type { Recording } from "../recording";
import type { EngineError, Header, Request } from "../worker/protocol";

export interface RunResult {
  /** The program ran to its end and no error of the machine ended it; an uncaught exception is such an end. */
  ok: boolean;
  stopped: boolean;
  recording: Recording | null;
  header: Header | null;
  digest: string;
  exit: number | null;
  stdout: string;
  stderr: string;
  error: EngineError | null;
  request: Request;
  machine: Machine;
}

/** The page's own bounds where they are tighter than the engine's: what a browser draws without stutter. */
export const LIMITS: Record<string, number> = { events: 1_000_000, outputBytes: 1_000_000 };

/** `files` are those beside the program itself. */
export function makeRequest(source: string, files: readonly SourceFile[], seed: number, machine: Machine): Request {
  const { gil, ...rest } = machine;
  return { files: [{ name: MAIN, text: source }, ...files], params: {}, seed, machine: { ...rest, freeThreaded: !gil }, limits: LIMITS, argv: [], stdin: "" };
}
