package gevent

import (
	"loopscope/engine/kernel"
	"loopscope/engine/lib/greenlet"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

// process is what the package keeps for a process: the classes and functions of its Python part.
type process struct {
	hubClass      *object.Type
	greenletClass *object.Type
	loopExit      *object.Type
	timeout       *object.Type // gevent.Timeout
	blocking      *object.Type // BlockingSwitchOutError
	invalid       *object.Type // InvalidSwitchError
	hubDestroyed  *object.Type
	hubs          int            // how many hubs there have been, for their names
	numbers       map[string]int // of locks, events and queues that are assigned to no variable
	home          trace.Entity   // where the next greenlet lives, 0 for its hub
	atEnd         []value
	onSpawn       []value // Greenlet.add_spawn_callback
	empty, full   value   // queue.Empty and queue.Full
}

func processOf(t *thread) *process {
	p := sim.ProcessOf(t)
	s, ok := p.Data["gevent"].(*process)
	if !ok {
		s = &process{numbers: map[string]int{}}
		p.Data["gevent"] = s
		p.AddRoots(func(p *sim.Process, visit func(value)) {
			for _, fn := range p.Data["gevent"].(*process).atEnd {
				visit(fn)
			}
			for _, th := range p.Threads {
				if h, ok := th.Data["gevent"].(*Hub); ok {
					visit(h.Value())
				}
			}
		})
	}
	return s
}

// hubOf is the hub of the thread, which gets one if it has none.
func hubOf(t *thread) *Hub {
	if g, ok := t.Greenlet.(*greenlet.Greenlet); ok {
		if g.Parent != nil {
			if h, ok := g.Parent.Route.(*Hub); ok {
				return h
			}
		}
		if h, ok := g.Route.(*Hub); ok {
			return h
		}
	}
	th := sim.Of(t)
	if h, ok := th.Data["gevent"].(*Hub); ok {
		return h
	}
	return newHub(t)
}

func machine(t *thread) *kernel.Machine { return sim.Of(t).Proc.Run.M }

// thing gives a lock, event or queue that the program makes its entity. Called from Python, depth tells how many
// frames lie between.
func thing(t *thread, what string, kind trace.EntityKind) (trace.Entity, string) {
	f := t.UserFrame()
	if f == nil {
		return 0, what
	}
	name := what
	if n := sim.AssignedName(f); n == what {
	} else if n != "" {
		name += " " + n
	} else {
		p := processOf(t)
		p.numbers[what]++
		if p.numbers[what] > maxThings {
			return 0, what
		}
		name += " " + itoa(p.numbers[what])
	}
	th := sim.Of(t)
	m := th.Proc.Run.M
	parent := th.K.Entity
	if h, ok := th.Data["gevent"].(*Hub); ok {
		parent = h.Agent().Entity
	}
	return m.Rec.NewEntity(m.Now(), kind, name, parent, th.Lane(), th.Loc()), name
}

// maxThings is how many nameless locks and queues of a kind are recorded.
const maxThings = 1_000

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

func none(v value) value {
	if v.IsNull() {
		return object.None
	}
	return v
}

func isNone(v value) bool { return v.IsNull() || v.IsNone() }
