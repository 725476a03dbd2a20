// Bundles every test/*.test.ts with esbuild (the sources import without file endings, as the pages do) and runs them with node:test.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const find = (dir) => readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
  e.isDirectory() ? find(join(dir, e.name)) : e.name.endsWith(".test.ts") ? [join(dir, e.name)] : []);
const files = [...find(join(web, "test")), ...find(join(web, "src"))].filter((f) => process.argv.slice(2).every((w) => f.includes(w)));
const out = mkdtempSync(join(tmpdir(), "web-test-"));
try {
  await build({ entryPoints: files, outdir: out, outbase: web, bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".mjs" }, sourcemap: "inline", logLevel: "warning", jsx: "automatic", jsxImportSource: "preact", loader: { ".css": "empty" } });
  const r = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...find2(out)], { stdio: "inherit", cwd: web });
  process.exitCode = r.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
function find2(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) => e.isDirectory() ? find2(join(dir, e.name)) : e.name.endsWith(".mjs") ? [join(dir, e.name)] : []);
}
