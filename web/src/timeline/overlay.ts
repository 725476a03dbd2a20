// Paints what depends on the playhead: the label column (each lane's form, name and state at the playhead),
// the axis labels, the window in the minimap, marks, and the playhead itself. Drawn on a canvas of its own,
// so that scrubbing through a million events redraws a few dozen texts and nothing else.
// May import: base, recording, and the other files of this folder. Must not know: pointer, DOM.

import { formatInstant } from "../base/time";
import { Kind } from "../recording";
import { drawEdge } from "./edges";
import { Forms } from "./forms";
import { AXIS, fitName, fitText, fonts, MINIMAP, type Frame } from "./frame";
import { hueColor } from "./palette";
import { rowsWithin, type GroupRow, type LaneRow, type SharedRow } from "./rows";
import { stateTexts } from "./states";
import { axisTicks, foldMarks } from "./ticks";

export interface Moving {
  readonly event: number;
  readonly time: number;
  /** Unit of the playhead on the axis. */
  readonly unit: number;
  /** Units of the reader's marks. */
  readonly marks: readonly number[];
  /** An edge on its way, drawn from who to whom. */
  readonly edge: { kind: number; from: number; to: number; unit: number; share: number } | null;
}

export function paintOverlay(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  ctx.clearRect(0, 0, f.width, f.height);
  ctx.textBaseline = "alphabetic";
  const forms = new Forms(ctx, f.ratio, f.palette.paper);
  paintWindow(ctx, f, m);
  paintAxis(ctx, f, m);
  paintCounterLabels(ctx, f, m);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, f.lanesTop, f.width, Math.max(0, f.height - f.lanesTop));
  ctx.clip();
  ctx.translate(0, f.lanesTop - f.scroll);
  paintLabels(ctx, f, m, forms);
  paintEdge(ctx, f, m);
  ctx.restore();
  paintScrollbar(ctx, f);
  if (f.labels > 0) {
    ctx.fillStyle = f.palette.hair;
    ctx.fillRect(f.labels - 1, f.minimapTop, 1, f.height - f.minimapTop);
  }
  paintPlayhead(ctx, f, m);
}

function text(ctx: CanvasRenderingContext2D, s: string, x: number, y: number, font: string, color: string, align: CanvasTextAlign = "left"): void {
  ctx.font = font;
  ctx.fillStyle = color;
  ctx.textAlign = align;
  ctx.fillText(s, x, y);
  ctx.textAlign = "left";
}

function paintWindow(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  const { scale, palette, axis } = f;
  const top = f.minimapTop;
  const k = (scale.right - scale.left) / axis.length;
  const a = scale.left + Math.max(scale.from, 0) * k;
  const b = scale.left + Math.min(scale.to, axis.length) * k;
  ctx.globalAlpha = 0.62;
  ctx.fillStyle = palette.well;
  if (a > scale.left) ctx.fillRect(scale.left, top, a - scale.left, MINIMAP);
  if (b < scale.right) ctx.fillRect(b, top, scale.right - b, MINIMAP);
  ctx.globalAlpha = 1;
  const x0 = Math.round(a) + 0.5;
  const x1 = Math.max(Math.round(b) - 0.5, x0 + 1);
  ctx.strokeStyle = palette.ink3;
  ctx.lineWidth = 1;
  ctx.strokeRect(x0, top + 0.5, x1 - x0, MINIMAP - 1);
  ctx.fillStyle = palette.ink;
  ctx.fillRect(x0 - 1.5, top + MINIMAP / 2 - 5, 3, 10);
  ctx.fillRect(x1 - 1.5, top + MINIMAP / 2 - 5, 3, 10);
  ctx.fillRect(Math.round(scale.left + m.unit * k), top, 1, MINIMAP);
  ctx.fillStyle = palette.hair;
  ctx.fillRect(0, top + MINIMAP, f.width, 1);
}

function flagText(f: Frame, m: Moving): string {
  return f.axis.name === "events"
    ? f.words("step", { n: Math.floor(m.unit + 1e-6) })
    : formatInstant(m.time, f.scale.unitsPerPixel);
}

function paintAxis(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  const { scale, palette, axisTop } = f;
  const font = fonts(palette);
  const head = scale.x(m.unit);
  const near = f.measure(flagText(f, m), font.flag) / 2 + 12;
  let last = -Infinity;
  for (const tick of axisTicks(f)) {
    ctx.fillStyle = palette.ink3;
    ctx.fillRect(tick.x, axisTop + AXIS - 5, 1, 5);
    const half = f.measure(tick.label, font.small) / 2;
    if (Math.abs(tick.x - head) < near + half || tick.x - half < last + 8) continue;
    const x = Math.min(Math.max(tick.x, scale.left + (f.labels > 20 ? half + 4 : Math.min(half, tick.x - scale.left + half))), f.width - half - 4);
    last = x + half;
    text(ctx, tick.label, x, axisTop + 14, font.small, palette.ink3, "center");
  }
  for (const mark of foldMarks(f)) {
    ctx.strokeStyle = palette.ink3;
    ctx.lineWidth = 1.25;
    ctx.beginPath();
    for (const d of [-5, 1]) {
      ctx.moveTo(mark.x + d, axisTop + AXIS);
      ctx.lineTo(mark.x + d + 4, axisTop + AXIS - 6);
    }
    ctx.stroke();
    const half = f.measure(mark.label, font.italic) / 2;
    if (mark.label && Math.abs(mark.x - head) > near + half) {
      text(ctx, mark.label, Math.max(mark.x, scale.left + half + 2), axisTop + 12, font.italic, palette.ink3, "center");
    }
  }
  ctx.fillStyle = palette.hair;
  ctx.fillRect(0, axisTop + AXIS - 1, f.width, 1);
  for (const unit of m.marks) {
    const x = Math.round(scale.x(unit));
    if (x < scale.left - 4 || x > scale.right + 4) continue;
    ctx.fillStyle = palette.accent;
    ctx.beginPath();
    ctx.moveTo(x - 4, axisTop + AXIS - 8);
    ctx.lineTo(x + 5, axisTop + AXIS - 8);
    ctx.lineTo(x + 0.5, axisTop + AXIS - 1);
    ctx.fill();
    ctx.globalAlpha = 0.5;
    ctx.fillRect(x, axisTop + AXIS, 1, f.height - axisTop - AXIS);
    ctx.globalAlpha = 1;
  }
}

function paintCounterLabels(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  const font = fonts(f.palette);
  for (const row of f.rows.counters) {
    const y = f.countersTop + row.y;
    const value = row.counter.at(m.event);
    if (f.labels > 0) {
      const right = `${value} / ${row.counter.max}`;
      const room = f.labels - 16 - 14 - 12 - f.measure(right, font.small);
      const title = f.measure(row.title, font.label) <= room ? row.title : fitText(row.short, font.label, room, f.measure);
      text(ctx, title, 16, y + row.height / 2 + 4, font.label, f.palette.ink2);
      text(ctx, right, f.labels - 14, y + row.height / 2 + 4, font.small, f.palette.ink2, "right");
    } else text(ctx, `${row.title} ${value}`, f.scale.left, y + 15, font.small, f.palette.ink2);
  }
}

function paintLabels(ctx: CanvasRenderingContext2D, f: Frame, m: Moving, forms: Forms): void {
  const { rows } = f;
  const [first, end] = rowsWithin(rows.rows, f.scroll, f.scroll + f.height - f.lanesTop);
  for (let i = first; i < end; i++) {
    const row = rows.rows[i]!;
    if (row.type === "group") groupLabel(ctx, f, row);
    else if (row.type === "lane") laneLabel(ctx, f, m, forms, row);
    else sharedLabel(ctx, f, m, row);
  }
}

function groupLabel(ctx: CanvasRenderingContext2D, f: Frame, row: GroupRow): void {
  const font = fonts(f.palette);
  const y = row.y + row.height / 2;
  const x = f.labels > 0 ? 17 : f.scale.left;
  ctx.strokeStyle = f.palette.ink2;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  if (row.collapsed) {
    ctx.moveTo(x + 1.5, y - 3.5);
    ctx.lineTo(x + 5.5, y);
    ctx.lineTo(x + 1.5, y + 3.5);
  } else {
    ctx.moveTo(x, y - 2.5);
    ctx.lineTo(x + 3.5, y + 1.5);
    ctx.lineTo(x + 7, y - 2.5);
  }
  ctx.stroke();
  const detail = f.labels > 0 ? row.detail : "";
  const detailWidth = detail ? f.measure(detail, font.small) + 10 : 0;
  const room = (f.labels > 0 ? f.labels : f.width) - 32 - 14;
  const title = fitText(row.title, font.group, Math.max(room - detailWidth, room * 0.6), f.measure);
  text(ctx, title, x + 15, y + 4.5, font.group, f.palette.ink);
  const left = room - f.measure(title, font.group) - 10;
  if (detail && left > 20) {
    text(ctx, fitText(detail, font.small, left, f.measure), f.labels - 14, y + 4.5, font.small, f.palette.ink3, "right");
  }
}

function sharedLabel(ctx: CanvasRenderingContext2D, f: Frame, m: Moving, row: SharedRow): void {
  if (f.labels === 0) return;
  const font = fonts(f.palette);
  const y = row.y + row.height / 2 + 4;
  text(ctx, row.title, 34, y, font.label, f.palette.ink2);
  const holder = holderAt(f, row.entity, m.event);
  const room = f.labels - 34 - 14 - 12 - f.measure(row.title, font.label);
  if (holder) text(ctx, fitName(f.rec.label(holder), font.small, room, f.measure), f.labels - 14, y, font.small, hueColor(f.palette, f.rec.hue(holder)), "right");
  else text(ctx, f.words("free"), f.labels - 14, y, font.small, f.palette.ink3, "right");
}

/** Who has a core or a GIL at an event, 0 for nobody. */
export function holderAt(f: Pick<Frame, "rec">, entity: number, event: number): number {
  const strip = f.rec.strip(entity);
  if (!strip) return 0;
  let lo = 0;
  let hi = strip.start.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (strip.start[mid]! <= event) lo = mid + 1;
    else hi = mid;
  }
  return lo > 0 && strip.end[lo - 1]! > event ? strip.who[lo - 1]! : 0;
}

function laneLabel(ctx: CanvasRenderingContext2D, f: Frame, m: Moving, forms: Forms, row: LaneRow): void {
  const { rec, palette, labels } = f;
  const font = fonts(palette);
  const span = rec.spanAt(row.entity, m.event);
  const color = hueColor(palette, rec.hue(row.entity));
  const texts = stateTexts(rec, span, m.time, f.words);
  if (labels > 0) {
    glyph(ctx, forms, span?.state ?? 0, 14, row.mid, color, palette.ink3);
    const room = labels - 36 - 14;
    // The name comes first: the state is shortened, then left out.
    const nameWidth = Math.min(f.measure(row.name, font.name), room * 0.6);
    const fits = texts.find((t) => f.measure(t, font.small) + nameWidth + 10 <= room);
    const left = fits ? room - f.measure(fits, font.small) - 10 : room;
    text(ctx, fitName(row.name, font.name, left, f.measure), 36, row.mid + 4.5, font.name, color);
    if (fits) text(ctx, fits, labels - 14, row.mid + 4.5, font.small, palette.ink2, "right");
    return;
  }
  const x = f.scale.left;
  const y = row.y + 16.5;
  glyph(ctx, forms, span?.state ?? 0, x, row.y + 12, color, palette.ink3);
  const name = fitName(row.name, font.name, f.width * 0.6, f.measure);
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.paper;
  ctx.font = font.name;
  ctx.strokeText(name, x + 22, y);
  text(ctx, name, x + 22, y, font.name, color);
  const after = x + 32 + f.measure(name, font.name);
  ctx.font = font.small;
  ctx.strokeText(texts[0]!, after, y);
  text(ctx, texts[0]!, after, y, font.small, palette.ink2);
}

function glyph(ctx: CanvasRenderingContext2D, forms: Forms, state: number, x: number, y: number, color: string, ink: string): void {
  switch (state) {
    case Kind.RUN:
      forms.run(x, x + 14, y, 10, color);
      break;
    case Kind.READY:
      forms.ready(x, x + 14, y, 10, color);
      break;
    case Kind.WAIT:
      forms.wait(x, x + 11, y, color);
      forms.dot(x + 11, y, color, 2.6);
      break;
    case Kind.LOCKWAIT:
      forms.lock(x, x + 14, y, color);
      break;
    case Kind.DONE:
      forms.run(x, x + 5, y, 10, color);
      forms.done(x + 5, y, color);
      break;
    case Kind.FAIL:
      forms.run(x, x + 9, y, 10, color, true);
      forms.failed(x + 6, y, color);
      break;
    case Kind.CANCELLED:
      forms.wait(x, x + 9, y, color);
      forms.cancelled(x + 9, y, color);
      break;
    default:
      ctx.fillStyle = ink;
      ctx.fillRect(x + 5.5, y - 0.75, 3, 1.5);
  }
}

function paintEdge(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  if (!m.edge) return;
  const a = f.rows.mid.get(m.edge.from);
  const b = f.rows.mid.get(m.edge.to);
  if (a === undefined || b === undefined) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(f.scale.left - 8, 0, f.scale.right - f.scale.left + 20, f.rows.height);
  ctx.clip();
  drawEdge(ctx, f, m.edge.kind, m.edge.from, f.scale.x(m.edge.unit), a, b, m.edge.share, 2);
  ctx.restore();
}

function paintScrollbar(ctx: CanvasRenderingContext2D, f: Frame): void {
  const view = f.height - f.lanesTop;
  if (view <= 0 || f.rows.height <= view) return;
  const size = Math.max(24, (view * view) / f.rows.height);
  const y = f.lanesTop + (f.scroll / (f.rows.height - view)) * (view - size);
  ctx.fillStyle = f.palette.ink3;
  ctx.globalAlpha = 0.5;
  ctx.beginPath();
  ctx.roundRect(f.width - 6, y + 1, 4, size - 2, 2);
  ctx.fill();
  ctx.globalAlpha = 1;
}

function paintPlayhead(ctx: CanvasRenderingContext2D, f: Frame, m: Moving): void {
  const { scale, palette, axisTop } = f;
  const at = scale.x(m.unit);
  if (at < scale.left - 0.5 || at > scale.right + 0.5) return;
  const x = Math.round(at);
  const bottom = Math.min(f.height, f.lanesTop + f.rows.height - f.scroll);
  ctx.fillStyle = palette.ink;
  ctx.fillRect(x, axisTop + 19, 1, Math.max(0, bottom - axisTop - 19));
  const font = fonts(palette);
  const label = flagText(f, m);
  const width = Math.ceil(f.measure(label, font.flag)) + 14;
  const left = Math.min(Math.max(x + 0.5 - width / 2, 2), f.width - width - 2);
  ctx.beginPath();
  ctx.roundRect(left, axisTop + 2, width, 18, 3);
  ctx.fill();
  text(ctx, label, left + width / 2, axisTop + 15, font.flag, palette.paper, "center");
}
