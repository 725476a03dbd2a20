import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, LoadError, Superseded, type WorkerLike } from "../src/worker/client";
import { COLUMNS, type Engine, type FromWorker, type Request, type ToWorker } from "../src/worker/protocol";
import { RunLoop } from "../src/worker/runloop";

const request = (text: string): Request => ({ files: [{ name: "main.py", text }], params: {}, seed: 1, machine: { cores: 4, freeThreaded: false, switchIntervalNs: 5e6, instructionNs: 30, preempt: "safe" }, limits: {}, argv: [], stdin: "" });

/** An engine whose programs are numbers: how many steps they take; "bad" does not parse; "hang" never returns control. */
function engine(): Engine {
  let left = 0, total = 0;
  return {
    start(json) {
      const text = (JSON.parse(json) as Request).files[0]!.text;
      if (text === "bad") return JSON.stringify({ ok: false, error: { kind: "syntax", message: "invalid syntax", line: 1, col: 0 } });
      left = total = Number(text);
      return JSON.stringify({ ok: true });
    },
    step() {
      left--;
      return JSON.stringify({ done: left <= 0, events: total - left, time: (total - left) * 1000, out: [[1, "x", 0, 1]] });
    },
    recording() {
      const r = { header: JSON.stringify({ version: 1, digest: "00", nEvents: total - left }) } as ReturnType<Engine["recording"]>;
      for (const c of COLUMNS) r[c] = new Uint8Array([1, 2, 3]);
      return r;
    },
    inspect: (_, event) => JSON.stringify({ time: event }),
    version: () => "test",
  };
}

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  dead = false;
  private loop: RunLoop;
  constructor(private deaf = false) {
    this.loop = new RunLoop(engine(), (m) => this.tell(m), () => performance.now(), () => new Promise((r) => setTimeout(r, 0)));
  }
  private tell(m: FromWorker): void { if (!this.dead) queueMicrotask(() => this.onmessage?.({ data: m })); }
  postMessage(m: ToWorker): void {
    setTimeout(() => {
      if (m.type === "init") this.tell({ type: "ready", version: "test" });
      else if (m.type === "run") { if (!this.deaf) void this.loop.run(m.id, m.request); }
      else if (m.type === "cancel") { if (!this.deaf) this.loop.cancel(m.id); }
      else this.loop.inspect(m.id, m.request, m.event);
    }, 0);
  }
  terminate(): void { this.dead = true; }
}
const client = (make: () => FakeWorker, compile = async () => ({}) as WebAssembly.Module) => new Client({ wasmExec: "e", compile, spawn: make, cancelMs: 30 });

test("a run ends with its recording, output comes as it happens", async () => {
  const c = client(() => new FakeWorker());
  let out = 0;
  const r = await c.run(request("5"), (_e, _t, o) => { out += o.length; });
  assert.equal(r.type, "done");
  assert.equal(r.type === "done" && r.header.nEvents, 5);
  assert.equal(r.type === "done" && r.columns.time.byteLength, 3);
  assert.equal(out, 5);
  assert.equal(c.version, "test");
  assert.deepEqual(await c.inspect(request("5"), 7), { time: 7 });
});

test("a newer look takes the place of an older one", async () => {
  let made = 0;
  const c = client(() => { made++; return new FakeWorker(); });
  const old = c.inspect(request("5"), 1);
  await assert.rejects(Promise.all([old, c.inspect(request("5"), 2)]), (e) => e instanceof Superseded);
  assert.deepEqual(await c.inspect(request("5"), 3), { time: 3 });
  assert.ok(made >= 1);
});

test("a program that does not start says why", async () => {
  const r = await client(() => new FakeWorker()).run(request("bad"));
  assert.equal(r.type === "error" && r.error.message, "invalid syntax");
});

test("stop keeps what was recorded", async () => {
  const c = client(() => new FakeWorker());
  const run = c.run(request("1000000"));
  await new Promise((r) => setTimeout(r, 20));
  await c.cancel();
  const r = await run;
  assert.ok(r.type === "done" && r.cancelled && r.header.nEvents > 0);
  assert.equal((await c.run(request("2"))).type, "done");
});

test("a new run replaces the present one", async () => {
  const c = client(() => new FakeWorker());
  const first = c.run(request("1000000"));
  await new Promise((r) => setTimeout(r, 10));
  const second = await c.run(request("3"));
  assert.ok(second.type === "done" && !second.cancelled);
  const f = await first;
  assert.ok(f.type === "done" && f.cancelled);
});

test("a worker that does not answer is replaced", async () => {
  const made: FakeWorker[] = [];
  const c = client(() => { const w = new FakeWorker(made.length === 0); made.push(w); return w; });
  const run = c.run(request("5"));
  await new Promise((r) => setTimeout(r, 20));
  await c.cancel();
  assert.equal((await run).type, "killed");
  assert.equal(made[0]!.dead, true);
  assert.equal((await c.run(request("2"))).type, "done");
  assert.equal(made.length, 2);
});

test("the engine is compiled once, however often its worker is restarted", async () => {
  let compiled = 0, made = 0;
  const c = client(() => new FakeWorker(made++ === 0), async () => { compiled++; return {} as WebAssembly.Module; });
  const run = c.run(request("5"));
  await new Promise((r) => setTimeout(r, 20));
  await c.cancel();
  assert.equal((await run).type, "killed");
  assert.equal((await c.run(request("2"))).type, "done");
  assert.deepEqual([compiled, made], [1, 2]);
});

test("an engine that does not load rejects with the stage, and the next run tries again", async () => {
  let n = 0;
  const c = client(() => new FakeWorker(), async () => {
    if (n++ === 0) throw new LoadError("fetch", "404 Not Found");
    return {} as WebAssembly.Module;
  });
  await assert.rejects(c.run(request("1")), (e) => e instanceof LoadError && e.stage === "fetch" && /404/.test(e.message));
  assert.equal((await c.run(request("1"))).type, "done");
});
