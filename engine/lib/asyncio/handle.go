package asyncio

import (
	"unsafe"

	"loopscope/engine/object"
)

// Handle is an asyncio.Handle or TimerHandle: a callback that the loop will run.
type Handle struct {
	object.Header
	loop      *Loop
	fn        value
	args      []value
	ctx       *Context
	cancelled bool
	scheduled bool // in the heap of timers
	when      float64
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

func (h *Handle) value() value { return object.Obj(&h.Header) }

func (h *Handle) cancel() {
	if h.cancelled {
		return
	}
	h.cancelled = true
	if h.scheduled {
		h.loop.dead++
	}
	h.fn, h.args = object.None, nil
}

func handleRepr(c *ctx, v value) (string, *exc) {
	h := asHandle(v)
	s := "<" + v.H.Type.Name
	if h.cancelled {
		s += " cancelled"
	}
	if v.H.Type == timerType {
		s += " when=" + object.ReprText(c, object.Float(h.when))
	}
	if !h.fn.IsNull() && !h.fn.IsNone() {
		s += " " + callbackText(c, h.fn, h.args)
	}
	return s + ">", nil
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
	}
	timerType.Traverse = handleType.Traverse
	handleType.Repr, timerType.Repr = handleRepr, handleRepr
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
		return object.Float(asHandle(a[0]).when), nil
	})
	handleType.AddMethod(object.KindMethod, "get_context", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return asHandle(a[0]).ctx.value(), nil
	})
	handleType.AddGetSet("_cancelled", func(c *ctx, v value) (value, *exc) { return object.Bool(asHandle(v).cancelled), nil }, nil)
	handleType.AddGetSet("_callback", func(c *ctx, v value) (value, *exc) { return orNone(asHandle(v).fn), nil }, nil)
	handleType.AddGetSet("_args", func(c *ctx, v value) (value, *exc) { return object.NewTuple(asHandle(v).args), nil }, nil)
	handleType.AddGetSet("_loop", func(c *ctx, v value) (value, *exc) { return asHandle(v).loop.value(), nil }, nil)
}
