package engine

import (
	"sort"

	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// State is what a run looks like at an event.
type State struct {
	Event   int          `json:"event"`
	Time    int64        `json:"time"` // virtual ns
	Threads []StackState `json:"threads"`
	Tasks   []StackState `json:"tasks"` // tasks, greenlets and generators that are suspended
	Ready   []string     `json:"ready"`
	Timers  []TimerState `json:"timers"`
}

// StackState is one stack: of a thread, a task, a greenlet or a generator.
type StackState struct {
	Entity trace.Entity `json:"entity"`
	Name   string       `json:"name"`
	State  string       `json:"state"`
	Frames []FrameState `json:"frames"` // innermost first
}

// FrameState is one frame of the program.
type FrameState struct {
	Func   string      `json:"func"`
	File   string      `json:"file"`
	Line   int         `json:"line"`
	Locals [][2]string `json:"locals"` // name and repr
}

// TimerState is a timer that is set.
type TimerState struct {
	Name string `json:"name"`
	Due  int64  `json:"due"` // virtual ns
}

// Inspect runs a program again up to and including the event with that index
// (of its complete recording) and describes the stacks there. A negative index,
// or one beyond the end, means the end of the run.
func Inspect(req Request, event int) State {
	first := Start(req)
	for !first.Step(1 << 16) {
	}
	rec := first.Recording()
	if event < 0 || event >= rec.Len() {
		return first.state(rec.Len() - 1)
	}
	mark := rec.MarkOf(event)
	s := Start(req)
	reached := false
	s.run.Rec.StopAt(mark, func() {
		reached = true
		s.run.M.Stop("inspect", "")
		for _, p := range s.run.Procs {
			for _, th := range p.Threads {
				th.VM.Shorten(0)
			}
		}
	})
	// One step at a time: the state must not move on past the event.
	for !reached && !s.done {
		s.Step(1)
	}
	return s.state(event)
}

func (s *Session) state(event int) State {
	st := State{Event: event, Time: s.run.M.Now(), Threads: []StackState{}, Tasks: []StackState{}, Ready: []string{}, Timers: []TimerState{}}
	rec := s.run.Rec.Recording()
	for _, p := range s.run.Procs {
		for _, th := range p.Threads {
			ss := StackState{Entity: th.K.Entity, Name: rec.Name(th.K.Entity), State: th.K.State().String()}
			for f := th.VM.Top(); f != nil; f = f.Back {
				if f.IsNative() || f.Hidden() {
					continue
				}
				ss.Frames = append(ss.Frames, frameState(p.RT, f))
			}
			st.Threads = append(st.Threads, ss)
		}
		for _, f := range sim.Inspectors() {
			f(p, func(e trace.Entity, name, state string, frames []*vm.Frame) {
				ss := StackState{Entity: e, Name: name, State: state, Frames: []FrameState{}}
				for _, fr := range frames {
					ss.Frames = append(ss.Frames, frameState(p.RT, fr))
				}
				st.Tasks = append(st.Tasks, ss)
			}, func(ready string) { st.Ready = append(st.Ready, ready) }, func(name string, due int64) {
				st.Timers = append(st.Timers, TimerState{name, due})
			})
		}
	}
	return st
}

// frameState describes a frame; reprs call no Python code.
func frameState(rt *vm.Runtime, f *vm.Frame) FrameState {
	code := f.Code
	fs := FrameState{Func: code.Name, File: code.File.Name, Line: f.Line(), Locals: [][2]string{}}
	add := func(name string, v vm.Value) {
		if v.IsNull() {
			return
		}
		fs.Locals = append(fs.Locals, [2]string{name, shortRepr(rt, v)})
	}
	if f.Locals != nil {
		type item struct {
			k string
			v vm.Value
		}
		var items []item
		pos := 0
		for {
			k, v, ok := f.Locals.Next(&pos)
			if !ok {
				break
			}
			if s := object.AsStr(k); s != nil && len(s.Text) > 0 && s.Text[0] != '_' {
				if object.AsModule(v) == nil && object.AsFunction(v) == nil && object.AsType(v) == nil {
					items = append(items, item{s.Text, v})
				}
			}
		}
		sort.SliceStable(items, func(i, j int) bool { return items[i].k < items[j].k })
		for _, it := range items {
			add(it.k, it.v)
		}
		return fs
	}
	n := 0
	for _, list := range [][]string{code.VarNames, code.CellVars, code.FreeVars} {
		for _, name := range list {
			if len(name) > 0 && name[0] != '.' {
				add(name, f.Local(n))
			}
			n++
		}
	}
	return fs
}

func shortRepr(rt *vm.Runtime, v vm.Value) string {
	s := object.ReprText(rt.Ctx, v)
	if r := []rune(s); len(r) > 200 {
		s = string(r[:199]) + "…"
	}
	return s
}
