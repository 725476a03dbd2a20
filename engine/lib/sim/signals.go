package sim

import "loopscope/engine/object"

// Numbers of signals whose default action is special.
const (
	sigInt   = 2
	sigKill  = 9
	sigPipe  = 13
	sigChild = 17
	sigCont  = 18
	sigURG   = 23
	sigWinch = 28
)

// Deliver is the arrival of a signal at a process: its handler's turn, or the default action.
func Deliver(p *Process, sig int) {
	if p.Exited || sig != sigKill && p.OnSignal != nil && p.OnSignal(sig) {
		return
	}
	switch sig {
	case sigChild, sigCont, sigPipe, sigURG, sigWinch:
		return
	case sigInt:
		if p.Main != nil && !p.Main.K.Ended() {
			p.Main.Interrupted(object.ExcArgs(object.KeyboardInterrupt))
			return
		}
	}
	p.Over(nil, sig)
}

// tellParent sends SIGCHLD to the parent of a process that has ended.
func tellParent(p *Process) {
	for _, q := range p.Run.Procs {
		if q.PID == p.PPID && !q.Exited && q.OnSignal != nil {
			q.OnSignal(sigChild)
		}
	}
}
