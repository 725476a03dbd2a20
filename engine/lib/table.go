package lib

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Table collects the functions and constants of a module written in Go. The
// functions are made once and shared by all processes.
type Table struct {
	Name string
	fns  []*object.Builtin
	vals []entry
}

type entry struct {
	name string
	v    object.Value
}

// Leaf adds a function that only computes.
func (tb *Table) Leaf(name, sig string, fn object.LeafFunc) *object.Builtin {
	b := object.NewBuiltin(tb.Name, name, sig, fn)
	tb.fns = append(tb.fns, b)
	return b
}

// Native adds a function that may call back into Python, or needs its thread.
func (tb *Table) Native(name, sig string, fn vm.NativeFunc) *object.Builtin {
	b := tb.Leaf(name, sig, nil)
	b.Native = fn
	return b
}

// Both adds a function with a leaf form, and a resumable one for where that answers NeedVM.
func (tb *Table) Both(name, sig string, leaf object.LeafFunc, fn vm.NativeFunc) *object.Builtin {
	b := tb.Leaf(name, sig, leaf)
	b.Native = fn
	return b
}

// Const adds a value that all processes may share: one that cannot change.
func (tb *Table) Const(name string, v object.Value) {
	tb.vals = append(tb.vals, entry{name, v})
}

// Type adds a class.
func (tb *Table) Type(tp *object.Type) { tb.Const(tp.Name, tp.Value()) }

// Fill puts everything into a module.
func (tb *Table) Fill(m *object.Module) {
	for _, f := range tb.fns {
		m.Dict.SetStr(object.Intern(f.Name), f.Value())
	}
	for _, e := range tb.vals {
		m.Dict.SetStr(object.Intern(e.name), e.v)
	}
}

// Spec is how to make the module, with a part in Python or without (source "").
func (tb *Table) Spec(source string) vm.Spec {
	return vm.Spec{Source: source, Build: func(t *vm.Thread, m *object.Module) *vm.Exc {
		tb.Fill(m)
		return nil
	}}
}
