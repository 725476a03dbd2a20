package vm

import "loopscope/engine/object"

// Forking is what a Copier's Env must be for the types of this package.
type Forking interface {
	// ForkRuntime is the runtime of the new process.
	ForkRuntime() *Runtime
	// ForkThread is the new process's thread for one of the old: that which forks goes on, the others are over.
	ForkThread(old *Thread) *Thread
}

// CanFork tells why a copy of the thread could not go on where this one is: "" when it could. A native frame
// on the chain must be a struct that can be copied; a Go function cannot.
func (t *Thread) CanFork() string {
	for f := t.top; f != nil; f = f.Back {
		switch f.native.(type) {
		case Then, *holder:
			return "in a call that built-in code has made (an import, sorted(), map() …)"
		}
	}
	return ""
}

// ForkInto gives the fresh runtime n what rt has, as copies. CopyCtx must follow.
func (rt *Runtime) ForkInto(c *object.Copier, n *Runtime) {
	n.Modules, n.Builtins = object.CopyOf(c, rt.Modules), object.CopyOf(c, rt.Builtins)
	n.RecursionLimit = rt.RecursionLimit
	n.Compile, n.CompileMode, n.Find, n.Known = rt.Compile, rt.CompileMode, rt.Find, rt.Known
	n.Parse, n.CompileTree = rt.Parse, rt.CompileTree
	n.NeverAwaited, n.WarningError = rt.NeverAwaited, rt.WarningError
	n.BeforeEnd, n.ClearRefs = rt.BeforeEnd, rt.ClearRefs
	n.Extra = object.CopyAny(c, rt.Extra)
	n.buildClass = rt.buildClass
	n.epoch, n.credit, n.sweepCost = rt.epoch, rt.credit, rt.sweepCost
}

// FinishFork completes ForkInto when everything is copied.
func (rt *Runtime) FinishFork(c *object.Copier, n *Runtime) {
	n.Ctx.VM, n.Ctx.Nested, n.Ctx.Live, n.Ctx.Warn, n.Ctx.Reached = n, n.nested, n.live, n.warn, n.reachedNow
	for _, h := range rt.watched {
		if k, ok := c.Known(h); ok && k.Flags&object.FlagWatched != 0 {
			n.watched = append(n.watched, k)
			n.paths.fresh = append(n.paths.fresh, k)
			n.watching++
		}
	}
}

// ForkInto makes n, a new thread, one that is where t is: t must be parked.
func (t *Thread) ForkInto(c *object.Copier, n *Thread) {
	n.top, n.cur = object.CopyOf(c, t.top), object.CopyOf(c, t.cur)
	n.handled, n.depth = object.CopyOf(c, t.handled), t.depth
	n.parked, n.wakeMode, n.woken = true, t.wakeMode, false
	n.stop = t.stop
	t.ForkState(c, n)
}

// ForkState copies what a thread has besides its frames.
func (t *Thread) ForkState(c *object.Copier, n *Thread) {
	n.Context = c.Value(t.Context)
	n.AsyncGenFirstIter, n.AsyncGenFinalizer = c.Value(t.AsyncGenFirstIter), c.Value(t.AsyncGenFinalizer)
	holder := map[string]any{"greenlet": t.Greenlet}
	n.Greenlet = object.CopyAny(c, holder)["greenlet"]
}

func init() {
	object.Describe[Generator](object.GeneratorType, object.CoroutineType, object.AsyncGeneratorType)
	object.Describe[asyncValue](asyncValueType)
	object.Describe[asyncStep](asyncSendType, asyncThrowType)
	object.CopyPointer(func(c *object.Copier, _ *Runtime) *Runtime { return c.Env.(Forking).ForkRuntime() })
	object.CopyPointer(func(c *object.Copier, old *Thread) *Thread { return c.Env.(Forking).ForkThread(old) })
	object.CopyPrepared(func(_ *object.Copier, f *Frame) {
		// What lies behind the stack is left over from earlier calls.
		if f.native == nil && f.Code != nil {
			n := max(f.sp, f.Code.NFast)
			slots := make([]Value, len(f.Slots))
			copy(slots, f.Slots[:n])
			f.Slots = slots
		}
	})
}
