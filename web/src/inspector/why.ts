// Why an entity is in the state it is in, as sentences made from the recording alone.
//
// A sentence is a list of parts, so that names can carry their hue and lines can be pressed; the words come
// from the string table as templates with {names}. Nothing is guessed: what the recording does not tell is
// not said.
// May import: base, recording. Must not know: the DOM.

import { lastAtMost } from "../base/scale";
import { formatDuration } from "../base/time";
import type { Lang } from "../base/strings/lang";
import type { InspectorWord, InspectorWords } from "../base/strings/inspector";
import { reasonWords } from "../base/strings/timeline";
import { Entity, isEnd, Kind, lineOf, wokenBy, type Recording, type Span } from "../recording";

export type Part = string | { readonly who: number } | { readonly strong: string } | { readonly line: number; readonly text: string };

export interface ChainLink {
  readonly entity: number;
  readonly state: number;
  readonly text: string;
  readonly since: number;
}

export interface Why {
  readonly title: InspectorWord;
  readonly sentences: readonly Part[];
  /** Who waits for whom, from the entity on; empty where that is nobody. */
  readonly chain: readonly ChainLink[];
  readonly deadlock: boolean;
}

type Values = Readonly<Record<string, Part | readonly Part[]>>;

const MOST_NAMES = 5;
const MOST_LOOKS = 3000;

export class WhyBuilder {
  private readonly out: Part[] = [];

  constructor(
    private readonly rec: Recording,
    private readonly event: number,
    private readonly time: number,
    private readonly lang: Lang,
    private readonly words: InspectorWords,
  ) {}

  explain(entity: number): Why {
    const span = this.rec.spanAt(entity, this.event);
    const title = this.describe(entity, span);
    if (span && !isEnd(span.state)) this.waiters(entity);
    const { chain, deadlock } = this.chain(entity);
    if (deadlock) this.say("deadlock", {});
    return { title, sentences: this.out, chain: chain.length > 1 ? chain : [], deadlock };
  }

  private describe(entity: number, span: Span | null): InspectorWord {
    const who: Part = { who: entity };
    if (!span) {
      this.say("notYet", { who });
      return "before";
    }
    switch (span.state) {
      case Kind.CREATE:
        this.say("created", { who });
        if (this.named(span.obj)) this.say("createdBy", { other: { who: span.obj }, time: this.ago(span.from) });
        return "before";
      case Kind.RUN:
        this.running(entity, span);
        return "whatRuns";
      case Kind.READY:
        this.ready(entity, span);
        return "whyReady";
      case Kind.WAIT:
      case Kind.LOCKWAIT:
        this.waiting(entity, span);
        return "whyWaiting";
      default:
        this.ended(entity, span);
        return "howEnded";
    }
  }

  private running(entity: number, span: Span): void {
    const line = this.line(entity, "inLine");
    if (this.time - span.from >= 1) this.say("runsSince", { who: { who: entity }, time: this.ago(span.from), line });
    else this.say("runs", { who: { who: entity }, line: this.line(entity, "onLine") });
    const waker = wokenBy(this.rec, entity, span.event);
    if (waker?.cause && this.rec.hasLane(waker.who)) this.say("startedBy", { other: { who: waker.who }, cause: waker.cause });
  }

  private ready(entity: number, span: Span): void {
    this.say("isReady", { who: { who: entity } });
    const running = this.holderOfTurn(entity);
    if (running) this.say(this.rec.kindOf(this.rec.parentOf(entity)) === Entity.LOOP ? "hasLoop" : "hasCpu", { other: { who: running } });
    const before = this.readyBefore(entity, span);
    if (before.length === 0) this.say("firstInLine", {});
    else this.say("behind", { list: this.names(before) });
    this.sayWaker(entity, span.event);
  }

  private waiting(entity: number, span: Span): void {
    const { rec } = this;
    const who: Part = { who: entity };
    const line = this.line(entity, "inLine");
    const reason = reasonWords(span.text, this.lang);
    const objKind = rec.kindOf(span.obj);
    if (span.state === Kind.LOCKWAIT || objKind === Entity.LOCK || objKind === Entity.GIL) {
      const what = objKind === Entity.GIL ? "GIL" : rec.name(span.obj) || reason;
      this.say("waitsFor", { who, what: { strong: what }, line });
      this.holders(span.obj);
    } else if (/^yield\b/.test(span.text)) {
      this.say("atYield", { who, line });
    } else if (span.obj && rec.isLaneKind(span.obj) && /^in\b/.test(span.text)) {
      this.say("insideOf", { who, line, other: { who: span.obj } });
    } else if (span.obj && /^switched to\b/.test(span.text)) {
      this.say("switchedTo", { who, line, other: { who: span.obj } });
    } else if (span.obj && rec.isLaneKind(span.obj) && /^join\b/.test(span.text)) {
      this.say("joins", { who, line, other: { who: span.obj } });
    } else if (/^(sleep|timer)\b/.test(span.text)) {
      this.say("sleeps", { who, line, what: { strong: reason } });
    } else if (reason) {
      this.say("waitsFor", { who, what: { strong: reason }, line });
      this.gathered(entity, span);
    } else {
      this.say("waitsPlain", { who, line });
    }
    this.othersNow(entity);
    this.sayEndOfWait(entity, span);
  }

  private holders(lock: number): void {
    const held = lock ? this.rec.holders(lock, this.event) : [];
    const first = held[0];
    if (held.length > 1) this.say("heldByMany", { list: this.names(held.map((h) => h.who)) });
    else if (first) {
      this.say("heldBy", { other: { who: first.who }, time: this.ago(this.rec.timeOf(first.event)), line: this.line(first.who, "inLine") });
    } else if (lock && this.rec.kindOf(lock) === Entity.LOCK) this.say("heldByNobody", {});
  }

  /** How many of the tasks it gathers have finished, where the recording shows which they are. */
  private gathered(entity: number, span: Span): void {
    const count = Number(/^gather of (\d+)/.exec(span.text)?.[1] ?? 0);
    if (count === 0) return;
    const { rec } = this;
    // They are the last `count` tasks that it created before the wait, if it created them without a pause.
    const runs = rec.spanAt(entity, span.event - 1);
    if (!runs) return;
    const { kind, who, obj } = rec.columns;
    const tasks: number[] = [];
    for (let i = runs.event; i < span.event; i++) {
      if (kind[i] === Kind.CREATE && obj[i] === entity && rec.kindOf(who[i]!) === Entity.TASK) tasks.push(who[i]!);
    }
    if (tasks.length !== count) return;
    const done = tasks.filter((t) => isEnd(rec.stateAt(t, this.event))).length;
    if (done === 0) this.say("gatherNone", { all: String(count) });
    else if (done === 1) this.say("gatherOne", { all: String(count) });
    else this.say("gatherDone", { n: String(done), all: String(count) });
  }

  /** Who has the loop that it shares, and who else is ready there. */
  private othersNow(entity: number): void {
    const { rec } = this;
    const parent = rec.parentOf(entity);
    const kind = rec.kindOf(parent);
    if (kind !== Entity.LOOP && kind !== Entity.HUB) return;
    const running = this.holderOfTurn(entity);
    if (running && running !== entity) this.say("others", { other: { who: running } });
    const ready = this.readyIn(parent).filter((e) => e !== entity);
    if (ready.length > 0) this.say(ready.length === 1 ? "othersReadyOne" : "othersReady", { list: this.names(ready) });
  }

  private sayEndOfWait(entity: number, span: Span): void {
    const { rec } = this;
    if (span.toEvent >= rec.nEvents) {
      this.say("never", {});
      return;
    }
    const time = said(span.to - this.time);
    const next = rec.columns.kind[span.toEvent]!;
    const waker = wokenBy(rec, entity, span.toEvent);
    if (next === Kind.CANCELLED || this.cancelsAt(entity, span.toEvent)) {
      const by = this.cancelsAt(entity, span.toEvent);
      if (by) this.say("willCancelBy", { other: { who: by }, time });
      else this.say("willCancel", { time });
    } else if (waker && rec.hasLane(waker.who) && waker.who !== entity) this.say("willWake", { other: { who: waker.who }, time });
    else if (/^sleep\b/.test(span.text) || waker?.cause === "timer") this.timer(span);
    else this.say("willEndIn", { time });
  }

  /** A wait that a timer ends, in time or, where somebody keeps the loop, late. */
  private timer(span: Span): void {
    const due = dueTime(this.rec, span);
    if (due >= this.time) this.say("timerWakes", { time: said(due - this.time) });
    else this.say("timerWasDue", { time: said(this.time - due) });
    const late = span.to - due;
    if (late < 1e6) return;
    const loop = this.rec.parentOf(span.entity);
    const strip = this.rec.kindOf(loop) === Entity.LOOP ? this.rec.strip(loop) : null;
    const at = strip ? lastAtMost(strip.start, this.rec.eventAt(due)) : -1;
    const blocker = strip && at >= 0 ? strip.who[at]! : 0;
    if (blocker && blocker !== span.entity) this.say("holdsUp", { other: { who: blocker }, late: said(late) });
    else this.say("late", { late: said(late) });
  }

  /** Who asked to cancel it at an event, 0 for nobody. */
  private cancelsAt(entity: number, event: number): number {
    const { kind, who, obj, time } = this.rec.columns;
    for (let i = event; i >= 0 && event - i < 64 && time[i] === time[event]; i--) {
      if (kind[i] === Kind.CANCEL && obj[i] === entity) return who[i]!;
    }
    return 0;
  }

  private ended(entity: number, span: Span): void {
    const who: Part = { who: entity };
    const time = this.ago(span.from);
    if (span.state === Kind.DONE) {
      if (span.text && span.text !== "None") this.say("finishedWith", { who, time, what: { strong: span.text } });
      else this.say("finished", { who, time });
    } else if (span.state === Kind.FAIL) {
      this.say("failedWith", { who, time, what: { strong: span.text }, line: this.line(entity, "onLine") });
    } else {
      const kind = this.rec.kindOf(entity);
      this.say(kind === Entity.GENERATOR || kind === Entity.ASYNCGEN ? "wasClosed" : "wasCancelled", { who, time });
      const by = this.lastCancel(entity, span.event);
      if (by && this.named(by)) this.say("cancelledBy", { other: { who: by } });
    }
  }

  private lastCancel(entity: number, event: number): number {
    const { edges } = this.rec;
    for (let i = edges.length - 1; i >= 0; i--) {
      if (edges.event[i]! <= event && edges.to[i] === entity && edges.kind[i] === 4) return edges.from[i]!;
    }
    return 0;
  }

  private sayWaker(entity: number, event: number): void {
    const waker = wokenBy(this.rec, entity, event);
    if (!waker) return;
    const time = this.ago(this.rec.timeOf(event));
    if (waker.cause === "timer") this.say("timerWoke", { time });
    else if (this.rec.hasLane(waker.who)) this.say("wokenBy", { other: { who: waker.who }, time });
  }

  /** Who waits for this one directly: for a lock that it holds, or for itself. */
  private waiters(entity: number): void {
    const { rec } = this;
    const found: number[] = [];
    let looks = MOST_LOOKS;
    for (let e = 1; e < rec.nEntities && looks > 0; e++) {
      if (e === entity || !rec.hasLane(e)) continue;
      looks--;
      const state = rec.stateAt(e, this.event);
      if (state !== Kind.WAIT && state !== Kind.LOCKWAIT) continue;
      const span = rec.spanAt(e, this.event)!;
      // That others want the GIL is said by their own dashes; here it would be every thread's sentence.
      if (rec.kindOf(span.obj) === Entity.GIL) continue;
      const holds = rec.kindOf(span.obj) === Entity.LOCK && rec.holders(span.obj, this.event).some((h) => h.who === entity);
      if (holds || (span.obj === entity && !/^switched\b/.test(span.text))) found.push(e);
    }
    if (found.length > 0) this.say(found.length === 1 ? "waitedForOne" : "waitedFor", { list: this.names(found) });
  }

  // Who else.

  /** Who has the loop, hub or GIL that an entity needs to run; 0 for nobody. */
  holderOfTurn(entity: number): number {
    const { rec } = this;
    const parent = rec.parentOf(entity);
    for (const child of rec.children(parent)) {
      if (child !== entity && rec.hasLane(child) && rec.stateAt(child, this.event) === Kind.RUN) return child;
    }
    return rec.runningAt(this.event);
  }

  /** Who is ready in a loop, hub or process, in the order in which they became so. */
  readyIn(parent: number): number[] {
    const { rec } = this;
    const ready: { entity: number; since: number }[] = [];
    for (const child of rec.children(parent)) {
      const span = rec.hasLane(child) ? rec.spanAt(child, this.event) : null;
      if (span?.state === Kind.READY) ready.push({ entity: child, since: span.event });
    }
    return ready.sort((a, b) => a.since - b.since).map((r) => r.entity);
  }

  private readyBefore(entity: number, span: Span): number[] {
    return this.readyIn(this.rec.parentOf(entity)).filter((e) => e !== entity && this.rec.spanAt(e, this.event)!.event < span.event);
  }

  /** From the entity to whom it waits for, to whom that one waits for, and so on. */
  private chain(entity: number): { chain: ChainLink[]; deadlock: boolean } {
    const { rec } = this;
    const chain: ChainLink[] = [];
    const seen = new Set<number>();
    let e = entity;
    while (e && chain.length < 8) {
      if (seen.has(e)) return { chain, deadlock: true };
      seen.add(e);
      const span = rec.spanAt(e, this.event);
      if (!span) break;
      chain.push({ entity: e, state: span.state, text: this.chainText(e, span), since: span.from });
      e = this.waitsForWhom(e, span);
    }
    return { chain, deadlock: false };
  }

  private waitsForWhom(entity: number, span: Span): number {
    const { rec } = this;
    if (span.state === Kind.READY) return this.holderOfTurn(entity);
    if (span.state === Kind.LOCKWAIT || (span.state === Kind.WAIT && rec.kindOf(span.obj) === Entity.LOCK)) {
      return rec.holders(span.obj, this.event)[0]?.who ?? 0;
    }
    if (span.state !== Kind.WAIT) return 0;
    if (span.obj && rec.isLaneKind(span.obj)) return span.obj;
    const waker = wokenBy(rec, entity, span.toEvent);
    return waker && rec.hasLane(waker.who) && !isEnd(rec.stateAt(waker.who, this.event)) && rec.stateAt(waker.who, this.event) !== 0 ? waker.who : 0;
  }

  private chainText(entity: number, span: Span): string {
    const { rec, words } = this;
    let what: string;
    if (span.state === Kind.READY) {
      const n = this.readyBefore(entity, span).length + 1;
      return n === 1 ? words("cNext") : words("cReady", { n });
    } else if (span.state === Kind.RUN) what = words(rec.kindOf(rec.parentOf(entity)) === Entity.LOOP ? "cHasLoop" : "cRuns");
    else if (span.state === Kind.LOCKWAIT) what = words("cWaits", { what: rec.name(span.obj) || span.text });
    else if (span.state === Kind.WAIT) what = /^switched\b/.test(span.text) ? reasonWords(span.text, this.lang) : /^yield\b/.test(span.text) ? words("cSuspended") : words("cWaits", { what: reasonWords(span.text, this.lang) });
    else return words(span.state === Kind.DONE ? "done" : span.state === Kind.FAIL ? "failed" : span.state === Kind.CANCELLED ? "cancelled" : "notStarted");
    const loc = rec.locAt(entity, this.event);
    return loc ? words("cLine", { what, n: lineOf(loc) }) : what;
  }

  // Sentences.

  private ago(time: number): string {
    return said(Math.max(0, this.time - time));
  }

  private named(entity: number): boolean {
    return entity !== 0 && this.rec.name(entity) !== "";
  }

  private line(entity: number, form: "onLine" | "inLine"): readonly Part[] {
    const loc = this.rec.locAt(entity, this.event);
    if (loc === 0) return [];
    const n = lineOf(loc);
    return [{ line: n, text: this.words(form, { n }) }];
  }

  private names(entities: readonly number[]): readonly Part[] {
    const parts: Part[] = [];
    const shown = entities.slice(0, MOST_NAMES);
    shown.forEach((e, i) => {
      if (i > 0) {
        const lastOne = i === shown.length - 1 && entities.length === shown.length;
        parts.push(this.lang === "zh" ? (lastOne ? " 和 " : "、") : lastOne ? " and " : ", ");
      }
      parts.push({ who: e });
    });
    if (entities.length > shown.length) parts.push(" ", this.words("more", { n: entities.length - shown.length }));
    return parts;
  }

  private say(key: InspectorWord, values: Values): void {
    if (this.out.length > 0 && this.lang === "en") this.out.push(" ");
    // The template without values, cut at its {names}.
    for (const piece of this.words(key).split(/(\{\w+\})/)) {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      const value = name === undefined ? piece : (values[name] ?? "");
      if (Array.isArray(value)) this.out.push(...(value as readonly Part[]));
      else if (value !== "") this.out.push(value as Part);
    }
  }
}

/** When the timer of a sleep is due: as it was set, whether the wait ends earlier or later. */
export function dueTime(rec: Recording, span: Span): number {
  const { kind, who, arg, time } = rec.columns;
  for (let i = span.event; i >= 0 && span.event - i < 64; i--) {
    if (who[i] !== span.entity) continue;
    if (kind[i] === Kind.TIMER) return time[i]! + arg[i]! * 1000;
    if (i < span.event && kind[i]! <= Kind.CANCELLED) break;
  }
  return span.to;
}

/** A number and its unit stay on one line. */
const said = (duration: number): string => formatDuration(duration).replaceAll(" ", "\u00a0");

/** The sentences without their links, for tests and screen readers. */
export function plainText(rec: Recording, parts: readonly Part[]): string {
  return parts
    .map((p) => (typeof p === "string" ? p : "who" in p ? rec.label(p.who) : "strong" in p ? p.strong : p.text))
    .join("")
    .replaceAll("\u00a0", " ")
    .trim();
}
