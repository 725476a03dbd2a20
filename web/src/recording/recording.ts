// A recording, decoded: what the timeline, the inspector, the console and the editor ask questions of.
//
// Everything shown anywhere is a function of (recording, event). Nothing here changes after construction;
// the parts that not every page needs (edges, axes, console, counters) are built when first asked for, each
// in one scan over the events.
// May import: base, and the other files of this folder. Must not know: the page, colours, languages.

import { lastAtMost, type AxisMap, type AxisName } from "../base/scale";
import { buildAxis, defaultAxis } from "./axes";
import { buildConsole, type ConsoleLine } from "./console";
import { buildCounters, type Counter } from "./counters";
import { buildEdges, type Edges } from "./edges";
import { decode, Entity, fileOf, isEnd, isState, Kind, lineOf, type ColumnBytes, type Columns, type Header, type State } from "./format";
import { Groups } from "./groups";
import { assignHues, isLaneKind } from "./lanes";
import { Locks, type Holder } from "./locks";
import { buildHandoffs, type Handoffs } from "./handoffs";
import { findMoment, type Moment } from "./moment";
import { buildStrips, type Strip } from "./strips";
import { buildWorks, type WorkTrack } from "./works";

/** One interval of an entity's state. `toEvent` is the event that ends it, or nEvents where nothing does. */
export interface Span {
  readonly entity: number;
  readonly state: State;
  readonly event: number;
  readonly from: number;
  readonly toEvent: number;
  readonly to: number;
  /** What it waits for, what made it ready, or on which core it runs; 0 for none. */
  readonly obj: number;
  /** The reason of a wait, the value or error of an end; "" for none. */
  readonly text: string;
  readonly loc: number;
}

export interface WhoIsWhere {
  readonly entity: number;
  readonly state: State;
  readonly file: number;
  readonly line: number;
}

const NO_WORKS: readonly WorkTrack[] = [];

export class Recording {
  readonly header: Header;
  readonly columns: Columns;
  readonly nEvents: number;
  /** Entities are 1 to nEntities - 1; 0 is "none". */
  readonly nEntities: number;
  /** End of the run in virtual nanoseconds. */
  readonly end: number;
  /** The state-changing events of each entity. */
  readonly spans: Groups;
  private readonly hues: Int8Array;
  private readonly axes = new Map<AxisName, AxisMap>();
  private edgeTable: Edges | null = null;
  private lineEvents: Groups | null = null;
  private consoleLines: readonly ConsoleLine[] | null = null;
  private counterList: readonly Counter[] | null = null;
  private childGroups: Groups | null = null;
  private lockTable: Locks | null = null;
  private firstProcess: number | null = null;
  private stripMap: Map<number, Strip> | null = null;
  private workMap: Map<number, WorkTrack[]> | null = null;
  private handoffTable: Handoffs | null = null;
  private noteList: number[] | null = null;

  constructor(header: Header, columns: Columns) {
    this.header = header;
    this.columns = columns;
    this.nEvents = columns.time.length;
    this.nEntities = columns.ekind.length;
    const last = this.nEvents > 0 ? columns.time[this.nEvents - 1]! : 0;
    this.end = Math.max(header.end, last);
    const { kind, who } = columns;
    this.spans = Groups.build(this.nEvents, this.nEntities, who, (i) => isState(kind[i]!));
    this.hues = assignHues(this);
  }

  static decode(header: Header | string, columns: ColumnBytes): Recording {
    const decoded = decode(header, columns);
    return new Recording(decoded.header, decoded.columns);
  }

  // Entities.

  kindOf(entity: number): number {
    return this.columns.ekind[entity] ?? Entity.NONE;
  }

  parentOf(entity: number): number {
    return this.columns.eparent[entity] ?? 0;
  }

  name(entity: number): string {
    return this.text(this.columns.ename[entity] ?? 0);
  }

  /** What to call an entity beside others: the main thread of a process that another one started goes by the process's name. */
  label(entity: number): string {
    const name = this.name(entity);
    if (this.kindOf(entity) !== Entity.THREAD || name !== "MainThread") return name;
    const process = this.ancestor(entity, Entity.PROCESS);
    this.firstProcess ??= this.columns.ekind.indexOf(Entity.PROCESS);
    return process === 0 || process === this.firstProcess ? name : this.name(process);
  }

  /** Whether nothing that a thread did was in a line of the program: one that the library keeps for itself. */
  isHelper(entity: number): boolean {
    if (this.kindOf(entity) !== Entity.THREAD) return false;
    this.locAt(entity, 0); // the lines of everyone
    return this.lineEvents!.size(entity) === 0 && this.spanCount(entity) > 1;
  }

  text(string: number): string {
    return this.header.strings[string] ?? "";
  }

  /** 0 to 11 for whoever has a lane, -1 for the rest. */
  hue(entity: number): number {
    return this.hues[entity] ?? -1;
  }

  hasLane(entity: number): boolean {
    return this.hue(entity) >= 0;
  }

  born(entity: number): number {
    const lo = this.spans.lo(entity);
    return lo < this.spans.hi(entity) ? this.spans.items[lo]! : (this.columns.eborn[entity] ?? 0);
  }

  /** Children in order of creation. */
  children(entity: number): number[] {
    const { eparent } = this.columns;
    this.childGroups ??= Groups.build(this.nEntities, this.nEntities, eparent, (e) => e !== 0);
    const { items } = this.childGroups;
    return Array.from(items.subarray(this.childGroups.lo(entity), this.childGroups.hi(entity)));
  }

  /** The nearest of the entity and its ancestors that has one of these kinds, or 0. */
  ancestor(entity: number, ...kinds: number[]): number {
    let e = entity;
    for (let depth = 0; e !== 0 && depth < 64; depth++) {
      if (kinds.includes(this.kindOf(e))) return e;
      e = this.parentOf(e);
    }
    return 0;
  }

  // Time and events.

  /** The last event at or before a time; -1 before the first. */
  eventAt(time: number): number {
    return lastAtMost(this.columns.time, time);
  }

  timeOf(event: number): number {
    if (this.nEvents === 0 || event < 0) return 0;
    return event < this.nEvents ? this.columns.time[event]! : this.end;
  }

  axis(name: AxisName): AxisMap {
    let axis = this.axes.get(name);
    if (!axis) this.axes.set(name, (axis = buildAxis(this, name)));
    return axis;
  }

  /** Events where the run takes (nearly) no virtual time but that of its instructions, Time elsewhere. */
  get defaultAxis(): AxisName {
    return defaultAxis(this);
  }

  // States.

  spanCount(entity: number): number {
    return this.spans.size(entity);
  }

  /** The span at a position in spans.items. */
  spanAtPosition(entity: number, position: number): Span {
    const { items } = this.spans;
    const event = items[position]!;
    const { kind, time, obj, arg, loc } = this.columns;
    const next = position + 1 < this.spans.hi(entity) ? items[position + 1]! : this.nEvents;
    return {
      entity,
      state: kind[event]! as State,
      event,
      from: time[event]!,
      toEvent: next,
      to: this.timeOf(next),
      obj: obj[event]!,
      text: kind[event] === Kind.RUN || kind[event] === Kind.READY ? "" : this.text(arg[event]!),
      loc: loc[event]!,
    };
  }

  /** The span an entity is in when `event` has happened, or null before it exists. */
  spanAt(entity: number, event: number): Span | null {
    const position = this.spans.lastAt(entity, event);
    return position < 0 ? null : this.spanAtPosition(entity, position);
  }

  /** 0 before it exists. */
  stateAt(entity: number, event: number): State | 0 {
    const position = this.spans.lastAt(entity, event);
    return position < 0 ? 0 : (this.columns.kind[this.spans.items[position]!]! as State);
  }

  *spansOf(entity: number): Generator<Span> {
    for (let p = this.spans.lo(entity); p < this.spans.hi(entity); p++) yield this.spanAtPosition(entity, p);
  }

  /** Time spent running, ready and waiting up to a time. */
  totals(entity: number, time: number): { running: number; ready: number; waiting: number; lifetime: number } {
    const total = { running: 0, ready: 0, waiting: 0, lifetime: 0 };
    for (const span of this.spansOf(entity)) {
      if (span.from >= time || isEnd(span.state)) break;
      const length = Math.min(span.to, time) - span.from;
      if (span.state === Kind.RUN) total.running += length;
      else if (span.state === Kind.READY) total.ready += length;
      else if (span.state === Kind.WAIT || span.state === Kind.LOCKWAIT) total.waiting += length;
      total.lifetime += length;
    }
    return total;
  }

  // Lines.

  /** Where an entity is in the source when `event` has happened: its last position, 0 if none is known. */
  locAt(entity: number, event: number): number {
    const { kind, loc } = this.columns;
    // States carry the entity's own line, even when somebody else causes them; these kinds carry that of whoever did.
    this.lineEvents ??= Groups.build(this.nEvents, this.nEntities, this.columns.who, (i) => {
      const k = kind[i]!;
      return loc[i] !== 0 && k !== Kind.CREATE && k !== Kind.RESULT && k !== Kind.COUNT && k !== Kind.DELIVER;
    });
    const position = this.lineEvents.lastAt(entity, event);
    return position < 0 ? 0 : loc[this.lineEvents.items[position]!]!;
  }

  /** Everyone with a lane who is alive and on a line: whoever runs first, then ready, then waiting. */
  whoIsWhere(event: number): WhoIsWhere[] {
    const found: WhoIsWhere[] = [];
    for (let e = 1; e < this.nEntities; e++) {
      if (!this.hasLane(e)) continue;
      const state = this.stateAt(e, event);
      if (state === 0 || state === Kind.CREATE || isEnd(state)) continue;
      const loc = this.locAt(e, event);
      if (loc !== 0) found.push({ entity: e, state, file: fileOf(loc), line: lineOf(loc) });
    }
    const rank = (s: State): number => (s === Kind.RUN ? 0 : s === Kind.READY ? 1 : 2);
    return found.sort((a, b) => rank(a.state) - rank(b.state));
  }

  /** The innermost who runs at an event: a generator or task rather than the thread below it; 0 if idle. */
  runningAt(event: number): number {
    const { kind, who } = this.columns;
    // The latest RUN whose entity still runs. Looking back is cheap: a run begins a few events ago.
    for (let i = Math.min(event, this.nEvents - 1), seen = 0; i >= 0 && seen < 4096; i--, seen++) {
      if (kind[i] !== Kind.RUN) continue;
      const e = who[i]!;
      if (this.hasLane(e) && this.stateAt(e, event) === Kind.RUN) return e;
    }
    return 0;
  }

  /** The next event at which anyone arrives at a line, wrapping around to the first; -1 if nobody ever does. */
  nextOnLine(file: number, line: number, after: number): number {
    const wanted = ((file << 20) | line) >>> 0;
    const { loc, kind } = this.columns;
    const n = this.nEvents;
    for (let k = 1; k <= n; k++) {
      const i = (after + k + n) % n;
      if (loc[i] === wanted && kind[i] !== Kind.COUNT && (i === 0 || loc[i - 1] !== wanted || kind[i] === Kind.LINE)) return i;
    }
    return -1;
  }

  // The rest, each built when first asked for.

  get edges(): Edges {
    return (this.edgeTable ??= buildEdges(this));
  }

  get console(): readonly ConsoleLine[] {
    return (this.consoleLines ??= buildConsole(this));
  }

  get counters(): readonly Counter[] {
    return (this.counterList ??= buildCounters(this));
  }

  /** Who had a loop's hands, a core or a GIL, piece by piece; null where nobody ever did. */
  strip(entity: number): Strip | null {
    this.stripMap ??= buildStrips(this);
    return this.stripMap.get(entity) ?? null;
  }

  /** The nested pieces of work of a lane, outermost first; empty for most. */
  works(entity: number): readonly WorkTrack[] {
    this.workMap ??= buildWorks(this);
    return this.workMap.get(entity) ?? NO_WORKS;
  }

  /** The events that say something a reader should know, of everyone with a lane or a group. */
  get notes(): readonly number[] {
    if (!this.noteList) {
      const { kind, who } = this.columns;
      this.noteList = [];
      for (let i = 0; i < this.nEvents; i++) {
        if (kind[i] === Kind.NOTE && (this.hasLane(who[i]!) || this.kindOf(who[i]!) === Entity.LOOP)) this.noteList.push(i);
      }
    }
    return this.noteList;
  }

  get handoffs(): Handoffs {
    return (this.handoffTable ??= buildHandoffs(this));
  }

  /** Who holds a lock when `event` has happened. */
  holders(lock: number, event: number): Holder[] {
    if (this.kindOf(lock) === Entity.GIL) {
      // The GIL has no events of its own: whichever thread of the process runs has it.
      const strip = this.strip(lock);
      const i = strip ? lastAtMost(strip.start, event) : -1;
      return strip && i >= 0 && strip.end[i]! > event ? [{ who: strip.who[i]!, event: strip.start[i]! }] : [];
    }
    this.lockTable ??= new Locks(this);
    return this.lockTable.holders(lock, event);
  }

  findMoment(query: string): Moment | null {
    return findMoment(this, query);
  }

  isLaneKind(entity: number): boolean {
    return isLaneKind(this.kindOf(entity));
  }
}
