package builtins

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Frames as a program sees them.

// frameObject shows a frame. For the places of a traceback in library code only
// the code and the line are known.
type frameObject struct {
	object.Header
	f    *vm.Frame
	code *object.Code
	line int
}

// NewFrame is the object that shows a frame.
func NewFrame(f *vm.Frame) Value {
	f.Pin()
	a := f.Activation()
	if a.Object.IsNull() {
		a.Object = frameValue(&frameObject{f: f, code: f.Code})
	}
	return a.Object
}

func frameValue(fo *frameObject) Value {
	fo.Type = object.FrameType
	return object.Obj(&fo.Header)
}

func asFrame(v Value) *frameObject { return (*frameObject)(unsafe.Pointer(v.H)) }

// FrameOf is the frame that a frame object shows, nil for that of a traceback.
func FrameOf(v Value) *vm.Frame {
	if v.H == nil || v.H.Type != object.FrameType {
		return nil
	}
	return asFrame(v).f
}

func (fo *frameObject) lineNo() int {
	if fo.f != nil {
		return fo.f.Line()
	}
	return fo.line
}

// userBack is the next frame towards the caller that is not native.
func userBack(f *vm.Frame) *vm.Frame {
	for f = f.Back; f != nil && f.IsNative(); f = f.Back {
	}
	return f
}

func init() {
	object.Describe[frameObject](object.FrameType)
	object.Describe[Map](MapType)
	object.Describe[Filter](FilterType)
	object.Describe[coroutineWrapper](coroutineWrapperType)
	object.Describe[Stream](StreamType)
	object.Describe[Buffer](BufferType)
	initFrame()
	initTraceback()
}

func initFrame() {
	tp := object.FrameType
	get := func(name string, fn func(c *Ctx, fo *frameObject) Value) {
		tp.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) { return fn(c, asFrame(v)), nil }, nil)
	}
	get("f_code", func(c *Ctx, fo *frameObject) Value { return fo.code.Value() })
	get("f_lineno", func(c *Ctx, fo *frameObject) Value { return object.Int(int64(fo.lineNo())) })
	get("f_lasti", func(c *Ctx, fo *frameObject) Value {
		if fo.f == nil {
			return object.Int(-1)
		}
		return object.Int(int64(2 * fo.f.PC()))
	})
	get("f_back", func(c *Ctx, fo *frameObject) Value {
		if fo.f == nil {
			return object.None
		}
		if b := userBack(fo.f); b != nil {
			return NewFrame(b)
		}
		return object.None
	})
	get("f_globals", func(c *Ctx, fo *frameObject) Value {
		if fo.f == nil {
			return object.NewDict().Value()
		}
		return fo.f.Globals.Value()
	})
	get("f_builtins", func(c *Ctx, fo *frameObject) Value { return c.Builtins.Value() })
	get("f_locals", func(c *Ctx, fo *frameObject) Value {
		if fo.f == nil {
			return object.NewDict().Value()
		}
		return FrameLocals(fo.f)
	})
	get("f_trace", func(c *Ctx, fo *frameObject) Value { return object.None })
	vm.AddNative(tp, object.KindMethod, "clear", "", func(t *Thread, a []Value, _ []*Str) Action {
		if f := asFrame(a[0]).f; f != nil {
			return vm.ClearFrame(t, f)
		}
		return vm.ReturnNone()
	})
	tp.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		fo := asFrame(v)
		return object.Sprintf("<frame at %s, file '%s', line %d, code %s>", object.Address(c, v), fileOf(fo.code), fo.lineNo(), fo.code.Name), nil
	}
	tp.Slots.Traverse = func(v Value, visit func(Value)) {
		if f := asFrame(v).f; f != nil {
			for _, x := range f.Slots {
				if x.H != nil {
					visit(x)
				}
			}
		}
	}
}

func fileOf(code *object.Code) string {
	if code.File != nil {
		return code.File.Name
	}
	return "<unknown>"
}

func initTraceback() {
	line := func(tb *object.Traceback) int {
		return tb.Code.Line(int(max(tb.PC, 0)), int(tb.Part&^object.CopiedPart))
	}
	object.TracebackType.AddMethod(object.KindStaticMethod, "__new__", "tb_next, tb_frame, tb_lasti, tb_lineno", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		next := object.AsTraceback(a[1])
		switch {
		case next == nil && !a[1].IsNone():
			return Value{}, object.NewExc(object.TypeError, "expected traceback object or None, got '%s'", object.TypeOf(a[1]))
		case object.TypeOf(a[2]) != object.FrameType:
			return Value{}, object.NewExc(object.TypeError, "TracebackType() argument 'tb_frame' must be frame, not %s", object.TypeOf(a[2]))
		}
		lasti, e := object.Index(c, a[3])
		if e != nil {
			return Value{}, e
		}
		lineno, e := object.Index(c, a[4])
		if e != nil {
			return Value{}, e
		}
		// A traceback knows its line by the instruction: the given one, or the first one of that line.
		code := asFrame(a[2]).code
		tb := &object.Traceback{Header: object.Header{Type: object.TracebackType}, Next: next, Code: code, PC: int32(lasti / 2), Frame: a[2]}
		for pc := 0; pc < len(code.Code.Instrs) && line(tb) != int(lineno); pc++ {
			tb.PC = int32(pc)
		}
		return object.Obj(&tb.Header), nil
	})
	object.TracebackType.AddGetSet("tb_frame", func(c *Ctx, v Value) (Value, *Exc) {
		tb := object.AsTraceback(v)
		if v, ok := tb.Frame.(Value); ok {
			return v, nil
		}
		if a, ok := tb.Frame.(*vm.Activation); ok {
			return NewFrame(a.Frame()), nil
		}
		fv := frameValue(&frameObject{code: tb.Code, line: line(tb)})
		tb.Frame = fv
		return fv, nil
	}, nil)
}
