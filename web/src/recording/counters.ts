// Counters: how long a ready queue, a backlog, a queue is, as a step function over the events.
// May import: format; the recording only as a type.

import { lastAtMost } from "../base/scale";
import { Kind } from "./format";
import { Groups } from "./groups";
import type { Recording } from "./recording";

export class Counter {
  readonly max: number;

  constructor(
    readonly entity: number,
    /** Events at which the value changes, ascending, and the value from each on. */
    readonly events: Uint32Array,
    readonly values: Uint32Array,
  ) {
    let max = 0;
    for (const value of values) if (value > max) max = value;
    this.max = max;
  }

  at(event: number): number {
    const i = lastAtMost(this.events, event);
    return i < 0 ? 0 : this.values[i]!;
  }
}

export function buildCounters(rec: Recording): Counter[] {
  const { kind, who, arg } = rec.columns;
  const groups = Groups.build(rec.nEvents, rec.nEntities, who, (i) => kind[i] === Kind.COUNT);
  const counters: Counter[] = [];
  for (let e = 1; e < rec.nEntities; e++) {
    if (groups.size(e) === 0) continue;
    const events = groups.items.subarray(groups.lo(e), groups.hi(e));
    counters.push(new Counter(e, events, Uint32Array.from(events, (i) => arg[i]!)));
  }
  return counters;
}
