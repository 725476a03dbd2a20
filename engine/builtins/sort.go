package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Sorting. Without a key written in Python, and without comparisons written in
// Python, object.SortValues does it. Otherwise the sorter below stops for each
// comparison; lists of less than 64 items compare in the same order as in the
// reference: a run is counted, the rest inserted by binary search.

func init() {
	native("sorted", "...", func(t *Thread, a []Value, kw []*Str) Action {
		n := len(a) - len(kw)
		if n != 1 {
			return vm.Raisef(object.TypeError, "sorted expected 1 argument, got %d", n)
		}
		key, reverse, e := sortOptions(t, "sort", a[1:], kw)
		if e != nil {
			return vm.Raise(e)
		}
		if object.IsLeafIterable(a[0]) {
			xs, e := object.DrainCopy(t.RT.Ctx, a[0])
			if e != nil {
				return vm.Raise(e)
			}
			return sortInto(t, xs, key, reverse, func(t *Thread, xs []Value) Action { return vm.Return(object.NewList(xs)) })
		}
		return vm.OnValue(t, vm.CollectSized(t, a[0]), func(t *Thread, l Value) Action {
			return sortInto(t, object.AsList(l).Elems, key, reverse, func(t *Thread, xs []Value) Action { return vm.Return(object.NewList(xs)) })
		})
	})
	setNative(object.ListType, "sort", func(t *Thread, a []Value, _ []*Str) Action {
		l := object.AsList(a[0])
		reverse, e := object.Truth(t.RT.Ctx, arg(a, 2, object.False))
		if e != nil {
			return vm.Raise(e)
		}
		xs := l.Elems
		l.Elems = nil // the list looks empty while it is sorted
		work := append([]Value(nil), xs...)
		done := func(t *Thread, v Value, exc *Exc) Action {
			changed := l.Elems != nil
			if exc != nil {
				l.Elems = xs
				return vm.Raise(exc)
			}
			l.Elems = object.AsList(v).Elems
			if changed {
				return vm.Raisef(object.ValueError, "list modified during sort")
			}
			return vm.ReturnNone()
		}
		return vm.After(t, sortInto(t, work, arg(a, 1, object.None), reverse, func(t *Thread, xs []Value) Action { return vm.Return(object.NewList(xs)) }), done)
	})
}

func sortOptions(t *Thread, name string, vals []Value, kw []*Str) (key Value, reverse bool, e *Exc) {
	key = object.None
	for i, k := range kw {
		switch k.Text {
		case "key":
			key = vals[i]
		case "reverse":
			if !object.IsIntLike(vals[i]) {
				return key, false, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", typeName(vals[i]))
			}
			if reverse, e = object.Truth(t.RT.Ctx, vals[i]); e != nil {
				return key, false, e
			}
		default:
			return key, false, object.NewExc(object.TypeError, "'%s' is an invalid keyword argument for %s()", k.Text, name)
		}
	}
	return key, reverse, nil
}

// sortInto sorts xs in place by key (None for the items themselves) and goes on with it.
func sortInto(t *Thread, xs []Value, key Value, reverse bool, then func(t *Thread, xs []Value) Action) Action {
	if key.IsNone() {
		return sortBy(t, xs, nil, reverse, then)
	}
	if object.AsFunction(key) != nil {
		return vm.MapCall(t, key, xs, func(t *Thread, keys []Value) Action { return sortBy(t, xs, keys, reverse, then) })
	}
	keys := make([]Value, 0, len(xs))
	return vm.Repeat(t, func(t *Thread) Action {
		for len(keys) < len(xs) {
			k, e := vm.LeafCall(t.RT.Ctx, key, xs[len(keys)])
			if e == object.NeedVM {
				break
			}
			if e != nil {
				return vm.Raise(e)
			}
			keys = append(keys, k)
		}
		if len(keys) == len(xs) {
			return sortBy(t, xs, keys, reverse, then)
		}
		return vm.OnValue(t, vm.Call(key, xs[len(keys)]), func(t *Thread, k Value) Action {
			keys = append(keys, k)
			return vm.Continue()
		})
	})
}

func sortBy(t *Thread, xs, keys []Value, reverse bool, then func(t *Thread, xs []Value) Action) Action {
	by := keys
	if by == nil {
		by = xs
	}
	if !comparesInPython(by) {
		t.Charge(int64(len(xs) / 2))
		e := object.SortValues(t.RT.Ctx, xs, keys, reverse)
		if e == nil {
			return then(t, xs)
		}
		if e != object.NeedVM {
			return vm.Raise(e)
		}
	}
	s := &sorter{keys: by, idx: make([]int32, len(by))}
	for i := range s.idx {
		s.idx[i] = int32(i)
	}
	if reverse {
		reverseIdx(s.idx)
	}
	s.begin()
	return vm.OnValue(t, vm.Repeat(t, func(t *Thread) Action {
		for {
			a, b, more := s.pair()
			if !more {
				return vm.Return(object.True)
			}
			act := vm.Compare(t, s.keys[a], s.keys[b], cmpLT)
			v, e, ok := act.Immediate()
			if !ok || e != nil || !v.IsBool() {
				return vm.OnTruthOf(t, act, func(t *Thread, less bool) Action {
					s.answer(less)
					return vm.Continue()
				})
			}
			s.answer(v == object.True)
		}
	}), func(t *Thread, _ Value) Action {
		if reverse {
			reverseIdx(s.idx)
		}
		out := make([]Value, len(xs))
		for i, k := range s.idx {
			out[i] = xs[k]
		}
		return then(t, out)
	})
}

func comparesInPython(by []Value) bool {
	for i, v := range by {
		if object.TypeOf(v).IsHeap() {
			return true
		}
		if i > 8 {
			break
		}
	}
	return false
}

func reverseIdx(x []int32) {
	for i, j := 0, len(x)-1; i < j; i, j = i+1, j-1 {
		x[i], x[j] = x[j], x[i]
	}
}

// sorter is a merge sort that is told the outcome of each comparison: pair says
// which two keys to compare (is the first less than the second?), answer takes
// the outcome.
type sorter struct {
	keys []Value
	idx  []int32 // the order so far, as indices into keys
	buf  []int32

	phase      int // what is compared: see the constants
	lo, hi     int // the chunk at work
	run        int // the end of the run, then the item to insert
	a, b       int // bounds of the binary search
	descending bool
	first      bool

	width   int // of what is merged
	i, j, k int
	mid     int
}

const (
	sortCount = iota
	sortInsert
	sortMerge
	sortDone
)

// chunk is how many items are sorted by insertion.
func (s *sorter) chunk() int {
	n := len(s.idx)
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

func (s *sorter) begin() {
	s.width = s.chunk()
	s.nextChunk(0)
}

// nextChunk begins with the chunk at lo: its run is counted first.
func (s *sorter) nextChunk(lo int) {
	n := len(s.idx)
	if lo >= n || n < 2 {
		s.beginMerge()
		return
	}
	s.lo, s.hi = lo, min(lo+s.width, n)
	s.run, s.first, s.descending = lo+1, true, false
	s.phase = sortCount
	if s.run >= s.hi {
		s.nextChunk(s.hi)
	}
}

func (s *sorter) endCount() {
	if s.descending {
		reverseIdx(s.idx[s.lo:s.run])
	}
	s.beginInsert()
}

func (s *sorter) beginInsert() {
	if s.run >= s.hi {
		s.nextChunk(s.hi)
		return
	}
	s.phase = sortInsert
	s.a, s.b = s.lo, s.run
}

func (s *sorter) beginMerge() {
	n := len(s.idx)
	if s.width >= n {
		s.phase = sortDone
		return
	}
	s.phase = sortMerge
	if s.buf == nil {
		s.buf = make([]int32, n)
	}
	s.lo = 0
	s.mergeAt()
}

// mergeAt begins to merge the two chunks at lo.
func (s *sorter) mergeAt() {
	n := len(s.idx)
	if s.lo >= n {
		s.idx, s.buf = s.buf, s.idx
		s.width *= 2
		s.beginMerge()
		return
	}
	s.mid, s.hi = min(s.lo+s.width, n), min(s.lo+2*s.width, n)
	s.i, s.j, s.k = s.lo, s.mid, s.lo
	s.skip()
}

// skip copies what needs no comparison.
func (s *sorter) skip() {
	if s.i < s.mid && s.j < s.hi {
		return
	}
	s.k += copy(s.buf[s.k:], s.idx[s.i:s.mid])
	s.k += copy(s.buf[s.k:], s.idx[s.j:s.hi])
	s.lo = s.hi
	s.mergeAt()
}

func (s *sorter) pair() (a, b int32, more bool) {
	switch s.phase {
	case sortCount:
		return s.idx[s.run], s.idx[s.run-1], true
	case sortInsert:
		return s.idx[s.run], s.idx[(s.a+s.b)/2], true
	case sortMerge:
		return s.idx[s.j], s.idx[s.i], true
	}
	return 0, 0, false
}

func (s *sorter) answer(less bool) {
	switch s.phase {
	case sortCount:
		if s.first {
			s.descending, s.first = less, false
		} else if less != s.descending {
			s.endCount()
			return
		}
		s.run++
		if s.run >= s.hi {
			s.endCount()
		}
	case sortInsert:
		m := (s.a + s.b) / 2
		if less {
			s.b = m
		} else {
			s.a = m + 1
		}
		if s.a < s.b {
			return
		}
		x := s.idx[s.run]
		copy(s.idx[s.a+1:s.run+1], s.idx[s.a:s.run])
		s.idx[s.a] = x
		s.run++
		s.beginInsert()
	case sortMerge:
		if less {
			s.buf[s.k] = s.idx[s.j]
			s.j++
		} else {
			s.buf[s.k] = s.idx[s.i]
			s.i++
		}
		s.k++
		s.skip()
	}
}
