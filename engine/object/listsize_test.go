package object

import (
	"runtime"
	"testing"
)

// A million-element list of ints costs at most 24 MB: 16 bytes an item, and what growing leaves free.
func TestMillionElements(t *testing.T) {
	const n, limit = 1_000_000, 24_000_000
	c := NewCtx(1, 1<<30)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	xs, e := DrainCopy(c, NewRange(0, n, 1))
	runtime.ReadMemStats(&after)
	if e != nil || len(xs) != n {
		t.Fatalf("list(range(%d)) has %d items, exception %v", n, len(xs), e)
	}
	if made := after.TotalAlloc - before.TotalAlloc; made > limit {
		t.Errorf("list(range(%d)) allocates %d bytes", n, made)
	}
	l := ptr[List](NewList(nil))
	appendMethod := AsBuiltin(ListType.Lookup(Intern("append")))
	for i := range int64(n) {
		if _, e := appendMethod.Leaf(c, []Value{Obj(&l.Header), Int(i)}, nil); e != nil {
			t.Fatal(e)
		}
	}
	if size := cap(l.Elems) * 16; size > limit {
		t.Errorf("appending %d items makes a list of %d bytes", n, size)
	}
}
