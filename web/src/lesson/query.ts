// Queries: asking a recording what a prediction or a moment is about.
//
// The language and its meaning are those of content/query.go and content/evaluate.go; both read the cases in
// content/testdata/queries.json. The build has made sure that the answers exist for the program as it came; here
// the reader may have changed it, so every answer can fail.
// May import: recording, base/time. Must not know: the page.

import { formatDuration } from "../base/time";
import { Entity, Kind } from "../recording/format";
import { matchMoments, parseMoment, type MomentQuery } from "../recording/moment";
import type { Recording } from "../recording/recording";

export interface Query {
  readonly text: string;
  readonly verb: string;
  readonly from: number;
  readonly to: number;
  readonly moments: readonly MomentQuery[];
  readonly of: Query | null;
}

export interface Answer {
  readonly text: string;
  /** Set where the answer can be compared as a number; nanoseconds where `unit` is "ns". */
  readonly number: number | null;
  readonly unit: "" | "ns";
  /** The event that shows it best, -1 where there is none. */
  readonly event: number;
}

/** What went wrong, and with what: the words are the page's. */
export class QueryError extends Error {
  constructor(readonly key: "bad" | "noLane" | "noMoment" | "noLine" | "zero", readonly detail: string) {
    super(`${key}: ${detail}`);
  }
}

function momentOf(text: string): MomentQuery {
  const query = parseMoment(text);
  if (!query) throw new QueryError("bad", text);
  return query;
}

const NUMERIC = new Set(["lines", "end", "time", "between", "count"]);

export function parseQuery(written: string): Query {
  const text = written.trim().replace(/\s+/g, " ");
  const bad = new QueryError("bad", text);
  const space = text.indexOf(" ");
  const verb = space < 0 ? text : text.slice(0, space);
  const rest = space < 0 ? "" : text.slice(space + 1);
  const query = { text, verb, from: 0, to: 0, moments: [] as MomentQuery[], of: null as Query | null };
  switch (verb) {
    case "lines": case "end": case "error":
      if (rest !== "") throw bad;
      return query;
    case "output": {
      const m = /^(\d+)(?:-(\d+))?$/.exec(rest);
      if (!m) throw bad;
      query.from = Number(m[1]);
      query.to = Number(m[2] ?? m[1]);
      if (query.from < 1 || query.to < query.from) throw bad;
      return query;
    }
    case "time": case "who": case "next": case "count":
      query.moments = [momentOf(rest.replace(/^"(.*)"$/, "$1"))];
      return query;
    case "between": {
      const parts = Array.from(rest.matchAll(/"([^"]*)"|(\S+)/g), (m) => m[1] ?? m[2]!);
      if (parts.length !== 2) throw bad;
      query.moments = parts.map(momentOf);
      return query;
    }
    case "ratio":
      query.of = parseQuery(rest);
      if (!NUMERIC.has(query.of.verb)) throw bad;
      return query;
    default:
      throw bad;
  }
}

function matches(rec: Recording, m: MomentQuery): number[] {
  const all = matchMoments(rec, m);
  if (!all) throw new QueryError("noLane", m.at > 1 ? `${m.lane}@${m.at}` : m.lane);
  return all;
}

/** The event of a moment; throws a QueryError where this run has none. */
export function findEvent(rec: Recording, moment: string | MomentQuery): number {
  const m = typeof moment === "string" ? momentOf(moment) : moment;
  const all = matches(rec, m);
  const event = all[m.nth > 0 ? m.nth - 1 : all.length + m.nth];
  if (event === undefined) throw new QueryError("noMoment", `${m.lane}/${m.kind}${m.text && ":" + m.text}${m.nth === 1 ? "" : "#" + m.nth}`);
  return event;
}

/** The first event after `event` at which code of the user runs, -1 if there is none. Loops and the threads that do
    nothing but turn one are not counted. */
export function nextRun(rec: Recording, event: number): number {
  const hosts = new Set<number>();
  for (let e = 1; e < rec.nEntities; e++) {
    if (rec.kindOf(e) === Entity.LOOP || rec.kindOf(e) === Entity.HUB) hosts.add(rec.parentOf(e));
  }
  const { kind, who } = rec.columns;
  for (let i = event + 1; i < rec.nEvents; i++) {
    if (kind[i] === Kind.RUN && rec.isLaneKind(who[i]!) && !hosts.has(who[i]!)) return i;
  }
  return -1;
}

/** Asks the recording; `base` is the run without overrides, for ratios. */
export function ask(rec: Recording, q: Query, base: Recording = rec): Answer {
  const { time, who } = rec.columns;
  const say = (text: string, event: number): Answer => ({ text, number: null, unit: "", event });
  const amount = (n: number, event: number): Answer => ({ text: String(n), number: n, unit: "", event });
  const duration = (n: number, event: number): Answer => ({ text: formatDuration(n), number: n, unit: "ns", event });
  const output = rec.console.filter((l) => l.stream === "out");
  switch (q.verb) {
    case "output": {
      if (q.to > output.length) throw new QueryError("noLine", String(q.to));
      return say(output.slice(q.from - 1, q.to).map((l) => l.text).join(" / "), output[q.to - 1]!.event);
    }
    case "lines":
      return amount(output.length, output.at(-1)?.event ?? -1);
    case "error": {
      const last = rec.console.filter((l) => l.stream === "err").at(-1);
      return last ? say(last.text, last.event) : say("none", -1);
    }
    case "end":
      return duration(rec.header.end, rec.nEvents - 1);
    case "count": {
      const all = matches(rec, q.moments[0]!);
      return amount(all.length, all.at(-1) ?? -1);
    }
    case "ratio": {
      const a = ask(rec, q.of!);
      const b = ask(base, q.of!);
      if (!b.number) throw new QueryError("zero", q.of!.text);
      const x = a.number! / b.number;
      return { text: x.toFixed(1), number: x, unit: "", event: a.event };
    }
  }
  const event = findEvent(rec, q.moments[0]!);
  switch (q.verb) {
    case "time":
      return duration(time[event]!, event);
    case "between": {
      const to = findEvent(rec, q.moments[1]!);
      return duration(time[to]! - time[event]!, to);
    }
    case "who":
      return say(rec.name(who[event]!), event);
    default: {
      const next = nextRun(rec, event);
      return next < 0 ? say("none", event) : say(rec.name(who[next]!), next);
    }
  }
}

const NUMBER = /(\d+)(?:\.(\d+))?\s*(s|ms|µs|us|ns)?(?:[^0-9A-Za-z]|$)/;
const SIZE: Record<string, number> = { s: 1e9, ms: 1e6, "µs": 1e3, us: 1e3, ns: 1 };

export const normalise = (text: string): string => text.trim().replace(/\s+/g, " ").replace(/[.。 ]+$/, "");

/** Whether an option's value is this answer: texts are equal, numbers equal to the digits that the option is written with. */
export function fits(answer: Answer, option: string): boolean {
  const text = normalise(option);
  if (answer.number === null) return text === normalise(answer.text);
  const m = NUMBER.exec(text);
  if (!m || (m[3] !== undefined) !== (answer.unit !== "")) return false;
  const digits = m[2] ?? "";
  const scale = 10 ** digits.length;
  const x = Number(digits ? `${m[1]}.${digits}` : m[1]);
  const n = m[3] ? answer.number / SIZE[m[3]]! : answer.number;
  return Math.floor(n * scale + 0.5) === Math.floor(x * scale + 0.5);
}
