// Who has a lane, and of which hue.
//
// Hue is who, the same everywhere, so it is decided here and not in the timeline. Hues go to entities with a
// lane in order of creation; the order is the recording's, so they are stable between runs of one program.
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
export function assignHues(rec: Recording): Int16Array {
  const n = rec.nEntities;
  const hues = new Int16Array(n).fill(-1);
  const { ekind, eparent, kind } = rec.columns;

  // What runs inside of each thread, and how many threads a process has.
  const hosts = new Uint8Array(n);
  const lanesInside = new Uint32Array(n);
  const threadsOf = new Uint32Array(n);
  for (let e = 1; e < n; e++) {
    const parent = eparent[e]!;
    if (parent >= n) continue;
    // A hub does not count: beside it the thread's lane is its main greenlet, which does things of its own.
    if (ekind[e] === Entity.LOOP) hosts[parent] = 1;
    else if (isLaneKind(ekind[e]!) && !isThread(ekind[e]!)) lanesInside[parent] = lanesInside[parent]! + 1;
    if (isThread(ekind[e]!)) {
      const process = rec.ancestor(parent, Entity.PROCESS);
      threadsOf[process] = threadsOf[process]! + 1;
    }
  }

  const chosen: number[] = [];
  for (let e = 1; e < n; e++) {
    if (!isLaneKind(ekind[e]!)) continue;
    if (isThread(ekind[e]!)) {
      // A lone thread that does nothing but turn a loop is the loop: its group row shows the same strip.
      const process = rec.ancestor(eparent[e]!, Entity.PROCESS);
      if (hosts[e] && lanesInside[e] === 0 && threadsOf[process] === 1) continue;
    } else if (ekind[e] === Entity.COROUTINE) {
      // A coroutine that is awaited runs as part of its task; one that is driven by hand has runs of its own.
      if (!everRan(rec, e, kind)) continue;
    }
    chosen.push(e);
  }
  chosen.sort((a, b) => rec.born(a) - rec.born(b) || a - b);
  chosen.forEach((e, i) => {
    hues[e] = i % HUES;
  });
  return hues;
}

function everRan(rec: Recording, entity: number, kind: Uint8Array): boolean {
  for (let p = rec.spans.lo(entity); p < rec.spans.hi(entity); p++) {
    if (kind[rec.spans.items[p]!] === Kind.RUN) return true;
  }
  return false;
}
