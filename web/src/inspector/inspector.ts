// The inspector: everything about one entity at one moment. What the recording knows is shown at once; the
// stack and the locals come from running the program again up to that event (the engine does that in the
// worker) and are filled in when they arrive. Their place is kept, so nothing jumps.
// May import: base, recording, timeline/glyph, why.

import { formatDuration, formatInstant } from "../base/time";
import type { Lang } from "../base/strings/lang";
import { inspectorWords, type InspectorWord, type InspectorWords } from "../base/strings/inspector";
import { Entity, Kind, lineOf, type Recording, type Span } from "../recording";
import type { Playhead } from "../timeline";
import { glyphState, glyphSvg, type GlyphState } from "../timeline/glyph";
import { dueTime, WhyBuilder, type Part } from "./why";
import "./inspector.css";

export interface InspectFrame {
  readonly func: string;
  readonly file: string;
  readonly line: number;
  readonly locals: readonly (readonly [string, string])[] | null;
}

export interface InspectThread {
  readonly entity: number;
  readonly name: string;
  readonly state: string;
  readonly frames: readonly InspectFrame[] | null;
}

/** What the worker answers to "inspect". */
export interface InspectState {
  readonly time: number;
  /** The engine writes an empty list as null. */
  readonly threads: readonly InspectThread[] | null;
  readonly tasks: readonly InspectThread[] | null;
  readonly ready?: readonly unknown[];
  readonly timers?: readonly unknown[];
}

export interface InspectorOptions {
  lang: Lang;
  onJump(event: number): void;
  onInspect(event: number): Promise<InspectState>;
  onSelect?(entity: number): void;
  onLine?(file: number, line: number): void;
  onClose?(): void;
  onPin?(pinned: boolean): void;
}

const INSPECT_DELAY = 150;
const MOST_LISTED = 12;

export class Inspector {
  readonly root: HTMLElement;
  private readonly words: InspectorWords;
  private readonly header: HTMLElement;
  private readonly body: HTMLElement;
  private readonly stack: HTMLElement;
  private rec: Recording | null = null;
  private entity = 0;
  private event = -1;
  private asked = 0;
  private timer = 0;
  private pinned = false;
  /** Whose frames the stack shows. */
  private stackOf = 0;
  private readonly answers = new Map<number, InspectState>();

  constructor(host: HTMLElement, private readonly options: InspectorOptions) {
    this.words = inspectorWords(options.lang);
    this.root = make("div", "inspector");
    this.header = make("header", "insp-head");
    this.body = make("div", "insp-body");
    this.stack = make("section", "insp-stack");
    this.root.append(this.header, this.body);
    host.append(this.root);
    this.show(null, 0, { event: 0, time: 0 });
  }

  show(rec: Recording | null, entity: number, playhead: Playhead): void {
    if (rec !== this.rec) this.answers.clear();
    this.rec = rec;
    const again = entity !== this.entity || playhead.event !== this.event;
    this.entity = entity;
    this.event = playhead.event;
    if (!rec || entity <= 0 || entity >= rec.nEntities) {
      clearTimeout(this.timer);
      this.asked++;
      this.header.replaceChildren(this.headTitle(), ...this.headButtons());
      this.body.replaceChildren(text("p", "insp-empty", this.words("empty")));
      return;
    }
    const span = rec.spanAt(entity, playhead.event);
    this.header.replaceChildren(...this.headOf(rec, entity, span, playhead.time), ...this.headButtons());
    const why = new WhyBuilder(rec, playhead.event, playhead.time, this.options.lang, this.words);
    const scroll = this.body.scrollTop;
    this.body.replaceChildren(
      this.whySection(rec, why, playhead.time),
      this.stack,
      ...this.queueSections(rec, why, playhead),
      this.totalsSection(rec, playhead.time),
    );
    this.body.scrollTop = scroll;
    this.showStack(this.answers.get(playhead.event) ?? null, again);
    if (again) this.ask(playhead.event);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.root.remove();
  }

  // Header.

  private headTitle(): HTMLElement {
    const title = text("span", "insp-what", this.words("inspector"));
    return title;
  }

  private headOf(rec: Recording, entity: number, span: Span | null, time: number): HTMLElement[] {
    const name = make("b", "insp-name");
    name.textContent = rec.label(entity);
    name.style.color = colorOf(rec, entity);
    const kind = this.words(kindWord(rec.kindOf(entity)));
    const closed = span?.state === Kind.CANCELLED && kindWord(rec.kindOf(entity)) === "generator";
    const state = this.words(closed ? "closed" : stateWord(span?.state ?? 0));
    const lasts = span && (span.state === Kind.RUN || span.state === Kind.READY || span.state === Kind.WAIT || span.state === Kind.LOCKWAIT);
    const length = span ? time - span.from : 0;
    const what = lasts && length >= 1 ? this.words("headerFor", { kind, state, time: formatDuration(length) }) : this.words("header", { kind, state });
    return [glyph(glyphState(span?.state ?? 0), colorOf(rec, entity)), name, text("span", "insp-what", what)];
  }

  private headButtons(): HTMLElement[] {
    const space = make("span", "insp-space");
    const buttons: HTMLElement[] = [space];
    if (this.options.onPin) {
      const pin = iconButton('<path d="M4 1.500h6M5 1.500v4L3 8h8L9 5.500v-4M7 8v5" fill="none" stroke="currentColor" stroke-width="1.500"/>', this.words(this.pinned ? "unpin" : "pin"));
      pin.setAttribute("aria-pressed", String(this.pinned));
      pin.addEventListener("click", () => {
        this.pinned = !this.pinned;
        pin.setAttribute("aria-pressed", String(this.pinned));
        this.options.onPin?.(this.pinned);
      });
      buttons.push(pin);
    }
    if (this.options.onClose) {
      const close = iconButton('<path d="M2.500 2.500l9 9m0-9l-9 9" stroke="currentColor" stroke-width="1.500"/>', this.words("close"));
      close.addEventListener("click", () => this.options.onClose?.());
      buttons.push(close);
    }
    return buttons;
  }

  // Why.

  private whySection(rec: Recording, builder: WhyBuilder, time: number): HTMLElement {
    const why = builder.explain(this.entity);
    const section = this.section(this.words(why.title));
    const p = make("p", "insp-why");
    p.append(...why.sentences.map((part) => this.part(rec, part)));
    section.append(p);
    if (why.chain.length > 0) {
      const list = make("ul", "insp-chain");
      for (const link of why.chain) list.append(this.row(rec, link.entity, link.state, link.text, formatDuration(Math.max(0, time - link.since))));
      section.append(list);
    }
    return section;
  }

  private part(rec: Recording, part: Part): Node {
    if (typeof part === "string") return document.createTextNode(part);
    if ("strong" in part) return text("strong", "", part.strong);
    if ("line" in part) {
      const span = text("span", this.options.onLine ? "insp-line" : "", part.text);
      if (this.options.onLine) span.addEventListener("click", () => this.options.onLine?.(0, part.line));
      return span;
    }
    return this.who(rec, part.who);
  }

  private who(rec: Recording, entity: number): HTMLElement {
    const button = text("button", "insp-who", rec.label(entity)) as HTMLButtonElement;
    button.type = "button";
    button.style.setProperty("--e", colorOf(rec, entity));
    button.addEventListener("click", () => this.options.onSelect?.(entity));
    return button;
  }

  private row(rec: Recording, entity: number, state: number, what: string, right: string): HTMLElement {
    const li = make("li", "");
    const name = text("button", "insp-lane", rec.label(entity)) as HTMLButtonElement;
    name.type = "button";
    name.title = rec.label(entity);
    name.style.color = colorOf(rec, entity);
    name.addEventListener("click", () => this.options.onSelect?.(entity));
    const em = text("em", "", what);
    em.title = what;
    li.append(glyph(glyphState(state), colorOf(rec, entity)), name, em, text("time", "", right));
    return li;
  }

  // Stack and locals.

  private ask(event: number): void {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    if (this.answers.has(event)) return;
    // Scrubbing asks for hundreds of events; only where the playhead rests is the program run again.
    this.timer = window.setTimeout(() => {
      this.options.onInspect(event).then(
        (state) => {
          if (mine !== this.asked) return;
          if (this.answers.size > 50) this.answers.clear();
          this.answers.set(event, state);
          this.showStack(state, false);
        },
        (error: unknown) => {
          if (mine !== this.asked) return;
          this.stackMessage(this.words("stackFailed", { message: error instanceof Error ? error.message : String(error) }));
        },
      );
    }, INSPECT_DELAY);
  }

  private stackTitle(): HTMLElement {
    return this.title(this.words("stack", { name: this.rec!.name(this.entity) }), this.words("innermost"));
  }

  private stackMessage(message: string): void {
    this.stack.classList.remove("insp-stale");
    this.stack.replaceChildren(this.stackTitle(), text("p", "insp-note", message));
  }

  private showStack(state: InspectState | null, loading: boolean): void {
    const rec = this.rec;
    if (!rec) return;
    if (!state) {
      // The old frames of the same entity stay, muted, until the new ones are there.
      if (loading && this.stackOf === this.entity && this.stack.querySelector(".insp-frame")) {
        this.stack.classList.add("insp-stale");
        this.stack.firstElementChild?.replaceWith(this.stackTitle());
      } else if (loading || !this.stack.firstElementChild) this.stackMessage(this.words("stackLoading"));
      return;
    }
    this.stack.classList.remove("insp-stale");
    this.stackOf = this.entity;
    const found = [...(state.tasks ?? []), ...(state.threads ?? [])].find((t) => t.entity === this.entity);
    const frames = found?.frames ?? [];
    if (frames.length === 0) {
      this.stackMessage(this.words("stackNone"));
      return;
    }
    this.stack.replaceChildren(this.stackTitle(), ...frames.slice(0, 40).flatMap((f) => this.frameRows(f)));
  }

  private frameRows(frame: InspectFrame): HTMLElement[] {
    const head = make("div", "insp-frame");
    const own = this.rec!.header.files.length === 0 || this.rec!.header.files.includes(frame.file);
    const where = own ? this.words("line", { n: frame.line }) : frame.file.replace(/^<|>$/g, "");
    const small = text(own && this.options.onLine ? "button" : "small", "insp-where", where);
    if (small instanceof HTMLButtonElement) {
      small.type = "button";
      small.addEventListener("click", () => this.options.onLine?.(Math.max(0, this.rec!.header.files.indexOf(frame.file)), frame.line));
    }
    head.append(text("span", "", frame.func), small);
    if (!frame.locals?.length) return [head];
    const list = make("dl", "insp-locals");
    for (const [name, value] of frame.locals) {
      const dd = text("dd", "", value);
      dd.title = value;
      list.append(text("dt", "", name), dd);
    }
    return [head, list];
  }

  // Queue, timers, totals.

  private queueSections(rec: Recording, why: WhyBuilder, playhead: Playhead): HTMLElement[] {
    const loop = rec.ancestor(this.entity, Entity.LOOP, Entity.HUB);
    if (!loop) return [];
    const ready = why.readyIn(loop);
    const queue = this.section(this.words("readyQueue"), String(ready.length));
    if (ready.length === 0) queue.append(text("p", "insp-note", this.words("readyNone")));
    else {
      const list = make("ul", "insp-chain");
      for (const entity of ready.slice(0, MOST_LISTED)) {
        const loc = rec.locAt(entity, playhead.event);
        const span = rec.spanAt(entity, playhead.event)!;
        list.append(this.row(rec, entity, Kind.READY, loc ? this.words("afterLine", { n: lineOf(loc) }) : "", formatDuration(playhead.time - span.from)));
      }
      queue.append(list);
      this.rest(queue, ready.length);
    }
    const sleepers = this.sleepers(rec, loop, playhead);
    const timers = this.section(this.words("timers"), String(sleepers.length));
    if (sleepers.length === 0) timers.append(text("p", "insp-note", this.words("timersNone")));
    else {
      const list = make("ul", "insp-chain");
      for (const { span, due } of sleepers.slice(0, MOST_LISTED)) {
        list.append(this.row(rec, span.entity, span.state, span.text, this.words("dueIn", { time: formatDuration(Math.max(0, due - playhead.time)) })));
      }
      timers.append(list);
      this.rest(timers, sleepers.length);
    }
    return [queue, timers];
  }

  private rest(section: HTMLElement, n: number): void {
    if (n > MOST_LISTED) section.append(text("p", "insp-note", this.words("more", { n: n - MOST_LISTED })));
  }

  /** Waits of the loop's tasks on a timer, soonest first. */
  private sleepers(rec: Recording, loop: number, playhead: Playhead): { span: Span; due: number }[] {
    const found: { span: Span; due: number }[] = [];
    for (const child of rec.children(loop)) {
      const span = rec.hasLane(child) ? rec.spanAt(child, playhead.event) : null;
      if (span?.state === Kind.WAIT && /^sleep\b/.test(span.text)) found.push({ span, due: dueTime(rec, span) });
    }
    return found.sort((a, b) => a.due - b.due);
  }

  private totalsSection(rec: Recording, time: number): HTMLElement {
    const totals = rec.totals(this.entity, time);
    const fine = Math.max(1, rec.end / 2000);
    const section = this.section(this.words("soFar", { name: rec.label(this.entity) }), formatInstant(time, fine));
    const list = make("ul", "insp-chain insp-shares");
    const color = colorOf(rec, this.entity);
    const rows: [InspectorWord, GlyphState, number][] = [
      ["running", "run", totals.running], ["ready", "ready", totals.ready], ["waiting", "wait", totals.waiting],
    ];
    for (const [word, form, value] of rows) {
      const li = make("li", "");
      const share = totals.lifetime > 0 ? value / totals.lifetime : 0;
      const bar = make("span", "insp-bar");
      const width = Math.round(share * 150);
      if (width >= 2 || (form === "run" && value > 0)) bar.innerHTML = glyphSvg(form, color, Math.max(width, form === "wait" ? 6 : 2));
      li.append(text("em", "", this.words(word)), bar, text("time", "", formatDuration(value)), text("time", "", `${Math.round(share * 100)} %`));
      list.append(li);
    }
    section.append(list);
    return section;
  }

  private section(title: string, right = ""): HTMLElement {
    const section = make("section", "");
    section.append(this.title(title, right));
    return section;
  }

  private title(title: string, right: string): HTMLElement {
    const h = text("h3", "", title);
    if (right) h.append(text("span", "", right));
    return h;
  }
}

const colorOf = (rec: Recording, entity: number): string => (rec.hue(entity) < 0 ? "var(--ink)" : `var(--h${rec.hue(entity)})`);

function kindWord(kind: number): InspectorWord {
  switch (kind) {
    case Entity.THREAD: return "thread";
    case Entity.WORKER: return "worker";
    case Entity.TASK: return "task";
    case Entity.GREENLET: return "greenlet";
    case Entity.GENERATOR:
    case Entity.ASYNCGEN: return "generator";
    case Entity.COROUTINE: return "coroutine";
    case Entity.PROCESS: return "process";
    default: return "entity";
  }
}

function stateWord(state: number): InspectorWord {
  switch (state) {
    case Kind.RUN: return "running";
    case Kind.READY: return "ready";
    case Kind.WAIT:
    case Kind.LOCKWAIT: return "waiting";
    case Kind.DONE: return "done";
    case Kind.FAIL: return "failed";
    case Kind.CANCELLED: return "cancelled";
    default: return "notStarted";
  }
}

function make(tag: string, className: string): HTMLElement {
  const e = document.createElement(tag);
  if (className) e.className = className;
  return e;
}

function text(tag: string, className: string, content: string): HTMLElement {
  const e = make(tag, className);
  e.textContent = content;
  return e;
}

function glyph(state: GlyphState, color: string): HTMLElement {
  const e = make("span", "insp-glyph");
  e.innerHTML = glyphSvg(state, color);
  return e;
}

function iconButton(path: string, label: string): HTMLButtonElement {
  const b = document.createElement("button");
  b.type = "button";
  b.className = "insp-icon";
  b.title = label;
  b.setAttribute("aria-label", label);
  b.innerHTML = `<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${path}</svg>`;
  return b;
}
