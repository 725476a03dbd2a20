// Who has a lane, and of which hue.
//
// Hue is who, the same everywhere, so it is decided here and not in the timeline. Hues go to whoever can have a
// lane, in order of creation, shown or collapsed; so they are stable between runs of one program. The pictures that
// the build draws give the same ones (Hues in engine/trace/index.go).
// May import: format; the recording only as a type.

import { Entity, Kind } from "./format";
import type { Recording } from "./recording";

export const HUES = 12;

const LANES = new Set<number>([
  Entity.THREAD, Entity.WORKER, Entity.TASK, Entity.GREENLET, Entity.GENERATOR, Entity.COROUTINE, Entity.ASYNCGEN,
]);

export const isLaneKind = (kind: number): boolean => LANES.has(kind);

const isThread = (kind: number): boolean => kind === Entity.THREAD || kind === Entity.WORKER;

/** Hue of every entity, -1 for those without a lane. */
export function assignHues(rec: Recording): Int8Array {
  const n = rec.nEntities;
  const hues = new Int8Array(n).fill(-1);
  const { ekind, eparent } = rec.columns;

  // What runs inside of each thread, and how many threads a process has.
  const loops = new Uint8Array(n);
  const lanesInside = new Uint8Array(n);
  const threadsOf = new Map<number, number>();
  for (let e = 1; e < n; e++) {
    const kind = ekind[e]!;
    const parent = eparent[e]!;
    if (parent >= n) continue;
    if (kind === Entity.LOOP) loops[parent] = 1;
    else if (isLaneKind(kind) && !isThread(kind)) lanesInside[parent] = 1;
    if (isThread(kind)) {
      const process = rec.ancestor(parent, Entity.PROCESS);
      threadsOf.set(process, (threadsOf.get(process) ?? 0) + 1);
    }
  }

  let next = 0;
  for (let e = 1; e < n; e++) {
    const kind = ekind[e]!;
    if (!isLaneKind(kind)) continue;
    // A lone thread that does nothing but turn a loop is the loop: the loop's own row shows the same strip.
    if (isThread(kind) && loops[e] && !lanesInside[e] && threadsOf.get(rec.ancestor(eparent[e]!, Entity.PROCESS)) === 1) continue;
    // A coroutine that is awaited runs as part of its task; one that is driven by hand has runs of its own.
    if (kind === Entity.COROUTINE && !everRan(rec, e)) continue;
    hues[e] = next++ % HUES;
  }
  return hues;
}

function everRan(rec: Recording, entity: number): boolean {
  for (let p = rec.spans.lo(entity); p < rec.spans.hi(entity); p++) {
    if (rec.columns.kind[rec.spans.items[p]!] === Kind.RUN) return true;
  }
  return false;
}
