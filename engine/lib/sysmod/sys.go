// Package sysmod is the module sys of a simulated process: its arguments, its
// standard streams, its modules and limits. What sys shows of a real machine
// (paths, versions) is that of CPython 3.11 on Linux.
package sysmod

import (
	_ "embed"
	"math"
	"strings"

	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
)

//go:embed sys.py
var source string

var table = &lib.Table{Name: "sys"}

func init() {
	builtins.Stdin = readStdin
	initTable()
	lib.Register("sys", vm.Spec{Source: source, Build: build})
}

// readStdin takes a line, or everything, of the run's standard input.
func readStdin(t *vm.Thread, whole bool) string {
	r := sim.ProcessOf(t).Run
	text := r.Stdin
	if i := strings.IndexByte(text, '\n'); i >= 0 && !whole {
		text = text[:i+1]
	}
	r.Stdin = r.Stdin[len(text):]
	return text
}

func build(t *vm.Thread, m *object.Module) *exc {
	table.Fill(m)
	set := func(name string, v value) { m.Dict.SetStr(object.Intern(name), v) }
	p := sim.ProcessOf(t)
	argv := make([]value, len(p.Run.Argv))
	for i, a := range p.Run.Argv {
		argv[i] = object.NewStr(a)
	}
	set("argv", object.NewList(argv))
	set("orig_argv", object.NewList(append([]value{object.NewStr("python3")}, argv...)))
	set("modules", t.RT.Modules.Value())
	set("path", object.NewList([]value{object.NewStr("")}))
	set("meta_path", object.NewList(nil))
	set("path_hooks", object.NewList(nil))
	set("path_importer_cache", object.NewDict().Value())
	set("warnoptions", object.NewList(nil))
	set("_xoptions", object.NewDict().Value())
	for fd, name := range [...]string{"stdin", "stdout", "stderr"} {
		s := builtins.NewStream(fd)
		set(name, s)
		set("__"+name+"__", s)
	}
	return nil
}

func initTable() {
	tb := table
	text := func(name, s string) { tb.Const(name, object.NewStr(s)) }
	text("platform", "linux")
	text("byteorder", "little")
	text("executable", "/usr/bin/python3")
	text("prefix", "/usr")
	text("base_prefix", "/usr")
	text("exec_prefix", "/usr")
	text("base_exec_prefix", "/usr")
	text("platlibdir", "lib")
	text("version", "3.11.2 (main, Mar 13 2023, 12:18:29) [GCC 12.2.0]")
	text("copyright", "Loopscope's interpreter of the Python language")
	text("float_repr_style", "short")
	text("abiflags", "")
	tb.Const("hexversion", object.Int(0x030b02f0))
	tb.Const("api_version", object.Int(1013))
	tb.Const("maxsize", object.Int(math.MaxInt64))
	tb.Const("maxunicode", object.Int(0x10ffff))
	tb.Const("dont_write_bytecode", object.True)
	names := make([]value, 0, 64)
	for _, n := range strings.Fields("_abc _asyncio _collections _functools _io _operator _signal _thread builtins errno gc itertools marshal math posix sys time") {
		names = append(names, object.NewStr(n))
	}
	tb.Const("builtin_module_names", object.NewTuple(names))

	tb.Native("exit", "status=None, /", func(t *vm.Thread, a []value, _ []*str) action {
		e := object.ExcArgs(object.SystemExit)
		if !a[0].IsNull() && !a[0].IsNone() {
			if tup := object.AsTuple(a[0]); tup != nil {
				e = object.ExcArgs(object.SystemExit, tup.Elems...)
			} else {
				e = object.ExcArgs(object.SystemExit, a[0])
			}
		}
		return vm.Raise(e)
	})
	tb.Native("exc_info", "", func(t *vm.Thread, a []value, _ []*str) action {
		e := t.Handled()
		if e == nil {
			return vm.Return(object.TupleOf(object.None, object.None, object.None))
		}
		tbv := object.None
		if e.Traceback != nil {
			tbv = object.Obj(&e.Traceback.Header)
		}
		return vm.Return(object.TupleOf(e.Type.Value(), e.Value(), tbv))
	})
	tb.Native("exception", "", func(t *vm.Thread, a []value, _ []*str) action {
		if e := t.Handled(); e != nil {
			return vm.Return(e.Value())
		}
		return vm.ReturnNone()
	})
	tb.Native("getrecursionlimit", "", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Return(object.Int(int64(t.RT.RecursionLimit)))
	})
	tb.Native("setrecursionlimit", "limit, /", func(t *vm.Thread, a []value, _ []*str) action {
		n, e := object.Index(t.RT.Ctx, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		if n < 1 {
			return vm.Raisef(object.ValueError, "recursion limit must be greater or equal than 1")
		}
		if d := t.Depth(); int(min(n, 1<<30)) <= d {
			return vm.Raisef(object.RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, d)
		}
		t.RT.RecursionLimit = int(min(n, 1_000_000))
		return vm.ReturnNone()
	})
	tb.Native("getswitchinterval", "", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.Return(object.Float(float64(sim.ProcessOf(t).Run.M.Price(kernel.PriceSwitchInterval)) / 1e9))
	})
	tb.Native("setswitchinterval", "interval, /", func(t *vm.Thread, a []value, _ []*str) action {
		f, ok, e := object.NumFloat(a[0])
		if e != nil {
			return vm.Raise(e)
		}
		if !ok {
			return vm.Raisef(object.TypeError, "must be real number, not %s", object.TypeOf(a[0]).Label())
		}
		if !(f > 0) {
			return vm.Raisef(object.ValueError, "switch interval must be strictly positive")
		}
		sim.ProcessOf(t).Run.M.Config.Prices[kernel.PriceSwitchInterval] = max(sim.Nanoseconds(f), 1000)
		return vm.ReturnNone()
	})
	tb.Leaf("getsizeof", "object, default=None", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Int(object.SizeOf(c, a[0])), nil
	})
	tb.Leaf("getrefcount", "object, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return value{}, object.NewExc(object.UnsupportedError, "sys.getrefcount(): objects are not counted here")
	})
	tb.Leaf("intern", "string, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		s := object.AsStr(a[0])
		if s == nil || s.Type != object.StrType {
			return value{}, object.NewExc(object.TypeError, "intern() argument must be str, not %s", object.TypeOf(a[0]).Label())
		}
		return object.InternStr(s).Value(), nil
	})
	tb.Native("_getframe", "depth=0, /", func(t *vm.Thread, a []value, _ []*str) action {
		n := int64(0)
		if !a[0].IsNull() {
			var e *exc
			if n, e = object.Index(t.RT.Ctx, a[0]); e != nil {
				return vm.Raise(e)
			}
		}
		f := t.CallerFrame(int(max(n, 0)))
		if f == nil {
			return vm.Raisef(object.ValueError, "call stack is not deep enough")
		}
		return vm.Return(builtins.NewFrame(f))
	})
	tb.Native("get_coroutine_origin_tracking_depth", "", func(t *vm.Thread, _ []value, _ []*str) action {
		return vm.Return(object.Int(int64(t.OriginDepth)))
	})
	tb.Native("set_coroutine_origin_tracking_depth", "depth", func(t *vm.Thread, a []value, _ []*str) action {
		n, e := object.Index(t.RT.Ctx, a[0])
		if e != nil {
			return vm.Raise(e)
		}
		if n < 0 {
			return vm.Raisef(object.ValueError, "depth must be >= 0")
		}
		t.OriginDepth = int(min(n, 1000))
		return vm.ReturnNone()
	})
	tb.Native("_current_frames", "", func(t *vm.Thread, a []value, _ []*str) action {
		d := object.NewDict()
		for _, th := range sim.ProcessOf(t).Threads {
			if f := th.VM.CallerFrame(0); f != nil {
				if e := d.Set(t.RT.Ctx, object.Int(th.Ident), builtins.NewFrame(f)); e != nil {
					return vm.Raise(e)
				}
			}
		}
		return vm.Return(d.Value())
	})
	// For module traceback and module warnings.
	texts := func(name, sig string, fn func(t *vm.Thread, a []value) (string, *exc)) {
		tb.Native(name, sig, func(t *vm.Thread, a []value, _ []*str) action {
			s, e := fn(t, a)
			return vm.ReturnOr(object.NewStr(s), e)
		})
	}
	// The lines and columns of a traceback's entry, and what is shown of it; False for one of library code, None
	// for what is no traceback but looks like one.
	tb.Native("_traceback_place", "tb, /", func(t *vm.Thread, a []value, _ []*str) action {
		x := object.AsTraceback(a[0])
		if x == nil {
			return vm.Return(object.None)
		}
		return vm.Return(vm.TracebackPlace(t, x))
	})
	texts("_source_line", "file, line, /", func(t *vm.Thread, a []value) (string, *exc) {
		name, n := object.AsStr(a[0]), int64(0)
		if i, ok := object.ToInt64(a[1]); ok {
			n = i
		}
		for _, f := range sim.ProcessOf(t).Run.Files {
			if name != nil && f.Name == name.Text && n > 0 {
				return f.LineText(int(n)), nil
			}
		}
		return "", nil
	})
	// For classes that the reference writes in C: messages name them with their module.
	tb.Leaf("_label", "cls, name, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		object.AsType(a[0]).Full = object.AsStr(a[1]).Text
		return object.None, nil
	})
	// For what the modules in Python do not support.
	tb.Const("_UnsupportedError", object.UnsupportedError.Value())
	// For module tracemalloc.
	tb.Leaf("_live_bytes", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		if c.Live == nil {
			return object.Int(0), nil
		}
		return object.Int(c.Live() / 2), nil // a value here is twice a pointer
	})
	// For module gc.
	tb.Native("_collect", "", func(t *vm.Thread, a []value, _ []*str) action {
		return t.CollectCycles(func(n int) action { return vm.Return(object.Int(int64(n))) })
	})
	tb.Leaf("_is_finalized", "obj, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Bool(a[0].H.Flags&object.FlagFinalized != 0), nil
	})
	tb.Leaf("_referents", "objs, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		var out []value
		for _, v := range object.AsTuple(a[0]).Elems {
			object.Referents(v, func(x value) {
				if !x.IsNull() {
					out = append(out, x)
				}
			})
		}
		return object.NewList(out), nil
	})
	tb.Native("_source_text", "file, /", func(t *vm.Thread, a []value, _ []*str) action {
		if name := object.AsStr(a[0]); name != nil {
			for _, f := range sim.ProcessOf(t).Run.Files {
				if f.Name == name.Text {
					return vm.Return(object.NewStr(f.Src))
				}
			}
		}
		return vm.ReturnNone()
	})
	// For module types.
	tb.Leaf("_simple_namespace", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.NewInstance(object.SimpleNamespaceType), nil
	})
	// For module collections.abc: instances of cls match sequence or mapping patterns.
	tb.Leaf("_match_as", "cls, sequence, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		if t := object.AsType(a[0]); t != nil && t.IsHeap() {
			if a[1] == object.True {
				t.Flags |= object.SequencePattern
			} else {
				t.Flags |= object.MappingPattern
			}
		}
		return object.None, nil
	})
	// For ABCMeta.register: instances of cls match what those of like match.
	tb.Leaf("_match_like", "cls, like, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		if t, like := object.AsType(a[0]), object.AsType(a[1]); t != nil && t.IsHeap() && like != nil {
			t.MatchLike(c, like)
		}
		return object.None, nil
	})
	tb.Leaf("_iterable_coroutine", "function, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		f := object.AsFunction(a[0])
		if f == nil || f.Code.Code.Flags&(bytecode.Generator|bytecode.Coroutine|bytecode.IterCoroutine) == 0 {
			return a[0], nil
		}
		if f.Code.Code.Flags&bytecode.Generator == 0 {
			return a[0], nil
		}
		code := *f.Code
		bc := *f.Code.Code
		bc.Flags |= bytecode.IterCoroutine
		code.Code, code.Pool = &bc, object.FramePool{}
		f.Code = &code
		return a[0], nil
	})
	tb.Leaf("getdefaultencoding", "", constant(object.NewStr("utf-8")))
	tb.Leaf("getfilesystemencoding", "", constant(object.NewStr("utf-8")))
	tb.Leaf("getfilesystemencodeerrors", "", constant(object.NewStr("surrogateescape")))
	tb.Leaf("is_finalizing", "", constant(object.False))
	tb.Leaf("gettrace", "", constant(object.None))
	tb.Leaf("getprofile", "", constant(object.None))
	tb.Leaf("getallocatedblocks", "", constant(object.Int(0)))
	tb.Leaf("get_int_max_str_digits", "", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		return object.Int(int64(c.IntDigits)), nil
	})
	tb.Leaf("set_int_max_str_digits", "maxdigits", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
		n, e := object.Index(c, a[0])
		if e != nil {
			return value{}, e
		}
		if n < 0 || n > 0 && n < 640 {
			return value{}, object.NewExc(object.ValueError, "maxdigits must be 0 or larger than 640")
		}
		c.IntDigits = int(n)
		return object.None, nil
	})
	tb.Leaf("addaudithook", "hook", constant(object.None))
	tb.Leaf("audit", "...", constant(object.None))
	for _, n := range [...]string{"settrace", "setprofile"} {
		tb.Leaf(n, "function, /", func(c *object.Ctx, a []value, _ []*str) (value, *exc) {
			if a[0].IsNone() {
				return object.None, nil
			}
			return value{}, object.NewExc(object.UnsupportedError, "sys.%s() is not supported", n)
		})
	}
	tb.Native("get_asyncgen_hooks", "", func(t *vm.Thread, a []value, _ []*str) action {
		return vm.OnValue(t, t.Import("sys"), func(t *vm.Thread, m value) action {
			return vm.CallMethod(t, m, "_asyncgen_hooks", orNone(t.AsyncGenFirstIter), orNone(t.AsyncGenFinalizer))
		})
	})
	tb.Native("set_asyncgen_hooks", "firstiter=None, finalizer=None", func(t *vm.Thread, a []value, _ []*str) action {
		for i, n := range [...]string{"firstiter", "finalizer"} {
			if !a[i].IsNull() && !a[i].IsNone() && !builtins.IsCallable(a[i]) {
				return vm.Raisef(object.TypeError, "callable %s expected, got %s", n, object.TypeOf(a[i]).Label())
			}
		}
		if !a[0].IsNull() {
			t.AsyncGenFirstIter = nullNone(a[0])
		}
		if !a[1].IsNull() {
			t.AsyncGenFinalizer = nullNone(a[1])
		}
		return vm.ReturnNone()
	})
	tb.Native("excepthook", "exctype, value, traceback, /", func(t *vm.Thread, a []value, _ []*str) action {
		e := object.AsExc(a[1])
		if e == nil {
			return vm.Raisef(object.TypeError, "print_exception(): Exception expected for value, %s found", object.TypeOf(a[1]).Label())
		}
		return WriteStderr(t, vm.FormatException(t, e))
	})
	tb.Native("displayhook", "value, /", func(t *vm.Thread, a []value, _ []*str) action {
		if a[0].IsNone() {
			return vm.ReturnNone()
		}
		v := a[0]
		return vm.OnValue(t, vm.Repr(t, v), func(t *vm.Thread, s value) action {
			t.RT.Builtins.SetStr(object.Intern("_"), v)
			return writeTo(t, "stdout", 1, object.AsStr(s).Text+"\n")
		})
	})
	tb.Native("unraisablehook", "unraisable, /", func(t *vm.Thread, a []value, _ []*str) action {
		u := a[0]
		get := func(name string) value {
			v, e := object.GetAttr(t.RT.Ctx, u, object.Intern(name))
			if e != nil {
				return object.None
			}
			return v
		}
		msg, obj := get("err_msg"), get("object")
		head := "Exception ignored in"
		if s := object.AsStr(msg); s != nil {
			head = s.Text
		}
		text := ""
		if e := object.AsExc(get("exc_value")); e != nil {
			text = vm.FormatUnchained(t, e)
		}
		if obj.IsNone() {
			return WriteStderr(t, head+":\n"+text)
		}
		return vm.OnValue(t, vm.Repr(t, obj), func(t *vm.Thread, s value) action {
			return WriteStderr(t, head+": "+object.AsStr(s).Text+"\n"+text)
		})
	})
}

// WriteStderr writes text to sys.stderr, whatever that is.
func WriteStderr(t *vm.Thread, text string) action { return writeTo(t, "stderr", 2, text) }

func writeTo(t *vm.Thread, name string, fd int, text string) action {
	v := builtins.StdStream(t, name, fd)
	if v.IsNone() {
		return vm.ReturnNone()
	}
	return vm.OnValue(t, vm.CallMethod(t, v, "write", object.NewStr(text)), func(t *vm.Thread, _ value) action { return vm.ReturnNone() })
}

func constant(v value) object.LeafFunc {
	return func(c *object.Ctx, a []value, kw []*str) (value, *exc) { return v, nil }
}

func orNone(v value) value {
	if v.IsNull() {
		return object.None
	}
	return v
}

func nullNone(v value) value {
	if v.IsNone() {
		return value{}
	}
	return v
}
