/* What a page's script does once it is there: finds the stages of the page and brings them to life, reads the
   address, and keeps one engine for all of them. Loaded on demand: pages without a program do without it. */

import { Client, compileEngine, spawnWorker } from "../worker/client";
import { json, readConfig, scenarioOf, slug, type Config, type Scenario } from "./config";
import { el } from "./dom";
import { startKeyboard } from "./keyboard";
import { lessonScenarios, startLesson } from "./lesson";
import { openAddress, playLink, replaceAddress, settingOf } from "./link";
import { shareStage } from "./sharebox";
import { mountStage, type Stage } from "./stage";
import { keyOf } from "./drafts";
import { pageLang, strings } from "./strings";

/** The page's engines, for all its stages: one runs programs, one at a time; the other repeats them up to an event, so
    that looking into a run never makes the next one wait. Both are started from one compiled module. */
function engines(config: Config): { runner: Client; looker: Client } {
  let module: Promise<WebAssembly.Module> | null = null, attempts = 0;
  const compile = (): Promise<WebAssembly.Module> => (module ??= compileEngine(config.wasm, attempts++ > 0).catch((e: unknown) => {
    module = null; // the next attempt fetches again
    throw e;
  }));
  const make = (): Client => new Client({ wasmExec: config.wasmExec, compile, spawn: () => spawnWorker(config.worker) });
  return { runner: make(), looker: make() };
}

export async function start(): Promise<Stage | null> {
  const lang = pageLang(), t = strings(lang), config = readConfig();
  const host = document.querySelector<HTMLElement>("main.play .stage, main.lesson .beside .stage, main.home .stage");
  if (!host || !config) return null;
  // First of all the engine: it arrives and compiles while the stage is built.
  const { runner, looker } = engines(config);
  runner.load().catch(() => undefined); // the run that needs it will say what failed
  const page = scenarioOf(json(host.querySelector("script.scenario")));
  const list = scenarioList(), play = host.closest("main.play") !== null;
  const find = async (name: string): Promise<Scenario | null> => (page && slug(page) === name ? page : (list.find((s) => slug(s) === name) ?? fetchScenario(config, name, lang)));
  const options = new URLSearchParams(location.search), embed = options.get("embed") === "1";
  if (embed) document.documentElement.classList.add("embed");
  const opened = play ? await openAddress(location.search, location.hash, lang, page ?? list[0] ?? null, find) : { scenario: page, shared: null, source: null, notices: [], key: "" };
  if (!opened.scenario) {
    host.append(el("p", { class: "none" }, t.noScenarios));
    return null;
  }
  const lesson = host.closest<HTMLElement>("main.lesson"), programs = lesson ? lessonScenarios(lesson) : null;
  const initial = settingOf(opened);
  const stage = mountStage(host, opened.scenario, {
    kind: play ? "play" : "lesson", lang, client: runner, looker, readOnly: embed, linked: opened.key !== "",
    article: !lesson ? null : document.querySelector<HTMLElement>("main.lesson article.text"),
    ...(initial ? { initial } : {}),
    ...(embed ? {} : { draftKey: `${location.pathname}${opened.key ? "?" + keyOf(opened.key) : ""}` }),
    onShare: (s, anchor) => void shareStage(s, anchor, config, play),
  });
  for (const [i, n] of opened.notices.entries()) stage.notice(`address-${i}`, n);
  if (play && list.length > 1) picker(stage, list);
  if (lesson && programs) startLesson(lesson, stage, programs);
  startKeyboard(() => stage);
  if (opened.shared) void playLink(stage, opened);
  else whenSeen(host, () => void stage.run().then((r) => { if (r.ok && !host.closest("[data-cover]")) stage.showMiddle(); }));
  addEventListener("hashchange", () => { if (/^#v\d+\./.test(location.hash)) location.reload(); });
  return stage;
}

/** Runs f when the element comes into view: a stage below the fold costs nothing until then. */
function whenSeen(node: HTMLElement, f: () => void): void {
  if (!("IntersectionObserver" in window) || node.getBoundingClientRect().height === 0) {
    f();
    return;
  }
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((e) => e.isIntersecting)) return;
    seen.disconnect();
    f();
  });
  seen.observe(node);
}

function scenarioList(): Scenario[] {
  const raw = json(document.getElementById("scenarios"));
  return Array.isArray(raw) ? raw.map(scenarioOf).filter((s): s is Scenario => s !== null) : [];
}

/** A scenario that this page does not hold is on a page of its own. */
async function fetchScenario(config: Config, name: string, lang: string): Promise<Scenario | null> {
  if (!config.base || !/^[\w-]+$/.test(name)) return null;
  for (const prefix of lang === "en" ? [""] : [`${lang}/`, ""]) {
    try {
      const r = await fetch(`${config.base}${prefix}scenarios/${name}/`);
      if (!r.ok) continue;
      const doc = new DOMParser().parseFromString(await r.text(), "text/html");
      const s = scenarioOf(json(doc.querySelector("script.scenario")));
      if (s) return s;
    } catch {
      // not there, or no network
    }
  }
  return null;
}

function picker(stage: Stage, list: Scenario[]): void {
  const t = stage.t, host = stage.bones.tool?.querySelector(".pick");
  if (!host) return;
  const own = !stage.scenario.own && list.some((s) => slug(s) === slug(stage.scenario)) ? [] : [stage.scenario];
  const blank: Scenario = { name: "main.py", source: "", title: t.ownProgram, seed: 1, machine: {}, view: null, own: true };
  const all = [...own, ...list, ...(stage.scenario.own ? [] : [blank])];
  const select = el("select", { "aria-label": t.scenario, title: t.scenario }, ...all.map((s, i) => el("option", { value: i }, s.title)));
  select.value = String(all.findIndex((s) => slug(s) === slug(stage.scenario) && s.own === stage.scenario.own));
  select.addEventListener("change", () => {
    const s = all[Number(select.value)];
    if (!s) return;
    stage.options.linked = false;
    stage.options.draftKey = location.pathname;
    stage.load(s);
    replaceAddress(s.own ? location.pathname : `${location.pathname}?scenario=${encodeURIComponent(slug(s))}`);
    if (stage.source.trim() === "") stage.editor.view.focus();
    else void stage.run().then((r) => { if (r.ok) stage.showMiddle(); });
  });
  host.append(select);
}
