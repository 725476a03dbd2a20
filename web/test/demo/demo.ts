// A page to look at the timeline and the inspector without an engine:
//   ?run=gather|threads|generator|big  &theme=dark  &lang=zh  &axis=  &t=ms  &from=&to=  &h=px
import "../../src/app/tokens.css";
import "./demo.css";
import { Timeline } from "../../src/timeline";
import type { AxisName } from "../../src/base/scale";
import { bigRun, gatherRun, generatorRun, threadsRun } from "../synthetic";

const q = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = q.get("theme") ?? "light";
const lang = q.get("lang") === "zh" ? "zh" : "en";
document.documentElement.lang = lang;
const runs = { gather: gatherRun, threads: threadsRun, generator: generatorRun, big: () => bigRun(Number(q.get("n") ?? 1e6), Number(q.get("lanes") ?? 200)) };
const host = document.getElementById("host")!;
if (q.get("h")) host.style.height = q.get("h") + "px";
const rec = (runs[q.get("run") as keyof typeof runs] ?? gatherRun)();
const t0 = performance.now();
const timeline = new Timeline(host, { lang, onPlayhead: () => {}, onSelect: () => {} });
if (q.get("run") !== "none") timeline.setRecording(rec);
const built = performance.now() - t0;
const axis = (q.get("axis") as AxisName | null) ?? timeline.getView().axis;
const full = rec.axis(axis).length;
timeline.setView({ axis, from: Number(q.get("from") ?? 0) * full, to: Number(q.get("to") ?? 1) * full });
const time = q.get("t") ? Number(q.get("t")) * 1e6 : rec.end * 0.9;
timeline.setPlayhead({ event: rec.eventAt(time), time });
Object.assign(window, { timeline, rec, built });
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
