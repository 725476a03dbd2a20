/* What a link carries, and the check that everything read from one passes. A link is written by strangers:
   nothing in it is used before check() has seen its type and its size. */

import type { Value } from "../base/params";

export interface Machine {
  cores: number;
  gil: boolean;
  switchIntervalNs: number;
  instructionNs: number;
  preempt: "safe" | "every";
}

export const MACHINE: Machine = { cores: 4, gil: true, switchIntervalNs: 5_000_000, instructionNs: 30, preempt: "safe" };

export interface View { axis: string; from: number; to: number }

export interface Shared {
  /** The scenario it started from, "" for none. */
  scenario: string;
  title: string;
  /** The program; null in a readable link, where the scenario's own is meant. */
  code: string | null;
  /** The files beside the program: texts by name. */
  files: Record<string, string>;
  params: Record<string, Value>;
  seed: number | null;
  machine: Partial<Machine>;
  engine: string;
  view: View | null;
  playhead: { event: number; time: number } | null;
  /** The selected entity, by its number in the recording. */
  select: number | null;
  digest: string;
}

export const MAX_CODE = 200_000;
const MAX_NS = 1e15;

export class LinkError extends Error {
  constructor(public key: "broken" | "truncated" | "tooBig" | "version" | "content", public detail = "") {
    super(`${key} ${detail}`);
  }
}

export const empty = (): Shared =>
  ({ scenario: "", title: "", code: null, files: {}, params: {}, seed: null, machine: {}, engine: "", view: null, playhead: null, select: null, digest: "" });

/** Turns whatever a link held into a Shared, or throws the LinkError that says which part is wrong. */
export function check(raw: unknown): Shared {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new LinkError("content", "{}");
  const r = raw as Record<string, unknown>, s = empty();
  const has = (k: string) => Object.hasOwn(r, k) && r[k] !== null;
  const bad = (k: string): never => { throw new LinkError("content", k); };
  const text = (k: string, max: number): string => {
    if (!has(k)) return "";
    const v = r[k];
    return typeof v === "string" && v.length <= max ? v : bad(k);
  };
  s.scenario = text("scenario", 80);
  if (s.scenario && !/^[\w-]+$/.test(s.scenario)) bad("scenario");
  s.title = text("title", 200);
  s.engine = text("engine", 80);
  s.digest = text("digest", 80);
  if (s.digest && !/^[\da-f]+$/i.test(s.digest)) bad("digest");
  if (has("code")) s.code = text("code", MAX_CODE);
  if (s.code === null && !s.scenario) bad("code");
  if (has("files")) s.files = filesOf(r["files"]) ?? bad("files");
  if (has("seed")) s.seed = seedOf(r["seed"]) ?? bad("seed");
  if (has("params")) {
    const p = r["params"];
    if (typeof p !== "object" || Array.isArray(p)) bad("params");
    const entries = Object.entries(p as object);
    if (entries.length > 100) bad("params");
    s.params = Object.create(null) as Record<string, Value>;
    for (const [k, v] of entries) {
      if (k.length > 200 || !(typeof v === "boolean" || (typeof v === "number" && Number.isFinite(v)) || (typeof v === "string" && v.length <= 10_000))) bad("params");
      s.params[k] = v as Value;
    }
  }
  if (has("machine")) s.machine = machineOf(r["machine"]) ?? bad("machine");
  if (has("view")) {
    const v = r["view"] as Record<string, unknown>;
    if (typeof v !== "object" || typeof v["axis"] !== "string" || !/^[a-z]{1,12}$/.test(v["axis"]) || !finite(v["from"]) || !finite(v["to"]) || v["from"] > v["to"]) bad("view");
    s.view = { axis: v["axis"] as string, from: v["from"] as number, to: v["to"] as number };
  }
  if (has("playhead")) {
    const v = r["playhead"] as Record<string, unknown>;
    if (typeof v !== "object" || !whole(v["event"]) || !finite(v["time"])) bad("playhead");
    s.playhead = { event: v["event"] as number, time: v["time"] as number };
  }
  if (has("select")) s.select = whole(r["select"]) ? (r["select"] as number) : bad("select");
  return s;
}

const finite = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v) && Math.abs(v) <= MAX_NS;
const whole = (v: unknown): v is number => typeof v === "number" && Number.isSafeInteger(v) && v >= 0 && v < 2 ** 32;

/** A path inside the program's folder, never out of it, and not that of the program itself. */
export const goodFileName = (name: string): boolean => name.length <= 80 && /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name) && name !== "main.py";

export const MAX_FILES = 20;

function filesOf(v: unknown): Record<string, string> | undefined {
  if (typeof v !== "object" || v === null || Array.isArray(v)) return undefined;
  const entries = Object.entries(v), out = Object.create(null) as Record<string, string>;
  let size = 0;
  for (const [name, text] of entries) {
    if (!goodFileName(name) || typeof text !== "string" || (size += text.length) > MAX_CODE) return undefined;
    out[name] = text;
  }
  return entries.length < MAX_FILES ? out : undefined;
}

export function seedOf(v: unknown): number | undefined {
  const n = typeof v === "string" && /^\d{1,10}$/.test(v) ? Number(v) : v;
  return whole(n) ? n : undefined;
}

/** The machine's knobs out of something unknown; undefined when one of them is impossible. Unknown ones are dropped. */
export function machineOf(v: unknown): Partial<Machine> | undefined {
  if (typeof v !== "object" || v === null || Array.isArray(v)) return undefined;
  const r = v as Record<string, unknown>, m: Partial<Machine> = {};
  const range = (k: "cores" | "switchIntervalNs" | "instructionNs", lo: number, hi: number): boolean => {
    if (!Object.hasOwn(r, k)) return true;
    const n = r[k];
    if (typeof n !== "number" || !Number.isInteger(n) || n < lo || n > hi) return false;
    m[k] = n;
    return true;
  };
  if (!range("cores", 1, 64) || !range("switchIntervalNs", 1000, 1e10) || !range("instructionNs", 1, 1e6)) return undefined;
  if (Object.hasOwn(r, "gil")) {
    if (typeof r["gil"] !== "boolean") return undefined;
    m.gil = r["gil"];
  }
  if (Object.hasOwn(r, "preempt")) {
    if (r["preempt"] !== "safe" && r["preempt"] !== "every") return undefined;
    m.preempt = r["preempt"];
  }
  return m;
}

/** Only what differs from the default machine: links stay short, and defaults may be stated once. */
export function machineDiff(m: Machine, base: Machine = MACHINE): Partial<Machine> {
  const out: Record<string, unknown> = {};
  for (const k of Object.keys(MACHINE) as (keyof Machine)[]) if (m[k] !== base[k]) out[k] = m[k];
  return out as Partial<Machine>;
}
