/* The console pane: what the program wrote, when, and who wrote it. The playhead divides it: above the line is what
   has been written by now, below it, hollow, what is still to come. Lines of a traceback lead to the code. */

import { formatDuration } from "../base/time";
import type { Recording } from "../recording";
import { hueColor } from "../editor/glyph";
import { count, el } from "./dom";
import type { Strings } from "./strings";

/** More rows than this are not drawn; the text stays whole for copying. */
const MAX_ROWS = 4000;
const MAX_STREAM = 1000;

interface Row { event: number; node: HTMLElement }

export class Console {
  private list = el("div", { class: "con", role: "log", "aria-live": "off", tabindex: "0" });
  private now = el("div", { class: "now", "aria-hidden": "true" });
  private rows: Row[] = [];
  private text: string[] = [];
  private open: { stream: string; node: HTMLElement } | null = null;
  private past = -1;
  private drawn = 0;

  constructor(host: HTMLElement, private t: Strings, private onLine: (line: number, file: string) => void, private onEvent: (event: number) => void) {
    this.list.setAttribute("aria-label", t.output);
    this.list.addEventListener("click", (e) => this.click(e));
    this.list.addEventListener("keydown", (e) => { if (e.key === "Enter") this.click(e); });
    host.append(this.list);
    this.empty(t.noOutputYet);
  }

  /** All that was written, for the clipboard. */
  get all(): string { return this.text.join(""); }

  /** Shows rows that the build made. */
  adopt(rows: Element[]): void {
    this.clear();
    this.list.replaceChildren(...rows);
  }

  empty(message: string): void {
    this.clear();
    this.list.append(el("p", { class: "none" }, message));
  }

  clear(): void {
    this.list.replaceChildren();
    this.rows = []; this.text = []; this.open = null; this.past = -1; this.drawn = 0;
  }

  /** Output of a run that is still going on, as it comes, without speakers. The rest waits for the recording. */
  stream(pieces: readonly (readonly [stream: "out" | "err", text: string, time: number])[]): void {
    if (this.drawn === 0) this.list.replaceChildren();
    const added = document.createDocumentFragment();
    for (const [stream, text, time] of pieces) {
      this.text.push(text);
      const parts = text.split("\n");
      for (const [i, part] of parts.entries()) {
        const last = i === parts.length - 1;
        if (this.open?.stream === stream) this.open.node.append(part);
        else if ((!last || part !== "") && this.drawn < MAX_STREAM) {
          const node = this.row(stream, part, time, -1, "");
          added.append(node);
          this.open = { stream, node: node.querySelector("span")! };
          this.drawn++;
        }
        if (!last) this.open = null;
      }
    }
    if (!added.hasChildNodes()) return;
    const follow = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    this.list.append(added);
    if (follow) this.list.scrollTop = this.list.scrollHeight;
  }

  /** The console of a whole recording. */
  show(rec: Recording): void {
    this.clear();
    const lines = rec.console, fragment = document.createDocumentFragment();
    if (lines.length === 0) {
      this.empty(this.t.emptyOutput);
      return;
    }
    let speaker = -1;
    const half = MAX_ROWS / 2, skip = lines.length > MAX_ROWS ? [half, lines.length - half] as const : null;
    lines.forEach((line, i) => {
      this.text.push(line.text + "\n");
      if (skip && i >= skip[0] && i < skip[1]) {
        if (i === skip[0]) fragment.append(el("p", { class: "none" }, this.t.hidden(count(skip[1] - skip[0]))));
        return;
      }
      const node = this.row(line.stream, line.text, line.time, rec.hue(line.entity), line.entity !== speaker ? rec.label(line.entity) : "");
      speaker = line.entity;
      node.dataset["event"] = String(line.event);
      this.rows.push({ event: line.event, node });
      fragment.append(node);
    });
    this.list.append(fragment);
    this.past = -1;
  }

  private row(stream: "out" | "err", text: string, time: number, hue: number, who: string): HTMLElement {
    const span = el("span", {});
    const at = stream === "err" ? /^(\s*File ")([^"<]*)", line (\d+)/.exec(text) : null;
    if (at) {
      const link = el("button", { type: "button", class: "to-line", "data-line": at[3]!, "data-file": at[2]! }, at[0].trimStart());
      span.append(/^\s*/.exec(text)![0], link, text.slice(at[0].length));
    } else span.append(text);
    const row = el("div", { class: stream === "err" ? "cl err" : "cl" }, el("i", {}, formatDuration(time)), el("u", {}), span);
    if (stream === "err") row.querySelector("u")!.title = this.t.stderr;
    if (who) row.append(el("b", {}, who));
    row.style.setProperty("--e", hueColor(hue));
    return row;
  }

  private click(e: Event): void {
    const target = e.target as HTMLElement, line = target.closest<HTMLElement>("[data-line]");
    if (line) {
      this.onLine(Number(line.dataset["line"]), line.dataset["file"]!);
      return;
    }
    if (!(e instanceof MouseEvent) || String(getSelection() ?? "") !== "") return;
    const row = target.closest<HTMLElement>("[data-event]");
    if (row) this.onEvent(Number(row.dataset["event"]));
  }

  /** Moves the line between what has been written and what has not. */
  setPlayhead(event: number, scroll: boolean): void {
    if (this.rows.length === 0) return;
    let lo = 0, hi = this.rows.length; // rows before lo are past
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.rows[mid]!.event <= event) lo = mid + 1; else hi = mid;
    }
    if (lo === this.past) return;
    const [a, b] = this.past < 0 ? [0, this.rows.length] : [Math.min(lo, this.past), Math.max(lo, this.past)];
    for (let i = a; i < b; i++) this.rows[i]!.node.classList.toggle("later", i >= lo);
    this.past = lo;
    const next = this.rows[lo]?.node;
    if (next) this.list.insertBefore(this.now, next);
    else this.rows[this.rows.length - 1]!.node.after(this.now);
    if (!scroll) return;
    const y = this.now.offsetTop - this.list.offsetTop;
    if (y < this.list.scrollTop + 20 || y > this.list.scrollTop + this.list.clientHeight - 20) this.list.scrollTop = y - this.list.clientHeight / 2;
  }

  /** A line after the output that is not the program's: its exit status. */
  note(text: string): void {
    this.list.append(el("p", { class: "none end" }, text));
  }
}
