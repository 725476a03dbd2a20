import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, strToU8 } from "fflate";
import { decode, encode, isShare } from "../src/share/codec";
import { readQuery, writeQuery } from "../src/share/query";
import { check, empty, LinkError, type Shared } from "../src/share/state";

const full = (): Shared => ({
  scenario: "gather", title: "一起等待 🙂", code: 'print("你好, wörld")\n名字 = 4  #@param {type:"integer"}\n', files: { "shop/stock.py": "left = 3\n" }, params: { 名字: 4, s: "é" }, seed: 7,
  machine: { cores: 2, gil: false }, engine: "0.1.0", view: { axis: "time", from: 0, to: 2e9 }, playhead: { event: 12, time: 34.5 }, select: 3, digest: "00ff00ff00ff00ff",
});
const plain = (v: unknown) => JSON.parse(JSON.stringify(v));
const b64 = (d: Uint8Array) => Buffer.from(d).toString("base64url");
const fails = (fragment: string, key: string) => assert.throws(() => decode(fragment), (e) => e instanceof LinkError && e.key === key, fragment.slice(0, 60) + " should be " + key);

test("a link restores everything", () => {
  assert.deepEqual(plain(decode(encode(full()))), full());
  assert.equal(decode(encode({ ...empty(), code: "" })).code, "");
});

test("links survive chat tools: no padding, no trailing underscore", () => {
  for (let i = 0; i < 400; i++) {
    const f = encode({ ...full(), code: "x".repeat(i) + String.fromCodePoint(0x4e00 + i * 7) });
    assert.match(f, /^v1\.[\w-]*[A-Za-z0-9-]$/);
    assert.equal(decode(f).code!.length, i + 1);
  }
});

test("what is not ours is left alone, other versions are named", () => {
  assert.equal(isShare("section-2"), false);
  assert.equal(isShare("v1.abc"), true);
  fails("v2.abc", "version");
  fails("v99999999999999999999.abc", "version");
});

test("broken and truncated links", () => {
  const f = encode({ ...full(), code: "for i in range(10):\n    print(i, 'some text')\n".repeat(20) });
  fails("v1.", "truncated");
  fails("v1.%%%", "broken");
  fails("v1.a b", "broken");
  for (let n = 4; n < f.length; n++) assert.throws(() => decode(f.slice(0, n)), LinkError, `cut at ${n}`);
  let bad = 0;
  for (let n = 3; n < f.length; n++) {
    const c = f[n] === "A" ? "B" : "A";
    try { decode(f.slice(0, n) + c + f.slice(n + 1)); } catch (e) { assert.ok(e instanceof LinkError, String(e)); bad++; }
  }
  assert.ok(bad > 0);
  for (let n = 0; n < 2000; n++) {
    const junk = new Uint8Array(n % 97).map((_, i) => (n * 31 + i * i * 7) & 255);
    try { decode("v1." + b64(junk)); } catch (e) { assert.ok(e instanceof LinkError, String(e)); }
  }
});

test("a bomb is stopped at the cap", () => {
  const before = process.memoryUsage().rss;
  fails("v1." + b64(deflateSync(new Uint8Array(200 << 20), { level: 9 })), "tooBig");
  fails("v1." + "A".repeat((1 << 20) + 1), "tooBig");
  fails("v1." + b64(deflateSync(strToU8(JSON.stringify({ code: "x".repeat(300_000) })))), "content");
  assert.ok(process.memoryUsage().rss - before < 600 << 20);
});

test("hostile contents are refused by name", () => {
  const link = (v: unknown) => "v1." + b64(deflateSync(strToU8(typeof v === "string" ? v : JSON.stringify(v))));
  for (const v of [1, [], "null", "true", { code: 1 }, {}, { code: "x", seed: -1 }, { code: "x", seed: 1.5 }, { code: "x", machine: { cores: 1e9 } }, { code: "x", machine: [] },
    { code: "x", view: { axis: "<b>", from: 0, to: 1 } }, { code: "x", view: { axis: "time", from: 5, to: 1 } }, { code: "x", playhead: { event: -1, time: 0 } }, { code: "x", params: { a: {} } },
    { code: "x", scenario: "../../etc" }, { code: "x", digest: "<script>" }, { code: "x", select: "1" }]) fails(link(v), "content");
  fails(link("{nope"), "broken");
  fails("v1." + b64(deflateSync(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))), "broken");
  const proto = decode(link('{"code":"x","params":{"__proto__":1},"__proto__":{"seed":5}}'));
  assert.equal(proto.seed, null);
  assert.equal(({} as Record<string, unknown>)["seed"], undefined);
  assert.throws(() => check(undefined), LinkError);
});

test("readable links, written and edited by hand", () => {
  const s: Shared = { ...full(), title: "", code: null, params: { workers: 8, mode: "a b", on: true, seed: 9 } };
  const q = writeQuery(s);
  assert.match(q, /^\?scenario=gather&workers=8&mode=a%20b&on=True&\.seed=9&seed=7&cores=2&gil=off&/);
  const r = readQuery(q);
  assert.deepEqual(r.rejected, []);
  assert.deepEqual({ ...r.values }, { workers: "8", mode: "a b", on: "True", seed: "9" });
  assert.deepEqual(plain(r.shared), { ...plain(s), files: {}, params: {} });
  assert.equal(writeQuery({ ...empty(), scenario: "gather", params: { workers: 8 }, seed: 3 }), "?scenario=gather&workers=8&seed=3");
  assert.ok(!writeQuery({ ...empty(), scenario: "x", params: { a: "b_" } }).endsWith("_"));
});

test("nonsense in a readable link is named, the rest is used", () => {
  const r = readQuery("?scenario=gather&seed=abc&cores=0&view=x&at=-1&workers=8&digest=zz");
  assert.deepEqual(r.rejected, ["seed=abc", "cores=0", "view=x", "at=-1", "digest=zz"]);
  assert.deepEqual({ ...r.values }, { workers: "8" });
  assert.deepEqual({ ...readQuery("?utm_source=x").values }, { utm_source: "x" });
  assert.equal(readQuery("?scenario=%3Cscript%3E").rejected.length, 1);
});

test("files of a link stay inside the program's folder and within its size", () => {
  const withFiles = (files: unknown) => check({ code: "", files });
  assert.deepEqual(plain(withFiles({ "a.py": "x", "pkg/__init__.py": "" }).files), { "a.py": "x", "pkg/__init__.py": "" });
  for (const name of ["../a.py", "/etc/passwd", "a//b.py", "pkg/.x", "main.py", "", "a b.py", "x".repeat(81)]) {
    assert.throws(() => withFiles({ [name]: "" }), LinkError, name);
  }
  assert.throws(() => withFiles({ "a.py": 3 }), LinkError);
  assert.throws(() => withFiles({ "a.py": "x".repeat(150_000), "b.py": "x".repeat(60_000) }), LinkError);
  assert.throws(() => withFiles(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}.py`, ""]))), LinkError);
});
