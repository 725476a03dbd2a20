// Package astmod is the module ast: syntax trees as objects of a program. The
// parser's tree is turned into instances of the node classes (nodes.go), and
// such instances into a tree that can be compiled (trees.go); the classes, and
// what walks, prints and evaluates trees, are in Python (ast.py, _ast_unparse.py).
//
// Trees are those of the reference, positions included. Type comments and
// function types ("func_type") are not read, and are refused by name.
package astmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value = object.Value
	exc   = object.Exc
)

var (
	//go:embed ast.py
	source string
	//go:embed _ast_classes.py
	classes string
	//go:embed _ast_unparse.py
	unparse string
)

func init() {
	tb := &lib.Table{Name: "_ast"}
	tb.Native("_parse", "source, filename, mode, /", parse)
	tb.Native("_compile", "tree, filename, mode, /", compileTree)
	tb.Native("_compile_text", "source, filename, mode, /", compileText)
	lib.Register("_ast", tb.Spec(classes))
	lib.Register("ast", vm.Spec{Source: source})
	lib.Register("_ast_unparse", vm.Spec{Source: unparse})
}

// namespace is that of module _ast, which whoever calls its functions has imported.
func namespace(t *vm.Thread) *object.Dict {
	m, _ := t.RT.Modules.GetStr(object.Intern("_ast"))
	if module := object.AsModule(m); module != nil {
		return module.Dict
	}
	return object.NewDict()
}

// parse makes the tree of a text: _parse(source, filename, mode).
func parse(t *vm.Thread, a []value, _ []*object.Str) vm.Action {
	text, file, mode := object.AsStr(a[0]), object.AsStr(a[1]), object.AsStr(a[2])
	if text == nil || file == nil || mode == nil {
		return vm.Raisef(object.TypeError, "_parse() takes three strings")
	}
	tree, e := t.RT.Parse(file.Text, text.Text, mode.Text)
	if e != nil {
		return vm.Raise(e)
	}
	k := &maker{c: t.RT.Ctx, file: tree.File, dict: namespace(t), classes: map[string]*class{}}
	return vm.Return(k.tree(tree, mode.Text))
}

// compileTree makes code of a tree: _compile(tree, filename, mode).
func compileTree(t *vm.Thread, a []value, _ []*object.Str) vm.Action {
	file, mode := object.AsStr(a[1]), object.AsStr(a[2])
	if file == nil || mode == nil {
		return vm.Raisef(object.TypeError, "_compile() takes a tree and two strings")
	}
	tree, e := readTree(t.RT.Ctx, namespace(t), a[0], file.Text, mode.Text)
	if e != nil {
		return vm.Raise(e)
	}
	return compiled(t, tree, mode.Text)
}

// compileText compiles a text of the program's that a library module has found, such as an example of a docstring:
// unlike with compile() there, its frames are the program's. _compile_text(source, filename, mode).
func compileText(t *vm.Thread, a []value, _ []*object.Str) vm.Action {
	text, file, mode := object.AsStr(a[0]), object.AsStr(a[1]), object.AsStr(a[2])
	if text == nil || file == nil || mode == nil {
		return vm.Raisef(object.TypeError, "_compile_text() takes three strings")
	}
	tree, e := t.RT.Parse(file.Text, text.Text, mode.Text)
	if e != nil {
		return vm.Raise(e)
	}
	return compiled(t, tree, mode.Text)
}

func compiled(t *vm.Thread, tree *vm.Tree, mode string) vm.Action {
	code, e := t.RT.CompileTree(tree, mode, false)
	if e != nil {
		return vm.Raise(e)
	}
	return vm.OnValue(t, vm.GiveWarnings(t, code), func(t *vm.Thread, _ value) vm.Action {
		return vm.Return(vm.LoadCode(t.RT.Ctx, code).Value())
	})
}
