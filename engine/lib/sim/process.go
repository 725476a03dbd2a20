package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Over ends a process: nothing of it runs any more, but for what is left of the step of self (nil when it is ended from
// outside). Status is what its parent is told, see Process.Status.
func (p *Process) Over(self *Thread, status int) {
	if p.Exited {
		return
	}
	p.Exited, p.Status = true, status
	for _, f := range p.OnExit {
		f(p)
	}
	p.RT.Ctx.FreeMemory()
	m := p.Run.M
	for _, th := range append([]*Thread(nil), p.Threads...) {
		if th != self {
			m.Kill(th.K, m.Str("the process has ended"))
		}
	}
	for _, c := range p.Run.Procs {
		if c.PPID == p.PID {
			c.PPID = 1 // an orphan
		}
	}
	if p == p.Run.Main {
		if status > 0 && status < 256 {
			p.Exit = 128 + status // as a shell tells it
		}
		return
	}
	m.At(m.Now(), func() { tellParent(p) })
	switch {
	case status == 0:
		m.Emit(trace.DONE, p.K.Entity, 0, 0)
	case status < 256:
		m.EmitString(trace.CANCELLED, p.K.Entity, 0, "signal "+group(int64(status)))
	default:
		m.EmitString(trace.FAIL, p.K.Entity, 0, "exit status "+group(int64(status>>8)))
	}
}

// Exit ends the process of t at once with an exit status, as os._exit() does.
func (p *Process) ExitNow(t *vm.Thread, code int) vm.Action {
	p.Exit = code & 0xff
	th := Of(t)
	p.Over(th, p.Exit<<8)
	return t.Abandon()
}

// Interrupted makes the thread raise exc: at its next safe point, or now when it waits.
func (th *Thread) Interrupted(exc *vm.Exc) {
	m := th.Proc.Run.M
	if th.K.Parked() {
		th.raise = exc
		m.Unpark(&th.K.Agent, kernel.Wake{Cause: m.Str("signal"), By: m.Entity})
		return
	}
	th.VM.Interrupt = exc
}
