package vm

import "loopscope/engine/object"

// Native is built-in code that waits on the chain for a result.
type Native interface {
	// Resume gets the result of what the last Action asked for, or the exception
	// that it raised, and answers what to do next.
	Resume(t *Thread, v Value, exc *Exc) Action
}

// Then is a Native made of a function.
type Then func(t *Thread, v Value, exc *Exc) Action

// Resume calls the function.
func (fn Then) Resume(t *Thread, v Value, exc *Exc) Action { return fn(t, v, exc) }

// NativeFunc is the body of a built-in function that may call back into
// Python (object.Builtin.Native). args holds the positional arguments, then the
// values of the keywords in kw; the slice is only valid during the call, so
// what outlives it must be copied.
type NativeFunc func(t *Thread, args []Value, kw []*Str) Action

type actKind uint8

const (
	actReturn actKind = iota
	actRaise
	actCall
	actResume
	actPark
	actSwitch
	actRun
	actRest
)

// Action is what native code wants to happen next. Make one with Return, Raise,
// Call, Resume, Park or Switch; chain them with After and OnValue. An action
// that is answered without After passes its result on to the caller.
type Action struct {
	kind actKind
	raw  bool
	v    Value
	exc  *Exc
	more *details // nil for Return and Raise, which are most actions: those stay small
}

// details are what only some actions have.
type details struct {
	args  []Value
	kw    []*Str
	conts []Native // who gets the result, the last one first
	gen   *Generator
	to    *Chain
	fr    *Frame
}

// with makes room for details.
func (a *Action) with() *details {
	if a.more == nil {
		a.more = &details{}
	}
	return a.more
}

// callAction is CallKw.
func callAction(fn Value, args []Value, kw []*Str) Action {
	return Action{kind: actCall, v: fn, more: &details{args: args, kw: kw}}
}

// Return answers v to the caller.
func Return(v Value) Action { return Action{v: v} }

// ReturnNone answers None to the caller.
func ReturnNone() Action { return Action{v: object.None} }

// Raise raises exc in the caller.
func Raise(exc *Exc) Action { return Action{kind: actRaise, exc: exc} }

// Raisef raises a new exception of class cls.
func Raisef(cls *object.Type, format string, args ...any) Action {
	return Raise(object.NewExc(cls, format, args...))
}

// ReturnOr answers v, or raises exc when it is not nil.
func ReturnOr(v Value, exc *Exc) Action {
	if exc != nil {
		return Raise(exc)
	}
	return Action{v: v}
}

// Call calls fn.
func Call(fn Value, args ...Value) Action { return callAction(fn, args, nil) }

// CallKw is Call with keywords: the last len(kw) of args are their values.
func CallKw(fn Value, args []Value, kw []*Str) Action {
	return callAction(fn, args, kw)
}

// CallMethod calls the method of that name; an AttributeError when there is none.
func CallMethod(t *Thread, obj Value, name string, args ...Value) Action {
	return OnValue(t, GetAttr(t, obj, object.Intern(name)), func(t *Thread, m Value) Action {
		return Call(m, args...)
	})
}

// After has then get the result of a, or the exception that it raises.
func After(t *Thread, a Action, then Then) Action {
	switch a.kind {
	case actReturn:
		return then(t, a.v, nil)
	case actRaise:
		return then(t, Value{}, a.exc)
	}
	return a.after(then)
}

// after puts n last in the row of those who get the result.
func (a Action) after(n Native) Action {
	m := a.with()
	if len(m.conts) == 0 {
		m.conts = []Native{n}
	} else {
		m.conts = append([]Native{n}, m.conts...)
	}
	return a
}

// AfterHolding is After for a then that runs below the program for long: held are
// the values that only it knows, so that what they refer to counts as alive
// (see watch.go).
func AfterHolding(t *Thread, a Action, then Then, held ...Value) Action {
	if a.kind == actReturn || a.kind == actRaise {
		return After(t, a, then)
	}
	return a.after(&holder{then, held})
}

type holder struct {
	Then
	held []Value
}

// Traverse names the held values.
func (h *holder) Traverse(visit func(Value)) {
	for _, v := range h.held {
		visit(v)
	}
}

// AfterNative is After for a Native that keeps state, and may be a Traverser.
func AfterNative(t *Thread, a Action, then Native) Action {
	switch a.kind {
	case actReturn:
		return then.Resume(t, a.v, nil)
	case actRaise:
		return then.Resume(t, Value{}, a.exc)
	}
	return a.after(then)
}

// Chained is an action, which must not be immediate and have no one yet who
// gets its result, with those who do. The slice is kept: who runs one action
// after another needs only one.
func Chained(a Action, conts []Native) Action {
	m := a.with()
	if len(m.conts) != 0 {
		conts = append(append([]Native(nil), conts...), m.conts...)
	}
	m.conts = conts
	return a
}

// OnValue has then get the result of a; an exception passes it by.
func OnValue(t *Thread, a Action, then func(t *Thread, v Value) Action) Action {
	if a.kind == actRaise {
		return a
	}
	return After(t, a, func(t *Thread, v Value, exc *Exc) Action {
		if exc != nil {
			return Raise(exc)
		}
		return then(t, v)
	})
}

// Resume resumes a generator or coroutine with v, or throws exc into it, as
// send() and throw() do: the result is what it yields, its return is a
// StopIteration.
func Resume(g *Generator, v Value, exc *Exc) Action {
	return Action{kind: actResume, v: v, exc: exc, more: &details{gen: g}}
}

// Advance is Resume without the StopIteration: the result is what the generator
// yields or returns, and Thread.Returned, when the result arrives, says which.
// Only for use with After.
func Advance(g *Generator, v Value, exc *Exc) Action {
	return Action{kind: actResume, v: v, exc: exc, raw: true, more: &details{gen: g}}
}

// Park suspends the thread until Thread.Wake, whose value is the result. The
// caller has told the scheduler why and for what.
func Park() Action { return Action{kind: actPark} }

// rest lets go of control between two rounds of built-in code that calls nothing in Python; it goes on in the thread's next
// step with nothing (Null), or with the exception of a signal.
func rest() Action { return Action{kind: actRest} }

// Rounds of built-in code that are free, as most are over before; further ones cost roundPrice plain instructions, and
// from manyRounds on ten times that, so that an endless one (max(itertools.count())) soon comes to its end, and can be
// stopped by hand.
const (
	freeRounds = 1 << 16
	manyRounds = 1 << 20
	roundPrice = 2
	someRounds = 1 << 8 // are paid for together
)

// tired is told of each round of built-in code, and tells whether it must rest now.
func (t *Thread) tired(rounds int) bool {
	if rounds < freeRounds || rounds&(someRounds-1) != 0 {
		return false
	}
	price := int64(someRounds * roundPrice)
	if rounds >= manyRounds {
		price *= 10
	}
	t.Charge(price)
	return t.fuel <= 0 && t.nested == 0
}

// Switch sets the running chain aside and goes on with another one, which gets
// v or exc. The result is what somebody later switches back with.
func Switch(to *Chain, v Value, exc *Exc) Action {
	return Action{kind: actSwitch, v: v, exc: exc, more: &details{to: to}}
}

// runFrame runs a prepared Python frame (module and class bodies).
func runFrame(f *Frame) Action { return Action{kind: actRun, more: &details{fr: f}} }

// Chain is a suspended sequence of frames: a greenlet's stack, or a thread's.
type Chain struct {
	top     *Frame
	mode    retMode
	handled *Exc
	depth   int
}

// Top is the innermost frame of a suspended chain; nil while it runs, and when it has ended.
func (c *Chain) Top() *Frame { return c.top }

// NewChain makes a chain at whose bottom lies base: it is resumed with what the
// chain is first switched to with, and later with the result of what it called.
// It must end with a Switch to another chain.
func NewChain(base Native) *Chain {
	return &Chain{top: &Frame{native: base, ret: retNative}, mode: retNative}
}

// CurrentChain is the chain that t is running.
func (t *Thread) CurrentChain() *Chain { return t.cur }

// Switcher makes switches for somebody who makes many: without an allocation for each. Its action must be carried out
// before it makes the next one, which is so for whoever answers it at once.
type Switcher struct {
	d    details
	then [1]Native
}

// Switch is Switch, with then getting the result if it is not nil.
func (s *Switcher) Switch(to *Chain, v Value, exc *Exc, then Native) Action {
	s.d = details{to: to}
	if then != nil {
		s.then[0] = then
		s.d.conts = s.then[:]
	}
	return Action{kind: actSwitch, v: v, exc: exc, more: &s.d}
}
