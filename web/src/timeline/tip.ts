// What the tip over a span says, line by line.
// May import: base, recording, rows' words.

import { formatDuration, formatInstant } from "../base/time";
import type { Lang } from "../base/strings/lang";
import { reasonWords } from "../base/strings/timeline";
import { Kind, lineOf, wokenBy, workAt, type Recording, type Span } from "../recording";
import type { Words } from "./rows";

export function tipLines(rec: Recording, entity: number, span: Span, event: number, words: Words, lang: Lang): string[] {
  const lines: string[] = [];
  if (span.text && span.state !== Kind.LOCKWAIT) lines.push(reasonWords(span.text, lang));
  const loc = rec.locAt(entity, span.state === Kind.RUN ? event : span.event);
  if (loc) lines.push(words("line", { n: lineOf(loc) }));
  lines.push(...workLines(rec, entity, event, words));
  const fine = Math.max(1, (span.to - span.from) / 100);
  lines.push(words("until", { from: formatInstant(span.from, fine), to: formatInstant(span.to, fine) }));
  if (span.state === Kind.RUN) {
    const by = wokenBy(rec, entity, span.event);
    if (by?.cause && rec.hasLane(by.who)) lines.push(words("controlFrom", { name: rec.label(by.who), cause: by.cause }));
  }
  if (span.state === Kind.WAIT || span.state === Kind.LOCKWAIT) {
    const waker = wokenBy(rec, entity, span.toEvent);
    if (waker?.cause === "timer") lines.push(words("wokenByTimer"));
    else if (waker && rec.hasLane(waker.who)) lines.push(words("wokenBy", { name: rec.label(waker.who) }));
  }
  return lines;
}

/** The pieces of work it is in, outermost first; for a future, where it came from and how long it waited. */
function workLines(rec: Recording, entity: number, event: number, words: Words): string[] {
  const tracks = rec.works(entity);
  const inner = workAt(tracks, event);
  if (!inner) return [];
  const chain: string[] = [];
  let future = -1;
  let picked = 0;
  for (let depth = 0; depth <= inner.depth; depth++) {
    const at = workAt(tracks.slice(0, depth + 1), event);
    if (!at || at.depth !== depth) continue;
    chain.push(rec.text(at.track.name[at.index]!));
    if (at.track.future[at.index]) {
      future = at.track.future[at.index]!;
      picked = at.track.start[at.index]!;
    }
  }
  const lines = [chain.join(" › ")];
  if (future > 0) {
    const h = rec.handoffs;
    const i = h.through.findIndex((through, k) => through === future && h.taken[k] === picked);
    if (i >= 0) {
      const wait = rec.timeOf(h.taken[i]!) - rec.timeOf(h.given[i]!);
      lines.push(words("submittedBy", { name: rec.label(h.from[i]!), time: formatInstant(rec.timeOf(h.given[i]!), 1000), wait: formatDuration(wait) }));
    }
  }
  return lines;
}
