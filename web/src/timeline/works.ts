// Draws what is nested in a lane, below its bar: pieces of work as washed boxes with their names, a track for each
// depth; the hand-offs between lanes, slanted from where a thing is given to where it is taken; and flags where the
// recording has a note.
// May import: base, recording, frame, palette.

import type { WorkTrack } from "../recording";
import { fitText, fonts, type Frame } from "./frame";
import { hueColor } from "./palette";
import type { LaneRow } from "./rows";

/** Above this many hand-offs in view only those of the selected lane are drawn. */
const CROWD = 240;

export function paintWorks(ctx: CanvasRenderingContext2D, f: Frame, row: LaneRow): void {
  const { rec, rows, palette } = f;
  const { lane, track } = rows.density;
  const tracks = rec.works(row.entity);
  const color = hueColor(palette, rec.hue(row.entity));
  for (let depth = 0; depth < row.tracks; depth++) {
    paintTrack(ctx, f, tracks[depth]!, row.y + lane - 1 + depth * track, track - 2, color);
  }
}

function paintTrack(ctx: CanvasRenderingContext2D, f: Frame, track: WorkTrack, y: number, height: number, color: string): void {
  const { rec, axis, scale, palette } = f;
  const units = axis.ofEvent;
  const font = fonts(palette).core;
  const left = scale.left - 8;
  const right = scale.right + 8;
  let filled = -Infinity;
  ctx.font = font;
  for (let i = firstEnding(track, units, scale.unit(left)); i < track.start.length; i++) {
    const x0 = scale.x(units[track.start[i]!]!);
    if (x0 > right) break;
    const x1 = scale.x(units[track.end[i]!] ?? axis.length);
    const a = Math.max(Math.round(x0), left);
    const b = Math.min(Math.round(x1), right);
    if (b - a < 2) {
      if (a <= filled) continue;
      filled = a;
      ctx.globalAlpha = 0.55;
      ctx.fillStyle = color;
      ctx.fillRect(a, y, 1, height);
      ctx.globalAlpha = 1;
      continue;
    }
    ctx.globalAlpha = 0.16;
    ctx.fillStyle = color;
    ctx.fillRect(a, y, b - a - 1, height);
    ctx.globalAlpha = 0.8;
    ctx.fillRect(a, y, 1.5, height);
    ctx.globalAlpha = 1;
    const from = Math.max(a, scale.left);
    const room = Math.min(b, scale.right) - from - 8;
    if (room > 14) {
      const name = fitText(rec.text(track.name[i]!), font, room, f.measure);
      ctx.fillStyle = palette.ink2;
      if (name.length > 1) ctx.fillText(name, from + 5, y + height - (height > 11 ? 3 : 2));
    }
  }
}

function firstEnding(track: WorkTrack, units: ArrayLike<number>, unit: number): number {
  let lo = 0;
  let hi = track.start.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if ((units[track.end[mid]!] ?? Infinity) < unit) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

export function paintHandoffs(ctx: CanvasRenderingContext2D, f: Frame, selected: number): void {
  const { rec, axis, scale, rows, palette } = f;
  const h = rec.handoffs;
  if (h.length === 0) return;
  const units = axis.ofEvent;
  const visible: number[] = [];
  const crowd: number[] = [];
  for (let i = 0; i < h.length && visible.length <= CROWD; i++) {
    const x0 = scale.x(units[h.given[i]!]!);
    const x1 = scale.x(units[h.taken[i]!]!);
    if (x1 < scale.left - 8 || x0 > scale.right + 8) continue;
    if (!rows.mid.has(h.from[i]!) || !rows.mid.has(h.to[i]!)) continue;
    if (crowd.length <= CROWD) crowd.push(i);
    if (h.from[i] === selected || h.to[i] === selected) visible.push(i);
  }
  const { bar } = rows.density;
  ctx.lineWidth = 1;
  for (const i of crowd.length <= CROWD ? crowd : visible) {
    const a = rows.mid.get(h.from[i]!)!;
    const b = rows.mid.get(h.to[i]!)!;
    const x0 = Math.round(scale.x(units[h.given[i]!]!)) + 0.5;
    const x1 = Math.round(scale.x(units[h.taken[i]!]!)) + 0.5;
    const down = b > a ? 1 : -1;
    const y0 = a + (down * bar) / 2;
    const y1 = b - (down * bar) / 2;
    const strong = h.from[i] === selected || h.to[i] === selected;
    ctx.strokeStyle = ctx.fillStyle = hueColor(palette, rec.hue(h.from[i]!));
    ctx.globalAlpha = strong ? 0.9 : 0.45;
    ctx.setLineDash([1, 2]);
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x1, y1, 2, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** How near, in pixels, the pointer has to be to a note's flag. */
export const NOTE_REACH = 7;

/** A flag over the bar for each note, one where several are close. */
export function paintNotes(ctx: CanvasRenderingContext2D, f: Frame): void {
  const { rec, axis, scale, rows, palette } = f;
  const { who } = rec.columns;
  const last = new Map<number, number>();
  for (const event of rec.notes) {
    const mid = rows.mid.get(who[event]!);
    if (mid === undefined) continue;
    const x = Math.round(scale.x(axis.ofEvent[event]!));
    if (x < scale.left - 2 || x > scale.right + 2 || x - (last.get(mid) ?? -Infinity) < 5) continue;
    last.set(mid, x);
    const top = mid - rows.density.bar / 2 - 4;
    ctx.fillStyle = palette.ink;
    ctx.fillRect(x, top, 1.5, rows.density.bar / 2 + 4);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x + 7, top + 3);
    ctx.lineTo(x, top + 6);
    ctx.fill();
  }
}

/** The note of an entity at a place of the plot, or -1. */
export function noteAt(f: Frame, entity: number, x: number): number {
  const { rec, axis, scale } = f;
  let best = -1;
  let distance = NOTE_REACH;
  for (const event of rec.notes) {
    if (rec.columns.who[event] !== entity) continue;
    const d = Math.abs(scale.x(axis.ofEvent[event]!) + 3 - x);
    if (d < distance) [best, distance] = [event, d];
  }
  return best;
}
