// One frame of the timeline: everything the painters need, made by the timeline, changed by nobody.
// Coordinate spaces: see base/scale. Vertically, the plot begins at 0 with the minimap, then the axis, the
// counters, and the lanes, which scroll: a row's y counts from the top of the first row.
// May import: base, recording, and the other files of this folder.

import type { AxisMap, TimeScale } from "../base/scale";
import type { Lang } from "../base/strings/lang";
import type { Recording } from "../recording";
import type { Palette } from "./palette";
import type { Rows, Words } from "./rows";

export const MINIMAP = 30;
export const AXIS = 22;

export interface Frame {
  readonly rec: Recording;
  readonly rows: Rows;
  readonly axis: AxisMap;
  readonly scale: TimeScale;
  readonly palette: Palette;
  readonly words: Words;
  readonly lang: Lang;
  /** Size of the plot in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Width of the label column; 0 where names stand above. */
  readonly labels: number;
  readonly minimapTop: number;
  readonly axisTop: number;
  readonly countersTop: number;
  readonly lanesTop: number;
  readonly scroll: number;
  readonly ratio: number;
  readonly measure: (text: string, font: string) => number;
}

export const fonts = (p: Palette) => ({
  label: `13px ${p.sans}`,
  small: `12.5px ${p.sans}`,
  italic: `italic 12.5px ${p.sans}`,
  flag: `600 12.5px ${p.sans}`,
  group: `700 13.5px ${p.sans}`,
  name: `600 12.5px ${p.mono}`,
  bar: `600 11.5px ${p.mono}`,
  core: `600 10.5px ${p.mono}`,
});

/** Widths of texts; measuring is the slowest thing a canvas does. */
export class TextWidths {
  private readonly widths = new Map<string, number>();

  constructor(private readonly ctx: CanvasRenderingContext2D) {}

  measure = (text: string, font: string): number => {
    const key = font + "\n" + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 5000) this.widths.clear();
      this.ctx.font = font;
      width = this.ctx.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  };

  /** After web fonts have arrived. */
  forget(): void {
    this.widths.clear();
  }
}

/** Shortened with an ellipsis to fit a width. */
export function fitText(text: string, font: string, width: number, measure: Frame["measure"]): string {
  if (measure(text, font) <= width) return text;
  let lo = 0;
  let hi = text.length;
  while (lo < hi) {
    const mid = (lo + hi + 1) >>> 1;
    if (measure(text.slice(0, mid) + "…", font) <= width) lo = mid;
    else hi = mid - 1;
  }
  return lo === 0 ? "" : text.slice(0, lo) + "…";
}

/** Shortened in the middle: the end of a name is what tells "ThreadPoolExecutor-0_0" from its siblings. */
export function fitName(text: string, font: string, width: number, measure: Frame["measure"]): string {
  if (measure(text, font) <= width) return text;
  const tail = text.slice(-5);
  for (let head = text.length - 6; head >= 1; head--) {
    const short = `${text.slice(0, head)}…${tail}`;
    if (measure(short, font) <= width) return short;
  }
  return fitText(text, font, width, measure);
}
