// Package compile turns a syntax tree into bytecode.
//
// It imports syntax, resolve and bytecode and knows nothing of values: it folds
// constants as plain Go data.
//
// # Parts
//
// compile.go drives and holds the state of one code object; stmt.go, try.go,
// func.go (classes too), expr.go, call.go (displays too), comp.go, assign.go and
// pattern.go emit instructions for a subject each; block.go says what leaving a
// statement by return, break or continue has to do; fold.go and format.go
// compute what is constant; unparse.go writes annotations back as text;
// assemble.go turns what was emitted into a code object; fuse.go replaces
// sequences by the fused instructions.
//
// # Invariants
//
// Instructions are emitted in the order of the text. Jumps name labels. Each
// instruction remembers the exception handler it stands under, so the exception
// table is read off the instructions; code that a finally or with repeats for a
// return, break or continue stands under the handlers around the statement, not
// under its own. Stack depths are not tracked while emitting: assemble computes
// them by following the jumps.
//
// What is dead (after a return, or under if 0) is compiled, so that its errors
// are found, and dropped by assemble.
package compile
