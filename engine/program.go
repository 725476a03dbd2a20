package engine

import (
	"strings"

	"loopscope/engine/compile"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// mainProgram is what the main thread of the first process runs: the program's
// main file as module __main__, then the end of the process.
func (s *Session) mainProgram(t *vm.Thread, _ []vm.Value, _ []*vm.Str) vm.Action {
	p := sim.ProcessOf(t)
	if s.run.Rec.Meta().Error != nil {
		return vm.ReturnNone()
	}
	f := s.run.Files[0]
	tree, exc := parse(f, compile.Exec)
	if exc != nil {
		return s.EndProcess(t, p, exc)
	}
	code, exc := compileTree(tree, compile.Exec, flags(false, s.Request.Machine.Preempt == "every"))
	if exc != nil {
		return s.EndProcess(t, p, exc)
	}
	s.sayAbsent(sim.Of(t), tree.Module)
	m := object.NewModule("__main__")
	m.Dict.SetStr(object.Intern("__file__"), object.NewStr(f.Name))
	m.Dict.SetStr(object.Intern("__cached__"), object.None)
	m.Dict.SetStr(object.Intern("__annotations__"), object.NewDict().Value())
	m.Dict.SetStr(object.Intern("__builtins__"), builtinsModule(t))
	p.RT.Modules.SetStr(object.Intern("__main__"), m.Value())
	run := vm.OnValue(t, vm.GiveWarnings(t, code), func(t *vm.Thread, _ vm.Value) vm.Action {
		return vm.RunModule(vm.LoadCode(t.RT.Ctx, code), m.Dict)
	})
	return vm.AfterNative(t, run, &afterMain{s})
}

// afterMain gets the result of the main module. It is a struct, so that it can be copied to a forked process.
type afterMain struct{ s *Session }

// Resume ends the process.
func (a *afterMain) Resume(t *vm.Thread, _ vm.Value, exc *vm.Exc) vm.Action {
	return a.s.EndProcess(t, sim.ProcessOf(t), exc)
}

// Traverse visits nothing: it holds no values.
func (a *afterMain) Traverse(func(vm.Value)) {}

func init() { object.CopyShared[Session]() }

// runMain runs the main file once more, in the process of t, as a module of another name: what a spawned process
// begins with.
func (s *Session) runMain(t *vm.Thread, name string) vm.Action {
	f := s.run.Files[0]
	code, exc := Compile(f, compile.Exec, false, s.Request.Machine.Preempt == "every")
	if exc != nil {
		return vm.Raise(exc)
	}
	m := object.NewModule(name)
	m.Dict.SetStr(object.Intern("__file__"), object.NewStr(f.Name))
	m.Dict.SetStr(object.Intern("__builtins__"), builtinsModule(t))
	t.RT.Modules.SetStr(object.Intern("__main__"), m.Value())
	t.RT.Modules.SetStr(object.Intern(name), m.Value())
	return vm.OnValue(t, vm.RunModule(vm.LoadCode(t.RT.Ctx, code), m.Dict), func(t *vm.Thread, _ vm.Value) vm.Action { return vm.ReturnNone() })
}

func builtinsModule(t *vm.Thread) vm.Value {
	v, ok := t.RT.Modules.GetStr(object.Intern("builtins"))
	if !ok {
		return object.None
	}
	return v
}

// EndProcess is the end of a process's main thread: an uncaught exception is
// reported and decides the exit status; then what is registered for the end
// (joining threads, atexit functions) happens.
func (s *Session) EndProcess(t *vm.Thread, p *sim.Process, exc *vm.Exc) vm.Action {
	p.Exit = Report(t, exc)
	if p.Exit != 0 {
		p.Failed = vm.ExceptionSummary(t, exc) // sys.exit() without a status, or with 0, is no failure
	}
	return s.endSteps(t, p, 0)
}

func (s *Session) endSteps(t *vm.Thread, p *sim.Process, i int) vm.Action {
	if i == len(p.AtEnd) {
		// Last, what the modules still hold ends.
		return vm.After(t, vm.EndAll(t), func(t *vm.Thread, _ vm.Value, _ *vm.Exc) vm.Action {
			sim.Of(t).Flush(t, 1)
			return s.exit(t, p)
		})
	}
	return vm.After(t, p.AtEnd[i](t), func(t *vm.Thread, _ vm.Value, exc *vm.Exc) vm.Action {
		if exc != nil {
			if st := Report(t, exc); st != 0 && p.Exit == 0 && exc.Type.IsSubtype(object.SystemExit) {
				p.Exit, p.Failed = st, vm.ExceptionSummary(t, exc)
			}
		}
		return s.endSteps(t, p, i+1)
	})
}

// exit is the last moment of a process.
func (s *Session) exit(t *vm.Thread, p *sim.Process) vm.Action {
	// Daemon threads end with their process.
	p.Over(sim.Of(t), p.Exit<<8)
	return vm.ReturnNone()
}

// Report prints an uncaught exception of a main thread as CPython does, and
// answers the exit status.
func Report(t *vm.Thread, exc *vm.Exc) int {
	if exc == nil {
		return 0
	}
	if exc.Type.IsSubtype(object.SystemExit) {
		v := exc.Val
		if v.IsNull() && len(exc.Args) > 0 {
			v = exc.Args[0]
			if len(exc.Args) > 1 {
				v = object.NewTuple(exc.Args)
			}
		}
		if v.IsNull() || v.IsNone() {
			return 0
		}
		if n, ok := object.ToInt64(v); ok {
			return int(n & 0xff)
		}
		text, e := object.StrOf(t.RT.Ctx, v)
		if e == object.NeedVM {
			var s vm.Value
			if s, e = t.RunAside(vm.ToStr(t, v)); e == nil {
				text = object.AsStr(s).Text
			}
		}
		if e != nil {
			text = exc.Type.Name
		}
		t.Host.Write(t, 2, text+"\n")
		return 1
	}
	text := vm.FormatException(t, exc)
	if exc.Type.IsSubtype(object.ModuleNotFoundError) && exc.Type == object.ModuleNotFoundError {
		text += missingModule(t, exc)
	}
	t.Host.Write(t, 2, text)
	if exc.Type.IsSubtype(object.KeyboardInterrupt) {
		return 130
	}
	return 1
}

// missingModule names what can be imported, after the report of an import that failed.
func missingModule(t *vm.Thread, exc *vm.Exc) string {
	name, _ := object.StrOf(t.RT.Ctx, exc.Value())
	if !strings.HasPrefix(name, "No module named ") {
		return ""
	}
	var names []string
	for _, n := range t.RT.Known() {
		if !strings.HasPrefix(n, "_") && !strings.Contains(n, ".") {
			names = append(names, n)
		}
	}
	return "Loopscope has these modules: " + strings.Join(names, ", ") + ".\n"
}
