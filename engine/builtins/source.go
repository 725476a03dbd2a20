package builtins

import (
	"strings"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// compile, exec and eval, and __import__.

func init() {
	native("compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", compileNative)
	native("exec", "source, globals=None, locals=None, /, *, closure=None", func(t *Thread, a []Value, _ []*Str) Action {
		return run(t, "exec", a)
	})
	native("eval", "source, globals=None, locals=None, /", func(t *Thread, a []Value, _ []*Str) Action {
		return run(t, "eval", a)
	})
	native("__import__", "name, globals=None, locals=None, fromlist=(), level=0", importNative)
	native("open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", func(t *Thread, a []Value, _ []*Str) Action {
		if Open == nil {
			return vm.Raisef(object.UnsupportedError, "open(): this computer has no disk")
		}
		return Open(t, a)
	})
}

// Open is open() on the simulated disk; nil as long as there is none. It gets the
// arguments in the order of open's parameters, Null where not given.
var Open func(t *Thread, args []Value) Action

// sourceText is the text of a program in a str, bytes or bytearray.
func sourceText(v Value, what string) (string, *Exc) {
	text := ""
	if s := object.AsStr(v); s != nil {
		text = s.Text
	} else if b := object.AsBytes(v); b != nil {
		text = b.Data
	} else if b := object.AsByteArray(v); b != nil {
		text = string(b.Data)
	} else {
		kind := "code"
		if what == "compile" {
			kind = "AST"
		}
		return "", object.NewExc(object.TypeError, "%s() arg 1 must be a string, bytes or %s object", what, kind)
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", object.NewExc(object.ValueError, "source code string cannot contain null bytes")
	}
	return text, nil
}

// compileText compiles a text; code that the library compiles is the library's.
func compileText(t *Thread, file, text, mode string) Action {
	hidden := false
	if f := t.CallerFrame(0); f != nil {
		hidden = f.Hidden()
	}
	var code *bytecode.Code
	var e *Exc
	if t.RT.CompileMode != nil {
		code, e = t.RT.CompileMode(file, text, mode, hidden)
	} else if mode == "exec" {
		code, e = t.RT.Compile(file, text, hidden)
	} else {
		e = object.NewExc(object.UnsupportedError, "compiling in mode '%s'", mode)
	}
	if e != nil {
		return vm.Raise(e)
	}
	return vm.OnValue(t, vm.GiveWarnings(t, code), func(t *Thread, _ Value) Action {
		return vm.Return(vm.LoadCode(t.RT.Ctx, code).Value())
	})
}

func compileNative(t *Thread, a []Value, _ []*Str) Action {
	mode := object.AsStr(a[2])
	if mode == nil {
		return vm.Raisef(object.TypeError, "compile() argument 'mode' must be str, not %s", typeName(a[2]))
	}
	switch mode.Text {
	case "exec", "eval", "single":
	default:
		return vm.Raisef(object.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
	}
	file := "<string>"
	if s := object.AsStr(a[1]); s != nil {
		file = s.Text
	} else if b := object.AsBytes(a[1]); b != nil {
		file = b.Data
	} else {
		return vm.Raisef(object.TypeError, "expected str, bytes or os.PathLike object, not %s", typeName(a[1]))
	}
	n, _ := object.ToInt64(arg(a, 3, object.Int(0)))
	if _, loaded := t.RT.Modules.GetStr(intern("_ast")); n&onlyTree != 0 || loaded && isNode(a[0]) {
		return compileNode(t, a[0], file, mode.Text, n&onlyTree != 0)
	}
	text, e := sourceText(a[0], "compile")
	if e != nil {
		return vm.Raise(e)
	}
	return compileText(t, file, text, mode.Text)
}

// onlyTree is the flag PyCF_ONLY_AST: compile() answers a tree.
const onlyTree = 0x400

// isNode tells whether v is a node of a syntax tree.
func isNode(v Value) bool {
	for _, k := range object.TypeOf(v).MRO {
		if _, ok := k.Dict.GetStr(intern("_attributes")); ok && k.Name == "AST" {
			return true
		}
	}
	return false
}

// compileNode is compile() from a tree, or to one: module ast does both.
func compileNode(t *Thread, source Value, file, mode string, tree bool) Action {
	name, args := "_compile", []Value{source, object.NewStr(file), object.NewStr(mode)}
	if tree {
		if isNode(source) {
			return vm.Return(source)
		}
		text, e := sourceText(source, "compile")
		if e != nil {
			return vm.Raise(e)
		}
		name, args[0] = "_parse", object.NewStr(text)
	}
	return vm.OnValue(t, t.Import("_ast"), func(t *Thread, m Value) Action {
		return vm.CallMethod(t, m, name, args...)
	})
}

// run is exec and eval.
func run(t *Thread, what string, a []Value) Action {
	f := t.CallerFrame(0)
	if f == nil {
		return vm.Raisef(object.SystemError, "globals and locals cannot be NULL")
	}
	var globals *object.Dict
	locals := Value{}
	if a[1].IsNull() || a[1].IsNone() {
		globals = f.Globals
		locals = FrameLocals(f)
	} else {
		if globals = object.AsDict(a[1]); globals == nil {
			if what == "exec" {
				return vm.Raisef(object.TypeError, "exec() globals must be a dict, not %s", typeName(a[1]))
			}
			return vm.Raisef(object.TypeError, "globals must be a dict")
		}
		locals = a[1]
	}
	if !a[2].IsNull() && !a[2].IsNone() {
		locals = a[2]
		if vm.Special(locals, intern("__getitem__")).IsNull() {
			if what == "exec" {
				return vm.Raisef(object.TypeError, "locals must be a mapping or None, not %s", typeName(locals))
			}
			return vm.Raisef(object.TypeError, "locals must be a mapping")
		}
	}
	code := object.AsCode(a[0])
	if code == nil {
		text, e := sourceText(a[0], what)
		if e != nil {
			return vm.Raise(e)
		}
		if what == "eval" {
			text = strings.TrimLeft(text, " \t")
		}
		return vm.OnValue(t, compileText(t, "<string>", text, what), func(t *Thread, v Value) Action {
			return runCode(t, what, object.AsCode(v), globals, locals)
		})
	} else if len(code.FreeVars) > 0 {
		return vm.Raisef(object.TypeError, "code object passed to %s() may not contain free variables", what)
	}
	return runCode(t, what, code, globals, locals)
}

func runCode(t *Thread, what string, code *object.Code, globals *object.Dict, locals Value) Action {
	if _, ok := globals.GetStr(intern("__builtins__")); !ok {
		b := t.RT.Ctx.Builtins
		if f := t.CallerFrame(0); f != nil {
			b = t.BuiltinsOf(f.Globals)
		}
		globals.SetStr(intern("__builtins__"), b.Value())
	}
	act := vm.RunCode(code, globals, locals)
	if what == "exec" {
		return vm.OnValue(t, act, func(t *Thread, _ Value) Action { return vm.ReturnNone() })
	}
	return act
}

// importNative is __import__(name): the top package, or the module itself with a fromlist.
func importNative(t *Thread, a []Value, _ []*Str) Action {
	s := object.AsStr(a[0])
	if s == nil {
		return vm.Raisef(object.TypeError, "module name must be a string")
	}
	name := s.Text
	level, _ := object.ToInt64(arg(a, 4, object.Int(0)))
	if level < 0 {
		return vm.Raisef(object.ValueError, "level must be >= 0")
	}
	if level > 0 {
		globals := object.AsDict(arg(a, 1, object.None))
		if globals == nil {
			return vm.Raisef(object.KeyError, "'__name__' not in globals")
		}
		return t.ImportFrom(globals, name, arg(a, 3, object.NewTuple(nil)), int(level))
	}
	if name == "" {
		return vm.Raisef(object.ValueError, "Empty module name")
	}
	full, e := object.Truth(t.RT.Ctx, arg(a, 3, object.False))
	if e != nil {
		return vm.Raise(e)
	}
	return vm.OnValue(t, t.Import(name), func(t *Thread, m Value) Action {
		if i := strings.IndexByte(name, '.'); i >= 0 && !full {
			top, _ := t.RT.Modules.GetStr(intern(name[:i]))
			return vm.Return(top)
		}
		return vm.Return(m)
	})
}
