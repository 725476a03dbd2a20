import assert from "node:assert/strict";
import { test } from "node:test";
import { Entity, Kind, Recording, parseMoment, wokenBy } from "../src/recording";
import { busyStretches } from "../src/recording/axes";
import { bigRun, gatherRun, generatorRun, threadsRun, TraceBuilder } from "./synthetic";

const named = (rec: Recording, name: string): number => {
  for (let e = 1; e < rec.nEntities; e++) if (rec.name(e) === name && rec.isLaneKind(e)) return e;
  throw new Error(`no ${name}`);
};

test("columns survive the wire, aligned or not", () => {
  const b = new TraceBuilder();
  const t = b.create(Entity.THREAD, "t", 0);
  b.event(Kind.RUN, t, 0, 0, 3);
  b.now = 2.5e9;
  b.event(Kind.DONE, t, 0, "42");
  const { header, columns } = b.wire();
  const shifted = Object.fromEntries(
    Object.entries(columns).map(([name, bytes]) => {
      const copy = new Uint8Array(bytes.length + 1);
      copy.set(bytes as Uint8Array, 1);
      return [name, copy.subarray(1)];
    }),
  ) as unknown as typeof columns;
  for (const c of [columns, shifted]) {
    const rec = Recording.decode(JSON.stringify(header), c);
    assert.equal(rec.nEvents, 3);
    assert.equal(rec.end, 2.5e9);
    assert.deepEqual([...rec.spansOf(t)].map((s) => [s.state, s.from, s.to]), [[1, 0, 0], [3, 0, 2.5e9], [6, 2.5e9, 2.5e9]]);
    assert.equal(rec.spanAt(t, 2)!.text, "42");
  }
  assert.throws(() => Recording.decode({ ...header, version: 9 }, columns), /version 9/);
  assert.throws(() => Recording.decode({ ...header, nEvents: 4 }, columns), /column "/);
});

test("intervals tile from creation to the end", () => {
  for (const rec of [gatherRun(), threadsRun(), generatorRun()]) {
    for (let e = 1; e < rec.nEntities; e++) {
      let before: number | null = null;
      for (const span of rec.spansOf(e)) {
        if (before !== null) assert.equal(span.from, before, rec.name(e));
        assert.ok(span.to >= span.from);
        before = span.to;
      }
    }
  }
});

test("the state at an event is that of the last change", () => {
  const rec = gatherRun();
  const main = named(rec, "main");
  for (let i = 0; i < rec.nEvents; i++) {
    let want = 0;
    for (let j = 0; j <= i; j++) if (rec.columns.who[j] === main && rec.columns.kind[j]! <= 8) want = rec.columns.kind[j]!;
    assert.equal(rec.stateAt(main, i), want, `event ${i}`);
  }
});

test("hues go to lanes in order of creation, and not to the thread that only turns a loop", () => {
  const rec = gatherRun();
  const thread = named(rec, "MainThread");
  assert.deepEqual([rec.hue(thread), rec.hasLane(thread)], [-1, false]);
  assert.deepEqual([rec.hue(named(rec, "main")), rec.hasLane(named(rec, "main"))], [0, true]);
  assert.equal(rec.hue(named(rec, "heartbeat")), 1);
  assert.equal(rec.hue(named(rec, "fetch(2)")), 4);
  const threads = threadsRun();
  assert.deepEqual([threads.hue(named(threads, "MainThread")), threads.hasLane(named(threads, "MainThread"))], [0, true]);
  assert.equal(threads.hue(named(threads, "thread-1")), 2);
});

test("who is on which line, whoever runs first", () => {
  const rec = gatherRun();
  const at = rec.findMoment("fetch(3)/line:8")!;
  const where = rec.whoIsWhere(at.event);
  assert.equal(where[0]!.entity, at.entity);
  assert.deepEqual([where[0]!.line, where[0]!.state], [8, Kind.RUN]);
  assert.equal(where.find((w) => w.entity === named(rec, "main"))!.line, 21);
  assert.equal(rec.runningAt(at.event), at.entity);
  assert.equal(rec.columns.loc[rec.nextOnLine(0, 24, 0)], 24);
  assert.equal(rec.nextOnLine(0, 999, 0), -1);
});

test("moments", () => {
  const rec = gatherRun();
  for (const bad of ["", "main", "main/", "main/nonsense", "main/wait#0", "/wait"]) assert.equal(parseMoment(bad), null, bad);
  const waits = [...rec.spansOf(named(rec, "main"))].filter((s) => s.state === Kind.WAIT);
  assert.equal(rec.findMoment("main/wait")!.event, waits[0]!.event);
  assert.equal(rec.findMoment("main/wait#3")!.event, waits[2]!.event);
  assert.equal(rec.findMoment("main/wait#-1")!.event, waits.at(-1)!.event);
  assert.equal(rec.findMoment("main/wait#99"), null);
  assert.equal(rec.findMoment("nobody/wait"), null);
  const out = rec.findMoment("*/out:page 2#-1")!;
  assert.equal(rec.name(out.entity), "fetch(2)");
  assert.equal(rec.findMoment("main/line:8#2")!.time > rec.findMoment("main/line:8")!.time, true);
});

test("the k-th entity of a name", () => {
  const b = new TraceBuilder();
  const thread = b.create(Entity.THREAD, "t", 0);
  const future = b.create(Entity.FUTURE, "job", thread);
  const first = b.create(Entity.GENERATOR, "job", thread);
  const second = b.create(Entity.GENERATOR, "job", thread);
  for (const e of [future, first, second]) b.event(Kind.WAIT, e);
  const rec = b.build();
  assert.equal(rec.findMoment("job/wait")!.entity, first);
  assert.equal(rec.findMoment("job@2/wait")!.entity, second);
});

test("every wake of a lane ends a wait, and is told once", () => {
  const rec = gatherRun();
  const { edges } = rec;
  const seen = new Set<string>();
  for (let i = 0; i < edges.length; i++) {
    const key = `${edges.kind[i]} ${edges.to[i]} ${rec.timeOf(edges.event[i]!)}`;
    if (edges.kind[i] === 3) {
      assert.ok(!seen.has(key), key);
      const before = rec.stateAt(edges.to[i]!, edges.event[i]! - 1);
      assert.ok(before === Kind.WAIT || before === Kind.CREATE, String(before));
    }
    seen.add(key);
  }
  const gather = [...rec.spansOf(named(rec, "main"))].filter((s) => s.state === Kind.WAIT).at(-1)!;
  assert.equal(rec.name(wokenBy(rec, gather.entity, gather.toEvent)!.who).startsWith("fetch("), true);
});

test("the console joins pieces and keeps streams apart", () => {
  const b = new TraceBuilder();
  const t = b.create(Entity.THREAD, "t", 0);
  b.event(Kind.OUT, t, 0, "a");
  b.event(Kind.ERR, t, 0, "oops\n");
  b.now = 5;
  b.event(Kind.OUT, t, 0, "b\n\nc\nrest");
  const rec = b.build();
  assert.deepEqual(rec.console.map((l) => [l.stream, l.text]), [["out", "ab"], ["err", "oops"], ["out", ""], ["out", "c"], ["out", "rest"]]);
  assert.equal(rec.console[0]!.time, 0);
});

test("counters are steps", () => {
  const rec = gatherRun();
  const ready = rec.counters.find((c) => rec.kindOf(c.entity) === Entity.LOOP)!;
  assert.equal(ready.max, 4);
  for (let i = 0; i < rec.nEvents; i++) if (rec.columns.kind[i] === Kind.COUNT && rec.columns.who[i] === ready.entity) assert.equal(ready.at(i), rec.columns.arg[i]);
  assert.equal(ready.at(-1), 0);
});

test("axes never go back, and lead back to where they came from", () => {
  for (const rec of [gatherRun(), threadsRun(), generatorRun()]) {
    for (const name of ["time", "events", "folded"] as const) {
      const axis = rec.axis(name);
      for (let i = 1; i <= rec.nEvents; i++) assert.ok(axis.ofEvent[i]! >= axis.ofEvent[i - 1]!, `${name} ${i}`);
      assert.equal(axis.ofEvent[rec.nEvents], axis.length);
      for (let i = 0; i < rec.nEvents; i += 7) {
        const unit = axis.unitOf(i, rec.timeOf(i));
        assert.ok(Math.abs(unit - axis.ofEvent[i]!) < axis.length * 1e-9 + 1e-6, `${name} ${i}`);
        const back = axis.momentAt(unit);
        assert.ok(Math.abs(back.time - rec.timeOf(i)) <= rec.end * 1e-9 + 1, `${name} ${i}: ${back.time} ${rec.timeOf(i)}`);
      }
    }
  }
});

test("on the axis of events every run has width", () => {
  for (const rec of [gatherRun(), generatorRun(), threadsRun()]) {
    const { ofEvent } = rec.axis("events");
    for (let e = 1; e < rec.nEntities; e++) {
      if (!rec.hasLane(e)) continue;
      for (const span of rec.spansOf(e)) if (span.state === Kind.RUN) assert.ok(ofEvent[span.toEvent]! - ofEvent[span.event]! >= 1, `${rec.name(e)} ${span.event}`);
    }
  }
});

test("folding leaves out what is idle and nothing else", () => {
  const rec = gatherRun();
  const axis = rec.axis("folded");
  assert.ok(axis.folds.length >= 4);
  assert.ok(axis.length < rec.end * 0.6);
  const busy = busyStretches(rec);
  for (const fold of axis.folds) {
    for (let i = 0; i < busy.length; i += 2) assert.ok(busy[i + 1]! <= fold.from || busy[i]! >= fold.to);
    assert.ok(fold.unitTo - fold.unitFrom < fold.to - fold.from);
  }
});

test("the axis that says more is chosen", () => {
  assert.equal(generatorRun(40).defaultAxis, "events");
  assert.equal(gatherRun().defaultAxis, "time");
  assert.equal(threadsRun().defaultAxis, "time");
});

test("cores, the GIL and a loop have one holder at a time", () => {
  for (const rec of [threadsRun(), gatherRun()]) {
    let strips = 0;
    for (let e = 1; e < rec.nEntities; e++) {
      if (![Entity.CORE, Entity.GIL, Entity.LOOP].includes(rec.kindOf(e) as 4)) continue;
      const strip = rec.strip(e);
      if (!strip) continue;
      strips++;
      for (let i = 1; i < strip.start.length; i++) assert.ok(strip.start[i]! >= strip.end[i - 1]!);
    }
    assert.ok(strips > 0);
  }
});

test("who holds a lock", () => {
  const rec = threadsRun();
  const gil = Array.from({ length: rec.nEntities }, (_, e) => e).find((e) => rec.kindOf(e) === Entity.GIL)!;
  const event = rec.eventAt(60e6);
  const held = rec.holders(gil, event);
  assert.equal(held.length, 1);
  assert.equal(rec.stateAt(held[0]!.who, event), Kind.RUN);
});

test("a quarter of a million events are decoded and indexed in a moment", () => {
  const rec = bigRun(250_000, 50);
  const start = performance.now();
  rec.edges;
  rec.axis("events");
  rec.axis("folded");
  rec.strip(1);
  assert.ok(performance.now() - start < 2000);
});

test("a future is a piece of its worker's work from pick-up to result, and nested spans lie inside", () => {
  const b = new TraceBuilder();
  const main = b.create(Entity.THREAD, "MainThread", 0);
  b.event(Kind.RUN, main);
  const pool = b.entity(Entity.POOL, "pool", 0);
  const worker = b.create(Entity.THREAD, "worker_0", pool, main);
  const future = b.entity(Entity.FUTURE, "future-1", pool);
  b.event(Kind.SUBMIT, main, future, "job");
  b.now = 5;
  b.event(Kind.RUN, worker);
  b.event(Kind.PICKUP, worker, future);
  b.event(Kind.SPAN, worker, 0, "pickle 10 B");
  b.now = 7;
  b.event(Kind.SPANEND, worker, 0, "pickle 10 B");
  b.now = 9;
  b.event(Kind.RESULT, future, worker, "result");
  b.event(Kind.SPANEND, worker, 0, "of nothing");
  b.event(Kind.DONE, worker);
  const rec = b.build();
  const [jobs, inner] = rec.works(worker);
  assert.deepEqual(jobs!.name.map((n) => rec.text(n)), ["job"]);
  assert.deepEqual([rec.timeOf(jobs!.start[0]!), rec.timeOf(jobs!.end[0]!)], [5, 9]);
  assert.deepEqual([rec.timeOf(inner!.start[0]!), rec.timeOf(inner!.end[0]!)], [5, 7]);
  assert.equal(rec.works(main).length, 0);
  assert.deepEqual([rec.handoffs.from, rec.handoffs.to], [[main], [worker]]);
});

test("items of a queue are handed over in order, and not where the queue has another one", () => {
  const b = new TraceBuilder();
  const producer = b.create(Entity.THREAD, "producer", 0);
  const consumer = b.create(Entity.THREAD, "consumer", 0);
  const fifo = b.entity(Entity.QUEUE, "Queue", 0);
  const lifo = b.entity(Entity.QUEUE, "LifoQueue", 0);
  for (const q of [fifo, lifo]) {
    b.event(Kind.PUT, producer, q, 1);
    b.event(Kind.PUT, producer, q, 2);
    b.now += 3;
    b.event(Kind.GET, consumer, q, 1);
  }
  const rec = b.build();
  assert.deepEqual([rec.handoffs.given, rec.handoffs.taken], [[2], [4]]);
});
