// The colours and fonts of the page, read from its CSS custom properties, for a canvas.
// May import: nothing.

export interface Palette {
  readonly hues: readonly string[];
  readonly paper: string;
  readonly well: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hair: string;
  readonly grid: string;
  readonly wash: string;
  readonly accent: string;
  readonly onHue: string;
  readonly sans: string;
  readonly mono: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const get = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  return {
    hues: Array.from({ length: 12 }, (_, i) => get(`--h${i}`, "#555")),
    paper: get("--paper", "#fbfaf7"), well: get("--well", "#f3f1ec"),
    ink: get("--ink", "#1b1a17"), ink2: get("--ink-2", "#4a4844"), ink3: get("--ink-3", "#6b6963"),
    hair: get("--hair", "#0002"), grid: get("--grid", "#0001"), wash: get("--wash", "#00000009"),
    accent: get("--accent", "#24c"), onHue: get("--on-hue", "#fff"),
    sans: get("--sans", "system-ui, sans-serif"), mono: get("--mono", "monospace"),
  };
}

/** The colour of a hue; entities without one are drawn in ink. */
export const hueColor = (palette: Palette, hue: number): string => (hue < 0 ? palette.ink2 : palette.hues[hue % 12]!);
