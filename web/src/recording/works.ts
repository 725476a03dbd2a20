// Pieces of work inside a lane, nested: what a recording says with SPAN and SPANEND (await chains, pickling,
// the start of a process), and the futures that a worker has picked up, until each has its result.
// May import: format; the recording only as a type.

import { Kind } from "./format";
import type { Recording } from "./recording";

/** Pieces of one depth of one lane, in order; they do not overlap. */
export interface WorkTrack {
  /** Events by which they begin and end; an end of nEvents means that nothing ended it. */
  readonly start: number[];
  readonly end: number[];
  /** Index of the name among the recording's strings. */
  readonly name: number[];
  /** The future that is worked on, or 0. */
  readonly future: number[];
}

/** What is nested deeper is not shown: a recursion would make a lane as high as a page. */
export const DEEPEST = 4;

interface Open {
  readonly track: number;
  readonly index: number;
  readonly future: number;
}

/** The tracks of every lane that has any, outermost first. */
export function buildWorks(rec: Recording): Map<number, WorkTrack[]> {
  const { kind, who, obj, arg } = rec.columns;
  const works = new Map<number, WorkTrack[]>();
  const open = new Map<number, Open[]>();
  const callable = new Map<number, number>();
  const workerOf = new Map<number, number>();

  const begin = (entity: number, event: number, name: number, future: number): void => {
    let stack = open.get(entity);
    if (!stack) open.set(entity, (stack = []));
    const track = stack.length;
    let index = -1;
    if (track < DEEPEST) {
      let tracks = works.get(entity);
      if (!tracks) works.set(entity, (tracks = []));
      const t = (tracks[track] ??= { start: [], end: [], name: [], future: [] });
      index = t.start.length;
      t.start.push(event);
      t.end.push(rec.nEvents);
      t.name.push(name);
      t.future.push(future);
    }
    stack.push({ track, index, future });
  };
  const close = (entity: number, event: number, depth: number): void => {
    const stack = open.get(entity);
    while (stack && stack.length > depth) {
      const piece = stack.pop()!;
      if (piece.index >= 0) works.get(entity)![piece.track]!.end[piece.index] = event;
    }
  };

  for (let i = 0; i < rec.nEvents; i++) {
    const e = who[i]!;
    switch (kind[i]) {
      case Kind.SPAN:
        if (rec.hasLane(e)) begin(e, i, arg[i]!, 0);
        break;
      case Kind.SPANEND: {
        const stack = open.get(e);
        // A future is ended by its result, not by the end of a span that began before it.
        if (stack && stack.length > 0 && stack[stack.length - 1]!.future === 0) close(e, i, stack.length - 1);
        break;
      }
      case Kind.SUBMIT:
        callable.set(obj[i]!, arg[i]!);
        break;
      case Kind.PICKUP: {
        if (!rec.hasLane(e)) break;
        const future = obj[i]!;
        const stack = open.get(e);
        const before = stack ? stack.findIndex((p) => p.future !== 0) : -1;
        if (before >= 0) close(e, i, before);
        workerOf.set(future, e);
        begin(e, i, callable.get(future) ?? rec.columns.ename[future]!, future);
        break;
      }
      case Kind.RESULT: {
        const worker = workerOf.get(e);
        if (worker === undefined) break;
        workerOf.delete(e);
        const at = open.get(worker)?.findIndex((p) => p.future === e) ?? -1;
        if (at >= 0) close(worker, i, at);
        break;
      }
      case Kind.DONE:
      case Kind.FAIL:
      case Kind.CANCELLED:
        close(e, i, 0);
        break;
    }
  }
  return works;
}

/** How much of a run's time the pieces of a track take together, where it is worth a row of pixels. */
const WORTH = 0.004;

/** How many tracks are worth showing on an axis of time: what is nested deeper would be specks. */
export function worthShowing(rec: Recording, tracks: readonly WorkTrack[]): number {
  if (rec.defaultAxis === "events") return tracks.length;
  let n = tracks.length;
  for (; n > 0; n--) {
    const t = tracks[n - 1]!;
    let total = 0;
    for (let i = 0; i < t.start.length && total < rec.end * WORTH; i++) total += rec.timeOf(t.end[i]!) - rec.timeOf(t.start[i]!);
    if (total >= rec.end * WORTH) break;
  }
  return n;
}

/** The innermost piece of a lane at an event, with its depth, or null. */
export function workAt(tracks: readonly WorkTrack[] | undefined, event: number): { track: WorkTrack; index: number; depth: number } | null {
  for (let depth = (tracks?.length ?? 0) - 1; depth >= 0; depth--) {
    const track = tracks![depth]!;
    let lo = 0;
    let hi = track.start.length;
    while (lo < hi) {
      const mid = (lo + hi) >>> 1;
      if (track.start[mid]! <= event) lo = mid + 1;
      else hi = mid;
    }
    if (lo > 0 && track.end[lo - 1]! > event) return { track, index: lo - 1, depth };
  }
  return null;
}
