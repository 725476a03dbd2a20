// Draws one lane: its spans in the visible window, each in its form, with the labels that fit.
//
// Spans narrower than a pixel are not drawn one by one: all that begin within one pixel become one bar as
// dark as the share of the pixel in which somebody ran, found by binary search. So a lane costs what its
// pixels cost, not what its spans do.
// May import: base, recording, forms. Must not know: pointer, rows.

import type { AxisMap, TimeScale } from "../base/scale";
import type { Lang } from "../base/strings/lang";
import { formatDuration } from "../base/time";
import { Kind, type Recording } from "../recording";
import type { Forms } from "./forms";

export interface LaneStyle {
  readonly color: string;
  readonly onColor: string;
  readonly ink: string;
  readonly bar: number;
  readonly y: number;
  readonly dot: number;
  readonly labelFont: string;
  readonly barFont: string;
}

export interface LaneContext {
  readonly ctx: CanvasRenderingContext2D;
  readonly forms: Forms;
  readonly rec: Recording;
  readonly axis: AxisMap;
  readonly scale: TimeScale;
  readonly measure: (text: string, font: string) => number;
  /** The label of a wait, with its length; "" for none. */
  readonly waitLabel: (event: number, length: number) => string;
  readonly spanNames: (entity: number, from: number, to: number) => string;
}

const LEVELS = 8;

/** Pixels beside the plot where lines and bars still reach, so that nothing seems to end at the edge. */
export const BLEED = 8;

export function drawLane(c: LaneContext, entity: number, style: LaneStyle): void {
  const { rec, axis, scale, forms } = c;
  const { items } = rec.spans;
  const units = axis.ofEvent;
  const lo = rec.spans.lo(entity);
  const hi = rec.spans.hi(entity);
  if (lo === hi) return;
  const { kind } = rec.columns;
  const n = rec.nEvents;
  const left = scale.left - BLEED;
  const right = scale.right + BLEED;
  const k = (scale.right - scale.left) / (scale.to - scale.from);
  const x = (position: number): number => scale.left + (units[position < hi ? items[position]! : n]! - scale.from) * k;

  let i = firstEndingAfter(units, items, lo, hi, scale.unit(left));
  let bucket: { from: number; to: number; level: number } | null = null;
  const flush = (): void => {
    if (!bucket) return;
    const { ctx } = c;
    ctx.globalAlpha = bucket.level === 0 ? 0.25 : 0.35 + (0.65 * bucket.level) / LEVELS;
    ctx.fillStyle = style.color;
    ctx.fillRect(bucket.from, style.y - style.bar / 2, bucket.to - bucket.from, style.bar);
    ctx.globalAlpha = 1;
    bucket = null;
  };
  const dots: number[] = [];
  let lastNarrow = -Infinity;

  for (; i < hi; i++) {
    const x0 = x(i);
    if (x0 > right) break;
    let x1 = x(i + 1);
    const pixel = Math.floor(x0);
    if (x1 < pixel + 1 && i + 3 < hi && x(i + 3) < pixel + 1) {
      // At least three spans in this pixel: find the last that begins in it.
      const next = firstBeginningAt(x, i + 3, hi, pixel + 1);
      const level = runLevel(rec, units, items, i, next - 1, n, hi);
      if (bucket && bucket.to >= pixel && bucket.level === level) bucket.to = pixel + 1;
      else {
        flush();
        bucket = { from: pixel, to: pixel + 1, level };
      }
      // The last one may reach far beyond the pixel: then it is drawn by itself.
      i = x(next) - x(next - 1) >= 1 ? next - 2 : next - 1;
      continue;
    }
    const event = items[i]!;
    const state = kind[event]!;
    const a = Math.max(x0, left);
    switch (state) {
      case Kind.RUN: {
        // Runs that follow one another (another core, another time slice) are one bar.
        let j = i + 1;
        while (j < hi && kind[items[j]!] === Kind.RUN && x(j) <= right) j++;
        x1 = x(j);
        i = j - 1;
        if (x1 - x0 < 1 && Math.round(x0) <= lastNarrow) break;
        flush();
        lastNarrow = x1 - x0 < 1 ? Math.round(x0) : -Infinity;
        const b = Math.min(x1, right);
        const failed = j < hi && kind[items[j]!] === Kind.FAIL;
        forms.run(a, b, style.y, style.bar, style.color, failed);
        drawBarName(c, entity, event, j < hi ? items[j]! : n, Math.max(a, scale.left), b - (failed ? 9 : 0), style);
        break;
      }
      case Kind.READY:
        flush();
        forms.ready(a, Math.min(x1, right), style.y, style.bar, style.color);
        break;
      case Kind.WAIT:
      case Kind.LOCKWAIT: {
        if (x1 - x0 < 1) break;
        flush();
        drawWait(c, state, event, i + 1 < hi ? items[i + 1]! : n, a, Math.min(x1, right), style);
        const woken = i + 1 < hi && kind[items[i + 1]!]! <= Kind.RUN;
        if (state === Kind.WAIT && woken && x1 - x0 > 3 && x1 <= scale.right + 1) dots.push(x1 - (x1 - x0 > 12 ? 2.5 : 1));
        break;
      }
      case Kind.DONE:
        if (x0 >= scale.left - 1) forms.done(x0, style.y, style.color);
        break;
      case Kind.FAIL:
        if (x0 >= scale.left - 1) forms.failed(x0, style.y, style.color);
        break;
      case Kind.CANCELLED:
        if (x0 >= scale.left - 1) forms.cancelled(x0, style.y, style.color);
        break;
    }
  }
  flush();
  for (const d of dots) forms.dot(d, style.y, style.color, style.dot);
}

function drawWait(c: LaneContext, state: number, event: number, endEvent: number, a: number, b: number, style: LaneStyle): void {
  const { ctx, forms, scale, rec } = c;
  const line = state === Kind.LOCKWAIT ? forms.lock.bind(forms) : forms.wait.bind(forms);
  if (b - a > 46) {
    const label = c.waitLabel(event, rec.timeOf(endEvent) - rec.timeOf(event));
    if (label) {
      const width = c.measure(label, style.labelFont);
      const at = Math.max(Math.round(a), scale.left) + 12;
      if (Math.min(b, scale.right) - at + 12 > width + 34) {
        line(a, at - 4, style.y, style.color);
        line(at + width + 4, b, style.y, style.color);
        ctx.font = style.labelFont;
        ctx.fillStyle = style.ink;
        ctx.fillText(label, at, style.y + 4);
        return;
      }
    }
  }
  line(a, b, style.y, style.color);
}

function drawBarName(c: LaneContext, entity: number, from: number, to: number, a: number, b: number, style: LaneStyle): void {
  if (b - a < 24 || style.bar < 11) return;
  const name = c.spanNames(entity, from, to);
  if (!name || c.measure(name, style.barFont) + 8 > b - a) return;
  const { ctx } = c;
  ctx.font = style.barFont;
  ctx.fillStyle = style.onColor;
  ctx.fillText(name, Math.round(a) + 4, style.y + 4);
}

/** Position of the first span that ends after a unit. */
export function firstEndingAfter(units: ArrayLike<number>, items: Uint32Array, lo: number, hi: number, unit: number): number {
  let a = lo;
  let b = hi;
  while (a < b) {
    const mid = (a + b) >>> 1;
    if (units[items[mid]!]! <= unit) a = mid + 1;
    else b = mid;
  }
  return Math.max(lo, a - 1);
}

function firstBeginningAt(x: (position: number) => number, from: number, hi: number, pixel: number): number {
  // Gallop, then halve: the next pixel is near far more often than far.
  let step = 1;
  let a = from;
  while (a + step < hi && x(a + step) < pixel) {
    a += step;
    step *= 2;
  }
  let b = Math.min(a + step, hi);
  while (a < b) {
    const mid = (a + b) >>> 1;
    if (x(mid) < pixel) a = mid + 1;
    else b = mid;
  }
  return a;
}

/** The share of units in which the spans [from, to) run, in steps. A few samples are enough for a shade. */
function runLevel(rec: Recording, units: ArrayLike<number>, items: Uint32Array, from: number, to: number, n: number, hi: number): number {
  const { kind } = rec.columns;
  const stride = Math.max(1, Math.floor((to - from) / 64));
  let run = 0;
  let all = 0;
  let runs = 0;
  for (let p = from; p < to; p += stride) {
    const length = units[p + 1 < hi ? items[p + 1]! : n]! - units[items[p]!]!;
    all += length;
    if (kind[items[p]!] === Kind.RUN) {
      run += length;
      runs++;
    }
  }
  if (all === 0) return runs > 0 ? LEVELS : 0;
  return Math.ceil((run / all) * LEVELS);
}

const UNIT_NS: Readonly<Record<string, number>> = { h: 3600e9, min: 60e9, s: 1e9, ms: 1e6, "µs": 1e3, ns: 1 };

/** What a wait is labelled with: the reason, and how long it took where the reason does not say. */
export function labelOfWait(reason: string, length: number, lang: Lang = "en"): string {
  if (length <= 0) return reason;
  if (reason === "") return formatDuration(length);
  const asked = /(\d+(?:\.\d+)?) (h|min|s|ms|µs|ns)$/.exec(reason);
  if (asked) {
    // What was asked for is in the reason; what came is worth saying where it is something else.
    const wanted = Number(asked[1]) * UNIT_NS[asked[2]!]!;
    if (Math.abs(length - wanted) <= wanted * 0.1 + 1e6) return reason;
    return lang === "zh" ? `${reason}，实际 ${formatDuration(length)}` : `${reason}, took ${formatDuration(length)}`;
  }
  const gap = !reason.includes(" ") ? " " : lang === "zh" ? "，" : ", ";
  return `${reason}${gap}${formatDuration(length)}`;
}
