// Package resolve decides, for every name of a program, where it lives: in a
// local slot, in a cell shared with inner functions, in a cell received from an
// enclosing function, in the module's globals, or in the namespace of a class.
//
// It imports syntax only and knows nothing of bytecode. It reports the errors
// that CPython's symbol table reports, in the same words and places.
//
// Two passes: walk.go visits the tree once and notes for each scope which names
// it binds, uses and declares; analyse then looks each name up along the
// enclosing scopes. The second pass has to wait for the whole tree, because an
// inner function may use a name that its enclosing function binds further down.
package resolve
