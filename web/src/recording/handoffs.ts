// Hand-offs: something is given at one moment and taken at another. Work given to a pool until a worker picks it
// up, and items put into a queue until somebody takes them.
// May import: format; the recording only as a type.

import { Kind } from "./format";
import type { Recording } from "./recording";

/** Columns, in order of the event by which the thing is taken. */
export interface Handoffs {
  readonly length: number;
  readonly from: number[];
  readonly to: number[];
  readonly given: number[];
  readonly taken: number[];
  /** The pool's future, or the queue. */
  readonly through: number[];
}

/** Queues that do not answer in the order they were filled; which item went where is not recorded for them. */
const UNORDERED = /lifo|priority|stack|heap/i;

export function buildHandoffs(rec: Recording): Handoffs {
  const { kind, who, obj } = rec.columns;
  const h = { length: 0, from: [] as number[], to: [] as number[], given: [] as number[], taken: [] as number[], through: [] as number[] };
  const submitted = new Map<number, number>();
  const queued = new Map<number, { events: number[]; head: number }>();
  const add = (given: number, taken: number): void => {
    const a = who[given]!;
    const b = who[taken]!;
    if (a === b || !rec.hasLane(a) || !rec.hasLane(b)) return;
    h.from.push(a);
    h.to.push(b);
    h.given.push(given);
    h.taken.push(taken);
    h.through.push(obj[taken]!);
    h.length++;
  };
  for (let i = 0; i < rec.nEvents; i++) {
    const o = obj[i]!;
    switch (kind[i]) {
      case Kind.SUBMIT:
        submitted.set(o, i);
        break;
      case Kind.PICKUP: {
        const given = submitted.get(o);
        if (given === undefined) break;
        submitted.delete(o);
        add(given, i);
        break;
      }
      case Kind.PUT: {
        if (UNORDERED.test(rec.name(o))) break;
        let q = queued.get(o);
        if (!q) queued.set(o, (q = { events: [], head: 0 }));
        q.events.push(i);
        break;
      }
      case Kind.GET: {
        const q = queued.get(o);
        if (q && q.head < q.events.length) add(q.events[q.head++]!, i);
        break;
      }
    }
  }
  return h;
}

/** The hand-off by which an entity took something at an event, or by which it was given there; -1 for none. */
export function handoffAt(h: Handoffs, event: number): number {
  let lo = 0;
  let hi = h.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (h.taken[mid]! < event) lo = mid + 1;
    else hi = mid;
  }
  return lo < h.length && h.taken[lo] === event ? lo : -1;
}
