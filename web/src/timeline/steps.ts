// Where the left and right keys stop: pure, on a recording.
//
// A switch is several events at one instant (it switches, one stops, one runs); stopping between them would
// show a picture that never was. So a stop is the last of the events that belong together.
// May import: recording.

import { EdgeKind, Kind, type Recording } from "../recording";

/** Events that nobody sees happen. */
function silent(kind: number): boolean {
  return kind === Kind.COUNT || kind === Kind.ITER || kind === Kind.NOTE || kind === Kind.TIMER;
}

function together(rec: Recording, a: number, b: number): boolean {
  const { time, kind } = rec.columns;
  if (time[a] !== time[b]) return false;
  const k = kind[b]!;
  if (k === Kind.LINE || k === Kind.OUT || k === Kind.ERR || k === Kind.MARK) return false;
  const units = rec.axis("events").ofEvent;
  return Math.floor(units[a]!) === Math.floor(units[b]!);
}

function groupEnd(rec: Recording, event: number): number {
  let i = event;
  while (i + 1 < rec.nEvents && together(rec, i, i + 1)) i++;
  return i;
}

function groupStart(rec: Recording, event: number): number {
  let i = event;
  while (i > 0 && together(rec, i - 1, i)) i--;
  return i;
}

/** The stop after or before an event; the event itself at either end of the run. */
export function neighbourStop(rec: Recording, event: number, dir: -1 | 1): number {
  const { kind } = rec.columns;
  const n = rec.nEvents;
  if (n === 0) return 0;
  const from = Math.min(Math.max(event, 0), n - 1);
  if (dir > 0) {
    let i = groupEnd(rec, from) + 1;
    while (i < n && silent(kind[i]!)) i++;
    return i < n ? groupEnd(rec, i) : n - 1;
  }
  let i = groupStart(rec, from) - 1;
  while (i > 0 && silent(kind[i]!)) i--;
  return i > 0 ? groupEnd(rec, i) : 0;
}

/** The beginning of the next or previous span of an entity that takes up any room; -1 where there is none. */
export function neighbourSpanEvent(rec: Recording, entity: number, event: number, dir: -1 | 1): number {
  const { spans } = rec;
  const { items } = spans;
  const units = rec.axis("events").ofEvent;
  const lo = spans.lo(entity);
  const hi = spans.hi(entity);
  const end = (p: number): number => (p + 1 < hi ? items[p + 1]! : rec.nEvents);
  const visible = (p: number): boolean => rec.columns.kind[items[p]!] !== Kind.CREATE && (end(p) === rec.nEvents || units[end(p)]! > units[items[p]!]! || rec.timeOf(end(p)) > rec.timeOf(items[p]!));
  const position = spans.lastAt(entity, event);
  if (dir > 0) {
    let p = position < 0 ? lo : position + 1;
    while (p < hi && !visible(p)) p++;
    return p < hi ? items[p]! : -1;
  }
  if (position < 0) return -1;
  // From within a span to its beginning first, then to the one before.
  let p = items[position]! < event ? position : position - 1;
  while (p >= lo && !visible(p)) p--;
  return p >= lo ? items[p]! : -1;
}

/** Along an arrow: back to who caused this, or on to what this caused. Arrows of lanes only. */
export function followEdge(rec: Recording, entity: number, event: number, dir: -1 | 1): { entity: number; event: number } | null {
  const { edges } = rec;
  const near = firstEdgeAtLeast(edges.event, edges.length, dir > 0 ? event : event + 1);
  if (dir > 0) {
    for (let i = near; i < edges.length; i++) {
      if (edges.from[i] === entity && rec.hasLane(edges.to[i]!)) return { entity: edges.to[i]!, event: edges.event[i]! };
    }
    return null;
  }
  for (let i = near - 1; i >= 0; i--) {
    if (edges.to[i] === entity && rec.hasLane(edges.from[i]!)) return { entity: edges.from[i]!, event: edges.event[i]! };
  }
  return null;
}

function firstEdgeAtLeast(events: Uint32Array, length: number, event: number): number {
  let lo = 0;
  let hi = length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (events[mid]! < event) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** The last switch, wake or spawn between lanes in (from, to]; -1 for none. */
export function lastEdgeWithin(rec: Recording, from: number, to: number): number {
  const { edges } = rec;
  for (let i = firstEdgeAtLeast(edges.event, edges.length, to + 1) - 1; i >= 0 && edges.event[i]! > from; i--) {
    if (edges.kind[i] !== EdgeKind.CANCEL && rec.hasLane(edges.from[i]!) && rec.hasLane(edges.to[i]!)) return i;
  }
  return -1;
}
