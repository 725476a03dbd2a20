// Draws edges under the bars, 1 px in the source's hue: a spawn is a tree's elbow, a wake or a switch an open
// arrow, a cancel dashed. Where edges crowd, one for each few pixels and pair is enough.
// May import: base, recording, frame, palette.

import { firstAtLeast } from "../base/scale";
import { EdgeKind, type Edges } from "../recording";
import type { Frame } from "./frame";
import { hueColor } from "./palette";

/** Above this many edges in view only those of the selected lane are drawn. */
const CROWD = 6000;
const MOST = 2500;

export function paintEdges(ctx: CanvasRenderingContext2D, f: Frame, selected: number): void {
  const { rec, axis, scale, rows } = f;
  const { edges } = rec;
  const [first, end] = edgesWithin(edges, axis.ofEvent, scale.unit(scale.left - 8), scale.unit(scale.right + 8));
  const crowded = end - first > CROWD;
  const seen = new Set<string>();
  const top = f.scroll - 40;
  const bottom = f.scroll + f.height;
  let drawn = 0;
  for (let i = first; i < end && drawn < MOST; i++) {
    const from = edges.from[i]!;
    const to = edges.to[i]!;
    if (crowded && from !== selected && to !== selected) continue;
    const a = rows.mid.get(from);
    const b = rows.mid.get(to);
    if (a === undefined || b === undefined) continue;
    if (Math.max(a, b) < top || Math.min(a, b) > bottom) continue;
    const x = scale.x(axis.ofEvent[edges.event[i]!]!);
    const key = `${edges.kind[i]}:${from}:${to}:${Math.round(x / 6)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    drawEdge(ctx, f, edges.kind[i]!, from, x, a, b, 1);
    drawn++;
  }
}

/** `share` below 1 draws it on its way. */
export function drawEdge(ctx: CanvasRenderingContext2D, f: Frame, kind: number, from: number, at: number, a: number, b: number, share: number, width = 1): void {
  const { bar } = f.rows.density;
  const down = b > a ? 1 : -1;
  const x = Math.round(at) + 0.5;
  ctx.strokeStyle = hueColor(f.palette, f.rec.hue(from));
  ctx.lineWidth = width;
  const start = a + (down * bar) / 2;
  ctx.beginPath();
  if (kind === EdgeKind.SPAWN) {
    const elbow = x - 6;
    ctx.moveTo(elbow, start);
    ctx.lineTo(elbow, start + (b + 0.5 - start) * share);
    if (share === 1) ctx.lineTo(x, b + 0.5);
    ctx.stroke();
    return;
  }
  // The tip just touches the bar, which is drawn over it.
  const end = b - down * (kind === EdgeKind.CANCEL ? bar / 2 + 0.5 : bar / 2 - 0.5);
  const tip = start + (end - start) * share;
  if (kind === EdgeKind.CANCEL) ctx.setLineDash([2, 2]);
  ctx.moveTo(x, start);
  ctx.lineTo(x, tip);
  ctx.stroke();
  ctx.setLineDash([]);
  if (kind === EdgeKind.CANCEL) return;
  ctx.lineWidth = width + 0.25;
  ctx.beginPath();
  ctx.moveTo(x - 3.5, tip - down * 4.5);
  ctx.lineTo(x, tip);
  ctx.lineTo(x + 3.5, tip - down * 4.5);
  ctx.stroke();
}

/** Edges [first, end) in a window of units. */
export function edgesWithin(edges: Edges, units: ArrayLike<number>, from: number, to: number): [number, number] {
  const search = (unit: number): number => {
    let lo = 0;
    let hi = edges.length;
    while (lo < hi) {
      const mid = (lo + hi) >>> 1;
      if (units[edges.event[mid]!]! < unit) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  };
  return [search(from), search(to)];
}

/** The edge at an event, or -1. */
export function edgeOfEvent(edges: Edges, event: number): number {
  const i = firstAtLeast(edges.event, event, 0, edges.length);
  return i < edges.length && edges.event[i] === event ? i : -1;
}
