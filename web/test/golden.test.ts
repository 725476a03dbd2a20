// The engine's golden recordings, seen through the page's eyes.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { timelineWords } from "../src/base/strings/timeline";
import { Kind } from "../src/recording";
import { layoutRows, NORMAL } from "../src/timeline/rows";
import { parseText } from "./text";

const folder = join(process.cwd(), "..", "engine", "kernel", "testdata");
const files = readdirSync(folder).filter((f) => f.endsWith(".txt") && readFileSync(join(folder, f), "utf8").startsWith("loopscope recording"));

test("there are golden recordings to look at", () => assert.ok(files.length > 0));

for (const file of files) {
  test(`${file}: lanes tile, cores and GILs have one holder, every run has width`, () => {
    const rec = parseText(readFileSync(join(folder, file), "utf8"));
    assert.ok(rec.nEvents > 0);
    const rows = layoutRows(rec, new Set(), NORMAL, timelineWords("en"));
    assert.ok(rows.lanes.length > 0);
    const { ofEvent } = rec.axis("events");
    for (const lane of rows.lanes) {
      let before = -1;
      for (const span of rec.spansOf(lane)) {
        if (before >= 0) assert.equal(span.from, before);
        before = span.to;
        if (span.state === Kind.RUN && span.toEvent < rec.nEvents) assert.ok(ofEvent[span.toEvent]! > ofEvent[span.event]!, `${rec.name(lane)} at ${span.from}`);
      }
    }
    for (const row of rows.rows) {
      const strip = row.type === "core" || row.type === "gil" ? rec.strip(row.entity) : null;
      if (!strip) continue;
      for (let i = 1; i < strip.start.length; i++) assert.ok(strip.start[i]! >= strip.end[i - 1]!, `${row.type} ${row.entity}`);
    }
  });
}
