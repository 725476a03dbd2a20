// Package psutilmod is the module psutil, about the simulated computer: its processes are those of the program,
// their CPU time is virtual time, and their memory is what their objects take.
package psutilmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/lib/processes"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

//go:embed psutil.py
var source string

// interpreter is how many bytes a process takes before it has any objects.
const interpreter = 9_500_000

var table = &lib.Table{Name: "_psutil"}

type value = object.Value

// cpu is the CPU time of a process in ns, that of the step under way included.
func cpu(t *vm.Thread, p *sim.Process) int64 {
	n := p.CPU
	if p == sim.ProcessOf(t) {
		n += sim.Of(t).ElapsedNs()
	}
	return n
}

// status is the state of a process in psutil's words.
func status(t *vm.Thread, p *sim.Process) string {
	if p.Exited {
		return "zombie"
	}
	if p == sim.ProcessOf(t) {
		return "running"
	}
	for _, th := range p.Threads {
		if s := th.K.State(); s == trace.Running || s == trace.Ready {
			return "running"
		}
	}
	return "sleeping"
}

func init() {
	call := func(name, sig string, fn func(t *vm.Thread, r *sim.Run, a []value) value) {
		table.Native(name, sig, func(t *vm.Thread, a []value, _ []*object.Str) vm.Action {
			a = append([]value(nil), a...)
			return sim.InOrder(t, func(t *vm.Thread) vm.Action { return vm.Return(fn(t, sim.Of(t).Proc.Run, a)) })
		})
	}
	find := func(r *sim.Run, v value) *sim.Process {
		if !v.IsInt() {
			return nil
		}
		return processes.Find(r, int(v.Int64()))
	}
	// pids() lists the processes that somebody may still wait for.
	call("pids", "", func(t *vm.Thread, r *sim.Run, _ []value) value {
		var list []value
		for _, p := range r.Procs {
			if processes.Find(r, p.PID) == p {
				list = append(list, object.Int(int64(p.PID)))
			}
		}
		return object.NewList(list)
	})
	// info(pid) is (ppid, status, started, CPU time, threads), times in ns; None without such a process.
	call("info", "pid", func(t *vm.Thread, r *sim.Run, a []value) value {
		p := find(r, a[0])
		if p == nil {
			return object.None
		}
		threads := max(len(p.Threads), 1)
		return object.TupleOf(object.Int(int64(p.PPID)), object.NewStr(status(t, p)), object.Int(p.Started), object.Int(cpu(t, p)), object.Int(int64(threads)))
	})
	// memory(pid) is how many bytes a process takes.
	call("memory", "pid", func(t *vm.Thread, r *sim.Run, a []value) value {
		p := find(r, a[0])
		if p == nil {
			return object.None
		}
		n := int64(interpreter)
		if !p.Exited && p.RT.Ctx.Live != nil {
			n += p.RT.Ctx.Live() / 2 // a value takes twice as much here as in the reference
		}
		return object.Int(n / 4096 * 4096)
	})
	// threads(pid) is a list of (ident, CPU time in ns).
	call("threads", "pid", func(t *vm.Thread, r *sim.Run, a []value) value {
		p := find(r, a[0])
		if p == nil {
			return object.None
		}
		var list []value
		for i, th := range p.Threads {
			list = append(list, object.TupleOf(object.Int(int64(p.PID+i)), object.Int(th.CPU)))
		}
		return object.NewList(list)
	})
	// machine() is (cores, now in ns, CPU time of all processes in ns).
	call("machine", "", func(t *vm.Thread, r *sim.Run, _ []value) value {
		total := int64(0)
		for _, p := range r.Procs {
			total += cpu(t, p)
		}
		return object.TupleOf(object.Int(int64(r.M.Config.Cores)), object.Int(r.M.Now()), object.Int(total))
	})
	lib.Register("_psutil", table.Spec(""))
	lib.Register("psutil", vm.Spec{Source: source})
}
