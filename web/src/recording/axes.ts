// The three axes of a recording: each says which unit an event and a time are at.
//
//   time    units are virtual nanoseconds
//   events  units are steps: everything that happens at one instant, up to the next thing that takes its turn
//   folded  nanoseconds again, but a stretch in which nobody runs has a fixed small width (a fold)
//
// Units are computed once per event; drawing then is one subtraction and one multiplication per span.
// May import: base/scale, format; the recording only as a type.

import { firstAtLeast, lastAtMost, PiecewiseLinear, type AxisMap, type AxisName, type Fold } from "../base/scale";
import { axisUnit, type AxisUnit } from "../base/time";
import { isState, Kind } from "./format";
import type { Recording } from "./recording";

export function buildAxis(rec: Recording, name: AxisName): AxisMap {
  if (name === "events") return new EventsAxis(rec);
  if (name === "folded") return foldedAxis(rec);
  return new TimeAxis("time", rec, new PiecewiseLinear([0, Math.max(rec.end, 1)], [0, Math.max(rec.end, 1)]), []);
}

/** Time, with or without folds: a map from nanoseconds to units. */
class TimeAxis implements AxisMap {
  readonly length: number;
  readonly ofEvent: Float64Array;

  constructor(
    readonly name: AxisName,
    private readonly rec: Recording,
    private readonly map: PiecewiseLinear,
    readonly folds: readonly Fold[],
  ) {
    this.length = map.y[map.y.length - 1]!;
    const { time } = rec.columns;
    this.ofEvent = new Float64Array(rec.nEvents + 1);
    if (folds.length === 0) this.ofEvent.set(time);
    else {
      // Times never fall, so the knots are walked along with the events.
      let k = 0;
      const { x, y } = map;
      for (let i = 0; i < rec.nEvents; i++) {
        const t = time[i]!;
        while (k < x.length - 2 && x[k + 1]! <= t) k++;
        const width = x[k + 1]! - x[k]!;
        this.ofEvent[i] = width > 0 ? y[k]! + ((t - x[k]!) / width) * (y[k + 1]! - y[k]!) : y[k]!;
      }
    }
    this.ofEvent[rec.nEvents] = this.length;
  }

  unitOf(_event: number, time: number): AxisUnit {
    return axisUnit(this.map.at(time));
  }

  momentAt(unit: number): { event: number; time: number } {
    const time = Math.min(Math.max(this.map.inverse(unit), 0), this.rec.end);
    return { event: Math.max(0, this.rec.eventAt(time)), time };
  }
}

class EventsAxis implements AxisMap {
  readonly name = "events" as const;
  readonly length: number;
  readonly ofEvent: Float64Array;
  readonly folds: readonly Fold[] = [];

  constructor(private readonly rec: Recording) {
    const { time, kind, who } = rec.columns;
    const n = rec.nEvents;
    const units = new Float64Array(n + 1);
    // What happens together is one step: a switch, the wait of the one and the run of the other. Output, marks and
    // new lanes are steps of their own, and a run is never narrower than one. engine/trace draws by the same rule.
    let step = 0;
    let stepTime = 0;
    let ran = false;
    let left = false;
    let any = false;
    let ended = 0; // who ended in this step: the switch that gives control back is part of that
    let open = 0; // first event not yet placed
    for (let i = 0; i < n; i++) {
      const k = kind[i]!;
      const lane = rec.isLaneKind(who[i]!);
      const later = time[i] !== stepTime;
      let fresh = false;
      let placed = lane && isState(k);
      let leaves = false;
      if (k === Kind.OUT || k === Kind.ERR || k === Kind.MARK) fresh = placed = true;
      else if (k === Kind.SWITCH) {
        placed = true;
        fresh = who[i] !== ended || later;
      }
      else if (lane) {
        if (k === Kind.CREATE) fresh = true;
        else if (k === Kind.RUN) fresh = ran || later;
        else if (k === Kind.READY) fresh = later;
        else if (isState(k)) {
          leaves = true;
          fresh = ran || left || later;
        }
      }
      if (!placed) continue;
      if (fresh && any) {
        // What does not count (lines, counters) lies evenly between the steps around it; what happens at the instant of
        // the new step (the wake before a task is ready) belongs to that.
        let from = i;
        while (from > open && time[from - 1] === time[i]) from--;
        for (let j = open; j < from; j++) units[j] = step + (j - open + 1) / (from - open + 1);
        step++;
        for (let j = from; j < i; j++) units[j] = step;
        ran = left = false;
        ended = 0;
      } else {
        for (let j = open; j < i; j++) units[j] = step;
      }
      units[i] = step;
      open = i + 1;
      any ||= fresh;
      ran ||= k === Kind.RUN && lane;
      left ||= leaves;
      if (leaves && k >= Kind.DONE) ended = who[i]!;
      if (fresh) stepTime = time[i]!;
    }
    for (let j = open; j < n; j++) units[j] = step + (j - open + 1) / (n - open + 1);
    units[n] = step + 1;
    this.ofEvent = units;
    this.length = step + 1;
  }

  unitOf(event: number, time: number): AxisUnit {
    const { ofEvent, rec } = this;
    if (rec.nEvents === 0) return axisUnit(0);
    const i = Math.min(Math.max(event, 0), rec.nEvents - 1);
    const from = rec.timeOf(i);
    const to = rec.timeOf(i + 1);
    const share = to > from ? Math.min(Math.max((time - from) / (to - from), 0), 1) : 0;
    return axisUnit(ofEvent[i]! + share * (ofEvent[i + 1]! - ofEvent[i]!));
  }

  momentAt(unit: number): { event: number; time: number } {
    const { ofEvent, rec } = this;
    if (rec.nEvents === 0) return { event: 0, time: 0 };
    const event = Math.max(0, lastAtMost(ofEvent, unit, 0, rec.nEvents));
    const width = ofEvent[event + 1]! - ofEvent[event]!;
    const share = width > 0 ? Math.min(Math.max((unit - ofEvent[event]!) / width, 0), 1) : 0;
    const from = rec.timeOf(event);
    return { event, time: from + share * (rec.timeOf(event + 1) - from) };
  }
}

/** Stretches of time in which somebody runs or is ready to, as [from, to, from, to ...]. */
export function busyStretches(rec: Recording): Float64Array {
  const { kind, who, time } = rec.columns;
  const active = new Uint8Array(rec.nEntities);
  let count = 0;
  const out: number[] = [];
  for (let i = 0; i < rec.nEvents; i++) {
    const k = kind[i]!;
    if (!isState(k)) continue;
    const e = who[i]!;
    if (!rec.isLaneKind(e)) continue;
    const now = k === Kind.RUN || k === Kind.READY ? 1 : 0;
    if (now === active[e]) continue;
    active[e] = now;
    if (now) {
      if (count++ === 0) {
        if (out.length > 0 && out[out.length - 1] === time[i]) out.pop();
        else out.push(time[i]!);
      }
    } else if (--count === 0) out.push(time[i]!);
  }
  if (count > 0) out.push(rec.end);
  return Float64Array.from(out);
}

function foldedAxis(rec: Recording): AxisMap {
  const busy = busyStretches(rec);
  const end = Math.max(rec.end, 1);
  // Gaps below the threshold stay. Where what stays is still mostly idle, fold more.
  let merged = mergeStretches(busy, end / 50);
  for (let threshold = end / 200; threshold > 1e3 && merged.length / 2 < 4000; threshold /= 4) {
    const kept = total(merged);
    if (kept === 0 || total(busy) / kept > 0.3) break;
    merged = mergeStretches(busy, threshold);
  }
  const stretches = merged.length / 2;
  const kept = Math.max(total(merged), 1);
  const gap = stretches > 0 ? Math.min((kept / stretches) * 0.9, kept * 0.06) : end;
  const x: number[] = [0];
  const y: number[] = [0];
  const folds: Fold[] = [];
  let time = 0;
  let unit = 0;
  const fold = (to: number): void => {
    if (to <= time) return;
    // A gap shorter than its fold would be is left as it is.
    const width = Math.min(gap, to - time);
    if (width < to - time) folds.push({ from: time, to, unitFrom: unit, unitTo: unit + width });
    unit += width;
    time = to;
    x.push(time);
    y.push(unit);
  };
  for (let s = 0; s < stretches; s++) {
    fold(merged[2 * s]!);
    unit += merged[2 * s + 1]! - time;
    time = merged[2 * s + 1]!;
    x.push(time);
    y.push(unit);
  }
  fold(end);
  return new TimeAxis("folded", rec, new PiecewiseLinear(x, y), folds);
}

function mergeStretches(busy: Float64Array, threshold: number): Float64Array {
  const out: number[] = [];
  for (let i = 0; i + 1 < busy.length; i += 2) {
    if (out.length > 0 && busy[i]! - out[out.length - 1]! < threshold) out[out.length - 1] = busy[i + 1]!;
    else out.push(busy[i]!, busy[i + 1]!);
  }
  return Float64Array.from(out);
}

function total(stretches: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < stretches.length; i += 2) sum += stretches[i + 1]! - stretches[i]!;
  return sum;
}

/** Below this a run's time is that of its instructions: generators and greenlets that only hand control on. */
const NEXT_TO_NO_TIME = 2e6;

/** Where time says nothing, the order of events is the picture. The build's pictures choose alike. */
export function defaultAxis(rec: Recording): AxisName {
  return rec.end < NEXT_TO_NO_TIME ? "events" : "time";
}

/** Events [first, last) that lie in a window of units. */
export function eventsWithin(axis: AxisMap, from: number, to: number): [number, number] {
  const n = axis.ofEvent.length - 1;
  return [firstAtLeast(axis.ofEvent, from, 0, n), lastAtMost(axis.ofEvent, to, 0, n) + 1];
}
