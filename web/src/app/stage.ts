/* The stage: one program, its knobs, its run, and every view of that run. The playground is a stage alone; a lesson
   is text beside one. What is shown is a function of (program, recording, playhead, selection); this class holds
   these four, and each pane is told when one changes. Nothing here knows how a pane draws. */

import { Editor, type Mark } from "../editor";
import { reasonWords } from "../base/strings/timeline";
import { formatDuration, formatInstant } from "../base/time";
import { Inspector, type InspectState } from "../inspector";
import { Recording, type Header as RecordingHeader } from "../recording";
import { Timeline } from "../timeline";
import { LoadError, type Client } from "../worker/client";
import type { EngineError, Header, Out, Request } from "../worker/protocol";
import { MACHINE, machineDiff, machineOf, type Machine } from "../share/state";
import { Console } from "./console";
import { slug, type Scenario } from "./config";
import { announce, count } from "./dom";
import { keyOf, loadDraft, saveDraft } from "./drafts";
import { MAIN, renderFileTabs, sameFiles, type SourceFile } from "./files";
import { renderKnobs } from "./knobs";
import { build, type Bones, type Tab } from "./layout";
import { errorNotice, loadNotice, noticeBlock, type Notice } from "./notices";
import { knobsOnly, parseForm, readString, setLiteral, type Form, type Param, type Value } from "../base/params";
import { makeRequest, type RunResult } from "./result";
import { raisedAt } from "./traceback";
import { problemText, strings, type Lang, type Strings } from "./strings";

export interface StageOptions {
  kind: "play" | "lesson";
  lang: Lang;
  client: Client;
  /** Another engine, for looking into a run. */
  looker: Client;
  /** The lesson's text, on a phone the first of the tabs. */
  article?: HTMLElement | null;
  readOnly?: boolean;
  /** Where edits are kept; none: nowhere. */
  draftKey?: string;
  linked?: boolean;
  /** What a link puts in place of the scenario's own. */
  initial?: Setting;
  onShare(stage: Stage, anchor: HTMLElement): void;
}

/** Everything a run depends on but the engine. */
export interface Setting { source: string; files: SourceFile[]; seed: number; machine: Machine }

export interface Playhead { event: number; time: number }

export class Stage {
  readonly bones: Bones;
  readonly t: Strings;
  readonly editor: Editor;
  readonly timeline: Timeline;
  readonly console: Console;
  recording: Recording | null = null;
  last: RunResult | null = null;
  seed: number;
  machine: Machine;
  playhead: Playhead = { event: 0, time: 0 };
  selected = 0;
  /** The files beside the program itself, in the order of their tabs. */
  private fileNames: string[] = [];
  private initial: Setting;
  private measured = false;
  private inspector: Inspector;
  private form: Form = { params: [], problems: [], title: "", auto: false, markdown: [] };
  private running: Promise<RunResult> | null = null;
  private turn = 0;
  private listeners: ((r: RunResult) => void)[] = [];
  private noticeNodes = new Map<string, HTMLElement>();
  private saveTimer = 0;
  private autoTimer = 0;
  private frame = 0;

  constructor(readonly host: HTMLElement, public scenario: Scenario, readonly options: StageOptions) {
    this.t = strings(options.lang);
    this.initial = options.initial ?? settingOf(scenario);
    this.seed = this.initial.seed;
    this.machine = this.initial.machine;
    const t = this.t, b = (this.bones = build(host, t, options.kind, options.article ?? null));
    this.editor = new Editor(b.code, {
      name: MAIN, source: this.initial.source, readOnly: options.readOnly ?? false, label: t.code,
      onChange: () => this.changed(true),
      onLine: (line) => this.jumpToLine(line),
      onRun: () => void this.run(),
      onLeave: () => b.timeline.querySelector<HTMLElement>("[tabindex]")?.focus(),
    });
    this.console = new Console(b.output, t, (line, file) => this.goToLine(line, file), (event) => this.seek(event));
    if (b.printed.length && scenario.source === this.initial.source) this.console.adopt(b.printed);
    this.timeline = new Timeline(b.timeline, {
      lang: options.lang,
      onPlayhead: (p) => this.onPlayhead(p),
      onSelect: (entity) => this.onSelect(entity),
      onView: (v) => this.emit("view", v),
      onLine: (file, line) => this.goToLine(line, this.recording?.header.files[file]),
    });
    this.inspector = new Inspector(b.inspector, {
      lang: options.lang,
      onJump: (event) => this.seek(event),
      onInspect: (event) => this.inspect(event),
      onSelect: (entity) => this.selectEntity(entity),
      onClose: () => this.selectEntity(0),
      onPin: (pinned) => b.root.classList.toggle("pinned", pinned),
      onLine: (file, line) => this.goToLine(line, this.recording?.header.files[file]),
    });
    for (const r of b.runButtons) r.addEventListener("click", () => void this.run());
    for (const s of b.stopButtons) s.addEventListener("click", () => void this.stop());
    b.buttons.reset.addEventListener("click", () => this.reset());
    b.buttons.share.addEventListener("click", () => options.onShare(this, b.buttons.share));
    b.buttons.copy.addEventListener("click", () => void this.copyOutput());
    b.buttons.back.addEventListener("click", () => this.timeline.step(-1));
    b.buttons.forward.addEventListener("click", () => this.timeline.step(1));
    addEventListener("pagehide", () => this.saveDraft());
    addEventListener("loopscope:theme", () => this.timeline.setTheme());
    this.setBusy(false);
    this.setFiles(this.initial.files);
    this.openDraft();
    this.changed(false);
  }

  // The program and its knobs.

  get source(): string { return this.editor.source; }
  get params(): readonly Param[] { return this.form.params; }
  get files(): SourceFile[] { return this.fileNames.map((name) => ({ name, text: this.editor.textOf(name) ?? "" })); }
  get edited(): boolean { return this.source !== this.scenario.source || this.fileNames.length > 0; }
  /** Nothing was changed since the page or the link brought it. */
  get asItCame(): boolean {
    return this.source === this.initial.source && sameFiles(this.files, this.initial.files) && this.seed === this.initial.seed && sameMachine(this.machine, this.initial.machine);
  }
  get draftKey(): string | null { return this.options.draftKey === undefined ? null : `${this.options.draftKey}#${slug(this.scenario)}`; }

  /** Shows another program in this stage. */
  load(scenario: Scenario): void {
    void this.stop();
    this.turn++;
    this.running = null;
    this.setBusy(false);
    this.saveDraft();
    this.scenario = scenario;
    this.initial = settingOf(scenario);
    this.measured = false;
    this.seed = this.initial.seed;
    this.machine = this.initial.machine;
    this.clearNotices();
    this.bones.timeline.querySelector(".still")?.remove();
    this.setFiles(this.initial.files);
    this.editor.setSource(scenario.source, true);
    this.setRecording(null);
    this.last = null;
    this.console.empty(this.t.noOutputYet);
    this.openDraft();
    this.changed(false);
    this.emit("scenario", scenario);
  }

  /** Turns a knob. A text is taken as the literal it would be in the code, where it can be one. */
  setParam(name: string, value: Value): boolean {
    const p = this.form.params.find((q) => q.name === name);
    if (!p) return false;
    const plain = typeof value === "string" && (p.kind === "string" || p.kind === "choice" || p.kind === "date") ? (readString(value) ?? value) : value;
    return this.turnKnob(p, plain, false);
  }

  setSeed(seed: number): void {
    this.seed = seed;
    this.changed(true);
  }

  setMachine(part: Partial<Machine>): void {
    this.machine = { ...this.machine, ...part };
    this.changed(true);
  }

  /** Replaces the program, as a link does. Undo brings back what was there. */
  setSource(source: string): void {
    this.editor.setSource(source, true);
    this.changed(true);
  }

  /** The program as it came, with its seed and machine. Undo in the editor brings the edits back. */
  reset(): void {
    this.seed = this.initial.seed;
    this.machine = this.initial.machine;
    this.setFiles(this.initial.files);
    this.editor.setSource(this.initial.source, true);
    this.notice("draft", null);
    this.notice("link", null);
    this.changed(true);
    this.emit("reset", null);
  }

  private turnKnob(p: Param, value: Value, join: boolean): boolean {
    const edit = setLiteral(p, value);
    if (edit === undefined) {
      announce(this.t.badValue(p.name));
      this.drawKnobs();
      return false;
    }
    if (edit) this.editor.edit(edit, join);
    else this.drawKnobs();
    return true;
  }

  // The files beside it.

  /** Puts other files beside the program, and shows the program. */
  private setFiles(files: readonly SourceFile[]): void {
    this.editor.open(MAIN);
    for (const name of this.fileNames) this.editor.drop(name);
    for (const f of files) this.editor.put(f.name, f.text);
    this.fileNames = files.map((f) => f.name);
    this.drawFiles();
  }

  addFile(name: string, text = ""): void {
    this.editor.put(name, text);
    this.fileNames.push(name);
    this.openFile(name);
    this.editor.view.focus();
    this.changed(true);
  }

  private removeFile(name: string): void {
    const text = this.editor.textOf(name) ?? "";
    this.editor.drop(name);
    this.fileNames = this.fileNames.filter((n) => n !== name);
    this.notice("file", { tone: "plain", title: this.t.fileRemoved(name), actions: [{ label: this.t.undo, run: () => { this.notice("file", null); this.addFile(name, text); } }] });
    this.openFile(MAIN);
    this.changed(true);
  }

  openFile(name: string): void {
    if (!this.editor.open(name)) return;
    this.drawFiles();
    this.followPlayhead();
  }

  private drawFiles(): void {
    renderFileTabs(this.bones.file, {
      t: this.t, mainName: this.scenario.name, names: [MAIN, ...this.fileNames], active: this.editor.active,
      editable: this.options.kind === "play" && !(this.options.readOnly ?? false),
      onOpen: (name) => this.openFile(name), onAdd: (name) => this.addFile(name), onRemove: (name) => this.removeFile(name),
    });
  }

  /** Whether a request is for the program as it stands. */
  isOf(request: Request): boolean {
    return request.files[0]!.text === this.source && sameFiles(request.files.slice(1), this.files);
  }

  private changed(byUser: boolean): void {
    this.form = parseForm(this.source);
    if (this.editor.active === MAIN) this.editor.complain("note", this.form.problems.map((p) => ({ from: p.from, to: p.to, message: problemText(this.options.lang, p) })));
    this.drawKnobs();
    const b = this.bones;
    this.drawFiles();
    b.title.textContent = this.form.title;
    b.edited.textContent = this.edited ? this.t.edited : this.t.python;
    b.buttons.reset.disabled = this.asItCame;
    if (!byUser) return;
    clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(() => this.saveDraft(), 250);
    if (this.form.auto && this.last && this.last.request.files[0]!.text !== this.source && knobsOnly(this.last.request.files[0]!.text, this.source)) {
      clearTimeout(this.autoTimer);
      this.autoTimer = window.setTimeout(() => void this.run(), 200);
    }
    this.emit("edit", null);
  }

  private drawKnobs(): void {
    renderKnobs(this.bones.knobs, {
      t: this.t, params: this.form.params, notes: this.form.markdown, seed: this.seed, machine: this.machine, disabled: this.options.readOnly ?? false,
      onTurn: (p, v, join) => void this.turnKnob(p, v, join), onSeed: (n) => this.setSeed(n), onMachine: (m) => this.setMachine(m),
    });
  }

  // Edits that outlive the page.

  private openDraft(): void {
    const key = this.draftKey, draft = key === null ? null : loadDraft(key, this.options.linked ?? false);
    if (!draft) return;
    const machine = { ...MACHINE, ...machineOf(draft.machine) };
    const files = draft.files ?? [];
    if (draft.code === this.source && sameFiles(files, this.files) && draft.seed === this.seed && sameMachine(machine, this.machine)) return;
    this.seed = draft.seed;
    this.machine = machine;
    this.setFiles(files);
    this.editor.setSource(draft.code, true);
    this.notice("draft", { tone: "plain", title: this.t.draft, actions: [{ label: this.t.draftDrop, run: () => this.reset() }] });
  }

  private saveDraft(): void {
    const key = this.draftKey;
    if (key === null || this.options.readOnly) return;
    clearTimeout(this.saveTimer);
    saveDraft(key, this.asItCame ? null : { code: this.source, ...(this.fileNames.length > 0 ? { files: this.files } : {}), seed: this.seed, machine: this.machine, original: keyOf(this.initial.source) }, this.options.linked ?? false);
  }

  // Running.

  /** Runs the program as it stands, after turning the knobs given. Always resolves; what went wrong is in the result
      and on the page. */
  async run(overrides: { params?: Record<string, Value>; seed?: number } = {}): Promise<RunResult> {
    for (const [name, value] of Object.entries(overrides.params ?? {})) this.setParam(name, value);
    if (overrides.seed !== undefined) this.setSeed(overrides.seed);
    clearTimeout(this.autoTimer);
    const turn = ++this.turn;
    const request = makeRequest(this.source, this.files, this.seed, this.machine);
    const run = (this.running = this.perform(turn, request, { ...this.machine }));
    const result = await run;
    if (turn === this.turn) {
      this.running = null;
      this.last = result;
      for (const f of this.listeners) f(result);
      this.emit("run", result);
    }
    return result;
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.bones.status.textContent = this.t.stopping;
    await this.options.client.cancel();
  }

  private async perform(turn: number, request: Request, machine: Machine): Promise<RunResult> {
    const t = this.t, current = (): boolean => turn === this.turn;
    const result: RunResult = { ok: false, stopped: false, recording: null, header: null, digest: "", exit: null, stdout: "", stderr: "", error: null, request, machine };
    this.setBusy(true);
    this.clearNotices("error", "load", "stopped", "link", "note0", "note1");
    this.editor.complain("error", []);
    let fresh = true; // the old run stays in view until the new one has something to show
    const progress = (events: number, time: number, out: Out[]): void => {
      const pieces = out.map(([stream, text, ns]) => [stream === 2 || stream === "err" || stream === "stderr" ? "err" : "out", text, ns] as const);
      for (const [stream, text] of pieces) if (stream === "err") result.stderr += text; else result.stdout += text;
      if (current() && pieces.length) {
        if (fresh) { this.console.clear(); fresh = false; }
        this.console.stream(pieces);
      }
      if (current()) this.bones.status.textContent = t.running(count(events), formatDuration(time));
    };
    try {
      if (!this.options.client.version) this.bones.status.textContent = t.loading;
      const outcome = await this.options.client.run(request, progress);
      if (outcome.type === "error") {
        result.error = outcome.error;
        if (current()) this.showStartError(outcome.error);
      } else if (outcome.type === "killed") {
        result.stopped = true;
        if (current()) {
          this.setRecording(null);
          if (fresh) this.console.empty(t.emptyOutput);
          this.notice("stopped", { tone: "plain", title: t.stoppedTitle, text: t.killed });
        }
      } else {
        const recording = Recording.decode(outcome.header as unknown as RecordingHeader, outcome.columns);
        result.recording = recording;
        result.header = outcome.header;
        result.digest = outcome.header.digest;
        result.exit = outcome.header.exit;
        result.stopped = outcome.cancelled;
        result.error = outcome.problem ?? (outcome.header.error ? fromHeader(outcome.header) : null);
        result.ok = !outcome.cancelled && !result.error;
        if (current()) this.showRun(result, recording);
      }
    } catch (e) {
      const error = e instanceof LoadError ? e : new LoadError("crash", e instanceof Error ? e.message : String(e));
      result.error = { kind: "internal", message: error.message };
      if (current()) this.notice("load", loadNotice(error.stage, error.message, t, () => void this.run()));
    }
    if (current()) this.setBusy(false);
    return result;
  }

  private showRun(result: RunResult, recording: Recording): void {
    const t = this.t, header = result.header!;
    this.editor.ran();
    const keep = this.last?.recording != null && knobsOnly(this.last.request.files[0]!.text, result.request.files[0]!.text) !== null;
    this.setRecording(recording, keep);
    const axis = this.scenario.view?.axis;
    if (!keep && (axis === "time" || axis === "events" || axis === "folded")) this.timeline.setView({ axis, from: 0, to: recording.axis(axis).length });
    this.console.show(recording);
    if (result.stopped) this.notice("stopped", { tone: "plain", title: t.stoppedTitle, text: t.stopped });
    else if (result.error) {
      this.notice("error", errorNotice(result.error, t, (line) => this.goToLine(line)));
      this.underline(result.error);
    } else if (header.exit) {
      this.console.note(t.exit(header.exit));
      const raised = raisedAt(result.stderr, [MAIN, ...this.fileNames]);
      if (raised) {
        if (raised.file !== this.editor.active) this.openFile(raised.file);
        const col = this.indent(raised.line) + 1, e: EngineError = { kind: "exception", message: raised.message, line: raised.line };
        this.underline(raised.from < 0 ? e : { ...e, col: col + raised.from, endCol: col + raised.to });
      }
    }
    this.showNotes(recording);
    this.moveTo({ event: Math.max(recording.nEvents - 1, 0), time: recording.end });
    announce(result.error ? result.error.message : `${count(recording.nEvents)} · ${formatDuration(recording.end)}`);
  }

  /** What the recording says a reader should know: each thing once, with the way to it. */
  private showNotes(recording: Recording): void {
    const { who, arg } = recording.columns;
    const seen = new Map<string, number>();
    for (const event of recording.notes) {
      const text = reasonWords(recording.text(arg[event]!), this.options.lang), key = text.replace(/[\d.]+ ?(ms|s|µs|ns)?/g, "#");
      if (![...seen.keys()].some((t) => t.replace(/[\d.]+ ?(ms|s|µs|ns)?/g, "#") === key)) seen.set(text, event);
    }
    for (const [i, [text, event]] of [...seen].slice(0, 2).entries()) {
      const name = recording.label(who[event]!);
      this.notice(`note${i}`, { tone: "plain", title: name ? `${name}: ${text}` : text, actions: [{ label: this.t.showMoment, run: () => { this.selectEntity(who[event]!, false); this.seek(event); } }] });
    }
  }

  private showStartError(e: EngineError): void {
    this.setRecording(null);
    this.console.empty(e.message);
    this.notice("error", errorNotice(e, this.t, (line) => this.goToLine(line)));
    this.underline(e);
  }

  /** Columns count from 1, as in Python's own messages; without one the whole line is meant. */
  private underline(e: EngineError): void {
    if (!e.line) return;
    const from = this.editor.offset(e.line, e.col ? e.col - 1 : this.indent(e.line));
    const to = !e.col ? this.editor.offset(e.line, 1e9) : e.endCol ? this.editor.offset(e.endLine ?? e.line, e.endCol - 1) : from + 1;
    this.editor.complain("error", [{ from, to: Math.max(to, from), message: e.message }]);
  }

  private indent(line: number): number {
    return /^\s*/.exec((this.editor.textOf(this.editor.active) ?? "").split("\n")[line - 1] ?? "")![0].length;
  }

  private setBusy(busy: boolean): void {
    const b = this.bones;
    b.root.classList.toggle("busy", busy);
    b.root.setAttribute("aria-busy", String(busy));
    for (const s of b.stopButtons) s.disabled = !busy;
    if (!busy) b.status.textContent = "";
    else b.status.textContent = this.t.starting;
  }

  // The views of a recording.

  private setRecording(rec: Recording | null, keepView = false): void {
    this.recording = rec;
    if (rec) this.bones.timeline.querySelector(".still")?.remove();
    if (this.selected && (!rec || !keepView || this.selected >= rec.nEntities)) this.selectEntity(0);
    this.timeline.setRecording(rec, keepView);
    // Its height is chosen once for a program, from its first run: later runs move nothing.
    if (rec && !this.measured) {
      this.measured = true;
      this.bones.suggestHeight(this.timeline.naturalHeight + 12);
    }
    if (!rec) {
      this.playhead = { event: 0, time: 0 };
      this.editor.setMarks([]);
      this.bones.upTo.textContent = "";
    }
  }

  /** Puts the playhead on an event. */
  seek(event: number): void {
    const rec = this.recording;
    if (!rec || rec.nEvents === 0) return;
    const at = Math.min(Math.max(event, 0), rec.nEvents - 1);
    this.moveTo({ event: at, time: rec.timeOf(at) });
  }

  /** The first look at a run: somewhere in the middle of it, where somebody runs on a line. */
  showMiddle(): void {
    const rec = this.recording;
    if (!rec) return;
    for (let k = 0; k < rec.nEvents; k++) {
      const event = (Math.floor(rec.nEvents * 0.6) + k) % rec.nEvents, who = rec.runningAt(event);
      if (who && rec.locAt(who, event)) {
        this.seek(event);
        return;
      }
    }
  }

  moveTo(p: Playhead): void {
    this.timeline.setPlayhead(p);
    this.onPlayhead(this.timeline.getPlayhead());
  }

  /** Puts playhead and selection on a moment, in the words of moment.ts; false where there is none. */
  goto(query: string): boolean {
    const m = this.recording?.findMoment(query);
    if (!m) return false;
    if (m.entity) this.selectEntity(m.entity, false);
    this.seek(m.event);
    if (matchMedia("(max-width: 760px)").matches) this.bones.showTab("timeline");
    return true;
  }

  select(name: string): boolean {
    const rec = this.recording;
    if (!rec) return false;
    for (let e = 1; e < rec.nEntities; e++) {
      if (rec.name(e) === name && rec.hasLane(e)) { this.selectEntity(e, false); return true; }
    }
    return false;
  }

  selectEntity(entity: number, inspect = true): void {
    this.selected = entity;
    this.timeline.setSelection(entity);
    this.bones.inspector.hidden = !(entity && inspect) && (entity === 0 || this.bones.inspector.hidden);
    this.bones.root.classList.toggle("inspecting", !this.bones.inspector.hidden);
    this.showInspector();
    this.emit("select", entity);
  }

  showTab(tab: Tab): void { this.bones.showTab(tab); }

  private onSelect(entity: number): void {
    if (entity !== this.selected) this.selectEntity(entity);
  }

  private onPlayhead(p: Playhead): void {
    this.playhead = p;
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.followPlayhead();
    });
  }

  private followPlayhead(): void {
    const rec = this.recording, p = this.playhead;
    if (!rec) return;
    const marks: Mark[] = rec.whoIsWhere(p.event).filter((w) => rec.header.files[w.file] === this.editor.active && w.line > 0)
      .map((w) => ({ line: w.line, entity: w.entity, name: rec.label(w.entity), hue: rec.hue(w.entity), state: w.state }));
    this.editor.setMarks(marks);
    const eye = marks.find((m) => m.entity === this.selected) ?? marks.find((m) => m.state === 3);
    if (eye) this.editor.reveal(eye.line);
    this.console.setPlayhead(p.event, true);
    this.bones.upTo.textContent = this.t.upTo(formatInstant(p.time, Math.max(rec.end / 1000, 1)));
    this.showInspector();
    this.emit("playhead", p);
  }

  private showInspector(): void {
    const phone = matchMedia("(max-width: 760px)").matches;
    const who = this.selected || (phone ? this.recording?.runningAt(this.playhead.event) : 0) || 0;
    if (who || this.bones.inspector.hidden === false || phone) this.inspector.show(this.recording, who, this.playhead);
  }

  private async inspect(event: number): Promise<InspectState> {
    if (!this.last) throw new Error(this.t.inspectFail);
    return (await this.options.looker.inspect(this.last.request, event)) as InspectState;
  }

  /** A press on a line: the playhead goes to the next time somebody is there. */
  private jumpToLine(line: number): void {
    const rec = this.recording;
    if (!rec) return;
    const event = rec.nextOnLine(Math.max(rec.header.files.indexOf(this.editor.active), 0), line, this.playhead.event);
    if (event >= 0) this.seek(event);
  }

  private goToLine(line: number, file = MAIN): void {
    this.bones.showTab("code");
    this.openFile(file);
    this.editor.goToLine(line);
  }

  private async copyOutput(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.console.all);
      this.bones.buttons.copy.textContent = this.t.copied;
      setTimeout(() => { this.bones.buttons.copy.textContent = this.t.copyOutput; }, 1500);
    } catch {
      getSelection()?.selectAllChildren(this.bones.output);
    }
  }

  // Notices and events.

  onRun(f: (r: RunResult) => void): () => void {
    this.listeners.push(f);
    return () => { this.listeners = this.listeners.filter((g) => g !== f); };
  }

  notice(key: string, n: Notice | null): void {
    this.noticeNodes.get(key)?.remove();
    this.noticeNodes.delete(key);
    if (!n) return;
    const node = noticeBlock(n, this.t, () => this.notice(key, null));
    this.noticeNodes.set(key, node);
    this.bones.notices.append(node);
  }

  private clearNotices(...keys: string[]): void {
    for (const k of keys.length ? keys : [...this.noticeNodes.keys()]) this.notice(k, null);
  }

  private emit(name: string, detail: unknown): void {
    this.host.dispatchEvent(new CustomEvent(`loopscope:${name}`, { bubbles: true, detail }));
  }
}

const settingOf = (s: Scenario): Setting => ({ source: s.source, files: [], seed: s.seed, machine: { ...MACHINE, ...s.machine } });

export const sameMachine = (a: Machine, b: Machine): boolean => Object.keys(machineDiff(a, b)).length === 0;

const fromHeader = (h: Header): EngineError => {
  const e: EngineError = { kind: h.error!.kind, message: h.error!.message };
  if (h.error!.line) e.line = h.error!.line;
  return e;
};

export function mountStage(host: HTMLElement, scenario: Scenario, options: StageOptions): Stage {
  return new Stage(host, scenario, options);
}
