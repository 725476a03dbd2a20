package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// genAgent is a generator on the timeline.
type genAgent struct {
	kernel.Agent
	caller   *kernel.Agent
	switches int
}

// How many switches of one generator, and of all of a run, are recorded. A loop
// over a million items would otherwise drown everything else.
const (
	maxGenSwitches   = 5_000
	maxTotalSwitches = 200_000
)

// GenCreate records a new generator; see vm.Host.
func (th *Thread) GenCreate(t *vm.Thread, g *vm.Generator) {
	r := th.Proc.Run
	if r.genSwitches >= maxTotalSwitches {
		g.Silent = true
		return
	}
	a := &genAgent{}
	r.M.InitAgent(&a.Agent, trace.Generator, g.Name.Text, th.K.Entity, th.Lane(), th.K)
	a.SetLoc(trace.MakeLoc(g.Code.File.Index, g.Code.FirstLine))
	g.Owner = a
}

// GenResume records that control goes into g; see vm.Host.
func (th *Thread) GenResume(t *vm.Thread, g *vm.Generator, how string) {
	a, ok := g.Owner.(*genAgent)
	if !ok {
		return
	}
	r := th.Proc.Run
	if th.K.Current() == &a.Agent {
		return // an asynchronous generator that awaits has not been left on the timeline
	}
	a.caller = th.K.Current()
	w := &r.words
	s := w.next
	switch how {
	case "send":
		s = w.send
	case "throw":
		s = w.throw
	case "close":
		s = w.close
	}
	r.M.Switch(a.caller, &a.Agent, s, kernel.Wait{Reason: r.M.Str("in " + g.Name.Text), Obj: a.Entity})
}

// GenSuspend records that control leaves g; see vm.Host.
func (th *Thread) GenSuspend(t *vm.Thread, g *vm.Generator, done bool, exc *vm.Exc) {
	a, ok := g.Owner.(*genAgent)
	if !ok {
		return
	}
	r := th.Proc.Run
	a.switches++
	r.genSwitches++
	switch {
	case !done:
		r.M.Switch(&a.Agent, a.caller, r.words.yield, kernel.Wait{Reason: r.words.waitYield})
		if a.switches >= maxGenSwitches || r.genSwitches >= maxTotalSwitches {
			g.Silent = true
			r.M.EmitString(trace.NOTE, a.Entity, 0, "further switches of "+g.Name.Text+" are not recorded")
		}
		return
	case a.caller == nil:
		// It ends without having been started.
		r.M.Finish(&a.Agent, trace.DONE, 0)
		return
	case exc != nil && exc.Type.IsSubtype(object.GeneratorExit):
		// It was closed, which is no failure.
		r.M.Finish(&a.Agent, trace.CANCELLED, r.M.Str(exc.Type.Name))
	case exc != nil:
		r.M.Finish(&a.Agent, trace.FAIL, r.M.Str(vm.ExceptionSummary(t, exc)))
	default:
		r.M.Finish(&a.Agent, trace.DONE, 0)
	}
	r.M.Switch(&a.Agent, a.caller, r.words.ret, kernel.Wait{})
}
