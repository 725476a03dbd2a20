// Runs the tests in a browser: bundles web/browser/*.test.ts, serves the built site, runs them with node:test.
//
//   node web/browser/run.mjs [WORD...]     only the files whose names contain each word
//
// The site comes from dist/ and is served below a path with two folders, as some hosts do, so that an absolute address
// anywhere breaks a test. LOOPSCOPE_ADDRESS=http://… tests a site that is served already.
import { build } from "esbuild";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url)), web = dirname(here), root = dirname(web);
const out = join(web, "node_modules", ".browser-tests"); // below node_modules, so that the bundles find what they import
const files = readdirSync(here).filter((f) => f.endsWith(".test.ts") && process.argv.slice(2).every((w) => f.includes(w)));

/** Starts a program and resolves with the first line of its output that matches. */
function start(command, args, pattern) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const found = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const m = pattern.exec(line);
      if (m) resolve(m[1]);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${command} ended with status ${code}`)));
  });
  return { child, found };
}

let server;
try {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: files.map((f) => join(here, f)), outdir: out, bundle: true, platform: "node", format: "esm",
    packages: "external", outExtension: { ".js": ".mjs" }, sourcemap: "inline", logLevel: "warning",
  });
  let address = process.env.LOOPSCOPE_ADDRESS;
  if (!address) {
    if (!existsSync(join(root, "dist", "site.json"))) throw new Error("there is no site in dist/; write it with: go run . build -o dist");
    // Compiled first: "go run" would not pass a signal on to the program.
    const binary = join(root, ".cache", "bin", "browser-tests");
    execFileSync("go", ["build", "-o", binary, "."], { cwd: root, stdio: "inherit" });
    server = start(binary, ["-dir", "dist", "-addr", "localhost:0", "-under", "/some/folder/"], / at (http:\S+)/);
    address = await server.found;
  }
  const tests = spawn(process.execPath, ["--enable-source-maps", "--test", "--test-concurrency=1", ...readdirSync(out).map((f) => join(out, f))],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, LOOPSCOPE_ADDRESS: address } });
  process.exitCode = await new Promise((resolve) => tests.on("exit", (code) => resolve(code ?? 1)));
} catch (e) {
  console.error(e);
  process.exitCode = 1;
} finally {
  server?.child.kill("SIGINT");
  server?.child.stdout.destroy();
}
process.exit();
