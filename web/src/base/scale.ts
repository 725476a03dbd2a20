// The two coordinate conversions of the timeline.
//
// Spaces, from the recording to the screen:
//   time, event   where something happened: virtual nanoseconds, or the index of an event
//   unit          the position on the chosen axis (AxisMap): Time, Events and Folded are each a
//                 piecewise-linear map from (event, time) to a unit; only the knots differ
//   pixel         CSS pixels from the left edge of the plot (TimeScale): a window of units, stretched
// Nothing else in the page converts between them.
// May import: base/time.

import { axisUnit, type AxisUnit } from "./time";

export type AxisName = "time" | "events" | "folded";

/** A stretch of time that the folded axis leaves out. Units are those of the axis. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly unitFrom: number;
  readonly unitTo: number;
}

/** Knots (x[i], y[i]), both never falling; outside of them the map is constant. */
export class PiecewiseLinear {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;

  constructor(x: ArrayLike<number>, y: ArrayLike<number>) {
    if (x.length !== y.length || x.length === 0) throw new Error("a map needs as many x as y");
    this.x = x;
    this.y = y;
  }

  at(x: number): number {
    return interpolate(this.x, this.y, x);
  }

  inverse(y: number): number {
    return interpolate(this.y, this.x, y);
  }
}

/** Index of the last element <= value, or -1. */
export function lastAtMost(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (sorted[mid]! <= value) lo = mid + 1;
    else hi = mid;
  }
  return lo - 1 >= from ? lo - 1 : -1;
}

/** Index of the first element >= value, or `to`. */
export function firstAtLeast(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (sorted[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function interpolate(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const i = lastAtMost(xs, x);
  if (i < 0) return ys[0]!;
  if (i >= xs.length - 1) return ys[ys.length - 1]!;
  const x0 = xs[i]!;
  const x1 = xs[i + 1]!;
  const y0 = ys[i]!;
  return x1 > x0 ? y0 + ((x - x0) / (x1 - x0)) * (ys[i + 1]! - y0) : y0;
}

/** What an axis has to offer to the timeline; recording/axes builds the three of them. */
export interface AxisMap {
  readonly name: AxisName;
  /** Length of the axis in units; the run begins at 0. */
  readonly length: number;
  /** Unit of each event, plus one element for the end of the run. Never falling. */
  readonly ofEvent: ArrayLike<number>;
  readonly folds: readonly Fold[];
  unitOf(event: number, time: number): AxisUnit;
  /** The playhead at a unit: the last event that has happened there, and the time. */
  momentAt(unit: number): { event: number; time: number };
}

/** A window of units, stretched over pixels. Immutable: zooming makes another. */
export class TimeScale {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly left: number,
    readonly right: number,
  ) {}

  get unitsPerPixel(): number {
    return (this.to - this.from) / Math.max(1, this.right - this.left);
  }

  x(unit: number): number {
    return this.left + ((unit - this.from) / (this.to - this.from)) * (this.right - this.left);
  }

  unit(x: number): AxisUnit {
    return axisUnit(this.from + ((x - this.left) / Math.max(1, this.right - this.left)) * (this.to - this.from));
  }

  /** Zoomed so that the unit under `x` stays under `x`; a factor above 1 shows less. */
  zoomed(factor: number, x: number): TimeScale {
    const at = this.unit(x);
    return new TimeScale(at - (at - this.from) / factor, at + (this.to - at) / factor, this.left, this.right);
  }

  panned(pixels: number): TimeScale {
    const d = pixels * this.unitsPerPixel;
    return new TimeScale(this.from + d, this.to + d, this.left, this.right);
  }

  /** Kept within [min, max], never narrower than `least`; the width survives where it fits. */
  clamped(min: number, max: number, least: number): TimeScale {
    const most = max - min;
    let width = Math.min(Math.max(this.to - this.from, Math.min(least, most)), most);
    if (!(width > 0)) width = most > 0 ? most : 1;
    const middle = (this.from + this.to) / 2;
    let from = this.to - this.from === width ? this.from : middle - width / 2;
    from = Math.min(Math.max(from, min), Math.max(min, max - width));
    return new TimeScale(from, from + width, this.left, this.right);
  }
}
