// Recordings made by hand, in the wire format, for tests and for looking at the timeline without an engine.
// They keep the engine's rules: intervals tile, wakes end waits, the GIL has one holder.

import { Entity, Kind, type ColumnBytes, type Header } from "../src/recording/format";
import { Recording } from "../src/recording";

const MS = 1e6;

export class TraceBuilder {
  now = 0;
  line = 0;
  private readonly strings: string[] = [""];
  private readonly interned = new Map<string, number>([["", 0]]);
  private readonly events: number[][] = [];
  private readonly entities: number[][] = [[0, 0, 0, 0]];

  str(text: string): number {
    let i = this.interned.get(text);
    if (i === undefined) {
      i = this.strings.length;
      this.strings.push(text);
      this.interned.set(text, i);
    }
    return i;
  }

  entity(kind: number, name: string, parent: number): number {
    this.entities.push([kind, this.str(name), parent, this.events.length]);
    return this.entities.length - 1;
  }

  /** An entity with its CREATE. */
  create(kind: number, name: string, parent: number, creator = 0): number {
    const e = this.entity(kind, name, parent);
    this.event(Kind.CREATE, e, creator, name);
    return e;
  }

  event(kind: number, who: number, obj = 0, arg: string | number = 0, line = this.line): void {
    this.events.push([this.now, kind, who, obj, typeof arg === "string" ? this.str(arg) : arg, line]);
  }

  wire(extra: Partial<Header> = {}): { header: Header; columns: ColumnBytes } {
    const n = this.events.length;
    const bytes = (a: Float64Array | Uint32Array | Uint8Array): Uint8Array => new Uint8Array(a.buffer);
    const u32 = (rows: number[][], column: number): Uint8Array => bytes(Uint32Array.from(rows, (r) => r[column]!));
    return {
      header: {
        version: 1, engine: "synthetic", strings: this.strings, files: ["main.py"], end: this.now, digest: "0000000000000000",
        seed: 1, cores: 1, exit: 0, error: null, truncated: false, nEvents: n, nEntities: this.entities.length, ...extra,
      },
      columns: {
        time: bytes(Float64Array.from(this.events, (r) => r[0]!)),
        kind: Uint8Array.from(this.events, (r) => r[1]!),
        who: u32(this.events, 2), obj: u32(this.events, 3), arg: u32(this.events, 4), loc: u32(this.events, 5),
        ekind: Uint8Array.from(this.entities, (r) => r[0]!),
        ename: u32(this.entities, 1), eparent: u32(this.entities, 2), eborn: u32(this.entities, 3),
      },
    };
  }

  build(extra: Partial<Header> = {}): Recording {
    const { header, columns } = this.wire(extra);
    return Recording.decode(header, columns);
  }
}

export function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 4294967296;
  };
}

type Op =
  | ["cpu", number, number]
  | ["sleep", number, number]
  | ["spawn", string, Program]
  | ["gather", number[], number]
  | ["print", string]
  | ["cancel", number]
  | ["raise", string];
type Program = Generator<Op, void, number>;

/** An asyncio program: one loop, a ready queue, timers. */
export function loopRun(main: Program, name = "main"): Recording {
  const b = new TraceBuilder();
  const machine = b.entity(Entity.MACHINE, "machine", 0);
  const process = b.create(Entity.PROCESS, "main", machine);
  const thread = b.create(Entity.THREAD, "MainThread", process);
  b.event(Kind.RUN, thread);
  const loop = b.create(Entity.LOOP, "loop", thread, thread);
  const timers = b.entity(Entity.TIMER, "timers", loop);
  interface Task { id: number; program: Program; waiters: { left: number; task: Task }[]; dead: boolean; cancelled: boolean; line: number; answer: number }
  const tasks = new Map<number, Task>();
  const ready: Task[] = [];
  let due: { at: number; task: Task; dead: boolean }[] = [];
  const count = (): void => b.event(Kind.COUNT, loop, 0, ready.length, 0);
  const countTimers = (): void => b.event(Kind.COUNT, timers, 0, due.length, 0);
  const start = (taskName: string, program: Program, by: number): Task => {
    const task: Task = { id: b.create(Entity.TASK, taskName, loop, by), program, waiters: [], dead: false, cancelled: false, line: 0, answer: 0 };
    tasks.set(task.id, task);
    b.event(Kind.READY, task.id, by);
    ready.push(task);
    count();
    return task;
  };
  const wake = (task: Task, by: number, cause: string): void => {
    b.event(Kind.WAKE, by, task.id, cause, 0);
    b.event(Kind.READY, task.id, by, 0, 0);
    ready.push(task);
    count();
  };
  const advance = (to: number): void => {
    for (;;) {
      due.sort((p, q) => p.at - q.at);
      const next = due[0];
      if (!next || next.at > to) break;
      due.shift();
      if (next.dead) continue;
      b.now = Math.max(b.now, next.at);
      countTimers();
      wake(next.task, loop, "timer");
    }
    b.now = to;
  };
  start(name, main, thread);
  while (ready.length > 0 || due.some((t) => !t.dead)) {
    if (ready.length === 0) {
      due = due.filter((t) => !t.dead).sort((p, q) => p.at - q.at);
      b.event(Kind.WAIT, thread, 0, "select", 0);
      advance(due[0]!.at);
      b.event(Kind.RUN, thread, 0, 0, 0);
      continue;
    }
    const task = ready.shift()!;
    count();
    b.event(Kind.RUN, task.id, 0, 0, 0);
    if (task.cancelled) {
      b.event(Kind.CANCELLED, task.id, 0, 0, task.line);
      task.dead = true;
      continue;
    }
    for (;;) {
      const r = task.program.next(task.answer);
      if (r.done) {
        b.event(Kind.DONE, task.id, 0, "None", task.line);
        task.dead = true;
        for (const w of task.waiters) if (--w.left === 0) wake(w.task, task.id, "set_result");
        break;
      }
      const op = r.value;
      if (op[0] === "cpu") {
        if (op[2] !== task.line) b.event(Kind.LINE, task.id, 0, 0, op[2]);
        task.line = op[2];
        advance(b.now + op[1] * MS);
      } else if (op[0] === "print") b.event(Kind.OUT, task.id, 0, op[1] + "\n", task.line);
      else if (op[0] === "spawn") {
        b.line = task.line;
        task.answer = start(op[1], op[2], task.id).id;
        b.line = 0;
      } else if (op[0] === "cancel") {
        const other = tasks.get(op[1])!;
        b.event(Kind.CANCEL, task.id, other.id, 0, task.line);
        other.cancelled = true;
        for (const t of due) if (t.task === other) t.dead = true;
        b.event(Kind.READY, other.id, task.id, 0, 0);
        ready.push(other);
      } else if (op[0] === "raise") {
        b.event(Kind.FAIL, task.id, 0, op[1], task.line);
        task.dead = true;
        for (const w of task.waiters) if (--w.left === 0) wake(w.task, task.id, "set_exception");
        break;
      } else if (op[0] === "sleep") {
        task.line = op[2];
        due.push({ at: b.now + op[1] * MS, task, dead: false });
        b.event(Kind.TIMER, task.id, loop, op[1] * 1000, op[2]);
        b.event(Kind.WAIT, task.id, 0, `sleep ${Math.round(op[1])} ms`, op[2]);
        countTimers();
        break;
      } else {
        task.line = op[2];
        const w = { left: op[1].length, task };
        for (const id of op[1]) tasks.get(id)!.waiters.push(w);
        b.event(Kind.WAIT, task.id, 0, `gather of ${op[1].length} tasks`, op[2]);
        break;
      }
    }
  }
  b.event(Kind.DONE, loop, 0, 0, 0);
  b.event(Kind.DONE, thread, 0, 0, 0);
  return b.build();
}

/** The lesson's program: four pages one by one, then all at once, with a heartbeat. */
export function gatherRun(workers = 4, delay = 300, seed = 5): Recording {
  const rand = random(seed);
  function* fetch(n: number, fail: boolean): Program {
    yield ["cpu", 0.6, 7];
    yield ["sleep", delay + rand() * 50, 7];
    yield ["cpu", 43 + rand() * 6, 8];
    if (fail) {
      yield ["raise", `ConnectionError: page ${n}`];
      return;
    }
    yield ["cpu", 0.4, 11];
    yield ["print", `page ${n}: ${Math.ceil(150000 / (n + 7))} links`];
  }
  function* beat(): Program {
    for (;;) {
      yield ["cpu", 0.5, 15];
      yield ["sleep", 250, 15];
    }
  }
  function* main(): Program {
    yield ["cpu", 4, 18];
    const b: number = yield ["spawn", "heartbeat", beat()];
    for (let n = 0; n < workers; n++) yield* fetch(n, false);
    yield ["cpu", 1, 21];
    const all: number[] = [];
    for (let n = 0; n < workers; n++) all.push(yield ["spawn", `fetch(${n})`, fetch(n, n === workers - 1)]);
    yield ["gather", all, 21];
    yield ["cpu", 6, 24];
    yield ["cancel", b];
  }
  return loopRun(main());
}

/** Threads that share a GIL on two cores, each waiting for the disk and then wanting the CPU; a lock at the end. */
export function threadsRun(threads = 4, seed = 3): Recording {
  const b = new TraceBuilder();
  const rand = random(seed);
  const machine = b.entity(Entity.MACHINE, "machine", 0);
  const cores = [0, 1].map((i) => b.entity(Entity.CORE, String(i), machine));
  const process = b.create(Entity.PROCESS, "main", machine);
  const gil = b.entity(Entity.GIL, "GIL", process);
  const main = b.create(Entity.THREAD, "MainThread", process);
  const pool = b.create(Entity.POOL, "ThreadPool", process, main);
  const lock = b.create(Entity.LOCK, "lock a", process, main);
  interface T { id: number; left: number; wake: number; state: number; core: number; jobs: number }
  const step = 0.25;
  b.event(Kind.RUN, main, cores[0], 0, 20);
  b.now += 5 * MS;
  const list: T[] = [];
  for (let i = 0; i < threads; i++) {
    b.now += 1 * MS;
    const id = b.create(Entity.WORKER, `thread-${i}`, pool, main);
    b.event(Kind.SUBMIT, main, pool, "job", 22);
    b.event(Kind.COUNT, pool, 0, i + 1, 0);
    b.event(Kind.READY, id, main, 0, 0);
    list.push({ id, left: 0, wake: b.now + (8 + rand() * 9) * MS, state: Kind.READY, core: 1, jobs: 2 });
  }
  b.event(Kind.WAIT, main, 0, "result()", 23);
  list.forEach((t, i) => {
    b.event(Kind.PICKUP, t.id, 0, 0, 9);
    b.event(Kind.COUNT, pool, 0, threads - i - 1, 0);
    b.event(Kind.WAIT, t.id, 0, "disk", 12);
    t.state = Kind.WAIT;
  });
  const queue: T[] = [];
  let holder: T | null = null;
  let since = 0;
  let turn = 0;
  for (let guard = 0; guard < 5000 && list.some((t) => t.jobs > 0); guard++) {
    for (const t of list) {
      if (t.state === Kind.WAIT && b.now >= t.wake && t.jobs > 0) {
        t.left = (20 + rand() * 20) * MS;
        t.state = Kind.LOCKWAIT;
        b.event(Kind.LOCKWAIT, t.id, gil, "GIL", 17);
        queue.push(t);
      }
    }
    if (holder && (holder.left <= 0 || (queue.length > 0 && b.now - since >= 5 * MS))) {
      const t: T = holder;
      if (t.left <= 0) {
        t.jobs--;
        if (t.jobs > 0) {
          t.state = Kind.WAIT;
          t.wake = b.now + (8 + rand() * 9) * MS;
          b.event(Kind.WAIT, t.id, 0, "disk", 12);
        } else {
          b.event(Kind.OUT, t.id, 0, `thread ${list.indexOf(t)} done\n`, 18);
          b.event(Kind.DONE, t.id, 0, 0, 18);
          t.state = Kind.DONE;
        }
      } else {
        b.event(Kind.LOCKWAIT, t.id, gil, "GIL", 17);
        t.state = Kind.LOCKWAIT;
        queue.push(t);
      }
      holder = null;
    }
    if (!holder && queue.length > 0) {
      holder = queue.shift()!;
      since = b.now;
      holder.state = Kind.RUN;
      b.event(Kind.RUN, holder.id, cores[turn++ % 2], 0, 17);
    }
    b.now += step * MS;
    if (holder) holder.left -= step * MS;
  }
  b.event(Kind.WAKE, list[0]!.id, main, "set_result", 0);
  b.event(Kind.LOCKWAIT, main, lock, "lock a", 24);
  b.now += 12 * MS;
  b.event(Kind.RUN, main, cores[0], 0, 25);
  b.event(Kind.ACQUIRE, main, lock, 0, 25);
  b.now += 3 * MS;
  b.event(Kind.OUT, main, 0, "total 311\n", 26);
  b.event(Kind.DONE, main);
  return b.build({ cores: 2 });
}

/** A consumer that main sends to; nothing takes time but instructions. */
export function generatorRun(rounds = 6): Recording {
  const b = new TraceBuilder();
  const machine = b.entity(Entity.MACHINE, "machine", 0);
  const process = b.create(Entity.PROCESS, "main", machine);
  const main = b.create(Entity.THREAD, "MainThread", process);
  b.event(Kind.RUN, main, 0, 0, 1);
  b.now += 300;
  const gen = b.create(Entity.GENERATOR, "consumer", main, main);
  const enter = (how: string, line: number, genLine: number): void => {
    b.event(Kind.SWITCH, main, gen, how, line);
    b.event(Kind.WAIT, main, gen, "in consumer", line);
    b.event(Kind.RUN, gen, 0, 0, line);
    b.now += 30;
    b.event(Kind.LINE, gen, 0, 0, genLine);
  };
  const back = (genLine: number, line: number): void => {
    b.event(Kind.SWITCH, gen, main, "yield", genLine);
    b.event(Kind.WAIT, gen, 0, "yield", genLine);
    b.event(Kind.RUN, main, 0, 0, line);
    b.now += 60;
  };
  b.now += 60;
  enter("next", 9, 2);
  b.now += 60;
  back(4, 10);
  for (let i = 0; i < rounds; i++) {
    b.event(Kind.LINE, main, 0, 0, 11);
    b.now += 60;
    enter("send", 11, 5);
    b.event(Kind.OUT, gen, 0, `got ${i}\n`, 5);
    b.now += 90;
    back(4, 11);
  }
  enter("close", 12, 4);
  b.event(Kind.SWITCH, gen, main, "close", 6);
  b.event(Kind.CANCELLED, gen, 0, 0, 6);
  b.event(Kind.RUN, main, 0, 0, 12);
  b.now += 90;
  b.event(Kind.DONE, main, 0, 0, 12);
  return b.build();
}

/** Many lanes with very many short spans, to see whether the timeline stays fluid. */
export function bigRun(events = 1_000_000, lanes = 200, seed = 1): Recording {
  const b = new TraceBuilder();
  const rand = random(seed);
  const machine = b.entity(Entity.MACHINE, "machine", 0);
  const process = b.create(Entity.PROCESS, "main", machine);
  const thread = b.create(Entity.THREAD, "MainThread", process);
  b.event(Kind.RUN, thread);
  const loop = b.create(Entity.LOOP, "loop", thread, thread);
  const tasks: number[] = [];
  for (let i = 0; i < lanes; i++) {
    tasks.push(b.create(Entity.TASK, `task-${i}`, loop, tasks[0] ?? 0));
    b.event(Kind.READY, tasks[i]!, 0);
  }
  let n = 0;
  while (n < events) {
    const t = tasks[Math.floor(rand() * lanes)]!;
    b.event(Kind.READY, t, 0);
    b.now += 2000 + rand() * 4000;
    b.event(Kind.RUN, t);
    b.now += 1000 + rand() * 20000;
    b.event(Kind.LINE, t, 0, 0, 5 + Math.floor(rand() * 5));
    b.event(Kind.WAIT, t, 0, "sleep 1 ms", 7);
    n += 4;
  }
  return b.build();
}
