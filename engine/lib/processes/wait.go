package processes

import (
	"strconv"
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// wait is wait(things, timeout=None) -> those of them that are ready. A thing is an End that something can be read from, or the
// pid of a process (a sentinel), which is ready when the process has ended.
func wait(t *vm.Thread, a []value) action {
	things, ok := elements(a[0])
	if !ok {
		return vm.Raisef(object.TypeError, "wait() takes a list")
	}
	things = append([]value(nil), things...)
	until, e := deadline(t, a[1])
	if e != nil {
		return vm.Raise(e)
	}
	r := sim.ProcessOf(t).Run
	m := machine(t)
	var on []*watchers
	var tests []func() bool
	var names []string
	w := kernel.Wait{Deadline: until}
	for _, v := range things {
		if x := asEnd(v); x != nil {
			if x.fd < 0 {
				return closedError()
			}
			if x.d.in == nil {
				return vm.Raisef(object.OSError, "connection is write-only")
			}
			p := x.d.in
			on, tests, names = append(on, &p.changes), append(tests, p.ready), append(names, "message in "+p.name)
			w.Obj = p.entity
			continue
		}
		pid, e := number(t, v, 0)
		if e != nil {
			return vm.Raise(e)
		}
		var p *sim.Process
		for _, other := range r.Procs {
			if other.PID == pid {
				p = other
			}
		}
		if p == nil {
			return osError(9, "Bad file descriptor")
		}
		l := lifeOf(p)
		on, tests, names = append(on, &l.changes), append(tests, func() bool { return l.known }), append(names, "end of "+p.K.Name)
		w.Obj = p.K.Entity
	}
	if len(names) > 3 {
		names = append(names[:3:3], "one of "+strconv.Itoa(len(names)))
	}
	if len(on) != 1 {
		w.Obj = 0
	}
	w.Reason = m.Str(strings.Join(names, " or "))
	spend(t, kernel.PriceSyscall, 0, 0)
	return waitFor(t, on, w, func(t *vm.Thread) (action, bool) {
		var ready []value
		for i, test := range tests {
			if test() {
				ready = append(ready, things[i])
			}
		}
		return vm.Return(object.NewList(ready)), len(ready) > 0
	}, func(t *vm.Thread) action { return vm.Return(object.NewList(nil)) })
}

func init() { function("wait", "things, timeout=None", wait) }
