// Edges: who began, woke, resumed or cancelled whom, and when.
// May import: format; the recording only as a type.

import { Entity, Kind } from "./format";
import type { Recording } from "./recording";

export const EdgeKind = { SPAWN: 1, SWITCH: 2, WAKE: 3, CANCEL: 4 } as const;

/** Columns, in order of events. */
export interface Edges {
  readonly length: number;
  readonly event: Uint32Array;
  readonly kind: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function buildEdges(rec: Recording): Edges {
  const { kind, who, obj, time } = rec.columns;
  const n = rec.nEvents;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const k = kind[i]!;
    if (k === Kind.CREATE || k === Kind.READY || k === Kind.SWITCH || k === Kind.WAKE || k === Kind.CANCEL) count++;
  }
  const event = new Uint32Array(count);
  const ekind = new Uint8Array(count);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  // A wake is told twice: as the WAKE of whoever causes it and in the READY that follows. One arrow is enough.
  const wokenAt = new Float64Array(rec.nEntities).fill(-1);
  let length = 0;
  const add = (i: number, k: number, a: number, b: number): void => {
    if (a === 0 || b === 0 || a === b) return;
    event[length] = i;
    ekind[length] = k;
    from[length] = a;
    to[length] = b;
    length++;
  };
  for (let i = 0; i < n; i++) {
    const a = who[i]!;
    const b = obj[i]!;
    switch (kind[i]) {
      case Kind.CREATE:
        add(i, EdgeKind.SPAWN, b, a);
        break;
      case Kind.SWITCH:
        add(i, EdgeKind.SWITCH, a, b);
        break;
      case Kind.WAKE:
        wokenAt[b] = time[i]!;
        add(i, EdgeKind.WAKE, a, b);
        break;
      case Kind.READY:
        if (wokenAt[a] !== time[i] && isWake(rec, previousState(rec, a, i))) add(i, EdgeKind.WAKE, b, a);
        break;
      case Kind.CANCEL:
        add(i, EdgeKind.CANCEL, a, b);
        break;
    }
  }
  return {
    length,
    event: event.subarray(0, length),
    kind: ekind.subarray(0, length),
    from: from.subarray(0, length),
    to: to.subarray(0, length),
  };
}

/**
 * Whether a READY after this state was caused by somebody: the one after a CREATE belongs to the spawn, and that
 * the GIL has been passed on is seen by the threads taking turns.
 */
function isWake(rec: Recording, before: number): boolean {
  if (before < 0) return false;
  const { kind, obj } = rec.columns;
  return (kind[before] === Kind.WAIT || kind[before] === Kind.LOCKWAIT) && rec.kindOf(obj[before]!) !== Entity.GIL;
}

/** The state event before this one of an entity, or -1. */
function previousState(rec: Recording, entity: number, event: number): number {
  const position = rec.spans.lastAt(entity, event - 1);
  return position < 0 ? -1 : rec.spans.items[position]!;
}

/** Who ended the wait that ended with `event` (an event of `entity`), with the cause as text; 0 if nobody is known. */
export function wokenBy(rec: Recording, entity: number, event: number): { who: number; event: number; cause: string } | null {
  const { kind, who, obj, time, arg } = rec.columns;
  if (event >= rec.nEvents) return null;
  for (let i = event; i >= 0 && event - i < 256 && time[i] === time[event]; i--) {
    if (kind[i] === Kind.WAKE && obj[i] === entity) return { who: who[i]!, event: i, cause: rec.text(arg[i]!) };
    if (kind[i] === Kind.SWITCH && obj[i] === entity) return { who: who[i]!, event: i, cause: rec.text(arg[i]!) };
  }
  if (kind[event] === Kind.READY && who[event] === entity && obj[event] !== 0) {
    return { who: obj[event]!, event, cause: "" };
  }
  return null;
}
