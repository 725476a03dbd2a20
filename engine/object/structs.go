package object

import (
	"math/big"
	"unsafe"

	"loopscope/engine/bytecode"
)

// Str is a string. Text is WTF-8: UTF-8 in which lone surrogates may stand as
// three bytes. Len counts code points; a string is ASCII when Len == len(Text).
type Str struct {
	Header
	Text string
	Len  int32
	hash uint32  // cached, 0 when not yet computed
	aux  *strAux // what few strings have, nil for the others
}

// BigInt is an int outside 64 bits.
type BigInt struct {
	Header
	V *big.Int
}

// Complex is a complex number.
type Complex struct {
	Header
	V complex128
}

// Bytes is a bytes object.
type Bytes struct {
	Header
	Data string
}

// ByteArray is a bytearray.
type ByteArray struct {
	Header
	Data    []byte
	Exports Exports
}

// Tuple is a tuple.
type Tuple struct {
	Header
	Elems []Value
}

// List is a list.
type List struct {
	Header
	Elems []Value
}

// Slice is a slice object.
type Slice struct {
	Header
	Start, Stop, Step Value
}

// Range is a range. When a bound or the length does not fit 64 bits, Big holds
// start, stop, step and length, and the plain fields mean nothing.
type Range struct {
	Header
	Start, Stop, Step int64
	Len               int64
	Big               *[4]*big.Int
}

// Cell is a variable shared with inner functions.
type Cell struct {
	Header
	V Value
}

// Code is a code object ready to run.
type Code struct {
	Header
	*bytecode.Code
	Values   []Value // Consts
	NameStrs []*Str
	VarStrs  []*Str
	Caches   []Cache
	// NameStr and QualNameStr are the names as values, once a function has been made.
	NameStr, QualNameStr *Str
	// NSlots is the number of slots of a frame, the stack's included; NFast that of locals, cells and free variables.
	NSlots, NFast int
	// Simple says that a call with ArgCount positional arguments needs no binding.
	Simple bool
	// Lines is the source line of each instruction, nil until asked for.
	Lines []int32
	// KwCache holds the keyword names of calls by constant index.
	KwCache map[int][]*Str
	// Pool holds the virtual machine's frames of this code that may be used again.
	Pool FramePool
}

// FramePool is a stack of frames that are taken and given back, mostly in reverse order: then
// what Frames holds stays as it is, and only Free changes.
type FramePool struct {
	Frames []unsafe.Pointer
	Free   int // so many of Frames, from the beginning, are free
}

// Cache is what an instruction remembers of its last success.
type Cache struct {
	Type     *Type
	Shape    *Shape
	Next     *Shape
	V        Value
	Version  uint32
	Version2 uint32
	Index    int32
	Kind     uint8
}

// Function is a Python function.
type Function struct {
	Header
	Code        *Code
	Globals     *Dict
	Name        *Str
	QualName    *Str
	Defaults    []Value
	KwDefaults  *Dict
	Closure     []*Cell
	Doc         Value
	Module      Value
	Annotations Value // dict, made when asked for, or Null
	Dict        *Dict // attributes, nil until set
}

// LeafFunc is the body of a built-in function that only computes. args holds
// the positional arguments, then the values of the keywords in kw.
type LeafFunc func(c *Ctx, args []Value, kw []*Str) (Value, *Exc)

// Builtin is a built-in function or method.
type Builtin struct {
	Header
	Name   string
	Module string
	Doc    string
	// Sig binds keywords and defaults before Leaf or Native is called, which then
	// gets one argument for each parameter, Null where none was given. Without it
	// they get what the caller wrote.
	Sig  *Signature
	Leaf LeafFunc
	// Native is the resumable form, a vm.NativeFunc, tried when Leaf is nil or
	// answers NeedVM.
	Native any
	// Iterables has bit i set when parameter i takes any iterable: Leaf then gets
	// it as a built-in container, drained by the virtual machine where needed.
	Iterables uint32
	// IterError is the message of the TypeError for an argument that is not iterable, "" for the usual one.
	IterError string
	// Resumes marks what the evaluation loop carries out itself when it is called
	// with so many arguments, the receiver included: next() of generators (1), and
	// send() of generators and coroutines (2).
	Resumes uint8
	// Direct is set where a call may go on with another chain of frames, a vm.DirectFunc.
	Direct any
	// NoInit marks an __init__ that does nothing, its __new__ having done all.
	NoInit bool
	// Owner is the class whose method this is, nil for functions.
	Owner *Type
	// Self is what a bound method was taken from, Null otherwise.
	Self Value
	// Kind tells functions, methods, class methods and static methods apart.
	Kind BuiltinKind
	// Price is the virtual CPU time of a call in units of plain instructions, besides the call's own.
	Price int32
}

// BuiltinKind tells how a Builtin binds.
type BuiltinKind uint8

// The kinds of built-ins.
const (
	KindFunction BuiltinKind = iota
	KindMethod
	KindClassMethod
	KindStaticMethod // also __new__
	KindSlot         // a wrapper around a slot, such as int.__add__
)

// BoundMethod is a function taken from an instance.
type BoundMethod struct {
	Header
	Func, Self Value
}

// Module is a module.
type Module struct {
	Header
	Name string
	Dict *Dict
	// Running says that its code is being executed for the first time.
	Running bool
	// Own says that a program made it with types.ModuleType(): its repr() names no place.
	Own bool
}

// Missing words the AttributeError for a name that the module does not have.
func (m *Module) Missing(name *Str) string {
	if m.Running {
		return Sprintf("partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", m.Name, name)
	}
	return Sprintf("module '%s' has no attribute '%s'", m.Name, name)
}

// Instance is an object of a user's class that inherits from no other built-in class than object.
type Instance struct {
	Header
	Attrs
}

// Attrs are the attributes of an instance: Vals in the order of Shape, or, once
// Dict is set, Dict alone.
type Attrs struct {
	Shape *Shape
	Vals  []Value
	Dict  *Dict
}

// Property is a property object.
type Property struct {
	Header
	Getter, Setter, Deleter, Doc Value // Null when absent
	Name                         *Str
}

// ClassMethod and StaticMethod wrap functions in a class body.
type ClassMethod struct {
	Header
	Func Value
	Attrs
}

// StaticMethod wraps a function that does not bind.
type StaticMethod struct {
	Header
	Func Value
	Attrs
}

// Super is super().
type Super struct {
	Header
	Type    *Type
	Obj     Value
	ObjType *Type
}

// Exc is an exception. Args is never nil.
type Exc struct {
	Header
	Args     []Value
	Cause    *Exc
	Context  *Exc
	Suppress bool
	// Traceback is the innermost-last chain of places, nil before it was raised.
	Traceback *Traceback
	Notes     Value // list or Null
	// Val is StopIteration.value, SystemExit.code, ImportError.name … as the class says.
	Val Value
	// Hint is the known name that a NameError may have meant, "" when there is none.
	Hint string
	// Reraised says that the place it is raised at now is in the traceback already.
	Reraised bool
	// Thrown says that it is thrown into a generator: what is handled around that is not its context.
	Thrown bool
	// Extra are further fields that the class has (OSError, SyntaxError, UnicodeError, groups).
	Extra []Value
	Attrs
}

// CopiedPart is set in Traceback.Part of a place that was copied from another traceback.
const CopiedPart = 1 << 30

// Copy is a traceback of the same places, as libraries make that hand exceptions on.
func (tb *Traceback) Copy() *Traceback {
	var first *Traceback
	to := &first
	for n := 0; tb != nil && n < 1000; tb, n = tb.Next, n+1 {
		c := *tb
		c.Part |= CopiedPart
		c.Next = nil
		*to = &c
		to = &c.Next
	}
	return first
}

// Traceback is one place an exception passed through.
type Traceback struct {
	Header
	Next  *Traceback // towards where it was raised
	Code  *Code
	PC    int32
	Part  int32
	Frame any // the virtual machine's frame
}
