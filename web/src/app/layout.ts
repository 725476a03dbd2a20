/* The stage's bones: every pane stands, with its size, before any data arrives. On a phone the same panes are the
   pages of a row of tabs, over a bar that the thumb reaches. */

import { el, icon } from "./dom";
import type { Strings } from "./strings";

export type Tab = "text" | "code" | "timeline" | "output" | "state";

export interface Bones {
  root: HTMLElement;
  tabs: HTMLElement;
  tool: HTMLElement | null;
  knobs: HTMLElement;
  notices: HTMLElement;
  panes: HTMLElement;
  file: HTMLElement;
  title: HTMLElement;
  edited: HTMLElement;
  code: HTMLElement;
  output: HTMLElement;
  upTo: HTMLElement;
  timeline: HTMLElement;
  inspector: HTMLElement;
  /** The output of the recorded picture: it stays until a run has its own. */
  printed: Element[];
  runButtons: HTMLButtonElement[];
  stopButtons: HTMLButtonElement[];
  status: HTMLElement;
  showTab(tab: Tab): void;
  /** Gives the timeline a height, unless a hand has moved the line above it. */
  suggestHeight(pixels: number): void;
  buttons: { reset: HTMLButtonElement; share: HTMLButtonElement; copy: HTMLButtonElement; back: HTMLButtonElement; forward: HTMLButtonElement };
}

export function build(host: HTMLElement, t: Strings, kind: "play" | "lesson", article: HTMLElement | null): Bones {
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
  const button = (cls: string, title: string, ...children: (Node | string)[]): HTMLButtonElement => el("button", { type: "button", class: "btn " + cls, title }, ...children);
  const runButton = (): HTMLButtonElement => button("pri run", t.runTitle, icon("run"), t.run, el("kbd", {}, mac ? "⌘ ↵" : "Ctrl ↵"));
  const stopButton = (): HTMLButtonElement => button("stop", t.stopTitle, icon("stop"), t.stop);

  const reset = button("bare", t.resetTitle, t.reset);
  const share = kind === "play" ? button("", t.shareTitle, icon("share"), t.share) : button("ico", t.shareTitle, icon("share"));
  if (kind === "lesson") share.setAttribute("aria-label", t.share);
  const run = runButton(), stop = stopButton(), status = el("span", { class: "status", role: "status" });
  const sp = (): HTMLElement => el("span", { class: "sp" });
  const knobs = el("div", { class: "knobset", role: "group", "aria-label": t.knobs });
  let tool: HTMLElement | null = null;
  const knobRow = el("div", { class: "knobs" }, knobs);
  if (kind === "play") tool = el("div", { class: "tool" }, run, stop, el("span", { class: "gap" }), el("span", { class: "pick" }), status, sp(), reset, share);
  else knobRow.append(sp(), status, share, reset, stop, run);

  const file = el("span", { class: "files", role: "group", "aria-label": t.files }), title = el("span", { class: "form-title" }), edited = el("span", { class: "edited" }), upTo = el("span", { class: "up-to" }), copy = button("bare small", t.copyOutput, t.copyOutput);
  const code = el("div", { class: "code" }), output = el("div", { class: "output" });
  const panes = el("div", { class: "panes" },
    el("section", { class: "pane code-pane", "aria-label": t.code }, el("div", { class: "ph" }, file, title, sp(), edited), code),
    el("section", { class: "pane out-pane", "aria-label": t.output }, el("div", { class: "ph" }, el("b", {}, t.output), sp(), upTo, copy), output));
  const notices = el("div", { class: "notices" });
  const timeline = el("div", { class: "tl-host" });
  const inspector = el("div", { class: "insp-host" });
  inspector.hidden = true;

  const back = button("ico", t.back, icon("back")), forward = button("ico", t.forward, icon("forward"));
  back.setAttribute("aria-label", t.back);
  forward.setAttribute("aria-label", t.forward);
  const thumbRun = runButton(), thumbStop = stopButton();
  const thumb = el("div", { class: "thumb" }, back, forward, thumbRun, thumbStop);

  const names: Tab[] = article ? ["text", "code", "timeline", "output", "state"] : ["code", "timeline", "output", "state"];
  const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": t.tabs });
  const shell = article?.parentElement ?? host;
  const showTab = (tab: Tab): void => {
    shell.dataset["tab"] = tab;
    host.dataset["tab"] = tab;
    for (const b of tabs.children) {
      const on = (b as HTMLElement).dataset["tab"] === tab;
      b.setAttribute("aria-selected", String(on));
      b.setAttribute("tabindex", on ? "0" : "-1");
    }
  };
  for (const name of names) {
    tabs.append(el("button", { type: "button", role: "tab", "data-tab": name, click: () => showTab(name) }, t[name]));
  }
  tabs.addEventListener("keydown", (e) => {
    const d = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
    if (!d) return;
    e.preventDefault();
    e.stopPropagation();
    const at = names.indexOf((host.dataset["tab"] ?? names[0]) as Tab), next = (at + d + names.length) % names.length;
    showTab(names[next]!);
    (tabs.children[next] as HTMLElement).focus();
  });
  showTab(names[0] === "text" ? "text" : "timeline");

  const split = splitter(host, t);
  // The recorded picture waits where the live one will be.
  const printed = [...host.querySelectorAll(".static-console > *")];
  const still = host.querySelector(".static-timeline, figure.static");
  if (still) timeline.append(el("div", { class: "still" }, ...(still.matches("figure") ? [...still.querySelectorAll("svg")] : [...still.children])));
  host.replaceChildren(...(article ? [] : [tabs]), ...(tool ? [tool] : []), knobRow, notices, panes, split.bar, timeline, inspector, thumb);
  if (article) article.parentElement!.insertBefore(tabs, article.parentElement!.firstChild);
  host.classList.add("live-stage");
  host.classList.toggle("in-lesson", kind === "lesson");
  return {
    root: host, tabs, tool, knobs, notices, panes, file, title, edited, code, output, upTo, timeline, inspector, printed, status, showTab, suggestHeight: split.suggest,
    runButtons: [run, thumbRun], stopButtons: [stop, thumbStop], buttons: { reset, share, copy, back, forward },
  };
}

/** The line between the panes and the timeline: drag it, or move it with the arrow keys. */
function splitter(host: HTMLElement, t: Strings): { bar: HTMLElement; suggest(pixels: number): void } {
  const bar = el("div", { class: "splitter", role: "separator", "aria-orientation": "horizontal", "aria-label": t.resize, tabindex: "0", "aria-valuemin": "15", "aria-valuemax": "80", "aria-valuenow": "45" });
  let byHand = false;
  const set = (percent: number): void => {
    const p = Math.min(Math.max(percent, 15), 80);
    host.style.setProperty("--tl", `${p}%`);
    bar.setAttribute("aria-valuenow", String(Math.round(p)));
  };
  bar.addEventListener("pointerdown", (e) => {
    e.preventDefault();
    bar.setPointerCapture(e.pointerId);
    const move = (m: PointerEvent): void => { const r = host.getBoundingClientRect(); byHand = true; set(((r.bottom - m.clientY) / r.height) * 100); };
    const up = (): void => { bar.removeEventListener("pointermove", move); bar.removeEventListener("pointerup", up); bar.removeEventListener("pointercancel", up); };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", up);
    bar.addEventListener("pointercancel", up);
  });
  bar.addEventListener("keydown", (e) => {
    const d = e.key === "ArrowUp" ? 2 : e.key === "ArrowDown" ? -2 : 0;
    if (!d) return;
    e.preventDefault();
    e.stopPropagation();
    byHand = true;
    set(Number(bar.getAttribute("aria-valuenow")) + d);
  });
  return {
    bar,
    suggest: (pixels) => { if (!byHand && host.clientHeight > 0) set(Math.min((Math.max(pixels, 200) / host.clientHeight) * 100, 50)); },
  };
}
