// The timeline: owns the state (recording, view, playhead, selection), decides what has to be drawn again,
// and draws it in one animation frame. Input, layout and painting are in files of their own.
//
// Three canvases lie on one another: the minimap (drawn when the recording or the size changes), the base
// (when the view changes) and the overlay (when the playhead moves). The selected lane's tint is an element
// below them. Nothing of the page's framework is needed, so lessons and embeds use the same class.
// May import: base, recording, and the other files of this folder.

import { TimeScale, type AxisMap, type AxisName } from "../base/scale";
import { formatDuration, formatInstant } from "../base/time";
import type { Lang } from "../base/strings/lang";
import { reasonWords, timelineWords } from "../base/strings/timeline";
import { Kind, lineOf, fileOf, type Recording, type Span } from "../recording";
import { Chrome } from "./chrome";
import { AXIS, MINIMAP, TextWidths, type Frame } from "./frame";
import { Input, isTyping, type Controls } from "./input";
import { paintOverlay, holderAt, type Moving } from "./overlay";
import { paintBase, paintMinimap } from "./paint";
import { hueColor, readPalette, type Palette } from "./palette";
import { collapsedAtFirst, DENSE, layoutRows, NORMAL, PHONE, ROOMY, rowAt, type Density, type Row, type Rows, type Words } from "./rows";
import { stateTexts } from "./states";
import { followEdge, lastEdgeWithin, neighbourSpanEvent, neighbourStop } from "./steps";
import { describeRecording, renderTable, type AccessibleTable } from "./table";
import { tipLines } from "./tip";
import { noteAt } from "./works";

export interface TimelineOptions {
  lang: Lang;
  onPlayhead(p: Playhead): void;
  onSelect(entity: number): void;
  onHover?(info: HoverInfo | null): void;
  onView?(v: ViewRange): void;
  onLine?(file: number, line: number): void;
  onPlaying?(playing: boolean): void;
  /** Names above their lanes, no label column: for phones. Chosen by width if left out. */
  compact?: boolean;
}

/** An event and a virtual time in ns. */
export interface Playhead {
  event: number;
  time: number;
}

/** What is in view, in units of the axis. */
export interface ViewRange {
  axis: AxisName;
  from: number;
  to: number;
}

export interface HoverInfo {
  readonly entity: number;
  readonly span: Span | null;
  readonly event: number;
  readonly time: number;
}

const LABELS = 212;
const NARROW_LABELS = 164;
const NARROW_WIDTH = 720;
const PAD = 16;
const COMPACT_WIDTH = 480;
const EDGE_MS = 150;
const GLIDE_MS = 140;
const AIRY: Density = { lane: 32, bar: 16, group: 24, core: 16, counter: 34, track: 14, above: false };

export class Timeline {
  readonly root: HTMLElement;
  private rec: Recording | null = null;
  private readonly words: Words;
  private readonly chrome: Chrome;
  private readonly input: Input;
  private readonly widths: TextWidths;
  private readonly abort = new AbortController();
  private readonly resizes: ResizeObserver;
  private readonly still: MediaQueryList;
  private palette: Palette;
  private rows: Rows | null = null;
  private frameCache: Frame | null = null;
  private readonly collapsed = new Set<number>();

  private axisName: AxisName = "time";
  private from = 0;
  private to = 1;
  private playhead: Playhead = { event: 0, time: 0 };
  /** Where on the axis the playhead was put, as long as it is the same playhead on the same axis. */
  private headAt: { axis: AxisName; event: number; time: number; unit: number } = { axis: "time", event: 0, time: 0, unit: 0 };
  private selection = 0;
  private scrollY = 0;
  private marks: number[] = [];

  private width = 0;
  private height = 0;
  private dirty = { mini: true, base: true, over: true };
  private raf = 0;
  private tableTimer = 0;
  private glide: { from: number; to: number; toFrom: number; toTo: number; start: number } | null = null;
  private edge: { index: number; start: number } | null = null;
  private playing: { speed: number; wall: number } | null = null;

  constructor(host: HTMLElement, private readonly options: TimelineOptions) {
    this.words = timelineWords(options.lang);
    this.chrome = new Chrome(host, this.words, {
      back: () => this.step(-1),
      forward: () => this.step(1),
      toggle: () => (this.playing ? this.pause() : this.play()),
      fit: () => this.fit(),
      axis: (name) => this.setAxis(name),
    });
    this.root = this.chrome.root;
    this.palette = readPalette(this.root);
    this.widths = new TextWidths(this.chrome.over.getContext("2d")!);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.input = new Input(this.chrome.plot, this.controls());
    const { signal } = this.abort;
    this.root.addEventListener("keydown", (e) => this.handleKey(e), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.setTheme(), { signal });
    document.fonts?.addEventListener?.("loadingdone", () => this.setTheme(), { signal });
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.chrome.plot);
    this.resize();
    this.setRecording(null);
  }

  /** The row below the plot, for buttons of the page's own. */
  get keyRow(): HTMLElement {
    return this.chrome.key;
  }

  /** The height that the whole picture takes at its usual density, with the row below it. */
  get naturalHeight(): number {
    this.resize(); // the observer speaks later, and a host that was hidden has had no width
    return this.chrome.natural + this.chrome.key.offsetHeight;
  }

  // What is shown.

  setRecording(rec: Recording | null, keepView = false): void {
    const before = this.rec;
    const whole = this.wholeRunShown();
    const view = this.getView();
    this.pause();
    this.rec = rec;
    this.headAt = { axis: "time", event: 0, time: 0, unit: 0 };
    this.edge = null;
    this.glide = null;
    if (!keepView) {
      this.collapsed.clear();
      for (const entity of rec ? collapsedAtFirst(rec) : []) this.collapsed.add(entity);
      this.marks = [];
      this.selection = 0;
      this.scrollY = 0;
    }
    this.playhead = rec && keepView ? this.clampedPlayhead(this.playhead) : { event: 0, time: 0 };
    this.layout();
    if (rec) {
      if (keepView && before) {
        this.axisName = view.axis;
        const length = rec.axis(view.axis).length;
        if (whole) this.setRange(0, length);
        else this.setRange(view.from, view.to);
      } else {
        this.axisName = rec.defaultAxis;
        this.setRange(0, rec.axis(this.axisName).length);
      }
      this.chrome.setAxis(this.axisName);
      this.chrome.setKey(statesOf(rec));
    }
    const empty = !rec ? this.words("empty") : this.rows && this.rows.lanes.length === 0 ? this.words("noLanes") : "";
    this.chrome.setEmpty(empty);
    this.invalidate("mini", "base", "over");
    clearTimeout(this.tableTimer);
    this.tableTimer = window.setTimeout(() => this.chrome.setTable(rec ? renderTable(this.describe(), this.words) : null), 60);
  }

  /** Does not call onPlayhead. Scrolls the view where the playhead would be out of sight. */
  setPlayhead(p: Playhead): void {
    this.movePlayhead(this.clampedPlayhead(p), false);
    this.reveal();
  }

  getPlayhead(): Playhead {
    return { ...this.playhead };
  }

  /** Does not call onSelect. */
  setSelection(entity: number): void {
    if (entity === this.selection) return;
    this.selection = entity;
    this.revealLane(entity);
    this.invalidate("base", "over");
  }

  setView(v: ViewRange): void {
    if (!this.rec) return;
    this.glide = null;
    if (v.axis !== this.axisName) {
      this.axisName = v.axis;
      this.chrome.setAxis(v.axis);
      this.invalidate("mini");
    }
    this.setRange(v.from, v.to);
  }

  getView(): ViewRange {
    return { axis: this.axisName, from: this.from, to: this.to };
  }

  getMarks(): number[] {
    return [...this.marks];
  }

  setMarks(times: readonly number[]): void {
    this.marks = [...times];
    this.invalidate("over");
  }

  fit(): void {
    if (this.rec) this.glideTo(0, this.axisMap().length);
  }

  /** A factor above 1 shows less; `at` is a unit that stays where it is, the playhead if left out. */
  zoom(factor: number, at?: number): void {
    const f = this.frame();
    if (!f) return;
    const head = this.headUnit();
    const middle = (this.from + this.to) / 2;
    const unit = at ?? (head >= this.from && head <= this.to ? head : middle);
    const target = this.glide ? new TimeScale(this.glide.toFrom, this.glide.toTo, f.scale.left, f.scale.right) : f.scale;
    const zoomed = target.zoomed(factor, target.x(unit)).clamped(0, this.axisMap().length, this.leastWidth());
    this.glideTo(zoomed.from, zoomed.to);
  }

  /** By a share of what is in view; positive is later. */
  pan(fraction: number): void {
    const from = this.glide?.toFrom ?? this.from;
    const to = this.glide?.toTo ?? this.to;
    const d = (to - from) * fraction;
    const s = new TimeScale(from + d, to + d, 0, 1).clamped(0, this.rec ? this.axisMap().length : 1, 0);
    this.glideTo(s.from, s.to);
  }

  // Moving through events.

  step(dir: -1 | 1): void {
    if (!this.rec) return;
    this.pause();
    const event = neighbourStop(this.rec, this.playhead.event, dir);
    this.goTo(event, dir > 0);
  }

  neighbourSpan(dir: -1 | 1): void {
    if (!this.rec) return;
    this.pause();
    const entity = this.selection || this.rec.runningAt(this.playhead.event) || this.rows?.lanes[0] || 0;
    if (!entity) return;
    const event = neighbourSpanEvent(this.rec, entity, this.playhead.event, dir);
    this.select(entity);
    if (event >= 0) this.goTo(event, false);
  }

  /** Along the arrows: -1 to who caused this, 1 to what this caused. */
  follow(dir: -1 | 1): void {
    if (!this.rec) return;
    const entity = this.selection || this.rec.runningAt(this.playhead.event);
    const found = entity ? followEdge(this.rec, entity, this.playhead.event, dir) : null;
    if (!found) return;
    this.select(found.entity);
    this.goTo(found.event, false);
  }

  mark(): void {
    if (!this.rec) return;
    const near = this.marks.findIndex((t) => Math.abs(t - this.playhead.time) < 1);
    if (near >= 0) this.marks.splice(near, 1);
    else {
      this.marks.push(this.playhead.time);
      this.chrome.say(this.words("mark", { time: formatDuration(this.playhead.time) }));
    }
    this.invalidate("over");
  }

  private goTo(event: number, animate: boolean): void {
    const rec = this.rec!;
    const before = this.playhead.event;
    this.movePlayhead({ event, time: rec.timeOf(event) }, true);
    if (animate) this.startEdge(before, event);
    this.reveal();
    this.chrome.say(this.sentence());
  }

  private startEdge(before: number, event: number): void {
    const rec = this.rec!;
    const edge = event > before ? lastEdgeWithin(rec, before, event) : -1;
    this.edge = edge >= 0 ? { index: edge, start: this.still.matches ? -Infinity : performance.now() } : null;
    this.invalidate("over");
  }

  private movePlayhead(p: Playhead, tell: boolean): void {
    const moved = p.event !== this.playhead.event || p.time !== this.playhead.time;
    if (p.event !== this.playhead.event) this.edge = null;
    this.playhead = p;
    this.invalidate("over");
    if (tell && moved) this.options.onPlayhead({ ...p });
  }

  private clampedPlayhead(p: Playhead): Playhead {
    const rec = this.rec;
    if (!rec || rec.nEvents === 0) return { event: 0, time: 0 };
    const event = Math.min(Math.max(Math.round(p.event) || 0, 0), rec.nEvents - 1);
    const time = Math.min(Math.max(p.time, rec.timeOf(event)), rec.timeOf(event + 1));
    return { event, time: Number.isFinite(time) ? time : rec.timeOf(event) };
  }

  private select(entity: number): void {
    if (entity === this.selection) return;
    this.setSelection(entity);
    this.options.onSelect(entity);
  }

  // Playing.

  /** `speed` in units of the axis a second; left out, what is in view takes about eight seconds. */
  play(speed?: number): void {
    const rec = this.rec;
    if (!rec || rec.nEvents === 0) return;
    if (this.headUnit() >= this.axisMap().length - 1e-9) this.movePlayhead({ event: 0, time: 0 }, true);
    this.playing = { speed: speed ?? (this.to - this.from) / 8, wall: performance.now() };
    this.chrome.setPlaying(true);
    this.options.onPlaying?.(true);
    this.invalidate("over");
  }

  pause(): void {
    if (!this.playing) return;
    this.playing = null;
    this.chrome.setPlaying(false);
    this.options.onPlaying?.(false);
  }

  get isPlaying(): boolean {
    return this.playing !== null;
  }

  private advance(now: number): void {
    const p = this.playing;
    if (!p || !this.rec) return;
    const axis = this.axisMap();
    const before = this.playhead.event;
    if (this.still.matches) {
      // Without motion, playing is a step at a time.
      if (now - p.wall < 600) return;
      p.wall = now;
      const event = neighbourStop(this.rec, before, 1);
      this.movePlayhead({ event, time: this.rec.timeOf(event) }, true);
      this.startEdge(before, event);
      if (event >= this.rec.nEvents - 1) this.pause();
      this.reveal();
      return;
    }
    const unit = this.headUnit() + (Math.min(now - p.wall, 100) / 1000) * p.speed;
    p.wall = now;
    if (unit >= axis.length) {
      this.moveToUnit(axis.length);
      this.pause();
      return;
    }
    const edge = this.edge;
    this.moveToUnit(unit);
    const crossed = lastEdgeWithin(this.rec, before, this.playhead.event);
    if (crossed >= 0) this.edge = { index: crossed, start: now };
    else if (edge && now - edge.start < 600) this.edge = edge;
    // The view follows by pages, so that what is being read stands still.
    const shown = this.to - this.from;
    if (unit > this.to - shown * 0.08 && this.to < axis.length) {
      this.glideTo(...this.clampedRange(unit - shown * 0.15, unit + shown * 0.85));
    }
  }

  private endOfRun(): Playhead {
    const rec = this.rec!;
    return { event: Math.max(0, rec.nEvents - 1), time: rec.end };
  }

  // Keys.

  handleKey(e: KeyboardEvent): boolean {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || !this.rec || isTyping(e.target)) return false;
    const onButton = e.target instanceof Element && e.target !== this.chrome.over && e.target.closest("button, a, summary, input, [role=tab], [role=slider]") !== null;
    const inside = e.target instanceof Node && this.root.contains(e.target);
    switch (e.key.length === 1 ? e.key.toLowerCase() : e.key) {
      case "w": this.zoom(1.5); break;
      case "s": this.zoom(1 / 1.5); break;
      case "a": this.pan(-0.2); break;
      case "d": this.pan(0.2); break;
      case "f": this.fit(); break;
      case "m": this.mark(); break;
      case ",": this.neighbourSpan(-1); break;
      case ".": this.neighbourSpan(1); break;
      case "[": this.follow(-1); break;
      case "]": this.follow(1); break;
      case "ArrowLeft":
        if (onButton && !inside) return false;
        this.step(-1);
        break;
      case "ArrowRight":
        if (onButton && !inside) return false;
        this.step(1);
        break;
      case "ArrowUp":
      case "ArrowDown":
        if (!inside || onButton) return false;
        this.selectNeighbour(e.key === "ArrowUp" ? -1 : 1);
        break;
      case "Home":
        if (onButton && !inside) return false;
        this.pause();
        this.goTo(0, false);
        break;
      case "End":
        if (onButton && !inside) return false;
        this.pause();
        this.moveToUnit(this.axisMap().length);
        this.reveal();
        break;
      case " ":
        if (onButton) return false;
        if (this.playing) this.pause();
        else this.play();
        break;
      case "Escape":
        if (this.playing) this.pause();
        else if (this.selection) this.select(0);
        else return false;
        break;
      default:
        return false;
    }
    e.preventDefault();
    return true;
  }

  private selectNeighbour(dir: -1 | 1): void {
    const lanes = this.rows?.rows.flatMap((r) => (r.type === "lane" ? [r.entity] : [])) ?? [];
    if (lanes.length === 0) return;
    const at = lanes.indexOf(this.selection);
    const next = at < 0 ? (dir > 0 ? 0 : lanes.length - 1) : Math.min(Math.max(at + dir, 0), lanes.length - 1);
    this.select(lanes[next]!);
    this.chrome.say(this.sentence());
  }

  // Theme, size, end.

  /** Reads colours and fonts again. */
  setTheme(): void {
    this.palette = readPalette(this.root);
    this.widths.forget();
    this.frameCache = null;
    this.invalidate("mini", "base", "over");
  }

  destroy(): void {
    cancelAnimationFrame(this.raf);
    clearTimeout(this.tableTimer);
    this.abort.abort();
    this.input.destroy();
    this.resizes.disconnect();
    this.root.remove();
  }

  describe(): AccessibleTable {
    if (!this.rec || !this.rows) return { caption: this.words("spanList"), head: [], rows: [], more: 0 };
    return describeRecording(this.rec, this.rows.lanes, this.options.lang, this.words);
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.chrome.plot;
    if (clientWidth === this.width && clientHeight === this.height) return;
    const narrower = clientWidth < this.width;
    this.width = clientWidth;
    this.height = clientHeight;
    this.layout();
    this.invalidate("mini", "base", "over");
    if (narrower && this.rec) this.reveal();
    // A resize has already been painted stretched: draw before the next frame is shown.
    this.draw(performance.now());
  }

  private get compact(): boolean {
    return this.options.compact ?? this.width < COMPACT_WIDTH;
  }

  private layout(): void {
    this.frameCache = null;
    const compact = this.compact;
    this.chrome.setCompact(compact);
    const rec = this.rec;
    if (!rec) {
      this.rows = null;
      this.chrome.setHeight(compact ? 260 : 220);
      return;
    }
    const rows = (density: Density): Rows => layoutRows(rec, this.collapsed, density, this.words);
    const head = MINIMAP + 1 + AXIS;
    const usual = rows(compact ? PHONE : NORMAL);
    const natural = !compact && usual.lanes.length > 9 ? rows(DENSE) : usual;
    const heightOf = (r: Rows): number => head + r.countersHeight + r.height;
    this.chrome.setHeight(Math.max(heightOf(natural), 120));
    this.rows = natural;
    // A host with room to spare gets roomier lanes, never so that anything has to scroll.
    if (!compact && this.chrome.plot.clientHeight > heightOf(natural) + 4) {
      for (const density of [ROOMY, AIRY, NORMAL]) {
        const roomier = rows(density);
        if (heightOf(roomier) <= this.chrome.plot.clientHeight && roomier.rows.length < 60) {
          this.rows = roomier;
          break;
        }
      }
    }
    this.scrollY = Math.min(this.scrollY, this.mostScroll());
    this.chrome.setOverflow(this.mostScroll() > 0);
  }

  private mostScroll(): number {
    if (!this.rows) return 0;
    return Math.max(0, this.rows.height - Math.max(0, this.height - this.lanesTop()));
  }

  private lanesTop(): number {
    return MINIMAP + 1 + AXIS + (this.rows?.countersHeight ?? 0);
  }

  // The view.

  private axisMap(): AxisMap {
    return this.rec!.axis(this.axisName);
  }

  private headUnit(): number {
    const { axis, event, time, unit } = this.headAt;
    if (axis === this.axisName && event === this.playhead.event && time === this.playhead.time) return unit;
    return this.axisMap().unitOf(this.playhead.event, this.playhead.time);
  }

  /** Moves the playhead to a unit, and remembers it: between events of one instant the time alone does not tell. */
  private moveToUnit(unit: number): void {
    const axis = this.axisMap();
    const p = unit >= axis.length ? this.endOfRun() : axis.momentAt(Math.max(unit, 0));
    this.headAt = { axis: this.axisName, ...p, unit: Math.min(Math.max(unit, 0), axis.length) };
    this.movePlayhead(p, true);
  }

  private leastWidth(): number {
    return this.axisName === "events" ? Math.min(4, this.axisMap().length) : 40;
  }

  private wholeRunShown(): boolean {
    if (!this.rec) return true;
    const { length } = this.axisMap();
    return this.from <= length * 1e-6 && this.to >= length * (1 - 1e-6);
  }

  private clampedRange(from: number, to: number): [number, number] {
    const s = new TimeScale(from, to, 0, 1).clamped(0, this.axisMap().length, this.leastWidth());
    return [s.from, s.to];
  }

  private setRange(from: number, to: number): boolean {
    if (!Number.isFinite(from) || !Number.isFinite(to)) return false;
    const [a, b] = this.clampedRange(Math.min(from, to), Math.max(from, to));
    if (a === this.from && b === this.to) return false;
    this.from = a;
    this.to = b;
    this.frameCache = null;
    this.invalidate("base", "over");
    this.options.onView?.(this.getView());
    return true;
  }

  /** Moves the view there in a moment, or at once for readers who want no motion. */
  private glideTo(from: number, to: number): void {
    if (this.still.matches || document.hidden) {
      this.glide = null;
      this.setRange(from, to);
      return;
    }
    this.glide = { from: this.from, to: this.to, toFrom: from, toTo: to, start: performance.now() };
    this.invalidate("over");
  }

  private setAxis(name: AxisName): void {
    const rec = this.rec;
    if (!rec || name === this.axisName) return;
    // What was in view stays in view.
    const whole = this.wholeRunShown();
    const before = this.axisMap();
    const a = before.momentAt(this.from);
    const b = before.momentAt(this.to);
    this.axisName = name;
    this.chrome.setAxis(name);
    this.glide = null;
    const axis = rec.axis(name);
    this.frameCache = null;
    this.invalidate("mini", "base", "over");
    if (whole || !this.setRange(axis.unitOf(a.event, a.time), axis.unitOf(b.event, b.time))) this.setRange(0, axis.length);
    this.options.onView?.(this.getView());
    this.reveal();
  }

  private reveal(): void {
    if (!this.rec) return;
    const unit = this.headUnit();
    const from = this.glide?.toFrom ?? this.from;
    const to = this.glide?.toTo ?? this.to;
    const margin = (to - from) * 0.02;
    if (unit >= from && unit <= to) return;
    const width = to - from;
    // A little out of sight: just far enough. Far: into the middle.
    const near = unit < from ? from - unit < width * 0.3 : unit - to < width * 0.3;
    const start = !near ? unit - width / 2 : unit < from ? unit - margin * 4 : unit + margin * 4 - width;
    this.glideTo(...this.clampedRange(start, start + width));
  }

  private revealLane(entity: number): void {
    const row = this.rows?.rows.find((r) => r.type === "lane" && r.entity === entity);
    if (!row) return;
    const view = this.height - this.lanesTop();
    if (row.y < this.scrollY) this.setScroll(row.y);
    else if (row.y + row.height > this.scrollY + view) this.setScroll(row.y + row.height - view);
  }

  private setScroll(y: number): boolean {
    const next = Math.round(Math.min(Math.max(y, 0), this.mostScroll()));
    if (next === this.scrollY) return false;
    this.scrollY = next;
    this.frameCache = null;
    this.invalidate("base", "over");
    return true;
  }

  // Drawing.

  private frame(): Frame | null {
    const { rec, rows } = this;
    if (!rec || !rows || this.width <= 0 || this.height <= 0) return null;
    if (this.frameCache) return this.frameCache;
    const labels = this.compact ? 0 : this.width < NARROW_WIDTH ? NARROW_LABELS : LABELS;
    const left = labels > 0 ? labels : PAD;
    const countersTop = MINIMAP + 1 + AXIS;
    this.frameCache = {
      rec, rows, axis: this.axisMap(), scale: new TimeScale(this.from, this.to, left, Math.max(left + 10, this.width - PAD)),
      palette: this.palette, words: this.words, lang: this.options.lang, width: this.width, height: this.height, labels,
      minimapTop: 0, axisTop: MINIMAP + 1, countersTop, lanesTop: countersTop + rows.countersHeight,
      scroll: this.scrollY, ratio: window.devicePixelRatio || 1, measure: this.widths.measure,
    };
    return this.frameCache;
  }

  private invalidate(...what: ("mini" | "base" | "over")[]): void {
    for (const w of what) this.dirty[w] = true;
    if (!this.raf) {
      this.raf = requestAnimationFrame((now) => {
        this.raf = 0;
        this.draw(now);
      });
    }
  }

  private draw(now: number): void {
    this.advance(now);
    if (this.glide) {
      const g = this.glide;
      const t = Math.min((now - g.start) / GLIDE_MS, 1);
      const ease = 1 - (1 - Math.max(t, 0)) ** 3;
      if (t >= 1) this.glide = null;
      this.setRange(g.from + (g.toFrom - g.from) * ease, g.to + (g.toTo - g.to) * ease);
    }
    const f = this.frame();
    const { chrome } = this;
    if (!f) {
      chrome.clear();
      return;
    }
    if (this.dirty.mini) {
      const ctx = chrome.context(chrome.mini, f.width, MINIMAP, f.ratio);
      paintMinimap(ctx, f, MINIMAP);
      this.dirty.mini = false;
    }
    if (this.dirty.base) {
      paintBase(chrome.context(chrome.base, f.width, f.height, f.ratio), f, this.selection || this.rec!.runningAt(this.playhead.event));
      this.dirty.base = false;
    }
    if (this.dirty.over) {
      this.dirty.over = false;
      paintOverlay(chrome.context(chrome.over, f.width, f.height, f.ratio), f, this.moving(now));
      this.placeTint(f);
      const steps = this.axisName === "events";
      chrome.setValue(steps ? this.headUnit() : this.playhead.time, steps ? f.axis.length : f.rec.end, this.sentence());
    }
    if (this.glide || this.playing || (this.edge && now - this.edge.start < EDGE_MS)) this.invalidate("over");
  }

  private moving(now: number): Moving {
    const rec = this.rec!;
    let edge: Moving["edge"] = null;
    if (this.edge) {
      const { edges } = rec;
      const i = this.edge.index;
      edge = {
        kind: edges.kind[i]!, from: edges.from[i]!, to: edges.to[i]!, unit: this.axisMap().ofEvent[edges.event[i]!]!,
        share: Math.min(1, Math.max(0, (now - this.edge.start) / EDGE_MS)),
      };
    }
    const axis = this.axisMap();
    return {
      event: this.playhead.event, time: this.playhead.time, unit: this.headUnit(),
      marks: this.marks.map((t) => axis.unitOf(Math.max(0, rec.eventAt(t)), t)), edge,
    };
  }

  /** The selected lane is tinted; with nothing selected, the one that runs. */
  private placeTint(f: Frame): void {
    const entity = this.selection || f.rec.runningAt(this.playhead.event);
    const row = entity ? f.rows.rows.find((r) => r.type === "lane" && r.entity === entity) : undefined;
    this.chrome.setTint(row ? { y: row.y - f.scroll, height: row.height, color: hueColor(this.palette, f.rec.hue(entity)) } : null, f.lanesTop);
  }

  /** The playhead in words. */
  private sentence(): string {
    const rec = this.rec;
    if (!rec) return "";
    const time = formatInstant(this.playhead.time, Math.max(1, rec.end / 1e5));
    const entity = this.selection || rec.runningAt(this.playhead.event);
    if (!entity) return this.words("at", { time, what: this.words("idle") });
    const span = rec.spanAt(entity, this.playhead.event);
    const state = stateTexts(rec, span, this.playhead.time, this.words)[0]!;
    const loc = rec.locAt(entity, this.playhead.event);
    const line = loc ? `, ${this.words("line", { n: lineOf(loc) })}` : "";
    return this.words("at", { time, what: `${rec.label(entity)} ${state}${line}` });
  }

  // Pointing.

  private controls(): Controls {
    return {
      frame: () => this.frame(),
      playheadX: () => this.frame()?.scale.x(this.headUnit()) ?? -100,
      scrub: (x) => this.scrubTo(x),
      panPixels: (dx) => {
        const f = this.frame();
        if (!f) return false;
        this.glide = null;
        const s = f.scale.panned(dx);
        return this.setRange(s.from, s.to);
      },
      zoomAt: (factor, x) => {
        const f = this.frame();
        if (!f) return false;
        this.glide = null;
        const width = this.to - this.from;
        const wanted = Math.min(Math.max(width / factor, this.leastWidth()), this.axisMap().length);
        const s = f.scale.zoomed(width / wanted, Math.min(Math.max(x, f.scale.left), f.scale.right));
        return this.setRange(s.from, s.to);
      },
      scroll: (dy) => this.setScroll(this.scrollY + dy),
      canScroll: () => this.mostScroll() > 0,
      wholeRunShown: () => this.wholeRunShown(),
      click: (x, y) => this.clickAt(x, y),
      clickLabel: (y) => this.clickLabelAt(y),
      zoomToSpan: (x, y) => {
        const span = this.hit(x, y)?.span;
        if (!span) return;
        const units = this.axisMap().ofEvent;
        const from = units[span.event]!;
        const to = units[span.toEvent]!;
        const pad = (to - from) * 0.15;
        if (to > from) this.glideTo(...this.clampedRange(from - pad, to + pad));
      },
      hover: (x, y) => this.hoverAt(x, y),
      hoverEnd: () => {
        this.chrome.hideTip();
        this.options.onHover?.(null);
      },
      setWindow: (from, to) => {
        this.glide = null;
        this.setRange(from, to);
      },
    };
  }

  private scrubTo(x: number): void {
    const f = this.frame();
    if (!f) return;
    this.pause();
    this.moveToUnit(f.scale.unit(Math.min(Math.max(x, f.scale.left), f.scale.right)));
  }

  private rowAt(y: number): Row | null {
    const f = this.frame();
    if (!f || y < f.lanesTop) return null;
    return rowAt(f.rows.rows, y - f.lanesTop + f.scroll);
  }

  private hit(x: number, y: number): HoverInfo | null {
    const f = this.frame();
    const row = this.rowAt(y);
    if (!f || !row || x < f.scale.left - 4) return null;
    const unit = Math.min(Math.max(f.scale.unit(x), 0), f.axis.length);
    const { event, time } = f.axis.momentAt(unit);
    let entity = 0;
    if (row.type === "lane") entity = row.entity;
    else {
      const of = row.type === "group" ? row.strip : row.entity;
      entity = of ? holderAt(f, of, event) : 0;
    }
    if (!entity) return null;
    return { entity, span: f.rec.spanAt(entity, event), event, time };
  }

  private clickAt(x: number, y: number): void {
    const f = this.frame();
    if (!f) return;
    const row = this.rowAt(y);
    if (f.labels === 0 && row?.type === "group") {
      this.toggle(row.entity);
      return;
    }
    const hit = this.hit(x, y);
    this.scrubTo(x);
    if (hit) this.select(hit.entity);
    else if (row?.type === "lane") this.select(row.entity);
    const loc = hit ? f.rec.locAt(hit.entity, hit.event) : 0;
    if (loc) this.options.onLine?.(fileOf(loc), lineOf(loc));
  }

  private clickLabelAt(y: number): void {
    const f = this.frame();
    const row = this.rowAt(y);
    if (!f || !row) return;
    if (row.type === "group") this.toggle(row.entity);
    else if (row.type === "lane") this.select(row.entity === this.selection ? 0 : row.entity);
    else {
      const holder = holderAt(f, row.entity, this.playhead.event);
      if (holder) this.select(holder);
    }
  }

  private toggle(entity: number): void {
    if (!this.collapsed.delete(entity)) this.collapsed.add(entity);
    this.layout();
    this.invalidate("mini", "base", "over");
  }

  private hoverAt(x: number, y: number): void {
    const f = this.frame();
    const info = f && x > f.labels ? this.hit(x, y) : null;
    this.options.onHover?.(info);
    if (!f || !info?.span || info.span.state >= Kind.DONE || info.span.state === Kind.CREATE) {
      this.chrome.hideTip();
      return;
    }
    const { rec } = f;
    const { span } = info;
    const color = `var(--h${rec.hue(info.entity)})`;
    const title = stateTexts(rec, span, span.to, this.words)[0]!;
    const lines = tipLines(rec, info.entity, span, info.event, this.words, this.options.lang);
    const note = noteAt(f, info.entity, x);
    if (note >= 0) lines.unshift(reasonWords(rec.text(rec.columns.arg[note]!), this.options.lang));
    this.chrome.showTip(x, y, { name: rec.label(info.entity), color, title, lines });
  }
}

/** The states that the picture shows; one that is entered and left in the same instant is not to be seen. */
function statesOf(rec: Recording): Set<number> {
  const found = new Set<number>();
  const { kind, who } = rec.columns;
  let looks = 5000;
  for (let i = 0; i < rec.nEvents && found.size < 7 && looks > 0; i++) {
    const k = kind[i]!;
    if (k <= Kind.CREATE || k > Kind.CANCELLED || found.has(k) || !rec.hasLane(who[i]!)) continue;
    looks--;
    const span = rec.spanAt(who[i]!, i)!;
    if (k >= Kind.DONE || k === Kind.RUN || span.to > span.from) found.add(k);
  }
  return found;
}
