package sim

import (
	"strconv"
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// A fork makes a process that is a copy of another one, with the thread that forks as its only one. Objects, modules and frames are
// copied by an object.Copier; what follows says what becomes of the things of the simulated computer that they refer to.

// forking is the Env of the Copier.
type forking struct {
	parent, child *Process
	self, main    *Thread // the thread that forks, and its copy
	over          map[*Thread]*Thread
}

var forkHooks []func(parent, child *Process)

// OnFork registers what a library package does with what it keeps for a process when it was copied; for package initialisation.
func OnFork(f func(parent, child *Process)) { forkHooks = append(forkHooks, f) }

// apart are the keys of Process.Data that a fork does not copy.
var apart = map[string]bool{}

// NotForked says that what is kept under a key of Process.Data is not for a forked process.
func NotForked(key string) { apart[key] = true }

// Fork copies the process of th, which must be parked. With an entry, the copy begins with a call of body, a built-in function,
// with the copied entry; without, it goes on where th is, with the result 0. The copy's main thread is not started yet. The name is
// for readers.
func (th *Thread) Fork(name string, entry, body vm.Value) (*Process, *vm.Exc) {
	parent := th.Proc
	if entry.IsNull() {
		if why := th.VM.CanFork(); why != "" {
			return nil, object.NewExc(object.UnsupportedError, "os.fork() %s", why)
		}
	}
	r := parent.Run
	child := &Process{Run: r, PID: r.PID(), PPID: parent.PID, Started: r.M.Now(), nextIdent: parent.nextIdent}
	if name == "" {
		name = "process " + strconv.Itoa(child.PID)
	}
	rt := &vm.Runtime{}
	child.RT = rt
	main := &Thread{
		Proc: child, Ident: th.Ident, instr: th.instr,
	}
	e := &forking{parent, child, th, main, map[*Thread]*Thread{}}
	main.VM = vm.NewThread(rt, main, object.None)
	main.VM.Owner = main
	main.VM.PreemptAnywhere(r.M.Config.Preempt == "every")
	// What the copies refer to must exist before they are made.
	child.K = r.M.NewProcess(name, th.Lane())
	main.K = child.K.NewThread("MainThread", 0, th.Lane(), main)
	child.Main = main
	child.Threads = []*Thread{main}

	child.unwritten = parent.unwritten
	child.InheritFiles(parent)
	rt.Ctx = &object.Ctx{}
	c := object.NewCopier(e)
	defer c.Close()
	parent.RT.ForkInto(c, rt)
	start := c.Value(entry)
	if entry.IsNull() {
		th.VM.ForkInto(c, main.VM)
	} else {
		th.VM.ForkState(c, main.VM)
	}
	main.Object = c.Value(th.Object)
	main.Data = object.CopyAny(c, th.Data)
	data := make(map[string]any, len(parent.Data))
	for k, x := range parent.Data {
		if !apart[k] {
			data[k] = x
		}
	}
	child.Data = object.CopyAny(c, data)
	c.Run()
	object.CopyCtx(c, parent.RT.Ctx, rt.Ctx)
	parent.RT.FinishFork(c, rt)
	if len(c.Leaks) > 0 {
		rt.Ctx.FreeMemory()
		for _, f := range child.OnExit {
			f(child)
		}
		r.M.Finish(&main.K.Agent, trace.CANCELLED, 0)
		return nil, object.NewExc(object.UnsupportedError, "a fork, while there are objects that cannot be copied: %s", strings.Join(c.Leaks, ", "))
	}
	if entry.IsNull() {
		main.VM.Wake(object.Int(0), nil)
	} else {
		main.VM.Restart(body, start)
	}
	rt.Threads = []*vm.Thread{main.VM}
	child.roots = append([]func(*Process, func(vm.Value)){}, parent.roots...)
	rt.Roots, rt.OnEnd = child.visitRoots, parent.RT.OnEnd
	for _, f := range parent.AtEnd {
		if !object.Captures(f) {
			child.AtEnd = append(child.AtEnd, f)
		}
	}
	r.Procs = append(r.Procs, child)
	for _, f := range forkHooks {
		f(parent, child)
	}
	return child, nil
}

// ForkRuntime and ForkThread make it a vm.Forking.
func (e *forking) ForkRuntime() *vm.Runtime { return e.child.RT }

// ForkThread is the copy of one of the old process's threads.
func (e *forking) ForkThread(old *vm.Thread) *vm.Thread {
	if th, ok := old.Owner.(*Thread); ok {
		return e.thread(th).VM
	}
	return e.main.VM
}

// thread is the copy of a thread: those that do not fork are over in the new process.
func (e *forking) thread(old *Thread) *Thread {
	if old == e.self {
		return e.main
	}
	if old.Proc == e.child {
		return old
	}
	if n, ok := e.over[old]; ok {
		return n
	}
	n := &Thread{Proc: e.child, Ident: old.Ident, instr: old.instr, Data: map[string]any{}}
	n.VM = vm.NewThread(e.child.RT, n, object.None)
	n.VM.Owner = n
	n.VM.End()
	name := "thread"
	if old.K != nil {
		name = old.K.Name
	}
	n.K = e.child.K.EndedThread(name)
	e.over[old] = n
	return n
}

// kernelThread is the copy of a thread of the kernel.
func (e *forking) kernelThread(old *kernel.Thread) *kernel.Thread {
	for _, th := range e.parent.Threads {
		if th.K == old {
			return e.thread(th).K
		}
	}
	for was, th := range e.over {
		if was.K == old {
			return th.K
		}
	}
	if old == e.main.K {
		return old
	}
	return e.child.K.EndedThread(old.Name)
}

// agent is the copy of an agent that something refers to.
func (e *forking) agent(old *kernel.Agent) *kernel.Agent {
	if old != nil && old.Own() {
		return &e.kernelThread(old.Thread()).Agent
	}
	// A cooperative agent lies in an object whose copy is not recorded: its thread stands for it.
	return &e.main.K.Agent
}

func init() {
	env := func(c *object.Copier) *forking { return c.Env.(*forking) }
	object.CopyPointer(func(c *object.Copier, old *Process) *Process {
		if old == env(c).parent {
			return env(c).child
		}
		return old
	})
	object.CopyPointer(func(c *object.Copier, old *Thread) *Thread { return env(c).thread(old) })
	object.CopyPointer(func(c *object.Copier, old *kernel.Thread) *kernel.Thread { return env(c).kernelThread(old) })
	object.CopyPointer(func(c *object.Copier, old *kernel.Process) *kernel.Process { return env(c).child.K })
	object.CopyPointer(func(c *object.Copier, old *kernel.Agent) *kernel.Agent { return env(c).agent(old) })
	object.CopyPointer(func(c *object.Copier, old *kernel.Semaphore) *kernel.Semaphore { return old.Forked() })
	object.CopyPointer(func(c *object.Copier, old *kernel.Lock) *kernel.Lock {
		var holder *kernel.Agent
		if h := old.Holder(); h != nil {
			holder = env(c).agent(h)
		}
		return old.Forked(holder)
	})
	object.CopyPointer(func(c *object.Copier, _ *object.Ctx) *object.Ctx { return env(c).child.RT.Ctx })
	object.CopyPointer(func(*object.Copier, *kernel.Timer) *kernel.Timer { return nil })
	object.CopyField(func(c *object.Copier, a *kernel.Agent) { *a = a.Forked(env(c).main.K) })
	object.CopyField(func(_ *object.Copier, q *kernel.WaitQueue) { *q = kernel.WaitQueue{} })
	// Entities are those of the old process; its copies get their own where they are shown.
	object.CopyField(func(_ *object.Copier, e *trace.Entity) { *e = 0 })
	object.CopyShared[Run]()
	object.CopyShared[kernel.Machine]()
	object.CopyPointer(func(c *object.Copier, _ *world.Descriptors) *world.Descriptors {
		return env(c).child.Descriptors()
	})
}
