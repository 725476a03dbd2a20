// The public face of the timeline.
export { Timeline, type TimelineOptions, type Playhead, type ViewRange, type HoverInfo } from "./timeline";
export type { AccessibleTable, AccessibleRow } from "./table";
export { glyphSvg, glyphState, type GlyphState } from "./glyph";
export { isTyping } from "./input";
