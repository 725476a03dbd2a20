// A page to look at the timeline and the inspector without an engine:
//   ?run=gather|threads|generator|big  or  ?text=recording.txt  &theme=dark  &lang=zh  &axis=  &t=ms  &from=&to=  &h=px
import "@fontsource-variable/source-sans-3";
import "@fontsource/jetbrains-mono/600.css";
import "../../src/app/tokens.css";
import "./demo.css";
import { Inspector, type InspectState } from "../../src/inspector";
import { Timeline } from "../../src/timeline";
import type { AxisName } from "../../src/base/scale";
import { parseText } from "../text";
import { bigRun, gatherRun, generatorRun, threadsRun } from "../synthetic";

const q = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = q.get("theme") ?? "light";
const lang = q.get("lang") === "zh" ? "zh" : "en";
document.documentElement.lang = lang;
const runs = { gather: gatherRun, threads: threadsRun, generator: generatorRun, big: () => bigRun(Number(q.get("n") ?? 1e6), Number(q.get("lanes") ?? 200)) };
const host = document.getElementById("host")!;
if (q.get("h")) host.style.height = q.get("h") + "px";
// ?text=URL shows a recording in its text form.
const rec = q.get("text") ? parseText(await (await fetch(q.get("text")!)).text()) : (runs[q.get("run") as keyof typeof runs] ?? gatherRun)();
const t0 = performance.now();
let selected = 0;
const side = document.getElementById("side")!;
const inspector = q.get("sel")
  ? new Inspector(side, {
      lang, onJump: () => {}, onClose: () => {}, onPin: () => {}, onLine: () => {},
      onSelect: (e) => timeline.setSelection((selected = e)),
      onInspect: async (): Promise<InspectState> => ({
        time: 0, threads: [],
        tasks: [{ entity: selected, name: "", state: "", frames: [
          { func: "gather", file: "<asyncio>", line: 1, locals: [["pending", "{fetch(3), fetch(2), fetch(0)}"]] },
          { func: "main", file: "main.py", line: 21, locals: [["n", "3"], ["beat", "<Task pending coro=<heartbeat()>>"]] },
        ] }],
      }),
    })
  : null;
if (inspector) document.body.classList.add("with-side");
const refresh = (): void => inspector?.show(rec, selected, timeline.getPlayhead());
const log: string[] = [];
const timeline = new Timeline(host, {
  lang,
  onPlayhead: (p) => { log.push(`playhead ${p.event}`); refresh(); },
  onSelect: (e) => { log.push(`select ${e}`); selected = e; refresh(); },
  onView: (v) => log.push(`view ${v.axis} ${v.from} ${v.to}`),
});
addEventListener("keydown", (e) => timeline.handleKey(e));
if (q.get("run") !== "none") timeline.setRecording(rec);
const built = performance.now() - t0;
const axis = (q.get("axis") as AxisName | null) ?? timeline.getView().axis;
const full = rec.axis(axis).length;
timeline.setView({ axis, from: Number(q.get("from") ?? 0) * full, to: Number(q.get("to") ?? 1) * full });
const time = q.get("t") ? Number(q.get("t")) * 1e6 : rec.end * 0.9;
timeline.setPlayhead({ event: rec.eventAt(time), time });
if (q.get("sel")) {
  selected = Array.from({ length: rec.nEntities }, (_, e) => e).find((e) => rec.hasLane(e) && rec.name(e) === q.get("sel")) ?? 0;
  timeline.setSelection(selected);
  refresh();
}
Object.assign(window, { timeline, rec, built, log });
if (q.get("bench")) {
  const out = document.createElement("pre");
  document.body.append(out);
  requestAnimationFrame(() => {
    const t1 = performance.now();
    const draw = (timeline as unknown as { draw(n: number): void }).draw.bind(timeline);
    let worst = 0;
    for (let i = 0; i < 20; i++) {
      const a = performance.now();
      timeline.setView({ axis, from: (i / 100) * full, to: full * (1 - i / 200) });
      draw(a);
      worst = Math.max(worst, performance.now() - a);
    }
    out.textContent = `set ${built.toFixed(0)} ms, frame ${((performance.now() - t1) / 20).toFixed(1)} ms, worst ${worst.toFixed(1)} ms`;
  });
}
