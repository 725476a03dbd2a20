// Which folder of src/ may import which. The arrows point down only; what is not listed is not allowed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ARROWS: Record<string, string[]> = {
  base: [],
  recording: ["base"],
  timeline: ["base", "recording"],
  inspector: ["base", "recording", "timeline"],
  editor: ["timeline"], // glyphs
  share: ["base"],
  worker: [],
  lesson: ["base", "recording"],
  app: ["base", "recording", "timeline", "inspector", "editor", "share", "worker", "lesson"],
};
const PACKAGES: Record<string, RegExp> = {
  editor: /^@(codemirror|lezer)\//,
  app: /^preact(\/|$)/,
  share: /^fflate$/,
};

const files = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
  e.isDirectory() ? files(join(dir, e.name)) : /\.tsx?$/.test(e.name) && !e.name.endsWith(".d.ts") ? [join(dir, e.name)] : []);

test("imports follow the arrows", () => {
  const src = join(process.cwd(), "src"), wrong: string[] = [];
  let seen = 0;
  for (const folder of readdirSync(src)) {
    if (folder.endsWith(".d.ts")) continue;
    assert.ok(ARROWS[folder], `src/${folder} has no entry here`);
    for (const file of files(join(src, folder))) {
      for (const [, a, b] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b(?:[^"\n]*\bfrom)? "([^"\n]+)"|\bimport\("([^"]+)"\)/gm)) {
        const target = a ?? b;
        seen++;
        const other = /^(?:\.\.\/)+([a-z]+)(?:\/|$)/.exec(target!)?.[1];
        if (other && ARROWS[other] ? other !== folder && !ARROWS[folder]!.includes(other) : !target!.startsWith(".") && !PACKAGES[folder]?.test(target!)) {
          wrong.push(`${file.slice(src.length + 1)} imports ${target}`);
        }
      }
    }
  }
  assert.ok(seen > 100, `only ${seen} imports found`);
  assert.deepEqual(wrong, []);
});
