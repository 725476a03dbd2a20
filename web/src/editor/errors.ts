/* What is wrong, where it is wrong: a wavy line under the text and the message behind it on the same line.
   An edit of that line takes the message away: it speaks of a text that is gone. */

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

export interface Complaint { from: number; to: number; message: string; kind: "error" | "note" }

const set = StateEffect.define<{ kind: Complaint["kind"]; list: Complaint[] }>();

class Message extends WidgetType {
  constructor(private text: string, private kind: string) { super(); }
  override eq(o: Message): boolean { return o.text === this.text && o.kind === this.kind; }
  override toDOM(): HTMLElement {
    const span = document.createElement("span");
    span.className = `cm-complaint ${this.kind}`;
    span.textContent = this.text;
    return span;
  }
  override ignoreEvent(): boolean { return false; }
}

const field = StateField.define<{ list: Complaint[]; deco: DecorationSet }>({
  create: () => ({ list: [], deco: Decoration.none }),
  update(value, tr) {
    let list = value.list;
    if (tr.docChanged) {
      list = list.filter((c) => {
        const line = tr.startState.doc.lineAt(Math.min(c.from, tr.startState.doc.length));
        let touched = false;
        tr.changes.iterChangedRanges((a, b) => { touched ||= a <= line.to && b >= line.from; });
        return !touched;
      }).map((c) => ({ ...c, from: tr.changes.mapPos(c.from), to: tr.changes.mapPos(c.to) }));
    }
    for (const e of tr.effects) if (e.is(set)) list = [...list.filter((c) => c.kind !== e.value.kind), ...e.value.list];
    if (list === value.list) return value;
    const doc = tr.state.doc, ranges = [], said = new Set<number>();
    for (const c of list) {
      const from = Math.min(c.from, doc.length), line = doc.lineAt(from);
      let to = Math.min(Math.max(c.to, from), doc.length);
      let start = from;
      if (to === start) { if (start < line.to) to = start + 1; else if (start > line.from) start--; }
      if (to > start) ranges.push(Decoration.mark({ class: `cm-wrong ${c.kind}`, attributes: { title: c.message } }).range(start, to));
      if (!said.has(line.from)) ranges.push(Decoration.widget({ widget: new Message(c.message, c.kind), side: 2 }).range(line.to));
      said.add(line.from);
    }
    return { list, deco: Decoration.set(ranges, true) };
  },
  provide: (f) => EditorView.decorations.from(f, (v) => v.deco),
});

export const complaints: Extension = field;

export const complain = (view: EditorView, kind: Complaint["kind"], list: Complaint[]): void =>
  view.dispatch({ effects: set.of({ kind, list }) });
