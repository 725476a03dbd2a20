package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// The end of an object can be seen by a program when it is a suspended
// generator with something to clean up, a coroutine that was never awaited, an
// instance with __del__, or the target of a weak reference. CPython ends such an
// object the moment its last reference goes. Here they are "watched": while
// there is one, whoever drops a reference that may have led to it asks for a
// trace from the roots, and those it does not reach end.

// watch begins to watch v.
func (t *Thread) watch(v Value) {
	if v.H.Flags&object.FlagWatched != 0 {
		return
	}
	v.H.Flags |= object.FlagWatched
	t.RT.watched = append(t.RT.watched, v.H)
	t.RT.watching++
	t.RT.paths.fresh = append(t.RT.paths.fresh, v.H)
}

// Watch makes the end of v visible: its finaliser runs when nothing refers to it any more.
func (t *Thread) Watch(v Value) { t.watch(v) }

// Unwatch takes back Watch.
func (t *Thread) Unwatch(v Value) {
	if v.H.Flags&(object.FlagWatched|object.FlagReferenced) == object.FlagWatched {
		t.unwatch(v.H)
	}
}

// watchGen watches a generator whose end can be seen.
func (t *Thread) watchGen(g *Generator) {
	if g.Type == object.CoroutineType || len(g.Code.Handlers) > 0 && g.Code.Code.Flags&bytecode.Hidden == 0 {
		t.watch(g.Value())
	}
}

func (t *Thread) unwatchGen(g *Generator) {
	if g.Flags&(object.FlagWatched|object.FlagReferenced) == object.FlagWatched {
		t.unwatch(&g.Header)
	}
}

func (t *Thread) unwatch(h *object.Header) {
	h.Flags &^= object.FlagWatched
	t.RT.watching--
	t.tidy()
}

// tidy shortens the list of the watched when most of it is watched no more.
func (t *Thread) tidy() {
	rt := t.RT
	if len(rt.watched) > 2*rt.watching+16 {
		n := 0
		for _, w := range rt.watched {
			if w.Flags&object.FlagWatched != 0 {
				rt.watched[n] = w
				n++
			}
		}
		clear(rt.watched[n:])
		rt.watched = rt.watched[:n]
	}
}

// dropped is told of each reference that goes away while something is watched.
func (t *Thread) dropped(v Value) {
	if t.RT.watching == 0 || !t.leadsToWatched(v) {
		return
	}
	gain := gainLeads
	if v.H.Flags&object.FlagWatched != 0 {
		gain = gainWatched
	}
	t.RT.fallen = append(t.RT.fallen[:0], v)
	t.mayEnd(gain)
}

// changed is told that a built-in operation may have dropped references from
// inside a container.
func (t *Thread) changed() {
	if t.RT.watching != 0 {
		t.mayEnd(gainUnknown)
	}
}

// How many visits of a sweep a dropped reference pays for: one to a watched object, one that may lead to such an
// object, and what a built-in operation may have dropped.
const (
	gainWatched = 4096
	gainLeads   = 256
	gainUnknown = 16
)

// Every drop pays for sweepFree visits besides, until uselessSweeps sweeps on end have found nothing to end.
const (
	sweepFree     = 4096
	uselessSweeps = 100
)

// mayEnd sweeps, unless the last sweep was so expensive that not enough has
// happened since: what is paid for sweeping stays in proportion to what the
// program does. In a small program every end is seen at once.
func (t *Thread) mayEnd(gain int) {
	rt := t.RT
	rt.credit += gain
	free := sweepFree
	if rt.useless > uselessSweeps && gain < gainWatched {
		free = 0
	}
	if rt.credit < rt.sweepCost-free {
		return
	}
	if t.parked {
		// Control is on its way to another chain; see Step.
		rt.due = true
		return
	}
	rt.credit = 0
	if !t.stillHeld() {
		t.sweep()
	}
}

// passes notes that an operation of f is given an iterator straight from the call
// that made it, so that it ends with the operation.
func (t *Thread) passes(f *Frame, args []Value) {
	f.ends = 0
	if len(args) == 0 || f.pc < 2 {
		return
	}
	if AsGenerator(args[0]) != nil && !f.keeps(args[0]) {
		f.ends = gainLeads // make().send(None): the generator may end when it is back
	}
	switch f.instrs[f.pc-2].Op {
	case bytecode.OpCall, bytecode.OpCallKw, bytecode.OpCallMethod, bytecode.OpCallMethodKw, bytecode.OpCallEx,
		bytecode.OpBuildList, bytecode.OpBuildTuple, bytecode.OpBuildSet, bytecode.OpBuildMap:
	default:
		return
	}
	v := args[len(args)-1]
	if v.H != nil && t.leadsToWatched(v) {
		f.ends = gainLeads // a container made for the call
		t.RT.fallen = append(t.RT.fallen[:0], v)
	}
	if v.H != nil && (v.H.Flags&object.FlagWatched != 0 || v.H.Type.Next != nil && v.H.Type.Traverse != nil) {
		f.ends = 2 * gainWatched
	}
}

// passed is told that such an operation is over.
func (t *Thread) passed(f *Frame) {
	gain := f.ends
	f.ends = 0
	if t.RT.watching != 0 {
		t.mayEnd(gain)
	}
}

// unwound is told that f goes on in a handler of what was raised at pc: operands and frames on the way are gone. What
// ends with them ends on the line where it was raised.
func (t *Thread) unwound(f *Frame, pc int) {
	f.jumped = int32(pc)
	if f.ends != 0 {
		t.passed(f)
	} else {
		t.changed()
	}
	if t.top == f {
		f.jumped = 0 // nothing ends; else aside takes it back
	}
}

// leave ends a frame while something is watched.
func (t *Thread) leave(f *Frame, v Value) {
	hold := false
	slots := f.Slots[:f.sp]
	if len(slots) > 0 && f.Code.Code.Flags&bytecode.Hidden != 0 && t.heldByCaller(f, slots[0]) {
		slots = slots[1:] // the receiver of a method of the library goes on living
	}
	for _, s := range slots {
		if s.H != nil && s != v && !f.Back.holds(s) && t.leadsToWatched(s) {
			hold = true
			break
		}
	}
	if hold {
		t.RT.fallen = append(t.RT.fallen[:0], slots...)
	}
	t.popReturn(f, v)
	if hold {
		t.mayEnd(gainLeads)
	}
}

// holds tells whether the frame f of Python code has v in a variable or on its stack, so that v lives on.
func (f *Frame) holds(v Value) bool {
	if f == nil || f.native != nil {
		return false
	}
	n := max(f.sp, f.Code.NFast)
	for _, s := range f.Slots[:n] {
		if s.H == v.H {
			return true
		}
	}
	return false
}

// heldByCaller tells whether whoever called f has v in a variable of its own, a
// global one, or an attribute of its receiver; a file that is written to, say.
// What it does not find, as in open(name, "w").write(text), may end.
func (t *Thread) heldByCaller(f *Frame, v Value) bool {
	b := f.Back
	return v.H != nil && b != nil && b.native == nil && b.keeps(v)
}

// keeps tells whether v is a variable of frame b or on its stack, a global one, or an attribute of its receiver.
func (b *Frame) keeps(v Value) bool {
	if b.holds(v) {
		return true
	}
	if b.Code.NFast > 0 && b.Slots[0].H != nil {
		if a := object.AttrsOf(b.Slots[0]); a != nil {
			for _, s := range a.Vals {
				if s.H == v.H {
					return true
				}
			}
		}
	}
	return b.Globals != nil && b.Globals.Holds(v)
}

// EndSeen tells whether a program can see the end of the chain that t is about to set aside: some
// frame of it is inside a try or with. Of a deep chain only the innermost frames are looked at.
func (t *Thread) EndSeen() bool {
	for f, n := t.top, 0; f != nil && n < 32; f, n = f.Back, n+1 {
		if f.native != nil || len(f.Code.Handlers) == 0 || f.Code.Code.Flags&bytecode.Hidden != 0 {
			continue
		}
		at := int32(f.pc - 1)
		for i := range f.Code.Handlers {
			if h := &f.Code.Handlers[i]; h.Start <= at && at < h.End {
				return true
			}
		}
	}
	return false
}

// sweep traces from the roots and ends the watched objects that are not reached.
func (t *Thread) sweep() {
	t.RT.useless++
	if dead := t.unreached(Value{}); len(dead) > 0 {
		t.RT.useless = 0
		t.RT.inOrder(dead)
		if f := t.top; f != nil && f.native == nil && t.RT.watching > 0 {
			f.ends = 2 * gainWatched // what the dead held is looked at when they have ended
		}
		t.aside(t.endEach(dead, object.None))
	}
}

// inOrder brings objects that end together into the order in which CPython ends them, as far as what was dropped last
// tells it: lists and tuples end their items from the last to the first, all else in the order in which it holds them.
// Those that are not found that way stay in the order of their making.
func (rt *Runtime) inOrder(dead []*object.Header) {
	from := rt.fallen
	rt.fallen = nil
	if len(dead) > 1 {
		left := make(map[*object.Header]bool, len(dead))
		for _, h := range dead {
			left[h] = true
		}
		seen := map[*object.Header]bool{}
		var work, held []Value
		push := func(list []Value) { // so that the first is looked at first
			for i := len(list) - 1; i >= 0; i-- {
				work = append(work, list[i])
			}
		}
		push(from)
		found := make([]*object.Header, 0, len(dead))
		for visits := 0; len(work) > 0 && len(found) < len(dead) && visits < sweepFree; visits++ {
			v := work[len(work)-1]
			work = work[:len(work)-1]
			if v.H == nil || seen[v.H] {
				continue
			}
			seen[v.H] = true
			if left[v.H] {
				delete(left, v.H)
				found = append(found, v.H)
			}
			switch {
			case object.AsList(v) != nil:
				work = append(work, object.AsList(v).Elems...)
			case object.AsTuple(v) != nil:
				work = append(work, object.AsTuple(v).Elems...)
			case object.AsDict(v) != nil, object.AsSet(v) != nil, object.AsCell(v) != nil:
				held = held[:0]
				v.H.Type.Traverse(v, func(x Value) { held = append(held, x) })
				push(held)
			case object.AsFunction(v) != nil:
				for _, c := range object.AsFunction(v).Closure {
					work = append(work, object.Obj(&c.Header))
				}
			case object.AttrsOf(v) != nil:
				push(object.AttrsOf(v).Vals)
			}
		}
		for _, h := range dead {
			if left[h] {
				found = append(found, h)
			}
		}
		copy(dead, found)
	}
	for _, h := range dead {
		rt.fallen = append(rt.fallen, object.Obj(h)) // what they hold ends next
	}
}

// endEach ends objects one after the other, then answers v. What they held is
// looked at again afterwards.
func (t *Thread) endEach(dead []*object.Header, v Value) Action {
	return Repeat(t, func(t *Thread) Action {
		if len(dead) == 0 {
			return Return(v)
		}
		h := dead[0]
		dead = dead[1:]
		return After(t, t.finalize(h), func(t *Thread, _ Value, _ *Exc) Action { return Continue() })
	})
}

// EndDropped ends what only a function that has just returned v held, then answers v: for native code below it that
// is about to switch away. (What returns to Python code is looked at there.)
func (t *Thread) EndDropped(v Value) Action {
	if t.RT.watching == 0 || t.RT.credit+gainUnknown < t.RT.sweepCost-sweepFree {
		return Return(v)
	}
	t.RT.credit = 0
	if t.stillHeld() {
		return Return(v)
	}
	return t.Collect(v, func(int) Action { return Return(v) })
}

// Collect ends every watched object that is reached neither from the roots nor from v; then gets their number.
func (t *Thread) Collect(v Value, then func(n int) Action) Action {
	dead := t.unreached(v)
	n := len(dead)
	if n == 0 {
		return then(0)
	}
	return OnValue(t, t.endEach(dead, object.None), func(t *Thread, _ Value) Action {
		return t.Collect(v, func(more int) Action { return then(n + more) })
	})
}

// CollectCycles is Collect for those objects too whose end is only seen when cycles are looked for (Runtime.Cycles).
func (t *Thread) CollectCycles(then func(n int) Action) Action {
	var also []Value
	for _, visit := range t.RT.Cycles {
		visit(t.RT, func(v Value) { also = append(also, v) })
	}
	return t.CollectAlso(also, then)
}

// CollectAlso is Collect with more objects than those that are watched, which come before them in their order.
func (t *Thread) CollectAlso(also []Value, then func(n int) Action) Action {
	rt := t.RT
	var list []*object.Header
	for _, v := range also {
		if v.H.Flags&object.FlagWatched == 0 {
			v.H.Flags |= object.FlagWatched
			rt.watching++
			list = append(list, v.H)
		}
	}
	rt.watched = append(list, rt.watched...)
	return t.Collect(Value{}, func(n int) Action {
		for _, h := range list {
			t.Unwatch(object.Obj(h))
		}
		return then(n)
	})
}

// Reached traces from the roots and v, and answers what tells whether an object was reached; false when native
// code hides what it holds. It is good until the next trace.
func (t *Thread) Reached(v Value) (reached func(Value) bool, ok bool) {
	return t.RT.reached(v)
}

// reachedNow is what leaf operations ask.
func (rt *Runtime) reachedNow() (reached func(Value) bool, ok bool) { return rt.reached(Value{}) }

func (rt *Runtime) reached(v Value) (reached func(Value) bool, ok bool) {
	m, ok := rt.trace(v)
	if !ok {
		return nil, false
	}
	epoch := m.epoch
	return func(v Value) bool { return v.H.Mark == epoch }, true
}

// unreached are the watched objects that are reached neither from the roots nor from v. They are watched no more.
func (t *Thread) unreached(v Value) []*object.Header {
	rt := t.RT
	if rt.sweeping {
		return nil
	}
	m, ok := rt.trace(v)
	if !ok {
		return nil // a later drop asks again
	}
	live := len(m.nodes)
	// Of those that are not reached, the ones that others of them refer to end with
	// those or after them.
	var alone []*object.Header
	for _, h := range rt.watched {
		if h.Flags&object.FlagWatched != 0 && h.Mark != m.epoch {
			alone = append(alone, h)
		}
	}
	if len(alone) > 1 {
		for _, h := range alone {
			if h.Mark == m.epoch {
				continue
			}
			m.from = fromDead
			m.visit(object.Obj(h))
			m.run()
			h.Mark = m.epoch - 1
		}
	}
	var dead []*object.Header
	for _, h := range rt.watched {
		if h.Flags&object.FlagWatched != 0 && h.Mark != m.epoch {
			// Not watched any more; what is watched again may be in the list twice.
			h.Flags &^= object.FlagWatched
			rt.watching--
			dead = append(dead, h)
		}
	}
	t.tidy()
	rt.paths.learn(m, live, alone)
	if len(dead) > 0 && rt.BeforeEnd != nil {
		rt.BeforeEnd(rt, dead, func(v Value) bool { return v.H.Mark == m.epoch })
	}
	return dead
}

// trace marks what is reached from the roots and from v. It answers false when native code on a chain holds values
// that cannot be seen.
func (rt *Runtime) trace(v Value) (*marker, bool) {
	rt.epoch++
	m := &marker{epoch: rt.epoch, nodes: rt.paths.room[:0]}
	m.from = fromModules
	m.dict(rt.Modules)
	for _, th := range rt.Threads {
		if !m.thread(th) {
			return nil, false
		}
	}
	m.from = fromOther
	rt.otherRoots(m.visit)
	m.from = fromDead // whoever asks knows v, and may forget it
	m.visit(v)
	rt.sweepCost = m.run()
	return m, !m.blind
}

// finalize is what an object does at its end. failed reports its exception.
func (t *Thread) finalize(h *object.Header) Action {
	v := object.Obj(h)
	a := ReturnNone()
	report := v
	if g := AsGenerator(v); g != nil {
		a = t.endGenerator(g)
	} else if h.Type.Flags&object.HasDel != 0 && h.Flags&object.FlagFinalized == 0 {
		h.Flags |= object.FlagFinalized
		report = special(v, intern("__del__"))
		a = callSpecial(t, report, v)
	}
	return After(t, a, func(t *Thread, _ Value, exc *Exc) Action {
		said := ReturnNone()
		if exc != nil {
			said = Unraisable(t, exc, Value{}, report)
		}
		return After(t, said, func(t *Thread, _ Value, _ *Exc) Action {
			if t.RT.OnEnd == nil {
				return t.clearRefs(v)
			}
			return OnValue(t, t.RT.OnEnd(t, v), func(t *Thread, _ Value) Action { return t.clearRefs(v) })
		})
	})
}

// clearRefs ends the weak references to v, which has ended. At the end of the process references end with
// their targets, and nobody is told.
func (t *Thread) clearRefs(v Value) Action {
	if v.H.Flags&object.FlagReferenced == 0 || t.RT.ClearRefs == nil || t.RT.ending {
		return ReturnNone()
	}
	v.H.Flags &^= object.FlagReferenced
	return t.RT.ClearRefs(t, v)
}

// endGenerator closes an abandoned generator, and reports a coroutine that was never awaited.
func (t *Thread) endGenerator(g *Generator) Action {
	if g.Frame == nil || g.Running {
		return ReturnNone()
	}
	if !g.Started {
		t.endUnstarted(g)
		if g.Type != object.CoroutineType {
			return ReturnNone()
		}
		if t.RT.NeverAwaited != nil {
			return t.RT.NeverAwaited(t, g)
		}
		return warnUnawaited(t, g)
	}
	if g.Type == object.AsyncGeneratorType {
		if g.Finalizer.IsNull() || g.Finalizer.IsNone() {
			return ReturnNone()
		}
		return Call(g.Finalizer, g.Value())
	}
	return closeGen(t, g)
}

// ClearFrame drops the variables of a frame that does not run: a suspended generator is closed.
func ClearFrame(t *Thread, f *Frame) Action {
	executing := func() Action { return Raisef(object.RuntimeError, "cannot clear an executing frame") }
	if g := f.Gen; g != nil && g.Frame == f {
		if g.Running {
			return executing()
		}
		return OnValue(t, t.endGenerator(g), func(t *Thread, _ Value) Action { return ReturnNone() })
	}
	for _, th := range t.RT.Threads {
		for o := th.top; o != nil; o = o.Back {
			if o == f {
				return executing()
			}
		}
	}
	if f.native == nil && f.Code != nil {
		n := f.Code.NFast
		for i, v := range f.Slots[:n] {
			if c := object.AsCell(v); c != nil && i >= len(f.Code.VarNames) {
				f.Slots[i] = object.NewCell(Value{}).Value()
			} else {
				f.Slots[i] = Value{}
			}
			t.dropped(v)
		}
	}
	return ReturnNone()
}

// EndAll ends what is still watched, as the end of a process does: in the order
// in which it was made.
func EndAll(t *Thread) Action {
	t.RT.ending = true
	t.spareOthers()
	return t.endRest()
}

// spareOthers takes off the list of watched objects what other threads hold:
// those are stopped where they are, and nothing of theirs ends. That they can
// reach a module's variables does not keep these.
func (t *Thread) spareOthers() {
	rt := t.RT
	if len(rt.Threads) < 2 || len(rt.watched) == 0 {
		return
	}
	rt.epoch++
	m := marker{epoch: rt.epoch}
	for pos := 0; ; {
		_, v, ok := rt.Modules.Next(&pos)
		if !ok {
			break
		}
		if mod := object.AsModule(v); mod != nil {
			mod.Header.Mark, mod.Dict.Header.Mark = m.epoch, m.epoch
		}
	}
	for _, th := range rt.Threads {
		if th == t {
			continue
		}
		for f := th.top; f != nil; f = f.Back {
			visitFrame(f, m.visit)
		}
	}
	m.run()
	kept := rt.watched[:0]
	for _, h := range rt.watched {
		if h.Mark == m.epoch && h.Flags&object.FlagWatched != 0 {
			h.Flags &^= object.FlagWatched
			rt.watching--
			continue
		}
		kept = append(kept, h)
	}
	rt.watched = kept
}

func (t *Thread) endRest() Action {
	rt := t.RT
	for len(rt.watched) > 0 {
		h := rt.watched[0]
		rt.watched = rt.watched[1:]
		if h.Flags&object.FlagWatched == 0 {
			continue
		}
		h.Flags &^= object.FlagWatched
		rt.watching--
		return OnValue(t, t.finalize(h), func(t *Thread, _ Value) Action { return t.endRest() })
	}
	return ReturnNone()
}

// InCycle tells whether v refers to itself, however indirectly.
func (t *Thread) InCycle(v Value) bool {
	t.RT.epoch++
	m := marker{epoch: t.RT.epoch}
	v.H.Type.Traverse(v, m.visit)
	m.run()
	return v.H.Mark == m.epoch
}

// aside runs an action between two instructions, dropping its result.
func (t *Thread) aside(a Action) {
	if a.kind == actReturn {
		return
	}
	handled, f := t.handled, t.top
	t.RT.sweeping = true
	t.perform(After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		t.handled = handled
		f.jumped = 0
		t.RT.sweeping = false
		return ReturnNone()
	}), retDrop)
}

// marker walks the heap without recursion, and remembers by which way it has come.
type marker struct {
	epoch uint32
	nodes []node // what was found, in that order; what node next refers to is looked at next
	next  int
	from  int32 // who refers to what is visited now: the number of a node, or one of from…
	nth   int32 // how many visits there were from there
	found []int32
	blind bool // somewhere there is native code whose values cannot be seen
}

// node is an object, or, when from is fromFrame, a frame.
type node struct {
	p    unsafe.Pointer
	from int32
	nth  int32
}

// unseen stands for the values of native code that does not name them.
var unseen = object.Header{Type: object.NoneType}

func (m *marker) visit(v Value) {
	m.nth++
	h := v.H
	if h == nil || h.Mark == m.epoch {
		return
	}
	switch h {
	case &object.IntHeader, &object.FloatHeader, &object.BoolHeader:
		return
	case &unseen:
		m.blind = true
		return
	}
	if h.Flags&object.FlagWatched != 0 {
		m.found = append(m.found, int32(len(m.nodes)))
	} else if h.Type.Traverse == nil && AsGenerator(v) == nil && h.Type.AttrOffset == 0 {
		return
	}
	h.Mark = m.epoch
	m.nodes = append(m.nodes, node{unsafe.Pointer(h), m.from, m.nth - 1})
}

func (m *marker) dict(d *object.Dict) {
	if d != nil {
		m.visit(object.Obj(&d.Header))
	}
}

func (m *marker) run() (visited int) {
	for ; m.next < len(m.nodes); m.next++ {
		n := m.nodes[m.next]
		m.from, m.nth = int32(m.next), 0
		if n.from == fromFrame {
			if !visitFrame((*Frame)(n.p), m.visit) {
				m.blind = true
			}
			continue
		}
		visited++
		referents(object.Obj((*object.Header)(n.p)), m.visit)
	}
	return visited
}

// referents visits what v refers to.
func referents(v Value, visit func(Value)) {
	if g := AsGenerator(v); g != nil {
		if g.Frame != nil {
			visitFrame(g.Frame, visit)
		}
		visitExc(g.handled, visit)
		visitExc(g.outer, visit)
		visit(g.Finalizer)
		return
	}
	tp := v.H.Type
	if tp.Traverse != nil {
		tp.Traverse(v, visit)
	}
	if tp.IsHeap() && tp.AttrOffset != 0 {
		at := attrsAt(v, tp)
		for _, x := range at.Vals {
			visit(x)
		}
		if at.Dict != nil {
			visit(object.Obj(&at.Dict.Header))
		}
		visit(tp.Value())
	}
}

func visitExc(e *Exc, visit func(Value)) {
	if e != nil {
		visit(object.Obj(&e.Header))
	}
}

// Traverser is a Native that tells which values it holds. While one that does
// not is on a thread's chain, nothing is ended.
type Traverser interface {
	Traverse(visit func(Value))
}

// thread begins with the frames of a thread; false when one hides what it holds.
func (m *marker) thread(t *Thread) bool {
	for f := t.top; f != nil; f = f.Back {
		if f.native != nil {
			if _, ok := f.native.(Traverser); !ok {
				return false
			}
		}
		m.nodes = append(m.nodes, node{unsafe.Pointer(f), fromFrame, 0})
	}
	return true
}

// otherRoots visits what is alive besides modules and the frames of threads.
func (rt *Runtime) otherRoots(visit func(Value)) {
	for _, t := range rt.Threads {
		visitExc(t.handled, visit)
		visit(t.wakeV)
		visitExc(t.wakeE, visit)
		visit(t.AsyncGenFirstIter)
		visit(t.Context)
		visit(t.AsyncGenFinalizer)
		visit(t.Result)
	}
	if rt.Roots != nil {
		rt.Roots(visit)
	}
}

// TraverseChain visits what a suspended chain holds. While there is native code on it whose
// values cannot be seen, nothing is ended.
func TraverseChain(c *Chain, visit func(Value)) {
	for f := c.top; f != nil; f = f.Back {
		if !visitFrame(f, visit) {
			visit(Value{H: &unseen})
		}
	}
	if c.handled != nil {
		visit(object.Obj(&c.handled.Header))
	}
}

// visitFrame visits what one frame holds; false when that cannot be known.
func visitFrame(f *Frame, visit func(Value)) bool {
	if f.native != nil {
		tr, ok := f.native.(Traverser)
		if ok {
			tr.Traverse(visit)
		}
		return ok
	}
	n := f.sp
	if n < f.Code.NFast {
		n = f.Code.NFast
	}
	for _, v := range f.Slots[:n] {
		visit(v)
	}
	visit(f.NS)
	visit(f.retVal)
	visit(object.Obj(&f.Globals.Header))
	if f.Locals != nil {
		visit(object.Obj(&f.Locals.Header))
	}
	if f.snapshot != nil {
		visit(object.Obj(&f.snapshot.Header))
	}
	if f.Fn != nil {
		visit(object.Obj(&f.Fn.Header))
	}
	if f.Gen != nil {
		visit(f.Gen.Value())
	}
	return true
}

// live adds up the sizes of the objects that the process can reach, twice what
// CPython's take, for a value here is twice a pointer.
func (rt *Runtime) live() int64 {
	rt.epoch++
	m := sizer{epoch: rt.epoch, c: rt.Ctx}
	m.visit(object.Obj(&rt.Modules.Header))
	for _, th := range rt.Threads {
		for f := th.top; f != nil; f = f.Back {
			visitFrame(f, m.visit)
		}
	}
	if rt.Roots != nil {
		rt.Roots(m.visit)
	}
	for len(m.work) > 0 {
		v := m.work[len(m.work)-1]
		m.work = m.work[:len(m.work)-1]
		m.bytes += 2 * object.SizeOf(rt.Ctx, v)
		referents(v, m.visit)
	}
	return m.bytes
}

// sizer is a marker that visits objects without references too. Interned strings
// are shared between runs and do not count.
type sizer struct {
	epoch uint32
	work  []Value
	c     *object.Ctx
	bytes int64
}

func (m *sizer) visit(v Value) {
	h := v.H
	if h == nil || h.Mark == m.epoch || h.Flags&object.FlagInterned != 0 {
		return
	}
	switch h {
	case &object.IntHeader, &object.FloatHeader, &object.BoolHeader, &unseen:
		return
	}
	if object.AsType(v) != nil && !object.AsType(v).IsHeap() {
		return
	}
	h.Mark = m.epoch
	m.work = append(m.work, v)
}
