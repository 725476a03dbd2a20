// The same forms as small SVG pictures, for the key, the inspector, the editor's gutter and the console.
// May import: format.

import { Kind } from "../recording/format";

export type GlyphState = "run" | "ready" | "wait" | "lock" | "done" | "failed" | "cancelled" | "none";

export function glyphState(state: number): GlyphState {
  switch (state) {
    case Kind.RUN: return "run";
    case Kind.READY: return "ready";
    case Kind.WAIT: return "wait";
    case Kind.LOCKWAIT: return "lock";
    case Kind.DONE: return "done";
    case Kind.FAIL: return "failed";
    case Kind.CANCELLED: return "cancelled";
    default: return "none";
  }
}

/** `color` is any CSS colour, so a custom property works: "var(--h3)". Safe to use as HTML. */
export function glyphSvg(state: GlyphState, color: string, width = 14, height = 12): string {
  const y = height / 2;
  const c = color.replace(/[^\w\s().,%#/-]/g, "");
  let body = "";
  switch (state) {
    case "run":
      body = `<rect x="0" y="${y - 5}" width="${width}" height="10" rx="1.5" fill="${c}"/>`;
      break;
    case "ready":
      body = `<path d="${hatchPath(0.5, y - 4.5, width - 0.5, y + 4.5)}" stroke="${c}" stroke-width="1.1" fill="none"/>` +
        `<rect x=".5" y="${y - 4.5}" width="${width - 1}" height="9" fill="none" stroke="${c}"/>`;
      break;
    case "wait":
      body = `<path d="M0 ${y}H${width - 3}" stroke="${c}" stroke-width="1.5"/><circle cx="${width - 3}" cy="${y}" r="2.6" fill="${c}"/>`;
      break;
    case "lock":
      body = `<path d="M1 ${y}H${width - 1}" stroke="${c}" stroke-width="1.5" stroke-dasharray="4 3"/>`;
      break;
    case "done":
      body = `<rect x="0" y="${y - 5}" width="5" height="10" rx="1" fill="${c}"/><circle cx="10" cy="${y}" r="3" fill="none" stroke="${c}" stroke-width="1.5"/>`;
      break;
    case "failed":
      body = `<path d="M0 ${y - 5}H8L3.5 ${y}L8 ${y + 5}H0Z" fill="${c}"/><path d="M11.500 ${y - 6}v7.500" stroke="${c}" stroke-width="2.500"/><rect x="10.250" y="${y + 3.5}" width="2.500" height="2.500" fill="${c}"/>`;
      break;
    case "cancelled":
      body = `<path d="M0 ${y}H4" stroke="${c}" stroke-width="1.5"/><path d="M4.500 ${y - 4.5}L13.500 ${y + 4.5}M13.500 ${y - 4.5}L4.500 ${y + 4.5}" stroke="${c}" stroke-width="2"/>`;
      break;
    case "none":
      body = `<path d="M${width / 2 - 1.5} ${y}h3" stroke="var(--ink-3)" stroke-width="1.5"/>`;
      break;
  }
  return `<svg class="glyph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${body}</svg>`;
}

/** Lines x + y = 5k within a rectangle: no pattern, so no ids that could clash in a document. */
function hatchPath(x0: number, y0: number, x1: number, y1: number): string {
  let d = "";
  for (let k = Math.ceil((x0 + y0) / 5) * 5; k < x1 + y1; k += 5) {
    const ax = Math.max(x0, k - y1);
    const bx = Math.min(x1, k - y0);
    if (bx > ax) d += `M${ax} ${k - ax}L${bx} ${k - bx}`;
  }
  return d;
}
