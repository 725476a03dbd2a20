// Paints what does not depend on the playhead: minimap, grid, counters, strips, edges and lanes.
// Drawn again when the view, the size, the theme or the recording changes, not while the playhead moves.
// May import: base, recording, and the other files of this folder. Must not know: pointer, DOM.

import type { AxisMap } from "../base/scale";
import { reasonWords } from "../base/strings/timeline";
import { Kind, type Recording } from "../recording";
import { paintEdges } from "./edges";
import { Forms } from "./forms";
import { fonts, type Frame } from "./frame";
import { drawLane, firstEndingAfter, labelOfWait, type LaneContext } from "./lane";
import { hueColor } from "./palette";
import { rowsWithin, type CounterRow, type SharedRow } from "./rows";
import { axisTicks } from "./ticks";
import { paintHandoffs, paintNotes, paintWorks } from "./works";

export function paintBase(ctx: CanvasRenderingContext2D, f: Frame, selected: number): void {
  ctx.clearRect(0, 0, f.width, f.height);
  const forms = new Forms(ctx, f.ratio, f.palette.paper);
  ctx.textBaseline = "alphabetic";
  paintGrid(ctx, f);
  for (const row of f.rows.counters) paintCounter(ctx, f, row);
  ctx.fillStyle = f.palette.hair;
  if (f.countersTop !== f.lanesTop) ctx.fillRect(0, f.lanesTop - 1, f.width, 1);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, f.lanesTop, f.width, Math.max(0, f.height - f.lanesTop));
  ctx.clip();
  ctx.translate(0, f.lanesTop - f.scroll);
  paintLanes(ctx, f, forms, selected);
  ctx.restore();
}

/** Ticks' lines through the lanes, and the grey bands of folds. */
function paintGrid(ctx: CanvasRenderingContext2D, f: Frame): void {
  const { palette, scale } = f;
  const bottom = Math.min(f.height, f.lanesTop + f.rows.height - f.scroll);
  ctx.fillStyle = palette.well;
  for (const fold of f.axis.folds) {
    const a = Math.max(Math.round(scale.x(fold.unitFrom)), scale.left);
    const b = Math.min(Math.round(scale.x(fold.unitTo)), scale.right);
    if (b - a >= 8) ctx.fillRect(a + 3, f.axisTop, b - a - 6, bottom - f.axisTop);
  }
  ctx.fillStyle = palette.grid;
  for (const tick of axisTicks(f)) ctx.fillRect(tick.x, f.axisTop + 18, 1, bottom - f.axisTop - 18);
}

function paintCounter(ctx: CanvasRenderingContext2D, f: Frame, row: CounterRow): void {
  const { axis, scale, palette } = f;
  const { events, values, max } = row.counter;
  const top = f.countersTop + row.y;
  const room = row.height - (f.rows.density.above ? 28 : 12);
  const yOf = (value: number): number => Math.round(top + row.height - 4 - (value / Math.max(max, 1)) * room) + 0.5;
  const units = axis.ofEvent;
  const xOf = (i: number): number => scale.x(units[events[i]!]!);
  let i = firstIn(units, events, scale.from);
  const base = yOf(0);
  const path: [number, number][] = [[scale.left, yOf(i > 0 ? values[i - 1]! : 0)]];
  while (i < events.length) {
    const x = xOf(i);
    if (x > scale.right) break;
    // All changes within one pixel: the highest, then the last.
    let high = values[i]!;
    let last = values[i]!;
    const pixel = Math.floor(x) + 1;
    if (x < scale.right && i + 1 < events.length && xOf(i + 1) < pixel) {
      const end = firstIn(units, events, scale.unit(pixel), i);
      const stride = Math.max(1, Math.floor((end - i) / 32));
      for (let k = i; k < end; k += stride) high = Math.max(high, values[k]!);
      last = values[end - 1]!;
      i = end;
    } else i++;
    path.push([x, yOf(high)]);
    if (last !== high) path.push([Math.min(x + 1, scale.right), yOf(last)]);
  }
  ctx.beginPath();
  let y = path[0]![1];
  ctx.moveTo(scale.left, y);
  for (const [x, py] of path) {
    ctx.lineTo(x, y);
    ctx.lineTo(x, py);
    y = py;
  }
  ctx.lineTo(scale.right, y);
  ctx.strokeStyle = palette.ink2;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.lineTo(scale.right, base);
  ctx.lineTo(scale.left, base);
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = palette.ink;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.ink3;
  ctx.setLineDash([1, 4]);
  ctx.beginPath();
  ctx.moveTo(scale.left, yOf(max));
  ctx.lineTo(scale.right, yOf(max));
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = palette.hair;
  ctx.fillRect(0, top + row.height - 1, f.width, 1);
}

/** The first of a list of events at or after a unit. */
function firstIn(units: ArrayLike<number>, events: ArrayLike<number>, unit: number, from = 0): number {
  let lo = from;
  let hi = events.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (units[events[mid]!]! < unit) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function paintLanes(ctx: CanvasRenderingContext2D, f: Frame, forms: Forms, selected: number): void {
  const { rec, rows, palette, scale, axis } = f;
  const { density } = rows;
  const font = fonts(palette);
  const [first, end] = rowsWithin(rows.rows, f.scroll, f.scroll + f.height - f.lanesTop);
  const visible = rows.rows.slice(first, end);

  for (const row of visible) {
    if (row.type === "group") {
      ctx.fillStyle = palette.wash;
      ctx.fillRect(0, row.y, f.width, row.height);
    } else if (row.type === "lane") {
      ctx.fillStyle = palette.grid;
      ctx.fillRect(0, row.y + row.height - 1, f.width, 1);
    }
  }

  ctx.save();
  ctx.beginPath();
  ctx.rect(scale.left - 1, f.scroll, scale.right - scale.left + 13, f.height);
  ctx.clip();
  paintEdges(ctx, f, selected);
  paintHandoffs(ctx, f, selected);
  const context: LaneContext = {
    ctx, forms, rec, axis, scale, measure: f.measure,
    waitLabel: (event, length) => labelOfWait(reasonOf(f, event), length, f.lang),
    spanNames: (entity, from, to) => (rec.works(entity).length > 0 ? "" : nameOfRun(rec, entity, from, to)),
  };
  for (const row of visible) {
    if (row.type === "lane") {
      drawLane(context, row.entity, {
        color: hueColor(palette, rec.hue(row.entity)), onColor: palette.onHue, ink: palette.ink2,
        bar: density.bar, y: row.mid, dot: density.lane < 22 ? 2.5 : 3, labelFont: font.small, barFont: font.bar,
      });
      if (row.tracks > 0) paintWorks(ctx, f, row);
    } else if (row.type === "group") {
      if (row.strip) paintStrip(ctx, f, forms, row.strip, row.y + row.height / 2, 6, "");
    } else paintShared(ctx, f, forms, row, font.core);
  }
  paintNotes(ctx, f);
  ctx.restore();
}

function paintShared(ctx: CanvasRenderingContext2D, f: Frame, forms: Forms, row: SharedRow, font: string): void {
  const y = row.y + row.height / 2;
  if (row.type === "gil") paintStrip(ctx, f, forms, row.entity, y, 7, "");
  else paintStrip(ctx, f, forms, row.entity, y, 11, font);
}

/** Pieces of a strip, one after another, each in its holder's hue and with its name where it fits. */
function paintStrip(ctx: CanvasRenderingContext2D, f: Frame, forms: Forms, entity: number, y: number, height: number, font: string): void {
  const { rec, axis, scale, palette } = f;
  const strip = rec.strip(entity);
  if (!strip) return;
  const units = axis.ofEvent;
  let i = Math.max(0, firstIn(units, strip.start, scale.from) - 1);
  let filled = -Infinity;
  while (i < strip.start.length) {
    const x0 = scale.x(units[strip.start[i]!]!);
    if (x0 > scale.right + 8) break;
    let j = i;
    // The same holder again without a break is the same piece.
    while (j + 1 < strip.start.length && strip.who[j + 1] === strip.who[i] && strip.start[j + 1] === strip.end[j]) j++;
    const x1 = scale.x(units[strip.end[j]!]!);
    const color = hueColor(palette, rec.hue(strip.who[i]!));
    const a = Math.max(x0, scale.left - 8);
    const b = Math.min(x1, scale.right + 8);
    if (x1 - x0 < 1) {
      // Pieces narrower than a pixel: one for each pixel, then on to the next pixel.
      const pixel = Math.floor(x0);
      if (pixel > filled) {
        ctx.fillStyle = color;
        ctx.fillRect(pixel, y - height / 2, 1, height);
        filled = pixel;
      }
      i = j + 1;
      if (i < strip.start.length && scale.x(units[strip.start[i]!]!) < pixel + 1) {
        i = Math.max(i, firstIn(units, strip.start, scale.unit(pixel + 1), i) - 1);
      }
      continue;
    }
    forms.run(a, b - a > 4 ? b - 1 : b, y, height, color);
    if (font) {
      const name = rec.label(strip.who[i]!);
      if (f.measure(name, font) + 8 < b - Math.max(a, scale.left)) {
        ctx.font = font;
        ctx.fillStyle = palette.onHue;
        ctx.fillText(name, Math.round(Math.max(a, scale.left)) + 4, y + 3.5);
      }
    }
    i = j + 1;
  }
}

/** What a wait is for: a lock by its name, anything else by its reason. */
function reasonOf(f: Frame, event: number): string {
  const { rec } = f;
  const { kind, obj, arg } = rec.columns;
  const lock = obj[event]!;
  if (kind[event] === Kind.LOCKWAIT && rec.name(lock)) return rec.name(lock);
  return reasonWords(rec.text(arg[event]!), f.lang);
}

/** The name of the piece of work a run does, where the recording has one at its beginning. */
function nameOfRun(rec: Recording, entity: number, from: number, to: number): string {
  const { kind, who, arg } = rec.columns;
  for (let i = from; i < to && i < from + 12; i++) {
    if (kind[i] === Kind.SPAN && who[i] === entity) return rec.text(arg[i]!);
  }
  return "";
}

/** The minimap: every lane of the whole run in a few pixels; only who runs, and who would like to. */
export function paintMinimap(ctx: CanvasRenderingContext2D, f: Frame, height: number): void {
  const { rec, axis, palette, rows } = f;
  const { left, right } = f.scale;
  ctx.clearRect(0, 0, f.width, height);
  const lanes = rows.lanes.length > 96 ? sample(rows.lanes, 96) : rows.lanes;
  if (lanes.length === 0) return;
  const rowHeight = (height - 8) / lanes.length;
  const barHeight = Math.max(Math.min(rowHeight - 0.6, 4), 1);
  const k = (right - left) / axis.length;
  const units: AxisMap["ofEvent"] = axis.ofEvent;
  const { items } = rec.spans;
  const { kind } = rec.columns;
  lanes.forEach((entity, row) => {
    const y = 4 + row * rowHeight;
    const hi = rec.spans.hi(entity);
    ctx.fillStyle = hueColor(palette, rec.hue(entity));
    let done = -1;
    for (let i = rec.spans.lo(entity); i < hi; i++) {
      const state = kind[items[i]!]!;
      const x0 = left + units[items[i]!]! * k;
      const x1 = left + units[i + 1 < hi ? items[i + 1]! : rec.nEvents]! * k;
      const runs = state === Kind.RUN;
      if (runs || ((state === Kind.READY || state === Kind.LOCKWAIT) && x1 - x0 >= 0.5)) {
        ctx.globalAlpha = runs ? 1 : 0.35;
        if (x1 > done) ctx.fillRect(x0, y, Math.max(x1 - x0, runs ? 1 : 0), barHeight);
        done = Math.max(done, runs ? x0 + 1 : x1);
      }
      if (x1 < Math.floor(x0) + 0.5 && i + 8 < hi) {
        // Nothing more to be seen in this half pixel: on to the next one.
        const next = firstEndingAfter(units, items, i + 1, hi, (Math.floor(x0) + 1 - left) / k);
        if (next > i + 1) i = next - 1;
      }
    }
  });
  ctx.globalAlpha = 1;
}

function sample(list: readonly number[], n: number): number[] {
  return Array.from({ length: n }, (_, i) => list[Math.floor((i * list.length) / n)]!);
}
