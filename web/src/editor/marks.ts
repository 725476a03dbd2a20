/* Who is where at the playhead: glyphs in the gutter, a tint on the line that runs, names at the line's end.
   The lines are those of the program that ran. Edits made since then move the marks along, so they stay on the
   text they belong to. Names are drawn in a layer over the code's right edge: they never move a character. */

import { ChangeSet, MapMode, RangeSet, StateEffect, StateField, type Extension, type Text } from "@codemirror/state";
import { Decoration, EditorView, gutter, gutterLineClass, GutterMarker, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { glyph, hueColor } from "./glyph";

export interface Mark {
  /** Line of the program that ran, from 1. */
  line: number;
  entity: number;
  name: string;
  hue: number;
  state: number;
}

interface Spot { pos: number; marks: Mark[] }
interface Marks { spots: Spot[]; ran: Text; since: ChangeSet }

const RUN = 3;
const setMarks = StateEffect.define<Mark[]>();
const setBaseline = StateEffect.define<null>();

const field = StateField.define<Marks>({
  create: (state) => ({ spots: [], ran: state.doc, since: ChangeSet.empty(state.doc.length) }),
  update(value, tr) {
    let { spots, ran, since } = value;
    if (tr.docChanged) {
      since = since.compose(tr.changes);
      spots = spots.flatMap((s) => {
        const pos = tr.changes.mapPos(s.pos, 1, MapMode.TrackDel);
        return pos === null ? [] : [{ ...s, pos: tr.state.doc.lineAt(pos).from }];
      });
    }
    for (const e of tr.effects) {
      if (e.is(setBaseline)) { ran = tr.state.doc; since = ChangeSet.empty(ran.length); spots = []; }
      else if (e.is(setMarks)) spots = place(e.value, ran, since, tr.state.doc);
    }
    return spots === value.spots && ran === value.ran && since === value.since ? value : { spots, ran, since };
  },
  provide: (f) => [EditorView.decorations.from(f, (v) => tint(v.spots)), gutterLineClass.from(f, (v) => tintGutter(v.spots))],
});

function place(marks: Mark[], ran: Text, since: ChangeSet, doc: Text): Spot[] {
  const byPos = new Map<number, Mark[]>();
  for (const m of marks) {
    if (m.line < 1 || m.line > ran.lines) continue;
    const pos = since.mapPos(ran.line(m.line).from, 1, MapMode.TrackDel);
    if (pos === null) continue;
    const at = doc.lineAt(pos).from, list = byPos.get(at);
    if (list) list.push(m); else byPos.set(at, [m]);
  }
  return [...byPos].map(([pos, list]) => ({ pos, marks: list.sort((a, b) => rank(a.state) - rank(b.state)) })).sort((a, b) => a.pos - b.pos);
}

const rank = (state: number): number => (state === RUN ? 0 : state);

function tint(spots: Spot[]): DecorationSet {
  return Decoration.set(spots.flatMap((s) => {
    const runs = s.marks.find((m) => m.state === RUN);
    return runs ? [Decoration.line({ class: "at", attributes: { style: `--e:${hueColor(runs.hue)}` } }).range(s.pos)] : [];
  }));
}

class Tint extends GutterMarker {
  override elementClass: string;
  constructor(hue: number) {
    super();
    this.elementClass = `at hue-${hue % 12}`;
  }
  override eq(other: Tint): boolean { return other.elementClass === this.elementClass; }
}

function tintGutter(spots: Spot[]): RangeSet<GutterMarker> {
  return RangeSet.of(spots.flatMap((s) => {
    const runs = s.marks.find((m) => m.state === RUN);
    return runs && runs.hue >= 0 ? [new Tint(runs.hue).range(s.pos)] : [];
  }));
}

class Glyphs extends GutterMarker {
  private key: string;
  constructor(private marks: Mark[]) {
    super();
    this.key = marks.map((m) => `${m.state}/${m.hue}`).join();
  }
  override eq(other: Glyphs): boolean { return other.key === this.key; }
  override toDOM(): Node {
    const box = document.createElement("span"), n = this.marks.length;
    box.className = "mk";
    for (const m of this.marks.slice(0, n > 3 ? 2 : 3)) box.append(glyph(m.state, hueColor(m.hue), n > 2 ? 10 : 12, 11));
    if (n > 3) {
      const more = document.createElement("small");
      more.textContent = `+${n - 2}`;
      box.append(more);
    }
    return box;
  }
}

const glyphs = gutter({
  class: "cm-glyphs",
  lineMarker(view, line) {
    const spot = view.state.field(field).spots.find((s) => s.pos === line.from);
    return spot ? new Glyphs(spot.marks) : null;
  },
  lineMarkerChange: (u) => u.startState.field(field).spots !== u.state.field(field).spots,
  initialSpacer: () => new Glyphs([]),
});

const names = ViewPlugin.fromClass(class {
  private layer = document.createElement("div");
  constructor(private view: EditorView) {
    this.layer.className = "cm-names";
    this.layer.setAttribute("aria-hidden", "true");
    view.scrollDOM.append(this.layer);
    this.measure();
  }
  update(u: ViewUpdate): void {
    if (u.geometryChanged || u.docChanged || u.startState.field(field).spots !== u.state.field(field).spots) this.measure();
  }
  private measure(): void {
    this.view.requestMeasure({
      key: this,
      read: (view) => {
        const width = view.scrollDOM.clientWidth, gutters = view.contentDOM.offsetLeft, char = view.defaultCharacterWidth;
        return view.state.field(field).spots.filter((s) => s.pos <= view.state.doc.length).map((s) => {
          const line = view.state.doc.lineAt(s.pos);
          let columns = 0;
          for (const c of line.text) columns += c === "\t" ? 4 - (columns % 4) : c.codePointAt(0)! > 0x2e80 ? 2 : 1;
          return { marks: s.marks, top: view.lineBlockAt(s.pos).top, room: width - gutters - columns * char - 24 };
        });
      },
      write: (spots) => {
        this.layer.replaceChildren(...spots.flatMap(({ marks, top, room }) => {
          const box = document.createElement("div");
          box.style.top = `${top + 2}px`; // the content's own padding
          let shown = 0;
          for (const m of marks) {
            const width = m.name.length * 6.6 + 9;
            if (room - width < (shown + 1 < marks.length ? 26 : 0)) break;
            room -= width;
            const name = document.createElement("span");
            name.textContent = m.name;
            name.style.color = hueColor(m.hue);
            box.append(name);
            shown++;
          }
          if (shown < marks.length && room > 24) box.append(`+${marks.length - shown}`);
          return box.childNodes.length ? [box] : [];
        }));
      },
    });
  }
  destroy(): void { this.layer.remove(); }
});

export const marks: Extension = [field, glyphs, names];

export const showMarks = (view: EditorView, list: Mark[]): void => view.dispatch({ effects: setMarks.of(list) });

/** From now on, line numbers of marks mean lines of the present text. */
export const resetBaseline = (): StateEffect<null> => setBaseline.of(null);

/** The line of the program that ran for a line of the present text; 0 for a line that was not there. */
export function ranLine(view: EditorView, line: number): number {
  const { ran, since } = view.state.field(field);
  if (since.empty) return line;
  const pos = since.invertedDesc.mapPos(view.state.doc.line(line).from, 1);
  const at = ran.lineAt(pos);
  return at.text === view.state.doc.line(line).text || at.from === pos ? at.number : 0;
}

/** The line of the present text for a line of the program that ran; 0 where it is gone. */
export function presentLine(view: EditorView, line: number): number {
  const { ran, since } = view.state.field(field);
  if (line < 1 || line > ran.lines) return 0;
  const pos = since.mapPos(ran.line(line).from, 1, MapMode.TrackDel);
  return pos === null ? 0 : view.state.doc.lineAt(pos).number;
}
