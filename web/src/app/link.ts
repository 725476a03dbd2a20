/* Links, from the stage's side: what is on it becomes an address, and an address becomes what is on it. How a link is
   written lies in share/; this file says what goes into one and what is done with one that was opened. */

import type { AxisName } from "../base/scale";
import { applyParams, knobsOnly } from "../base/params";
import type { Recording } from "../recording";
import { decode, encode, isShare } from "../share/codec";
import { readQuery, writeQuery } from "../share/query";
import { LinkError, MACHINE, machineDiff, type Shared, type View } from "../share/state";
import { slug, type Config, type Scenario } from "./config";
import type { Notice } from "./notices";
import { sameMachine, type Setting, type Stage } from "./stage";
import { linkText, strings, type Lang } from "./strings";

/** The address that reproduces what is on the stage. */
export function linkOf(stage: Stage, config: Config): string {
  const s = sharedOf(stage, config.engine), page = new URL(config.play || location.href, location.href);
  page.search = "";
  page.hash = "";
  return page.href + (s.code === null ? writeQuery(s) : "#" + encode(s));
}

/** The state of everything on the stage, as a link carries it. */
function sharedOf(stage: Stage, engine: string): Shared {
  const { scenario, last } = stage;
  const ran = last && stage.isOf(last.request) && last.request.seed === stage.seed && sameMachine(last.machine, stage.machine) ? last : null;
  // A scenario whose knobs were turned is named; anything else is carried whole.
  const { files } = stage;
  const params = scenario.own || files.length > 0 ? null : knobsOnly(scenario.source, stage.source), rec = ran?.recording ?? null;
  return {
    scenario: scenario.own ? "" : slug(scenario), title: scenario.title, code: params ? null : stage.source, files: Object.fromEntries(files.map((f) => [f.name, f.text])),
    params: params ?? Object.fromEntries(stage.params.map((p) => [p.name, p.value])),
    seed: params && stage.seed === scenario.seed ? null : stage.seed,
    machine: params ? machineDiff(stage.machine, { ...MACHINE, ...scenario.machine }) : { ...stage.machine },
    engine: stage.options.client.version || engine,
    view: rec ? viewOf(stage, rec) : null,
    playhead: rec && stage.playhead.event < rec.nEvents - 1 ? { event: stage.playhead.event, time: Math.round(stage.playhead.time) } : null,
    select: rec && stage.selected ? stage.selected : null,
    digest: ran && !ran.stopped ? ran.digest : "",
  };
}

/** The view, where it is not the whole run on the axis that the run is shown on anyway. */
function viewOf(stage: Stage, rec: Recording): View | null {
  const v = stage.timeline.getView();
  const whole = v.axis === rec.defaultAxis && v.from <= 0 && v.to >= rec.axis(v.axis).length;
  return whole ? null : { axis: v.axis, from: Math.round(v.from * 1000) / 1000, to: Math.round(v.to * 1000) / 1000 };
}

const isAxis = (name: string): name is AxisName => name === "time" || name === "events" || name === "folded";

/** Puts back the view, playhead and selection of a link, where this recording has them. */
function restore(stage: Stage, s: Shared): void {
  const rec = stage.recording;
  if (!rec) return;
  if (s.select !== null && s.select > 0 && s.select < rec.nEntities) stage.selectEntity(s.select, false);
  if (s.view && isAxis(s.view.axis)) stage.timeline.setView({ ...s.view, axis: s.view.axis });
  if (s.playhead && s.playhead.event < rec.nEvents) {
    stage.moveTo({ event: s.playhead.event, time: Number.isFinite(s.playhead.time) ? s.playhead.time : rec.timeOf(s.playhead.event) });
  }
}

/** The address bar follows without a new entry in the history. Frames without an origin may not: no harm.
    Another page's address stays out: this page's own links are relative, and would lead astray from there. */
export function replaceAddress(link: string): void {
  if (new URL(link, location.href).pathname !== location.pathname) return;
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
  return { source: opened.source ?? scenario.source, files: Object.entries(s.files).map(([name, text]) => ({ name, text })), seed: s.seed ?? scenario.seed, machine: { ...MACHINE, ...scenario.machine, ...s.machine } };
}

/** Runs what a link brought, restores its view, and says whether the run is the sender's, to the byte. */
export async function playLink(stage: Stage, opened: Opened): Promise<void> {
  const s = opened.shared!, t = stage.t, edited = !stage.asItCame; // edits of before were brought back: then it is not the sender's run
  const running = stage.run();
  if (s.digest && !edited) stage.notice("link", { tone: "plain", title: t.linkOpening(s.title) });
  const result = await running;
  restore(stage, s);
  stage.notice("link", null);
  if (!s.digest || edited || result.stopped || !result.digest) return;
  const mine = stage.options.client.version, other = s.engine !== "" && s.engine !== mine, same = result.digest === s.digest;
  stage.notice("link", same
    ? { tone: "good", title: other ? t.linkSameEngine(s.digest, s.engine, mine) : t.linkSame(s.digest) }
    : { tone: "bad", title: other ? t.linkDiffersEngine(s.engine, mine) : t.linkDiffers, detail: t.linkDigests(s.digest, result.digest) });
}
