// Moments: a way to name an event that survives a change of parameters.
//
//   lane/kind#n     lane  the name of an entity; name@2 is the second of that name, * is anyone
//                   kind  a kind of event ("wait"), line:8 (arrives at line 8), out:TEXT (writes TEXT)
//                   n     which match, 1 if left out; -1 is the last
//
// Lessons link to moments, so the grammar is also read by the build: both must agree.
// May import: format; the recording only as a type.

import { Kind, KIND_NAMES, lineOf } from "./format";
import type { Recording } from "./recording";

export interface Moment {
  readonly event: number;
  readonly time: number;
  /** Whose lane to select. */
  readonly entity: number;
}

interface Query {
  readonly lane: string;
  readonly what: { kind: number } | { line: number } | { out: string };
  readonly n: number;
}

/** Null where the text is not a moment. */
export function parseMoment(text: string): Query | null {
  const slash = text.indexOf("/");
  if (slash < 1) return null;
  const lane = text.slice(0, slash).trim();
  let rest = text.slice(slash + 1).trim();
  let n = 1;
  const ordinal = /#(-?\d+)$/.exec(rest);
  if (ordinal) {
    n = Number(ordinal[1]);
    rest = rest.slice(0, ordinal.index).trim();
  }
  if (n === 0) return null;
  const line = /^line:(\d+)$/.exec(rest);
  if (line) return { lane, what: { line: Number(line[1]) }, n };
  if (rest.startsWith("out:")) return { lane, what: { out: rest.slice(4) }, n };
  const kind = rest === "" ? -1 : KIND_NAMES.indexOf(rest.toLowerCase());
  return kind > 0 ? { lane, what: { kind }, n } : null;
}

/** The entity a lane's name stands for, 0 if there is none, -1 for anyone. */
export function findLane(rec: Recording, lane: string): number {
  if (lane === "*") return -1;
  const exact = nthNamed(rec, lane, 1);
  if (exact) return exact;
  const at = /^(.*)@(\d+)$/.exec(lane);
  return at ? nthNamed(rec, at[1]!, Number(at[2])) : 0;
}

function nthNamed(rec: Recording, name: string, nth: number): number {
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

export function findMoment(rec: Recording, text: string): Moment | null {
  const query = parseMoment(text);
  if (!query) return null;
  const entity = findLane(rec, query.lane);
  if (entity === 0) return null;
  const matches = matcher(rec, query, entity);
  const { time, who } = rec.columns;
  const found = (i: number): Moment => ({ event: i, time: time[i]!, entity: who[i]! });
  if (query.n > 0) {
    let left = query.n;
    for (let i = 0; i < rec.nEvents; i++) if (matches(i) && --left === 0) return found(i);
    return null;
  }
  // From the end, but arrivals at a line can only be told going forward.
  const all: number[] = [];
  for (let i = 0; i < rec.nEvents; i++) if (matches(i)) all.push(i);
  const at = all.length + query.n;
  return at >= 0 ? found(all[at]!) : null;
}

function matcher(rec: Recording, query: Query, entity: number): (event: number) => boolean {
  const { kind, who, arg, loc } = rec.columns;
  const mine = (i: number): boolean => entity < 0 || who[i] === entity;
  const { what } = query;
  if ("kind" in what) return (i) => kind[i] === what.kind && mine(i);
  if ("out" in what) {
    return (i) => (kind[i] === Kind.OUT || kind[i] === Kind.ERR) && mine(i) && rec.text(arg[i]!).includes(what.out);
  }
  const last = new Map<number, number>();
  return (i) => {
    const k = kind[i]!;
    if (loc[i] === 0 || k === Kind.CREATE || k === Kind.READY || k === Kind.RESULT || k === Kind.COUNT || !mine(i)) return false;
    const line = lineOf(loc[i]!);
    const before = last.get(who[i]!);
    last.set(who[i]!, line);
    return line === what.line && (k === Kind.LINE || before !== line);
  };
}
