/* A run and what came of it. */

import type { Machine } from "../share/state";
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
}

/** Far above what a lesson needs, and small enough that a page stays quick. */
export const LIMITS: Record<string, number> = {
  instructions: 400_000_000, events: 1_000_000, virtualNs: 3_600_000_000_000, outputBytes: 1_000_000, memoryBytes: 512 << 20, recursion: 1000,
};

export function makeRequest(name: string, source: string, seed: number, machine: Machine): Request {
  return { files: [{ name: "main.py", text: source }], params: {}, seed, machine: { ...machine }, limits: LIMITS, argv: [name], stdin: "" };
}
