// Runs programs on the engine as WASM, under Node.js, through the interface that the page's worker uses.
//
//   node run.mjs WASM_EXEC_JS ENGINE_WASM < requests.json
//
// Reads [{name, request}, …] and answers with a line of JSON for each: {name, digest, exit, error, stdout}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [starter, wasm] = process.argv.slice(2);
createRequire(import.meta.url)(starter);
const go = new globalThis.Go();
const ready = new Promise((resolve) => { globalThis.loopscopeReady = resolve; });
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
go.run(instance);
await ready;

const engine = globalThis.loopscope;
for (const { name, request } of JSON.parse(readFileSync(0, "utf8"))) {
  const started = JSON.parse(engine.start(JSON.stringify(request)));
  if (!started.ok) {
    console.log(JSON.stringify({ name, error: started.error }));
    continue;
  }
  let stdout = "";
  for (let done = false; !done; ) {
    const step = JSON.parse(engine.step(4096));
    for (const [stream, text] of step.out ?? []) if (stream === 1) stdout += text;
    done = step.done;
  }
  const header = JSON.parse(engine.recording().header);
  console.log(JSON.stringify({ name, digest: header.digest, exit: header.exit, error: header.error, stdout }));
}
process.exit(0); // the engine's program waits for ever
