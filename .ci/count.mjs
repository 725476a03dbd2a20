// Reads what a test runner printed, passes on what a person wants to see of it, and appends "passed failed" to a file.
//
//   go test -json ./... | node .ci/count.mjs go COUNTS      prints a line for each package, and the output of failed tests
//   node --test ...     | node .ci/count.mjs node COUNTS    passes everything on
//
// A skipped test counts as failed: a test that does not run checks nothing.
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [kind, file] = process.argv.slice(2);
let passed = 0, failed = 0;
const lines = createInterface({ input: process.stdin });

if (kind === "go") {
  const outputs = new Map(), packages = new Map();
  for await (const line of lines) {
    let event;
    try {
      event = JSON.parse(line);
    } catch {
      console.log(line); // the go command's own words
      continue;
    }
    const name = event.ImportPath ?? event.Package, id = `${name} ${event.Test ?? ""}`;
    const pack = packages.get(name) ?? { passed: 0, failed: 0 };
    packages.set(name, pack);
    if (event.Action === "output" || event.Action === "build-output") {
      outputs.set(id, (outputs.get(id) ?? "") + event.Output);
    } else if (event.Test && event.Action === "pass") {
      pack.passed++;
      outputs.delete(id);
    } else if (event.Test && (event.Action === "fail" || event.Action === "skip")) {
      pack.failed++;
      console.log(event.Action === "skip" ? `skipped: ${id}` : (outputs.get(id) ?? "").trimEnd());
    } else if (event.Action === "build-fail") {
      console.log((outputs.get(id) ?? "").trimEnd());
    } else if (!event.Test && (event.Action === "fail" || event.Action === "pass")) {
      if (event.Action === "fail" && pack.failed === 0) {
        pack.failed++; // it did not compile, crashed or ran out of time
        console.log((outputs.get(id) ?? "").trimEnd());
      }
      passed += pack.passed;
      failed += pack.failed;
      console.log(`${pack.failed ? "FAIL" : "ok  "} ${name}  ${pack.passed} passed, ${pack.failed} failed, ${event.Elapsed ?? 0} s`);
    }
  }
} else {
  let found = false;
  for await (const line of lines) {
    console.log(line);
    const m = /^(?:#|ℹ) (pass|fail|cancelled|skipped|todo) (\d+)$/.exec(line);
    if (!m) continue;
    found = true;
    if (m[1] === "pass") passed += Number(m[2]);
    else failed += Number(m[2]);
  }
  if (!found) failed++; // the runner did not get as far as counting
}
appendFileSync(file, `${passed} ${failed}\n`);
