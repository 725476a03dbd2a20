// What a state is called at a moment: "running 20 ms", "for GIL 3.1 ms", "done".
// May import: base, recording.

import { formatDuration } from "../base/time";
import { Entity, Kind, type Recording, type Span } from "../recording";
import type { Words } from "./rows";

/** `kind` is the entity's: what is cancelling for a task is closing for a generator. */
export function stateName(state: number, kind: number, words: Words): string {
  switch (state) {
    case Kind.READY: return words("ready");
    case Kind.RUN: return words("running");
    case Kind.WAIT:
    case Kind.LOCKWAIT: return words("waiting");
    case Kind.DONE: return words("done");
    case Kind.FAIL: return words("failed");
    case Kind.CANCELLED: return words(kind === Entity.GENERATOR || kind === Entity.ASYNCGEN ? "closed" : "cancelled");
    default: return words("notStarted");
  }
}

/** What a lock is called; the GIL by its usual name. */
export function lockName(rec: Recording, span: Span, words: Words): string {
  if (rec.kindOf(span.obj) === Entity.GIL || span.text === "GIL") return "GIL";
  return rec.name(span.obj) || span.text || words("aLock");
}

/** The state with how long it has lasted, at a time; the first of the texts is the longest. */
export function stateTexts(rec: Recording, span: Span | null, time: number, words: Words): string[] {
  if (!span) return [words("notStarted")];
  const plain = stateName(span.state, rec.kindOf(span.entity), words);
  if (span.state === Kind.CREATE || span.state >= Kind.DONE) return [plain];
  const length = time - span.from;
  const with_ = (state: string): string => (length >= 1 ? words("stateFor", { state, time: formatDuration(length) }) : state);
  if (span.state === Kind.LOCKWAIT) return [with_(words("forLock", { what: lockName(rec, span, words) })), with_(plain), plain];
  return [with_(plain), plain];
}
