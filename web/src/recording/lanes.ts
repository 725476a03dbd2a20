// Who has a lane, and of which hue.
//
// Hue is who, the same everywhere, so it is decided here and not in the timeline. Hues go to everything of a kind
// that has lanes, in order of creation, whether its lane is shown or not; so they are stable between runs of one
// program, and the pictures that the build draws (engine/trace) give the same ones.
// May import: format; the recording only as a type.

import { Entity } from "./format";
import type { Recording } from "./recording";

export const HUES = 12;

const LANES = new Set<number>([Entity.THREAD, Entity.WORKER, Entity.TASK, Entity.GREENLET, Entity.GENERATOR]);

export const isLaneKind = (kind: number): boolean => LANES.has(kind);

const isThread = (kind: number): boolean => kind === Entity.THREAD || kind === Entity.WORKER;

export interface LaneTable {
  /** 0 to 11, -1 for those that never have a lane. */
  readonly hue: Int8Array;
  readonly shown: Uint8Array;
}

export function assignLanes(rec: Recording): LaneTable {
  const n = rec.nEntities;
  const hue = new Int8Array(n).fill(-1);
  const shown = new Uint8Array(n);
  const { ekind, eparent } = rec.columns;

  // What runs inside of each thread, and how many threads a process has.
  const loops = new Uint8Array(n);
  const lanesInside = new Uint8Array(n);
  const threadsOf = new Map<number, number>();
  let next = 0;
  for (let e = 1; e < n; e++) {
    const kind = ekind[e]!;
    const parent = Math.min(eparent[e]!, n - 1);
    if (kind === Entity.LOOP) loops[parent] = 1;
    else if (kind === Entity.HUB || (isLaneKind(kind) && !isThread(kind))) lanesInside[parent] = 1;
    if (!isLaneKind(kind)) continue;
    hue[e] = next++ % HUES;
    shown[e] = 1;
    if (isThread(kind)) {
      const process = rec.ancestor(parent, Entity.PROCESS);
      threadsOf.set(process, (threadsOf.get(process) ?? 0) + 1);
    }
  }
  // A lone thread that does nothing but turn a loop is the loop: the loop's own row shows the same strip.
  for (let e = 1; e < n; e++) {
    if (!isThread(ekind[e]!) || !loops[e] || lanesInside[e]) continue;
    if (threadsOf.get(rec.ancestor(e, Entity.PROCESS)) === 1) shown[e] = 0;
  }
  return { hue, shown };
}
