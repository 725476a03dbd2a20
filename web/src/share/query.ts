/* The link to an unmodified scenario: readable, and made to be edited by hand.
     ?scenario=gather&workers=8&seed=3
   Words that are not knobs: scenario, seed, cores, gil, switch (ms), instruction (ns), preempt, view, at, lane,
   digest, engine, embed, theme. A knob of one of these names is written with a dot before it (".seed=4"). */

import type { Value } from "../base/params";
import { empty, machineOf, seedOf, type Machine, type Shared } from "./state";

export interface Readable {
  shared: Shared;
  /** Knobs as typed: what they mean depends on the scenario's own annotations. */
  values: Record<string, string>;
  /** "name=value" of what could not be understood. */
  rejected: string[];
}

const WORDS = new Set(["scenario", "seed", "cores", "gil", "switch", "instruction", "preempt", "view", "at", "lane", "digest", "engine", "embed", "theme", "code", "run", "from", "to", "lang"]);

export function writeQuery(s: Shared): string {
  const q: string[] = [];
  const put = (k: string, v: Value) => q.push(`${enc(k)}=${enc(typeof v === "boolean" ? (v ? "True" : "False") : String(v))}`);
  put("scenario", s.scenario);
  for (const [k, v] of Object.entries(s.params)) put(WORDS.has(k) ? "." + k : k, v);
  if (s.seed !== null) put("seed", s.seed);
  const m = s.machine;
  if (m.cores !== undefined) put("cores", m.cores);
  if (m.gil !== undefined) put("gil", m.gil ? "on" : "off");
  if (m.switchIntervalNs !== undefined) put("switch", m.switchIntervalNs / 1e6);
  if (m.instructionNs !== undefined) put("instruction", m.instructionNs);
  if (m.preempt !== undefined) put("preempt", m.preempt);
  if (s.view) put("view", `${s.view.axis}:${trim(s.view.from)}:${trim(s.view.to)}`);
  if (s.playhead) put("at", `${s.playhead.event}:${trim(s.playhead.time)}`);
  if (s.select !== null) put("lane", s.select);
  if (s.engine && s.digest) put("engine", s.engine);
  if (s.digest) put("digest", s.digest);
  return "?" + q.join("&");
}

// Readable means readable: what is safe in a query stays as it is, "=" at the end and "_" at the end do not occur.
const enc = (s: string): string => encodeURIComponent(s).replaceAll("%3A", ":").replaceAll("%2C", ",").replace(/_$/, "%5F");
const trim = (n: number): string => String(Math.round(n * 1000) / 1000);

export function readQuery(search: string): Readable {
  const q = new URLSearchParams(search);
  const shared = empty(), values: Record<string, string> = Object.create(null), rejected: string[] = [];
  for (const [k, v] of [...q].slice(0, 100)) {
    if (v.length > 10_000 || k.length > 200) { rejected.push(k.slice(0, 40)); continue; }
    const no = () => rejected.push(`${k}=${v.slice(0, 40)}`);
    const machine = (part: unknown) => { const m = machineOf(part); if (m) Object.assign(shared.machine, m as Partial<Machine>); else no(); };
    switch (k) {
      case "scenario": if (/^[\w-]{1,80}$/.test(v)) shared.scenario = v; else no(); break;
      case "seed": { const n = seedOf(v); if (n === undefined) no(); else shared.seed = n; break; }
      case "cores": machine({ cores: Number(v) }); break;
      case "gil": machine({ gil: { on: true, off: false, True: true, False: false, "1": true, "0": false }[v] }); break;
      case "switch": machine({ switchIntervalNs: Math.round(Number(v) * 1e6) }); break;
      case "instruction": machine({ instructionNs: Number(v) }); break;
      case "preempt": machine({ preempt: v }); break;
      case "view": {
        const m = /^([a-z]{1,12}):(-?[\d.]+):(-?[\d.]+)$/.exec(v);
        if (m && Number(m[2]) <= Number(m[3])) shared.view = { axis: m[1]!, from: Number(m[2]), to: Number(m[3]) }; else no();
        break;
      }
      case "at": {
        const m = /^(\d{1,9})(?::([\d.]+))?$/.exec(v);
        if (m) shared.playhead = { event: Number(m[1]), time: Number(m[2] ?? "NaN") }; else no();
        break;
      }
      case "lane": if (/^\d{1,9}$/.test(v)) shared.select = Number(v); else no(); break;
      case "digest": if (/^[\da-f]{1,64}$/i.test(v)) shared.digest = v; else no(); break;
      case "engine": shared.engine = v.slice(0, 80); break;
      case "embed": case "theme": case "code": case "run": case "from": case "to": case "lang": break;
      default: values[k.startsWith(".") ? k.slice(1) : k] = v;
    }
  }
  return { shared, values, rejected };
}
