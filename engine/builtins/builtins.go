// Package builtins holds the built-in functions, and those methods of the
// built-in classes that may call back into Python: iteration, sorting,
// formatting, attribute access, classes, generators.
//
// It imports vm, object and bytecode. It knows nothing of the clock, the
// scheduler, the simulated world or the recording.
//
// # Two forms
//
// A function is a leaf (object.LeafFunc) where it only computes, and resumable
// (vm.NativeFunc) where it can reach a user's callable. Most hot ones have both:
// the leaf form answers object.NeedVM when it meets an object whose class defines
// the operation in Python, and the resumable form then does it with frames of its
// own. A resumable function never waits for a result on Go's stack.
//
// # What is shared
//
// The functions and the classes are made once, while packages are initialised,
// and shared by all runs and processes; Install puts them into the dictionary of
// a process. What belongs to a process lies in its vm.Runtime.
package builtins

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	// Value is object.Value.
	Value = object.Value
	// Exc is a Python exception.
	Exc = object.Exc
	// Str is a Python string.
	Str = object.Str
	// Ctx is the state of a run that leaf operations need.
	Ctx = object.Ctx
	// Thread is a thread of the virtual machine.
	Thread = vm.Thread
	// Action is what native code wants to happen next.
	Action = vm.Action
)

var functions []*object.Builtin

// leaf registers a function that only computes.
func leaf(name, sig string, fn object.LeafFunc) *object.Builtin {
	b := object.NewBuiltin("builtins", name, sig, fn)
	functions = append(functions, b)
	return b
}

// native registers a function that may call back into Python.
func native(name, sig string, fn vm.NativeFunc) *object.Builtin {
	return both(name, sig, nil, fn)
}

// both registers a function with a leaf and a resumable form.
func both(name, sig string, lf object.LeafFunc, fn vm.NativeFunc) *object.Builtin {
	b := leaf(name, sig, lf)
	b.Native = fn
	return b
}

// types are the classes that programs know by name.
var types = []*object.Type{
	object.ObjectType, object.TypeType, object.IntType, object.FloatType, object.BoolType, object.ComplexType,
	object.StrType, object.BytesType, object.ByteArrayType, object.MemoryViewType, object.TupleType, object.ListType,
	object.DictType, object.SetType, object.FrozenSetType, object.SliceType, object.RangeType, object.PropertyType,
	object.ClassMethodType, object.StaticMethodType, object.SuperType, object.EnumerateType, object.ZipType,
	object.ReversedType, MapType, FilterType,
}

// Install fills the dictionary of built-ins of a process and makes its module builtins.
func Install(rt *vm.Runtime) {
	d := rt.Ctx.Builtins
	if d == nil {
		d = object.NewDict()
		rt.Ctx.Builtins = d
	}
	rt.Builtins = d
	set := func(name string, v Value) { d.SetStr(object.Intern(name), v) }
	set("__name__", object.NewStr("builtins"))
	set("__doc__", object.None)
	set("__package__", object.NewStr(""))
	set("__loader__", object.None)
	set("__spec__", object.None)
	set("__build_class__", rt.BuildClass())
	for _, f := range functions {
		set(f.Name, f.Value())
	}
	set("None", object.None)
	set("Ellipsis", object.Ellipsis)
	set("NotImplemented", object.NotImplemented)
	set("False", object.False)
	set("True", object.True)
	for _, tp := range types {
		set(tp.Name, tp.Value())
	}
	set("__debug__", object.True)
	for _, tp := range object.ExcTypes {
		if tp != object.UnsupportedError {
			set(tp.Name, tp.Value())
		}
	}
	set("EnvironmentError", object.OSError.Value())
	set("IOError", object.OSError.Value())
	for _, q := range quitters {
		set(q.name, object.Obj(&q.Header))
	}
	m := &object.Module{Header: object.Header{Type: object.ModuleType}, Name: "builtins", Dict: d}
	rt.Modules.SetStr(object.Intern("builtins"), m.Value())
}

func intern(s string) *Str { return object.Intern(s) }

// arg answers args[i], or def when it was not given.
func arg(args []Value, i int, def Value) Value {
	if i < len(args) && !args[i].IsNull() {
		return args[i]
	}
	return def
}

// keep copies arguments that are needed after the call began.
func keep(args []Value) []Value { return append([]Value(nil), args...) }

func typeName(v Value) string { return object.TypeOf(v).Label() }

// setNative gives an existing method of a class its resumable form.
func setNative(tp *object.Type, name string, fn vm.NativeFunc) {
	v, ok := tp.Dict.GetStr(intern(name))
	b := object.AsBuiltin(v)
	if !ok || b == nil {
		vm.AddNative(tp, object.KindSlot, name, "...", fn)
		return
	}
	vm.SetNative(b, fn)
}
