// Package collectionsmod is the module collections: deque in Go, the rest in
// Python.
package collectionsmod

import (
	_ "embed"
	"math"
	"unsafe"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

// Deque is collections.deque: a ring of items.
type Deque struct {
	object.Header
	object.Attrs
	ring    []value // its length is a power of two, or 0
	first   int
	n       int
	max     int    // -1 for no bound
	changes uint32 // counts changes of size, for iterators
	inRepr  bool   // its repr is being made
}

// DequeType is the class.
var DequeType = object.NewStaticType("deque", "collections", object.ObjectType, object.LayoutOther, object.SequencePattern)

// AsDeque is the Deque that v is, or nil.
func AsDeque(v value) *Deque {
	if v.H != nil && v.H.Type.IsSubtype(DequeType) {
		return (*Deque)(unsafe.Pointer(v.H))
	}
	return nil
}

func (d *Deque) at(i int) *value { return &d.ring[(d.first+i)&(len(d.ring)-1)] }

func (d *Deque) grow() {
	ring := make([]value, max(8, 2*len(d.ring)))
	for i := 0; i < d.n; i++ {
		ring[i] = *d.at(i)
	}
	d.ring, d.first = ring, 0
}

// Append adds an item at the right end; a full deque loses one at the left.
func (d *Deque) Append(v value) {
	if d.max == 0 {
		return
	}
	if d.n == d.max {
		d.PopLeft()
	}
	if d.n == len(d.ring) {
		d.grow()
	}
	*d.at(d.n) = v
	d.n++
	d.changes++
}

// AppendLeft adds an item at the left end; a full deque loses one at the right.
func (d *Deque) AppendLeft(v value) {
	if d.max == 0 {
		return
	}
	if d.n == d.max {
		d.Pop()
	}
	if d.n == len(d.ring) {
		d.grow()
	}
	d.first = (d.first - 1) & (len(d.ring) - 1)
	d.ring[d.first] = v
	d.n++
	d.changes++
}

// Pop takes the item at the right end; Null from an empty deque.
func (d *Deque) Pop() value {
	if d.n == 0 {
		return value{}
	}
	d.n--
	d.changes++
	at := d.at(d.n)
	v := *at
	*at = value{}
	return v
}

// PopLeft takes the item at the left end; Null from an empty deque.
func (d *Deque) PopLeft() value {
	if d.n == 0 {
		return value{}
	}
	v := d.ring[d.first]
	d.ring[d.first] = value{}
	d.first = (d.first + 1) & (len(d.ring) - 1)
	d.n--
	d.changes++
	return v
}

// Len is the number of items.
func (d *Deque) Len() int { return d.n }

// Items copies the items into a slice.
func (d *Deque) Items() []value {
	out := make([]value, d.n)
	for i := range out {
		out[i] = *d.at(i)
	}
	return out
}

// set replaces all items.
func (d *Deque) set(items []value) {
	d.clear()
	for _, v := range items {
		d.Append(v)
	}
}

func (d *Deque) clear() {
	d.ring, d.first, d.n = nil, 0, 0
	d.changes++
}

func (d *Deque) like(c *ctx) (*Deque, value) {
	v := DequeType.Alloc(c, DequeType)
	n := AsDeque(v)
	n.max = d.max
	return n, v
}

func (d *Deque) rotate(by int) {
	if d.n < 2 {
		return
	}
	by %= d.n
	if by < 0 {
		by += d.n
	}
	items := d.Items()
	for i, v := range items {
		*d.at((i + by) % d.n) = v
	}
	d.changes++
}

func (d *Deque) remove(i int) {
	items := d.Items()
	d.set(append(items[:i], items[i+1:]...))
}

//go:embed collections.py
var source string

//go:embed abc.py
var abcSource string

func init() {
	initDeque()
	initDequeIter()
	initDequeSearch()
	tb := &lib.Table{Name: "collections"}
	initTupleGetter()
	tb.Type(DequeType)
	tb.Type(tupleGetterType)
	spec := tb.Spec(source)
	spec.Package = true
	lib.Register("collections", spec)
	lib.Register("collections.abc", vm.Spec{Source: abcSource})
	lib.Register("_collections_abc", vm.Spec{Source: abcSource})
}

func initDeque() {
	tp := DequeType
	tp.AttrOffset = unsafe.Offsetof(Deque{}.Attrs)
	tp.Alloc = func(c *ctx, t *object.Type) value {
		d := &Deque{max: -1}
		d.Type = t
		d.Shape = t.Root
		return object.Obj(&d.Header)
	}
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return tp.Alloc(c, object.AsType(a[0])), nil
	})
	vm.AddNative(tp, object.KindSlot, "__init__", "iterable=(), maxlen=None", func(t *thread, a []value, _ []*str) action {
		d := AsDeque(a[0])
		d.max = -1
		if !a[2].IsNull() && !a[2].IsNone() {
			if !object.IsIntLike(a[2]) {
				return vm.Raisef(object.TypeError, "an integer is required")
			}
			n, e := object.Index(t.RT.Ctx, a[2])
			if e != nil {
				return vm.Raise(e)
			}
			if n < 0 {
				return vm.Raisef(object.ValueError, "maxlen must be non-negative")
			}
			d.max = int(n)
		}
		d.clear()
		if a[1].IsNull() {
			return vm.ReturnNone()
		}
		return extend(t, d, a[1], (*Deque).Append)
	})
	leaf := func(name, sig string, fn func(c *ctx, d *Deque, a []value) (value, *exc)) {
		tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, AsDeque(a[0]), a[1:]) })
	}
	leaf("append", "x, /", func(c *ctx, d *Deque, a []value) (value, *exc) { d.Append(a[0]); return object.None, nil })
	leaf("appendleft", "x, /", func(c *ctx, d *Deque, a []value) (value, *exc) { d.AppendLeft(a[0]); return object.None, nil })
	popped := func(v value) (value, *exc) {
		if v.IsNull() {
			return v, object.NewExc(object.IndexError, "pop from an empty deque")
		}
		return v, nil
	}
	leaf("pop", "", func(c *ctx, d *Deque, a []value) (value, *exc) { return popped(d.Pop()) })
	leaf("popleft", "", func(c *ctx, d *Deque, a []value) (value, *exc) { return popped(d.PopLeft()) })
	leaf("clear", "", func(c *ctx, d *Deque, a []value) (value, *exc) { d.clear(); return object.None, nil })
	DequeType.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*object.Str) (value, *exc) {
		return object.NewGenericAlias(a[0], a[1]), nil
	})
	duplicate := func(c *ctx, d *Deque, a []value) (value, *exc) {
		n, v := d.like(c)
		n.set(d.Items())
		return v, nil
	}
	leaf("copy", "", duplicate)
	leaf("__copy__", "", duplicate)
	leaf("reverse", "", func(c *ctx, d *Deque, a []value) (value, *exc) {
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			*d.at(i), *d.at(j) = *d.at(j), *d.at(i)
		}
		return object.None, nil
	})
	leaf("rotate", "n=1, /", func(c *ctx, d *Deque, a []value) (value, *exc) {
		n := int64(1)
		if !a[0].IsNull() {
			var e *exc
			if n, e = object.Index(c, a[0]); e != nil {
				return value{}, e
			}
		}
		d.rotate(int(n % int64(max(d.n, 1))))
		return object.None, nil
	})
	leaf("insert", "index, object, /", func(c *ctx, d *Deque, a []value) (value, *exc) {
		i, e := object.Index(c, a[0])
		if e != nil {
			return value{}, e
		}
		if d.n == d.max {
			return value{}, object.NewExc(object.IndexError, "deque already at its maximum size")
		}
		if i < 0 {
			i = max(i+int64(d.n), 0)
		}
		at := int(min(i, int64(d.n)))
		items := d.Items()
		items = append(items[:at], append([]value{a[1]}, items[at:]...)...)
		d.set(items)
		return object.None, nil
	})
	method := func(name string, put func(d *Deque, v value)) {
		vm.AddNative(tp, object.KindMethod, name, "iterable, /", func(t *thread, a []value, _ []*str) action {
			return extend(t, AsDeque(a[0]), a[1], put)
		})
	}
	method("extend", (*Deque).Append)
	method("extendleft", (*Deque).AppendLeft)
	vm.AddNative(tp, object.KindSlot, "__iadd__", "value, /", func(t *thread, a []value, _ []*str) action {
		self := a[0]
		return vm.OnValue(t, extend(t, AsDeque(self), a[1], (*Deque).Append), func(t *thread, _ value) action { return vm.Return(self) })
	})
	tp.AddGetSet("maxlen", func(c *ctx, v value) (value, *exc) {
		if m := AsDeque(v).max; m >= 0 {
			return object.Int(int64(m)), nil
		}
		return object.None, nil
	}, nil)
	tp.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		d := AsDeque(a[0])
		args := object.TupleOf()
		if d.max >= 0 {
			args = object.TupleOf(object.TupleOf(), object.Int(int64(d.max)))
		}
		state := object.None
		if d.Attrs.Len() > 0 {
			state = d.Attrs.ToDict().Value()
		}
		return object.TupleOf(d.Type.Value(), args, state, newDequeIter(iterType, d)), nil
	})
	s := &tp.Slots
	s.InPlace[object.OpAdd] = func(c *ctx, a, b value) (value, *exc) { return value{}, object.NeedVM }
	s.Hash = nil
	tp.Dict.SetStr(object.Intern("__hash__"), object.None)
	s.Len = func(c *ctx, v value) (int, *exc) { return AsDeque(v).n, nil }
	s.Bool = func(c *ctx, v value) (bool, *exc) { return AsDeque(v).n > 0, nil }
	s.GetItem = func(c *ctx, v, k value) (value, *exc) {
		at, e := AsDeque(v).index(c, k)
		if e != nil {
			return value{}, e
		}
		return *at, nil
	}
	s.SetItem = func(c *ctx, v, k, x value) *exc {
		at, e := AsDeque(v).index(c, k)
		if e == nil {
			*at = x
		}
		return e
	}
	s.DelItem = func(c *ctx, v, k value) *exc {
		d := AsDeque(v)
		if _, e := d.index(c, k); e != nil {
			return e
		}
		i, _ := object.Index(c, k)
		if i < 0 {
			i += int64(d.n)
		}
		d.remove(int(i))
		return nil
	}
	s.Binary[object.OpAdd] = func(c *ctx, a, b value) (value, *exc) {
		x, y := AsDeque(a), AsDeque(b)
		if x == nil {
			return object.NotImplemented, nil
		}
		if y == nil {
			return value{}, object.NewExc(object.TypeError, "can only concatenate deque (not \"%s\") to deque", object.TypeOf(b).Label())
		}
		n, v := x.like(c)
		n.set(append(x.Items(), y.Items()...))
		return v, nil
	}
	s.Binary[object.OpMul] = func(c *ctx, a, b value) (value, *exc) {
		d, by := AsDeque(a), b
		if d == nil {
			d, by = AsDeque(b), a
		}
		if !object.IsIntLike(by) {
			return object.NotImplemented, nil
		}
		times, e := object.Index(c, by)
		if e != nil {
			return value{}, e
		}
		n, v := d.like(c)
		if times > 0 && d.n > 0 {
			if e := c.Reserve(times * int64(d.n) * 16); e != nil {
				return value{}, e
			}
		}
		items := d.Items()
		for ; times > 0 && len(items) > 0; times-- {
			for _, x := range items {
				n.Append(x)
			}
		}
		return v, nil
	}
	s.Repr = func(c *ctx, v value) (string, *exc) { return "", object.NeedVM }
	vm.AddNative(tp, object.KindSlot, "__repr__", "", func(t *thread, a []value, _ []*str) action {
		d := AsDeque(a[0])
		if d.inRepr {
			return vm.Return(object.NewStr("[...]")) // it holds itself
		}
		d.inRepr = true
		return vm.After(t, vm.Repr(t, object.NewList(d.Items())), func(t *thread, s value, e *exc) action {
			d.inRepr = false
			if e != nil {
				return vm.Raise(e)
			}
			text := d.Type.Name + "(" + object.AsStr(s).Text
			if d.max >= 0 {
				text += ", maxlen=" + object.Sprintf("%d", d.max)
			}
			return vm.Return(object.NewStr(text + ")"))
		})
	})
	s.Traverse = func(v value, visit func(value)) {
		d := AsDeque(v)
		for i := 0; i < d.n; i++ {
			visit(*d.at(i))
		}
	}
	for _, n := range [...]struct {
		name, sig string
		leaf      object.LeafFunc
	}{
		{"__len__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.Int(int64(AsDeque(a[0]).n)), nil }},
		{"__getitem__", "key, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.GetItem(c, a[0], a[1]) }},
		{"__setitem__", "key, value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.None, s.SetItem(c, a[0], a[1], a[2]) }},
		{"__delitem__", "key, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return object.None, s.DelItem(c, a[0], a[1]) }},
		{"__add__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpAdd](c, a[0], a[1]) }},
		{"__mul__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpMul](c, a[0], a[1]) }},
		{"__rmul__", "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) { return s.Binary[object.OpMul](c, a[0], a[1]) }},
	} {
		tp.AddMethod(object.KindSlot, n.name, n.sig, n.leaf)
	}
}

func (d *Deque) index(c *ctx, k value) (*value, *exc) {
	i, e := object.Index(c, k)
	if e != nil {
		if e != object.NeedVM && e.Is(object.TypeError) {
			e = object.NewExc(object.TypeError, "sequence index must be integer, not '%s'", object.TypeOf(k).Label())
		}
		return nil, e
	}
	if i < 0 {
		i += int64(d.n)
	}
	if i < 0 || i >= int64(d.n) {
		return nil, object.NewExc(object.IndexError, "deque index out of range")
	}
	return d.at(int(i)), nil
}

func extend(t *thread, d *Deque, iterable value, put func(d *Deque, v value)) action {
	if o := AsDeque(iterable); o == d {
		iterable = object.NewList(o.Items())
	}
	return vm.ForEach(t, iterable, func(t *thread, v value) action {
		put(d, v)
		return vm.Continue()
	}, func(t *thread) action { return vm.ReturnNone() })
}

// dequeIter walks over a deque, forwards or backwards.
type dequeIter struct {
	object.Header
	d       *Deque
	left    int
	changes uint32
	back    bool
}

var (
	iterType        = object.NewStaticType("_deque_iterator", "_collections", object.ObjectType, object.LayoutOther, object.NotBase)
	reverseIterType = object.NewStaticType("_deque_reverse_iterator", "_collections", object.ObjectType, object.LayoutOther, object.NotBase)
)

func newDequeIter(tp *object.Type, d *Deque) value {
	it := &dequeIter{d: d, left: d.n, changes: d.changes, back: tp == reverseIterType}
	it.Type = tp
	return object.Obj(&it.Header)
}

func initDequeIter() {
	next := func(c *ctx, v value) (value, *exc) {
		it := (*dequeIter)(unsafe.Pointer(v.H))
		if it.left > 0 && it.changes != it.d.changes {
			it.left = 0
			return value{}, object.NewExc(object.RuntimeError, "deque mutated during iteration")
		}
		if it.left == 0 {
			return value{}, nil
		}
		it.left--
		if it.back {
			return *it.d.at(it.left), nil
		}
		return *it.d.at(it.d.n - 1 - it.left), nil
	}
	for _, tp := range [...]*object.Type{iterType, reverseIterType} {
		tp.Slots.Iter = func(c *ctx, v value) (value, *exc) { return v, nil }
		tp.Slots.Next = next
		tp.AddMethod(object.KindSlot, "__iter__", "", func(c *ctx, a []value, _ []*str) (value, *exc) { return a[0], nil })
		tp.AddMethod(object.KindSlot, "__next__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
			v, e := next(c, a[0])
			if e == nil && v.IsNull() {
				e = object.NewStopIteration(object.None)
			}
			return v, e
		})
		tp.AddMethod(object.KindMethod, "__length_hint__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.Int(int64((*dequeIter)(unsafe.Pointer(a[0].H)).left)), nil
		})
		tp.Slots.Traverse = func(v value, visit func(value)) { visit(object.Obj(&(*dequeIter)(unsafe.Pointer(v.H)).d.Header)) }
		object.SetLeafIter(tp)
	}
	object.SetLeafIter(DequeType)
	DequeType.Slots.Iter = func(c *ctx, v value) (value, *exc) { return newDequeIter(iterType, AsDeque(v)), nil }
	DequeType.AddMethod(object.KindSlot, "__iter__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return newDequeIter(iterType, AsDeque(a[0])), nil
	})
	DequeType.AddMethod(object.KindMethod, "__reversed__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return newDequeIter(reverseIterType, AsDeque(a[0])), nil
	})
}

// initDequeSearch adds what compares items.
func initDequeSearch() {
	tp := DequeType
	iterating := func() *exc { return object.NewExc(object.RuntimeError, "deque mutated during iteration") }
	removing := func() *exc { return object.NewExc(object.IndexError, "deque mutated during remove().") }
	// find goes on with the position of the first item from i on that equals x, or -1.
	find := func(t *thread, d *Deque, x value, i, end int, mutated func() *exc, then func(t *thread, at int) action) action {
		changes := d.changes
		return vm.Repeat(t, func(t *thread) action {
			if i >= d.n || i >= end {
				return then(t, -1)
			}
			return vm.OnTruthOf(t, vm.Equal(t, *d.at(i), x), func(t *thread, same bool) action {
				if changes != d.changes {
					return vm.Raise(mutated())
				}
				if same {
					return then(t, i)
				}
				i++
				return vm.Continue()
			})
		})
	}
	vm.AddNative(tp, object.KindSlot, "__contains__", "key, /", func(t *thread, a []value, _ []*str) action {
		d := AsDeque(a[0])
		return find(t, d, a[1], 0, d.n, iterating, func(t *thread, at int) action { return vm.Return(object.Bool(at >= 0)) })
	})
	vm.AddNative(tp, object.KindMethod, "count", "x, /", func(t *thread, a []value, _ []*str) action {
		d, x, n := AsDeque(a[0]), a[1], 0
		from := 0
		return vm.Repeat(t, func(t *thread) action {
			done := false
			return vm.OnValue(t, find(t, d, x, from, d.n, iterating, func(t *thread, at int) action {
				if done = at < 0; !done {
					n++
					from = at + 1
				}
				return vm.ReturnNone()
			}), func(t *thread, _ value) action {
				if done {
					return vm.Return(object.Int(int64(n)))
				}
				return vm.Continue()
			})
		})
	})
	vm.AddNative(tp, object.KindMethod, "index", "x, start=0, stop=None, /", func(t *thread, a []value, _ []*str) action {
		d, x := AsDeque(a[0]), a[1]
		bound := func(v value, def int) (int, *exc) {
			if v.IsNull() {
				return def, nil
			}
			n, e := object.IndexValue(t.RT.Ctx, v)
			if e != nil {
				return 0, e
			}
			i := int64(math.MaxInt64)
			if b := object.ToBig(n); b.IsInt64() {
				i = b.Int64()
			} else if b.Sign() < 0 {
				i = math.MinInt64 / 2
			}
			if i < 0 {
				i = max(i+int64(d.n), 0)
			}
			return int(min(i, int64(d.n))), e
		}
		start, e := bound(a[2], 0)
		if e != nil {
			return vm.Raise(e)
		}
		stop, e := bound(a[3], d.n)
		if e != nil {
			return vm.Raise(e)
		}
		return find(t, d, x, start, stop, iterating, func(t *thread, at int) action {
			if at >= 0 {
				return vm.Return(object.Int(int64(at)))
			}
			return vm.OnValue(t, vm.Repr(t, x), func(t *thread, s value) action {
				return vm.Raisef(object.ValueError, "%s is not in deque", object.AsStr(s).Text)
			})
		})
	})
	vm.AddNative(tp, object.KindMethod, "remove", "value, /", func(t *thread, a []value, _ []*str) action {
		d, x := AsDeque(a[0]), a[1]
		return find(t, d, x, 0, d.n, removing, func(t *thread, at int) action {
			if at < 0 {
				return vm.OnValue(t, vm.Repr(t, x), func(t *thread, s value) action {
					return vm.Raisef(object.ValueError, "%s is not in deque", object.AsStr(s).Text)
				})
			}
			d.remove(at)
			return vm.ReturnNone()
		})
	})
	tp.Slots.Compare = func(c *ctx, a, b value, op int) (value, *exc) {
		x, y := AsDeque(a), AsDeque(b)
		if x == nil || y == nil {
			return object.NotImplemented, nil
		}
		return object.Compare(c, object.NewList(x.Items()), object.NewList(y.Items()), op)
	}
	for op, n := range [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"} {
		tp.AddMethod(object.KindSlot, n, "value, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return tp.Slots.Compare(c, a[0], a[1], op)
		}).Native = vm.NativeFunc(func(t *thread, a []value, _ []*str) action {
			x, y := AsDeque(a[0]), AsDeque(a[1])
			return vm.Compare(t, object.NewList(x.Items()), object.NewList(y.Items()), op)
		})
	}
}

func init() {
	object.Describe[Deque](DequeType)
	object.Describe[dequeIter](iterType, reverseIterType)
}
