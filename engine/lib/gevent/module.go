package gevent

import (
	_ "embed"

	"loopscope/engine/builtins"
	"loopscope/engine/lib"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed py/__init__.py
var pyInit string

//go:embed py/hub.py
var pyHub string

//go:embed py/greenlet.py
var pyGreenlet string

//go:embed py/timeout.py
var pyTimeout string

//go:embed py/exceptions.py
var pyExceptions string

//go:embed py/event.py
var pyEvent string

//go:embed py/lock.py
var pyLock string

//go:embed py/queue.py
var pyQueue string

//go:embed py/pool.py
var pyPool string

//go:embed py/local.py
var pyLocal string

//go:embed py/util.py
var pyUtil string

//go:embed py/config.py
var pyConfig string

//go:embed py/threadpool.py
var pyThreadpool string

//go:embed py/monkey.py
var pyMonkey string

//go:embed py/thread.py
var pyThread string

//go:embed py/threading.py
var pyThreading string

//go:embed py/time.py
var pyTime string

//go:embed py/core.py
var pyCore string

//go:embed py/signal.py
var pySignal string

//go:embed py/events.py
var pyEvents string

//go:embed py/subprocess.py
var pySubprocess string

//go:embed py/futures.py
var pyFutures string

//go:embed py/ssl.py
var pySSL string

// table is module _gevent: what the Python part is made of.
var table = &lib.Table{Name: "_gevent"}

func init() {
	initModule()
	sim.AddInspector(inspect)
	lib.Register("_gevent", table.Spec(""))
	lib.Register("gevent", vm.Spec{Source: pyInit, Package: true})
	for _, m := range [...]struct{ name, src string }{
		{"exceptions", pyExceptions}, {"hub", pyHub}, {"greenlet", pyGreenlet}, {"timeout", pyTimeout},
		{"event", pyEvent}, {"lock", pyLock}, {"queue", pyQueue}, {"pool", pyPool}, {"local", pyLocal}, {"util", pyUtil},
		{"_config", pyConfig}, {"threadpool", pyThreadpool}, {"monkey", pyMonkey}, {"thread", pyThread},
		{"threading", pyThreading}, {"time", pyTime}, {"core", pyCore}, {"signal", pySignal}, {"events", pyEvents},
		{"subprocess", pySubprocess}, {"ssl", pySSL}, {"_futures", pyFutures},
	} {
		lib.Register("gevent."+m.name, vm.Spec{Source: m.src})
	}
}

func initModule() {
	tb := table
	tb.Type(GreenletType)
	tb.Type(HubType)
	tb.Type(WaiterType)
	tb.Type(multipleType)
	tb.Type(concurrentUse)
	tb.Type(linkableType)
	tb.Type(eventType)
	tb.Type(resultType)
	tb.Type(semaphoreType)
	tb.Type(boundedType)
	tb.Type(queueType)
	tb.Type(invalidThreadUse)
	tb.Native("_setup", "names", func(t *thread, a []value, _ []*str) action {
		p := processOf(t)
		d := object.AsDict(a[0])
		for _, x := range [...]struct {
			name string
			to   **object.Type
		}{{"Hub", &p.hubClass}, {"Greenlet", &p.greenletClass}, {"Timeout", &p.timeout}, {"LoopExit", &p.loopExit},
			{"BlockingSwitchOutError", &p.blocking}, {"InvalidSwitchError", &p.invalid}, {"HubDestroyed", &p.hubDestroyed}} {
			if v, ok := d.GetStr(object.Intern(x.name)); ok {
				*x.to = object.AsType(v)
			}
		}
		for _, x := range [...]struct {
			name string
			to   *value
		}{{"Empty", &p.empty}, {"Full", &p.full}} {
			if v, ok := d.GetStr(object.Intern(x.name)); ok {
				*x.to = v
			}
		}
		return vm.ReturnNone()
	})
	tb.Native("get_hub", "...", func(t *thread, a []value, _ []*str) action { return vm.Return(hubOf(t).Value()) })
	tb.Native("get_hub_if_exists", "", func(t *thread, a []value, _ []*str) action {
		if h, ok := sim.Of(t).Data["gevent"].(*Hub); ok {
			return vm.Return(h.Value())
		}
		return vm.ReturnNone()
	})
	tb.Native("getcurrent", "", func(t *thread, a []value, _ []*str) action { return vm.Return(greenlet.Current(t).Value()) })
	tb.Native("sleep", "...", func(t *thread, a []value, kw []*str) action {
		if len(kw) == 0 && len(a) <= 1 {
			if len(a) == 0 {
				return sleep(t, value{}, true)
			}
			return sleep(t, a[0], true)
		}
		bound, e := sleepSig.Bind(t.RT.Ctx, sleepFunc, a, kw)
		if e != nil {
			return vm.Raise(e)
		}
		ref := true
		if !bound[1].IsNull() {
			ref, _ = object.Truth(t.RT.Ctx, bound[1])
		}
		return sleep(t, bound[0], ref)
	}).Direct = vm.DirectFunc(directSleep)
	tb.Native("spawn_raw", "...", func(t *thread, a []value, kw []*str) action {
		if len(a)-len(kw) < 1 {
			return vm.Raisef(object.TypeError, "spawn_raw() missing 1 required positional argument: 'function'")
		}
		if !builtins.IsCallable(a[0]) {
			return vm.Raisef(object.TypeError, "function must be callable")
		}
		h := hubOf(t)
		g := greenlet.New(t, a[0], &h.Greenlet)
		g.Type, g.Shape, g.Kept = rawType, rawType.Root, true
		g.Lives = h.Agent().Entity
		g.Record(t, greenlet.LaneName(a[0]))
		args := append([]value(nil), a[1:]...)
		keys := append([]*str(nil), kw...)
		h.m.Ready(g.Agent(), sim.Of(t).Lane())
		h.loop.push(entry{note: &rawStart{g, args, keys}})
		return vm.Return(g.Value())
	})
	// _timer_throw starts the timer of a Timeout: it raises exc in the greenlet that runs now.
	tb.Native("_timer", "seconds, exc, ref, priority", func(t *thread, a []value, _ []*str) action {
		return startTimeout(t, a)
	})
	tb.Type(rawType)
	tb.Native("_write_error", "text", func(t *thread, a []value, _ []*str) action {
		return vm.ReturnOr(object.None, t.Host.Write(t, 2, object.AsStr(a[0]).Text))
	})
	tb.Native("_format", "exc", func(t *thread, a []value, _ []*str) action {
		if e := object.AsExc(a[0]); e != nil {
			return vm.Return(object.NewStr(vm.FormatExceptionInModule(t, e)))
		}
		return vm.Return(object.NewStr(""))
	})
	tb.Native("_make_exc", "...", func(t *thread, a []value, _ []*str) action {
		return makeExc(t, append([]value(nil), a...))
	})
	tb.Native("_ident", "", func(t *thread, a []value, _ []*str) action { return vm.Return(object.Int(sim.Of(t).Ident)) })
	tb.Native("_is_main_thread", "", func(t *thread, a []value, _ []*str) action {
		th := sim.Of(t)
		return vm.Return(object.Bool(th.Proc.Main == th))
	})
	tb.Native("_unsupported", "text", func(t *thread, a []value, _ []*str) action {
		return vm.Raisef(object.UnsupportedError, "%s", object.AsStr(a[0]).Text)
	})
	tb.Native("_on_spawn", "callback, add", func(t *thread, a []value, _ []*str) action {
		p := processOf(t)
		for i, fn := range p.onSpawn {
			if fn == a[0] {
				p.onSpawn = append(p.onSpawn[:i:i], p.onSpawn[i+1:]...)
				break
			}
		}
		if a[1] == object.True {
			p.onSpawn = append(p.onSpawn, a[0])
		}
		return vm.ReturnNone()
	})
	h := HubType
	inner := greenlet.Type.Traverse
	h.Traverse = func(v value, visit func(value)) {
		inner(v, visit)
		h := asHub(v)
		visit(h.loop.value())
		visit(h.call)
	}
	h.Bool = func(c *ctx, v value) (bool, *exc) { return true, nil }
	method(h, "switch", "...", func(t *thread, a []value, kw []*str) action {
		h := asHub(a[0])
		if greenlet.Current(t) == &h.Greenlet {
			return vm.Raise(object.NewExc(h.proc.blocking, "Impossible to call blocking function in the event loop callback"))
		}
		return greenlet.SwitchTo(t, &h.Greenlet, "switch", a[1:], kw)
	})
	method(h, "wait", "watcher", func(t *thread, a []value, _ []*str) action {
		w := asWatcher(a[1])
		if w == nil {
			return vm.Raisef(object.TypeError, "a watcher is required, not %s", object.TypeOf(a[1]).Label())
		}
		return Wait(t, w)
	})
	h.AddGetSet("loop", func(c *ctx, v value) (value, *exc) { return asHub(v).loop.value(), nil }, nil)
	h.AddGetSet("main_hub", func(c *ctx, v value) (value, *exc) { return object.Bool(asHub(v).main), nil }, nil)
	h.AddGetSet("thread_ident", func(c *ctx, v value) (value, *exc) { return object.Int(asHub(v).th.Ident), nil }, nil)
}

// sleep binds its arguments itself, since it mostly has one.
var (
	sleepSig  = object.Sig("seconds=0, ref=True")
	sleepFunc = object.NewBuiltin("gevent", "sleep", "seconds=0, ref=True", nil)
)

// rawType is what spawn_raw makes.
var rawType = object.NewStaticType("TrackedRawGreenlet", "gevent._gevent_c_greenlet_primitives", greenlet.Type, object.LayoutOther, object.HasDict)

// rawStart starts a greenlet of spawn_raw.
type rawStart struct {
	g    *greenlet.Greenlet
	args []value
	kw   []*str
}

func (r *rawStart) Resume(t *thread, v value, e *exc) action {
	return greenlet.SwitchTo(t, r.g, "hub", r.args, r.kw)
}

func (r *rawStart) Traverse(visit func(value)) {
	visit(r.g.Value())
	for _, x := range r.args {
		visit(x)
	}
}
