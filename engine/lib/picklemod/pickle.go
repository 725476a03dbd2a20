package picklemod

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

const (
	highestProtocol = 5
	defaultProtocol = 4
)

// protocol reads the argument of that name.
func protocol(t *thread, v value) (int, *exc) {
	if v.IsNull() || v.IsNone() {
		return defaultProtocol, nil
	}
	n, e := object.Index(t.RT.Ctx, v)
	switch {
	case e != nil:
		return 0, e
	case n < 0:
		return highestProtocol, nil
	case n > highestProtocol:
		return 0, object.NewExc(object.ValueError, "pickle protocol must be <= %d", highestProtocol)
	}
	return int(n), nil
}

// spend charges the virtual time of pickling n bytes.
func spend(t *thread, n int, each kernel.Price) {
	m := sim.Of(t).Proc.Run.M
	m.Spend(m.Price(kernel.PricePickle) + int64(n)*m.Price(each))
}

// Dumps is the action of pickling v with the default protocol: bytes. Its virtual time passes.
func Dumps(t *thread, v value) action {
	p := &pickler{proto: defaultProtocol, fix: true}
	return p.dumps(t, v)
}

func (p *pickler) dumps(t *thread, v value) action {
	return vm.OnValue(t, p.dump(t, v), func(t *thread, _ value) action {
		if e := t.RT.Ctx.Reserve(int64(len(p.out))); e != nil {
			return vm.Raise(e)
		}
		spend(t, len(p.out), kernel.PricePickleByte)
		return vm.Return(object.NewBytes(string(p.out)))
	})
}

// Loads is the action of reading what Dumps wrote. Its virtual time passes.
func Loads(t *thread, data string) action {
	spend(t, len(data), kernel.PriceUnpickleByte)
	u := &unpickler{in: bytesOf(data), fix: true}
	return u.load(t)
}

// span records that the thread does a piece of work of some duration on n bytes.
func span(t *thread, what string, n int, each kernel.Price) {
	m := sim.Of(t).Proc.Run.M
	lane := sim.Of(t).Lane()
	name := what + " " + size(n)
	m.EmitString(trace.SPAN, lane, 0, name)
	spend(t, n, each)
	m.EmitString(trace.SPANEND, lane, 0, name)
}

// size is a number of bytes for readers.
func size(n int) string {
	unit := func(per int, name string) string {
		tenths := (n*10 + per/2) / per
		return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + " " + name
	}
	switch {
	case n < 1000:
		return strconv.Itoa(n) + " B"
	case n < 1_000_000:
		return unit(1000, "kB")
	}
	return unit(1_000_000, "MB")
}

// DumpsMessage is Dumps for what goes to another process: recorded as a span that tells the size.
func DumpsMessage(t *thread, v value) action { return newPickler().dumpsMessage(t, v) }

func (p *pickler) dumpsMessage(t *thread, v value) action {
	return vm.OnValue(t, p.dump(t, v), func(t *thread, _ value) action {
		if e := t.RT.Ctx.Reserve(int64(len(p.out))); e != nil {
			return vm.Raise(e)
		}
		span(t, "pickle", len(p.out), kernel.PricePickleByte)
		data := object.NewBytes(string(p.out))
		p.spare()
		return vm.Return(data)
	})
}

// Messages are many and small: a pickler and an unpickler that are done serve the next one. Nothing of a
// process stays in them.
var (
	sparePickler   *pickler
	spareUnpickler *unpickler
)

func newPickler() *pickler {
	p := sparePickler
	if p == nil {
		return &pickler{proto: defaultProtocol, fix: true}
	}
	sparePickler = nil
	return p
}

func (p *pickler) spare() {
	*p = pickler{proto: defaultProtocol, fix: true}
	sparePickler = p
}

func newUnpickler(data string) *unpickler {
	u := spareUnpickler
	if u == nil {
		u = &unpickler{}
	}
	spareUnpickler = nil
	u.in, u.fix = bytesOf(data), true
	return u
}

func (u *unpickler) spare() {
	*u = unpickler{}
	spareUnpickler = u
}

// LoadsMessage is Loads for what comes from another process, as a span.
func LoadsMessage(t *thread, data string) action {
	span(t, "unpickle", len(data), kernel.PriceUnpickleByte)
	u := newUnpickler(data)
	a := u.load(t)
	if _, _, ok := a.Immediate(); ok {
		u.spare()
	}
	return a
}

// bytesOf are the bytes of a string, which must not be written to.
func bytesOf(data string) []byte { return unsafe.Slice(unsafe.StringData(data), len(data)) }

// fileSource reads from a file object.
type fileSource struct{ file value }

func (f fileSource) read(t *thread, n int) action {
	return vm.CallMethod(t, f.file, "read", object.Int(int64(n)))
}

func (f fileSource) line(t *thread) action { return vm.CallMethod(t, f.file, "readline") }

// checkFile goes on when v has the attributes that are needed.
func checkFile(t *thread, v value, message string, names []string, then func(t *thread) action) action {
	if len(names) == 0 {
		return then(t)
	}
	return vm.After(t, vm.GetAttr(t, v, intern(names[0])), func(t *thread, _ value, e *exc) action {
		if e != nil {
			if e.Is(object.AttributeError) {
				return vm.Raisef(object.TypeError, "%s", message)
			}
			return vm.Raise(e)
		}
		return checkFile(t, v, message, names[1:], then)
	})
}

func truth(v value, def bool) bool {
	if v.IsNull() {
		return def
	}
	return v.N != 0 && !v.IsNone()
}

func noBuffers(v value) *exc {
	if v.IsNull() || v.IsNone() {
		return nil
	}
	return object.NewExc(object.UnsupportedError, "pickle out-of-band buffers: pickle bytes or a bytearray instead")
}

func dataArg(v value) (string, *exc) {
	if s, ok := object.BytesLike(v); ok {
		return s, nil
	}
	return "", object.NewExc(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v))
}

func init() {
	table.Native("dumps", "obj, protocol=None, *, fix_imports=True, buffer_callback=None", func(t *thread, a []value, _ []*str) action {
		n, e := protocol(t, a[1])
		if e == nil {
			e = noBuffers(a[3])
		}
		if e != nil {
			return vm.Raise(e)
		}
		p := &pickler{proto: n, fix: truth(a[2], true)}
		return p.dumps(t, a[0])
	})
	table.Native("dump", "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None", func(t *thread, a []value, _ []*str) action {
		n, e := protocol(t, a[2])
		if e == nil {
			e = noBuffers(a[4])
		}
		if e != nil {
			return vm.Raise(e)
		}
		obj, file, fix := a[0], a[1], truth(a[3], true)
		return checkFile(t, file, "file must have a 'write' attribute", []string{"write"}, func(t *thread) action {
			p := &pickler{proto: n, fix: fix}
			return vm.OnValue(t, p.dumps(t, obj), func(t *thread, data value) action {
				return vm.OnValue(t, vm.CallMethod(t, file, "write", data), func(*thread, value) action { return vm.ReturnNone() })
			})
		})
	})
	table.Native("loads", "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", func(t *thread, a []value, _ []*str) action {
		data, e := dataArg(a[0])
		if e != nil {
			return vm.Raise(e)
		}
		spend(t, len(data), kernel.PriceUnpickleByte)
		u := &unpickler{in: bytesOf(data), fix: truth(a[1], true), encoding: text(a[2])}
		return u.load(t)
	})
	table.Native("load", "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", func(t *thread, a []value, _ []*str) action {
		file := a[0]
		u := &unpickler{source: fileSource{file}, fix: truth(a[1], true), encoding: text(a[2])}
		return checkFile(t, file, readMessage, readNames, func(t *thread) action {
			spend(t, 0, kernel.PriceUnpickleByte)
			return u.load(t)
		})
	})
	table.Native("whichmodule", "obj, name", func(t *thread, a []value, _ []*str) action {
		obj, name := a[0], object.AsStr(a[1])
		if name == nil {
			name = intern("?")
		}
		return vm.After(t, vm.GetAttr(t, obj, strModule), func(t *thread, v value, e *exc) action {
			if e == nil && !v.IsNone() {
				return vm.Return(v)
			}
			return findModule(t, obj, name)
		})
	})
	// _dumps and _loads are for messages between processes; _dumps takes a dict of further reductions.
	table.Native("_dumps", "obj, reductions=None", func(t *thread, a []value, _ []*str) action {
		p := newPickler()
		if !a[1].IsNull() && !a[1].IsNone() {
			p.hooks.extra = object.AsDict(a[1])
		}
		return p.dumpsMessage(t, a[0])
	})
	table.Native("_loads", "data", func(t *thread, a []value, _ []*str) action {
		data, e := dataArg(a[0])
		if e != nil {
			return vm.Raise(e)
		}
		return LoadsMessage(t, data)
	})
	initPickler()
	initUnpickler()
	object.Describe[picklerObject](picklerType)
	object.Describe[unpicklerObject](unpicklerType)
}

const readMessage = "file must have 'read' and 'readline' attributes"

var readNames = []string{"read", "readline"}

func text(v value) string {
	if s := object.AsStr(v); s != nil {
		return s.Text
	}
	return ""
}

// picklerObject is an instance of Pickler.
type picklerObject struct {
	object.Header
	object.Attrs
	file  value
	p     *pickler // its memo lasts from dump to dump
	ready bool
}

var picklerType = object.NewStaticType("Pickler", "_pickle", nil, object.LayoutOther, object.HasDict)

func asPickler(v value) *picklerObject { return (*picklerObject)(unsafe.Pointer(v.H)) }

func visitAttrs(a *object.Attrs, visit func(value)) {
	for _, x := range a.Vals {
		if !x.IsNull() {
			visit(x)
		}
	}
	if a.Dict != nil {
		visit(a.Dict.Value())
	}
}

// class fills in what the two classes have in common.
func class(tp *object.Type, attrs uintptr, alloc func(k *object.Type) value) {
	tp.AttrOffset = attrs
	tp.AddDict()
	tp.Full = tp.Module + "." + tp.Name
	tp.Alloc = func(_ *ctx, k *object.Type) value { return alloc(k) }
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
		return vm.Return(alloc(object.AsType(a[0])))
	})
	table.Type(tp)
}

// attribute gets an attribute that may be missing: Null then.
func attribute(t *thread, v value, name string) action {
	return vm.After(t, vm.GetAttr(t, v, intern(name)), func(t *thread, x value, e *exc) action {
		if e != nil && e.Is(object.AttributeError) {
			return vm.Return(object.NotImplemented)
		}
		return vm.ReturnOr(x, e)
	})
}

func absent(v value) bool { return v == object.NotImplemented }

func initPickler() {
	tp := picklerType
	class(tp, unsafe.Offsetof(picklerObject{}.Attrs), func(k *object.Type) value {
		x := &picklerObject{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
	tp.Traverse = func(v value, visit func(value)) {
		x := asPickler(v)
		visitAttrs(&x.Attrs, visit)
		if x.ready {
			visit(x.file)
			x.p.traverse(visit)
		}
	}
	vm.AddNative(tp, object.KindSlot, "__init__", "file, protocol=None, fix_imports=True, buffer_callback=None", func(t *thread, a []value, _ []*str) action {
		x := asPickler(a[0])
		n, e := protocol(t, a[2])
		if e == nil {
			e = noBuffers(a[4])
		}
		if e != nil {
			return vm.Raise(e)
		}
		file, fix := a[1], truth(a[3], true)
		return checkFile(t, file, "file must have a 'write' attribute", []string{"write"}, func(t *thread) action {
			x.file, x.ready = file, true
			x.p = &pickler{proto: n, fix: fix}
			return vm.ReturnNone()
		})
	})
	native(tp, "dump", "obj, /", func(t *thread, a []value, _ []*str) action {
		self, obj := a[0], a[1]
		x := asPickler(self)
		if !x.ready {
			return vm.Raise(raise(t, "PicklingError", "Pickler.__init__() was not called by %s.__init__()", self.H.Type))
		}
		p := x.p
		p.out, p.todo, p.depth, p.asked = nil, nil, 0, false
		return vm.OnValue(t, attribute(t, self, "persistent_id"), func(t *thread, fn value) action {
			p.hooks = hooks{}
			if !absent(fn) {
				p.hooks.persistent = fn
			}
			return vm.OnValue(t, attribute(t, self, "dispatch_table"), func(t *thread, d value) action {
				if !absent(d) {
					p.hooks.dispatch = d
				}
				return vm.OnValue(t, attribute(t, self, "reducer_override"), func(t *thread, fn value) action {
					if !absent(fn) {
						p.hooks.override = fn
					}
					return vm.OnValue(t, p.dumps(t, obj), func(t *thread, data value) action {
						p.out = nil
						return vm.OnValue(t, vm.CallMethod(t, x.file, "write", data), func(*thread, value) action { return vm.ReturnNone() })
					})
				})
			})
		})
	})
	method(tp, "clear_memo", "", func(_ *ctx, a []value, _ []*str) (value, *exc) {
		if x := asPickler(a[0]); x.ready {
			x.p.memo, x.p.places, x.p.keep = nil, nil, nil
		}
		return object.None, nil
	})
	tp.AddGetSet("fast", func(_ *ctx, v value) (value, *exc) {
		return object.Bool(asPickler(v).ready && asPickler(v).p.fast), nil
	}, func(_ *ctx, v, on value) *exc {
		if x := asPickler(v); x.ready && !on.IsNull() {
			x.p.fast = truth(on, false)
		}
		return nil
	})
}

// unpicklerObject is an instance of Unpickler.
type unpicklerObject struct {
	object.Header
	object.Attrs
	file  value
	u     *unpickler
	ready bool
}

var unpicklerType = object.NewStaticType("Unpickler", "_pickle", nil, object.LayoutOther, object.HasDict)

func asUnpickler(v value) *unpicklerObject { return (*unpicklerObject)(unsafe.Pointer(v.H)) }

func initUnpickler() {
	tp := unpicklerType
	class(tp, unsafe.Offsetof(unpicklerObject{}.Attrs), func(k *object.Type) value {
		x := &unpicklerObject{}
		x.Header.Type, x.Shape = k, k.Root
		return object.Obj(&x.Header)
	})
	tp.Traverse = func(v value, visit func(value)) {
		x := asUnpickler(v)
		visitAttrs(&x.Attrs, visit)
		if x.ready {
			visit(x.file)
			(&loading{u: x.u}).Traverse(visit)
		}
	}
	vm.AddNative(tp, object.KindSlot, "__init__", "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", func(t *thread, a []value, _ []*str) action {
		x := asUnpickler(a[0])
		file := a[1]
		u := &unpickler{source: fileSource{file}, fix: truth(a[2], true), encoding: text(a[3])}
		return checkFile(t, file, readMessage, readNames, func(t *thread) action {
			x.file, x.u, x.ready = file, u, true
			return vm.ReturnNone()
		})
	})
	findClass := native(tp, "find_class", "module_name, global_name, /", func(t *thread, a []value, _ []*str) action {
		x := asUnpickler(a[0])
		mod, name := object.AsStr(a[1]), object.AsStr(a[2])
		if mod == nil || name == nil || !x.ready {
			return vm.Raisef(object.TypeError, "find_class() takes the names of a module and of what is in it")
		}
		return x.u.findClass(t, mod.Text, name.Text)
	})
	native(tp, "load", "", func(t *thread, a []value, _ []*str) action {
		self := a[0]
		x := asUnpickler(self)
		if !x.ready {
			return vm.Raise(raise(t, "UnpicklingError", "Unpickler.__init__() was not called by %s.__init__()", self.H.Type))
		}
		u := x.u
		u.stack, u.marks, u.done, u.asked, u.proto = nil, nil, false, false, 0
		u.hooks = loadHooks{}
		return vm.OnValue(t, attribute(t, self, "persistent_load"), func(t *thread, fn value) action {
			if !absent(fn) {
				u.hooks.persistent = fn
			}
			return vm.OnValue(t, vm.GetAttr(t, self, intern("find_class")), func(t *thread, fn value) action {
				if self.H.Type.Lookup(intern("find_class")) != findClass || self.H.Type.Flags&object.HasGetattribute != 0 {
					u.hooks.find = fn
				}
				spend(t, 0, kernel.PriceUnpickleByte)
				return u.load(t)
			})
		})
	})
}
