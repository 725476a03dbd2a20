package greenlet

import (
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// The class and the functions of the module.

func init() {
	t := Type
	t.Full = "greenlet.greenlet"
	object.Describe[Greenlet](t)
	t.AttrOffset = unsafe.Offsetof(Greenlet{}.Attrs)
	t.Alloc = func(c *object.Ctx, k *object.Type) vm.Value {
		g := &Greenlet{}
		g.Header.Type = k
		g.Shape = k.Root
		return g.Value()
	}
	t.Repr = repr
	t.Bool = func(c *object.Ctx, v vm.Value) (bool, *vm.Exc) { return As(v).Active(), nil }
	t.Traverse = traverse
	vm.AddNative(t, object.KindStaticMethod, "__new__", "...", newGreenlet)
	refuse := func(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
		return vm.Raisef(object.TypeError, "cannot serialize '%s' object", args[0].H.Type)
	}
	vm.AddNative(t, object.KindMethod, "__getstate__", "...", refuse)
	vm.AddNative(t, object.KindMethod, "__reduce_ex__", "...", refuse)
	vm.AddNative(t, object.KindMethod, "__init__", "...", initGreenlet)
	vm.AddNative(t, object.KindMethod, "switch", "...", func(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
		g := As(args[0])
		return SwitchTo(t, g, "switch", args[1:], kw)
	}).Direct = vm.DirectFunc(direct)
	vm.AddNative(t, object.KindMethod, "throw", "...", throw)
	t.AddGetSet("_stack_saved", func(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) { return object.Int(0), nil }, nil)
	t.AddGetSet("dead", func(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) { return object.Bool(As(v).Dead), nil }, nil)
	t.AddGetSet("parent", getParent, setParent)
	t.AddGetSet("run", getRun, setRun)
	t.AddGetSet("gr_frame", getFrame, nil)
	t.AddGetSet("gr_context", func(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) {
		g := As(v)
		ctx := g.context
		if g.running() {
			ctx = g.thread.Context
		}
		if ctx.IsNull() {
			return object.None, nil
		}
		return ctx, nil
	}, setContext)
	t.AddDict()
	t.Dict.SetStr(object.Intern("GreenletExit"), Exit.Value())
	t.Dict.SetStr(object.Intern("error"), Error.Value())
	for _, fn := range moduleFuncs {
		b := vm.NewNative("greenlet", fn.name, fn.sig, fn.run)
		b.Kind = object.KindStaticMethod
		t.Dict.SetStr(object.Intern(fn.name), b.Value())
	}
	sim.AddInspector(inspect)
}

var moduleFuncs = [...]struct {
	name, sig string
	run       vm.NativeFunc
}{
	{"getcurrent", "...", func(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
		if len(args) != 0 {
			return noArguments("getcurrent", args, kw)
		}
		return vm.Return(Current(t).Value())
	}},
	{"settrace", "...", func(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
		if len(args) != 1 || len(kw) != 0 {
			return vm.Raisef(object.TypeError, "function takes exactly 1 argument (%s given)", itoa(len(args)-len(kw)))
		}
		s := of(t)
		old := s.tracer
		s.tracer = args[0]
		s.origin = nil
		if old.IsNull() {
			old = object.None
		}
		return vm.Return(old)
	}},
	{"gettrace", "...", func(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
		if len(args) != 0 {
			return noArguments("gettrace", args, kw)
		}
		if s := of(t); !s.tracer.IsNull() {
			return vm.Return(s.tracer)
		}
		return vm.ReturnNone()
	}},
}

func noArguments(name string, args []vm.Value, kw []*vm.Str) vm.Action {
	if len(kw) != 0 {
		return vm.Raisef(object.TypeError, "greenlet._greenlet.%s() takes no keyword arguments", name)
	}
	return vm.Raisef(object.TypeError, "greenlet._greenlet.%s() takes no arguments (%s given)", name, itoa(len(args)))
}

// build fills the module.
func build(t *vm.Thread, m *object.Module) *vm.Exc {
	set := func(name string, v vm.Value) { m.Dict.SetStr(object.Intern(name), v) }
	set("greenlet", Type.Value())
	set("GreenletExit", Exit.Value())
	set("error", Error.Value())
	set("__version__", object.NewStr("2.0.2"))
	set("GREENLET_USE_GC", object.True)
	set("GREENLET_USE_TRACING", object.True)
	set("GREENLET_USE_CONTEXT_VARS", object.True)
	for _, name := range [...]string{"getcurrent", "settrace", "gettrace"} {
		v, _ := Type.Dict.GetStr(object.Intern(name))
		set(name, v)
	}
	return nil
}

func newGreenlet(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
	cls := object.AsType(args[0])
	v := Type.Alloc(t.RT.Ctx, cls)
	As(v).Parent = Current(t)
	return vm.Return(v)
}

func initGreenlet(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
	g := As(args[0])
	pos := args[1 : len(args)-len(kw)]
	if len(pos) > 2 {
		return vm.Raisef(object.TypeError, "green() takes at most 2 arguments (%s given)", itoa(len(pos)+len(kw)))
	}
	given := [2]vm.Value{}
	copy(given[:], pos)
	for i, k := range kw {
		v := args[len(args)-len(kw)+i]
		switch k.Text {
		case "run":
			given[0] = v
		case "parent":
			given[1] = v
		default:
			return vm.Raisef(object.TypeError, "'%s' is an invalid keyword argument for green()", k.Text)
		}
	}
	if !given[0].IsNull() && !given[0].IsNone() {
		if e := setRun(t.RT.Ctx, args[0], given[0]); e != nil {
			return vm.Raise(e)
		}
	}
	if !given[1].IsNull() && !given[1].IsNone() {
		if e := setParent(t.RT.Ctx, args[0], given[1]); e != nil {
			return vm.Raise(e)
		}
	} else if g.Parent == nil && !g.main {
		g.Parent = Current(t)
	}
	return vm.ReturnNone()
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

// throw is greenlet.throw([typ, [val, [tb]]]).
func throw(t *vm.Thread, args []vm.Value, kw []*vm.Str) vm.Action {
	g := As(args[0])
	if len(kw) != 0 {
		return vm.Raisef(object.TypeError, "greenlet.throw() takes no keyword arguments")
	}
	if len(args) > 4 {
		return vm.Raisef(object.TypeError, "throw() takes at most 3 arguments (%s given)", itoa(len(args)-1))
	}
	typ, val := Exit.Value(), object.None
	var tb *object.Traceback
	if len(args) > 1 {
		typ = args[1]
	}
	if len(args) > 2 {
		val = args[2]
	}
	if len(args) > 3 && !args[3].IsNone() {
		if tb = object.AsTraceback(args[3]); tb == nil {
			return vm.Raisef(object.TypeError, "throw() third argument must be a traceback object")
		}
	}
	// What is raised has the traceback that was given, or none yet.
	into := func(exc *vm.Exc) vm.Action {
		exc.Traceback = tb
		return ThrowInto(t, g, exc)
	}
	if exc := object.AsExc(typ); exc != nil {
		if !val.IsNone() {
			return vm.Raisef(object.TypeError, "instance exception may not have a separate value")
		}
		return into(exc)
	}
	cls := object.AsType(typ)
	if cls == nil || cls.Flags&object.IsExc == 0 {
		return vm.Raisef(object.TypeError, "exceptions must be classes, or instances, not %s", object.TypeOf(typ).Label())
	}
	if exc := object.AsExc(val); exc != nil && exc.Type.IsSubtype(cls) {
		return into(exc)
	}
	var a vm.Action
	switch tup := object.AsTuple(val); {
	case tup != nil:
		a = vm.Call(typ, tup.Elems...)
	case val.IsNone():
		a = vm.Call(typ)
	default:
		a = vm.Call(typ, val)
	}
	return vm.OnValue(t, a, func(t *vm.Thread, v vm.Value) vm.Action {
		exc := object.AsExc(v)
		if exc == nil {
			return vm.Raisef(object.TypeError, "exceptions must derive from BaseException")
		}
		return into(exc)
	})
}

func getParent(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) {
	if p := As(v).Parent; p != nil {
		return p.Value(), nil
	}
	return object.None, nil
}

func setParent(c *object.Ctx, v, val vm.Value) *vm.Exc {
	g := As(v)
	if val.IsNull() {
		return object.NewExc(object.AttributeError, "can't delete attribute")
	}
	p := As(val)
	if p == nil {
		return object.NewExc(object.TypeError, "GreenletChecker: Expected any type of greenlet, not %s", object.TypeOf(val).Label())
	}
	if g.main {
		return object.NewExc(object.AttributeError, "cannot set the parent of a main greenlet")
	}
	for a := p; a != nil; a = a.Parent {
		if a == g {
			return object.NewExc(object.ValueError, "cyclic parent chain")
		}
	}
	if r := p.root(); g.thread != nil && r.thread != nil && r.thread != g.thread {
		return object.NewExc(object.ValueError, "parent cannot be on a different thread")
	}
	g.Parent = p
	return nil
}

func getRun(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) {
	if g := As(v); !g.run.IsNull() {
		return g.run, nil
	}
	return vm.Value{}, object.NewExc(object.AttributeError, "run")
}

func setRun(c *object.Ctx, v, val vm.Value) *vm.Exc {
	g := As(v)
	if g.main {
		return object.NewExc(object.AttributeError, "Main greenlets do not have a run attribute.")
	}
	if g.Started {
		return object.NewExc(object.AttributeError, "run cannot be set after the start of the greenlet")
	}
	g.run = val
	return nil
}

func setContext(c *object.Ctx, v, val vm.Value) *vm.Exc {
	g := As(v)
	switch {
	case val.IsNull():
		return object.NewExc(object.AttributeError, "can't delete context attribute")
	case val.IsNone():
		val = vm.Value{}
	case object.TypeOf(val).Name != "Context":
		return object.NewExc(object.TypeError, "greenlet context must be a contextvars.Context or None")
	}
	if g.running() {
		g.thread.Context = val
	} else {
		g.context = val
	}
	return nil
}

func getFrame(c *object.Ctx, v vm.Value) (vm.Value, *vm.Exc) {
	g := As(v)
	if g.chain == nil || g.Dead || g.thread.Greenlet == g {
		return object.None, nil
	}
	for f := g.chain.Top(); f != nil; f = f.Back {
		if !f.IsNative() && !f.Hidden() {
			return builtins.NewFrame(f), nil
		}
	}
	return object.None, nil
}

func repr(c *object.Ctx, v vm.Value) (string, *vm.Exc) {
	g := As(v)
	s := "<" + g.Type.Label() + " object at " + object.Address(c, v) + " (otid="
	if g.thread == nil && !g.Dead {
		s += "0x(nil))"
	} else {
		s += object.Address(c, g.root().Value()) + ")"
	}
	switch {
	case g.main:
		if g.thread.Greenlet == g {
			s += " current"
		} else {
			s += " suspended"
		}
		return s + " active started main>", nil
	case g.Dead:
		return s + " dead>", nil
	case !g.Started:
		return s + " pending>", nil
	case g.thread.Greenlet == g:
		return s + " current active started>", nil
	}
	return s + " suspended active started>", nil
}

func traverse(v vm.Value, visit func(vm.Value)) {
	g := As(v)
	if g == nil {
		return
	}
	visit(g.run)
	visit(g.context)
	if g.Parent != nil {
		visit(g.Parent.Value())
	}
	if g.chain != nil && g.thread != nil && g.thread.Greenlet != g {
		vm.TraverseChain(g.chain, visit)
	}
	for _, x := range g.Vals {
		visit(x)
	}
	if g.Dict != nil {
		visit(object.Obj(&g.Dict.Header))
	}
}

// inspect reports the suspended greenlets of a process.
func inspect(p *sim.Process, stack func(e trace.Entity, name, state string, frames []*vm.Frame), ready func(string), timer func(string, int64)) {
	for _, th := range p.Threads {
		s, ok := th.Data["greenlet"].(*state)
		if !ok {
			continue
		}
		for _, g := range s.alive {
			if g.Dead || g.chain == nil || th.VM.Greenlet == g || g.Route != nil {
				continue
			}
			var frames []*vm.Frame
			for f := g.chain.Top(); f != nil; f = f.Back {
				if !f.IsNative() && !f.Hidden() {
					frames = append(frames, f)
				}
			}
			stack(g.Agent().Entity, g.LaneName(), g.Agent().State().String(), frames)
		}
	}
}
