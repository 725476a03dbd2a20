// Runs a Go program: node run.mjs WASM_EXEC_JS PROGRAM_WASM
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [starter, wasm] = process.argv.slice(2);
const require = createRequire(import.meta.url);
globalThis.fs = require("node:fs");
require(starter);
const go = new globalThis.Go();
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
await go.run(instance);
// A timer of the program's runtime may still be set; the program is over all the same.
process.exit();
