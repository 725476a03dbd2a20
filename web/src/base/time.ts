// Times and how they are said.
//
// The recording counts virtual nanoseconds; the page counts pixels and events. The three are plain
// numbers at run time, so they carry a brand: passing one where another is meant does not compile.
// May import: nothing.

declare const brand: unique symbol;

/** Virtual time in nanoseconds since the start of the run. */
export type Ns = number & { readonly [brand]: "ns" };
/** Index of an event in the recording's columns. */
export type EventIndex = number & { readonly [brand]: "event" };
/** A position on the current axis: nanoseconds, ranks of events, or folded nanoseconds. */
export type AxisUnit = number & { readonly [brand]: "unit" };

export const ns = (value: number): Ns => value as Ns;
export const eventIndex = (value: number): EventIndex => value as EventIndex;
export const axisUnit = (value: number): AxisUnit => value as AxisUnit;

const UNITS: readonly (readonly [number, string])[] = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"],
];

/** Three significant digits at most, no trailing zeros: 1.2, 340, 15, 0.5. */
function digits(value: number): string {
  const places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = value.toFixed(places);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** As people say it: "1.2 s", "340 ms", "15 µs"; minutes and hours once seconds stop meaning much. */
export function formatDuration(value: number): string {
  if (!Number.isFinite(value)) return "∞";
  if (value < 0) return "−" + formatDuration(-value);
  const rounded = Math.round(value);
  if (rounded === 0) return "0";
  if (rounded >= 3600e9) {
    const minutes = Math.round(rounded / 60e9);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }
  if (rounded >= 120e9) {
    const seconds = Math.round(rounded / 1e9);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  for (const [size, unit] of UNITS) {
    if (rounded < size) continue;
    const said = sayIn(rounded, size);
    // 999.9 µs says "1000 µs": one unit up it is "1 ms".
    if (said === "1000") return formatDuration(size * 1000);
    return `${said} ${unit}`;
  }
  return "0";
}

function sayIn(value: number, size: number): string {
  const v = value / size;
  // Whole milliseconds from 10 on, as a reader compares them; seconds keep two digits.
  if (size === 1e9) return digits(Math.round(v * 100) / 100);
  return v >= 10 ? String(Math.round(v)) : digits(Math.round(v * 10) / 10);
}

/**
 * A moment, no finer than a pixel can show: `resolution` is how many nanoseconds a pixel stands for.
 * "1.885 s" at a millisecond a pixel, "1.88512 s" once zoomed in to ten microseconds.
 */
export function formatInstant(value: number, resolution: number): string {
  const v = Math.max(0, value);
  const unit = UNITS.find(([size]) => v >= size) ?? UNITS[3]!;
  if (v === 0) return "0";
  const [size, name] = unit;
  const step = Math.max(resolution, 1);
  const places = Math.min(9, Math.max(0, Math.floor(Math.log10(size / step) + 0.3)));
  const fixed = (v / size).toFixed(size === 1 ? 0 : places);
  return `${fixed} ${name}`;
}

/** The smallest of 1, 2, 5 times a power of ten that is at least `want`. */
export function niceStep(want: number): number {
  if (!(want > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(want));
  for (const factor of [1, 2, 5, 10]) {
    if (factor * power >= want * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

/** The label of a tick: exact for the step between ticks, in the unit the step's size asks for. */
export function formatTick(value: number, step: number): string {
  if (Math.abs(value) < step / 1e6) return "0";
  // One unit for a whole axis would be calmer, but 0.00012 s is nobody's way to say 120 µs.
  const [size, name] = UNITS.find(([s]) => Math.abs(value) >= s * (1 - 1e-9)) ?? UNITS[3]!;
  const places = Math.min(9, Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9)));
  return `${(value / size).toFixed(places)} ${name}`;
}
