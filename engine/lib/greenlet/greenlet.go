// Package greenlet is the module greenlet: chains of frames that hand control
// to each other by hand. gevent is built on it.
//
// A greenlet is a vm.Chain with a parent. A switch sets the running chain aside
// and goes on with another one; nothing of the host's stack is involved, so a
// switch costs the same at any depth.
package greenlet

import (
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Greenlet is a greenlet object.
type Greenlet struct {
	object.Header
	object.Attrs
	Parent *Greenlet
	run    vm.Value // Null once it has started
	chain  *vm.Chain
	// Started and Dead are its states: new, active, dead.
	Started, Dead bool
	main, resists bool // resists: it goes on after it was told to end, see collect
	// Kept: somebody refers to it until it ends, so nobody need look.
	Kept    bool
	thread  *vm.Thread // Nil until it has started
	args    []vm.Value // of the first switch
	kw      []*vm.Str
	context vm.Value

	agent   kernel.Agent
	current *kernel.Agent // who ran in it when it was left: itself, or a generator
	state   *state        // of its thread, once it has started
	away    trace.Str     // what others wait for while it runs
	// Name is its name in the recording; "" until it is recorded.
	Name string
	// Kind of entity, for gevent's own.
	Entity trace.EntityKind
	// Where the recording puts it; 0 for its thread.
	Lives trace.Entity
	// Route says how control that goes to and from this greenlet is recorded: gevent's hub is one that
	// most switches only pass through. Nil records each switch.
	Route Route
	// Body, when set, is what the greenlet does when it starts, instead of calling its run attribute
	// with the arguments of the switch.
	Body func(t *vm.Thread, g *Greenlet) vm.Action
	// Final, when set, is how the end of the greenlet is recorded, with FinalArg: gevent's report their
	// exceptions themselves.
	Final    trace.Kind
	FinalArg trace.Str
	// Turn counts how often control has come to it: who wants to wake it from one wait, and from no later one,
	// remembers the number.
	Turn uint32
	// Leave, when its reason is set, is what it waits for after its next switch.
	Leave kernel.Wait
}

// Route is how switches to and from a greenlet are recorded.
type Route interface {
	// Arrive: from, whose agent is who, has ended or waits for w, and hands control to the greenlet.
	Arrive(t *vm.Thread, from *Greenlet, who *kernel.Agent, w kernel.Wait)
	// Depart: the greenlet hands control to the agent of another one.
	Depart(t *vm.Thread, to *kernel.Agent, how string)
}

// Type is the class greenlet.greenlet; Exit and Error are GreenletExit and error.
var (
	Type  = object.NewStaticType("greenlet", "greenlet", nil, object.LayoutOther, object.HasDict)
	Exit  = newException("GreenletExit", object.BaseException)
	Error = newException("error", object.Exception)
)

func newException(name string, base *object.Type) *object.Type {
	return object.NewStaticType(name, "greenlet", base, object.LayoutExc, object.HasDict|object.IsExc)
}

// state is what the module keeps for a thread.
type state struct {
	main   *Greenlet
	tracer vm.Value
	cost   int64 // of a switch, in plain instructions
	// How control goes, as the recording words it.
	switched, returned, thrown trace.Str
	// last is who switched last, and how, for the tracer.
	origin *Greenlet
	event  string
	names  map[string]int
	lanes  int // how many greenlets are recorded
	kept   int
	alive  []*Greenlet // those that have started, to be looked into; the dead are dropped now and then
}

// note remembers a greenlet that has started.
func (s *state) note(g *Greenlet) {
	s.alive = append(s.alive, g)
	if len(s.alive) >= 2*s.kept+64 {
		n := 0
		for _, a := range s.alive {
			if !a.Dead {
				s.alive[n] = a
				n++
			}
		}
		clear(s.alive[n:])
		s.alive = s.alive[:n]
		s.kept = n
	}
}

func of(t *vm.Thread) *state {
	if g, ok := t.Greenlet.(*Greenlet); ok && g.state != nil {
		return g.state
	}
	th := sim.Of(t)
	s, ok := th.Data["greenlet"].(*state)
	if !ok {
		install(th.Proc)
		s = &state{names: map[string]int{}}
		th.Data["greenlet"] = s
		m := &Greenlet{main: true, Started: true, thread: t, chain: t.CurrentChain()}
		m.Type = Type
		m.Shape = Type.Root
		s.main, m.state = m, s
		mach := th.Proc.Run.M
		s.cost = mach.Price(kernel.PriceGreenletSwitch) / max(mach.Price(kernel.PriceInstruction), 1)
		s.switched, s.returned, s.thrown = mach.Str("switch"), mach.Str("return"), mach.Str("throw")
		t.Greenlet = m
	}
	return s
}

// Current is the greenlet that t is running.
func Current(t *vm.Thread) *Greenlet {
	of(t)
	return t.Greenlet.(*Greenlet)
}

// Main is the greenlet of the thread itself.
func Main(t *vm.Thread) *Greenlet { return of(t).main }

// Value is the greenlet as a Python value.
func (g *Greenlet) Value() vm.Value { return object.Obj(&g.Header) }

// As is the greenlet that v is, or nil.
func As(v vm.Value) *Greenlet {
	if v.H != nil && v.H.Type.IsSubtype(Type) {
		return (*Greenlet)(unsafe.Pointer(v.H))
	}
	return nil
}

// running tells whether it is the one that its thread executes.
func (g *Greenlet) running() bool { return g.thread != nil && !g.Dead && g.thread.Greenlet == g }

// Active tells whether it has started and not ended.
func (g *Greenlet) Active() bool { return g.Started && !g.Dead }

// Agent is its record on the timeline: the thread's own for a main greenlet.
func (g *Greenlet) Agent() *kernel.Agent {
	if g.main {
		return &sim.Of(g.thread).K.Agent
	}
	return &g.agent
}

// New makes a greenlet that will run fn.
func New(t *vm.Thread, fn vm.Value, parent *Greenlet) *Greenlet {
	g := &Greenlet{run: fn, Parent: parent}
	g.Type = Type
	g.Shape = Type.Root
	if parent == nil {
		g.Parent = Current(t)
	}
	return g
}

// Record gives a greenlet that starts, or is scheduled to, its lane.
func (g *Greenlet) Record(t *vm.Thread, name string) {
	if g.agent.Entity != 0 || g.main {
		return
	}
	s := of(t)
	if s.lanes++; s.lanes <= maxNamed {
		s.names[name]++
		if n := s.names[name]; n > 1 {
			name += " (" + strconv.Itoa(n) + ")"
		}
	}
	g.Name = name
	th := sim.Of(t)
	kind, parent := trace.Greenlet, th.K.Entity
	if g.Entity != 0 {
		kind = g.Entity
	}
	if g.Lives != 0 {
		parent = g.Lives
	}
	th.Proc.Run.M.InitAgent(&g.agent, kind, name, parent, th.Lane(), th.K)
	if f := object.AsFunction(runTarget(g.run)); f != nil {
		g.agent.SetLoc(trace.MakeLoc(f.Code.File.Index, f.Code.FirstLine))
	}
}

func runTarget(v vm.Value) vm.Value {
	if m := object.AsBoundMethod(v); m != nil {
		return m.Func
	}
	return v
}

// LaneName is the name of a callable for a lane.
func LaneName(fn vm.Value) string {
	fn = runTarget(fn)
	if f := object.AsFunction(fn); f != nil {
		return f.Name.Text
	}
	if b := object.AsBuiltin(fn); b != nil {
		return b.Name
	}
	if fn.IsNull() {
		return "greenlet"
	}
	return object.TypeOf(fn).Name
}

// pack is what switch() returns for the arguments that it was given on the other side.
func pack(args []vm.Value, kw []*vm.Str) vm.Value {
	if len(kw) == 0 && len(args) == 1 {
		return args[0]
	}
	n := len(args) - len(kw)
	pos := append([]vm.Value(nil), args[:n]...)
	if len(kw) == 0 {
		return object.NewTuple(pos)
	}
	d := object.NewDict()
	for i, k := range kw {
		d.SetStr(object.InternStr(k), args[n+i])
	}
	dv := object.Obj(&d.Header)
	if n == 0 {
		return dv
	}
	return object.NewTuple([]vm.Value{object.NewTuple(pos), dv})
}

// SwitchTo goes on with g, which gets the arguments: as those of its function
// when it has not started, as the result of its own switch() otherwise. A dead
// greenlet stands for its parent.
func SwitchTo(t *vm.Thread, g *Greenlet, how string, args []vm.Value, kw []*vm.Str) vm.Action {
	for g.Dead {
		g = g.Parent
	}
	if !g.Started {
		return begin(t, g, how, append([]vm.Value(nil), args...), append([]*vm.Str(nil), kw...), nil)
	}
	return transfer(t, g, how, pack(args, kw), nil)
}

// Hand goes on with g, which must be active: v or exc is the outcome of its switch.
func Hand(t *vm.Thread, g *Greenlet, how string, v vm.Value, exc *vm.Exc) vm.Action {
	return transfer(t, g, how, v, exc)
}

// HandBy is Hand with an action of sw's, which is to be carried out at once.
func HandBy(t *vm.Thread, g *Greenlet, sw *vm.Switcher, how string, v vm.Value, exc *vm.Exc) vm.Action {
	from := Current(t)
	s := of(t)
	if g == from || g.thread != t || s.traced() {
		return transfer(t, g, how, v, exc)
	}
	cross(t, s, from, g, how, exc)
	return sw.Switch(g.chain, v, exc, nil)
}

// ThrowInto goes on with g, in which exc is raised.
func ThrowInto(t *vm.Thread, g *Greenlet, exc *vm.Exc) vm.Action {
	return deliver(t, g, "throw", vm.Value{}, exc)
}

// deliver goes on with g, or the nearest of its ancestors that is alive, handing over v or exc.
func deliver(t *vm.Thread, g *Greenlet, how string, v vm.Value, exc *vm.Exc) vm.Action {
	for {
		switch {
		case g.Dead:
			if exc != nil && exc.Type.IsSubtype(Exit) {
				v, exc = exc.Value(), nil
			}
		case g.Started:
			return transfer(t, g, how, v, exc)
		case exc != nil:
			// It ends before it has begun; its parent gets the exception.
			return begin(t, g, how, nil, nil, exc)
		default:
			return begin(t, g, how, []vm.Value{v}, nil, nil)
		}
		g = g.Parent
	}
}

// begin starts a greenlet, with arguments for its function or an exception that ends it at once.
func begin(t *vm.Thread, g *Greenlet, how string, args []vm.Value, kw []*vm.Str, exc *vm.Exc) vm.Action {
	if g.Body != nil && exc == nil {
		if p := g.root(); p.thread != nil && p.thread != t {
			return vm.Raisef(Error, "cannot switch to a different thread")
		}
		Begin(t, g, &base{g: g})
		return transfer(t, g, how, object.None, nil)
	}
	return vm.OnValue(t, vm.GetAttr(t, g.Value(), strRun), func(t *vm.Thread, run vm.Value) vm.Action {
		if g.Started {
			// Its run attribute has switched to it.
			if exc != nil {
				return ThrowInto(t, g, exc)
			}
			return SwitchTo(t, g, how, args, kw)
		}
		if g.Parent != nil {
			if p := g.root(); p.thread != nil && p.thread != t {
				return vm.Raisef(Error, "cannot switch to a different thread")
			}
		}
		name := LaneName(run)
		if g.Type != Type && g.run.IsNull() {
			name = g.Type.Name
		}
		g.Record(t, name)
		g.Started, g.thread, g.run, g.state = true, t, vm.Value{}, of(t)
		g.args, g.kw = args, kw
		of(t).note(g)
		g.chain = vm.NewChain(&base{g: g, run: run})
		return transfer(t, g, how, object.None, exc)
	})
}

// maxNamed is how many greenlets of a thread get names of their own: among so many nobody looks for one by
// its name, and names take room.
const maxNamed = 5_000

func (g *Greenlet) root() *Greenlet {
	for g.Parent != nil {
		g = g.Parent
	}
	return g
}

// Begin makes g an active greenlet of t, at whose bottom lies native: whoever first switches to it resumes that.
// The native must not end but with a switch, or be one that Begin's callers wrap.
func Begin(t *vm.Thread, g *Greenlet, native vm.Native) {
	s := of(t)
	g.Record(t, LaneName(g.run))
	g.Started, g.thread, g.run, g.state = true, t, vm.Value{}, s
	s.note(g)
	g.chain = vm.NewChain(native)
}

// base lies at the bottom of a greenlet's chain: it calls the function, and at
// its end goes on with the parent.
type base struct {
	g   *Greenlet
	run vm.Value
	ran bool
}

// Resume begins, or ends, the greenlet.
func (b *base) Resume(t *vm.Thread, v vm.Value, exc *vm.Exc) vm.Action {
	if !b.ran {
		b.ran = true
		if b.g.Body != nil && exc == nil {
			return vm.AfterNative(t, b.g.Body(t, b.g), b)
		}
		args, kw := b.g.args, b.g.kw
		b.g.args, b.g.kw = nil, nil
		var call vm.Action
		if exc != nil {
			call = vm.Raise(exc)
		} else {
			call = vm.CallKw(b.run, args, kw)
		}
		if s := of(t); s.traced() {
			return vm.AfterNative(t, vm.OnValue(t, s.callTracer(t), func(t *vm.Thread, _ vm.Value) vm.Action { return call }), b)
		}
		return vm.AfterNative(t, call, b)
	}
	if exc == nil {
		return vm.OnValue(t, t.EndDropped(v), func(t *vm.Thread, v vm.Value) vm.Action { return b.end(t, v, nil) })
	}
	return b.end(t, v, exc)
}

// Traverse names what the greenlet will call.
func (b *base) Traverse(visit func(vm.Value)) {
	visit(b.run)
	for _, v := range b.g.args {
		visit(v)
	}
}

func (b *base) end(t *vm.Thread, v vm.Value, exc *vm.Exc) vm.Action {
	g := b.g
	g.Dead = true
	t.Unwatch(g.Value())
	th := sim.Of(t)
	m := th.Proc.Run.M
	t.Charge(of(t).cost)
	if g.Final != trace.NoKind {
		m.Finish(&g.agent, g.Final, g.FinalArg)
	} else if exc != nil && exc.Type.IsSubtype(Exit) {
		v, exc = exc.Value(), nil
		m.Finish(&g.agent, trace.CANCELLED, m.Str("GreenletExit"))
	} else if exc != nil {
		m.Finish(&g.agent, trace.FAIL, m.Str(vm.ExceptionSummary(t, exc)))
	} else {
		arg := trace.Str(0)
		if !v.IsNone() {
			arg = m.Str(object.ReprText(t.RT.Ctx, v))
		}
		m.Finish(&g.agent, trace.DONE, arg)
	}
	how := "return"
	if exc != nil {
		how = "throw"
	}
	return deliver(t, g.Parent, how, v, exc)
}

// transfer swaps the chains: g is alive and has started.
func transfer(t *vm.Thread, g *Greenlet, how string, v vm.Value, exc *vm.Exc) vm.Action {
	from := Current(t)
	if g.thread != t {
		return vm.Raisef(Error, "cannot switch to a different thread")
	}
	s := of(t)
	if g == from {
		s.switching(from, exc)
		return arrive(t, vm.ReturnOr(v, exc))
	}
	cross(t, s, from, g, how, exc)
	return arrive(t, vm.Switch(g.chain, v, exc))
}

// direct is switch() where nothing special is the case: between two active greenlets, without a tracer. It answers
// the chain to go on with, and what that gets; see vm.DirectFunc.
func direct(t *vm.Thread, args []vm.Value) (*vm.Chain, vm.Value, bool) {
	from, ok := t.Greenlet.(*Greenlet)
	if !ok || len(args) == 0 || args[0].H.Type != Type && !args[0].H.Type.IsSubtype(Type) {
		return nil, vm.Value{}, false
	}
	g := (*Greenlet)(unsafe.Pointer(args[0].H))
	s := from.state
	if s == nil || !g.Started || g.Dead || g.thread != t || g == from || s.traced() {
		return nil, vm.Value{}, false
	}
	v := pack(args[1:], nil)
	cross(t, s, from, g, "switch", nil)
	return g.chain, v, true
}

// cross makes g the current greenlet of the thread, and records it; the caller swaps the chains.
func cross(t *vm.Thread, s *state, from, g *Greenlet, how string, exc *vm.Exc) {
	th := sim.Of(t)
	m := th.Proc.Run.M
	if !from.Dead {
		t.Charge(s.cost)
		if !from.main && !from.Kept && from.Flags&object.FlagWatched == 0 && t.EndSeen() {
			t.Watch(from.Value())
		}
	}
	if from.Route != nil {
		to := g.current
		if to == nil || to.State().Ended() {
			to = g.Agent()
		}
		from.Route.Depart(t, to, how)
	} else {
		from.current = th.K.Current()
		wait := from.Leave
		from.Leave = kernel.Wait{}
		if wait.Reason == 0 && !from.Dead {
			if g.away == 0 {
				g.away = m.Str("switched to " + g.LaneName())
			}
			wait = kernel.Wait{Reason: g.away, Obj: g.Agent().Entity}
		}
		if g.Route != nil {
			g.Route.Arrive(t, from, from.current, wait)
		} else {
			to := g.current
			if to == nil || to.State().Ended() {
				to = g.Agent()
			}
			m.Switch(from.current, to, s.word(m, how), wait)
		}
	}
	s.switching(from, exc)
	t.Greenlet = g
	g.Turn++
	from.context, t.Context, g.context = t.Context, g.context, vm.Value{}
}

// switching remembers who switches, for the tracer.
func (s *state) switching(from *Greenlet, exc *vm.Exc) {
	s.origin, s.event = from, "switch"
	if exc != nil {
		s.event = "throw"
	}
}

// word is how control goes, as the recording words it.
func (s *state) word(m *kernel.Machine, how string) trace.Str {
	switch how {
	case "switch":
		return s.switched
	case "return":
		return s.returned
	case "throw":
		return s.thrown
	}
	return m.Str(how)
}

// LaneName is its name on the timeline.
func (g *Greenlet) LaneName() string {
	if g.main {
		return "main"
	}
	if g.Name == "" {
		return "greenlet"
	}
	return g.Name
}

// arrive has the tracer called in the greenlet that control arrives in, if
// there is a tracer now.
func arrive(t *vm.Thread, a vm.Action) vm.Action {
	if !of(t).traced() {
		return a
	}
	return vm.After(t, a, func(t *vm.Thread, v vm.Value, exc *vm.Exc) vm.Action {
		s := of(t)
		if !s.traced() || s.origin == nil {
			return vm.ReturnOr(v, exc)
		}
		return vm.OnValue(t, s.callTracer(t), func(t *vm.Thread, _ vm.Value) vm.Action { return vm.ReturnOr(v, exc) })
	})
}

func (s *state) traced() bool { return !s.tracer.IsNull() && !s.tracer.IsNone() }

func (s *state) callTracer(t *vm.Thread) vm.Action {
	pair := object.NewTuple([]vm.Value{s.origin.Value(), Current(t).Value()})
	return vm.After(t, vm.Call(s.tracer, object.NewStr(s.event), pair), func(t *vm.Thread, v vm.Value, exc *vm.Exc) vm.Action {
		if exc != nil {
			s.tracer = vm.Value{} // a tracer that fails is taken off
		}
		return vm.ReturnOr(v, exc)
	})
}

var strRun = object.Intern("run")

func init() {
	lib.Register("greenlet", vm.Spec{Build: build})
}

// Word is how control goes, as a string of the recording.
func Word(t *vm.Thread, how string) trace.Str { return of(t).word(sim.Of(t).Proc.Run.M, how) }

// Alive are the greenlets of the thread that have started and not ended, the main one first.
func Alive(t *vm.Thread) []*Greenlet {
	s := of(t)
	out := []*Greenlet{s.main}
	for _, g := range s.alive {
		if !g.Dead {
			out = append(out, g)
		}
	}
	return out
}

// Frames are the program's frames of a suspended greenlet, innermost first.
func (g *Greenlet) Frames() []*vm.Frame {
	if g.chain == nil || g.Dead {
		return nil
	}
	var out []*vm.Frame
	for f := g.chain.Top(); f != nil; f = f.Back {
		if !f.IsNative() && !f.Hidden() {
			out = append(out, f)
		}
	}
	return out
}

// Direct makes g, which must be active and of this thread, the running greenlet in place of the one that runs, which is neither a
// hub nor g, and answers its chain: the caller swaps the chains. It leaves out the hub that control would only pass through. ready says
// that the running one waits for nothing but its next turn; else Leave says for what. Nil: switches are traced.
func Direct(t *vm.Thread, g *Greenlet, word trace.Str, exc *vm.Exc, ready bool) *vm.Chain {
	from := t.Greenlet.(*Greenlet)
	s := from.state
	if s == nil || s.traced() {
		return nil
	}
	th := sim.Of(t)
	m := th.Proc.Run.M
	t.Charge(2 * s.cost)
	from.current = th.K.Current()
	to := g.current
	if to == nil || to.State().Ended() {
		to = g.Agent()
	}
	wait := from.Leave
	from.Leave = kernel.Wait{}
	if ready {
		m.Ready(from.current, 0)
		wait.Reason = 0
	}
	m.Switch(from.current, to, word, wait)
	s.switching(from, exc)
	t.Greenlet = g
	g.Turn++
	from.context, t.Context, g.context = t.Context, g.context, vm.Value{}
	return g.chain
}
