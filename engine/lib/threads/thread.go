package threads

import (
	"strconv"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Thread is what threading.Thread is made of: the Python part adds what is said
// about it, such as its target.
type Thread struct {
	object.Header
	object.Attrs
	initialised bool
	name        string
	daemon      bool
	sim         *sim.Thread // nil until it is started
	begin       kernel.WaitQueue
	begun       bool
	failed      string // the exception that ended it
}

// ThreadType is the base of threading.Thread.
var ThreadType = class("_Thread", "_thread", unsafe.Offsetof(Thread{}.Attrs), func(k *object.Type) value {
	x := &Thread{}
	x.Header.Type, x.Shape = k, k.Root
	return object.Obj(&x.Header)
})

func asThread(v value) *Thread {
	if v.H != nil && v.H.Type.IsSubtype(ThreadType) {
		return (*Thread)(unsafe.Pointer(v.H))
	}
	return nil
}

func (th *Thread) value() value { return object.Obj(&th.Header) }

// ended tells whether the thread has run to its end.
func (th *Thread) ended() bool { return th.sim != nil && (th.sim.K.Ended() || th.sim.VM.IsDone()) }

// alive tells whether it has begun and not ended.
func (th *Thread) alive() bool { return th.sim != nil && th.begun && !th.ended() }

// maxThreads bounds how many threads live at once, as an operating system does.
const maxThreads = 32_000

// launch starts a thread in the simulated computer. It lives in the entity home,
// 0 for the process. Body is what it does.
func launch(t *vm.Thread, name string, home trace.Entity, body vm.NativeFunc, args ...value) (*sim.Thread, *exc) {
	th := sim.Of(t)
	m := machine(t)
	if len(th.Proc.Threads) >= maxThreads {
		return nil, object.NewExc(object.RuntimeError, "can't start new thread")
	}
	m.Spend(m.Price(kernel.PriceThreadCreate))
	nt := th.Proc.NewThread(name, home, th.Lane(), vm.NewNative("_thread", "bootstrap", "...", body).Value(), args...)
	m.Start(nt.K, m.Price(kernel.PriceThreadStart), th.Lane())
	return nt, nil
}

// start starts th, and waits until it has begun, as Thread.start() does. What it does is body.
func (th *Thread) start(t *vm.Thread, home trace.Entity, body vm.NativeFunc) action {
	nt, e := launch(t, th.name, home, func(t *vm.Thread, a []value, kw []*str) action {
		th.begun = true
		th.begin.WakeAll(machine(t), wake(t, "started"))
		return body(t, a, kw)
	}, th.value())
	if e != nil {
		return vm.Raise(e)
	}
	th.sim = nt
	nt.Object = th.value()
	nt.OnDone = func(nt *sim.Thread, _ value, x *exc) {
		m := nt.Proc.Run.M
		if x != nil && th.failed == "" {
			th.failed = vm.ExceptionSummary(nt.VM, x)
		}
		if th.failed != "" {
			m.Finish(&nt.K.Agent, trace.FAIL, m.Str(th.failed))
		}
	}
	return th.awaitBegin(t)
}

func (th *Thread) awaitBegin(t *vm.Thread) action {
	if th.begun {
		return vm.ReturnNone()
	}
	w := kernel.Wait{Reason: machine(t).Str("start of " + th.name), Obj: th.sim.K.Entity}
	return after(t, parkIn(t, &th.begin, w), func(t *vm.Thread, _ value) action { return th.awaitBegin(t) }, th.value())
}

// join waits until a thread has ended, or until the deadline.
func join(t *vm.Thread, nt *sim.Thread, until int64) action {
	if nt.K.Ended() {
		return vm.ReturnNone()
	}
	w := kernel.Wait{Reason: machine(t).Str("join " + nt.K.Name), Obj: nt.K.Entity, Deadline: until}
	return after(t, parkIn(t, &nt.K.Joiners, w), func(t *vm.Thread, _ value) action { return vm.ReturnNone() })
}

// End is what happens to threads after the main module: pools finish what they
// were given, threads that are no daemons are waited for.
func end(t *vm.Thread) action {
	p := sim.ProcessOf(t)
	s := processOf(p)
	return ordered(t, func(t *vm.Thread) action {
		s.ending = true
		for _, pool := range s.pools {
			pool.idle.WakeAll(machine(t), wake(t, "end of the program"))
		}
		calls := s.atEnd
		s.atEnd = nil
		return repeat(t, func(t *vm.Thread) action {
			if n := len(calls); n > 0 {
				fn := calls[n-1]
				calls = calls[:n-1]
				return after(t, vm.Call(fn), func(*vm.Thread, value) action { return vm.Continue() })
			}
			for _, nt := range p.Threads {
				th := asThread(nt.Object)
				if nt == sim.Of(t) || th == nil || th.daemon || nt.K.Ended() {
					continue
				}
				return after(t, join(t, nt, 0), func(t *vm.Thread, _ value) action { return vm.Continue() })
			}
			return vm.ReturnNone()
		})
	})
}

func init() {
	initThread()
	threadTable.Type(ThreadType)
	threadTable.Native("get_ident", "", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(object.Int(sim.Of(t).Ident))
	})
	threadTable.Native("get_native_id", "", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(object.Int(nativeID(sim.Of(t))))
	})
	threadTable.Native("_count", "", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(object.Int(int64(len(sim.ProcessOf(t).Threads) - 1)))
	})
	// interrupt_main is as if a signal had come: SIGINT, if nothing else is said.
	threadTable.Native("interrupt_main", "signum=2, /", func(t *vm.Thread, a []value, _ []*str) action {
		sig := object.Int(2)
		if !a[0].IsNull() {
			sig = a[0]
		}
		return vm.OnValue(t, t.Import("os"), func(t *vm.Thread, os value) action {
			return vm.OnValue(t, vm.CallMethod(t, os, "getpid"), func(t *vm.Thread, pid value) action {
				return vm.CallMethod(t, os, "kill", pid, sig)
			})
		})
	})
	threadTable.Native("start_new_thread", "...", startNew)
	threadTable.Native("start_new", "...", startNew)
	leave := func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Raise(object.ExcArgs(object.SystemExit))
	}
	threadTable.Native("exit", "", leave)
	threadTable.Native("exit_thread", "", leave)
	threadTable.Native("stack_size", "size=0", func(t *vm.Thread, _ []value, _ []*str) action { return vm.Return(object.Int(0)) })
	threadTable.Native("_current", "", func(t *vm.Thread, _ []value, _ []*str) action {
		if o := sim.Of(t).Object; !o.IsNull() {
			return vm.Return(o)
		}
		return vm.ReturnNone()
	})
	// _adopt makes an object that of the thread which runs, or of the main one.
	threadTable.Native("_adopt", "thread, name, main", func(t *vm.Thread, a []value, _ []*str) action {
		th, nt := asThread(a[0]), sim.Of(t)
		if a[2] == object.True {
			nt = sim.ProcessOf(t).Main
		}
		th.sim, th.begun, th.initialised, th.name = nt, true, true, object.AsStr(a[1]).Text
		nt.Object = th.value()
		return vm.ReturnNone()
	})
	// _threads lists the objects of the threads that have begun, in order of start.
	threadTable.Native("_threads", "", func(t *vm.Thread, _ []value, _ []*str) action {
		var list []value
		for _, nt := range sim.ProcessOf(t).Threads {
			if th := asThread(nt.Object); th != nil && th.alive() {
				list = append(list, nt.Object)
			}
		}
		return vm.Return(object.NewList(list))
	})
	// _register_atexit(fn): fn is called at the end, before threads are joined; the latest first.
	threadTable.Native("_register_atexit", "fn", func(t *vm.Thread, a []value, _ []*str) action {
		s := processOf(sim.ProcessOf(t))
		if s.ending {
			return vm.Raisef(object.RuntimeError, "can't register atexit after shutdown")
		}
		s.atEnd = append(s.atEnd, a[0])
		return vm.ReturnNone()
	})
	// _shutdown waits for the threads of the process that are no daemons.
	threadTable.Native("_shutdown", "", func(t *vm.Thread, _ []value, _ []*str) action { return end(t) })
	// _at_end is called when threading is imported: the process then waits for its threads.
	threadTable.Native("_at_end", "", func(t *vm.Thread, _ []value, _ []*str) action {
		p := sim.ProcessOf(t)
		p.AtEnd = append([]func(t *vm.Thread) action{end}, p.AtEnd...)
		return vm.ReturnNone()
	})
	threadTable.Native("_failed", "thread, exception", func(t *vm.Thread, a []value, _ []*str) action {
		asThread(a[0]).failed = vm.ExceptionSummary(t, object.AsExc(a[1]))
		return vm.ReturnNone()
	})
	threadTable.Native("_format", "exception", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Return(object.NewStr(vm.FormatException(t, object.AsExc(a[0]))))
	})
	threadTable.Native("_unsupported", "what", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Raise(object.NewExc(object.UnsupportedError, "%s", object.AsStr(a[0]).Text))
	})
	threadTable.Native("_cores", "", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(object.Int(int64(machine(t).Config.Cores)))
	})
	threadTable.Native("_deprecated", "text", func(t *vm.Thread, a []value, _ []*str) action {
		deprecated(t, object.AsStr(a[0]).Text)
		return vm.ReturnNone()
	})
}

// nativeID is the number that the operating system has for a thread.
func nativeID(th *sim.Thread) int64 {
	if th == th.Proc.Main {
		return int64(th.Proc.PID)
	}
	return int64(th.Proc.PID) + 1 + (th.Ident-th.Proc.Main.Ident)/4096
}

func initThread() {
	tp := ThreadType
	tp.Traverse = func(v value, visit func(value)) {
		if th := asThread(v); th != nil {
			visitAttrs(&th.Attrs, visit)
		}
	}
	method(tp, "_setup", "name, daemon", func(t *vm.Thread, a []value, _ []*str) action {
		th := asThread(a[0])
		th.initialised = true
		th.name = object.AsStr(a[1]).Text
		if a[2].IsNone() {
			if cur := asThread(sim.Of(t).Object); cur != nil {
				th.daemon = cur.daemon
			}
			return vm.ReturnNone()
		}
		return vm.OnTruth(t, a[2], func(t *vm.Thread, b bool) action {
			th.daemon = b
			return vm.ReturnNone()
		})
	})
	method(tp, "_launch", "body", func(t *vm.Thread, a []value, _ []*str) action {
		th, body := asThread(a[0]), a[1]
		if !th.initialised {
			return vm.Raisef(object.RuntimeError, "thread.__init__() not called")
		}
		if th.sim != nil {
			return vm.Raisef(object.RuntimeError, "threads can only be started once")
		}
		return ordered(t, func(t *vm.Thread) action {
			return th.start(t, 0, func(t *vm.Thread, a []value, _ []*str) action { return vm.Call(body, th.value()) })
		})
	})
	method(tp, "join", "timeout=None", inTurn(func(t *vm.Thread, a []value, _ []*str) action {
		th := asThread(a[0])
		switch {
		case !th.initialised:
			return vm.Raisef(object.RuntimeError, "Thread.__init__() not called")
		case th.sim == nil || !th.begun:
			return vm.Raisef(object.RuntimeError, "cannot join thread before it is started")
		case th.sim == sim.Of(t):
			return vm.Raisef(object.RuntimeError, "cannot join current thread")
		}
		ns, forever, e := seconds(t.RT.Ctx, a[1])
		if e != nil {
			return vm.Raise(e)
		}
		if !forever && ns == 0 {
			return vm.ReturnNone()
		}
		return join(t, th.sim, deadline(machine(t), ns, forever))
	}))
	alive := func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		th := asThread(a[0])
		if !th.initialised {
			return value{}, object.NewExc(object.AssertionError, "Thread.__init__() not called")
		}
		return object.Bool(th.alive()), nil
	}
	tp.AddMethod(object.KindMethod, "is_alive", "", alive)
	check := func(v value) *exc {
		if !asThread(v).initialised {
			return object.NewExc(object.AssertionError, "Thread.__init__() not called")
		}
		return nil
	}
	tp.AddGetSet("name", func(c *object.Ctx, v value) (value, *exc) {
		return object.NewStr(asThread(v).name), check(v)
	}, func(c *object.Ctx, v, x value) *exc {
		s, e := object.StrOf(c, x)
		if e == nil {
			asThread(v).name = s
		}
		return e
	})
	tp.AddGetSet("ident", func(c *object.Ctx, v value) (value, *exc) {
		if th := asThread(v); th.begun {
			return object.Int(th.sim.Ident), nil
		}
		return object.None, check(v)
	}, nil)
	tp.AddGetSet("native_id", func(c *object.Ctx, v value) (value, *exc) {
		if th := asThread(v); th.begun {
			return object.Int(nativeID(th.sim)), nil
		}
		return object.None, check(v)
	}, nil)
	tp.AddGetSet("daemon", func(c *object.Ctx, v value) (value, *exc) {
		return object.Bool(asThread(v).daemon), check(v)
	}, func(c *object.Ctx, v, x value) *exc {
		th := asThread(v)
		if !th.initialised {
			return object.NewExc(object.RuntimeError, "Thread.__init__() not called")
		}
		if th.alive() {
			return object.NewExc(object.RuntimeError, "cannot set daemon status of active thread")
		}
		b, e := object.Truth(c, x)
		if e == nil {
			th.daemon = b
		}
		return e
	})
	tp.Repr = func(c *object.Ctx, v value) (string, *exc) {
		th := asThread(v)
		if !th.initialised {
			return "", object.NewExc(object.AssertionError, "Thread.__init__() was not called")
		}
		status := "initial"
		if th.begun {
			status = "started"
		}
		if th.ended() {
			status = "stopped"
		}
		if th.daemon {
			status += " daemon"
		}
		if th.begun {
			status += " " + strconv.FormatInt(th.sim.Ident, 10)
		}
		return "<" + object.TypeOf(v).Name + "(" + th.name + ", " + status + ")>", nil
	}
}

// startNew is _thread.start_new_thread(function, args[, kwargs]).
func startNew(t *vm.Thread, a []value, kw []*str) action {
	if len(kw) > 0 {
		return vm.Raisef(object.TypeError, "start_new_thread() takes no keyword arguments")
	}
	if len(a) < 2 || len(a) > 3 {
		return vm.Raisef(object.TypeError, "start_new_thread expected at least 2 arguments, got %d", len(a))
	}
	if !builtins.IsCallable(a[0]) {
		return vm.Raisef(object.TypeError, "first arg must be callable")
	}
	args := object.AsTuple(a[1])
	if args == nil {
		return vm.Raisef(object.TypeError, "2nd arg must be a tuple")
	}
	fn, given, names := a[0], append([]value(nil), args.Elems...), []*str(nil)
	if len(a) == 3 {
		d := object.AsDict(a[2])
		if d == nil {
			return vm.Raisef(object.TypeError, "optional 3rd arg must be a dictionary")
		}
		for pos := 0; ; {
			k, v, ok := d.Next(&pos)
			if !ok {
				break
			}
			names, given = append(names, object.AsStr(k)), append(given, v)
		}
	}
	return ordered(t, func(t *vm.Thread) action {
		nt, e := launch(t, callableName(fn), 0, func(t *vm.Thread, _ []value, _ []*str) action {
			return vm.AfterHolding(t, vm.CallKw(fn, given, names), func(t *vm.Thread, _ value, x *exc) action {
				if x != nil && !x.Type.IsSubtype(object.SystemExit) {
					writeErr(t, "Exception ignored in thread started by: "+object.ReprText(t.RT.Ctx, fn)+"\n"+vm.FormatException(t, x))
				}
				return vm.ReturnNone()
			})
		}, fn, object.NewTuple(given))
		if e != nil {
			return vm.Raise(e)
		}
		return vm.Return(object.Int(nt.Ident))
	})
}

// callableName is the name of a callable for a reader.
func callableName(fn value) string {
	if m := object.AsBoundMethod(fn); m != nil {
		fn = m.Func
	}
	if f := object.AsFunction(fn); f != nil {
		return f.Name.Text
	}
	if b := object.AsBuiltin(fn); b != nil {
		return b.Name
	}
	return object.TypeOf(fn).Name
}

// writeErr writes to the standard error stream of the process.
func writeErr(t *vm.Thread, text string) { t.Host.Write(t, 2, text) }

// deprecated gives a DeprecationWarning, once for a line of the program.
func deprecated(t *vm.Thread, text string) {
	f := t.UserFrame()
	if f == nil {
		return
	}
	name := f.Code.Code.File.Name
	if m, ok := f.Globals.GetStr(object.Intern("__name__")); !ok || object.AsStr(m) == nil || object.AsStr(m).Text != "__main__" {
		return // only the main module's are shown
	}
	line := f.Line()
	message := name + ":" + strconv.Itoa(line) + ": DeprecationWarning: " + text + "\n"
	s := processOf(sim.ProcessOf(t))
	if s.deprecated[message] {
		return
	}
	s.deprecated[message] = true
	writeErr(t, message+"  "+trimmed(f.Code.Code.File.LineText(line))+"\n")
}

func trimmed(s string) string {
	for len(s) > 0 && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\n') {
		s = s[:len(s)-1]
	}
	return s
}
