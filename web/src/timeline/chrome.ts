// The elements around and under the picture: canvases, transport, key, axis switch, tooltip, the table for
// screen readers. Knows no recording; the timeline tells it what to show.
// May import: base/scale (names of axes), glyph, rows (words).

import type { AxisName } from "../base/scale";
import { Kind } from "../recording/format";
import { glyphState, glyphSvg } from "./glyph";
import type { Words } from "./rows";
import "./timeline.css";

export interface ChromeActions {
  back(): void;
  forward(): void;
  toggle(): void;
  fit(): void;
  axis(name: AxisName): void;
}

const ICONS = {
  back: '<path d="M10 2L4.500 7 10 12M2 2v10" fill="none" stroke="currentColor" stroke-width="1.75"/>',
  forward: '<path d="M4 2l5.500 5L4 12M12 2v10" fill="none" stroke="currentColor" stroke-width="1.75"/>',
  play: '<path d="M3 1.500v11l9-5.500z" fill="currentColor"/>',
  pause: '<path d="M3 2h3v10H3zM8 2h3v10H8z" fill="currentColor"/>',
  fit: '<path d="M1.500 2v10M12.500 2v10M4 7h6M4 7l2-2M4 7l2 2M10 7L8 5M10 7L8 9" fill="none" stroke="currentColor" stroke-width="1.400"/>',
};
const icon = (name: keyof typeof ICONS): string => `<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${ICONS[name]}</svg>`;

const AXES: readonly AxisName[] = ["time", "events", "folded"];

export class Chrome {
  readonly root: HTMLElement;
  readonly plot: HTMLElement;
  readonly mini: HTMLCanvasElement;
  readonly base: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
  readonly key: HTMLElement;
  /** The height last asked for, in pixels. */
  natural = 220;
  private readonly tintClip: HTMLElement;
  private readonly tint: HTMLElement;
  private readonly tip: HTMLElement;
  private readonly empty: HTMLElement;
  private readonly live: HTMLElement;
  private readonly table: HTMLElement;
  private readonly legend: HTMLElement;
  private readonly playButton: HTMLButtonElement;
  private readonly axisButtons: HTMLButtonElement[];

  constructor(host: HTMLElement, private readonly words: Words, actions: ChromeActions) {
    this.root = element("section", "tl");
    this.root.setAttribute("aria-label", words("timeline"));
    this.plot = element("div", "tl-plot");
    this.tintClip = element("div", "tl-tint-clip");
    this.tint = element("div", "tl-tint");
    this.tintClip.append(this.tint);
    this.mini = document.createElement("canvas");
    this.base = document.createElement("canvas");
    this.over = document.createElement("canvas");
    this.mini.className = this.base.className = "tl-canvas";
    this.over.className = "tl-canvas tl-over";
    for (const canvas of [this.mini, this.base]) canvas.setAttribute("aria-hidden", "true");
    // The picture takes the focus and says, like a slider, where the playhead is.
    this.over.tabIndex = 0;
    this.over.setAttribute("role", "slider");
    this.over.setAttribute("aria-label", words("timeline"));
    this.over.setAttribute("aria-description", words("hint"));
    this.over.setAttribute("aria-valuenow", "0");
    const transport = element("div", "tl-transport");
    const back = button(icon("back"), words("back"), actions.back);
    this.playButton = button(icon("play"), words("play"), actions.toggle);
    const forward = button(icon("forward"), words("forward"), actions.forward);
    transport.append(back, this.playButton, forward);
    this.empty = element("p", "tl-empty");
    this.tip = element("div", "tl-tip");
    this.tip.hidden = true;
    this.plot.append(this.tintClip, this.mini, this.base, this.over, transport, this.empty, this.tip);
    this.key = element("div", "tl-key");
    this.legend = element("div", "tl-legend");
    const axis = element("div", "tl-seg");
    axis.setAttribute("role", "group");
    axis.setAttribute("aria-label", words("axis"));
    this.axisButtons = AXES.map((name) => {
      const b = button("", words(`${name}Tip`), () => actions.axis(name));
      b.textContent = words(name);
      b.removeAttribute("aria-label"); // its name is what it shows; the title says more
      b.dataset["axis"] = name;
      axis.append(b);
      return b;
    });
    const tools = element("div", "tl-tools");
    const fit = button(icon("fit"), words("fit"), actions.fit);
    fit.classList.add("tl-fit");
    tools.append(axis, fit);
    this.key.append(this.legend, tools);
    this.live = element("div", "visually-hidden");
    this.live.setAttribute("aria-live", "polite");
    this.table = element("div", "tl-table");
    this.root.append(this.plot, this.key, this.live, this.table);
    host.append(this.root);
    this.setKey(new Set([Kind.RUN, Kind.READY, Kind.WAIT]));
    this.setAxis("time");
    this.setValue(0, 0, words("empty"));
  }

  /** A context whose unit is the CSS pixel. */
  context(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): CanvasRenderingContext2D {
    const w = Math.round(width * ratio);
    const h = Math.round(height * ratio);
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const ctx = canvas.getContext("2d")!;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    return ctx;
  }

  clear(): void {
    for (const canvas of [this.mini, this.base, this.over]) canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
    this.tint.hidden = true;
  }

  setHeight(height: number): void {
    this.natural = height;
    this.plot.style.setProperty("--tl-natural", `${height}px`);
  }

  /** Whether the lanes scroll: then vertical swipes are theirs, else the page's. */
  setOverflow(overflow: boolean): void {
    this.plot.classList.toggle("tl-scrolls", overflow);
  }

  setCompact(compact: boolean): void {
    this.root.classList.toggle("tl-compact", compact);
  }

  setEmpty(text: string): void {
    this.empty.textContent = text;
    this.empty.hidden = text === "";
    this.root.classList.toggle("tl-is-empty", text !== "");
  }

  setAxis(name: AxisName): void {
    for (const b of this.axisButtons) b.setAttribute("aria-pressed", String(b.dataset["axis"] === name));
  }

  setPlaying(playing: boolean): void {
    this.playButton.innerHTML = icon(playing ? "pause" : "play");
    const label = this.words(playing ? "pause" : "play");
    this.playButton.title = label;
    this.playButton.setAttribute("aria-label", label);
  }

  /** The key shows the forms that occur. */
  setKey(states: ReadonlySet<number>): void {
    const { words } = this;
    const entries: [number, string][] = [
      [Kind.RUN, words("running")], [Kind.READY, words("keyReady")], [Kind.WAIT, words("keyWait")],
      [Kind.LOCKWAIT, words("keyLock")], [Kind.DONE, words("done")], [Kind.FAIL, words("failed")], [Kind.CANCELLED, words("cancelled")],
    ];
    this.legend.replaceChildren(
      ...entries.filter(([state]) => states.has(state)).map(([state, label]) => {
        const span = element("span", "");
        const wide = state === Kind.RUN || state === Kind.READY ? 18 : state === Kind.WAIT || state === Kind.LOCKWAIT ? 20 : 14;
        span.innerHTML = glyphSvg(glyphState(state), "var(--ink-2)", wide);
        span.append(label);
        return span;
      }),
    );
  }

  setTint(tint: { y: number; height: number; color: string } | null, top: number): void {
    this.tint.hidden = !tint;
    if (!tint) return;
    this.tintClip.style.top = `${top}px`;
    this.tint.style.transform = `translateY(${tint.y}px)`;
    this.tint.style.height = `${tint.height}px`;
    this.tint.style.background = tint.color;
  }

  setValue(value: number, most: number, text: string): void {
    this.over.setAttribute("aria-valuemin", "0");
    this.over.setAttribute("aria-valuemax", String(Math.round(most)));
    this.over.setAttribute("aria-valuenow", String(Math.round(value)));
    this.over.setAttribute("aria-valuetext", text);
  }

  say(text: string): void {
    this.live.textContent = text;
  }

  setTable(content: DocumentFragment | null): void {
    this.table.replaceChildren(...(content ? [content] : []));
  }

  showTip(x: number, y: number, tip: { name: string; color: string; title: string; lines: string[] }): void {
    const head = element("div", "tl-tip-head");
    const name = element("b", "");
    name.textContent = tip.name;
    name.style.color = tip.color;
    head.append(name, " ", tip.title);
    const lines = tip.lines.map((line) => {
      const div = element("div", "");
      div.textContent = line;
      return div;
    });
    this.tip.replaceChildren(head, ...lines);
    this.tip.hidden = false;
    const { offsetWidth: w, offsetHeight: h } = this.tip;
    const left = x + 14 + w > this.plot.clientWidth ? x - 14 - w : x + 14;
    // Below the pointer where there is room, else above; it may stand out of the plot.
    const top = y + 18 + h > this.plot.clientHeight + 24 ? y - 12 - h : y + 18;
    this.tip.style.transform = `translate(${Math.max(2, Math.round(left))}px, ${Math.round(top)}px)`;
  }

  hideTip(): void {
    this.tip.hidden = true;
  }
}

function element(tag: string, className: string): HTMLElement {
  const e = document.createElement(tag);
  if (className) e.className = className;
  return e;
}

function button(html: string, label: string, action: () => void): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.innerHTML = html;
  b.title = label;
  b.setAttribute("aria-label", label);
  b.addEventListener("click", action);
  return b;
}
