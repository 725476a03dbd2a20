package gevent

import (
	"strconv"
	"unsafe"

	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// poolTrace is the entity of a pool: it heads the lanes of its greenlets and counts them.
type poolTrace struct {
	object.Header
	entity trace.Entity
	name   string
	set    *object.Set // its greenlets, as the program sees them
	dying  *object.Set
	empty  *Linkable // the event that is set while it has none
	sem    *Linkable // its room, nil without a limit
}

var poolTraceType = newType("_PoolTrace", "_gevent", 0)

func asPoolTrace(v value) *poolTrace { return (*poolTrace)(unsafe.Pointer(v.H)) }

func initPool() {
	initIMap()
	tp := poolTraceType
	// _PoolTrace(what, size or None, event or None)
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
		p := &poolTrace{Header: object.Header{Type: tp}}
		what := object.AsStr(a[1]).Text
		hubOf(t)
		p.entity, p.name = thing(t, what, trace.Pool)
		if n, ok := object.ToInt64(a[2]); ok {
			p.name += " of " + strconv.FormatInt(n, 10)
			machine(t).Rec.Rename(p.entity, p.name)
		}
		if e := a[3]; e.H != nil && e.H.Type.IsSubtype(eventType) {
			l := asLinkable(e)
			l.entity, l.name = p.entity, "end of all of "+p.name
		}
		return vm.Return(object.Obj(&p.Header))
	})
	tp.Traverse = func(v value, visit func(value)) {
		p := asPoolTrace(v)
		if p.set != nil {
			visit(object.Obj(&p.set.Header))
			visit(object.Obj(&p.dying.Header))
			visit(p.empty.value())
		}
		if p.sem != nil {
			visit(p.sem.value())
		}
	}
	method(tp, "count", "n, /", func(t *thread, a []value, _ []*str) action {
		p := asPoolTrace(a[0])
		if p.entity != 0 {
			machine(t).Emit(trace.COUNT, p.entity, 0, uint32(a[1].Int64()))
		}
		return vm.ReturnNone()
	})
	// home says that the next greenlet lives in the pool.
	method(tp, "home", "", func(t *thread, a []value, _ []*str) action {
		processOf(t).home = asPoolTrace(a[0]).entity
		return vm.ReturnNone()
	})
	// adopt makes a semaphore the pool's own: who waits for it waits for room in the pool.
	method(tp, "adopt", "semaphore, /", func(t *thread, a []value, _ []*str) action {
		p := asPoolTrace(a[0])
		l := asLinkable(a[1])
		l.entity, l.name, l.silent = p.entity, "room in "+p.name, true
		return vm.ReturnNone()
	})
	tb := table
	tb.Type(poolTraceType)
	tb.Native("_rename", "greenlet, name", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		s := object.AsStr(a[1])
		g.hub.m.Rec.Rename(g.Agent().Entity, s.Text)
		g.Name = s.Text
		return vm.ReturnNone()
	})
	// _failed says that a greenlet ends with an exception that somebody else reports.
	tb.Native("_failed", "greenlet, exc", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		g.Final, g.FinalArg = trace.FAIL, g.hub.m.Str(vm.ExceptionSummary(t, object.AsExc(a[1])))
		return vm.ReturnNone()
	})
	// _at_end has fn called when the main module is over.
	tb.Native("_at_end", "fn", func(t *thread, a []value, _ []*str) action {
		p, s := sim.ProcessOf(t), processOf(t)
		s.atEnd = append(s.atEnd, a[0])
		p.AtEnd = append([]func(t *vm.Thread) vm.Action{func(t *vm.Thread) vm.Action {
			s := processOf(t)
			fn := s.atEnd[len(s.atEnd)-1] // the last one first
			s.atEnd = s.atEnd[:len(s.atEnd)-1]
			return vm.Call(fn)
		}}, p.AtEnd...)
		return vm.ReturnNone()
	})
	tb.Native("_greenlets", "", func(t *thread, a []value, _ []*str) action {
		var out []value
		for _, g := range greenlet.Alive(t) {
			out = append(out, g.Value())
		}
		return vm.Return(object.NewList(out))
	})
	tb.Native("_switches", "", func(t *thread, a []value, _ []*str) action {
		return vm.Return(object.Int(hubOf(t).arrivals))
	})
	tb.Native("_destroy", "hub", func(t *thread, a []value, _ []*str) action {
		h := asHub(a[0])
		th := h.th
		if cur, ok := th.Data["gevent"].(*Hub); ok && cur == h {
			delete(th.Data, "gevent")
		}
		return vm.ReturnNone()
	})
	tb.Native("_stack", "greenlet", func(t *thread, a []value, _ []*str) action {
		text := ""
		if g := greenlet.As(a[0]); g != nil {
			for _, f := range g.Frames() {
				text = vm.FormatPlace(f.Code, f.PC(), 0) + text
			}
		}
		return vm.Return(object.NewStr(text))
	})
	method(linkableType, "_notice", "", func(t *thread, a []value, _ []*str) action {
		asLinkable(a[0]).notice(t, "release")
		return vm.ReturnNone()
	})
}
