// Package vm executes bytecode: frames, calls, generators and coroutines, the
// evaluation loop, exceptions and their unwinding, native frames, attribute
// lookup, classes and imports.
//
// It imports object, bytecode and syntax (positions, and the source text of
// tracebacks). It knows nothing of the clock, the scheduler, the simulated world
// or the recording: those reach it as the Host of a Thread.
//
// # Stackless
//
// A Thread runs a chain of heap frames, linked to their callers by Back. Running
// a program never recurses on Go's stack and never starts a goroutine: CALL
// links a frame, RETURN unlinks it, an exception walks the links. A generator is
// a frame set aside; a greenlet switch swaps the whole chain (Chain); a thread
// stops between any two instructions.
//
// # Who gets a result
//
// Each frame knows in ret what its caller does with its result: push it, drop
// it, branch on it, take it as the next item of a for loop … The one function
// that hands a result or an exception to the frame on top is Thread.give.
//
// # Calling back into Python
//
// Built-in code that must call a user's function does it by answering an Action
// (call this, resume that generator, park, switch) and naming the Native that
// gets the result. The Native sits on the chain as a frame of its own, so there
// is no nested evaluation. The exceptions are short calls from places that cannot
// be left half-way, such as user-defined __hash__ and __eq__ inside dict and set
// probes: all of them go through Thread.RunAside, see nested.go.
package vm
