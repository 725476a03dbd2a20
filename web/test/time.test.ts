import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDuration, formatInstant, formatTick, niceStep } from "../src/base/time";
import { PiecewiseLinear, TimeScale, firstAtLeast, lastAtMost } from "../src/base/scale";

test("durations are said as people say them", () => {
  const said: [number, string][] = [
    [0, "0"], [0.2, "0"], [1, "1 ns"], [950, "950 ns"], [15_000, "15 µs"], [1_500, "1.5 µs"], [340e6, "340 ms"], [3.14e6, "3.1 ms"],
    [1.2e9, "1.2 s"], [1e9, "1 s"], [1.234e9, "1.23 s"], [999_950, "1 ms"], [999.6e6, "1 s"], [61.5e9, "61.5 s"], [150e9, "2 min 30 s"],
    [7260e9, "2 h 1 min"], [-340e6, "−340 ms"],
  ];
  for (const [value, text] of said) assert.equal(formatDuration(value), text, String(value));
});

test("a moment is as fine as a pixel", () => {
  assert.equal(formatInstant(1.885e9, 0.9e6), "1.885 s");
  assert.equal(formatInstant(1.885e9, 10e3), "1.88500 s");
  assert.equal(formatInstant(141.6e6, 0.4e6), "142 ms");
  assert.equal(formatInstant(0, 1), "0");
  assert.equal(formatInstant(30, 0.01), "30 ns");
});

test("ticks stand at 1, 2 and 5", () => {
  assert.deepEqual([0.7, 1, 1.1, 2.1, 5.1, 84e6].map(niceStep), [1, 1, 2, 5, 10, 1e8]);
  assert.equal(formatTick(0, 1e6), "0");
  assert.equal(formatTick(1.2e9, 2e8), "1.2 s");
  assert.equal(formatTick(2e9, 2e8), "2.0 s");
  assert.equal(formatTick(350e6, 5e7), "350 ms");
  assert.equal(formatTick(15_000, 5_000), "15 µs");
});

test("searches find the borders", () => {
  const a = [0, 1, 1, 1, 4];
  assert.equal(lastAtMost(a, 1), 3);
  assert.equal(lastAtMost(a, -1), -1);
  assert.equal(lastAtMost(a, 9), 4);
  assert.equal(firstAtLeast(a, 1), 1);
  assert.equal(firstAtLeast(a, 5), 5);
});

test("a piecewise-linear map and its inverse", () => {
  const m = new PiecewiseLinear([0, 10, 110, 120], [0, 10, 12, 22]);
  assert.equal(m.at(5), 5);
  assert.equal(m.at(60), 11);
  assert.equal(m.inverse(11), 60);
  assert.equal(m.at(-1), 0);
  assert.equal(m.at(1000), 22);
});

test("zooming keeps what is under the pointer there", () => {
  const s = new TimeScale(0, 1000, 100, 600);
  assert.equal(s.x(500), 350);
  const z = s.zoomed(4, 200);
  assert.ok(Math.abs(z.unit(200) - s.unit(200)) < 1e-9);
  assert.equal(z.to - z.from, 250);
  const c = new TimeScale(-50, 950, 0, 1).clamped(0, 1000, 10);
  assert.deepEqual([c.from, c.to], [0, 1000]);
  const narrow = new TimeScale(500, 501, 0, 1).clamped(0, 1000, 10);
  assert.equal(narrow.to - narrow.from, 10);
  const wide = new TimeScale(-500, 5000, 0, 1).clamped(0, 1000, 10);
  assert.deepEqual([wide.from, wide.to], [0, 1000]);
});
