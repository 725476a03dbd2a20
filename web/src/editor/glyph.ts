/* The sign of a state, as small as a letter: the same forms as on the lanes. Hue says who, form says what. */

const RUN = 3, READY = 2, WAIT = 4, LOCKWAIT = 5, DONE = 6, FAIL = 7, CANCELLED = 8;
const NS = "http://www.w3.org/2000/svg";

/** Markup of a glyph, w by h pixels, in a CSS colour. It holds nothing but numbers and that colour. */
export function glyphMarkup(state: number, color: string, w = 14, h = 12): string {
  const y = h / 2, c = color, bar = 10, t = y - bar / 2;
  const line = (a: number, b: number, dash = "") => `<path d="M${a} ${y}H${b}" stroke="${c}" stroke-width="1.5"${dash}/>`;
  switch (state) {
    case RUN:
      return `<rect x="0" y="${t}" width="${w}" height="${bar}" rx="1.5" fill="${c}"/>`;
    case READY:
      return `<rect x=".5" y="${t + 0.5}" width="${w - 1}" height="${bar - 1}" fill="none" stroke="${c}"/><path d="${hatch(0.5, t + 0.5, w - 1, bar - 1)}" stroke="${c}" stroke-width="1.1"/>`;
    case WAIT:
      return line(0, w - 3) + `<circle cx="${w - 3}" cy="${y}" r="2.6" fill="${c}"/>`;
    case LOCKWAIT:
      return line(0, w, ' stroke-dasharray="4 3"');
    case DONE:
      return `<rect x="0" y="${t}" width="5" height="${bar}" rx="1.5" fill="${c}"/><circle cx="10" cy="${y}" r="3" fill="none" stroke="${c}" stroke-width="1.5"/>`;
    case FAIL:
      return `<path d="M0 ${t}H8L4 ${y}L8 ${t + bar}H0Z" fill="${c}"/><path d="M${w - 2} ${t}v6M${w - 2} ${t + bar - 2.5}v2.500" stroke="${c}" stroke-width="2.2"/>`;
    case CANCELLED:
      return line(0, 6) + `<path d="M5 ${y - 4}l8 8M13 ${y - 4}l-8 8" stroke="${c}" stroke-width="1.8"/>`;
    default:
      return `<path d="M${w / 2 - 1.5} ${y}h3" stroke="var(--ink-3)" stroke-width="1.5"/>`;
  }
}

/** Diagonals five pixels apart, cut at the box, so that no pattern with a name is needed. */
function hatch(x: number, y: number, w: number, h: number): string {
  let d = "";
  for (let s = 4; s < w + h; s += 5) {
    const x0 = Math.min(s, w), y0 = s - x0, y1 = Math.min(s, h), x1 = s - y1;
    d += `M${x + x0} ${y + y0}L${x + x1} ${y + y1}`;
  }
  return d;
}

export function glyph(state: number, color: string, w = 14, h = 12): SVGSVGElement {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("width", String(w));
  svg.setAttribute("height", String(h));
  svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = glyphMarkup(state, color, w, h);
  return svg;
}

/** The colour of an entity's hue; ink for what has none. */
export const hueColor = (hue: number): string => (hue >= 0 ? `var(--h${hue % 12})` : "var(--ink-2)");
