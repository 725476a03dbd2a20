package object

import (
	"math"
	"math/bits"
	"strings"

	"loopscope/engine/bytecode"
)

// Index arithmetic and the operations that list and tuple share.

// indexInt is an index as an int64; one that does not fit is clipped when clip
// is set and an IndexError otherwise.
func indexInt(c *Ctx, v Value, clip bool) (int64, *Exc) {
	n, e := IndexValue(c, v)
	if e != nil {
		return 0, e
	}
	if n.H == &IntHeader {
		return n.Int64(), nil
	}
	if !clip {
		return 0, NewExc(IndexError, "cannot fit '%s' into an index-sized integer", v.H.Type)
	}
	if bigOf(n).Sign() < 0 {
		return math.MinInt64, nil
	}
	return math.MaxInt64, nil
}

// sequenceIndex reads the key of seq[key], for an int key.
func sequenceIndex(c *Ctx, v, key Value, n int, what string) (int, *Exc) {
	var i int64
	if key.H == &IntHeader {
		i = key.Int64()
	} else {
		if !IsIntLike(key) {
			if key.H.Type.IsHeap() && !key.H.Type.Lookup(strIndex).IsNull() {
				x, e := IndexValue(c, key)
				if e != nil {
					return 0, e
				}
				return sequenceIndex(c, v, x, n, what)
			}
			return 0, NewExc(TypeError, "%s indices must be integers or slices, not %s", what, key.H.Type)
		}
		var e *Exc
		if i, e = indexInt(c, key, false); e != nil {
			return 0, e
		}
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return -1, nil
	}
	return int(i), nil
}

// SliceIndices computes start, stop, step and length of a slice of a sequence of
// n items.
func SliceIndices(c *Ctx, s *Slice, n int) (start, stop, step, length int, e *Exc) {
	st := int64(1)
	if !s.Step.IsNone() {
		if st, e = sliceBound(c, s.Step); e != nil {
			return
		}
		if st == 0 {
			e = NewExc(ValueError, "slice step cannot be zero")
			return
		}
		if st == math.MinInt64 {
			st++
		}
	}
	step = int(st)
	lo, hi := int64(0), int64(n)
	if st < 0 {
		lo, hi = -1, int64(n)-1
	}
	bound := func(v Value, def int64) (int, *Exc) {
		if v.IsNone() {
			return int(def), nil
		}
		i, e := sliceBound(c, v)
		if e != nil {
			return 0, e
		}
		if i < 0 {
			if i += int64(n); i < lo {
				i = lo
			}
		} else if i > hi {
			i = hi
		}
		return int(i), nil
	}
	if st > 0 {
		if start, e = bound(s.Start, 0); e == nil {
			stop, e = bound(s.Stop, int64(n))
		}
	} else {
		if start, e = bound(s.Start, hi); e == nil {
			stop, e = bound(s.Stop, -1)
		}
	}
	if e != nil {
		return
	}
	switch {
	case step > 0 && start < stop:
		length = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		length = int((uint64(start-stop)-1)/uint64(-int64(step))) + 1
	}
	return
}

func sliceBound(c *Ctx, v Value) (int64, *Exc) {
	if v.H == &IntHeader {
		return v.Int64(), nil
	}
	if !IsIntLike(v) {
		if v.H.Type.IsHeap() && !v.H.Type.Lookup(strIndex).IsNull() {
			return indexInt(c, v, true)
		}
		return 0, NewExc(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return indexInt(c, v, true)
}

func sliceElems(elems []Value, start, step, n int) []Value {
	out := make([]Value, n)
	if step == 1 {
		copy(out, elems[start:start+n])
		return out
	}
	for i := range out {
		out[i] = elems[start]
		start += step
	}
	return out
}

// repeatCount reads the factor of sequence repetition and checks the size of the result.
func repeatCount(c *Ctx, v Value, size, width int) (int, bool, *Exc) {
	n, ok := intValue(v)
	if !ok {
		if v.H.Type.IsHeap() && !v.H.Type.Lookup(strIndex).IsNull() {
			x, e := IndexValue(c, v)
			if e != nil {
				return 0, true, e
			}
			return repeatCount(c, x, size, width)
		}
		return 0, false, nil
	}
	if n.H != &IntHeader {
		if bigOf(n).Sign() < 0 || size == 0 {
			return 0, true, nil
		}
		return 0, true, NewExc(OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	k := n.Int64()
	if k <= 0 || size == 0 {
		return 0, true, nil
	}
	total, fits := MulInt64(int64(size)*int64(width), k)
	if !fits {
		return 0, true, NewExc(MemoryError, "")
	}
	if total > 1<<16 {
		if e := c.Reserve(total); e != nil {
			return 0, true, e
		}
	}
	return int(k), true, nil
}

func repeatElems(elems []Value, n int) []Value {
	out := make([]Value, 0, len(elems)*n)
	for range n {
		out = append(out, elems...)
	}
	return out
}

// elemsOf is the items of a list or tuple.
func elemsOf(v Value) []Value {
	if l := AsList(v); l != nil {
		return l.Elems
	}
	return AsTuple(v).Elems
}

// compareElems orders two sequences of items. They may change during the comparison.
func compareElems(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if e := c.enter("in comparison"); e != nil {
		return Null, e
	}
	defer c.leave()
	if (op == bytecode.CmpEQ || op == bytecode.CmpNE) && len(elemsOf(a)) != len(elemsOf(b)) {
		return Bool(op == bytecode.CmpNE), nil
	}
	for i := 0; ; i++ {
		x, y := elemsOf(a), elemsOf(b)
		if i >= len(x) || i >= len(y) {
			return Bool(cmpResult(cmpInt64(int64(len(x)), int64(len(y))), op)), nil
		}
		eq, e := Equal(c, x[i], y[i])
		if e != nil {
			return Null, e
		}
		if !eq {
			switch op {
			case bytecode.CmpEQ:
				return False, nil
			case bytecode.CmpNE:
				return True, nil
			}
			return Compare(c, x[i], y[i], op)
		}
	}
}

// reprElems joins the reprs of items.
func reprElems(c *Ctx, b *strings.Builder, elems func() []Value) *Exc {
	for i := 0; i < len(elems()); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		s, e := Repr(c, elems()[i])
		if e != nil {
			return e
		}
		b.WriteString(s)
	}
	return nil
}

// markRepr notes that the repr of v is under way; false when it already was. The
// caller calls unmarkRepr.
func (c *Ctx) markRepr(v Value) (bool, *Exc) {
	for _, h := range c.reprs {
		if h == v.H {
			return false, nil
		}
	}
	if e := c.enter("while getting the repr of an object"); e != nil {
		return false, e
	}
	c.reprs = append(c.reprs, v.H)
	return true, nil
}

func (c *Ctx) unmarkRepr() {
	c.reprs = c.reprs[:len(c.reprs)-1]
	c.leave()
}

func containsElem(c *Ctx, v, item Value) (bool, *Exc) {
	for i := 0; i < len(elemsOf(v)); i++ {
		if eq, e := Equal(c, elemsOf(v)[i], item); e != nil || eq {
			return eq, e
		}
	}
	return false, nil
}

// sequenceOperand is the more helpful TypeError of + and * with a sequence.
func sequenceOperand(op BinOp, a, b Value) *Exc {
	switch op {
	case OpAdd:
		switch a.H.Type.Layout {
		case LayoutStr:
			return NewExc(TypeError, "can only concatenate str (not \"%s\") to str", b.H.Type)
		case LayoutList:
			return NewExc(TypeError, "can only concatenate list (not \"%s\") to list", b.H.Type)
		case LayoutTuple:
			return NewExc(TypeError, "can only concatenate tuple (not \"%s\") to tuple", b.H.Type)
		case LayoutBytes, LayoutByteArray:
			return NewExc(TypeError, "can't concat %s to %s", b.H.Type, a.H.Type)
		}
	case OpMul:
		if isSequence(a) {
			return NewExc(TypeError, "can't multiply sequence by non-int of type '%s'", b.H.Type)
		}
		if isSequence(b) {
			return NewExc(TypeError, "can't multiply sequence by non-int of type '%s'", a.H.Type)
		}
	}
	return nil
}

func isSequence(v Value) bool { return isSequenceType(v.H.Type) }

func isSequenceType(t *Type) bool {
	switch t.Layout {
	case LayoutStr, LayoutList, LayoutTuple, LayoutBytes, LayoutByteArray:
		return true
	}
	return false
}

// hashTuple is the hash of a tuple (xxHash over the items' hashes).
func hashTuple(c *Ctx, elems []Value, hash func(*Ctx, Value) (int64, *Exc)) (int64, *Exc) {
	const (
		p1 = 11400714785074694791
		p2 = 14029467366897019727
		p5 = 2870177450012600261
	)
	acc := uint64(p5)
	for _, x := range elems {
		h, e := hash(c, x)
		if e != nil {
			return 0, e
		}
		acc += uint64(h) * p2
		acc = bits.RotateLeft64(acc, 31)
		acc *= p1
	}
	acc += uint64(len(elems)) ^ (p5 ^ 3527539)
	if acc == math.MaxUint64 {
		return 1546275796, nil
	}
	return int64(acc), nil
}

func initSequences() {
	initList()
	initTuple()
	initRange()
}
