package vm

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/syntax"
)

// Tree is a parsed text: a module, or with mode "eval" an expression.
type Tree struct {
	File     *syntax.File
	Module   *syntax.Module
	Expr     syntax.Expr
	Warnings []syntax.Warning // of Expr; those of Module are in it
}

// Runtime is the state of one simulated process: its modules and settings. The
// threads of the process share it.
type Runtime struct {
	Ctx            *object.Ctx
	Modules        *object.Dict // sys.modules
	Builtins       *object.Dict
	RecursionLimit int
	// Compile turns source text into a code object; hidden marks library code. An
	// error is a SyntaxError ready to be raised.
	Compile func(name, src string, hidden bool) (*bytecode.Code, *Exc)
	// CompileMode is Compile in one of the modes of compile(): exec, eval or single.
	CompileMode func(name, src, mode string, hidden bool) (*bytecode.Code, *Exc)
	// Parse reads a text in one of these modes; the exception is a SyntaxError ready to be raised.
	Parse func(name, src, mode string) (*Tree, *Exc)
	// CompileTree compiles a tree in one of these modes.
	CompileTree func(tree *Tree, mode string, hidden bool) (*bytecode.Code, *Exc)
	// WarningError is the SyntaxError for a warning that a filter made an error.
	WarningError func(code *bytecode.Code, w syntax.Warning) *Exc
	// Find locates a module by its full name.
	Find func(name string) (Spec, bool)
	// Known lists the names of the modules there are, for the message about one that is not.
	Known func() []string
	// loading says which thread is at work on a module that is not yet complete.
	loading map[string]*Thread
	// Extra holds what library packages keep for the process, by package.
	Extra map[string]any

	buildClass Value
	watching   int // number of objects whose end can be seen; see watch.go
	watched    []*object.Header
	epoch      uint32
	// Roots are further values that are alive, besides modules and threads.
	Roots             func(visit func(Value))
	Threads           []*Thread
	sweeping          bool
	ending            bool    // EndAll has begun
	due               bool    // a sweep was asked for while control was on its way
	credit, sweepCost int     // see mayEnd
	fallen            []Value // what was dropped last, see inOrder
	useless           int     // sweeps on end that ended nothing
	probe             *probe  // see leadsToWatched
	paths             paths
	current           *Thread
	// NeverAwaited warns of a coroutine that ended unawaited.
	NeverAwaited func(t *Thread, g *Generator) Action
	// AwaitBegin, when set, is told of a coroutine that begins because it is awaited, AwaitEnd of the end of one whose Span it has set.
	AwaitBegin, AwaitEnd func(t *Thread, g *Generator)
	// OnEnd is told of the end of every watched object (exceptions never retrieved).
	OnEnd func(t *Thread, v Value) Action
	// Cycles visit objects that are not watched, because they are always part of a cycle: only the search for cycles
	// looks whether they have ended. In the order of their making.
	Cycles []func(rt *Runtime, visit func(Value))
	// BeforeEnd is told of the objects that are about to end together; reached tells
	// whether an object lives on.
	BeforeEnd func(rt *Runtime, dead []*object.Header, reached func(Value) bool)
	// ClearRefs is called at the end of an object with FlagReferenced.
	ClearRefs func(t *Thread, v Value) Action
}

// Spec is where a module comes from: a builder, a source text, or neither for a namespace.
type Spec struct {
	// Build makes a module of built-in code.
	Build func(t *Thread, m *object.Module) *Exc
	// Source is the text of a Python module; File its name in tracebacks.
	Source string
	File   string
	// Origin is the module's __file__, where that is not File; library modules without have none.
	Origin string
	// Code is the compiled module, where it is at hand.
	Code    *bytecode.Code
	Package bool
	Hidden  bool
}

// NewRuntime makes the state of a process with the given context.
func NewRuntime(c *object.Ctx) *Runtime {
	rt := &Runtime{
		Ctx: c, Modules: object.NewDict(), Builtins: c.Builtins,
		RecursionLimit: 1000, Extra: make(map[string]any),
	}
	b := NewNative("builtins", "__build_class__", "", buildClassNative)
	rt.buildClass = b.Value()
	c.Nested = rt.nested
	c.Warn = rt.warn
	c.VM = rt
	c.Live = rt.live
	c.Reached = rt.reachedNow
	return rt
}

// NewNative makes a built-in function that may call back into Python. An empty
// sig passes arguments as they come.
func NewNative(module, name, sig string, fn NativeFunc) *object.Builtin {
	if sig == "" {
		sig = "..." // object's word for arguments as they come
	}
	b := object.NewBuiltin(module, name, sig, nil)
	b.Native = fn
	return b
}

// AddNative puts a method that may call back into Python into a built-in class.
func AddNative(tp *object.Type, kind object.BuiltinKind, name, sig string, fn NativeFunc) *object.Builtin {
	if sig == "" {
		sig = "..."
	}
	b := tp.AddMethod(kind, name, sig, nil)
	SetNative(b, fn)
	return b
}

// SetNative gives a method its resumable form. Where its signature leaves arguments as they come, nothing else
// looks at the receiver, which the body takes for granted.
func SetNative(b *object.Builtin, fn NativeFunc) {
	b.Native = fn
	if b.Sig != nil || b.Owner == nil {
		return
	}
	b.Native = NativeFunc(func(t *Thread, args []Value, kw []*Str) Action {
		if len(args) == len(kw) || args[0].H.Type != b.Owner {
			if e := b.CheckSelf(args[:len(args)-len(kw)]); e != nil {
				return Raise(e)
			}
		}
		return fn(t, args, kw)
	})
}

// LoadCode makes a code object ready to run.
func LoadCode(ctx *object.Ctx, bc *bytecode.Code) *object.Code {
	c := &object.Code{Header: object.Header{Type: object.CodeType}, Code: bc}
	c.Values = make([]Value, len(bc.Consts))
	for i := range bc.Consts {
		c.Values[i] = constant(ctx, &bc.Consts[i])
	}
	c.NameStrs = internAll(bc.Names)
	c.VarStrs = internAll(bc.VarNames)
	c.Caches = make([]object.Cache, bc.NumCaches)
	c.NSlots = bc.NumSlots()
	c.NFast = len(bc.VarNames) + len(bc.CellVars) + len(bc.FreeVars)
	c.Simple = bc.Flags&(bytecode.VarArgs|bytecode.VarKeywords) == 0 && bc.KwOnlyArgCount == 0
	return c
}

func internAll(names []string) []*Str {
	out := make([]*Str, len(names))
	for i, n := range names {
		out[i] = intern(n)
	}
	return out
}

func constant(ctx *object.Ctx, k *bytecode.Const) Value {
	switch k.Kind {
	case bytecode.ConstTrue:
		return object.True
	case bytecode.ConstFalse:
		return object.False
	case bytecode.ConstEllipsis:
		return object.Ellipsis
	case bytecode.ConstInt:
		return object.Int(k.I)
	case bytecode.ConstBigInt:
		return object.NewBigInt(k.Big)
	case bytecode.ConstFloat:
		return object.Float(k.F)
	case bytecode.ConstComplex:
		return object.NewComplex(complex(k.F2, k.F))
	case bytecode.ConstStr:
		if len(k.S) <= 64 {
			return strValue(intern(k.S))
		}
		return object.NewStr(k.S)
	case bytecode.ConstBytes:
		return object.NewBytes(k.S)
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		el := make([]Value, len(k.Elems))
		for i := range k.Elems {
			el[i] = constant(ctx, &k.Elems[i])
		}
		if k.Kind == bytecode.ConstTuple {
			return object.NewTuple(el)
		}
		fs := object.NewFrozenSet(nil)
		for _, v := range el {
			object.AsSet(fs).Add(ctx, v) // constants are hashed without calling anything
		}
		return fs
	case bytecode.ConstCode:
		return LoadCode(ctx, k.Code).Value()
	}
	return object.None
}

// RunModule is the action of running a module's code in the namespace ns.
func RunModule(code *object.Code, ns *object.Dict) Action {
	f := newFrame(code)
	f.kept = keepFrame
	clear(f.Slots)
	f.sp = code.NFast
	f.Globals, f.Locals = ns, ns
	return runFrame(f)
}

// RunCode is RunModule with separate globals and locals (exec, eval); locals
// may be any mapping.
func RunCode(code *object.Code, globals *object.Dict, locals Value) Action {
	f := newFrame(code)
	f.kept = keepFrame
	clear(f.Slots)
	f.sp = code.NFast
	f.Globals = globals
	if d := object.AsDict(locals); d != nil && isLeaf(locals.H.Type, strGetitem) && locals.H.Type.Lookup(strMissing).IsNull() {
		f.Locals = d
	} else {
		f.NS = locals
		f.Locals = object.NewDict()
	}
	return runFrame(f)
}

// CallerFrame is the Python frame, n levels up, on behalf of which native code
// runs; hidden frames count. Nil when there is none.
func (t *Thread) CallerFrame(n int) *Frame {
	for f := t.top; f != nil; f = f.Back {
		if f.native != nil {
			continue
		}
		if n == 0 {
			return f
		}
		n--
	}
	return nil
}

// UserFrame is the innermost frame of the program itself, nil when there is none.
func (t *Thread) UserFrame() *Frame {
	for f := t.top; f != nil; f = f.Back {
		if !f.Hidden() {
			return f
		}
	}
	return nil
}

// IsNative tells whether the frame belongs to built-in code.
func (f *Frame) IsNative() bool { return f.native != nil }
