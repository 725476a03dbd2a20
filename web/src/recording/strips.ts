// Strips: who had something that only one can have at a time, piece by piece: the hands of an event loop,
// a core, the GIL. All strips of a recording are found in one scan.
// May import: format; the recording only as a type.

import { Entity, isState, Kind } from "./format";
import type { Recording } from "./recording";

/** Pieces in order: who[i] has it from event start[i] to event end[i]. */
export interface Strip {
  readonly start: number[];
  readonly end: number[];
  readonly who: number[];
}

const newStrip = (): Strip => ({ start: [], end: [], who: [] });

/** Strips by the entity that is had: a loop, hub, pool, process, core or GIL. */
export function buildStrips(rec: Recording): Map<number, Strip> {
  const { kind, who, obj, eparent, ekind } = rec.columns;
  const strips = new Map<number, Strip>();
  const get = (key: number): Strip => {
    let strip = strips.get(key);
    if (!strip) strips.set(key, (strip = newStrip()));
    return strip;
  };
  // The open piece of an entity in its group's strip, and on its core; the open piece of each lock.
  const inGroup = new Int32Array(rec.nEntities).fill(-1);
  const onCore = new Int32Array(rec.nEntities).fill(-1);
  const coreOf = new Uint32Array(rec.nEntities);
  const held = new Map<number, number>();
  const open = (key: number, event: number, entity: number): number => {
    const strip = get(key);
    strip.start.push(event);
    strip.end.push(rec.nEvents);
    strip.who.push(entity);
    return strip.start.length - 1;
  };
  for (let i = 0; i < rec.nEvents; i++) {
    const k = kind[i]!;
    const e = who[i]!;
    if (isState(k)) {
      if (inGroup[e]! >= 0) {
        get(eparent[e]!).end[inGroup[e]!] = i;
        inGroup[e] = -1;
      }
      if (onCore[e]! >= 0) {
        get(coreOf[e]!).end[onCore[e]!] = i;
        onCore[e] = -1;
      }
      if (k === Kind.RUN && rec.hasLane(e)) {
        if (eparent[e] !== 0) inGroup[e] = open(eparent[e]!, i, e);
      }
      if (k === Kind.RUN && ekind[obj[i]!] === Entity.CORE) {
        coreOf[e] = obj[i]!;
        onCore[e] = open(obj[i]!, i, e);
      }
    } else if ((k === Kind.ACQUIRE || k === Kind.RELEASE) && ekind[obj[i]!] === Entity.GIL) {
      const gil = obj[i]!;
      const piece = held.get(gil);
      if (piece !== undefined) {
        get(gil).end[piece] = i;
        held.delete(gil);
      }
      if (k === Kind.ACQUIRE) held.set(gil, open(gil, i, e));
    }
  }
  return strips;
}
