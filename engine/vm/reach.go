package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// A reference that goes away can end a watched object only if it led to one.
// Most references lead to a handful of objects, which are looked at here, so
// that a trace from the roots is made only where it may find something.

// reachLimit is how many objects are looked at before the answer is that it may be.
const reachLimit = 48

// probe looks for watched objects near a value. It marks nothing, so that a cycle costs the limit.
type probe struct {
	c     *object.Ctx
	work  [reachLimit]Value
	n     int  // of work
	seen  int  // objects put into work so far
	found bool // a watched object, or more than the limit
	visit func(Value)
}

// leadsToWatched tells whether v is a watched object or may refer to one, however indirectly. Classes and modules
// that are met on the way do not count: they live on without v.
func (t *Thread) leadsToWatched(v Value) bool {
	h := v.H
	if h == nil {
		return false
	}
	if h.Flags&object.FlagWatched != 0 {
		return true
	}
	if h.Type.Traverse == nil && h.Type.AttrOffset == 0 && AsGenerator(v) == nil {
		return false
	}
	switch h.Type.Layout {
	case object.LayoutType, object.LayoutModule:
		return true
	}
	p := t.RT.probe
	if p == nil {
		p = &probe{c: t.RT.Ctx}
		p.visit = p.look
		t.RT.probe = p
	}
	p.n, p.seen, p.found = 0, 0, false
	p.look(v)
	for p.n > 0 && !p.found {
		p.n--
		p.into(p.work[p.n])
	}
	clear(p.work[:min(p.seen, reachLimit)])
	return p.found
}

// look is told of one object that is referred to.
func (p *probe) look(v Value) {
	h := v.H
	if h == nil || p.found {
		return
	}
	if h.Flags&object.FlagWatched != 0 || h == &unseen {
		p.found = true
		return
	}
	tp := h.Type
	if tp.Traverse == nil && tp.AttrOffset == 0 && AsGenerator(v) == nil {
		return
	}
	switch tp.Layout {
	case object.LayoutType, object.LayoutModule:
		return
	}
	if p.seen == reachLimit {
		p.found = true
		return
	}
	p.work[p.n] = v
	p.n++
	p.seen++
}

// into visits what v refers to, unless that is plainly too much.
func (p *probe) into(v Value) {
	tp := v.H.Type
	if g := AsGenerator(v); g != nil {
		p.found = g.Frame != nil // what a suspended frame holds is left to the trace
		return
	}
	if fn := object.AsFunction(v); fn != nil {
		for _, d := range fn.Defaults {
			p.look(d)
		}
		for _, c := range fn.Closure {
			p.look(c.Value())
		}
		if fn.KwDefaults != nil {
			p.look(fn.KwDefaults.Value())
		}
		if fn.Dict != nil {
			p.look(object.Obj(&fn.Dict.Header))
		}
		return
	}
	if tp.Traverse != nil {
		if tp.Len != nil && !tp.IsHeap() {
			if n, exc := tp.Len(p.c, v); exc != nil || n > 4*reachLimit {
				p.found = true
				return
			}
		}
		tp.Traverse(v, p.visit)
	}
	if tp.IsHeap() && tp.AttrOffset != 0 {
		at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
		for _, x := range at.Vals {
			p.look(x)
		}
		if at.Dict != nil {
			p.look(object.Obj(&at.Dict.Header))
		}
	}
}

// replaced is the value that o[k] = v or del o[k] takes out of a built-in list or dictionary. It answers false
// where that cannot be told beforehand.
func replaced(c *object.Ctx, o, k Value) (Value, bool) {
	switch {
	case o.H.Type == object.ListType && k.H == &object.IntHeader:
		l := object.AsList(o)
		i, n := k.Int64(), int64(len(l.Elems))
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return Value{}, true
		}
		return l.Elems[i], true
	case o.H.Type == object.DictType:
		if k.H == &object.IntHeader || k.H.Type == object.StrType {
			v, _, exc := object.AsDict(o).Get(c, k)
			return v, exc == nil
		}
	}
	return Value{}, false
}

// keeping are the methods of built-in containers that take nothing out of them but what they answer.
var keeping = map[string]bool{
	"append": true, "appendleft": true, "insert": true, "extend": true, "extendleft": true, "index": true, "count": true, "copy": true,
	"sort": true, "reverse": true, "rotate": true, "pop": true, "popleft": true, "popitem": true, "get": true, "keys": true, "values": true,
	"items": true, "setdefault": true, "add": true, "union": true, "issubset": true, "issuperset": true, "isdisjoint": true,
	"intersection": true, "difference": true, "symmetric_difference": true, "__contains__": true, "__len__": true, "__getitem__": true,
	"__iter__": true, "move_to_end": true,
}

// dropsNothing tells of a call of a built-in method that whatever it takes out of its receiver is in its result. A
// bounded deque drops what falls off its end, and the key of dict.pop goes away: these are not promised.
func dropsNothing(b *object.Builtin, args []Value) bool {
	self := b.Self
	if self.H == nil {
		if len(args) == 0 {
			return false
		}
		self, args = args[0], args[1:]
	}
	tp := self.H.Type
	switch tp.Layout {
	case object.LayoutStr, object.LayoutBytes, object.LayoutTuple:
		return !tp.IsHeap()
	case object.LayoutList, object.LayoutSet:
		return !tp.IsHeap() && keeping[b.Name]
	case object.LayoutDict:
		if b.Name == "pop" && len(args) > 0 && args[0].H.Type.Traverse != nil {
			return false
		}
		return !tp.IsHeap() && keeping[b.Name]
	}
	return false
}
