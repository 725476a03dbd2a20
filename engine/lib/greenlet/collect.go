package greenlet

import (
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// What happens to a suspended greenlet that nobody refers to any more:
// GreenletExit is raised in it, so that its finally blocks run. Only those that
// stand inside a try or with are looked after (vm/watch.go); the others end unseen.

// install hooks the module into a process.
func install(p *sim.Process) {
	if p.Data["greenlet"] != nil {
		return
	}
	p.Data["greenlet"] = true
	rt := p.RT
	p.AddRoots(func(p *sim.Process, visit func(vm.Value)) {
		for _, th := range p.Threads {
			s, ok := th.Data["greenlet"].(*state)
			if !ok {
				continue
			}
			visit(s.main.Value())
			visit(s.tracer)
			if g, ok := th.VM.Greenlet.(*Greenlet); ok {
				visit(g.Value())
			}
		}
	})
	onEnd := rt.OnEnd
	rt.OnEnd = func(t *vm.Thread, v vm.Value) vm.Action {
		if g := As(v); g != nil && g.Active() && !g.main {
			return collect(t, g)
		}
		if onEnd != nil {
			return onEnd(t, v)
		}
		return vm.ReturnNone()
	}
	// At the end of the program, those that are still suspended stay so.
	p.AtEnd = append(p.AtEnd, func(t *vm.Thread) vm.Action {
		for _, th := range sim.ProcessOf(t).Threads {
			if s, ok := th.Data["greenlet"].(*state); ok {
				for _, g := range s.alive {
					t.Unwatch(g.Value())
				}
			}
		}
		return vm.ReturnNone()
	})
}

// collect ends a greenlet that nobody refers to.
func collect(t *vm.Thread, g *Greenlet) vm.Action {
	if g.thread != t {
		if !sim.Of(g.thread).K.Ended() {
			t.Watch(g.Value()) // its own thread will see to it
		}
		return vm.ReturnNone()
	}
	if g.resists {
		// It was told before, and went on.
		g.resists = false
		sim.Of(t).Write(t, 2, "GreenletExit did not kill "+object.ReprText(t.RT.Ctx, g.Value())+"\n")
		return vm.ReturnNone()
	}
	if t.InCycle(g.Value()) {
		return vm.ReturnNone() // the reference's collector leaves suspended greenlets alone
	}
	g.Parent = Current(t)
	exc := object.NewExc(Exit, "Killing the greenlet because all references have vanished.")
	return vm.After(t, ThrowInto(t, g, exc), func(t *vm.Thread, _ vm.Value, exc *vm.Exc) vm.Action {
		said := vm.ReturnNone()
		if exc != nil {
			said = vm.Unraisable(t, exc, vm.Value{}, g.Value())
		}
		if g.Active() {
			g.resists = true
			t.Watch(g.Value())
		}
		return said
	})
}
