// Events grouped by entity, in order, without an array per entity.
//
// A million events of a hundred thousand entities would make a hundred thousand small arrays. Instead all
// groups lie behind one another in one Uint32Array, and `start` says where each begins (a counting sort).
// May import: nothing.

export class Groups {
  private constructor(
    /** Event indices; those of group g are items[start[g]] to items[start[g + 1] - 1], ascending. */
    readonly items: Uint32Array,
    readonly start: Uint32Array,
  ) {}

  lo(group: number): number {
    return group < this.start.length - 1 ? this.start[group]! : this.items.length;
  }

  hi(group: number): number {
    return group < this.start.length - 1 ? this.start[group + 1]! : this.items.length;
  }

  size(group: number): number {
    return this.hi(group) - this.lo(group);
  }

  /** Position in items of the group's last event <= event, or -1. */
  lastAt(group: number, event: number): number {
    let lo = this.lo(group);
    const first = lo;
    let hi = this.hi(group);
    while (lo < hi) {
      const mid = (lo + hi) >>> 1;
      if (this.items[mid]! <= event) lo = mid + 1;
      else hi = mid;
    }
    return lo > first ? lo - 1 : -1;
  }

  /** Groups the events that `wanted` selects by the value `key` has for them. */
  static build(n: number, groups: number, key: ArrayLike<number>, wanted: (event: number) => boolean): Groups {
    const start = new Uint32Array(groups + 1);
    let total = 0;
    for (let i = 0; i < n; i++) {
      const g = key[i]!;
      if (g < groups && wanted(i)) {
        start[g + 1] = start[g + 1]! + 1;
        total++;
      }
    }
    for (let g = 0; g < groups; g++) start[g + 1] = start[g + 1]! + start[g]!;
    const next = start.slice();
    const items = new Uint32Array(total);
    for (let i = 0; i < n; i++) {
      const g = key[i]!;
      if (g < groups && wanted(i)) {
        const at = next[g]!;
        items[at] = i;
        next[g] = at + 1;
      }
    }
    return new Groups(items, start);
  }
}
