package trace

import "fmt"

// builder makes recordings for tests in few words.
type builder struct {
	*Recorder
	t int64
}

func newBuilder() *builder {
	b := &builder{Recorder: NewRecorder(Limits{})}
	b.Meta().Engine = "test"
	b.Meta().Files = []string{"main.py"}
	return b
}

func (b *builder) at(t int64) *builder { b.t = t; return b }

func (b *builder) entity(kind EntityKind, name string, parent, creator Entity) Entity {
	return b.NewEntity(b.t, kind, name, parent, creator, 0)
}

func (b *builder) ev(k Kind, who, obj Entity, arg any, line int) {
	var a uint32
	switch v := arg.(type) {
	case string:
		a = uint32(b.Intern(v))
	case int:
		a = uint32(v)
	}
	b.Add(b.t, k, who, obj, a, MakeLoc(0, line))
}

// machine makes a computer with a process and its main thread, which runs.
func (b *builder) machine(cores int) (process, main Entity, core []Entity) {
	b.Meta().Cores = cores
	m := b.entity(Machine, "machine", 0, 0)
	for i := 0; i < cores; i++ {
		core = append(core, b.entity(Core, fmt.Sprint("core ", i), m, 0))
	}
	process = b.entity(Process, "main", m, 0)
	b.entity(GIL, "GIL", process, 0)
	main = b.entity(Thread, "MainThread", process, 0)
	b.ev(READY, main, 0, nil, 0)
	b.ev(RUN, main, core[0], nil, 1)
	return process, main, core
}

// generators is a producer and a consumer that hand values over.
func generators(rounds int) *builder {
	b := newBuilder()
	_, main, core := b.machine(1)
	b.at(3000)
	gen := b.entity(Generator, "consumer", main, main)
	for i := 0; i < rounds; i++ {
		b.at(b.t + 300)
		how := "send"
		if i == 0 {
			how = "next"
		}
		b.ev(SWITCH, main, gen, how, 12)
		b.ev(WAIT, main, gen, "in consumer", 12)
		b.ev(RUN, gen, 0, nil, 4)
		b.at(b.t + 600)
		b.ev(OUT, gen, 0, fmt.Sprintf("got %d\n", i), 5)
		b.at(b.t + 90)
		b.ev(SWITCH, gen, main, "yield", 4)
		b.ev(WAIT, gen, 0, "yield", 4)
		b.ev(RUN, main, core[0], nil, 12)
	}
	b.at(b.t + 100)
	b.ev(SWITCH, main, gen, "close", 13)
	b.ev(WAIT, main, gen, "in consumer", 13)
	b.ev(RUN, gen, 0, nil, 4)
	b.at(b.t + 30)
	b.ev(DONE, gen, 0, nil, 4)
	b.ev(SWITCH, gen, main, "close", 4)
	b.ev(RUN, main, core[0], nil, 13)
	b.at(b.t + 200)
	b.ev(DONE, main, 0, nil, 14)
	b.Meta().End = b.t
	return b
}

// tasks is an event loop with sleeping tasks; one fails, one is cancelled.
func tasks() *builder {
	b := newBuilder()
	const ms = 1_000_000
	_, main, _ := b.machine(4)
	b.at(1 * ms)
	loop := b.entity(Loop, "loop", main, main)
	mainTask := b.entity(Task, "main", loop, main)
	b.ev(READY, mainTask, loop, nil, 0)
	b.ev(COUNT, loop, 0, 1, 0)
	b.ev(RUN, mainTask, 0, nil, 18)
	b.ev(COUNT, loop, 0, 0, 0)
	var ts []Entity
	b.at(60 * ms)
	for i := 0; i < 4; i++ {
		t := b.entity(Task, fmt.Sprintf("fetch(%d)", i), loop, mainTask)
		b.ev(READY, t, mainTask, nil, 20)
		b.ev(COUNT, loop, 0, i+1, 0)
		ts = append(ts, t)
	}
	b.ev(WAIT, mainTask, 0, "gather of 4 tasks", 21)
	for i, t := range ts {
		b.ev(RUN, t, 0, nil, 6)
		b.ev(COUNT, loop, 0, 3-i, 0)
		b.at(b.t + 5*ms)
		b.ev(WAIT, t, 0, fmt.Sprintf("sleep %d ms", 300+20*i), 7)
	}
	b.at(360 * ms)
	for i, t := range ts[:3] {
		b.ev(WAKE, loop, t, "timer", 0)
		b.ev(READY, t, loop, nil, 7)
		b.ev(COUNT, loop, 0, i+1, 0)
	}
	for i, t := range ts[:3] {
		b.ev(RUN, t, 0, nil, 8)
		b.ev(COUNT, loop, 0, 2-i, 0)
		b.at(b.t + 40*ms)
		if i == 1 {
			b.ev(FAIL, t, 0, "ConnectionError: page <1>", 10)
		} else {
			b.ev(OUT, t, 0, fmt.Sprintf("page %d\n", i), 11)
			b.ev(DONE, t, 0, "None", 11)
		}
	}
	b.ev(WAKE, ts[2], mainTask, "set_result", 0)
	b.ev(READY, mainTask, ts[2], nil, 21)
	b.ev(RUN, mainTask, 0, nil, 24)
	b.at(b.t + 5*ms)
	b.ev(CANCEL, mainTask, ts[3], nil, 24)
	b.ev(READY, ts[3], mainTask, nil, 7)
	b.ev(WAIT, mainTask, ts[3], "await", 24)
	b.ev(RUN, ts[3], 0, nil, 7)
	b.ev(DELIVER, ts[3], mainTask, "CancelledError", 7)
	b.ev(CANCELLED, ts[3], 0, nil, 7)
	b.ev(WAKE, ts[3], mainTask, "cancelled", 0)
	b.ev(READY, mainTask, ts[3], nil, 24)
	b.ev(RUN, mainTask, 0, nil, 24)
	b.at(b.t + 2*ms)
	b.ev(DONE, mainTask, 0, "None", 25)
	b.ev(DONE, main, 0, nil, 25)
	b.Meta().End = b.t
	return b
}

// threads is two threads that share a GIL and a lock, on two cores in one process and a second process beside.
func threads() *builder {
	b := newBuilder()
	const ms = 1_000_000
	p, main, core := b.machine(2)
	gil := Entity(5)
	lock := b.entity(Lock, "lock a", p, main)
	b.at(1 * ms)
	w := b.entity(Thread, "worker-1", p, main)
	b.ev(LOCKWAIT, w, gil, "GIL", 0)
	b.at(2 * ms)
	b.ev(ACQUIRE, main, lock, nil, 4)
	b.at(6 * ms)
	b.ev(LOCKWAIT, main, gil, "GIL", 5)
	b.ev(READY, w, main, nil, 0)
	b.ev(RUN, w, core[0], nil, 9)
	b.at(8 * ms)
	b.ev(SPAN, w, 0, "parse", 10)
	b.ev(LOCKWAIT, w, lock, "lock a", 10)
	b.ev(READY, main, w, nil, 5)
	b.ev(RUN, main, core[0], nil, 5)
	p2 := b.entity(Process, "child", 1, main)
	c := b.entity(Thread, "ChildMain", p2, main)
	b.ev(READY, c, main, nil, 0)
	b.ev(RUN, c, core[1], nil, 30)
	b.at(12 * ms)
	b.ev(RELEASE, main, lock, nil, 6)
	b.ev(WAKE, main, w, "release", 6)
	b.ev(ACQUIRE, w, lock, nil, 10)
	b.ev(LOCKWAIT, w, gil, "GIL", 10)
	b.at(14 * ms)
	b.ev(WAIT, main, w, "join", 7)
	b.ev(READY, w, main, nil, 10)
	b.ev(RUN, w, core[0], nil, 11)
	b.at(20 * ms)
	b.ev(SPANEND, w, 0, "parse", 11)
	b.ev(DONE, w, 0, nil, 12)
	b.ev(WAKE, w, main, "end", 12)
	b.ev(READY, main, w, nil, 7)
	b.ev(RUN, main, core[0], nil, 8)
	b.at(21 * ms)
	b.ev(DONE, c, 0, nil, 31)
	b.ev(DONE, main, 0, nil, 8)
	b.Meta().End = b.t
	return b
}

// samples are the recordings that tests go through.
func samples() map[string]*Recording {
	return map[string]*Recording{
		"generators": generators(4).Recording(),
		"tasks":      tasks().Recording(),
		"threads":    threads().Recording(),
		"empty":      newBuilder().Recording(),
	}
}
