package asyncio

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Handle is an asyncio.Handle or TimerHandle: a callback that the loop will run.
type Handle struct {
	object.Header
	loop      *Loop
	owner     value // a loop of another making
	fn        value
	args      []value
	ctx       *Context
	cancelled bool
	scheduled bool // in the heap of timers
	when      float64
	given     value        // when, as the program has given it, where that is no float
	by        trace.Entity // who scheduled it, and in which line
	loc       trace.Loc
	origin    *origin // in debug mode
	shown     string  // its repr before it was cancelled, in debug mode
}

var (
	handleType = object.NewStaticType("Handle", "asyncio.events", nil, object.LayoutOther, object.NotBase)
	timerType  = object.NewStaticType("TimerHandle", "asyncio.events", handleType, object.LayoutOther, object.NotBase)
)

func asHandle(v value) *Handle {
	if v.H != nil && (v.H.Type == handleType || v.H.Type == timerType) {
		return (*Handle)(unsafe.Pointer(v.H))
	}
	return nil
}

// whenValue is when().
func (h *Handle) whenValue() value {
	if h.given.IsNull() {
		return object.Float(h.when)
	}
	return h.given
}

func (h *Handle) value() value { return object.Obj(&h.Header) }

func (h *Handle) cancel() {
	if h.cancelled {
		return
	}
	h.cancelled = true
	if h.scheduled {
		h.loop.dead++
	}
	if h.loop != nil && h.loop.debug {
		h.shown = callbackText(h.loop.proc.RT.Ctx, h.fn, h.args)
	}
	h.fn, h.args = object.None, nil
}

// report is the context of call_exception_handler() when the callback has raised e.
func (h *Handle) report(t *thread, e *exc) value {
	d := object.NewDict()
	d.SetStr(object.Intern("message"), object.NewStr("Exception in callback "+callbackText(t.RT.Ctx, h.fn, h.args)))
	d.SetStr(object.Intern("exception"), e.Value())
	d.SetStr(object.Intern("handle"), h.value())
	if h.origin != nil {
		d.SetStr(object.Intern("source_traceback"), h.origin.value())
	}
	return object.Obj(&d.Header)
}

func handleRepr(c *ctx, v value) (string, *exc) {
	h := asHandle(v)
	s := "<" + v.H.Type.Name
	if h.cancelled {
		s += " cancelled"
	}
	if v.H.Type == timerType {
		s += " when=" + reprText(c, h.whenValue())
	}
	if !h.fn.IsNull() && !h.fn.IsNone() {
		s += " " + callbackText(c, h.fn, h.args)
	}
	if h.shown != "" {
		s += " " + h.shown
	}
	return s + h.origin.created() + ">", nil
}

func initHandle() {
	handleType.Traverse = func(v value, visit func(value)) {
		h := asHandle(v)
		visit(h.fn)
		for _, a := range h.args {
			visit(a)
		}
		if h.ctx != nil {
			visit(h.ctx.value())
		}
		if h.loop != nil {
			visit(h.loop.value())
		}
		visit(h.owner)
	}
	timerType.Traverse = handleType.Traverse
	for _, tp := range [...]*object.Type{handleType, timerType} {
		tp.Repr = handleRepr
		initUserRepr(tp, func(a *asker, v value) { a.callback(asHandle(v).fn, asHandle(v).args) })
	}
	timerType.Compare = func(c *ctx, a, b value, op int) (value, *exc) {
		x, y := asHandle(a), asHandle(b)
		if x == nil || y == nil || b.H.Type != timerType {
			return object.NotImplemented, nil
		}
		return object.Compare(c, object.Float(x.when), object.Float(y.when), op)
	}
	timerType.Hash = func(c *ctx, v value) (int64, *exc) { return int64(asHandle(v).when * 1e6), nil }
	handleType.AddMethod(object.KindMethod, "cancel", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		asHandle(a[0]).cancel()
		return object.None, nil
	})
	handleType.AddMethod(object.KindMethod, "cancelled", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.Bool(asHandle(a[0]).cancelled), nil
	})
	timerType.AddMethod(object.KindMethod, "when", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return asHandle(a[0]).whenValue(), nil
	})
	handleType.AddMethod(object.KindMethod, "get_context", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return asHandle(a[0]).ctx.value(), nil
	})
	handleType.AddGetSet("_cancelled", func(c *ctx, v value) (value, *exc) { return object.Bool(asHandle(v).cancelled), nil }, nil)
	handleType.AddGetSet("_callback", func(c *ctx, v value) (value, *exc) { return orNone(asHandle(v).fn), nil }, nil)
	handleType.AddGetSet("_args", func(c *ctx, v value) (value, *exc) { return object.NewTuple(asHandle(v).args), nil }, nil)
	handleType.AddGetSet("_source_traceback", func(c *ctx, v value) (value, *exc) { return asHandle(v).origin.value(), nil }, nil)
	handleType.AddGetSet("_loop", func(c *ctx, v value) (value, *exc) {
		if h := asHandle(v); h.loop != nil {
			return h.loop.value(), nil
		}
		return orNone(asHandle(v).owner), nil
	}, nil)
	make := func(tp *object.Type, c *ctx, fn, args, loop, cx value) (*Handle, *exc) {
		t := threadOf(c)
		list := object.AsTuple(args)
		if list == nil {
			return nil, object.NewExc(object.TypeError, "args must be a tuple")
		}
		h := &Handle{Header: object.Header{Type: tp}, loop: asLoop(loop), fn: fn, args: list.Elems, ctx: asContext(orNone(cx))}
		if h.loop == nil {
			h.owner = loop
		} else if h.loop.debug {
			h.origin = originOf(t)
		}
		if h.ctx == nil {
			h.ctx = currentContext(t).copy()
		}
		return h, nil
	}
	handleType.AddMethod(object.KindStaticMethod, "__new__", "callback, args, loop, context=None", func(c *ctx, a []value, _ []*str) (value, *exc) {
		h, e := make(handleType, c, a[1], a[2], a[3], a[4])
		if e != nil {
			return value{}, e
		}
		return h.value(), nil
	})
	timerType.AddMethod(object.KindStaticMethod, "__new__", "when, callback, args, loop, context=None", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].IsNone() {
			return value{}, object.NewExc(object.AssertionError, "")
		}
		when, e := number(c, a[1])
		if e != nil {
			return value{}, e
		}
		h, e := make(timerType, c, a[2], a[3], a[4], a[5])
		if e != nil {
			return value{}, e
		}
		h.when, h.given = when, a[1]
		return h.value(), nil
	})
	native(handleType, "_run", "", func(t *thread, a []value, _ []*str) action {
		h := asHandle(a[0])
		return vm.After(t, runIn(t, h.ctx, h.fn, h.args, nil), func(t *thread, _ value, e *exc) action {
			if e == nil || e.Type.IsSubtype(object.SystemExit) || e.Type.IsSubtype(object.KeyboardInterrupt) {
				return vm.ReturnOr(object.None, e)
			}
			owner := h.owner
			if h.loop != nil {
				owner = h.loop.value()
			}
			return vm.CallMethod(t, owner, "call_exception_handler", h.report(t, e))
		})
	})
}
