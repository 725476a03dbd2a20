/* Clear words where something is not as expected: one block with what happened, where, and what to do next. */

import type { LoadStage } from "../worker/client";
import { el, icon } from "./dom";
import type { Strings } from "./strings";

export interface Notice {
  tone: "bad" | "good" | "plain";
  title: string;
  text?: string;
  /** Shown as it is, in the code's font: a message of the engine. */
  detail?: string;
  hint?: string;
  actions?: { label: string; run(): void }[];
  /** Stays until closed by its cross. */
  closable?: boolean;
}

export function noticeBlock(n: Notice, t: Strings, onClose: () => void): HTMLElement {
  const words = el("div", { class: "words" }, el("b", {}, n.title));
  const box = el("div", { class: `notice ${n.tone}`, role: n.tone === "bad" ? "alert" : "status" }, words);
  if (n.text) words.append(el("p", {}, n.text));
  if (n.detail) words.append(el("pre", {}, n.detail));
  if (n.hint) words.append(el("p", { class: "hint" }, n.hint));
  if (n.actions?.length) box.append(el("div", { class: "row" }, ...n.actions.map((a) => el("button", { type: "button", class: "btn", click: () => a.run() }, a.label))));
  if (n.closable !== false) box.append(el("button", { type: "button", class: "btn ico bare x", title: t.close, "aria-label": t.close, click: onClose }, icon("close")));
  return box;
}

/** The words for an engine's error, by its kind. */
export function errorNotice(e: { kind: string; message: string; line?: number }, t: Strings, goTo: (line: number) => void): Notice {
  const words: Record<string, [string, string]> = {
    syntax: [t.errSyntax, t.hintSyntax], limit: [t.errLimit, t.hintLimit], deadlock: [t.errDeadlock, t.hintDeadlock],
    unsupported: [t.errUnsupported, t.hintUnsupported], internal: [t.errInternal, t.hintInternal], request: [t.errRequest, ""],
  };
  const [title, hint] = words[/^(Syntax|Indentation|Tab)Error$/.test(e.kind) ? "syntax" : e.kind] ?? [t.errOther, ""];
  const notice: Notice = { tone: "bad", title: e.line ? `${title} (${t.line(e.line)})` : title, detail: /Error$/.test(e.kind) ? `${e.kind}: ${e.message}` : e.message };
  if (hint) notice.hint = hint;
  if (e.line) notice.actions = [{ label: t.goToLine(e.line), run: () => goTo(e.line!) }];
  return notice;
}

export function loadNotice(stage: LoadStage, message: string, t: Strings, again: () => void): Notice {
  const words: Record<LoadStage, string> = { fetch: t.loadFetch, compile: t.loadCompile, script: t.loadScript, worker: t.loadWorker, start: t.loadStart, crash: t.loadCrash };
  const memory = /out of memory|memory access|allocation failed|could not allocate/i.test(message);
  return {
    tone: "bad", title: t.loadTitle, text: memory ? t.memory : words[stage], detail: message,
    actions: [{ label: t.loadAgain, run: again }, { label: t.reload, run: () => location.reload() }],
  };
}
