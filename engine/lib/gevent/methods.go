package gevent

import (
	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// The methods and attributes of Greenlet.

func init() {
	initWatchers()
	initWaiter()
	initGreenlet()
	initLinkable()
	initQueue()
	initPool()
}

// timeoutOf reads a timeout argument; forever is None.
func timeoutOf(t *thread, v value) (ns int64, forever bool, e *exc) {
	if isNone(v) {
		return 0, true, nil
	}
	ns, _, e = nanoseconds(t.RT.Ctx, v)
	return ns, false, e
}

// raiseTimeout raises gevent.Timeout(seconds), as an operation does that has lasted too long.
func raiseTimeout(t *thread, seconds value) action {
	return vm.OnValue(t, vm.Call(processOf(t).timeout.Value(), none(seconds)), func(t *thread, v value) action {
		return vm.Raise(object.AsExc(v))
	})
}

func initGreenlet() {
	tp := GreenletType
	tp.Bool = func(c *ctx, v value) (bool, *exc) {
		g := asGreenlet(v)
		return !g.dead() && (g.Started || g.start == scheduled), nil
	}
	inner := greenlet.Type.Traverse
	tp.Traverse = func(v value, visit func(value)) {
		inner(v, visit)
		asGreenlet(v).contents(visit)
	}
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *thread, a []value, _ []*str) action {
		k := object.AsType(a[0])
		g := asGreenlet(k.Alloc(t.RT.Ctx, k))
		g.hub = hubOf(t)
		g.Parent = &g.hub.Greenlet
		return vm.Return(g.Value())
	})
	method(tp, "__init__", "...", func(t *thread, a []value, kw []*str) action {
		g := asGreenlet(a[0])
		pos := a[1 : len(a)-len(kw)]
		vals := a[len(a)-len(kw):]
		fn := value{}
		if len(pos) > 0 {
			fn, pos = pos[0], a[2:]
		} else {
			pos = a[1:]
			for i, k := range kw {
				if k.Text == "run" {
					fn = vals[i]
					rest := append([]value(nil), vals[:i]...)
					pos = append(rest, vals[i+1:]...)
					kw = append(append([]*str(nil), kw[:i]...), kw[i+1:]...)
					break
				}
			}
		}
		return vm.ReturnOr(object.None, g.setUp(t, fn, pos, kw))
	})
	spawn := func(t *thread, a []value, kw []*str, then func(t *thread, g *Greenlet) action) action {
		k := object.AsType(a[0])
		if k == processOf(t).greenletClass && len(a)-len(kw) > 1 {
			g := asGreenlet(k.Alloc(t.RT.Ctx, k))
			if e := g.setUp(t, a[1], a[2:], kw); e != nil {
				return vm.Raise(e)
			}
			return then(t, g)
		}
		args := append([]value(nil), a[1:]...)
		if len(kw) > 0 {
			kw = append([]*str(nil), kw...)
		}
		return vm.OnValue(t, vm.CallKw(a[0], args, kw), func(t *thread, v value) action {
			if g := asGreenlet(v); g != nil {
				return then(t, g)
			}
			return vm.Return(v)
		})
	}
	vm.AddNative(tp, object.KindClassMethod, "spawn", "...", func(t *thread, a []value, kw []*str) action {
		return spawn(t, a, kw, func(t *thread, g *Greenlet) action {
			return vm.OnValue(t, g.started(t), func(t *thread, _ value) action { return vm.Return(g.Value()) })
		})
	})
	vm.AddNative(tp, object.KindClassMethod, "spawn_later", "...", func(t *thread, a []value, kw []*str) action {
		if len(a)-len(kw) < 2 {
			return vm.Raisef(object.TypeError, "spawn_later() takes at least 2 positional arguments (%s given)", itoa(len(a)-len(kw)))
		}
		ns, _, e := nanoseconds(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		rest := append([]value{a[0]}, a[2:]...)
		return spawn(t, rest, kw, func(t *thread, g *Greenlet) action {
			g.later(t, ns)
			return vm.Return(g.Value())
		})
	})
	method(tp, "start", "", func(t *thread, a []value, _ []*str) action { return asGreenlet(a[0]).started(t) })
	method(tp, "start_later", "seconds", func(t *thread, a []value, _ []*str) action {
		ns, _, e := nanoseconds(t.RT.Ctx, a[1])
		if e == nil {
			asGreenlet(a[0]).later(t, ns)
		}
		return vm.ReturnOr(object.None, e)
	})
	runMethod = vm.AddNative(tp, object.KindMethod, "run", "", func(t *thread, a []value, _ []*str) action { return asGreenlet(a[0]).run(t) })
	method(tp, "join", "timeout=None", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		if g.ready {
			return vm.ReturnNone()
		}
		ns, forever, e := timeoutOf(t, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		return g.await(t, "join", ns, forever, func(*thread, bool) action { return vm.ReturnNone() })
	})
	method(tp, "get", "block=True, timeout=None", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		if g.ready {
			return g.outcome()
		}
		if !a[1].IsNull() {
			if on, e := object.Truth(t.RT.Ctx, a[1]); e == nil && !on {
				return raiseTimeout(t, value{})
			}
		}
		limit := a[2]
		ns, forever, e := timeoutOf(t, limit)
		if e != nil {
			return vm.Raise(e)
		}
		return g.await(t, "get", ns, forever, func(t *thread, timedOut bool) action {
			if timedOut {
				return raiseTimeout(t, limit)
			}
			return g.outcome()
		})
	})
	method(tp, "_raise_exception", "", func(t *thread, a []value, _ []*str) action { return asGreenlet(a[0]).outcome() })
	leaf(tp, "ready", "", func(c *ctx, a []value) (value, *exc) {
		g := asGreenlet(a[0])
		return object.Bool(g.dead() || g.ready), nil
	})
	leaf(tp, "successful", "", func(c *ctx, a []value) (value, *exc) {
		g := asGreenlet(a[0])
		return object.Bool(g.ready && g.exc == nil), nil
	})
	leaf(tp, "has_links", "", func(c *ctx, a []value) (value, *exc) { return object.Int(int64(len(asGreenlet(a[0]).links))), nil })
	method(tp, "rawlink", "callback", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		if !builtins.IsCallable(a[1]) {
			return vm.Raisef(object.TypeError, "Expected callable: %s", object.ReprText(t.RT.Ctx, a[1]))
		}
		g.links = append(g.links, link{fn: a[1]})
		if g.ready {
			g.notifyLater(t)
		}
		return vm.ReturnNone()
	})
	method(tp, "unlink", "callback", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		fn := a[1]
		// Links compare equal to the functions that they call.
		i := 0
		return vm.Repeat(t, func(t *thread) action {
			for i < len(g.links) && g.links[i].fn.IsNull() {
				i++
			}
			if i >= len(g.links) {
				return vm.ReturnNone()
			}
			l := g.links[i]
			return vm.OnValue(t, vm.Compare(t, l.fn, fn, int(bytecode.CmpEQ)), func(t *thread, v value) action {
				if on, _ := object.Truth(t.RT.Ctx, v); on {
					for j := range g.links {
						if g.links[j].fn == l.fn {
							g.links = append(g.links[:j:j], g.links[j+1:]...)
							break
						}
					}
					return vm.ReturnNone()
				}
				i++
				return vm.Continue()
			})
		})
	})
	leaf(tp, "unlink_all", "", func(c *ctx, a []value) (value, *exc) {
		asGreenlet(a[0]).links = nil
		return object.None, nil
	})
	leaf(tp, "_forget", "", func(c *ctx, a []value) (value, *exc) {
		g := asGreenlet(a[0])
		g.fn, g.args, g.kw, g.kwargs = value{}, nil, nil, nil
		return object.None, nil
	})
	// What the Python part builds kill() and throw() of.
	leaf(tp, "_cancel_start", "", func(c *ctx, a []value) (value, *exc) {
		asGreenlet(a[0]).cancelStart()
		return object.None, nil
	})
	method(tp, "_died_before_start", "exception", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		if g.ready || !g.dead() {
			return vm.ReturnNone()
		}
		e := object.AsExc(a[1])
		m := g.hub.m
		if e.Type.IsSubtype(greenlet.Exit) {
			g.report(t, e.Value(), nil)
			m.Finish(g.Agent(), cancelledKind, m.Str(vm.ExceptionSummary(t, e)))
			return vm.ReturnNone()
		}
		g.report(t, value{}, e)
		m.Finish(g.Agent(), failedKind, m.Str(vm.ExceptionSummary(t, e)))
		return g.printed(t, e)
	})
	method(tp, "_cancelled_by", "message", func(t *thread, a []value, _ []*str) action {
		g := asGreenlet(a[0])
		g.hub.recordCancel(t, g, object.AsStr(a[1]).Text)
		return vm.ReturnNone()
	})
	get := func(name string, f func(c *ctx, g *Greenlet) value, set func(g *Greenlet, v value)) {
		var s func(c *ctx, obj, v value) *exc
		if set != nil {
			s = func(c *ctx, obj, v value) *exc { set(asGreenlet(obj), v); return nil }
		}
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return f(c, asGreenlet(v)), nil }, s)
	}
	get("dead", func(c *ctx, g *Greenlet) value { return object.Bool(g.dead()) }, nil)
	get("started", func(c *ctx, g *Greenlet) value {
		return object.Bool(!g.dead() && (g.Started || g.start == scheduled))
	}, nil)
	get("value", func(c *ctx, g *Greenlet) value { return none(g.result) }, nil)
	get("exception", func(c *ctx, g *Greenlet) value {
		if g.exc == nil {
			return object.None
		}
		return g.exc.Value()
	}, nil)
	get("exc_info", func(c *ctx, g *Greenlet) value {
		switch {
		case g.exc != nil:
			return excInfo(g.exc)
		}
		return object.None
	}, nil)
	get("args", func(c *ctx, g *Greenlet) value {
		return object.NewTuple(append([]value(nil), g.args[:len(g.args)-len(g.kw)]...))
	}, nil)
	get("kwargs", func(c *ctx, g *Greenlet) value { return object.Obj(&g.dict().Header) }, nil)
	get("loop", func(c *ctx, g *Greenlet) value { return g.hub.loop.value() }, nil)
	get("minimal_ident", func(c *ctx, g *Greenlet) value { return object.Int(int64(g.identity())) }, nil)
	get("name", func(c *ctx, g *Greenlet) value {
		if g.name.IsNull() {
			g.name = object.NewStr("Greenlet-" + itoa(g.identity()))
		}
		return g.name
	}, func(g *Greenlet, v value) {
		g.name = v
		if s := object.AsStr(v); s != nil {
			g.hub.m.Rec.Rename(g.Agent().Entity, s.Text)
			g.Name = s.Text
		}
	})
	get("_given_name", func(c *ctx, g *Greenlet) value { return none(g.name) }, nil)
	get("_function", func(c *ctx, g *Greenlet) value { return none(g.fn) }, nil)
	get("_run", func(c *ctx, g *Greenlet) value {
		if g.fn.IsNull() {
			return noRun.Bind(g.Value())
		}
		return g.fn
	}, func(g *Greenlet, v value) { g.fn = v })
	get("_spawner", func(c *ctx, g *Greenlet) value {
		if g.spawner == nil {
			return object.None
		}
		return g.spawner.Value()
	}, nil)
	get("spawn_tree_locals", func(c *ctx, g *Greenlet) value {
		if g.locals == nil {
			g.locals = object.NewDict()
		}
		return object.Obj(&g.locals.Header)
	}, func(g *Greenlet, v value) { g.locals = object.AsDict(v) })
}

// noRun is Greenlet._run of a class that does not define it.
var noRun = func() *object.Builtin {
	b := vm.NewNative("gevent", "_run", "...", func(*thread, []value, []*str) action { return vm.ReturnNone() })
	b.Kind = object.KindMethod
	b.Owner = GreenletType
	return b
}()

// started is start(), with the functions of add_spawn_callback.
func (g *Greenlet) started(t *thread) action {
	p := g.hub.proc
	if len(p.onSpawn) == 0 || g.start != notStarted || g.Started {
		g.schedule(t)
		return vm.ReturnNone()
	}
	i := 0
	return vm.OnValue(t, vm.Repeat(t, func(t *thread) action {
		if i >= len(p.onSpawn) {
			return vm.ReturnNone()
		}
		i++
		return vm.OnValue(t, vm.Call(p.onSpawn[i-1], g.Value()), func(*thread, value) action { return vm.Continue() })
	}), func(t *thread, _ value) action {
		g.schedule(t)
		return vm.ReturnNone()
	})
}

// dict is kwargs.
func (g *Greenlet) dict() *object.Dict {
	if g.kwargs == nil {
		g.kwargs = object.NewDict()
		n := len(g.args) - len(g.kw)
		for i, k := range g.kw {
			g.kwargs.SetStr(object.InternStr(k), g.args[n+i])
		}
		g.args, g.kw = g.args[:n:n], nil
	}
	return g.kwargs
}

// identity is minimal_ident: the smallest number that no living greenlet of the hub has.
func (g *Greenlet) identity() int {
	if g.ident == 0 {
		g.hub.ids++
		g.ident = g.hub.ids
	}
	return g.ident - 1
}
