package object

import "loopscope/engine/bytecode"

// maxNesting is how deep repr and comparison follow containers in containers.
const maxNesting = 980

// enter and leave bracket operations that descend into a container.
func (c *Ctx) enter(what string) *Exc {
	if c.reprDepth >= maxNesting {
		return NewExc(RecursionError, "maximum recursion depth exceeded %s", what)
	}
	c.reprDepth++
	return nil
}

func (c *Ctx) leave() { c.reprDepth-- }

// Repr is repr(v).
func Repr(c *Ctx, v Value) (string, *Exc) {
	if f := v.H.Type.Repr; f != nil {
		s, e := f(c, v)
		if e == needVM {
			return c.askText(Ask{Kind: AskRepr, A: v})
		}
		return s, e
	}
	return objectRepr(c, v)
}

// StrOf is str(v).
func StrOf(c *Ctx, v Value) (string, *Exc) {
	t := v.H.Type
	if t == StrType {
		return ptr[Str](v).Text, nil
	}
	if t.Str != nil {
		s, e := t.Str(c, v)
		if e == needVM {
			return c.askText(Ask{Kind: AskStr, A: v})
		}
		return s, e
	}
	return Repr(c, v)
}

// Hash is hash(v).
func Hash(c *Ctx, v Value) (int64, *Exc) {
	if f := v.H.Type.Hash; f != nil {
		h, e := f(c, v)
		if e == needVM {
			r, e := c.ask(Ask{Kind: AskHash, A: v})
			return r.Int64(), e
		}
		return h, e
	}
	return 0, NewExc(TypeError, "unhashable type: '%s'", v.H.Type)
}

// Compare is a op b; op is one of bytecode's Cmp….
func Compare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	if a.H == &IntHeader && b.H == &IntHeader {
		return Bool(cmpResult(cmpInt64(a.Int64(), b.Int64()), op)), nil
	}
	r, e := compareRaw(c, a, b, op)
	if e == needVM {
		return c.ask(Ask{Kind: AskCompare, A: a, B: b, Op: op})
	}
	if e != nil || r != NotImplemented {
		return r, e
	}
	switch op {
	case bytecode.CmpEQ:
		return Bool(a == b), nil
	case bytecode.CmpNE:
		return Bool(a != b), nil
	}
	return Null, NewExc(TypeError, "'%s' not supported between instances of '%s' and '%s'",
		cmpNames[op], a.H.Type, b.H.Type)
}

var cmpNames = [...]string{"<", "<=", "==", "!=", ">", ">="}

// Reflected is the operator that compares the operands the other way round.
func Reflected(op int) int {
	switch op {
	case bytecode.CmpLT:
		return bytecode.CmpGT
	case bytecode.CmpLE:
		return bytecode.CmpGE
	case bytecode.CmpGT:
		return bytecode.CmpLT
	case bytecode.CmpGE:
		return bytecode.CmpLE
	}
	return op
}

// compareRaw asks both classes and may answer NotImplemented.
func compareRaw(c *Ctx, a, b Value, op int) (Value, *Exc) {
	ta, tb := a.H.Type, b.H.Type
	reflectedFirst := ta != tb && tb.Compare != nil && tb.IsSubtype(ta)
	if reflectedFirst {
		r, e := tb.Compare(c, b, a, Reflected(op))
		if e != nil || r != NotImplemented {
			return r, e
		}
	}
	if ta.Compare != nil {
		r, e := ta.Compare(c, a, b, op)
		if e != nil || r != NotImplemented {
			return r, e
		}
	}
	if !reflectedFirst && ta != tb && tb.Compare != nil {
		return tb.Compare(c, b, a, Reflected(op))
	}
	return NotImplemented, nil
}

// cmpResult turns an order (-1, 0, 1) into the outcome of an operator.
func cmpResult(order, op int) bool {
	switch op {
	case bytecode.CmpLT:
		return order < 0
	case bytecode.CmpLE:
		return order <= 0
	case bytecode.CmpEQ:
		return order == 0
	case bytecode.CmpNE:
		return order != 0
	case bytecode.CmpGT:
		return order > 0
	}
	return order >= 0
}

// Equal is what containers use to compare: identity, then ==.
func Equal(c *Ctx, a, b Value) (bool, *Exc) {
	if a == b {
		return true, nil
	}
	if a.H.Type == StrType && b.H.Type == StrType {
		return ptr[Str](a).Text == ptr[Str](b).Text, nil
	}
	r, e := Compare(c, a, b, bytecode.CmpEQ)
	if e != nil {
		return false, e
	}
	return Truth(c, r)
}

// probeEqual is Equal within a dict or set probe, where a user's __eq__ runs nested.
func probeEqual(c *Ctx, a, b Value) (bool, *Exc) {
	r, e := Equal(c, a, b)
	if e != needVM {
		return r, e
	}
	if c.Nested == nil {
		return false, NeedVM
	}
	return nestedEqual(c, a, b)
}

// nestedEqual is a == b with __eq__ methods written in Python, called nested.
func nestedEqual(c *Ctx, a, b Value) (bool, *Exc) {
	ta, tb := a.H.Type, b.H.Type
	first, second := a, b
	if ta != tb && tb.IsSubtype(ta) {
		first, second = b, a
	}
	for range 2 {
		r := NotImplemented
		var e *Exc
		t := first.H.Type
		if t.pyCompare() {
			fn := t.Lookup(strEq)
			switch {
			case fn.IsNull():
			case AsBuiltin(fn) != nil:
				b := AsBuiltin(fn)
				r, e = b.Leaf(c, []Value{first, second}, nil)
			default:
				r, e = c.Nested(fn, first, second)
			}
		} else if t.Compare != nil {
			r, e = t.Compare(c, first, second, bytecode.CmpEQ)
			if e == needVM { // a container with user objects inside
				return nestedContainerEqual(c, first, second)
			}
		}
		if e != nil {
			return false, e
		}
		if r != NotImplemented {
			return Truth(c, r)
		}
		first, second = second, first
	}
	return false, nil
}

// nestedContainerEqual compares tuples and frozensets, the containers that can be keys.
func nestedContainerEqual(c *Ctx, a, b Value) (bool, *Exc) {
	x, y := AsTuple(a), AsTuple(b)
	if x == nil || y == nil {
		return false, NewExc(UnsupportedError, "comparison of %s keys that call Python code", a.H.Type)
	}
	if e := c.enter("in comparison"); e != nil {
		return false, e
	}
	defer c.leave()
	if len(x.Elems) != len(y.Elems) {
		return false, nil
	}
	for i := range x.Elems {
		if eq, e := probeEqual(c, x.Elems[i], y.Elems[i]); e != nil || !eq {
			return eq, e
		}
	}
	return true, nil
}

// HashResult is the hash that the answer of a __hash__ stands for.
func HashResult(r Value) (int64, *Exc) {
	n, ok := intValue(r)
	if !ok {
		return 0, NewExc(TypeError, "__hash__ method should return an integer")
	}
	if n.H == &IntHeader {
		if n.Int64() == -1 {
			return -2, nil
		}
		return n.Int64(), nil
	}
	return hashBig(ToBig(n)), nil
}

// Truth is bool(v).
func Truth(c *Ctx, v Value) (bool, *Exc) {
	switch v.H {
	case &BoolHeader, &IntHeader:
		return v.N != 0, nil
	case &noneHeader:
		return false, nil
	}
	t := v.H.Type
	r, e := true, (*Exc)(nil)
	switch {
	case t.Bool != nil:
		r, e = t.Bool(c, v)
	case t.Len != nil:
		n := 0
		n, e = t.Len(c, v)
		r = n != 0
	}
	if e == needVM {
		return c.askBool(Ask{Kind: AskBool, A: v})
	}
	return r, e
}

// Len is len(v).
func Len(c *Ctx, v Value) (int, *Exc) {
	if f := v.H.Type.Len; f != nil {
		n, e := f(c, v)
		if e == needVM {
			r, e := c.ask(Ask{Kind: AskLen, A: v})
			return int(r.Int64()), e
		}
		return n, e
	}
	return 0, NewExc(TypeError, "object of type '%s' has no len()", v.H.Type)
}

var binNames = [NumBinOps]string{"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//"}

// BinarySymbol is how messages name an operator.
func BinarySymbol(op BinOp, inplace bool) string {
	if !inplace {
		return binNames[op]
	}
	if op == OpPow {
		return "**="
	}
	return binNames[op] + "="
}

// Binary is a op b, or a op= b.
func Binary(c *Ctx, op BinOp, a, b Value, inplace bool) (Value, *Exc) {
	r, e := binary(c, op, a, b, inplace)
	if e == needVM && !inplace {
		return c.ask(Ask{Kind: AskBinary, A: a, B: b, Op: int(op)})
	}
	return r, e
}

func binary(c *Ctx, op BinOp, a, b Value, inplace bool) (Value, *Exc) {
	ta, tb := a.H.Type, b.H.Type
	if inplace {
		if tb.IsHeap() && tb.pyBin&(1<<op) != 0 && (ta.Layout == LayoutList || ta.Layout == LayoutByteArray) {
			return Null, needVM // a reflected method comes before what a sequence does
		}
		if f := ta.InPlace[op]; f != nil {
			r, e := f(c, a, b)
			if e != nil || r != NotImplemented {
				return r, e
			}
		}
	}
	fa, fb := ta.Binary[op], tb.Binary[op]
	if ta == tb {
		fb = nil
	}
	if fb != nil && fa != nil && tb.IsHeap() && tb.pyBin&(1<<op) != 0 && tb.IsSubtype(ta) {
		fa, fb = fb, nil // the subclass's method comes first; it is the VM's to run
	}
	if fa != nil {
		r, e := fa(c, a, b)
		if e != nil || r != NotImplemented {
			return r, e
		}
	}
	if fb != nil {
		r, e := fb(c, a, b)
		if e != nil || r != NotImplemented {
			return r, e
		}
	}
	return binaryFallback(c, op, a, b, inplace)
}

// binaryFallback is what sequences do when no number operation applies.
func binaryFallback(c *Ctx, op BinOp, a, b Value, inplace bool) (Value, *Exc) {
	return Null, OperandError(op, a, b, inplace)
}

// OperandError is BinaryError, or the more helpful one of a sequence.
func OperandError(op BinOp, a, b Value, inplace bool) *Exc {
	if e := sequenceOperand(op, a, b); e != nil {
		return e
	}
	return BinaryError(op, a, b, inplace)
}

// BinaryError is the TypeError for operands that no method knows.
func BinaryError(op BinOp, a, b Value, inplace bool) *Exc {
	if p := AsBuiltin(a); op == OpRShift && !inplace && p != nil && p.Name == "print" && p.Self.IsNull() {
		return NewExc(TypeError, "unsupported operand type(s) for >>: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?",
			a.H.Type, b.H.Type)
	}
	return NewExc(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'",
		BinarySymbol(op, inplace), a.H.Type, b.H.Type)
}

// Neg is -v, Pos +v and Invert ~v.
func Neg(c *Ctx, v Value) (Value, *Exc) {
	if f := v.H.Type.Neg; f != nil {
		return f(c, v)
	}
	return Null, NewExc(TypeError, "bad operand type for unary -: '%s'", v.H.Type)
}

// Pos is +v.
func Pos(c *Ctx, v Value) (Value, *Exc) {
	if f := v.H.Type.Pos; f != nil {
		return f(c, v)
	}
	return Null, NewExc(TypeError, "bad operand type for unary +: '%s'", v.H.Type)
}

// Invert is ~v.
func Invert(c *Ctx, v Value) (Value, *Exc) {
	if f := v.H.Type.Invert; f != nil {
		return f(c, v)
	}
	return Null, NewExc(TypeError, "bad operand type for unary ~: '%s'", v.H.Type)
}

// GetItem is v[key].
func GetItem(c *Ctx, v, key Value) (Value, *Exc) {
	if f := v.H.Type.GetItem; f != nil {
		r, e := f(c, v, key)
		if e == needVM {
			return c.ask(Ask{Kind: AskGetItem, A: v, B: key})
		}
		return r, e
	}
	if t := AsType(v); t != nil {
		return typeGetItem(c, t, key)
	}
	return Null, NewExc(TypeError, "'%s' object is not subscriptable", v.H.Type)
}

// SetItem is v[key] = item.
func SetItem(c *Ctx, v, key, item Value) *Exc {
	if f := v.H.Type.SetItem; f != nil {
		return f(c, v, key, item)
	}
	return NewExc(TypeError, "'%s' object does not support item assignment", v.H.Type)
}

// DelItem is del v[key].
func DelItem(c *Ctx, v, key Value) *Exc {
	if f := v.H.Type.DelItem; f != nil {
		return f(c, v, key)
	}
	if v.H.Type.SetItem == nil && v.H.Type.GetItem == nil {
		return NewExc(TypeError, "'%s' object does not support item deletion", v.H.Type)
	}
	return NewExc(TypeError, "'%s' object doesn't support item deletion", v.H.Type)
}

// Contains is item in v.
func Contains(c *Ctx, v, item Value) (bool, *Exc) {
	t := v.H.Type
	if t.Contains != nil {
		r, e := t.Contains(c, v, item)
		if e == needVM {
			return c.askBool(Ask{Kind: AskContains, A: v, B: item})
		}
		return r, e
	}
	if t.Iter == nil && t.GetItem == nil {
		return false, NewExc(TypeError, "argument of type '%s' is not iterable", t)
	}
	it, e := Iter(c, v)
	if e != nil {
		return false, e
	}
	if !IsLeafIterable(it) {
		return c.askBool(Ask{Kind: AskContains, A: v, B: item})
	}
	for {
		x, e := Next(c, it)
		if e != nil || x.IsNull() {
			return false, e
		}
		if eq, e := Equal(c, x, item); e != nil || eq {
			return eq, e
		}
	}
}

// Iter is iter(v).
func Iter(c *Ctx, v Value) (Value, *Exc) {
	t := v.H.Type
	if t.Iter != nil {
		return t.Iter(c, v)
	}
	if t.GetItem != nil {
		if t.pySlots&pyGetItem != 0 {
			return Null, NeedVM
		}
		return newSeqIter(v), nil
	}
	return Null, NewExc(TypeError, "'%s' object is not iterable", t)
}

// Next is the next item of an iterator, Null when there is none.
func Next(c *Ctx, it Value) (Value, *Exc) {
	if f := it.H.Type.Next; f != nil {
		return f(c, it)
	}
	return Null, NewExc(TypeError, "'%s' object is not an iterator", it.H.Type)
}

// IsLeafIterable tells whether v can be iterated without running Python code.
func IsLeafIterable(v Value) bool {
	t := v.H.Type
	if t.pySlots&(pyIter|pyNext) != 0 {
		return false
	}
	switch t {
	case EnumerateType, ZipType, ReversedType:
		return leafAdapter(v)
	case CallIterType, SeqIterType, GeneratorType:
		return false
	}
	return t.leafIter || t.Base != nil && t.IsHeap() && t.builtinBase().leafIter
}

// Drain lists the items of a leaf iterable. The slice may be v's own: it must
// not be changed or kept.
func Drain(c *Ctx, v Value) ([]Value, *Exc) {
	switch v.H.Type {
	case ListType:
		return ptr[List](v).Elems, nil
	case TupleType:
		return ptr[Tuple](v).Elems, nil
	}
	if v.H.Type.Iter == nil {
		_, e := Iter(c, v)
		if e == nil || e == needVM {
			return c.askList(v)
		}
		return nil, e
	}
	if !IsLeafIterable(v) {
		return c.askList(v)
	}
	it, e := v.H.Type.Iter(c, v)
	if e != nil {
		return nil, e
	}
	var out []Value
	if n := lengthHint(c, v); n > 0 {
		if e := c.Reserve(int64(n) * 16); e != nil {
			return nil, e
		}
		out = make([]Value, 0, n)
	}
	next := it.H.Type.Next
	var grown Growing
	hinted := len(out) == 0 && cap(out) > 0
	for {
		x, e := next(c, it)
		if e != nil {
			return nil, e
		}
		if x.IsNull() {
			return out, nil
		}
		out = append(out, x)
		if !hinted {
			if e := grown.Grown(c, len(out), x); e != nil {
				return nil, e
			}
		}
	}
}

// DrainCopy is Drain into a slice of the caller's own.
func DrainCopy(c *Ctx, v Value) ([]Value, *Exc) {
	xs, e := Drain(c, v)
	if e != nil {
		return nil, e
	}
	if t := v.H.Type; t != ListType && t != TupleType && IsLeafIterable(v) {
		return xs, nil // Drain has made them for us
	}
	return append(make([]Value, 0, len(xs)), xs...), nil
}

func lengthHint(c *Ctx, v Value) int {
	t := v.H.Type
	if t.Len == nil || t.pySlots&pyLen != 0 {
		return 0
	}
	n, e := t.Len(c, v)
	if e != nil {
		return 0
	}
	return n
}

// Format is format(v, spec).
func Format(c *Ctx, v Value, spec string) (string, *Exc) {
	t := v.H.Type
	if spec == "" && t == StrType {
		return ptr[Str](v).Text, nil
	}
	if t.Format != nil {
		s, e := t.Format(c, v, spec)
		if e == needVM {
			return c.askText(Ask{Kind: AskFormat, A: v, Text: spec})
		}
		return s, e
	}
	return objectFormat(c, v, spec)
}

func objectFormat(c *Ctx, v Value, spec string) (string, *Exc) {
	if spec != "" {
		return "", NewExc(TypeError, "unsupported format string passed to %s.__format__", v.H.Type)
	}
	return StrOf(c, v)
}

// IndexValue is operator.index(v): an Int or BigInt.
func IndexValue(c *Ctx, v Value) (Value, *Exc) {
	if n, ok := intValue(v); ok {
		return n, nil
	}
	if v.H.Type.IsHeap() && !v.H.Type.Lookup(strIndex).IsNull() {
		return c.ask(Ask{Kind: AskIndex, A: v})
	}
	return Null, NewExc(TypeError, "'%s' object cannot be interpreted as an integer", v.H.Type)
}

// Index is operator.index(v) for counts and positions: an OverflowError when it
// does not fit 64 bits.
func Index(c *Ctx, v Value) (int64, *Exc) {
	n, e := IndexValue(c, v)
	if e != nil {
		return 0, e
	}
	if n.H != &IntHeader {
		return 0, NewExc(OverflowError, "cannot fit '%s' into an index-sized integer", v.H.Type)
	}
	return n.Int64(), nil
}
