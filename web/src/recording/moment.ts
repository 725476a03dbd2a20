// Moments: a way to name an event that survives a change of parameters.
//
//   lane/kind:text#n   lane  the name of an entity; name@2 is the second of that name, * anyone, *task any task
//                      kind  a kind of event ("wait"); with :text, one whose argument contains it ("wait:sleep");
//                            line:8 arrives at line 8, out:TEXT writes TEXT to either stream
//                      n     which match, 1 if left out; -1 is the last
//
// Lessons link to moments, so the build reads the same grammar (content/query.go, content/evaluate.go);
// content/testdata/queries.json tests both.
// May import: format; the recording only as a type.

import { Entity, Kind, KIND_NAMES, lineOf } from "./format";
import type { Recording } from "./recording";

export interface Moment {
  readonly event: number;
  readonly time: number;
  /** Whose lane to select. */
  readonly entity: number;
}

export interface MomentQuery {
  readonly lane: string;
  /** Which entity of that name, from 1. */
  readonly at: number;
  readonly kind: string;
  readonly text: string;
  readonly nth: number;
}

const GRAMMAR = /^(.+?)(?:@(\d+))?\/([a-z]+)(?::(.*?))?(?:#(-?\d+))?$/;
const UNNAMEABLE = new Set(["", "count", "spanend"]);
const ENTITY_NAMES: readonly string[] = Object.keys(Entity).map((k) => k.toLowerCase());

/** Null where the text is not a moment. */
export function parseMoment(text: string): MomentQuery | null {
  const m = GRAMMAR.exec(text.trim());
  if (!m) return null;
  const query = { lane: m[1]!, at: Number(m[2] ?? 1), kind: m[3]!, text: m[4] ?? "", nth: Number(m[5] ?? 1) };
  const known = query.kind === "line" ? /^[1-9]\d*$/.test(query.text) : KIND_NAMES.includes(query.kind) && !UNNAMEABLE.has(query.kind);
  const whom = !query.lane.startsWith("*") || query.lane === "*" || ENTITY_NAMES.slice(1).includes(query.lane.slice(1));
  return known && whom && query.at !== 0 && query.nth !== 0 ? query : null;
}

/** The entity that a name, or name@2, stands for; 0 if there is none. */
export function findLane(rec: Recording, lane: string): number {
  const exact = nthNamed(rec, lane, 1);
  if (exact) return exact;
  const at = /^(.*)@(\d+)$/.exec(lane);
  return at ? nthNamed(rec, at[1]!, Number(at[2])) : 0;
}

export function nthNamed(rec: Recording, name: string, nth: number): number {
  let left = nth;
  let fallback = 0;
  let fallbackLeft = nth;
  for (let e = 1; e < rec.nEntities; e++) {
    if (rec.name(e) !== name) continue;
    // A future or a lock may carry the name of a task; whoever has a lane is meant first.
    if (rec.isLaneKind(e) && --left === 0) return e;
    if (--fallbackLeft === 0) fallback = e;
  }
  return fallback;
}

/** The events that a lane and kind fit, in order; null where the run has no such lane. */
export function matchMoments(rec: Recording, query: MomentQuery): number[] | null {
  const { kind, who, arg, loc } = rec.columns;
  let lane = -1;
  let ofKind = -1;
  if (query.lane.startsWith("*")) {
    if (query.lane !== "*") ofKind = ENTITY_NAMES.indexOf(query.lane.slice(1));
  } else {
    lane = nthNamed(rec, query.lane, query.at);
    if (lane === 0) return null;
  }
  const mine = (i: number): boolean => (lane < 0 || who[i] === lane) && (ofKind < 0 || rec.kindOf(who[i]!) === ofKind);
  const found: number[] = [];
  if (query.kind === "line") {
    const wanted = Number(query.text);
    const last = new Map<number, number>();
    for (let i = 0; i < rec.nEvents; i++) {
      const k = kind[i]!;
      // These are recorded at the place of whoever caused them.
      if (loc[i] === 0 || k === Kind.CREATE || k === Kind.READY || k === Kind.RESULT || k === Kind.COUNT || !mine(i)) continue;
      const line = lineOf(loc[i]!);
      // Several events can happen during one visit of a line; LINE always is an arrival.
      if (line === wanted && (k === Kind.LINE || last.get(who[i]!) !== line)) found.push(i);
      last.set(who[i]!, line);
    }
    return found;
  }
  const number = KIND_NAMES.indexOf(query.kind);
  for (let i = 0; i < rec.nEvents; i++) {
    if (kind[i] !== number && !(number === Kind.OUT && kind[i] === Kind.ERR)) continue;
    if (mine(i) && (query.text === "" || rec.text(arg[i]!).includes(query.text))) found.push(i);
  }
  return found;
}

export function findMoment(rec: Recording, text: string): Moment | null {
  const query = parseMoment(text);
  const all = query && matchMoments(rec, query);
  const event = all?.[query!.nth > 0 ? query!.nth - 1 : all.length + query!.nth];
  if (event === undefined) return null;
  return { event, time: rec.columns.time[event]!, entity: rec.columns.who[event]! };
}
