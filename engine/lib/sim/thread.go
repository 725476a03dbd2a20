package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Thread joins a thread of the virtual machine to one of the kernel.
type Thread struct {
	VM    *vm.Thread
	K     *kernel.Thread
	Proc  *Process
	Ident int64
	// Object is the threading.Thread, Null until there is one.
	Object vm.Value
	// OnDone is called when the thread's function has returned or failed, in the thread's last step.
	OnDone func(th *Thread, result vm.Value, exc *vm.Exc)
	// CPU is the CPU time of finished steps in ns.
	CPU int64
	// Data is what library packages keep for the thread, by package.
	Data map[string]any
	// Patient says that what the thread waits for may be interrupted by a signal: it carries out
	// what is pending (vm.Thread.Pending), and waits on.
	Patient bool

	instr   int64   // ns of an instruction
	waiting bool    // the virtual machine's thread is parked, and goes on when the kernel steps it
	raise   *vm.Exc // what the wait ends with, instead of a value
	pace    pace
	updates []update // what it was in the middle of when it stopped, see races.go
	// The step being executed: instructions of the pieces that are over, size of the current one, what is left after it.
	spent, size, rest int64
	synced            bool // … because the kernel's SyncPoint said no
}

// Of is the record of a thread of the virtual machine.
func Of(t *vm.Thread) *Thread { return t.Owner.(*Thread) }

// NewThread makes a thread that will call fn; it runs after Start. Parent is the
// entity it lives in, 0 for its process; creator who makes it.
func (p *Process) NewThread(name string, parent, creator trace.Entity, fn vm.Value, args ...vm.Value) *Thread {
	th := &Thread{Proc: p, instr: p.Run.M.Price(kernel.PriceInstruction), Data: make(map[string]any)}
	if th.instr < 1 {
		th.instr = 1
	}
	p.nextIdent += 4096
	th.Ident = p.nextIdent
	th.VM = vm.NewThread(p.RT, th, fn, args...)
	th.VM.Owner = th
	th.VM.PreemptAnywhere(p.Run.M.Config.Preempt == "every")
	th.K = p.K.NewThread(name, parent, creator, th)
	p.Threads = append(p.Threads, th)
	p.RT.Threads = append(p.RT.Threads, th.VM)
	return th
}

// heapInterval is how many instructions pass between two looks at the heap.
const heapInterval = 1 << 20

// Step runs the thread for about budget ns; see kernel.Runner.
func (th *Thread) Step(budget int64) kernel.Outcome {
	units := budget / th.instr
	if units < 1 {
		units = 1
	}
	r := th.Proc.Run
	left := r.Limits.Instructions - r.Used
	if units > left {
		units = left
	}
	if units <= 0 {
		r.M.Stop("limit", "the run was stopped after "+group(r.Limits.Instructions)+" instructions")
		return kernel.Outcome{Kind: kernel.Budget, UsedNs: th.instr}
	}
	if r.Used >= r.lookAtHeap {
		r.lookAtHeap = r.Used + heapInterval
		if th.Proc.RT.Ctx.MemoryOver() {
			r.M.Stop("limit", "the run was stopped: its objects take more than "+group(r.Limits.MemoryBytes)+" bytes of memory")
			return kernel.Outcome{Kind: kernel.Budget, UsedNs: th.instr}
		}
	}
	if len(th.updates) > 0 {
		th.comeBack()
	}
	if th.waiting {
		// The kernel only steps a thread whose wait is over.
		th.waiting = false
		v, _ := th.K.Value().(vm.Value)
		th.VM.Wake(v, th.raise)
		th.raise = nil
	}
	out := th.run(units)
	used := th.spent + th.VM.Used()
	r.Used += used
	th.CPU += used * th.instr
	th.Proc.CPU += used * th.instr
	o := kernel.Outcome{UsedNs: used * th.instr}
	switch out {
	case vm.Parked:
		o.Kind = kernel.Parked
		if th.synced {
			th.synced = false
			o.Kind = kernel.Sync
		}
	case vm.Done:
		o.Kind = kernel.Done
		th.forget()
	}
	th.leave()
	return o
}

// forget takes an ended thread off the lists of the living.
func (th *Thread) forget() {
	rt := th.Proc.RT
	for i, t := range rt.Threads {
		if t == th.VM {
			rt.Threads = append(rt.Threads[:i:i], rt.Threads[i+1:]...)
			break
		}
	}
	for i, t := range th.Proc.Threads {
		if t == th {
			th.Proc.Threads = append(th.Proc.Threads[:i:i], th.Proc.Threads[i+1:]...)
			break
		}
	}
	if p := th.Proc; th == p.Main && p.Failed != "" {
		p.Run.M.Finish(&th.K.Agent, trace.FAIL, p.Run.M.Str(p.Failed))
	}
	if th.OnDone != nil {
		th.OnDone(th, th.VM.Result, th.VM.Uncaught)
	}
}

// Loc is the line of the innermost frame of the program; see kernel.Locator.
func (th *Thread) Loc() trace.Loc {
	f := th.VM.UserFrame()
	if f == nil {
		return 0
	}
	return FrameLoc(f)
}

// FrameLoc is where a frame is.
func FrameLoc(f *vm.Frame) trace.Loc {
	return trace.MakeLoc(f.Code.File.Index, f.Line())
}

// Park suspends the thread until Wake, or until w.Deadline. The result is the
// value of the wake, or Null at the deadline (ask K.TimedOut).
func (th *Thread) Park(w kernel.Wait) vm.Action {
	th.Proc.Run.M.Park(&th.K.Agent, w)
	th.waiting = true
	return vm.Park()
}

// Parked suspends the thread when it has been parked in the kernel by other means
// than Park: in a wait queue, or for a lock. It goes on as after Park.
func (th *Thread) Parked() vm.Action {
	th.waiting = true
	return vm.Park()
}

// Resync suspends the thread until it is the earliest of all; for operations
// that other processes (or threads without a GIL) can see. The caller then asks
// SyncPoint again.
func (th *Thread) Resync() vm.Action {
	th.synced, th.waiting = true, true
	return vm.Park()
}

// Wake ends the wait of a parked thread.
func (th *Thread) Wake(cause string, by trace.Entity, v vm.Value) bool {
	m := th.Proc.Run.M
	return m.Unpark(&th.K.Agent, kernel.Wake{Cause: m.Str(cause), By: by, Value: v})
}

// Now is the virtual time in ns.
func (th *Thread) Now(*vm.Thread) int64 { return th.Proc.Run.M.Now() }

// Lane is the entity that what the thread does belongs to.
func (th *Thread) Lane() trace.Entity { return th.K.Lane() }

// pipeBuffer is how many bytes of standard output a process collects when that is not a terminal.
const pipeBuffer = 8192

// Write sends text to a standard stream of the console; see vm.Host.
func (th *Thread) Write(t *vm.Thread, stream int, text string) *vm.Exc {
	if p := th.Proc; stream == 1 && p.Run.Piped {
		if p.unwritten += text; len(p.unwritten) < pipeBuffer {
			return nil
		}
		text, p.unwritten = p.unwritten, ""
	}
	return th.WriteNow(t, stream, text)
}

// Flush shows what the process has collected of its standard output.
func (th *Thread) Flush(t *vm.Thread, stream int) {
	if p := th.Proc; stream == 1 && p.unwritten != "" {
		text := p.unwritten
		p.unwritten = ""
		th.WriteNow(t, stream, text)
	}
}

// WriteNow is Write past the process's buffer.
func (th *Thread) WriteNow(t *vm.Thread, stream int, text string) *vm.Exc {
	if text == "" {
		return nil
	}
	r := th.Proc.Run
	kind := trace.OUT
	if stream == 2 {
		kind = trace.ERR
	}
	who := th.Lane()
	now := r.M.Now()
	if !r.Rec.Output(now, kind, who, text, th.Loc()) {
		r.M.Stop("limit", "the run was stopped: it has printed more than "+group(int64(r.Limits.OutputBytes))+" bytes")
		t.Shorten(0)
		return nil
	}
	r.Chunks = append(r.Chunks, Chunk{stream, text, now, who})
	return nil
}

// group writes a number with thousands separators.
func group(n int64) string {
	s := ""
	for n >= 1000 {
		d := n % 1000
		s = "," + string(rune('0'+d/100)) + string(rune('0'+d/10%10)) + string(rune('0'+d%10)) + s
		n /= 1000
	}
	digits := ""
	for {
		digits = string(rune('0'+n%10)) + digits
		n /= 10
		if n == 0 {
			break
		}
	}
	return digits + s
}

var _ vm.Host = (*Thread)(nil)
