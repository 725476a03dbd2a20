// The measurements that README.md quotes, each against a baseline in the same run on the same machine.
//
//   node web/bench/run.mjs            everything (about four minutes), as Markdown tables
//   node web/bench/run.mjs native     programs: the engine against CPython 3.11
//   node web/bench/run.mjs browser    programs: the engine in Chromium against Pyodide
//   node web/bench/run.mjs size       what a browser downloads
//   node web/bench/run.mjs start      from navigation to the first run, in a new profile
//   node web/bench/run.mjs recording  what recording costs
//
// A ratio above 1 says that Loopscope is faster (or smaller). Times are the least of several rounds in which the two
// take turns, so that a slow moment of the machine meets both. Native programs are measured in processor time (all
// threads of the process), what a browser does in elapsed time.
import { cpus } from "node:os";
import { sections } from "./sections.mjs";

const wanted = process.argv.slice(2);
for (const word of wanted) {
  if (!(word in sections)) {
    console.error(`there is no measurement "${word}"; there are: ${Object.keys(sections).join(", ")}`);
    process.exit(2);
  }
}
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}\n`);
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const { title, head, rows } = await measure();
  console.log(`### ${title}\n`);
  console.log(`| ${head.join(" | ")} |\n|${head.map((_, i) => (i ? "---:" : "---")).join("|")}|`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
  console.log();
}
process.exit(0); // a browser or server that hangs must not keep the measurements from ending
