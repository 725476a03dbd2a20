package asyncio

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// gathering is what gather() waits for.
type gathering struct {
	outer     *Future
	children  []*Future // in the order of the arguments; one may stand there twice
	distinct  int
	finished  int
	returnExc bool
	asked     bool // the outer future was asked to cancel
}

// gather makes the future of asyncio.gather() for futures and coroutines.
func (l *Loop) gather(t *thread, args []value, returnExc bool) (value, *exc) {
	if len(args) == 0 {
		f := newFuture(l)
		return f.value(), f.setResult(t, object.NewList(nil))
	}
	g := &gathering{returnExc: returnExc, children: make([]*Future, 0, len(args))}
	var seen map[*object.Header]*Future
	if len(args) > 1 {
		seen = make(map[*object.Header]*Future, len(args))
	}
	for _, a := range args {
		if f, ok := seen[a.H]; ok {
			g.children = append(g.children, f)
			continue
		}
		f := asFuture(a)
		if f == nil {
			task, e := l.newTask(t, a, value{}, nil)
			if e != nil {
				return value{}, e
			}
			f = &task.Future
		}
		g.distinct++
		if seen != nil {
			seen[a.H] = f
		}
		g.children = append(g.children, f)
	}
	f := newFuture(l)
	f.Type = gatherType
	f.attrs.Shape = gatherType.Root
	f.own().group = g
	g.outer = f
	what := " tasks"
	if len(args) == 1 {
		what = " task"
	}
	f.label = l.m.Str("gather of " + itoa(len(args)) + what)
	for i, c := range g.children {
		if !g.before(i) {
			if e := c.addCallback(t, callback{l: g}); e != nil {
				return value{}, e
			}
		}
	}
	return f.value(), nil
}

// before tells whether child i stands in the list already.
func (g *gathering) before(i int) bool {
	if g.distinct == len(g.children) {
		return false
	}
	for _, c := range g.children[:i] {
		if c == g.children[i] {
			return true
		}
	}
	return false
}

func (g *gathering) queued(*Future) {}

func (g *gathering) format() string { return "gather.<locals>._done_callback()" }

func (g *gathering) visit(visit func(value)) {
	visit(g.outer.value())
	for _, c := range g.children {
		visit(c.value())
	}
}

// woken is told of the end of one child.
func (g *gathering) woken(t *thread, f *Future) action {
	g.finished++
	if g.outer.done() {
		f.retrieved(t)
		return vm.ReturnNone()
	}
	g.outer.by = f.entity
	if !g.returnExc {
		var e *exc
		switch {
		case f.state == cancelled:
			e = f.cancelledExc()
		case f.exc != nil:
			e = f.exc
			f.retrieved(t)
		}
		if e != nil {
			return vm.ReturnOr(object.None, g.outer.setException(t, e))
		}
	}
	if g.finished < g.distinct {
		return vm.ReturnNone()
	}
	if g.asked {
		return vm.ReturnOr(object.None, g.outer.setException(t, f.cancelledExc()))
	}
	out := make([]value, len(g.children))
	for i, c := range g.children {
		switch {
		case c.state == cancelled:
			msg := c.cancelMsg
			if msg.IsNull() || msg.IsNone() {
				msg = object.NewStr("")
			}
			out[i] = object.ExcArgs(cancelledError, msg).Value()
		case c.exc != nil:
			c.retrieved(t)
			out[i] = c.exc.Value()
		default:
			out[i] = orNone(c.result)
		}
	}
	return vm.ReturnOr(object.None, g.outer.setResult(t, object.NewList(out)))
}

// cancel asks all children; the outer future ends when they have.
func (g *gathering) cancel(t *thread, f *Future, msg value) bool {
	if f.done() {
		return false
	}
	ret := false
	for _, c := range g.children {
		if c.cancel(t, msg) {
			ret = true
		}
	}
	if ret {
		g.asked = true
	}
	return ret
}
