package sim

import (
	"strings"

	"loopscope/engine/kernel"
	"loopscope/engine/syntax"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// Limits bound a run. Zero fields take the defaults.
type Limits struct {
	Instructions int64 // plain instructions of all threads together
	VirtualNs    int64
	MemoryBytes  int64
	OutputBytes  int64
	Events       int
	Recursion    int
}

// Chunk is a piece of console output.
type Chunk struct {
	Stream int // 1 stdout, 2 stderr
	Text   string
	Time   int64 // virtual ns
	Who    trace.Entity
}

// Run is one run of a program.
type Run struct {
	M      *kernel.Machine
	Rec    *trace.Recorder
	Limits Limits
	// Files are the program's own files; the first is the main one.
	Files []*syntax.File
	// Data are the files beside the program that it may open, and that are not part of it.
	Data []DataFile
	// Piped says that standard output is no terminal: a process then sends what it prints in blocks, or when it is
	// flushed, and a forked one has a copy of what is not sent yet.
	Piped  bool
	Argv   []string
	Stdin  string // what is left to be read
	Chunks []Chunk
	Procs  []*Process
	Main   *Process
	// Boot makes an empty process (a fresh interpreter); set by the engine.
	Boot func(r *Run, name string, creator trace.Entity, ppid int) *Process
	// RunMain runs the main file in the process of t as a module of that name; set by the engine.
	RunMain func(t *vm.Thread, name string) vm.Action
	// Ended is the end of a process's main thread: exc, if any, is reported, and what is to be done at the end is
	// done; set by the engine.
	Ended func(t *vm.Thread, p *Process, exc *vm.Exc) vm.Action
	Used  int64 // plain instructions executed
	// Kept is what library packages keep for the run, by package.
	Kept map[string]any

	genSwitches int
	lines       int   // LINE events recorded
	looks       int   // looks at the line
	lookAtHeap  int64 // when, counted in Used
	nextPID     int
	words       words
	disk        *world.Disk // made when it is first asked for
	net         *world.Net
}

type words struct {
	next, send, throw, close, yield, ret trace.Str
	waitYield                            trace.Str
}

// NewRun makes a run on machine m.
func NewRun(m *kernel.Machine, limits Limits) *Run {
	r := &Run{M: m, Rec: m.Rec, Limits: limits, nextPID: 4000, Kept: make(map[string]any)}
	r.words = words{m.Str("next"), m.Str("send"), m.Str("throw"), m.Str("close"), m.Str("yield"), m.Str("return"), m.Str("yield")}
	return r
}

// PID hands out the next process id.
func (r *Run) PID() int {
	r.nextPID++
	return r.nextPID
}

// Output is all that was written to a standard stream.
func (r *Run) Output(stream int) string {
	var b strings.Builder
	for i := range r.Chunks {
		if r.Chunks[i].Stream == stream {
			b.WriteString(r.Chunks[i].Text)
		}
	}
	return b.String()
}

// Process is one simulated process with its interpreter.
type Process struct {
	Run     *Run
	RT      *vm.Runtime
	K       *kernel.Process
	PID     int
	PPID    int
	Main    *Thread
	Threads []*Thread // in order of start, those that have ended included until they are forgotten
	Exit    int
	// CPU is the CPU time of its threads' finished steps in ns.
	CPU int64
	// Failed is the uncaught exception that ends the main thread, and with it the process; "" when there is none.
	Failed string
	// Started is the virtual time at which the process was made.
	Started int64
	// Exited says that the process is over.
	Exited bool
	// Status is how it ended, as wait() tells: its exit status times 256, or the number of the signal.
	Status int
	// OnSignal is asked when a signal arrives, with its number; false leaves it to the default action. Nil is false.
	OnSignal func(sig int) bool
	// AtEnd holds what happens after the main module, in order; a function that holds variables is not a forked process's: joining threads,
	// atexit callbacks … Each gets the main thread.
	AtEnd []func(t *vm.Thread) vm.Action
	// OnExit is called when the process is over.
	OnExit []func(p *Process)
	// Data is what library packages keep for the process, by package.
	Data map[string]any

	roots     []func(p *Process, visit func(vm.Value))
	nextIdent int64
	unwritten string // what it has printed and not yet sent, see Run.Piped
	files     files

	imports map[string]*kernel.WaitQueue // those who wait for a module, by its name

	// See races.go: the threads that have stopped in the middle of an update, and how many were lost, by variable.
	pending []*Thread
	lost    map[string]int
}

// NewProcess registers a process.
func (r *Run) NewProcess(name string, creator trace.Entity, ppid int, rt *vm.Runtime) *Process {
	p := &Process{Run: r, RT: rt, PID: r.PID(), PPID: ppid, Started: r.M.Now(), Data: make(map[string]any), nextIdent: 140000000000000}
	p.K = r.M.NewProcess(name, creator)
	r.Procs = append(r.Procs, p)
	return p
}

// AddRoots says that f visits values that are alive in the process, besides its modules and threads. f finds them from the process that it
// is given, which may be a forked one.
func (p *Process) AddRoots(f func(p *Process, visit func(vm.Value))) {
	p.roots = append(p.roots, f)
	p.RT.Roots = p.visitRoots
}

func (p *Process) visitRoots(visit func(vm.Value)) {
	for _, f := range p.roots {
		f(p, visit)
	}
}

// ProcessOf is the process that a thread belongs to.
func ProcessOf(t *vm.Thread) *Process { return Of(t).Proc }
