/* What axe finds on one page of each kind, in both languages and both themes: nothing. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import assert from "node:assert/strict";
import { address, allPages, inProfile, useBrowser } from "./browser";
import { ended } from "./stage";

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
interface Found { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in ${colorScheme}`, async () => {
    const pages = await allPages();
    const lesson = pages.find((p) => /^lessons\/[^/]+\/[^/]+\/$/.test(p));
    assert.ok(lesson, "there is no lesson");
    await inProfile(async ({ page }) => {
      const all: string[] = [];
      for (const path of ["", "lessons/", lesson, "play/", "scenarios/", "zh/", `zh/${lesson}`, "zh/play/"]) {
        await page.goto(address + path);
        if (await page.locator("main.play .stage, main.lesson .stage").count()) await ended(page);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => ((await (globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }).axe.run()).violations));
        for (const v of found) for (const n of v.nodes) all.push(`/${path}: ${v.id} at ${n.target.join(" ")}: ${n.failureSummary.replaceAll(/\s+/g, " ")}`);
      }
      assert.deepEqual(all, []);
    }, { colorScheme });
  });
}
