// Reads the text form of a recording (engine/trace/text.go), so that golden recordings of the engine can be
// looked at and tested here.

import { Entity, KIND_NAMES } from "../src/recording/format";
import type { Recording } from "../src/recording";
import { TraceBuilder } from "./synthetic";

const ENTITY_KINDS = new Map(Object.entries(Entity).map(([name, n]) => [name.toLowerCase(), n]));

export function parseText(text: string): Recording {
  const b = new TraceBuilder();
  let cores = 1;
  let end = 0;
  for (const line of text.split("\n")) {
    const entity = /^entity \d+ (\w+) ("(?:[^"\\]|\\.)*") in (\d+)/.exec(line);
    if (entity) {
      b.entity(ENTITY_KINDS.get(entity[1]!) ?? 0, JSON.parse(entity[2]!) as string, Number(entity[3]));
      continue;
    }
    const head = /^(cores|end) (\d+)$/.exec(line);
    if (head?.[1] === "cores") cores = Number(head[2]);
    if (head?.[1] === "end") end = Number(head[2]);
    const event = /^(\d+) (\w+) (\d+)(?: obj (\d+))?(?: arg (\d+|"(?:[^"\\]|\\.)*"))?(?: at (?:(\d+):)?(\d+))?/.exec(line);
    if (!event) continue;
    b.now = Number(event[1]);
    const arg = event[5] ?? "0";
    b.event(KIND_NAMES.indexOf(event[2]!), Number(event[3]), Number(event[4] ?? 0), arg.startsWith('"') ? (JSON.parse(arg) as string) : Number(arg), Number(event[7] ?? 0));
  }
  return b.build({ cores, end: Math.max(end, b.now) });
}
