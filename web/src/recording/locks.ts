// Who holds a lock at an event, and since when.
// May import: format, groups; the recording only as a type.

import { Kind } from "./format";
import { Groups } from "./groups";
import type { Recording } from "./recording";

export interface Holder {
  readonly who: number;
  /** The ACQUIRE by which it has it. */
  readonly event: number;
}

export class Locks {
  private readonly groups: Groups;

  constructor(private readonly rec: Recording) {
    const { kind, obj } = rec.columns;
    this.groups = Groups.build(rec.nEvents, rec.nEntities, obj, (i) => kind[i] === Kind.ACQUIRE || kind[i] === Kind.RELEASE);
  }

  /** Everyone who has acquired and not released it, oldest first: one for a lock, several for a semaphore. */
  holders(lock: number, event: number): Holder[] {
    const { kind, who } = this.rec.columns;
    const { items } = this.groups;
    const last = this.groups.lastAt(lock, event);
    if (last < 0) return [];
    const held: Holder[] = [];
    // Looking back far enough to find a moment at which nobody held it would be exact; a window is cheap and
    // right for every lock that is released now and then.
    for (let p = Math.max(this.groups.lo(lock), last - 4096); p <= last; p++) {
      const i = items[p]!;
      if (kind[i] === Kind.ACQUIRE) held.push({ who: who[i]!, event: i });
      else {
        // A lock may be released by somebody else than its holder.
        const mine = held.findIndex((h) => h.who === who[i]);
        if (held.length > 0) held.splice(mine >= 0 ? mine : 0, 1);
      }
    }
    return held;
  }
}
