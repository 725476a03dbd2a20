/* Edits survive a reload: the program is kept under the page's address, in the tab's storage and, for pages that are
   not links, in the browser's. In a frame without storage everything works but this. */

import { goodFileName, MAX_FILES, type Machine } from "../share/state";
import type { SourceFile } from "./files";

/** `original` names the text the edits were made to, so that a newer scenario is noticed. */
export interface Draft { code: string; files?: SourceFile[]; seed: number; machine: Machine; original: string }

const PREFIX = "loopscope-draft:";
const KEEP = 20;

function store(kind: "sessionStorage" | "localStorage"): Storage | null {
  try {
    return window[kind];
  } catch {
    return null; // an opaque origin may not even look
  }
}

const read = (s: Storage | null, key: string): Draft | null => {
  try {
    const v = JSON.parse(s?.getItem(PREFIX + key) ?? "null") as Draft | null;
    if (v?.files && !(Array.isArray(v.files) && v.files.length < MAX_FILES && v.files.every((f) => f && typeof f.text === "string" && typeof f.name === "string" && goodFileName(f.name)))) return null;
    return v && typeof v.code === "string" && typeof v.seed === "number" && typeof v.machine === "object" && typeof v.original === "string" ? v : null;
  } catch {
    return null;
  }
};

/** `linked`: the page was opened by a link that says what it holds; then only this tab's own edits count. */
export function loadDraft(key: string, linked: boolean): Draft | null {
  return read(store("sessionStorage"), key) ?? (linked ? null : read(store("localStorage"), key));
}

export function saveDraft(key: string, draft: Draft | null, linked: boolean): void {
  for (const kind of linked ? (["sessionStorage"] as const) : (["sessionStorage", "localStorage"] as const)) {
    const s = store(kind);
    try {
      if (!draft) s?.removeItem(PREFIX + key);
      else {
        s?.removeItem(PREFIX + key); // the newest is the last one in
        s?.setItem(PREFIX + key, JSON.stringify(draft));
        prune(s);
      }
    } catch {
      // full: the other one may have room, and the page has the text
    }
  }
}

function prune(s: Storage | null): void {
  if (!s) return;
  const keys = Array.from({ length: s.length }, (_, i) => s.key(i)!).filter((k) => k.startsWith(PREFIX));
  for (const k of keys.slice(0, Math.max(0, keys.length - KEEP))) s.removeItem(k);
}

/** A name for a long address: drafts of different links must not meet. */
export function keyOf(text: string): string {
  let a = 0x811c9dc5, b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36) + text.length.toString(36);
}
