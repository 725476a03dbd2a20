/* The timeline's glyphs as elements, and colours by name: the page's styles decide what a hue is in which theme. */

import { glyphState, glyphSvg } from "../timeline/glyph";

export function glyph(state: number, color: string, width = 14, height = 12): Node {
  const box = document.createElement("template");
  box.innerHTML = glyphSvg(glyphState(state), color, width, height);
  return box.content;
}

/** The colour of an entity's hue; ink for what has none. */
export const hueColor = (hue: number): string => (hue >= 0 ? `var(--h${hue % 12})` : "var(--ink-2)");
