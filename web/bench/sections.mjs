// One function for each table of the measurements.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromiumPath, flags, here, packed, root, serve, site } from "./serve.mjs";
import { chromium } from "playwright-core";

const ROUNDS = 5;
const programs = readdirSync(join(here, "programs")).filter((f) => f.endsWith(".py")).sort();
const text = (program) => readFileSync(join(here, "programs", program), "utf8");
const about = (program) => text(program).split("\n")[0].replace(/^# |\.$/g, "");
const ms = (n) => (n < 10 ? n.toFixed(1) : n < 1000 ? n.toFixed(0) : `${(n / 1000).toFixed(2)} s`) + (n < 1000 ? " ms" : "");
const ratio = (base, ours) => `**${(base / ours).toFixed(2)}**`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

/** Bounds high enough for measurements: the default ones are for lessons. */
const limits = { instructions: 1e12, events: 2e7, virtualNs: 1e15 };

let binary;
function engine() {
  if (!binary) {
    binary = join(root, ".cache", "bin", "bench");
    execFileSync("go", ["build", "-o", binary, "."], { cwd: root, stdio: "inherit" });
  }
  return binary;
}

const python = ["/usr/bin/python3.11", "/usr/bin/python3"].find((p) => existsSync(p)) ?? "python3";

/** Processor time, of all threads, so that other work on the machine counts less; bash's time knows it. */
function timed(command, args) {
  const done = spawnSync("bash", ["-c", "TIMEFORMAT='%3U %3S'; time \"$@\"", "-", command, ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  const m = /([\d.]+) ([\d.]+)\s*$/.exec(done.stderr);
  if (done.status !== 0 || !m) throw new Error(`${command} ${args.join(" ")}: status ${done.status}\n${done.stderr}`);
  return { took: (Number(m[1]) + Number(m[2])) * 1000, out: done.stdout };
}

/** The least time of each command, and its output; the commands take turns. */
function least(commands) {
  const best = commands.map(() => Infinity), out = commands.map(() => "");
  for (let i = 0; i < ROUNDS; i++) {
    commands.forEach(([command, ...args], n) => {
      const w = timed(command, args);
      best[n] = Math.min(best[n], w.took);
      out[n] = w.out;
    });
  }
  return { best, out };
}

async function native() {
  const version = execFileSync(python, ["--version"], { encoding: "utf8" }).trim();
  const ours = engine(), empty = join(here, "programs", "empty.txt"); // starting up is not what is measured here
  const idle = least([[python, empty], [ours, "run", empty]]).best;
  const rows = [];
  for (const program of programs) {
    const file = join(here, "programs", program);
    const { best, out } = least([[python, file], [ours, "run", ...unbounded, file]]);
    if (out[0] !== out[1]) throw new Error(`${program} prints ${out[1]} instead of ${out[0]}`);
    const base = best[0] - idle[0], mine = best[1] - idle[1];
    rows.push([about(program), ms(base), ms(mine), ratio(base, mine)]);
  }
  return { title: `Programs, native, recording on: against ${version}`, head: ["program", "CPython", "Loopscope", "times as fast"], rows };
}
const unbounded = ["-limit", "instructions=1e12", "-limit", "events=2e7"];

async function recording() {
  const ours = engine(), empty = join(here, "programs", "empty.txt"), idle = least([[ours, "run", empty]]).best[0];
  const rows = [];
  for (const program of programs) {
    const file = join(here, "programs", program);
    const { best } = least([[ours, "run", ...unbounded, "-unrecorded", file], [ours, "run", ...unbounded, file]]);
    rows.push([about(program), ms(best[0] - idle), ms(best[1] - idle), `**${((best[1] - idle) / (best[0] - idle)).toFixed(2)}**`]);
  }
  return { title: "Cost of recording, native", head: ["program", "without", "with", "takes times as long"], rows };
}

/** Runs in the page: the real worker, the real protocol, until the recording has arrived. */
async function oursInPage({ worker, wasm, wasmExec, source, limits, rounds }) {
  const w = new Worker(worker);
  const answer = (last) => new Promise((resolve, reject) => {
    w.onmessage = ({ data }) => {
      if (data.type === "fatal" || data.type === "error") reject(new Error(JSON.stringify(data)));
      else if (data.type === last) resolve(data);
    };
  });
  let said = answer("ready");
  w.postMessage({ type: "init", wasmExec, module: await WebAssembly.compileStreaming(fetch(wasm)) });
  await said;
  let best = Infinity, events = 0;
  for (let id = 1; id <= rounds; id++) {
    const request = {
      files: [{ name: "main.py", text: source }], params: {}, seed: 1,
      machine: { cores: 4, freeThreaded: false, switchIntervalNs: 5000000, instructionNs: 30, preempt: "safe" }, limits, argv: [], stdin: "",
    };
    said = answer("done");
    const began = performance.now();
    w.postMessage({ id, type: "run", request });
    const done = await said;
    if (done.header.exit !== 0) throw new Error(JSON.stringify(done.header.error));
    best = Math.min(best, performance.now() - began);
    events = done.header.nEvents;
  }
  w.terminate();
  return { best, events };
}

async function pyodideInPage({ source, rounds }) {
  const script = `
    import { loadPyodide } from "${location.origin}/pyodide/pyodide.mjs";
    const pyodide = await loadPyodide({ indexURL: "${location.origin}/pyodide/" });
    pyodide.setStdout({ batched: () => {} });
    postMessage("ready");
    onmessage = ({ data }) => { pyodide.runPython(data, { globals: pyodide.toPy({ __name__: "__main__" }) }); postMessage("done"); };`;
  const w = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });
  const answer = () => new Promise((resolve, reject) => { w.onmessage = resolve; w.onerror = (e) => reject(new Error(e.message)); });
  await answer();
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const said = answer(), began = performance.now();
    w.postMessage(source);
    await said;
    best = Math.min(best, performance.now() - began);
  }
  w.terminate();
  return best;
}

async function withBrowser(work, network) {
  const server = await serve(network);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: flags });
  try {
    return await work(browser, server.address);
  } finally {
    await browser.close();
    server.close();
  }
}

async function browser() {
  return withBrowser(async (chrome, address) => {
    const rows = [], names = site();
    const page = await (await chrome.newContext()).newPage();
    await page.goto(address + "/blank");
    for (const program of programs) {
      const source = text(program);
      const mine = await page.evaluate(oursInPage, { worker: `/site/${names.worker}`, wasm: `${address}/site/${names.wasm}`, wasmExec: `${address}/site/${names.wasmExec}`, source, limits, rounds: 3 });
      if (/^from greenlet/m.test(source)) { // Pyodide has no greenlets
        rows.push([about(program), "—", ms(mine.best), "—"]);
        continue;
      }
      const base = await page.evaluate(pyodideInPage, { source, rounds: 3 });
      rows.push([about(program), ms(base), ms(mine.best), ratio(base, mine.best)]);
    }
    return { title: `Programs in Chromium ${chrome.version()}, recording on: against Pyodide`, head: ["program", "Pyodide", "Loopscope", "times as fast"], rows };
  });
}

async function size() {
  const names = site();
  const br = (file) => readFileSync(join(root, "dist", file + ".br")).length;
  const best = (file) => packed(file, (t) => brotliCompressSync(t, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: t.length } })).length;
  const folder = join(root, "web", "node_modules", "pyodide");
  const pyodide = { wasm: best(join(folder, "pyodide.asm.wasm")), library: readFileSync(join(folder, "python_stdlib.zip")).length, scripts: best(join(folder, "pyodide.asm.mjs")) + best(join(folder, "pyodide.mjs")) };
  const ours = { wasm: br(names.wasm), scripts: br(names.wasmExec) + br(names.worker) };
  const page = br(names.main) + br(names.style);
  const sum = (o) => Object.values(o).reduce((a, b) => a + b, 0);
  return {
    title: "What a browser downloads, with Brotli", head: ["part", "Pyodide", "Loopscope", "times as small"],
    rows: [
      ["engine (.wasm)", mb(pyodide.wasm), mb(ours.wasm), ratio(pyodide.wasm, ours.wasm)],
      ["standard library", mb(pyodide.library), "in the engine", ""],
      ["scripts that start it", mb(pyodide.scripts), mb(ours.scripts), ratio(pyodide.scripts, ours.scripts)],
      ["together", mb(sum(pyodide)), mb(sum(ours)), ratio(sum(pyodide), sum(ours))],
      ["the page itself, editor and timeline", "—", mb(page), ""],
    ],
  };
}

/** Milliseconds from navigation until the page says that a run is done, in a new profile. */
async function navigate(chrome, address, done) {
  const context = await chrome.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "commit" });
  const took = await page.waitForFunction(done, undefined, { polling: "raf", timeout: 120_000 });
  const ms = await took.jsonValue();
  await context.close();
  return ms;
}

const lines = [["from the same machine", undefined], ["20 Mbit/s, 40 ms", { bytesPerSecond: 2.5e6, latencyMs: 40 }]];

async function start() {
  const rows = [];
  for (const [name, network] of lines) {
    await withBrowser(async (chrome, address) => {
      let base = Infinity, mine = Infinity;
      for (let i = 0; i < ROUNDS; i++) {
        base = Math.min(base, await navigate(chrome, `${address}/pyodide-page`, () => globalThis.finished === true && performance.now()));
        // The page runs its program by itself; once it shows up to where, the run is done and drawn.
        mine = Math.min(mine, await navigate(chrome, `${address}/site/scenarios/producer/`, () => document.querySelector(".up-to")?.textContent && performance.now()));
      }
      rows.push([name, ms(base), ms(mine), ratio(base, mine)]);
    }, network);
  }
  return { title: "From navigation to the end of the first run, new profile", head: ["network", "Pyodide, a bare page", "Loopscope, the whole page", "times as fast"], rows };
}

export const sections = { native, browser, size, start, recording };
