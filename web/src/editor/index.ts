/* The code pane: CodeMirror with Python, the marks of the playhead and the complaints. It has one or more files, each
   with its own history of edits; one is shown, and the first is the program whose knobs are turned. Knows nothing of
   runs: the stage tells it what to show, it tells the stage what was typed and where was clicked. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Annotation, EditorSelection, EditorState, Prec, Transaction, type Extension, type TransactionSpec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { complain, complaints, type Complaint } from "./errors";
import { marks, presentLine, ranLine, resetBaseline, showMarks, type Mark } from "./marks";
import { theme } from "./theme";

export type { Mark } from "./marks";
export type { Complaint } from "./errors";
export { glyph, hueColor } from "./glyph";

export interface EditorOptions {
  /** The name of the first file, and its text. */
  name: string;
  source: string;
  readOnly?: boolean;
  label: string;
  onChange(): void;
  /** A line of the program that ran was pressed: by its number, by the pointer or with Alt-Enter. */
  onLine(line: number): void;
  onRun(): void;
  /** Escape: the keyboard goes back to the timeline. */
  onLeave(): void;
}

/** Marks a change that the stage made itself and need not hear of. */
const quiet = Annotation.define<boolean>();

export class Editor {
  readonly view: EditorView;
  /** The states of the files that are not shown. */
  private readonly away = new Map<string, EditorState>();
  private readonly extensions: Extension;
  private readonly first: string;
  private shown: string;

  constructor(host: HTMLElement, private readonly options: EditorOptions) {
    this.first = this.shown = options.name;
    const jump = (view: EditorView, pos: number): boolean => {
      const line = ranLine(view, view.state.doc.lineAt(pos).number);
      if (line) options.onLine(line);
      return line > 0;
    };
    this.extensions = [
      Prec.highest(keymap.of([
        { key: "Mod-Enter", run: () => (options.onRun(), true) },
        { key: "Alt-Enter", run: (v) => jump(v, v.state.selection.main.head) },
      ])),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab, { key: "Escape", run: (v) => (v.contentDOM.blur(), options.onLeave(), true) }]),
      lineNumbers({ domEventHandlers: { mousedown: (v, line) => jump(v, line.from) } }),
      marks,
      complaints,
      history(),
      drawSelection(),
      EditorState.allowMultipleSelections.of(true),
      indentUnit.of("    "),
      EditorState.tabSize.of(4),
      python(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      theme,
      EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0", autocapitalize: "off", autocorrect: "off", spellcheck: "false" }),
      EditorState.readOnly.of(options.readOnly ?? false),
      EditorView.updateListener.of((u) => {
        if (u.docChanged && !u.transactions.some((t) => t.annotation(quiet))) options.onChange();
      }),
      EditorView.domEventHandlers({
        // A press that selects nothing, in a program that is as it ran: the playhead goes to the line's next run.
        click: (e, v) => {
          if (e.detail !== 1 || e.button !== 0 || !v.state.selection.main.empty || v.state.selection.ranges.length > 1) return false;
          const pos = v.posAtCoords({ x: e.clientX, y: e.clientY });
          if (pos !== null) jump(v, pos);
          return false;
        },
      }),
    ];
    this.view = new EditorView({ parent: host, state: EditorState.create({ doc: options.source, extensions: this.extensions }) });
  }

  /** The text of the first file. */
  get source(): string { return this.textOf(this.first) ?? ""; }

  /** The name of the file that is shown. */
  get active(): string { return this.shown; }

  textOf(name: string): string | null {
    return this.stateOf(name)?.doc.toString() ?? null;
  }

  private stateOf(name: string): EditorState | null {
    return name === this.shown ? this.view.state : (this.away.get(name) ?? null);
  }

  /** Gives the editor a file, without showing it. One of that name is replaced, with its history. */
  put(name: string, text: string): void {
    const state = EditorState.create({ doc: text, extensions: this.extensions });
    if (name === this.shown) this.view.setState(state);
    else this.away.set(name, state);
  }

  /** Takes a file away; the first one stays. */
  drop(name: string): void {
    if (name === this.first) return;
    if (name === this.shown) this.open(this.first);
    this.away.delete(name);
  }

  /** Shows a file; false where there is none of that name. */
  open(name: string): boolean {
    if (name === this.shown) return true;
    const state = this.away.get(name);
    if (!state) return false;
    this.away.set(this.shown, this.view.state);
    this.away.delete(name);
    this.shown = name;
    this.view.setState(state);
    return true;
  }

  /** A change to the first file, whichever is shown. */
  private change(spec: TransactionSpec): void {
    const state = this.away.get(this.first);
    if (!state) {
      this.view.dispatch(spec);
      return;
    }
    const tr = state.update(spec);
    this.away.set(this.first, tr.state);
    if (!tr.annotation(quiet)) this.options.onChange();
  }

  /** Replaces the first file's text; undo brings the old one back. Tells onChange unless `silent`. */
  setSource(text: string, silent = false): void {
    const doc = this.stateOf(this.first)!.doc;
    if (doc.eq(EditorState.create({ doc: text }).doc)) return;
    this.change({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.replace"), ...(silent ? [quiet.of(true)] : [])],
    });
  }

  /** One edit of the first file, one step of undo: turning a knob. Turns of the same knob in quick succession are joined. */
  edit(edit: { from: number; to: number; insert: string }, join: boolean): void {
    this.change({
      changes: edit,
      annotations: [Transaction.userEvent.of(join ? "input.type.knob" : "input.knob"), ...(join ? [] : [isolateHistory.of("before")])],
    });
  }

  setMarks(list: Mark[]): void { showMarks(this.view, list); }
  /** The present texts are those that run now. */
  ran(): void {
    this.view.dispatch({ effects: resetBaseline() });
    for (const [name, state] of this.away) this.away.set(name, state.update({ effects: resetBaseline() }).state);
  }

  /** Shows what is wrong; an error out of sight is scrolled to. */
  complain(kind: Complaint["kind"], list: Omit<Complaint, "kind">[]): void {
    complain(this.view, kind, list.map((c) => ({ ...c, kind })));
    if (kind === "error" && list[0]) this.view.dispatch({ effects: EditorView.scrollIntoView(list[0].from, { y: "nearest", yMargin: 38 }) });
  }

  /** Offset of a line (from 1) and a column (from 0, in characters as Python counts them) of the present text. */
  offset(line: number, column: number): number {
    const doc = this.view.state.doc, l = doc.line(Math.min(Math.max(line, 1), doc.lines));
    let at = l.from;
    for (const c of l.text) {
      if (column-- <= 0) break;
      at += c.length;
    }
    return at;
  }

  /** Shows a line of the program that ran and puts the caret there. */
  goToLine(line: number): void {
    const n = presentLine(this.view, line);
    if (!n) return;
    const at = this.view.state.doc.line(n).from;
    this.view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.view.focus();
  }

  /** Scrolls a line of the program that ran into view if it is outside, without taking the keyboard. */
  reveal(line: number): void {
    const n = presentLine(this.view, line);
    if (!n || this.view.hasFocus) return;
    const block = this.view.lineBlockAt(this.view.state.doc.line(n).from), s = this.view.scrollDOM;
    if (block.top < s.scrollTop + 19 || block.bottom > s.scrollTop + s.clientHeight - 19) s.scrollTop = block.top - s.clientHeight / 3;
  }

  destroy(): void { this.view.destroy(); }
}
