// The console: what the program wrote, line by line, with the moment and the speaker of each.
// May import: format; the recording only as a type.

import { Kind } from "./format";
import type { Recording } from "./recording";

export interface ConsoleLine {
  readonly event: number;
  readonly time: number;
  readonly entity: number;
  readonly stream: "out" | "err";
  /** Without the line break. */
  readonly text: string;
}

/** Pieces written to one stream join until a line break ends them; the line is its first writer's. */
export function buildConsole(rec: Recording): ConsoleLine[] {
  const { kind, who, arg, time } = rec.columns;
  const lines: ConsoleLine[] = [];
  const open: Record<"out" | "err", ConsoleLine | null> = { out: null, err: null };
  for (let i = 0; i < rec.nEvents; i++) {
    if (kind[i] !== Kind.OUT && kind[i] !== Kind.ERR) continue;
    const stream = kind[i] === Kind.OUT ? "out" : "err";
    const pieces = rec.text(arg[i]!).split("\n");
    pieces.forEach((piece, k) => {
      const last = k === pieces.length - 1;
      const before = open[stream];
      if (last && piece === "" && !before) return;
      const line: ConsoleLine = before
        ? { ...before, text: before.text + piece }
        : { event: i, time: time[i]!, entity: who[i]!, stream, text: piece };
      if (last) open[stream] = line;
      else {
        lines.push(line);
        open[stream] = null;
      }
    });
  }
  for (const stream of ["out", "err"] as const) {
    const rest = open[stream];
    if (rest && rest.text !== "") lines.push(rest);
  }
  return lines.sort((a, b) => a.event - b.event);
}
