import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectorWords } from "../src/base/strings/inspector";
import { timelineWords } from "../src/base/strings/timeline";
import { plainText, WhyBuilder } from "../src/inspector/why";
import { Kind, type Recording } from "../src/recording";
import { labelOfWait } from "../src/timeline/lane";
import { layoutRows, NORMAL, rowAt } from "../src/timeline/rows";
import { followEdge, neighbourSpanEvent, neighbourStop } from "../src/timeline/steps";
import { describeRecording } from "../src/timeline/table";
import { gatherRun, generatorRun, threadsRun } from "./synthetic";

const words = timelineWords("en");
const named = (rec: Recording, name: string): number =>
  Array.from({ length: rec.nEntities }, (_, e) => e).find((e) => rec.hasLane(e) && rec.name(e) === name)!;

test("rows: groups, then lanes, without gaps", () => {
  const rec = threadsRun();
  const rows = layoutRows(rec, new Set(), NORMAL, words);
  assert.deepEqual(
    rows.rows.map((r) => (r.type === "lane" ? r.name : r.title)),
    ["Machine", "core 0", "core 1", "Process main", "GIL", "MainThread", "ThreadPool", "thread-0", "thread-1", "thread-2", "thread-3"],
  );
  let y = 0;
  for (const row of rows.rows) {
    assert.equal(row.y, y);
    assert.equal(rowAt(rows.rows, y + 1), row);
    y += row.height;
  }
  assert.equal(rows.height, y);
  assert.equal(rowAt(rows.rows, y + 1), null);
});

test("rows: one loop shows its tasks, collapsed it keeps its strip and its lanes in the minimap", () => {
  const rec = gatherRun();
  const open = layoutRows(rec, new Set(), NORMAL, words);
  assert.deepEqual(open.rows.map((r) => (r.type === "lane" ? r.name : r.title)), ["Event loop", "main", "heartbeat", "fetch(0)", "fetch(1)", "fetch(2)", "fetch(3)"]);
  const loop = open.rows[0]!.entity;
  const closed = layoutRows(rec, new Set([loop]), NORMAL, words);
  assert.equal(closed.rows.length, 1);
  assert.equal(closed.lanes.length, open.lanes.length);
  assert.ok(open.rows[0]!.type === "group" && open.rows[0]!.strip === loop);
  assert.equal(open.counters[0]!.title, "ready queue");
});

test("a step stops after what belongs together, forth and back alike", () => {
  for (const rec of [generatorRun(), gatherRun()]) {
    const forth: number[] = [0];
    for (let e = 0; ; ) {
      const next = neighbourStop(rec, e, 1);
      if (next === e) break;
      assert.ok(next > e);
      forth.push((e = next));
      assert.ok(forth.length <= rec.nEvents);
    }
    assert.equal(forth.at(-1), rec.nEvents - 1);
    // A switch is one stop: nobody is left running beside the one it went to.
    for (const event of forth) {
      const running = Array.from({ length: rec.nEntities }, (_, e) => e).filter((e) => rec.hasLane(e) && rec.stateAt(e, event) === Kind.RUN);
      assert.ok(running.length <= 1, `event ${event}`);
    }
    let e = rec.nEvents - 1;
    for (let i = 0; e > 0; i++) {
      const back = neighbourStop(rec, e, -1);
      assert.ok(back < e, `${back} < ${e}`);
      e = back;
      assert.ok(i < rec.nEvents);
    }
  }
});

test("spans of one lane, one after another", () => {
  const rec = gatherRun();
  const main = named(rec, "main");
  const units = rec.axis("events").ofEvent;
  const spans = [...rec.spansOf(main)].filter((s) => s.state !== Kind.CREATE && (s.to > s.from || s.toEvent === rec.nEvents || units[s.toEvent]! > units[s.event]!)).map((s) => s.event);
  let at = spans[0]!;
  for (const want of spans.slice(1)) assert.equal((at = neighbourSpanEvent(rec, main, at, 1)), want);
  assert.equal(neighbourSpanEvent(rec, main, at, 1), -1);
  assert.equal(neighbourSpanEvent(rec, main, at, -1), spans.at(-2));
  assert.equal(neighbourSpanEvent(rec, main, spans[3]! + 1, -1), spans[3]);
});

test("an arrow leads there and back", () => {
  const rec = generatorRun();
  const main = named(rec, "MainThread");
  const there = followEdge(rec, main, 5, 1)!;
  assert.equal(rec.name(there.entity), "consumer");
  assert.deepEqual(followEdge(rec, there.entity, there.event, -1), { entity: main, event: there.event });
});

test("a wait's label says how long it was, once", () => {
  assert.equal(labelOfWait("sleep 250 ms", 250e6), "sleep 250 ms");
  assert.equal(labelOfWait("sleep 100 ms", 350e6), "sleep 100 ms, took 350 ms");
  assert.equal(labelOfWait("sleep 1 s", 133e6, "zh"), "sleep 1 s，实际 133 ms");
  assert.equal(labelOfWait("result()", 307e6), "result() 307 ms");
  assert.equal(labelOfWait("gather of 4 tasks", 490e6), "gather of 4 tasks, 490 ms");
  assert.equal(labelOfWait("yield", 0), "yield");
});

test("the table has every span of every lane", () => {
  const rec = gatherRun();
  const rows = layoutRows(rec, new Set(), NORMAL, words);
  const table = describeRecording(rec, rows.lanes, "en", words);
  const gather = table.rows.find((r) => r.reason === "gather of 4 tasks")!;
  assert.deepEqual([gather.lane, gather.state, gather.says], ["main", "wait", "waiting"]);
  assert.equal(table.rows.filter((r) => r.state === "failed").length, 1);
  assert.equal(table.more, 0);
});

test("why: a task in gather, a thread at the GIL, a generator at its yield", () => {
  const say = (rec: Recording, name: string, time: number, lang: "en" | "zh" = "en") => {
    const why = new WhyBuilder(rec, rec.eventAt(time), time, lang, inspectorWords(lang)).explain(named(rec, name));
    return { text: plainText(rec, why.sentences), why };
  };
  const gather = gatherRun();
  const main = say(gather, "main", 1885e6);
  assert.match(main.text, /^main waits for gather of 4 tasks on line 21\. 2 of 4 tasks have finished\. fetch\(3\) is running\. fetch\(1\) is ready\. fetch\(1\) will wake it in \d+ ms\.$/);
  assert.deepEqual(main.why.chain.map((l) => gather.name(l.entity)), ["main", "fetch(1)", "fetch(3)"]);
  assert.match(say(gather, "main", 1885e6, "zh").text, /^main 在第 21 行等待 gather 4 个任务。4 个任务已完成 2 个。/);
  const threads = threadsRun();
  assert.match(say(threads, "thread-2", 60e6).text, /^thread-2 waits for GIL on line 17\. thread-3 has held it for 3\.\d ms on line 17\./);
  const gen = generatorRun();
  assert.match(say(gen, "consumer", 530).text, /^consumer (is suspended on line 4, until somebody|has been running for)/);
  assert.match(say(gather, "heartbeat", gather.end).text, /cancelled .* main asked for it\.$/);
  assert.match(say(gather, "fetch(3)", gather.end).text, /failed .* with ConnectionError: page 3\.$/);
});
