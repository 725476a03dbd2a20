/* What the page tells its script: where the engine is, and which programs it holds. */

import { machineOf, seedOf, type Machine, type View } from "../share/state";

export interface Config {
  wasm: string;
  wasmExec: string;
  worker: string;
  /** From this page to the playground and to the top of the site. */
  play: string;
  base: string;
  engine: string;
}

export interface Scenario {
  /** File name: "gather.py". */
  name: string;
  source: string;
  title: string;
  seed: number;
  machine: Partial<Machine>;
  view: View | null;
  /** Not one of the site's: a link to it has to carry the program. */
  own?: boolean;
}

/** All addresses absolute, so that a worker made from a blob finds them too. */
export function readConfig(): Config | null {
  const raw = json(document.getElementById("loopscope-config"));
  if (typeof raw !== "object" || raw === null) return null;
  const r = raw as Record<string, unknown>;
  const url = (k: string): string => (typeof r[k] === "string" ? new URL(r[k] as string, document.baseURI).href : "");
  if (!r["wasm"] || !r["worker"] || !r["wasmExec"]) return null;
  return { wasm: url("wasm"), wasmExec: url("wasmExec"), worker: url("worker"), play: url("play"), base: url("base") || url("root"), engine: typeof r["engine"] === "string" ? r["engine"] : "" };
}

export function json(node: Element | null): unknown {
  if (!node) return undefined;
  try {
    return JSON.parse(node.textContent ?? "");
  } catch {
    return undefined;
  }
}

export function scenarioOf(raw: unknown): Scenario | null {
  if (typeof raw !== "object" || raw === null) return null;
  const r = raw as Record<string, unknown>;
  const source = r["source"];
  if (typeof source !== "string") return null;
  const file = r["file"] ?? r["name"], name = typeof file === "string" ? file : "main.py", view = r["view"] as View | null | undefined;
  return {
    name: name.endsWith(".py") ? name : name + ".py",
    source: source.replaceAll("\r\n", "\n"),
    title: typeof r["title"] === "string" ? r["title"] : name,
    seed: seedOf(r["seed"]) ?? 1,
    machine: machineOf(r["machine"] ?? {}) ?? {},
    view: view && typeof view === "object" && typeof view.axis === "string" ? view : null,
  };
}

export const slug = (s: Scenario): string => s.name.replace(/\.py$/, "");
