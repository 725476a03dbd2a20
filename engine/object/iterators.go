package object

import (
	"unicode/utf8"
	"unsafe"
)

// seqIter walks over a list, tuple, str, bytes or bytearray (or, for the class
// "iterator", over anything with a __getitem__, which is the virtual machine's).
type seqIter struct {
	Header
	seq Value // Null when exhausted
	pos int
}

func newIter(t *Type, v Value) Value {
	return Obj(&(&seqIter{Header: Header{Type: t}, seq: v}).Header)
}

func newListIter(v Value) Value  { return newIter(ListIterType, v) }
func newTupleIter(v Value) Value { return newIter(TupleIterType, v) }
func newSeqIter(v Value) Value   { return newIter(SeqIterType, v) }

func newListReverseIter(v Value) Value {
	it := newIter(ListReverseIterType, v)
	ptr[seqIter](it).pos = len(AsList(v).Elems) - 1
	return it
}

// SeqIter opens an iterator of class "iterator" over an object with a __getitem__:
// its object (Null when exhausted) and the next index.
func SeqIter(v Value) (seq Value, pos *int) {
	it := ptr[seqIter](v)
	return it.seq, &it.pos
}

// EndSeqIter exhausts such an iterator.
func EndSeqIter(v Value) { ptr[seqIter](v).seq = Null }

// NewSeqIter makes such an iterator.
func NewSeqIter(v Value) Value { return newSeqIter(v) }

func listIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H != nil {
		if l := ptr[List](it.seq); it.pos < len(l.Elems) {
			it.pos++
			return l.Elems[it.pos-1], nil
		}
		it.seq = Null
	}
	return Null, nil
}

func listReverseNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H != nil {
		if l := ptr[List](it.seq); it.pos >= 0 && it.pos < len(l.Elems) {
			it.pos--
			return l.Elems[it.pos+1], nil
		}
		it.seq = Null
	}
	return Null, nil
}

func tupleIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H != nil {
		if t := ptr[Tuple](it.seq); it.pos < len(t.Elems) {
			it.pos++
			return t.Elems[it.pos-1], nil
		}
		it.seq = Null
	}
	return Null, nil
}

// strIterNext keeps the byte offset in pos.
func strIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H != nil {
		if s := ptr[Str](it.seq); it.pos < len(s.Text) {
			r, n := decodeRune(s.Text[it.pos:])
			it.pos += n
			return runeStr(r), nil
		}
		it.seq = Null
	}
	return Null, nil
}

func bytesIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.H != nil {
		n, at := 0, func(int) byte { return 0 }
		if b := AsBytes(it.seq); b != nil {
			n, at = len(b.Data), func(i int) byte { return b.Data[i] }
		} else if b := AsByteArray(it.seq); b != nil {
			n, at = len(b.Data), func(i int) byte { return b.Data[i] }
		}
		if it.pos < n {
			it.pos++
			return Int(int64(at(it.pos - 1))), nil
		}
		it.seq = Null
	}
	return Null, nil
}

func selfIter(c *Ctx, v Value) (Value, *Exc) { return v, nil }

func seqIterHint(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	it := ptr[seqIter](a[0])
	if it.seq.IsNull() {
		return Int(0), nil
	}
	n, e := Len(c, it.seq)
	if e != nil {
		return Null, e
	}
	if it.Type == ListReverseIterType {
		return Int(int64(it.pos + 1)), nil
	}
	return Int(int64(max(n-it.pos, 0))), nil
}

// rangeIter walks over a Range of machine ints.
type rangeIter struct {
	Header
	next, step, left int64
	big              *Range // for bounds beyond 64 bits; left counts what was taken
}

func rangeIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[rangeIter](v)
	if it.left <= 0 {
		return Null, nil
	}
	it.left--
	r := it.next
	it.next += it.step
	return Int(r), nil
}

// RangeNext is the next item of a RangeIterType.
func RangeNext(v Value) (Value, bool) {
	it := ptr[rangeIter](v)
	if it.left <= 0 {
		return Null, false
	}
	it.left--
	r := it.next
	it.next += it.step
	return Int(r), true
}

// ListNext is the next item of a ListIterType.
func ListNext(v Value) (Value, bool) {
	it := ptr[seqIter](v)
	if it.seq.H == nil {
		return Null, false
	}
	if l := ptr[List](it.seq); it.pos < len(l.Elems) {
		it.pos++
		return l.Elems[it.pos-1], true
	}
	it.seq = Null
	return Null, false
}

// Enumerate, Zip and Reversed are iterators over other iterators.
type Enumerate struct {
	Header
	Iter Value
	N    Value
	leaf leafness
	Attrs
}

// Zip is zip(…); an exhausted one has no Iters.
type Zip struct {
	Header
	Iters  []Value
	Strict bool
	leaf   leafness
	Attrs
}

// leafness is how many adapters lie upon each other above leaf iterators; 0 when
// something below is not leaf, or they are too many to be advanced by recursion.
type leafness uint8

const maxAdapters = 100

func leafnessOver(it Value, n leafness) leafness {
	var below leafness
	switch it.H.Type {
	case EnumerateType:
		below = ptr[Enumerate](it).leaf
	case ZipType:
		below = ptr[Zip](it).leaf
	default:
		if IsLeafIterable(it) {
			return max(n, 1)
		}
	}
	if below == 0 || below >= maxAdapters {
		return 0
	}
	return max(n, below+1)
}

// NewEnumerate makes enumerate(it, start) of an iterator.
func NewEnumerate(t *Type, it, start Value) Value {
	en := &Enumerate{Header: Header{Type: t}, Iter: it, N: start, leaf: leafnessOver(it, 1)}
	en.Shape = t.Root
	return Obj(&en.Header)
}

// AsEnumerate is the Enumerate that v is.
func AsEnumerate(v Value) *Enumerate {
	if v.H.Type.IsSubtype(EnumerateType) {
		return ptr[Enumerate](v)
	}
	return nil
}

// NewZip makes zip(…) of iterators.
func NewZip(t *Type, iters []Value, strict bool) Value {
	z := &Zip{Header: Header{Type: t}, Iters: iters, Strict: strict, leaf: 1}
	z.Shape = t.Root
	for _, it := range iters {
		if z.leaf = leafnessOver(it, z.leaf); z.leaf == 0 {
			break
		}
	}
	return Obj(&z.Header)
}

// AsZip is the Zip that v is.
func AsZip(v Value) *Zip {
	if v.H.Type.IsSubtype(ZipType) {
		return ptr[Zip](v)
	}
	return nil
}

// leafAdapter tells whether what an enumerate, zip or reversed draws from is leaf.
func leafAdapter(v Value) bool {
	switch v.H.Type {
	case EnumerateType:
		return ptr[Enumerate](v).leaf > 0
	case ZipType:
		return ptr[Zip](v).leaf > 0
	}
	return v.H.Type != ReversedType || ptr[seqIter](v).seq.IsNull() || !ptr[seqIter](v).seq.H.Type.IsHeap()
}

func enumerateNext(c *Ctx, v Value) (Value, *Exc) {
	en := ptr[Enumerate](v)
	if en.leaf == 0 {
		return Null, NeedVM
	}
	x, e := Next(c, en.Iter)
	if e != nil || x.IsNull() {
		return Null, e
	}
	n := en.N
	if en.N, e = intAdd(c, n, Int(1)); e != nil {
		return Null, e
	}
	return NewPair(n, x), nil
}

func zipNext(c *Ctx, v Value) (Value, *Exc) {
	z := ptr[Zip](v)
	if len(z.Iters) == 0 {
		return Null, nil
	}
	if !leafAdapter(v) {
		return Null, NeedVM
	}
	if len(z.Iters) == 2 && !z.Strict {
		a, e := Next(c, z.Iters[0])
		if e != nil || a.IsNull() {
			return Null, e
		}
		b, e := Next(c, z.Iters[1])
		if e != nil || b.IsNull() {
			return Null, e
		}
		return NewPair(a, b), nil
	}
	out := make([]Value, len(z.Iters))
	for i, it := range z.Iters {
		x, e := Next(c, it)
		if e != nil {
			return Null, e
		}
		if x.IsNull() {
			if !z.Strict {
				return Null, nil
			}
			return Null, z.strictEnd(c, i)
		}
		out[i] = x
	}
	return NewTuple(out), nil
}

// strictEnd is the outcome of zip(strict=True) when iterator i ended.
func (z *Zip) strictEnd(c *Ctx, i int) *Exc {
	if i > 0 {
		return ZipError(i, "shorter")
	}
	for j := 1; j < len(z.Iters); j++ {
		x, e := Next(c, z.Iters[j])
		if e != nil {
			return e
		}
		if !x.IsNull() {
			return ZipError(j, "longer")
		}
	}
	return nil
}

// ZipError is what zip(strict=True) raises when argument i (counted from 0) is
// shorter or longer than those before it.
func ZipError(i int, how string) *Exc {
	if i == 1 {
		return NewExc(ValueError, "zip() argument 2 is %s than argument 1", how)
	}
	return NewExc(ValueError, "zip() argument %d is %s than arguments 1-%d", i+1, how, i)
}

func reversedNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[seqIter](v)
	if it.seq.IsNull() {
		return Null, nil
	}
	if it.seq.H.Type.IsHeap() {
		return Null, NeedVM
	}
	if it.pos >= 0 {
		x, e := GetItem(c, it.seq, Int(int64(it.pos)))
		if e == nil {
			it.pos--
			return x, nil
		}
		if e == needVM || !e.Is(IndexError) && !e.Is(StopIteration) {
			return Null, e
		}
	}
	it.seq = Null
	return Null, nil
}

// ReversedState opens a reversed object for the virtual machine: the sequence
// (Null when exhausted) and the next index.
func ReversedState(v Value) (seq *Value, pos *int) {
	it := ptr[seqIter](v)
	return &it.seq, &it.pos
}

// NewReversed makes reversed(seq) over a sequence of n items by index.
func NewReversed(seq Value, n int) Value {
	v := newIter(ReversedType, seq)
	ptr[seqIter](v).pos = n - 1
	return v
}

// Reversed is reversed(v) for built-in classes.
func Reversed(c *Ctx, v Value) (Value, *Exc) {
	t := v.H.Type
	if t.IsHeap() {
		m := t.Lookup(Intern("__reversed__"))
		if m.IsNone() {
			return Null, NewExc(TypeError, "'%s' object is not reversible", t)
		}
		if m.H != nil && AsBuiltin(m) == nil || m.H == nil && t.pySlots&(pyGetItem|pyLen) != 0 {
			return Null, NeedVM
		}
	}
	if m := AsBuiltin(t.Lookup(Intern("__reversed__"))); m != nil {
		return m.Call(c, []Value{v}, nil)
	}
	if t.Len == nil || t.GetItem == nil || t.Layout == LayoutSet || t == MappingProxyType {
		return Null, NewExc(TypeError, "'%s' object is not reversible", t)
	}
	n, e := t.Len(c, v)
	if e != nil {
		return Null, e
	}
	return NewReversed(v, n), nil
}

// CallIter is iter(callable, sentinel).
type CallIter struct {
	Header
	Fn, Sentinel Value // Fn is Null when exhausted
}

// NewCallIter makes iter(fn, sentinel).
func NewCallIter(fn, sentinel Value) Value {
	return Obj(&(&CallIter{Header{Type: CallIterType}, fn, sentinel}).Header)
}

// AsCallIter is the CallIter that v is.
func AsCallIter(v Value) *CallIter { return exact[CallIter](v, CallIterType) }

func initIterators() {
	iter := func(t *Type, leaf bool, next func(*Ctx, Value) (Value, *Exc)) {
		t.Slots.Iter = selfIter
		t.Slots.Next = next
		t.leafIter = leaf
	}
	iter(ListIterType, true, listIterNext)
	iter(ListReverseIterType, true, listReverseNext)
	iter(TupleIterType, true, tupleIterNext)
	iter(StrIterType, true, strIterNext)
	iter(StrASCIIIterType, true, strIterNext)
	iter(BytesIterType, true, bytesIterNext)
	iter(ByteArrayIterType, true, bytesIterNext)
	iter(MemoryIterType, true, memoryIterNext)
	iter(RangeIterType, true, rangeIterNext)
	iter(LongRangeIterType, true, longRangeNext)
	iter(SetIterType, true, setIterNext)
	iter(SeqIterType, false, pyUnary)
	iter(CallIterType, false, pyUnary)
	iter(EnumerateType, false, enumerateNext)
	iter(ZipType, false, zipNext)
	iter(ReversedType, false, reversedNext)
	for _, t := range [...]*Type{ListIterType, ListReverseIterType, TupleIterType, StrIterType, StrASCIIIterType, BytesIterType, ByteArrayIterType} {
		t.methods([]def{{"__length_hint__", "", seqIterHint}, {"__reduce__", "", seqIterReduce}, {"__setstate__", "state, /", seqIterSetState}})
	}
	for _, t := range [...]*Type{SetIterType, DictKeyIterType, DictValueIterType, DictItemIterType, DictReverseKeyIterType, DictReverseValIterType, DictReverseItemIter} {
		t.methods([]def{{"__reduce__", "", reduceRest}})
	}
	RangeIterType.methods([]def{{"__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		it := ptr[rangeIter](a[0])
		rest := NewRange(it.next, it.next+it.left*it.step, it.step)
		return TupleOf(builtinNamed(c, "iter"), TupleOf(rest), Int(0)), nil
	}}, {"__setstate__", "state, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		n, e := Index(c, a[1])
		if e != nil {
			return Null, e
		}
		it := ptr[rangeIter](a[0])
		n = max(0, min(n, it.left))
		it.next, it.left = it.next+n*it.step, it.left-n
		return None, nil
	}}})
	EnumerateType.methods([]def{{"__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		en := ptr[Enumerate](a[0])
		return TupleOf(en.Type.Value(), TupleOf(en.Iter, en.N)), nil
	}}})
	ZipType.methods([]def{{"__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		z := ptr[Zip](a[0])
		if z.Strict {
			return TupleOf(z.Type.Value(), NewTuple(z.Iters), True), nil
		}
		return TupleOf(z.Type.Value(), NewTuple(z.Iters)), nil
	}}, {"__setstate__", "state, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		strict, e := Truth(c, a[1])
		ptr[Zip](a[0]).Strict = strict
		return None, e
	}}})
	SetIterType.methods([]def{{"__length_hint__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return Int(int64(len(ptr[setIter](a[0]).rest(c)))), nil
	}}, {"__reduce__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return TupleOf(builtinNamed(c, "iter"), TupleOf(NewList(ptr[setIter](a[0]).rest(c)))), nil
	}}})
	RangeIterType.methods([]def{{"__length_hint__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return Int(ptr[rangeIter](a[0]).left), nil
	}}})
	EnumerateType.staticMethods([]def{{"__new__", "iterable, start=0", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		start := Int(0)
		if !a[2].IsNull() {
			var e *Exc
			if start, e = IndexValue(c, a[2]); e != nil {
				return Null, e
			}
		}
		it, e := Iter(c, a[1])
		if e != nil {
			return Null, e
		}
		return NewEnumerate(AsType(a[0]), it, start), nil
	}}})
	ReversedType.staticMethods([]def{{"__new__", "sequence, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return Reversed(c, a[1]) }}})
	EnumerateType.SubAttrs, ZipType.SubAttrs = unsafe.Offsetof(Enumerate{}.Attrs), unsafe.Offsetof(Zip{}.Attrs)
	ZipType.staticMethods([]def{{"__new__", "*iterables, strict=False", zipNew}})
	ReversedType.methods([]def{{"__length_hint__", "", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return Int(int64(ptr[seqIter](a[0]).pos + 1)), nil
	}}})
	traverseSeq := func(v Value, visit func(Value)) {
		if s := ptr[seqIter](v).seq; s.H != nil {
			visit(s)
		}
	}
	for _, t := range [...]*Type{ListIterType, ListReverseIterType, TupleIterType, SeqIterType, ReversedType} {
		t.Slots.Traverse = traverseSeq
	}
	EnumerateType.Flags |= Pairs
	ZipType.Flags |= Pairs
	DictItemIterType.Flags |= Pairs
	EnumerateType.Slots.Traverse = func(v Value, visit func(Value)) { visit(ptr[Enumerate](v).Iter) }
	ZipType.Slots.Traverse = func(v Value, visit func(Value)) {
		for _, x := range ptr[Zip](v).Iters {
			visit(x)
		}
	}
}

// zipNew gets strict first (after the class), then the iterables.
func zipNew(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	strict := false
	if !a[1].IsNull() {
		var e *Exc
		if strict, e = Truth(c, a[1]); e != nil {
			return Null, e
		}
	}
	iters := make([]Value, 0, len(a)-2)
	for i, x := range a[2:] {
		it, e := Iter(c, x)
		if e != nil {
			if e != needVM && e.Type == TypeError {
				return Null, NewExc(TypeError, "'%s' object is not iterable", x.H.Type)
			}
			return Null, e
		}
		_ = i
		iters = append(iters, it)
	}
	return NewZip(AsType(a[0]), iters, strict), nil
}

// setIter walks over a Set and notices when it changes size.
type setIter struct {
	Header
	set  *Set
	pos  int
	used int
}

func newSetIter(s *Set) Value {
	return Obj(&(&setIter{Header{Type: SetIterType}, s, 0, s.used}).Header)
}

func setIterNext(c *Ctx, v Value) (Value, *Exc) {
	it := ptr[setIter](v)
	if it.set == nil {
		return Null, nil
	}
	if it.set.used != it.used {
		it.used = -1
		return Null, NewExc(RuntimeError, "Set changed size during iteration")
	}
	x, ok := it.set.Next(&it.pos)
	if !ok {
		it.set = nil
		return Null, nil
	}
	return x, nil
}

func (it *setIter) rest(c *Ctx) (items []Value) {
	if it.set != nil && it.set.used == it.used {
		for pos := it.pos; ; {
			x, ok := it.set.Next(&pos)
			if !ok {
				break
			}
			items = append(items, x)
		}
	}
	return items
}

// seqIterReduce is what copying and pickling an iterator build on: iter, what it
// walks over, and how far it is.
func seqIterReduce(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	it := ptr[seqIter](a[0])
	name := "iter"
	if it.Type == ListReverseIterType {
		name = "reversed"
	}
	fn, _ := c.Builtins.GetStr(Intern(name))
	if it.seq.IsNull() {
		empty := TupleOf()
		switch it.Type {
		case ListIterType, ListReverseIterType, SeqIterType:
			empty = NewList(nil)
		case StrIterType:
			empty = NewStr("")
		}
		fn, _ = c.Builtins.GetStr(Intern("iter"))
		return TupleOf(fn, TupleOf(empty)), nil
	}
	pos := it.pos
	if it.Type == StrIterType {
		pos = utf8.RuneCountInString(AsStr(it.seq).Text[:pos])
	}
	return TupleOf(fn, TupleOf(it.seq), Int(int64(pos))), nil
}

// builtinNamed is a function of module builtins.
func builtinNamed(c *Ctx, name string) Value {
	fn, _ := c.Builtins.GetStr(Intern(name))
	return fn
}

// reduceRest is the reduction of an iterator whose place nothing else can name: a list of what it has left.
func reduceRest(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	var rest Value
	if a[0].H.Type == SetIterType {
		it := *ptr[setIter](a[0])
		rest = Obj(&it.Header)
	} else {
		it := *ptr[dictIter](a[0])
		rest = Obj(&it.Header)
	}
	elems, e := Drain(c, rest)
	if e != nil {
		return Null, e
	}
	return TupleOf(builtinNamed(c, "iter"), TupleOf(NewList(elems))), nil
}

// seqIterSetState moves an iterator to where it was.
func seqIterSetState(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	it := ptr[seqIter](a[0])
	n, ok := ToInt64(a[1])
	if !ok {
		return Null, NewExc(TypeError, "an integer is required")
	}
	if it.seq.IsNull() {
		return None, nil
	}
	if n < 0 && it.Type != ListReverseIterType {
		n = 0
	}
	if it.Type == StrIterType {
		text := AsStr(it.seq).Text
		it.pos = 0
		for ; n > 0 && it.pos < len(text); n-- {
			_, w := decodeRune(text[it.pos:])
			it.pos += w
		}
		return None, nil
	}
	length, e := Len(c, it.seq)
	if e != nil {
		return Null, e
	}
	it.pos = int(min(n, int64(length)))
	return None, nil
}
