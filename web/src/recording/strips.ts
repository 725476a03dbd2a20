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
  const n = rec.nEntities;
  const strips = new Map<number, Strip>();
  // Whose strips an entity's runs belong to, beside the core's: its group's, and for a thread the GIL's.
  const gilOf = new Uint32Array(n);
  const gils = new Map<number, number>();
  for (let e = 1; e < n; e++) if (ekind[e] === Entity.GIL) gils.set(eparent[e]!, e);
  for (let e = 1; e < n; e++) {
    if (ekind[e] === Entity.THREAD || ekind[e] === Entity.WORKER) gilOf[e] = gils.get(rec.ancestor(e, Entity.PROCESS)) ?? 0;
  }
  // The open pieces of each entity: index in the strip, or -1.
  const groupPiece = new Int32Array(n).fill(-1);
  const gilPiece = new Int32Array(n).fill(-1);
  const corePiece = new Int32Array(n).fill(-1);
  const coreOf = new Uint32Array(n);
  const close = (key: number, pieces: Int32Array, e: number, event: number): void => {
    if (pieces[e]! < 0) return;
    strips.get(key)!.end[pieces[e]!] = event;
    pieces[e] = -1;
  };
  const open = (key: number, pieces: Int32Array, e: number, event: number): void => {
    if (key === 0) return;
    let strip = strips.get(key);
    if (!strip) strips.set(key, (strip = newStrip()));
    pieces[e] = strip.start.length;
    strip.start.push(event);
    strip.end.push(rec.nEvents);
    strip.who.push(e);
  };
  for (let i = 0; i < rec.nEvents; i++) {
    const k = kind[i]!;
    const e = who[i]!;
    if (!isState(k)) continue;
    close(eparent[e]!, groupPiece, e, i);
    close(gilOf[e]!, gilPiece, e, i);
    close(coreOf[e]!, corePiece, e, i);
    if (k !== Kind.RUN) continue;
    if (rec.hasLane(e)) open(eparent[e]!, groupPiece, e, i);
    open(gilOf[e]!, gilPiece, e, i);
    if (ekind[obj[i]!] === Entity.CORE) {
      coreOf[e] = obj[i]!;
      open(coreOf[e]!, corePiece, e, i);
    }
  }
  return strips;
}
