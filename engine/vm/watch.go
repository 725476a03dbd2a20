package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// The end of an object can be seen by a program when it is a suspended
// generator with something to clean up, a coroutine that was never awaited, an
// instance with __del__, or the target of a weak reference. CPython ends such an
// object the moment its last reference goes. Here they are "watched": while
// there is one, whoever drops a reference that may have led to it asks for a
// trace from the roots, and those it does not reach end.

// watch begins to watch v.
func (t *Thread) watch(v Value) {
	if v.H.Flags&object.FlagWatched != 0 {
		return
	}
	v.H.Flags |= object.FlagWatched
	t.RT.watched = append(t.RT.watched, v.H)
	t.RT.watching++
}

// Watch makes the end of v visible: its finaliser runs when nothing refers to it any more.
func (t *Thread) Watch(v Value) { t.watch(v) }

// watchGen watches a generator whose end can be seen.
func (t *Thread) watchGen(g *Generator) {
	if g.Type == object.CoroutineType || len(g.Code.Handlers) > 0 && g.Code.Code.Flags&bytecode.Hidden == 0 {
		t.watch(g.Value())
	}
}

func (t *Thread) unwatchGen(g *Generator) {
	if g.Flags&object.FlagWatched != 0 {
		t.unwatch(&g.Header)
	}
}

func (t *Thread) unwatch(h *object.Header) {
	h.Flags &^= object.FlagWatched
	t.RT.watching--
	for i, w := range t.RT.watched {
		if w == h {
			t.RT.watched = append(t.RT.watched[:i], t.RT.watched[i+1:]...)
			break
		}
	}
}

// dropped is told of each reference that goes away while something is watched.
func (t *Thread) dropped(v Value) {
	if t.RT.watching == 0 || v.H == nil || !mayHold(v) {
		return
	}
	t.sweep()
}

// mayHold tells whether v can refer to a watched object, or be one.
func mayHold(v Value) bool {
	if v.H.Flags&object.FlagWatched != 0 {
		return true
	}
	tp := v.H.Type
	return tp.Traverse != nil && !object.IsEmptyContainer(v)
}

// leave ends a frame while something is watched.
func (t *Thread) leave(f *Frame, v Value) {
	hold := false
	for _, s := range f.Slots[:f.sp] {
		if s.H != nil && s != v && mayHold(s) {
			hold = true
			break
		}
	}
	t.popReturn(f, v)
	if hold {
		t.sweep()
	}
}

// sweep traces from the roots and ends the watched objects that are not reached.
func (t *Thread) sweep() {
	rt := t.RT
	if rt.sweeping {
		return
	}
	rt.epoch++
	m := marker{epoch: rt.epoch}
	m.dict(rt.Modules)
	for _, th := range rt.Threads {
		if !m.thread(th) {
			return // native code on the chain holds values that cannot be seen; a later drop asks again
		}
	}
	if rt.Roots != nil {
		rt.Roots(m.visit)
	}
	m.run()
	var dead []*object.Header
	for _, h := range rt.watched {
		if h.Mark != m.epoch {
			dead = append(dead, h)
		}
	}
	for _, h := range dead {
		t.unwatch(h)
	}
	for i := len(dead) - 1; i >= 0; i-- {
		t.finalize(dead[i])
	}
}

// finalize runs what an object does at its end.
func (t *Thread) finalize(h *object.Header) {
	v := object.Obj(h)
	if g := AsGenerator(v); g != nil {
		t.endGenerator(g)
		return
	}
	if h.Type.Flags&object.HasDel != 0 && h.Flags&object.FlagFinalized == 0 {
		h.Flags |= object.FlagFinalized
		fn := special(v, intern("__del__"))
		t.aside(callSpecial(t, fn, v), func(t *Thread, exc *Exc) {
			t.RT.Unraisable(t, exc, "", fn)
		})
	}
	if t.RT.OnEnd != nil {
		t.RT.OnEnd(t, v)
	}
}

// endGenerator closes an abandoned generator, and reports a coroutine that was never awaited.
func (t *Thread) endGenerator(g *Generator) {
	if g.Frame == nil || g.Running {
		return
	}
	if !g.Started {
		t.endUnstarted(g)
		if g.Type == object.CoroutineType && t.RT.NeverAwaited != nil && g.Code.Code.Flags&bytecode.Hidden == 0 {
			t.aside(t.RT.NeverAwaited(t, g), nil)
		}
		return
	}
	if g.Type == object.AsyncGeneratorType && !g.Finalizer.IsNull() && !g.Finalizer.IsNone() {
		t.aside(Call(g.Finalizer, g.Value()), nil)
		return
	}
	t.aside(closeGen(t, g), func(t *Thread, exc *Exc) {
		t.RT.Unraisable(t, exc, "Exception ignored in: ", g.Value())
	})
}

// aside runs an action between two instructions, dropping its result.
func (t *Thread) aside(a Action, failed func(t *Thread, exc *Exc)) {
	handled := t.handled
	t.RT.sweeping = true
	a = After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		t.handled = handled
		t.RT.sweeping = false
		if exc != nil && failed != nil {
			failed(t, exc)
		}
		return ReturnNone()
	})
	t.RT.sweeping = false
	if a.kind == actReturn {
		return
	}
	t.perform(a, retDrop)
}

// marker walks the heap without recursion.
type marker struct {
	epoch uint32
	work  []Value
}

func (m *marker) visit(v Value) {
	h := v.H
	if h == nil || h.Mark == m.epoch {
		return
	}
	switch h {
	case &object.IntHeader, &object.FloatHeader, &object.BoolHeader:
		return
	}
	if h.Type.Traverse == nil && AsGenerator(v) == nil && h.Type.AttrOffset == 0 {
		if h.Flags&object.FlagWatched != 0 {
			h.Mark = m.epoch
		}
		return
	}
	h.Mark = m.epoch
	m.work = append(m.work, v)
}

func (m *marker) dict(d *object.Dict) {
	if d != nil {
		m.visit(object.Obj(&d.Header))
	}
}

func (m *marker) run() {
	for len(m.work) > 0 {
		v := m.work[len(m.work)-1]
		m.work = m.work[:len(m.work)-1]
		if g := AsGenerator(v); g != nil {
			if g.Frame != nil {
				visitFrame(g.Frame, m.visit)
			}
			m.exc(g.handled)
			m.exc(g.outer)
			m.visit(g.Finalizer)
			continue
		}
		if v.H.Type.Traverse != nil {
			v.H.Type.Traverse(v, m.visit)
		}
		if v.H.Type.IsHeap() && v.H.Type.AttrOffset != 0 {
			at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), v.H.Type.AttrOffset))
			for _, x := range at.Vals {
				m.visit(x)
			}
			m.dict(at.Dict)
			m.visit(v.H.Type.Value())
		}
	}
}

func (m *marker) exc(e *Exc) {
	if e != nil {
		m.visit(object.Obj(&e.Header))
	}
}

// Traverser is a Native that tells which values it holds. While one that does
// not is on a thread's chain, nothing is ended.
type Traverser interface {
	Traverse(visit func(Value))
}

func (m *marker) thread(t *Thread) bool {
	for f := t.top; f != nil; f = f.Back {
		if !visitFrame(f, m.visit) {
			return false
		}
	}
	m.exc(t.handled)
	m.visit(t.wakeV)
	m.exc(t.wakeE)
	m.visit(t.AsyncGenFirstIter)
	m.visit(t.AsyncGenFinalizer)
	m.visit(t.Result)
	return true
}

// TraverseChain visits what a suspended chain holds.
func TraverseChain(c *Chain, visit func(Value)) {
	for f := c.top; f != nil; f = f.Back {
		visitFrame(f, visit)
	}
	if c.handled != nil {
		visit(object.Obj(&c.handled.Header))
	}
}

// visitFrame visits what one frame holds; false when that cannot be known.
func visitFrame(f *Frame, visit func(Value)) bool {
	if f.native != nil {
		tr, ok := f.native.(Traverser)
		if ok {
			tr.Traverse(visit)
		}
		return ok
	}
	n := f.sp
	if n < f.Code.NFast {
		n = f.Code.NFast
	}
	for _, v := range f.Slots[:n] {
		visit(v)
	}
	visit(f.NS)
	visit(f.retVal)
	visit(object.Obj(&f.Globals.Header))
	if f.Locals != nil {
		visit(object.Obj(&f.Locals.Header))
	}
	if f.Fn != nil {
		visit(object.Obj(&f.Fn.Header))
	}
	if f.Gen != nil {
		visit(f.Gen.Value())
	}
	return true
}
