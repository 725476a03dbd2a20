// Pointer, touch, wheel and keys, turned into what the reader means: scrub, pan, zoom, scroll, pick.
// May import: frame. Must not know: recordings, drawing.

import { MINIMAP, AXIS, type Frame } from "./frame";

export type Zone = "minimap" | "axis" | "label" | "lanes";

/** What the timeline can be asked to do. x and y are CSS pixels from the plot's corner. */
export interface Controls {
  frame(): Frame | null;
  playheadX(): number;
  scrub(x: number): void;
  panPixels(dx: number): boolean;
  zoomAt(factor: number, x: number): boolean;
  scroll(dy: number): boolean;
  canScroll(): boolean;
  wholeRunShown(): boolean;
  click(x: number, y: number): void;
  clickLabel(y: number): void;
  zoomToSpan(x: number, y: number): void;
  hover(x: number, y: number): void;
  hoverEnd(): void;
  /** The window of the minimap, in units. */
  setWindow(from: number, to: number): void;
}

type Mode = "none" | "press" | "scrub" | "pan" | "scroll" | "pinch" | "left" | "right" | "window";

export class Input {
  private mode: Mode = "none";
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private start = { x: 0, y: 0 };
  private last = { x: 0, y: 0 };
  private pinch = { distance: 1, x: 0 };
  private windowAt = { from: 0, to: 0 };
  private readonly abort = new AbortController();

  constructor(
    private readonly plot: HTMLElement,
    private readonly controls: Controls,
  ) {
    const { signal } = this.abort;
    plot.addEventListener("pointerdown", (e) => this.down(e), { signal });
    plot.addEventListener("pointermove", (e) => this.move(e), { signal });
    plot.addEventListener("pointerup", (e) => this.up(e, true), { signal });
    plot.addEventListener("pointercancel", (e) => this.up(e, false), { signal });
    plot.addEventListener("pointerleave", () => this.controls.hoverEnd(), { signal });
    plot.addEventListener("wheel", (e) => this.wheel(e), { signal, passive: false });
    plot.addEventListener("dblclick", (e) => this.doubleClick(e), { signal });
  }

  destroy(): void {
    this.abort.abort();
  }

  get busy(): boolean {
    return this.mode !== "none" && this.mode !== "press";
  }

  private at(e: MouseEvent): { x: number; y: number } {
    const box = this.plot.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  }

  private zone(f: Frame, x: number, y: number): Zone {
    if (f.labels > 0 && x < f.labels) return "label";
    if (y < f.minimapTop + MINIMAP) return "minimap";
    if (y < f.axisTop + AXIS) return "axis";
    return "lanes";
  }

  private down(e: PointerEvent): void {
    const f = this.controls.frame();
    if (!f || e.button > 0) return;
    if ((e.target as Element).closest("button, a, input")) return;
    const p = this.at(e);
    this.pointers.set(e.pointerId, p);
    this.plot.setPointerCapture(e.pointerId);
    this.controls.hoverEnd();
    if (this.pointers.size === 2) {
      const [a, b] = [...this.pointers.values()] as [typeof p, typeof p];
      this.pinch = { distance: Math.max(10, Math.hypot(a.x - b.x, a.y - b.y)), x: (a.x + b.x) / 2 };
      this.mode = "pinch";
      return;
    }
    this.start = this.last = p;
    const coarse = e.pointerType === "touch";
    switch (this.zone(f, p.x, p.y)) {
      case "minimap":
        this.grabWindow(f, p.x, coarse ? 14 : 7);
        break;
      case "axis":
        this.mode = "scrub";
        this.controls.scrub(p.x);
        break;
      case "label":
        this.mode = "press";
        break;
      case "lanes":
        this.mode = Math.abs(p.x - this.controls.playheadX()) <= (coarse ? 10 : 4) ? "scrub" : "press";
    }
  }

  private grabWindow(f: Frame, x: number, reach: number): void {
    const { scale, axis } = f;
    const k = (scale.right - scale.left) / axis.length;
    const a = scale.left + scale.from * k;
    const b = scale.left + scale.to * k;
    this.windowAt = { from: scale.from, to: scale.to };
    if (Math.abs(x - a) <= reach && Math.abs(x - a) <= Math.abs(x - b)) this.mode = "left";
    else if (Math.abs(x - b) <= reach) this.mode = "right";
    else {
      this.mode = "window";
      // With the whole run in the window there is nothing to move: the minimap scrubs.
      if (this.controls.wholeRunShown()) {
        this.mode = "scrub";
        this.controls.scrub(x);
      } else if (x < a || x > b) {
        const half = (scale.to - scale.from) / 2;
        const middle = (x - scale.left) / k;
        this.windowAt = { from: middle - half, to: middle + half };
        this.controls.setWindow(this.windowAt.from, this.windowAt.to);
      }
    }
  }

  private move(e: PointerEvent): void {
    const f = this.controls.frame();
    if (!f) return;
    const p = this.at(e);
    if (this.mode === "none" || !this.pointers.has(e.pointerId)) {
      if (e.pointerType !== "touch") this.controls.hover(p.x, p.y);
      this.plot.style.cursor = this.cursor(f, p.x, p.y);
      return;
    }
    this.pointers.set(e.pointerId, p);
    if (this.mode === "press") {
      const dx = p.x - this.start.x;
      const dy = p.y - this.start.y;
      if (Math.hypot(dx, dy) < (e.pointerType === "touch" ? 8 : 4)) return;
      if (Math.abs(dy) > Math.abs(dx) && this.controls.canScroll()) this.mode = "scroll";
      else if (this.zone(f, this.start.x, this.start.y) === "label") return;
      // Nothing to pan when everything is in view: dragging then moves through time.
      else this.mode = this.controls.wholeRunShown() ? "scrub" : "pan";
      this.plot.style.cursor = this.mode === "pan" ? "grabbing" : "";
    }
    const k = (f.scale.right - f.scale.left) / f.axis.length;
    const moved = (p.x - this.start.x) / k;
    switch (this.mode) {
      case "scrub":
        this.controls.scrub(p.x);
        break;
      case "pan":
        this.controls.panPixels(this.last.x - p.x);
        break;
      case "scroll":
        this.controls.scroll(this.last.y - p.y);
        break;
      case "left":
        this.controls.setWindow(Math.min(this.windowAt.from + moved, this.windowAt.to), this.windowAt.to);
        break;
      case "right":
        this.controls.setWindow(this.windowAt.from, Math.max(this.windowAt.to + moved, this.windowAt.from));
        break;
      case "window":
        this.controls.setWindow(this.windowAt.from + moved, this.windowAt.to + moved);
        break;
      case "pinch": {
        const [a, b] = [...this.pointers.values()];
        if (!a || !b) break;
        const distance = Math.max(10, Math.hypot(a.x - b.x, a.y - b.y));
        const x = (a.x + b.x) / 2;
        this.controls.panPixels(this.pinch.x - x);
        this.controls.zoomAt(distance / this.pinch.distance, x);
        this.pinch = { distance, x };
        break;
      }
    }
    this.last = p;
  }

  private up(e: PointerEvent, released: boolean): void {
    const f = this.controls.frame();
    const p = this.at(e);
    this.pointers.delete(e.pointerId);
    if (this.mode === "press" && released && f) {
      if (this.zone(f, p.x, p.y) === "label") this.controls.clickLabel(p.y);
      else this.controls.click(p.x, p.y);
    }
    if (this.pointers.size === 0) this.mode = "none";
    else if (this.mode === "pinch") {
      const [rest] = [...this.pointers.values()];
      this.start = this.last = rest!;
      this.mode = "pan";
    }
    this.plot.style.cursor = "";
  }

  private wheel(e: WheelEvent): void {
    const f = this.controls.frame();
    if (!f) return;
    const p = this.at(e);
    const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? f.height : 1;
    const dx = e.deltaX * unit;
    const dy = e.deltaY * unit;
    let used: boolean;
    if (this.zone(f, p.x, p.y) === "label" && !e.ctrlKey) used = this.controls.scroll(dy);
    else if (e.shiftKey) used = this.controls.panPixels(dy || dx);
    else if (Math.abs(dx) > Math.abs(dy)) used = this.controls.panPixels(dx);
    else used = this.controls.zoomAt(Math.exp(-dy * (e.ctrlKey ? 0.01 : 0.002)), p.x);
    // What the timeline has no use for (nothing left to zoom out of) scrolls the page.
    if (used || e.ctrlKey) e.preventDefault();
  }

  private doubleClick(e: MouseEvent): void {
    const f = this.controls.frame();
    if (!f) return;
    const p = this.at(e);
    if (this.zone(f, p.x, p.y) === "lanes") this.controls.zoomToSpan(p.x, p.y);
  }

  private cursor(f: Frame, x: number, y: number): string {
    switch (this.zone(f, x, y)) {
      case "label":
        return "default";
      case "minimap": {
        const k = (f.scale.right - f.scale.left) / f.axis.length;
        const near = (unit: number): boolean => Math.abs(f.scale.left + unit * k - x) <= 7;
        return near(f.scale.from) || near(f.scale.to) ? "ew-resize" : "default";
      }
      case "axis":
        return "ew-resize";
      default:
        return Math.abs(x - this.controls.playheadX()) <= 4 ? "ew-resize" : "default";
    }
  }
}

/** Keys are for typing while something that takes text has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false]), .cm-editor") !== null;
}
