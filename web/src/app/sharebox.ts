/* The button that copies a link, and the page that a link opens. */

import { applyParams } from "./params";
import { decode, encode, isShare, LONG_LINK } from "../share/codec";
import { readQuery, writeQuery } from "../share/query";
import { LinkError, MACHINE, MAX_CODE, type Shared } from "../share/state";
import type { Config, Scenario } from "./config";
import { count, el, icon } from "./dom";
import type { Notice } from "./notices";
import type { Setting, Stage } from "./stage";
import { linkText, strings, type Lang } from "./strings";

/** The address that reproduces what is on the stage. */
export function linkOf(stage: Stage, config: Config): string {
  const s = stage.share(config.engine), page = new URL(config.play || location.href, location.href);
  page.search = "";
  page.hash = "";
  return page.href + (s.code === null ? writeQuery(s) : "#" + encode(s));
}

/** Copies the link and says what it holds; where the clipboard is closed, the link lies there to be copied. */
export async function shareStage(stage: Stage, anchor: HTMLElement, config: Config, here: boolean): Promise<void> {
  const t = stage.t;
  if (stage.source.length > MAX_CODE) {
    stage.notice("share", { tone: "bad", title: t.linkTooBig(count(stage.source.length)) });
    return;
  }
  const link = linkOf(stage, config);
  let copied = false;
  try {
    await navigator.clipboard.writeText(link);
    copied = true;
  } catch {
    // no permission, or a frame without it: the field below is the way
  }
  if (here) replaceAddress(link);
  document.querySelector(".sharebox")?.remove();
  const field = el("input", { type: "text", readonly: true, value: link, "aria-label": t.share });
  field.value = link;
  const notes = [link.includes("#") ? t.linkWhole : t.linkUnedited];
  if (!stage.last?.digest) notes.push(t.linkNoRun);
  if (link.length > LONG_LINK) notes.push(t.linkLong(count(link.length)));
  const close = (): void => { box.remove(); document.removeEventListener("pointerdown", outside); anchor.focus(); };
  const box = el("div", { class: "menu sharebox", role: "dialog", "aria-label": t.share },
    el("b", {}, copied ? t.linkCopied : t.linkReady), field, ...notes.map((n, i) => el("p", { class: i === notes.length - 1 && link.length > LONG_LINK ? "warn" : "" }, n)),
    el("button", { type: "button", class: "btn ico bare x", "aria-label": t.close, title: t.close, click: () => close() }, icon("close")));
  const outside = (e: Event): void => { if (!box.contains(e.target as Node)) close(); };
  box.addEventListener("keydown", (e) => { if (e.key === "Escape") { e.stopPropagation(); close(); } });
  document.body.append(box);
  const r = anchor.getBoundingClientRect();
  box.style.top = `${Math.min(r.bottom + 6, innerHeight - box.offsetHeight - 8)}px`;
  box.style.right = `${Math.max(8, innerWidth - r.right)}px`;
  setTimeout(() => document.addEventListener("pointerdown", outside));
  field.focus();
  field.select();
}

/** The address bar follows without a new entry in the history. Frames without an origin may not: no harm. */
export function replaceAddress(link: string): void {
  try {
    history.replaceState(null, "", link);
  } catch {
    // stays as it is
  }
}

export interface Opened {
  scenario: Scenario | null;
  /** What the link asks for; null: nothing. */
  shared: Shared | null;
  /** The program to put in place of the scenario's own. */
  source: string | null;
  notices: Notice[];
  /** A name for the edits made on top of this link. */
  key: string;
}

/** Reads the page's address. `find` looks a scenario up by its name. Never throws: what is wrong becomes a notice. */
export async function openAddress(search: string, hash: string, lang: Lang, page: Scenario | null, find: (name: string) => Promise<Scenario | null>): Promise<Opened> {
  const t = strings(lang), out: Opened = { scenario: page, shared: null, source: null, notices: [], key: "" };
  const bad = (text: string): void => { out.notices.push({ tone: "bad", title: t.linkBad, text, hint: t.linkBadNow }); };
  const fragment = hash.replace(/^#/, "");
  if (isShare(fragment)) {
    try {
      const s = decode(fragment), known = s.scenario ? await find(s.scenario) : null;
      const own: Scenario = { name: (s.scenario || "main") + ".py", source: s.code ?? "", title: s.title || t.ownProgram, seed: s.seed ?? 1, machine: s.machine, view: null, own: true };
      out.scenario = s.code === null ? known : (known ?? own);
      if (!out.scenario) { bad(t.linkUnknown(s.scenario)); out.scenario = page; return out; }
      out.shared = s;
      out.source = s.code;
      out.key = fragment;
    } catch (e) {
      if (!(e instanceof LinkError)) throw e;
      bad(linkText(lang, e));
    }
    return out;
  }
  const q = readQuery(search);
  if (q.shared.scenario) {
    const known = await find(q.shared.scenario);
    if (!known) { bad(t.linkUnknown(q.shared.scenario)); return out; }
    out.scenario = known;
  }
  if (out.scenario) {
    const made = applyParams(out.scenario.source, { ...q.values });
    if (made.source !== out.scenario.source) out.source = made.source;
    // What names no knob may be somebody else's: only a link that names a scenario means all of its words.
    const skipped = q.shared.scenario ? made.rejected.filter((n) => !/^(utm_|fbclid|ref$)/.test(n)) : [];
    if (skipped.length) q.rejected.push(...skipped.map((n) => `${n}=${q.values[n]}`));
    const says = out.source !== null || q.shared.seed !== null || Object.keys(q.shared.machine).length > 0 || q.shared.digest !== "" || q.shared.view !== null || q.shared.playhead !== null;
    if (says) {
      out.shared = q.shared;
      out.key = search;
    }
  }
  if (q.rejected.length) out.notices.push({ tone: "plain", title: t.linkRejected(q.rejected.slice(0, 5).map((r) => r.slice(0, 60)).join(", ")) });
  return out;
}

/** What a link says to put in place of the scenario's own. */
export function settingOf(opened: Opened): Setting | null {
  const s = opened.shared, scenario = opened.scenario;
  if (!s || !scenario) return null;
  return { source: opened.source ?? scenario.source, seed: s.seed ?? scenario.seed, machine: { ...MACHINE, ...scenario.machine, ...s.machine } };
}

/** Runs what a link brought, restores its view, and says whether the run is the sender's, to the byte. */
export async function playLink(stage: Stage, opened: Opened): Promise<void> {
  const s = opened.shared!, t = stage.t, edited = !stage.asItCame; // edits of before were brought back: then it is not the sender's run
  if (s.digest && !edited) stage.notice("link", { tone: "plain", title: t.linkOpening(s.title) });
  const result = await stage.run();
  stage.restore(s);
  stage.notice("link", null);
  if (!s.digest || edited || result.stopped || !result.digest) return;
  const mine = stage.options.client.version, other = s.engine !== "" && s.engine !== mine, same = result.digest === s.digest;
  stage.notice("link", same
    ? { tone: "good", title: other ? t.linkSameEngine(s.digest, s.engine, mine) : t.linkSame(s.digest) }
    : { tone: "bad", title: other ? t.linkDiffersEngine(s.engine, mine) : t.linkDiffers, detail: `${s.digest}\n${result.digest}` });
}
