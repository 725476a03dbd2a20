package engine

import (
	"fmt"
	"strings"

	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	_ "loopscope/engine/lib/all" // the modules that programs can import
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/syntax"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Version names the engine in recordings and links. It changes when the same
// request may give another recording.
const Version = "1"

// File is a source file of a program.
type File struct {
	Name string `json:"name"` // "main.py", or "package/module.py"
	Text string `json:"text"`
}

// Machine describes the simulated computer. Zero fields take the defaults.
type Machine struct {
	Cores            int              `json:"cores,omitempty"`            // 1 to 64, 4 by default
	FreeThreaded     bool             `json:"freeThreaded,omitempty"`     // no GIL
	Preempt          string           `json:"preempt,omitempty"`          // "safe" (default) or "every"
	Prices           map[string]int64 `json:"prices,omitempty"`           // by the names of kernel.PriceList, ns
	SwitchIntervalNs int64            `json:"switchIntervalNs,omitempty"` // also a price
	InstructionNs    int64            `json:"instructionNs,omitempty"`    // also a price
}

// Limits bound a run. Zero fields take the defaults.
type Limits struct {
	Instructions int64 `json:"instructions,omitempty"` // plain ones, of all threads; 600,000,000
	VirtualNs    int64 `json:"virtualNs,omitempty"`    // 30 days
	MemoryBytes  int64 `json:"memoryBytes,omitempty"`  // 512 MiB
	OutputBytes  int64 `json:"outputBytes,omitempty"`  // 4 MiB
	Events       int   `json:"events,omitempty"`       // 4,000,000
	Recursion    int   `json:"recursion,omitempty"`    // frames; 1,000 as in CPython
}

// Request is everything that a run depends on. The first file is the main program.
type Request struct {
	Files   []File         `json:"files"`            // those that do not end in .py are data, which it finds on its disk
	Params  map[string]any `json:"params,omitempty"` // overrides of #@param assignments, by name
	Seed    int64          `json:"seed"`
	Machine Machine        `json:"machine"`
	Limits  Limits         `json:"limits"`
	Argv    []string       `json:"argv,omitempty"` // after the program's name
	Stdin   string         `json:"stdin,omitempty"`
	// Piped says that standard output is a pipe and not a terminal, which shows in the order of what several
	// processes print; see sim.Run.
	Piped bool `json:"piped,omitempty"`
	// Unrecorded runs the program without a recording, for measuring what that costs.
	Unrecorded bool `json:"unrecorded,omitempty"`
}

// Result is a finished run.
type Result struct {
	Stdout, Stderr string
	Exit           int
	// Error says why the run was ended before the program did, nil if it was not.
	Error     *trace.RunError
	Recording *trace.Recording
}

// Session is a run in progress.
type Session struct {
	Request Request
	run     *sim.Run
	done    bool
	taken   int // chunks of output already handed out
}

// Run runs a program to its end.
func Run(req Request) *Result {
	s := Start(req)
	for !s.Step(1 << 16) {
	}
	return s.Result()
}

// Start prepares a run. A program that cannot be compiled runs all the same: it
// prints its SyntaxError and ends with status 1, as it would in CPython.
func Start(req Request) *Session {
	s := &Session{Request: req}
	s.guard(func() { s.boot() })
	return s
}

// guard turns a panic, which is a bug of the engine, into the end of the run
// with everything that is needed to repeat it.
func (s *Session) guard(f func()) {
	if DebugPanics {
		f()
		return
	}
	defer func() {
		if p := recover(); p != nil {
			s.crash(p)
		}
	}()
	f()
}

// DebugPanics lets a panic of the engine through, with its Go stack, instead of
// reporting it as the end of the run. For those who look for the bug.
var DebugPanics = false

func (s *Session) boot() {
	req := &s.Request
	limits := sim.Limits{
		Instructions: or(req.Limits.Instructions, 600_000_000),
		VirtualNs:    req.Limits.VirtualNs,
		MemoryBytes:  or(req.Limits.MemoryBytes, 512<<20),
		OutputBytes:  or(req.Limits.OutputBytes, 4<<20),
		Events:       req.Limits.Events,
		Recursion:    int(or(int64(req.Limits.Recursion), 1000)),
	}
	rec := trace.NewRecorder(trace.Limits{Events: limits.Events, OutputBytes: int(limits.OutputBytes), Nothing: req.Unrecorded})
	cfg := kernel.DefaultConfig()
	m := &req.Machine
	cfg.Cores = int(or(int64(m.Cores), int64(cfg.Cores)))
	cfg.GIL = !m.FreeThreaded
	if m.Preempt != "" {
		cfg.Preempt = m.Preempt
	}
	cfg.Seed = req.Seed
	cfg.VirtualLimit = limits.VirtualNs
	for i := range kernel.PriceList {
		if ns, ok := m.Prices[kernel.PriceList[i].Name]; ok {
			cfg.Prices.Set(kernel.PriceList[i].Name, ns)
		}
	}
	if m.SwitchIntervalNs > 0 {
		cfg.Prices[kernel.PriceSwitchInterval] = m.SwitchIntervalNs
	}
	if m.InstructionNs > 0 {
		cfg.Prices[kernel.PriceInstruction] = m.InstructionNs
	}
	mach := kernel.New(cfg, rec)
	s.run = sim.NewRun(mach, limits)
	r := s.run
	r.Stdin, r.Piped = req.Stdin, req.Piped
	r.Boot, r.RunMain, r.Ended = s.newProcess, s.runMain, s.EndProcess
	meta := rec.Meta()
	meta.Engine = Version
	index := 0
	for i, f := range req.Files {
		if i > 0 && !strings.HasSuffix(f.Name, ".py") {
			r.Data = append(r.Data, sim.DataFile{Name: f.Name, Text: f.Text})
			continue
		}
		text := f.Text
		if i == 0 && len(req.Params) > 0 {
			var err error
			if text, err = SetParams(text, req.Params); err != nil {
				meta.Error = &trace.RunError{Kind: "unsupported", Message: err.Error()}
			}
		}
		sf := syntax.NewFile(f.Name, text)
		sf.Index = index
		index++
		r.Files = append(r.Files, sf)
		meta.Files = append(meta.Files, f.Name)
	}
	main := "main.py"
	if len(r.Files) > 0 {
		main = r.Files[0].Name
	}
	r.Argv = append([]string{main}, req.Argv...)
	p := s.newProcess(r, "main", 0, 3999)
	r.Main = p
	th := p.NewThread("MainThread", 0, 0, vm.NewNative("", "main", "...", s.mainProgram).Value())
	p.Main = th
	mach.Start(th.K, 0, 0)
}

func or(v, def int64) int64 {
	if v == 0 {
		return def
	}
	return v
}

// newProcess makes a process with a fresh interpreter in it.
func (s *Session) newProcess(r *sim.Run, name string, creator trace.Entity, ppid int) *sim.Process {
	c := object.NewCtx(uint64(s.Request.Seed)*0x9e3779b97f4a7c15+1, r.Limits.MemoryBytes)
	c.Builtins = object.NewDict()
	rt := vm.NewRuntime(c)
	rt.RecursionLimit = r.Limits.Recursion
	rt.Compile = s.compileLibrary
	rt.CompileMode = s.compileMode
	rt.Parse = func(name, src, mode string) (*vm.Tree, *vm.Exc) { return parse(s.textFile(name, src), modes[mode]) }
	rt.CompileTree = func(tree *vm.Tree, mode string, hidden bool) (*bytecode.Code, *vm.Exc) {
		return compileTree(tree, modes[mode], flags(hidden, s.Request.Machine.Preempt == "every"))
	}
	rt.WarningError = func(code *bytecode.Code, w syntax.Warning) *vm.Exc {
		return syntaxError(&syntax.Error{Kind: "SyntaxError", Msg: w.Msg, File: code.File, Span: w.Span})
	}
	rt.Find = s.find
	rt.Known = lib.Names
	if r.Main != nil {
		c.ShareMemory(r.Main.RT.Ctx)
	}
	p := r.NewProcess(name, creator, ppid, rt)
	builtins.Install(p.RT)
	return p
}

// find locates a module: one of the program's files first, then the library.
func (s *Session) find(name string) (vm.Spec, bool) {
	path := strings.ReplaceAll(name, ".", "/")
	for i, f := range s.run.Files {
		if i == 0 && len(s.run.Files) == 1 {
			break
		}
		switch f.Name {
		case path + ".py":
			return vm.Spec{Source: nonEmpty(f.Src), File: f.Name}, true
		case path + "/__init__.py":
			return vm.Spec{Source: nonEmpty(f.Src), File: f.Name, Package: true}, true
		}
	}
	for _, f := range s.run.Files {
		if strings.HasPrefix(f.Name, path+"/") {
			return vm.Spec{Package: true}, true
		}
	}
	if spec, ok := lib.Find(name); ok {
		return spec, true
	}
	return s.findOnDisk(path)
}

// findOnDisk looks for a module that the program has written itself, in the directories of sys.path.
func (s *Session) findOnDisk(path string) (vm.Spec, bool) {
	th := s.run.Current()
	if th == nil {
		return vm.Spec{}, false
	}
	disk := s.run.Disk()
	for _, dir := range sysPath(th.Proc.RT) {
		if dir == "" {
			dir = "."
		}
		for _, tail := range [...]string{".py", "/__init__.py"} {
			file := dir + "/" + path + tail
			if node, e := disk.Find(th.Proc.Cwd(), file, true); e == 0 && !node.IsDir() {
				return vm.Spec{Source: nonEmpty(node.Text()), File: strings.TrimPrefix(file, "./"), Package: tail != ".py"}, true
			}
		}
	}
	return vm.Spec{}, false
}

// sysPath is sys.path, as far as it holds texts.
func sysPath(rt *vm.Runtime) []string {
	mv, ok := rt.Modules.GetStr(object.Intern("sys"))
	if !ok || object.AsModule(mv) == nil {
		return []string{""}
	}
	pv, _ := object.AsModule(mv).Dict.GetStr(object.Intern("path"))
	list := object.AsList(pv)
	if list == nil {
		return nil
	}
	var out []string
	for _, v := range list.Elems {
		if t := object.AsStr(v); t != nil {
			out = append(out, t.Text)
		}
	}
	return out
}

func nonEmpty(src string) string {
	if src == "" {
		return "\n"
	}
	return src
}

// Step lets the run go on for about n steps of the scheduler and tells whether it is over.
func (s *Session) Step(n int) bool {
	if s.done {
		return true
	}
	s.guard(func() {
		switch s.run.M.RunFor(n) {
		case kernel.Going:
			return
		case kernel.Deadlock:
			s.deadlock()
		case kernel.Halted:
			s.halted()
		}
		s.finish()
	})
	return s.done
}

// Cancel ends the run where it stands; what is recorded stays.
func (s *Session) Cancel() {
	if !s.done {
		s.run.M.Stop("cancelled", "the run was stopped by hand")
		s.Step(1)
	}
}

func (s *Session) finish() {
	s.done = true
	for _, p := range s.run.Procs {
		if !p.Exited && p.Main != nil {
			p.Main.Flush(p.Main.VM, 1) // the run was ended before the program was
		}
	}
	meta := s.run.Rec.Meta()
	if s.run.Main != nil {
		meta.Exit = s.run.Main.Exit
	}
	if meta.Error != nil && meta.Exit == 0 {
		meta.Exit = 1
	}
}

// deadlock ends a run in which nothing can happen any more.
func (s *Session) deadlock() {
	report := s.run.M.DeadlockReport()
	e := &trace.RunError{Kind: "deadlock", Message: report.String()}
	for _, p := range s.run.Procs {
		for _, t := range p.Threads {
			if l := t.Loc(); l != 0 && e.Line == 0 && (len(report.Cycle) == 0 || report.Cycle[0] == t.K) {
				e.Line = l.Line()
			}
		}
	}
	s.run.Rec.Meta().Error = e
}

// halted ends a run that was stopped.
func (s *Session) halted() {
	st := s.run.M.Stopped()
	if st.Kind == "exit" {
		return
	}
	e := &trace.RunError{Kind: st.Kind, Message: st.Message}
	if th := s.run.Main; th != nil {
		for _, p := range s.run.Procs {
			for _, t := range p.Threads {
				if l := t.Loc(); l != 0 && e.Line == 0 {
					e.Line = l.Line()
				}
			}
		}
	}
	s.run.Rec.Meta().Error = e
}

// crash records a panic of the engine.
func (s *Session) crash(p any) {
	s.done = true
	msg := fmt.Sprint(p)
	if s.run == nil {
		s.run = sim.NewRun(kernel.New(kernel.DefaultConfig(), trace.NewRecorder(trace.Limits{})), sim.Limits{})
	}
	meta := s.run.Rec.Meta()
	meta.Error = &trace.RunError{Kind: "internal", Message: "this is a bug in Loopscope: " + msg + " (engine " + Version + ")"}
	meta.Exit = 70
	func() {
		defer func() { _ = recover() }()
		if s.run.Main != nil && s.run.Main.Main != nil {
			meta.Error.Line = s.run.Main.Main.Loc().Line()
		}
	}()
}

// Progress is how far a run has come.
type Progress struct {
	Events int
	Time   int64 // virtual ns
	Done   bool
	Out    []sim.Chunk // output since the last call
}

// Progress answers how far the run is, and the output since the last call.
func (s *Session) Progress() Progress {
	p := Progress{Done: s.done, Events: s.run.Rec.Count(), Time: s.run.M.Now()}
	p.Out = s.run.Chunks[s.taken:]
	s.taken = len(s.run.Chunks)
	return p
}

// Recording is what has been recorded so far.
func (s *Session) Recording() *trace.Recording { return s.run.Rec.Recording() }

// Result is the outcome of a session that is done.
func (s *Session) Result() *Result {
	meta := s.run.Rec.Meta()
	return &Result{
		Stdout: s.run.Output(1), Stderr: s.run.Output(2),
		Exit: meta.Exit, Error: meta.Error, Recording: s.run.Rec.Recording(),
	}
}
