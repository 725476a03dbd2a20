// The rows of the timeline, from top to bottom: pure, from the recording and what is collapsed.
//
//   machine        when it has more than one core and more than one thread: a row per core
//     process      when there is more than one of something: a GIL row, then its threads
//       thread     a lane, then what runs inside of it: greenlets, generators
//         loop     a group: its row is the strip of what it ran, then its tasks
//       pool       a group: its workers
// Heights are the caller's choice (Density); y is filled in here, so that hit tests and drawing agree.
// May import: recording, base/strings. Must not know: canvas, pointer.

import { type TimelineWord } from "../base/strings/timeline";
import { Entity, worthShowing, type Counter, type Recording } from "../recording";

export interface Density {
  readonly lane: number;
  readonly bar: number;
  readonly group: number;
  readonly core: number;
  readonly counter: number;
  /** A track of nested work below the bar. */
  readonly track: number;
  /** Names stand above their lanes instead of beside them. */
  readonly above: boolean;
}

export const NORMAL: Density = { lane: 24, bar: 13, group: 22, core: 16, counter: 30, track: 13, above: false };
export const DENSE: Density = { lane: 20, bar: 11, group: 22, core: 16, counter: 30, track: 12, above: false };
export const ROOMY: Density = { lane: 42, bar: 18, group: 28, core: 18, counter: 40, track: 15, above: false };
export const PHONE: Density = { lane: 66, bar: 22, group: 24, core: 20, counter: 52, track: 16, above: true };

interface RowBase {
  readonly y: number;
  readonly height: number;
}
export interface GroupRow extends RowBase {
  readonly type: "group";
  readonly entity: number;
  /** What its strip shows; 0 for none. */
  readonly strip: number;
  readonly title: string;
  readonly detail: string;
  readonly collapsed: boolean;
}
export interface SharedRow extends RowBase {
  readonly type: "core" | "gil";
  readonly entity: number;
  readonly title: string;
}
export interface LaneRow extends RowBase {
  readonly type: "lane";
  readonly entity: number;
  readonly name: string;
  /** Middle of the bar. */
  readonly mid: number;
  /** How many tracks of nested work are below the bar. */
  readonly tracks: number;
}
export type Row = GroupRow | SharedRow | LaneRow;

export interface CounterRow extends RowBase {
  readonly counter: Counter;
  readonly title: string;
  /** Where there is no room for the title. */
  readonly short: string;
}

export interface Rows {
  readonly counters: readonly CounterRow[];
  readonly countersHeight: number;
  readonly rows: readonly Row[];
  /** Middle of the lane, by entity. */
  readonly mid: ReadonlyMap<number, number>;
  /** Every entity with a lane, shown or collapsed, in order: the rows of the minimap. */
  readonly lanes: readonly number[];
  readonly height: number;
  readonly density: Density;
}

export type Words = (key: TimelineWord, values?: Record<string, string | number>) => string;

const MOST_COUNTERS = 3;
const MOST_TRACKED = 24;

export function layoutRows(rec: Recording, collapsed: ReadonlySet<number>, density: Density, words: Words): Rows {
  let builder = new Builder(rec, collapsed, density, words, true);
  builder.machine();
  if (density.above && collapsed.size === 0 && builder.rows.filter((r) => r.type === "group").length === 1) {
    // On a phone the only group is not worth a row.
    builder = new Builder(rec, collapsed, density, words, false);
    builder.machine();
  }
  const counters = layoutCounters(rec, density, words);
  return {
    counters: counters.rows, countersHeight: counters.height,
    rows: builder.rows, mid: builder.mid, lanes: builder.lanes, height: builder.y, density,
  };
}

function layoutCounters(rec: Recording, density: Density, words: Words): { rows: CounterRow[]; height: number } {
  const rows: CounterRow[] = [];
  let y = 0;
  // How long a queue is says most; timers are what waits, which the lanes show anyway.
  const queues = rec.counters.filter((c) => c.max > 0 && rec.kindOf(c.entity) !== Entity.TIMER);
  const some = queues.length > 0 ? queues : rec.counters.filter((c) => c.max > 0);
  // The queues inside of a pool say what its backlog says.
  const pools = some.filter((c) => rec.kindOf(c.entity) === Entity.POOL).map((c) => rec.name(c.entity));
  const sorted = some.filter((c) => rec.kindOf(c.entity) !== Entity.QUEUE || !pools.includes(rec.name(c.entity).replace(/^(queue|tasks of|results of) /, "")));
  for (const counter of sorted.slice(0, density.above ? 1 : MOST_COUNTERS)) {
    if (counter.max < 2 && rows.length > 0) continue;
    const title = counterTitle(rec, counter, words);
    rows.push({ counter, title, short: rec.kindOf(counter.entity) === Entity.POOL ? words("backlogShort") : title, y, height: density.counter });
    y += density.counter;
  }
  return { rows, height: y };
}

function counterTitle(rec: Recording, counter: Counter, words: Words): string {
  switch (rec.kindOf(counter.entity)) {
    case Entity.LOOP:
    case Entity.HUB:
      return words("readyQueue");
    case Entity.TIMER:
      return words("timers");
    case Entity.POOL:
      // A hub's pool counts the greenlets that are in it.
      if (rec.kindOf(rec.parentOf(counter.entity)) === Entity.HUB) return rec.name(counter.entity);
      return words("backlog", { name: rec.name(counter.entity) });
    default:
      return rec.name(counter.entity) || words("readyQueue");
  }
}

class Builder {
  readonly rows: Row[] = [];
  readonly mid = new Map<number, number>();
  readonly lanes: number[] = [];
  y = 0;
  private hidden = false;
  private loops = 0;
  /** Nested work is shown where lanes are few: a hundred workers are looked at for their pattern. */
  private readonly tracked: boolean;

  constructor(
    private readonly rec: Recording,
    private readonly collapsed: ReadonlySet<number>,
    private readonly density: Density,
    private readonly words: Words,
    private readonly groups: boolean,
  ) {
    let lanes = 0;
    for (let e = 1; e < rec.nEntities && lanes <= MOST_TRACKED; e++) if (rec.hasLane(e)) lanes++;
    this.tracked = lanes <= MOST_TRACKED;
  }

  machine(): void {
    const { rec } = this;
    const processes: number[] = [];
    const cores: number[] = [];
    let machine = 0;
    let threads = 0;
    for (let e = 1; e < rec.nEntities; e++) {
      const kind = rec.kindOf(e);
      if (kind === Entity.PROCESS) processes.push(e);
      else if (kind === Entity.CORE) cores.push(e);
      else if (kind === Entity.MACHINE) machine = e;
      else if (kind === Entity.THREAD || kind === Entity.WORKER) threads++;
    }
    this.loops = processes.length === 0 ? 0 : countLoops(rec);
    if (cores.length > 1 && threads > 1 && cores.some((c) => rec.strip(c))) {
      this.group(machine, 0, this.words("machine"), this.words("cores", { n: cores.length }), () => {
        cores.forEach((core, i) => {
          this.shared("core", core, this.words("core", { n: coreNumber(rec.name(core), i) }));
        });
      });
    }
    // A process of which nothing is to be said but what its one thread does is one lane.
    const small = processes.filter((p, i) => i > 0 && this.onlyLane(p) !== 0);
    for (const process of processes) {
      if (!small.includes(process)) this.process(process, processes.length > 1 || threads > 1);
    }
    const pools = new Map<number, number[]>();
    for (const process of small) {
      const pool = rec.ancestor(rec.parentOf(process), Entity.POOL);
      pools.set(pool, [...(pools.get(pool) ?? []), process]);
    }
    for (const [pool, members] of pools) {
      const title = pool ? rec.name(pool) : this.words("processes");
      this.group(pool || LONE_PROCESSES, 0, title, String(members.length), () => {
        for (const process of members) {
          const thread = this.onlyLane(process);
          this.lane(thread);
          // Arrows to the process lead to its lane.
          const mid = this.mid.get(thread);
          if (mid !== undefined) this.mid.set(process, mid);
        }
      });
    }
    // Lanes that hang nowhere: a recording without a process is odd, but is shown.
    for (let e = 1; e < rec.nEntities; e++) {
      if (rec.hasLane(e) && !this.seen.has(e)) this.lane(e);
    }
  }

  private readonly seen = new Set<number>();

  private onlyLane(process: number): number {
    const inside = this.rec.children(process).filter((c) => this.rec.kindOf(c) !== Entity.GIL);
    if (inside.length !== 1) return 0;
    const thread = inside[0]!;
    return this.rec.hasLane(thread) && this.rec.children(thread).length === 0 ? thread : 0;
  }

  private process(process: number, titled: boolean): void {
    const { rec } = this;
    const children = rec.children(process);
    const threads = children.filter((c) => rec.kindOf(c) === Entity.THREAD || rec.kindOf(c) === Entity.WORKER);
    const pools = children.filter((c) => rec.kindOf(c) === Entity.POOL);
    const body = (): void => {
      const gil = children.find((c) => rec.kindOf(c) === Entity.GIL);
      const all = threads.length + pools.reduce((n, p) => n + rec.children(p).length, 0);
      if (gil && all > 1 && rec.strip(gil)) this.shared("gil", gil, this.words("gil"));
      const helpers = threads.filter((t, i) => i > 0 && rec.isHelper(t));
      for (const thread of threads) if (!helpers.includes(thread)) this.thread(thread);
      if (helpers.length > 0) {
        this.group(helperGroup(process), 0, this.words("helpers"), this.words("threads", { n: helpers.length }), () => {
          for (const thread of helpers) this.thread(thread);
        });
      }
      for (const pool of pools) this.pool(pool);
      for (const other of children) if (rec.kindOf(other) === Entity.LOOP) this.loop(other, 0);
    };
    if (!titled) body();
    else this.group(process, 0, this.words("process", { name: rec.name(process) }), "", body);
  }

  private thread(thread: number): void {
    this.lane(thread);
    this.inside(thread, thread);
  }

  /** What runs in a thread or a hub, in order of creation; groups last. */
  private inside(parent: number, thread: number): void {
    const { rec } = this;
    const groups: number[] = [];
    for (const child of rec.children(parent)) {
      const kind = rec.kindOf(child);
      if (kind === Entity.LOOP || kind === Entity.HUB || kind === Entity.POOL) groups.push(child);
      else if (rec.hasLane(child)) {
        this.lane(child);
        if (rec.children(child).length > 0) this.inside(child, thread);
      }
    }
    for (const group of groups) {
      if (rec.kindOf(group) === Entity.POOL) this.pool(group);
      else this.loop(group, thread);
    }
  }

  private loop(loop: number, thread: number): void {
    const { rec } = this;
    if (!rec.children(loop).some((c) => rec.hasLane(c))) return;
    const kind = rec.kindOf(loop) === Entity.HUB ? this.words("hub") : this.words("eventLoop");
    const named = this.loops > 1 && rec.name(loop) && rec.name(loop) !== "hub";
    const title = named ? `${kind} ${rec.name(loop)}` : kind;
    this.group(loop, loop, title, thread ? rec.name(thread) : "", () => this.inside(loop, thread));
  }

  private pool(pool: number): void {
    const { rec } = this;
    const workers = rec.children(pool).filter((c) => rec.hasLane(c));
    if (workers.length === 0) return;
    const members = workers.every((w) => rec.kindOf(w) === Entity.GREENLET) ? "greenlets" : "threads";
    this.group(pool, 0, rec.name(pool), this.words(members, { n: workers.length }), () => {
      for (const worker of workers) this.thread(worker);
    });
  }

  private group(entity: number, strip: number, title: string, detail: string, body: () => void): void {
    const collapsed = this.collapsed.has(entity);
    if (!this.hidden && this.groups) {
      const height = this.density.group;
      this.rows.push({ type: "group", entity, strip: strip || (collapsed ? entity : 0), title, detail, collapsed, y: this.y, height });
      this.y += height;
    }
    const before = this.hidden;
    this.hidden = before || collapsed;
    body();
    this.hidden = before;
  }

  private shared(type: "core" | "gil", entity: number, title: string): void {
    if (this.hidden) return;
    const height = this.density.core;
    this.rows.push({ type, entity, title, y: this.y, height });
    this.y += height;
  }

  private lane(entity: number, name = this.rec.label(entity)): void {
    if (!this.rec.hasLane(entity) || this.seen.has(entity)) return;
    this.seen.add(entity);
    this.lanes.push(entity);
    if (this.hidden) return;
    const { lane, bar, above, track } = this.density;
    const mid = this.y + Math.round(above ? lane - bar / 2 - 5 : lane / 2);
    const tracks = this.tracked ? worthShowing(this.rec, this.rec.works(entity)) : 0;
    const height = lane + tracks * track + (tracks > 0 ? 2 : 0);
    this.rows.push({ type: "lane", entity, name, y: this.y, height, mid, tracks });
    this.mid.set(entity, mid);
    this.y += height;
  }
}

function countLoops(rec: Recording): number {
  let n = 0;
  for (let e = 1; e < rec.nEntities; e++) {
    if (rec.kindOf(e) === Entity.LOOP || rec.kindOf(e) === Entity.HUB) n++;
  }
  return n;
}

/** "core 2" and "2" are both core 2. */
const coreNumber = (name: string, index: number): string => /(\d+)$/.exec(name)?.[1] ?? String(index);

/** The first and one past the last row that a stretch of y touches. */
export function rowsWithin(rows: readonly Row[], from: number, to: number): [number, number] {
  let lo = 0;
  let hi = rows.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (rows[mid]!.y + rows[mid]!.height <= from) lo = mid + 1;
    else hi = mid;
  }
  let end = lo;
  while (end < rows.length && rows[end]!.y < to) end++;
  return [lo, end];
}

export function rowAt(rows: readonly Row[], y: number): Row | null {
  const [i, end] = rowsWithin(rows, y, y + 0.01);
  return i < end ? rows[i]! : null;
}


/** The key by which processes that belong to no pool are collapsed. */
const LONE_PROCESSES = -1;

/** The key by which the helper threads of a process are collapsed: no entity has it. */
const helperGroup = (process: number): number => LONE_PROCESSES - process;

/** The rows of cores say little where they are hardly used: they begin collapsed. */
export function collapsedAtFirst(rec: Recording): number[] {
  let machine = 0;
  let busy = 0;
  for (let e = 1; e < rec.nEntities; e++) {
    if (rec.kindOf(e) === Entity.MACHINE) machine = e;
    if (rec.kindOf(e) !== Entity.CORE) continue;
    const strip = rec.strip(e);
    for (let i = 0; strip && i < strip.start.length; i++) busy += rec.timeOf(strip.end[i]!) - rec.timeOf(strip.start[i]!);
  }
  const collapsed = machine && busy < rec.end * 0.02 ? [machine] : [];
  for (let e = 1; e < rec.nEntities; e++) if (rec.kindOf(e) === Entity.PROCESS) collapsed.push(helperGroup(e));
  return collapsed;
}
