// The same data as a table, for screen readers and for tests that cannot look at a canvas.
// May import: base, recording.

import { formatDuration } from "../base/time";
import { reasonWords } from "../base/strings/timeline";
import type { Lang } from "../base/strings/lang";
import { Kind, type Recording } from "../recording";
import type { Words } from "./rows";
import { glyphState, type GlyphState } from "./glyph";
import { stateName } from "./states";

export interface AccessibleRow {
  readonly entity: number;
  readonly lane: string;
  /** The same in every language: "run", "wait", "lock" … */
  readonly state: GlyphState;
  readonly says: string;
  readonly event: number;
  readonly from: number;
  readonly to: number;
  readonly start: string;
  readonly end: string;
  readonly reason: string;
}

export interface AccessibleTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly AccessibleRow[];
  /** How many spans were left out. */
  readonly more: number;
}

const MOST_ROWS = 600;

export function describeRecording(rec: Recording, lanes: readonly number[], lang: Lang, words: Words): AccessibleTable {
  const rows: AccessibleRow[] = [];
  let total = 0;
  for (const entity of lanes) total += rec.spanCount(entity);
  let seen = 0;
  for (const entity of lanes) {
    if (rows.length >= MOST_ROWS) break;
    for (const span of rec.spansOf(entity)) {
      seen++;
      if (span.state === Kind.CREATE && span.to === span.from) continue;
      const ended = span.state >= Kind.DONE;
      rows.push({
        entity, lane: rec.label(entity), state: glyphState(span.state), says: stateName(span.state, rec.kindOf(entity), words), event: span.event,
        from: span.from, to: ended ? span.from : span.to,
        start: formatDuration(span.from), end: formatDuration(ended ? span.from : span.to),
        reason: span.state === Kind.CREATE || span.text === "" ? "" : reasonWords(span.text, lang),
      });
      if (rows.length >= MOST_ROWS) break;
    }
  }
  return {
    caption: words("spanList"),
    head: [words("lane"), words("state"), words("start"), words("end"), words("reason")],
    rows,
    more: Math.max(0, total - seen),
  };
}

export function renderTable(table: AccessibleTable, words: Words): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const element = document.createElement("table");
  element.className = "visually-hidden";
  const caption = element.createCaption();
  caption.textContent = table.caption;
  const head = element.createTHead().insertRow();
  for (const title of table.head) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of table.rows) {
    const tr = body.insertRow();
    tr.dataset["entity"] = String(row.entity);
    tr.dataset["state"] = row.state;
    tr.dataset["event"] = String(row.event);
    tr.dataset["from"] = String(row.from);
    tr.dataset["to"] = String(row.to);
    const lane = document.createElement("th");
    lane.scope = "row";
    lane.textContent = row.lane;
    tr.append(lane);
    for (const value of [row.says, row.start, row.end, row.reason]) tr.insertCell().textContent = value;
  }
  fragment.append(element);
  if (table.more > 0) {
    const note = document.createElement("p");
    note.className = "visually-hidden";
    note.textContent = words("more", { n: table.more });
    fragment.append(note);
  }
  return fragment;
}
