// Where the axis has ticks, and what they say: at 1, 2 or 5 times a power of ten.
// May import: base, frame.

import { formatDuration, formatTick, niceStep } from "../base/time";
import type { Frame } from "./frame";

export interface Tick {
  /** Left edge of the 1-px line, a whole pixel. */
  readonly x: number;
  readonly label: string;
}

/** A fold's sign and the time it leaves out. */
export interface FoldMark {
  readonly x: number;
  readonly label: string;
}

const WANTED = 84; // pixels between labels

export function axisTicks(f: Frame): Tick[] {
  const { axis, scale } = f;
  const ticks: Tick[] = [];
  if (axis.name === "events") {
    const step = Math.max(1, niceStep(WANTED * scale.unitsPerPixel));
    for (let u = Math.ceil(scale.from / step) * step; u <= scale.to; u += step) {
      ticks.push({ x: Math.round(scale.x(u)), label: f.words("step", { n: Math.round(u) }) });
    }
    return ticks;
  }
  const step = niceStep(WANTED * scale.unitsPerPixel);
  if (axis.folds.length === 0) {
    for (let i = Math.ceil(scale.from / step); i * step <= scale.to; i++) {
      ticks.push({ x: Math.round(scale.x(i * step)), label: formatTick(i * step, step) });
    }
    return ticks;
  }
  // Between folds, where a stretch is wide enough to hold a label of its own.
  const { folds } = axis;
  for (let k = 0; k <= folds.length; k++) {
    const unitFrom = k === 0 ? 0 : folds[k - 1]!.unitTo;
    const unitTo = k === folds.length ? axis.length : folds[k]!.unitFrom;
    const timeFrom = k === 0 ? 0 : folds[k - 1]!.to;
    if (scale.x(unitTo) < scale.left || scale.x(unitFrom) > scale.right) continue;
    if (scale.x(unitTo) - scale.x(unitFrom) < WANTED * 1.3) continue;
    for (let i = Math.ceil(timeFrom / step); ; i++) {
      const unit = unitFrom + (i * step - timeFrom);
      if (unit > unitTo) break;
      const x = Math.round(scale.x(unit));
      if (x < scale.left || x > scale.right) continue;
      if (x - scale.x(unitFrom) < 40 || scale.x(unitTo) - x < 40) continue;
      ticks.push({ x, label: formatTick(i * step, step) });
    }
  }
  return ticks;
}

export function foldMarks(f: Frame): FoldMark[] {
  const { axis, scale } = f;
  const marks: FoldMark[] = [];
  let last = -Infinity;
  for (const fold of axis.folds) {
    const a = Math.max(scale.x(fold.unitFrom), scale.left);
    const b = Math.min(scale.x(fold.unitTo), scale.right);
    if (b - a < 6) continue;
    const x = (a + b) / 2;
    const label = x - last > 52 ? formatDuration(fold.to - fold.from) : "";
    if (label) last = x;
    marks.push({ x, label });
  }
  return marks;
}
