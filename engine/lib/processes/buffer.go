package processes

import (
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// buffer is memory that processes share.
type buffer struct {
	handle int
	bytes  value // a bytearray that all processes see
}

// SharedBuffer is a process's view of it.
type SharedBuffer struct {
	object.Header
	b *buffer
}

// SharedBufferType is its class.
var SharedBufferType = object.NewStaticType("SharedBuffer", "_processes", nil, object.LayoutOther, object.NotBase)

func asBuffer(v value) *SharedBuffer { return (*SharedBuffer)(unsafe.Pointer(v.H)) }

func newBuffer(b *buffer) value {
	x := &SharedBuffer{b: b}
	x.Header.Type = SharedBufferType
	return object.Obj(&x.Header)
}

func (x *SharedBuffer) data() []byte { return object.AsByteArray(x.b.bytes).Data }

// makeBuffer is SharedBuffer(size).
func makeBuffer(t *vm.Thread, a []value) action {
	n, e := number(t, a[0], 0)
	if e == nil && n < 0 {
		e = object.NewExc(object.ValueError, "size must be a positive number different from zero")
	}
	if e == nil {
		e = t.RT.Ctx.Reserve(int64(n))
	}
	if e != nil {
		return vm.Raise(e)
	}
	spend(t, kernel.PriceSyscall, 0, 0)
	ba := object.NewByteArray(make([]byte, n))
	ba.H.Flags |= object.FlagShared
	b := &buffer{bytes: ba}
	b.handle = sharedOf(sim.Of(t).Proc.Run).add(b)
	return vm.Return(newBuffer(b))
}

func init() {
	tp := SharedBufferType
	tp.Traverse = func(v value, visit func(value)) { visit(asBuffer(v).b.bytes) }
	function("SharedBuffer", "size", makeBuffer)
	// read(offset, size) and write(offset, data) are ordered with what other processes do.
	method(tp, "read", "offset=0, size=-1", func(t *vm.Thread, a []value) action {
		x := asBuffer(a[0])
		at, e := number(t, a[1], 0)
		if e != nil {
			return vm.Raise(e)
		}
		n, e := number(t, a[2], -1)
		if e != nil {
			return vm.Raise(e)
		}
		d := x.data()
		if n < 0 {
			n = len(d) - at
		}
		if at < 0 || n < 0 || at+n > len(d) {
			return vm.Raisef(object.IndexError, "outside of the buffer")
		}
		return sim.InOrder(t, func(t *vm.Thread) action { return vm.Return(object.NewBytes(string(x.data()[at : at+n]))) })
	})
	method(tp, "write", "offset, data", func(t *vm.Thread, a []value) action {
		x := asBuffer(a[0])
		at, e := number(t, a[1], 0)
		if e != nil {
			return vm.Raise(e)
		}
		data, ok := object.BytesLike(a[2])
		if !ok {
			return vm.Raisef(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[2]).Label())
		}
		if at < 0 || at+len(data) > len(x.data()) {
			return vm.Raisef(object.IndexError, "outside of the buffer")
		}
		return sim.InOrder(t, func(t *vm.Thread) action {
			copy(x.data()[at:], data)
			return vm.ReturnNone()
		})
	})
	tp.Slots.Len = func(_ *object.Ctx, v value) (int, *exc) { return len(asBuffer(v).data()), nil }
	get := func(name string, fn func(b *SharedBuffer) value) {
		tp.AddGetSet(name, func(_ *object.Ctx, v value) (value, *exc) { return fn(asBuffer(v)), nil }, nil)
	}
	get("handle", func(x *SharedBuffer) value { return object.Int(int64(x.b.handle)) })
	// bytes is a bytearray that every process sees; a memoryview of it is the buffer protocol.
	get("bytes", func(x *SharedBuffer) value { return x.b.bytes })
}

// rebuild(handle) makes an object for what a handle of another process means.
func init() {
	function("rebuild", "handle", func(t *vm.Thread, a []value) action {
		n, e := number(t, a[0], 0)
		if e != nil {
			return vm.Raise(e)
		}
		p := sim.ProcessOf(t)
		switch x := sharedOf(p.Run).things[n].(type) {
		case *description:
			if x.open == 0 {
				return osError(9, "Bad file descriptor")
			}
			return vm.Return(newEnd(p, x))
		case *semaphore:
			kind := semaphoreKind
			if x.recursive {
				kind = recursiveMutex
			}
			return vm.Return(newSemLock(x, kind))
		case *buffer:
			return vm.Return(newBuffer(x))
		}
		return osError(9, "Bad file descriptor")
	})
}
