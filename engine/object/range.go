package object

import (
	"math/big"

	"loopscope/engine/bytecode"
)

// NewRange makes a range of machine ints; step is not 0.
func NewRange(start, stop, step int64) Value {
	r := &Range{Header: Header{Type: RangeType}, Start: start, Stop: stop, Step: step}
	n, fits := rangeLen(start, stop, step)
	if !fits {
		return newRangeBig(big.NewInt(start), big.NewInt(stop), big.NewInt(step))
	}
	r.Len = n
	return Obj(&r.Header)
}

// rangeLen is how many values the range has.
func rangeLen(start, stop, step int64) (int64, bool) {
	var n uint64
	switch {
	case step > 0 && start < stop:
		n = (uint64(stop)-uint64(start)-1)/uint64(step) + 1
	case step < 0 && stop < start:
		n = (uint64(start)-uint64(stop)-1)/(-uint64(step)) + 1
	}
	return int64(n), n <= 1<<63-1
}

func newRangeBig(start, stop, step *big.Int) Value {
	n := new(big.Int)
	diff := new(big.Int).Sub(stop, start)
	if diff.Sign() != 0 && diff.Sign() == step.Sign() {
		n.Sub(diff.Abs(diff), big.NewInt(1))
		n.Quo(n, new(big.Int).Abs(step))
		n.Add(n, big.NewInt(1))
	}
	r := &Range{Header: Header{Type: RangeType}, Big: &[4]*big.Int{start, stop, step, n}}
	return Obj(&r.Header)
}

// bounds are start, stop, step and length as big ints.
func (r *Range) bounds() [4]*big.Int {
	if r.Big != nil {
		return *r.Big
	}
	return [4]*big.Int{big.NewInt(r.Start), big.NewInt(r.Stop), big.NewInt(r.Step), big.NewInt(r.Len)}
}

// at is the value at index i, for ranges of any size.
func (r *Range) at(i *big.Int) Value {
	b := r.bounds()
	x := new(big.Int).Mul(i, b[2])
	return NewBigInt(x.Add(x, b[0]))
}

func rangeNew(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	if len(kw) > 0 {
		return Null, NewExc(TypeError, "range() takes no keyword arguments")
	}
	switch n := len(a) - 1; {
	case n == 0:
		return Null, NewExc(TypeError, "range expected at least 1 argument, got 0")
	case n > 3:
		return Null, NewExc(TypeError, "range expected at most 3 arguments, got %d", n)
	}
	args := [3]Value{Int(0), Int(0), Int(1)}
	small := true
	for i, v := range a[1:] {
		n, e := IndexValue(c, v)
		if e != nil {
			return Null, e
		}
		args[i] = n
		small = small && n.H == &IntHeader
	}
	if len(a) == 2 {
		args[0], args[1] = Int(0), args[0]
	}
	if IsZero(args[2]) {
		return Null, NewExc(ValueError, "range() arg 3 must not be zero")
	}
	if small {
		return NewRange(args[0].Int64(), args[1].Int64(), args[2].Int64()), nil
	}
	return newRangeBig(bigOf(args[0]), bigOf(args[1]), bigOf(args[2])), nil
}

func newRangeIter(r *Range) Value {
	if r.Big == nil {
		it := &rangeIter{Header: Header{Type: RangeIterType}, next: r.Start, step: r.Step, left: r.Len}
		return Obj(&it.Header)
	}
	it := &rangeIter{Header: Header{Type: LongRangeIterType}, big: r}
	return Obj(&it.Header)
}

// longRangeNext counts in left what was taken.
func longRangeNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[rangeIter](v)
	i := big.NewInt(it.left)
	if i.Cmp(it.big.Big[3]) >= 0 {
		return Null, nil
	}
	it.left++
	return it.big.at(i), nil
}

func rangeContains(c *Ctx, v, item Value) (bool, *Exc) {
	r := ptr[Range](v)
	n, ok := intValue(item)
	if !ok || item.H.Type.IsHeap() {
		if f, isFloat := ToFloat(item); isFloat {
			if f != f || f != float64(int64(f)) {
				return false, nil
			}
			n = Int(int64(f))
		} else {
			if item.H.Type.pyCompare() || AsComplex(item) != nil || !ok && item.H.Type.Compare != nil {
				at, e := rangeSearch(c, r, item, true)
				return at >= 0, e
			}
			if !ok {
				return false, nil
			}
		}
	}
	if r.Big == nil {
		if n.H != &IntHeader {
			return false, nil
		}
		x := n.Int64()
		if r.Len == 0 || r.Step > 0 && (x < r.Start || x >= r.Stop) || r.Step < 0 && (x > r.Start || x <= r.Stop) {
			return false, nil
		}
		return (uint64(x)-uint64(r.Start))%uint64(absInt64(r.Step)) == 0 && r.Step > 0 ||
			(uint64(r.Start)-uint64(x))%uint64(absInt64(r.Step)) == 0 && r.Step < 0, nil
	}
	i := r.indexOf(bigOf(n))
	return i != nil, nil
}

// rangeSearch is the index of the first item that equals any object, or how many do; -1 for none.
func rangeSearch(c *Ctx, r *Range, item Value, first bool) (int64, *Exc) {
	n := int64(-1)
	b := r.bounds()
	if !b[3].IsInt64() {
		return 0, tooBig()
	}
	x := new(big.Int).Set(b[0])
	for i := range b[3].Int64() {
		same, e := Equal(c, NewBigInt(new(big.Int).Set(x)), item)
		switch {
		case e != nil:
			return 0, e
		case same && first:
			return i, nil
		case same:
			n = max(n, 0) + 1
		}
		x.Add(x, b[2])
	}
	return n, nil
}

func absInt64(i int64) int64 {
	if i < 0 {
		return -i
	}
	return i
}

// indexOf is the index of a value, nil when it is not in the range.
func (r *Range) indexOf(x *big.Int) *big.Int {
	b := r.bounds()
	d := new(big.Int).Sub(x, b[0])
	q, m := new(big.Int).QuoRem(d, b[2], new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(b[3]) >= 0 {
		return nil
	}
	return q
}

func rangeGetItem(c *Ctx, v, key Value) (Value, *Exc) {
	r := ptr[Range](v)
	if s := AsSlice(key); s != nil {
		if r.Big == nil {
			start, stop, step, _, e := SliceIndices(c, s, int(r.Len))
			if e != nil {
				return Null, e
			}
			at := func(i int) *big.Int { return ToBig(r.at(big.NewInt(int64(i)))) }
			st := new(big.Int).Mul(big.NewInt(int64(step)), big.NewInt(r.Step))
			return narrowRange(at(start), at(stop), st), nil
		}
		start, stop, step, e := bigSlice(c, s, r.Big[3])
		if e != nil {
			return Null, e
		}
		return narrowRange(ToBig(r.at(start)), ToBig(r.at(stop)), new(big.Int).Mul(step, r.Big[2])), nil
	}
	if !IsIntLike(key) && (!key.H.Type.IsHeap() || key.H.Type.Lookup(strIndex).IsNull()) {
		return Null, NewExc(TypeError, "range indices must be integers or slices, not %s", key.H.Type)
	}
	n, e := IndexValue(c, key)
	if e != nil {
		return Null, e
	}
	if r.Big == nil && n.H == &IntHeader {
		i := n.Int64()
		if i < 0 {
			i += r.Len
		}
		if i < 0 || i >= r.Len {
			return Null, NewExc(IndexError, "range object index out of range")
		}
		return Int(r.Start + i*r.Step), nil
	}
	length := r.bounds()[3]
	i := new(big.Int).Set(bigOf(n))
	if i.Sign() < 0 {
		i.Add(i, length)
	}
	if i.Sign() < 0 || i.Cmp(length) >= 0 {
		return Null, NewExc(IndexError, "range object index out of range")
	}
	return r.at(i), nil
}

func narrowRange(start, stop, step *big.Int) Value {
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() {
		return NewRange(start.Int64(), stop.Int64(), step.Int64())
	}
	return newRangeBig(start, stop, step)
}

// bigSlice is SliceIndices for a length of any size.
func bigSlice(c *Ctx, s *Slice, n *big.Int) (start, stop, step *big.Int, e *Exc) {
	read := func(v Value, def *big.Int, lo, hi *big.Int) (*big.Int, *Exc) {
		if v.IsNone() {
			return def, nil
		}
		x, e := IndexValue(c, v)
		if e != nil {
			return nil, e
		}
		i := new(big.Int).Set(bigOf(x))
		if i.Sign() < 0 {
			if i.Add(i, n); i.Cmp(lo) < 0 {
				i = lo
			}
		} else if i.Cmp(hi) > 0 {
			i = hi
		}
		return i, nil
	}
	step = big.NewInt(1)
	if !s.Step.IsNone() {
		x, e := IndexValue(c, s.Step)
		if e != nil {
			return nil, nil, nil, e
		}
		if step = bigOf(x); step.Sign() == 0 {
			return nil, nil, nil, NewExc(ValueError, "slice step cannot be zero")
		}
	}
	lo, hi := big.NewInt(0), n
	if step.Sign() < 0 {
		lo, hi = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
		if start, e = read(s.Start, hi, lo, hi); e == nil {
			stop, e = read(s.Stop, lo, lo, hi)
		}
		return
	}
	if start, e = read(s.Start, lo, lo, hi); e == nil {
		stop, e = read(s.Stop, hi, lo, hi)
	}
	return
}

func rangeCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if a.H.Type != RangeType || b.H.Type != RangeType || op != bytecode.CmpEQ && op != bytecode.CmpNE {
		return NotImplemented, nil
	}
	x, y := ptr[Range](a).bounds(), ptr[Range](b).bounds()
	eq := x[3].Cmp(y[3]) == 0
	if eq && x[3].Sign() > 0 {
		eq = x[0].Cmp(y[0]) == 0 && (x[3].Cmp(big.NewInt(1)) == 0 || x[2].Cmp(y[2]) == 0)
	}
	return Bool(eq == (op == bytecode.CmpEQ)), nil
}

func initRange() {
	t := RangeType
	t.leafIter = true
	s := &t.Slots
	s.Repr = func(c *Ctx, v Value) (string, *Exc) {
		b := ptr[Range](v).bounds()
		out := "range(" + b[0].String() + ", " + b[1].String()
		if b[2].Cmp(big.NewInt(1)) != 0 {
			out += ", " + b[2].String()
		}
		return out + ")", nil
	}
	s.Bool = func(c *Ctx, v Value) (bool, *Exc) {
		r := ptr[Range](v)
		return r.Big != nil && r.Big[3].Sign() > 0 || r.Len > 0, nil
	}
	s.Len = func(c *Ctx, v Value) (int, *Exc) {
		r := ptr[Range](v)
		if r.Big != nil {
			if !r.Big[3].IsInt64() {
				return 0, NewExc(OverflowError, "Python int too large to convert to C ssize_t")
			}
			return int(r.Big[3].Int64()), nil
		}
		return int(r.Len), nil
	}
	s.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		b := ptr[Range](v).bounds()
		key := []Value{NewBigInt(b[3]), None, None}
		if b[3].Sign() > 0 {
			key[1] = NewBigInt(b[0])
			if b[3].Cmp(big.NewInt(1)) > 0 {
				key[2] = NewBigInt(b[2])
			}
		}
		return hashTuple(c, key, Hash)
	}
	s.Compare = rangeCompare
	s.GetItem = rangeGetItem
	s.Contains = rangeContains
	s.Iter = func(c *Ctx, v Value) (Value, *Exc) { return newRangeIter(ptr[Range](v)), nil }
	t.staticMethods([]def{{"__new__", "...", rangeNew}})
	t.methods([]def{
		{"count", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if a[1].H.Type.pyCompare() {
				n, e := rangeSearch(c, ptr[Range](a[0]), a[1], false)
				return Int(max(n, 0)), e
			}
			ok, e := rangeContains(c, a[0], a[1])
			if ok {
				return Int(1), e
			}
			return Int(0), e
		}},
		{"index", "value, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			ok, e := rangeContains(c, a[0], a[1])
			if e != nil {
				return Null, e
			}
			if n, isInt := intValue(a[1]); ok && isInt {
				return NewBigInt(ptr[Range](a[0]).indexOf(bigOf(n))), nil
			}
			if ok {
				n, e := rangeSearch(c, ptr[Range](a[0]), a[1], true)
				return Int(n), e
			}
			if !IsIntLike(a[1]) {
				return Null, NewExc(ValueError, "sequence.index(x): x not in sequence")
			}
			r, e := Repr(c, a[1])
			if e != nil {
				return Null, e
			}
			return Null, NewExc(ValueError, "%s is not in range", r)
		}},
		{"__reversed__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			b := ptr[Range](a[0]).bounds()
			last := new(big.Int).Mul(new(big.Int).Sub(b[3], big.NewInt(1)), b[2])
			last.Add(last, b[0])
			stop := new(big.Int).Sub(b[0], b[2])
			return newRangeIter(ptr[Range](narrowRange(last, stop, new(big.Int).Neg(b[2])))), nil
		}},
	})
	for i, n := range [...]string{"start", "stop", "step"} {
		t.addMember(n, func(c *Ctx, v Value) (Value, *Exc) { return NewBigInt(ptr[Range](v).bounds()[i]), nil }, nil)
	}
	initSlice()
}

// bigIndices is slice.indices, for any length.
func bigIndices(c *Ctx, s *Slice, n *big.Int) (Value, *Exc) {
	part := func(v Value) (*big.Int, *Exc) {
		if v.IsNone() {
			return nil, nil
		}
		if !IsIntLike(v) && (!v.H.Type.IsHeap() || v.H.Type.Lookup(strIndex).IsNull()) {
			return nil, NewExc(TypeError, "slice indices must be integers or None or have an __index__ method")
		}
		i, e := IndexValue(c, v)
		if e != nil {
			return nil, e
		}
		return bigOf(i), nil
	}
	step, e := part(s.Step)
	if e != nil {
		return Null, e
	}
	if step == nil {
		step = big.NewInt(1)
	}
	if step.Sign() == 0 {
		return Null, NewExc(ValueError, "slice step cannot be zero")
	}
	low, high := new(big.Int), n
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	bound := func(v Value, open *big.Int) (*big.Int, *Exc) {
		i, e := part(v)
		if e != nil || i == nil {
			return open, e
		}
		if i.Sign() < 0 {
			if i = new(big.Int).Add(i, n); i.Cmp(low) < 0 {
				i = low
			}
		} else if i.Cmp(high) > 0 {
			i = high
		}
		return i, nil
	}
	first, last := low, high
	if step.Sign() < 0 {
		first, last = high, low
	}
	start, e := bound(s.Start, first)
	if e != nil {
		return Null, e
	}
	stop, e := bound(s.Stop, last)
	if e != nil {
		return Null, e
	}
	return TupleOf(NewBigInt(start), NewBigInt(stop), NewBigInt(step)), nil
}

func initSlice() {
	t := SliceType
	s := &t.Slots
	s.Repr = containerRepr
	s.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if a.H.Type != SliceType || b.H.Type != SliceType {
			return NotImplemented, nil
		}
		x, y := ptr[Slice](a), ptr[Slice](b)
		return compareElems(c, TupleOf(x.Start, x.Stop, x.Step), TupleOf(y.Start, y.Stop, y.Step), op)
	}
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		switch {
		case len(kw) > 0:
			return Null, NewExc(TypeError, "slice() takes no keyword arguments")
		case len(a) == 1:
			return Null, NewExc(TypeError, "slice expected at least 1 argument, got 0")
		case len(a) == 2:
			return NewSlice(None, a[1], None), nil
		case len(a) == 3:
			return NewSlice(a[1], a[2], None), nil
		case len(a) == 4:
			return NewSlice(a[1], a[2], a[3]), nil
		}
		return Null, NewExc(TypeError, "slice expected at most 3 arguments, got %d", len(a)-1)
	}}})
	t.methods([]def{{"indices", "length, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		n, e := IndexValue(c, a[1])
		if e != nil {
			return Null, e
		}
		if bigOf(n).Sign() < 0 {
			return Null, NewExc(ValueError, "length should not be negative")
		}
		return bigIndices(c, ptr[Slice](a[0]), bigOf(n))
	}}})
	t.addMember("start", func(c *Ctx, v Value) (Value, *Exc) { return ptr[Slice](v).Start, nil }, nil)
	t.addMember("stop", func(c *Ctx, v Value) (Value, *Exc) { return ptr[Slice](v).Stop, nil }, nil)
	t.addMember("step", func(c *Ctx, v Value) (Value, *Exc) { return ptr[Slice](v).Step, nil }, nil)
}
