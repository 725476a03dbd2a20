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
// values of the keywords in kw; the slice is only valid during the call.
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
)

// Action is what native code wants to happen next. Make one with Return, Raise,
// Call, Resume, Park or Switch.
type Action struct {
	kind actKind
	v    Value
	exc  *Exc
	args []Value
	kw   []*Str
	cont Native
	gen  *Generator
	to   *Chain
	fr   *Frame
}

// Return answers v to the caller.
func Return(v Value) Action { return Action{v: v} }

// Raise raises exc in the caller.
func Raise(exc *Exc) Action { return Action{kind: actRaise, exc: exc} }

// ReturnOr answers v, or raises exc when it is not nil.
func ReturnOr(v Value, exc *Exc) Action {
	if exc != nil {
		return Raise(exc)
	}
	return Action{v: v}
}

// Call calls fn; then gets the result. A nil then keeps the Native that answers
// this action, or, from a NativeFunc, makes the callee's result its own.
func Call(then Native, fn Value, args ...Value) Action {
	return Action{kind: actCall, v: fn, args: args, cont: then}
}

// CallKw is Call with keywords: the last len(kw) of args are their values.
func CallKw(then Native, fn Value, args []Value, kw []*Str) Action {
	return Action{kind: actCall, v: fn, args: args, kw: kw, cont: then}
}

// CallMethod calls the method of that name; an AttributeError when there is none.
func CallMethod(t *Thread, then Native, obj Value, name string, args ...Value) Action {
	return GetAttr(t, Then(func(t *Thread, m Value, exc *Exc) Action {
		if exc != nil {
			return Raise(exc)
		}
		return Call(then2(then), m, args...)
	}), obj, object.Intern(name))
}

// then2 makes an explicit pass-through of a nil continuation, for use inside another Native.
func then2(n Native) Native {
	if n == nil {
		return passThrough
	}
	return n
}

var passThrough Native = Then(func(t *Thread, v Value, exc *Exc) Action { return ReturnOr(v, exc) })

// Resume resumes a generator or coroutine with v, or throws exc into it; then
// gets what it yields (Thread.Returned is false) or returns (true).
func Resume(then Native, g *Generator, v Value, exc *Exc) Action {
	return Action{kind: actResume, gen: g, v: v, exc: exc, cont: then}
}

// Park suspends the thread until Thread.Wake; then gets the value it is woken
// with. The caller has told the scheduler why and for what.
func Park(then Native) Action { return Action{kind: actPark, cont: then} }

// Switch suspends the current chain and goes on with another one, which gets v
// or exc; then gets what somebody later switches back with.
func Switch(then Native, to *Chain, v Value, exc *Exc) Action {
	return Action{kind: actSwitch, to: to, v: v, exc: exc, cont: then}
}

// runFrame runs a prepared Python frame (module and class bodies).
func runFrame(then Native, f *Frame) Action { return Action{kind: actRun, fr: f, cont: then} }

// Chain is a suspended sequence of frames: a greenlet's stack, or a thread's.
type Chain struct {
	top     *Frame
	mode    retMode
	handled *Exc
	depth   int
}

// Top is the innermost frame of a suspended chain, nil when it has not started or has ended.
func (c *Chain) Top() *Frame { return c.top }

// NewChain makes a chain that begins by calling fn with what it is first
// switched to with: base gets the arguments through start, and the result of
// everything at the end.
func NewChain(base Native) *Chain {
	return &Chain{top: &Frame{native: base, ret: retNative}, mode: retNative}
}
