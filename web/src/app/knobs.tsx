/* The row of knobs: one for each parameter of the program, the seed with its dice, and the machine in a menu.
   A knob shows what the literal in the code says and asks for an edit of it; it holds no value of its own. */

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Machine } from "../share/state";
import { MACHINE } from "../share/state";
import { num, type Param, type Value } from "../base/params";
import type { Strings } from "./strings";

export interface KnobsProps {
  t: Strings;
  params: Param[];
  /** What the program says between its knobs (#@markdown). */
  notes: { line: number; text: string }[];
  seed: number;
  machine: Machine;
  disabled: boolean;
  /** `join`: one of many turns in one movement, to be undone together. */
  onTurn(p: Param, value: Value, join: boolean): void;
  onSeed(seed: number): void;
  onMachine(part: Partial<Machine>): void;
}

export const renderKnobs = (host: HTMLElement, props: KnobsProps): void => render(<Knobs {...props} />, host);

function Knobs(props: KnobsProps) {
  return (
    <>
      {[...props.params, ...props.notes].sort((a, b) => a.line - b.line).map((x) =>
        "name" in x ? <Knob key={x.name} p={x} {...props} /> : <p class="knob-note" key={`note-${x.line}`}>{plain(x.text)}</p>)}
      <Seed {...props} />
      <MachineMenu {...props} />
    </>
  );
}

/** Markdown without its marks: a note is one line beside a knob. */
const plain = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/^#+\s*/, "").replace(/(\*\*|__|[*`])/g, "");

function Knob({ p, t, disabled, onTurn }: KnobsProps & { p: Param }) {
  const id = `knob-${p.name}`;
  const turn = (value: Value, join = false): void => onTurn(p, value, join);
  switch (p.kind) {
    case "slider": {
      const v = p.value as number, part = Math.min(Math.max((v - p.min) / (p.max - p.min), 0), 1) * 100;
      return (
        <div class="knob" data-knob={p.name}>
          <label for={id}>{p.name}</label>
          <input id={id} type="range" min={p.min} max={p.max} step={p.step} value={v} disabled={disabled} style={`--p:${part}%`} onInput={(e) => turn(e.currentTarget.valueAsNumber, true)} />
          <output for={id}>{p.literal}</output>
        </div>
      );
    }
    case "number":
    case "integer":
      return <Stepper id={id} p={p} t={t} disabled={disabled} turn={turn} />;
    case "boolean":
      return (
        <div class="knob" data-knob={p.name}>
          <label for={id}>{p.name}</label>
          <input id={id} type="checkbox" checked={p.value === true} disabled={disabled} onChange={(e) => turn(e.currentTarget.checked)} />
        </div>
      );
    case "choice":
      if (!p.allowInput) {
        const at = p.options.findIndex((o) => o.value === p.value);
        return (
          <div class="knob" data-knob={p.name}>
            <label for={id}>{p.name}</label>
            <select id={id} disabled={disabled} value={String(at)} onChange={(e) => { const o = p.options[Number(e.currentTarget.value)]; if (o) turn(o.value); }}>
              {at < 0 && <option value="-1">{String(p.value)}</option>}
              {p.options.map((o, i) => <option value={String(i)} key={i}>{o.label}</option>)}
            </select>
          </div>
        );
      }
      return (
        <div class="knob" data-knob={p.name}>
          <label for={id}>{p.name}</label>
          <input id={id} class="field" type="text" list={id + "-list"} value={String(p.value)} placeholder={p.placeholder || t.choose} disabled={disabled} onChange={(e) => turn(e.currentTarget.value)} />
          <datalist id={id + "-list"}>{p.options.map((o, i) => <option value={o.label} key={i} />)}</datalist>
        </div>
      );
    default:
      return (
        <div class="knob" data-knob={p.name}>
          <label for={id}>{p.name}</label>
          <input id={id} class={"field" + (p.kind === "raw" ? " mono" : "")} {...(p.kind === "date" ? { type: "date" as const } : { type: "text" as const })} value={String(p.value)} placeholder={p.placeholder} disabled={disabled} spellcheck={false} onChange={(e) => turn(e.currentTarget.value)} />
        </div>
      );
  }
}

function Stepper({ id, p, t, disabled, turn }: { id: string; p: Param; t: Strings; disabled: boolean; turn(v: Value, join?: boolean): void }) {
  const v = p.value as number, own = p.step > 1e-8;
  // Without a step of its own a number moves by one in its last digit: 0.3 by 0.1, 0.25 by 0.01, 8 by 1.
  const places = Math.max(0, /\.(\d*)/.exec(p.literal)?.[1]?.length ?? 0), step = own ? p.step : 10 ** -places;
  const to = (d: number): void => {
    const next = Math.min(Math.max(v + d * step, p.min), p.max);
    turn(p.kind === "integer" ? Math.round(next) : Number(next.toFixed(own ? 9 : places)), true);
  };
  const commit = (input: HTMLInputElement): void => {
    const typed = input.value;
    turn(typed);
    input.value = p.literal; // what is not a number goes; what is comes back with the next drawing
  };
  return (
    <div class="knob" data-knob={p.name}>
      <label for={id}>{p.name}</label>
      <span class="num">
        <button type="button" aria-label={t.less(p.name)} disabled={disabled || v <= p.min} onClick={() => to(-1)}>−</button>
        <input id={id} inputMode={p.kind === "integer" ? "numeric" : "decimal"} value={p.literal} size={Math.max(3, p.literal.length)} disabled={disabled} onChange={(e) => commit(e.currentTarget)}
          onKeyDown={(e) => { if (e.key === "ArrowUp" || e.key === "ArrowDown") { e.preventDefault(); to(e.key === "ArrowUp" ? 1 : -1); } }} />
        <button type="button" aria-label={t.more(p.name)} disabled={disabled || v >= p.max} onClick={() => to(1)}>+</button>
      </span>
    </div>
  );
}

function Seed({ t, seed, disabled, onSeed }: KnobsProps) {
  return (
    <div class="knob" data-knob="seed">
      <label for="knob--seed">{t.seed}</label>
      <span class="num"><input id="knob--seed" inputMode="numeric" value={String(seed)} size={Math.max(3, String(seed).length)} disabled={disabled}
        onChange={(e) => { const n = Number(e.currentTarget.value); if (Number.isSafeInteger(n) && n >= 0 && n < 2 ** 32 && e.currentTarget.value.trim() !== "") onSeed(n); else e.currentTarget.value = String(seed); }} /></span>
      <button type="button" class="btn ico" title={t.dice} aria-label={t.dice} disabled={disabled} onClick={() => onSeed(roll(seed))}>
        <svg viewBox="0 0 14 14" aria-hidden="true"><rect x="1" y="1" width="12" height="12" rx="2.5" fill="none" stroke="currentColor" stroke-width="1.5" /><g fill="currentColor"><circle cx="4.4" cy="4.4" r="1.2" /><circle cx="9.6" cy="4.4" r="1.2" /><circle cx="7" cy="7" r="1.2" /><circle cx="4.4" cy="9.6" r="1.2" /><circle cx="9.6" cy="9.6" r="1.2" /></g></svg>
      </button>
    </div>
  );
}

const roll = (not: number): number => {
  for (;;) {
    const n = 1 + Math.floor(Math.random() * 999);
    if (n !== not) return n;
  }
};

/** A menu under its button; closes with Escape, with a press outside, and gives the keyboard back. */
function MachineMenu(props: KnobsProps) {
  const { t, machine, disabled, onMachine } = props;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null), button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>("input,button")?.focus();
    const outside = (e: Event): void => { if (!box.current?.contains(e.target as Node) && !button.current?.contains(e.target as Node)) setOpen(false); };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);
  const changed = (Object.keys(MACHINE) as (keyof Machine)[]).some((k) => machine[k] !== MACHINE[k]);
  const whole = (key: "cores" | "switchIntervalNs" | "instructionNs", min: number, max: number, factor: number, unit: string, label: string) => {
    const v = machine[key] / factor;
    const set = (n: number): void => { if (Number.isFinite(n)) onMachine({ [key]: Math.round(Math.min(Math.max(n, min), max) * factor) }); };
    return (
      <div class="row"><label for={"machine-" + key}>{label}</label>
        <span class="num">
          <button type="button" aria-label={t.less(label)} disabled={v <= min} onClick={() => set(v - 1)}>−</button>
          <input id={"machine-" + key} inputMode="numeric" value={num(v)} onChange={(e) => { set(Number(e.currentTarget.value)); e.currentTarget.value = num(v); }} />
          {unit && <span class="unit">{unit}</span>}
          <button type="button" aria-label={t.more(label)} disabled={v >= max} onClick={() => set(v + 1)}>+</button>
        </span>
      </div>
    );
  };
  const close = (): void => { setOpen(false); button.current?.focus(); };
  return (
    <div class="knob machine" onKeyDown={(e) => { if (e.key === "Escape" && open) { e.stopPropagation(); close(); } }}>
      <button ref={button} type="button" class="btn bare link" aria-expanded={open} aria-haspopup="dialog" disabled={disabled} onClick={() => setOpen(!open)}>
        {t.machine}{changed && <span class="changed" aria-label={t.edited}>•</span>}
      </button>
      {open && (
        <div ref={box} class="menu" role="dialog" aria-label={t.machineTitle}>
          {whole("cores", 1, 64, 1, "", t.cores)}
          <div class="row"><span id="machine-gil">{t.gil}</span>
            <div class="seg" role="group" aria-labelledby="machine-gil">
              <button type="button" aria-pressed={machine.gil} onClick={() => onMachine({ gil: true })}>{t.gilOn}</button>
              <button type="button" aria-pressed={!machine.gil} onClick={() => onMachine({ gil: false })}>{t.gilOff}</button>
            </div>
          </div>
          {whole("switchIntervalNs", 1, 10000, 1e6, "ms", t.switchInterval)}
          {whole("instructionNs", 1, 1000000, 1, "ns", t.instruction)}
          <div class="row"><span id="machine-preempt">{t.preempt}</span>
            <div class="seg" role="group" aria-labelledby="machine-preempt">
              <button type="button" aria-pressed={machine.preempt === "safe"} onClick={() => onMachine({ preempt: "safe" })}>{t.preemptSafe}</button>
              <button type="button" aria-pressed={machine.preempt === "every"} onClick={() => onMachine({ preempt: "every" })}>{t.preemptEvery}</button>
            </div>
          </div>
          <button type="button" class="btn" disabled={!changed} onClick={() => onMachine(MACHINE)}>{t.machineReset}</button>
        </div>
      )}
    </div>
  );
}
