/* The code pane: CodeMirror with Python, the marks of the playhead and the complaints. Knows nothing of runs:
   the stage tells it what to show, it tells the stage what was typed and where was clicked. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Annotation, EditorSelection, EditorState, Prec, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { complain, complaints, type Complaint } from "./errors";
import { marks, presentLine, ranLine, resetBaseline, showMarks, type Mark } from "./marks";
import { theme } from "./theme";

export type { Mark } from "./marks";
export type { Complaint } from "./errors";
export { glyph, hueColor } from "./glyph";

export interface EditorOptions {
  source: string;
  readOnly?: boolean;
  label: string;
  onChange(source: string): void;
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

  constructor(host: HTMLElement, options: EditorOptions) {
    const jump = (view: EditorView, pos: number): boolean => {
      const line = ranLine(view, view.state.doc.lineAt(pos).number);
      if (line) options.onLine(line);
      return line > 0;
    };
    this.view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: options.source,
        extensions: [
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
            if (u.docChanged && !u.transactions.some((t) => t.annotation(quiet))) options.onChange(u.state.doc.toString());
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
        ],
      }),
    });
  }

  get source(): string { return this.view.state.doc.toString(); }

  /** Replaces the whole program; undo brings the old one back. Tells onChange unless `silent`. */
  setSource(text: string, silent = false): void {
    const doc = this.view.state.doc;
    if (doc.eq(EditorState.create({ doc: text }).doc)) return;
    this.view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.replace"), ...(silent ? [quiet.of(true)] : [])],
    });
  }

  /** One edit, one step of undo: turning a knob. Turns of the same knob in quick succession are joined. */
  edit(change: { from: number; to: number; insert: string }, join: boolean): void {
    this.view.dispatch({
      changes: change,
      annotations: [Transaction.userEvent.of(join ? "input.type.knob" : "input.knob"), ...(join ? [] : [isolateHistory.of("before")])],
    });
  }

  setMarks(list: Mark[]): void { showMarks(this.view, list); }
  /** The present text is the one that runs now. */
  ran(): void { resetBaseline(this.view); }

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
