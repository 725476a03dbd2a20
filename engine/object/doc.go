// Package object holds Python's values and types: their representation, the
// built-in types with their methods, the exception hierarchy, and those
// operations of the data model that need no Python code (leaf operations).
//
// It imports bytecode (code objects) and nothing above it. It knows nothing of
// frames, threads, the clock or the recording: an operation that would have to
// call a user's function answers NeedVM, and the virtual machine does it.
//
// # Values
//
// A Value is 16 bytes: a pointer to the Header that begins every object, and 64
// bits. Ints that fit 64 bits, floats, booleans and None have a static header
// and live in the bits, so they are never allocated, and the type of any value
// is v.H.Type without a branch.
//
// # Leaf operations and NeedVM
//
// A slot of a Type or a built-in function may only compute. Where it meets an
// object whose class defines the operation in Python, it returns the exception
// value NeedVM, having changed nothing; the virtual machine then runs the
// general form, in frames of its own. The one exception are user-defined
// __hash__ and __eq__ inside dict and set probes, which go through Ctx.Nested.
//
// # Instances
//
// An instance of a user's class keeps its attributes in an Attrs: a Shape (the
// order of names, shared by instances that were initialised alike) and a slice
// of values; it turns into a Dict when somebody asks for __dict__ or deletes a
// name. An instance of a subclass of a built-in type has the built-in's struct
// first and the Attrs behind it, at Type.AttrOffset.
package object
