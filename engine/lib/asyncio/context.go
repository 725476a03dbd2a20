package asyncio

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	thread = vm.Thread
	action = vm.Action
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
)

// Context is a contextvars.Context: a mapping that is never changed in place, so
// that a copy costs nothing.
type Context struct {
	object.Header
	vars    []binding
	before  value // the context that was current when this one was entered
	entered bool
}

type binding struct {
	v   *contextVar
	val value
}

type contextVar struct {
	object.Header
	name *str
	def  value // Null when it has none
}

type token struct {
	object.Header
	v    *contextVar
	ctx  *Context
	old  value // Null when the variable had no value
	used bool
}

var (
	contextType = object.NewStaticType("Context", "_contextvars", nil, object.LayoutOther, object.NotBase)
	varType     = object.NewStaticType("ContextVar", "_contextvars", nil, object.LayoutOther, object.NotBase)
	tokenType   = object.NewStaticType("Token", "_contextvars", nil, object.LayoutOther, object.NotBase)
	missingType = object.NewStaticType("MISSING", "_contextvars", nil, object.LayoutOther, object.NotBase)
	missing     = object.Obj(&object.Header{Type: missingType})
)

func asContext(v value) *Context {
	if v.H != nil && v.H.Type == contextType {
		return (*Context)(unsafe.Pointer(v.H))
	}
	return nil
}

func (c *Context) value() value { return object.Obj(&c.Header) }

func newContext() *Context { return &Context{Header: object.Header{Type: contextType}} }

// currentContext is the context of a thread.
func currentContext(t *thread) *Context {
	if t.Context.IsNull() {
		t.Context = newContext().value()
	}
	return asContext(t.Context)
}

func (c *Context) copy() *Context {
	n := newContext()
	n.vars = c.vars
	return n
}

func (c *Context) get(v *contextVar) (value, bool) {
	for i := range c.vars {
		if c.vars[i].v == v {
			return c.vars[i].val, true
		}
	}
	return value{}, false
}

func (c *Context) set(v *contextVar, val value) {
	vars := append([]binding(nil), c.vars...)
	for i := range vars {
		if vars[i].v == v {
			vars[i].val = val
			c.vars = vars
			return
		}
	}
	c.vars = append(vars, binding{v, val})
}

func (c *Context) del(v *contextVar) {
	for i := range c.vars {
		if c.vars[i].v == v {
			c.vars = append(append([]binding(nil), c.vars[:i]...), c.vars[i+1:]...)
			return
		}
	}
}

// leaveContext is what waits for a function that Context.run has called.
type leaveContext struct{ c *Context }

// Resume makes the former context current again.
func (l *leaveContext) Resume(t *thread, v value, e *exc) action {
	t.Context = l.c.before
	l.c.before, l.c.entered = value{}, false
	return vm.ReturnOr(v, e)
}

// Traverse visits the context.
func (l *leaveContext) Traverse(visit func(value)) { visit(l.c.value()) }

// runIn calls fn with c as the current context.
func runIn(t *thread, c *Context, fn value, args []value, kw []*str) action {
	if c.entered {
		return vm.Raisef(object.RuntimeError, "cannot enter context: %s is already entered", object.ReprText(t.RT.Ctx, c.value()))
	}
	currentContext(t)
	c.before, c.entered = t.Context, true
	t.Context = c.value()
	return vm.AfterNative(t, vm.CallKw(fn, args, kw), &leaveContext{c})
}

func asVar(v value) *contextVar { return (*contextVar)(unsafe.Pointer(v.H)) }

func native(tp *object.Type, name, sig string, fn vm.NativeFunc) {
	vm.AddNative(tp, object.KindMethod, name, sig, fn)
}

func initContext() {
	contextType.Traverse = func(v value, visit func(value)) {
		c := asContext(v)
		for _, b := range c.vars {
			visit(object.Obj(&b.v.Header))
			visit(b.val)
		}
		visit(c.before)
	}
	tokenType.Traverse = func(v value, visit func(value)) {
		tk := (*token)(unsafe.Pointer(v.H))
		visit(tk.ctx.value())
		visit(tk.old)
	}
	missingType.Repr = func(*ctx, value) (string, *exc) { return "<Token.MISSING>", nil }
	varType.Repr = func(c *ctx, v value) (string, *exc) {
		x := asVar(v)
		s := "<ContextVar name=" + object.ReprText(c, object.Obj(&x.name.Header))
		if !x.def.IsNull() {
			s += " default=" + object.ReprText(c, x.def)
		}
		return s + " at " + object.Address(c, v) + ">", nil
	}
	tokenType.Repr = func(c *ctx, v value) (string, *exc) {
		tk := (*token)(unsafe.Pointer(v.H))
		used := ""
		if tk.used {
			used = " used"
		}
		return "<Token" + used + " var=" + object.ReprText(c, object.Obj(&tk.v.Header)) + " at " + object.Address(c, v) + ">", nil
	}
	contextType.Len = func(c *ctx, v value) (int, *exc) { return len(asContext(v).vars), nil }
	contextType.Contains = func(c *ctx, v, k value) (bool, *exc) {
		if k.H.Type != varType {
			return false, object.NewExc(object.TypeError, "a ContextVar key was expected, got %s", object.ReprText(c, k))
		}
		_, ok := asContext(v).get(asVar(k))
		return ok, nil
	}
	contextType.GetItem = func(c *ctx, v, k value) (value, *exc) {
		if k.H.Type != varType {
			return value{}, object.NewExc(object.TypeError, "a ContextVar key was expected, got %s", object.ReprText(c, k))
		}
		if r, ok := asContext(v).get(asVar(k)); ok {
			return r, nil
		}
		return value{}, object.NewKeyError(k)
	}
	contextType.Iter = func(c *ctx, v value) (value, *exc) { return object.Iter(c, keys(asContext(v))) }
	contextType.Hash = func(c *ctx, v value) (int64, *exc) {
		return 0, object.NewExc(object.TypeError, "unhashable type: '_contextvars.Context'")
	}
	contextType.Slots.Compare = func(c *ctx, a, b value, op int) (value, *exc) {
		x, y := asContext(a), asContext(b)
		if x == nil || y == nil || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return object.NotImplemented, nil
		}
		same := len(x.vars) == len(y.vars)
		for _, b := range x.vars {
			if !same {
				break
			}
			other, ok := y.get(b.v)
			if same = ok; ok && !object.Is(b.val, other) {
				r, e := object.Compare(c, b.val, other, bytecode.CmpEQ)
				if e == nil {
					same, e = object.Truth(c, r)
				}
				if e != nil {
					return value{}, e
				}
			}
		}
		return object.Bool(same == (op == bytecode.CmpEQ)), nil
	}
	tokenType.Hash = func(c *ctx, v value) (int64, *exc) {
		return 0, object.NewExc(object.TypeError, "unhashable type: '_contextvars.Token'")
	}
	tokenType.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
		return value{}, object.NewExc(object.RuntimeError, "Tokens can only be created by ContextVars")
	})
	for _, tp := range [...]*object.Type{tokenType, varType} {
		tp.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
			return object.NewGenericAlias(a[0], a[1]), nil
		})
	}
	contextType.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
		if len(a) > 1 {
			return value{}, object.NewExc(object.TypeError, "Context() does not accept any arguments")
		}
		return newContext().value(), nil
	})
	native(contextType, "run", "", func(t *thread, a []value, kw []*str) action {
		if len(a)-len(kw) < 2 {
			return vm.Raisef(object.TypeError, "run() missing 1 required positional argument")
		}
		return runIn(t, asContext(a[0]), a[1], append([]value(nil), a[2:]...), append([]*str(nil), kw...))
	})
	contextType.AddMethod(object.KindMethod, "copy", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return asContext(a[0]).copy().value(), nil
	})
	contextType.AddMethod(object.KindMethod, "get", "key, default=None, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].H.Type != varType {
			return value{}, object.NewExc(object.TypeError, "a ContextVar key was expected, got %s", object.ReprText(c, a[1]))
		}
		if r, ok := asContext(a[0]).get(asVar(a[1])); ok {
			return r, nil
		}
		return orNone(a[2]), nil
	})
	contextType.AddMethod(object.KindMethod, "keys", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.Iter(c, keys(asContext(a[0])))
	})
	contextType.AddMethod(object.KindMethod, "values", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		var out []value
		for _, b := range asContext(a[0]).vars {
			out = append(out, b.val)
		}
		return object.Iter(c, object.NewList(out))
	})
	contextType.AddMethod(object.KindMethod, "items", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		var out []value
		for _, b := range asContext(a[0]).vars {
			out = append(out, object.TupleOf(object.Obj(&b.v.Header), b.val))
		}
		return object.Iter(c, object.NewList(out))
	})

	maker := object.NewBuiltin("_contextvars", "ContextVar", "name, *, default=None", nil)
	varType.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, kw []*str) (value, *exc) {
		if n := len(a) - 1 - len(kw); n != 1 {
			few := "exactly"
			if n > 1 {
				few = "at most"
			}
			return value{}, object.NewExc(object.TypeError, "ContextVar() takes %s 1 positional argument (%d given)", few, n)
		}
		bound, e := maker.Sig.Bind(c, maker, a[1:], kw)
		if e != nil {
			return value{}, e
		}
		a = append([]value{a[0]}, bound...)
		n := object.AsStr(a[1])
		if n == nil {
			return value{}, object.NewExc(object.TypeError, "context variable name must be a str")
		}
		v := &contextVar{Header: object.Header{Type: varType}, name: n, def: a[2]}
		return object.Obj(&v.Header), nil
	})
	varType.AddMember("name", func(c *ctx, v value) (value, *exc) { return object.Obj(&asVar(v).name.Header), nil })
	native(varType, "get", "default=None, /", func(t *thread, a []value, _ []*str) action {
		x := asVar(a[0])
		if r, ok := currentContext(t).get(x); ok {
			return vm.Return(r)
		}
		if !a[1].IsNull() {
			return vm.Return(a[1])
		}
		if !x.def.IsNull() {
			return vm.Return(x.def)
		}
		return vm.Raise(object.ExcArgs(object.LookupError, a[0]))
	})
	native(varType, "set", "value, /", func(t *thread, a []value, _ []*str) action {
		x := asVar(a[0])
		c := currentContext(t)
		tk := &token{Header: object.Header{Type: tokenType}, v: x, ctx: c}
		tk.old, _ = c.get(x)
		c.set(x, a[1])
		return vm.Return(object.Obj(&tk.Header))
	})
	native(varType, "reset", "token, /", func(t *thread, a []value, _ []*str) action {
		x := asVar(a[0])
		if a[1].H.Type != tokenType {
			return vm.Raisef(object.TypeError, "expected an instance of Token, got %s", object.ReprText(t.RT.Ctx, a[1]))
		}
		tk := (*token)(unsafe.Pointer(a[1].H))
		switch {
		case tk.used:
			return vm.Raisef(object.RuntimeError, "%s has already been used once", object.ReprText(t.RT.Ctx, a[1]))
		case tk.v != x:
			return vm.Raisef(object.ValueError, "%s was created by a different ContextVar", object.ReprText(t.RT.Ctx, a[1]))
		case tk.ctx != currentContext(t):
			return vm.Raisef(object.ValueError, "%s was created in a different Context", object.ReprText(t.RT.Ctx, a[1]))
		}
		tk.used = true
		if tk.old.IsNull() {
			tk.ctx.del(x)
		} else {
			tk.ctx.set(x, tk.old)
		}
		return vm.ReturnNone()
	})
	tokenType.AddGetSet("var", func(c *ctx, v value) (value, *exc) {
		return object.Obj(&(*token)(unsafe.Pointer(v.H)).v.Header), nil
	}, nil)
	tokenType.AddGetSet("old_value", func(c *ctx, v value) (value, *exc) {
		if old := (*token)(unsafe.Pointer(v.H)).old; !old.IsNull() {
			return old, nil
		}
		return missing, nil
	}, nil)
	tokenType.Dict.SetStr(object.Intern("MISSING"), missing)

	build := func(t *thread, m *object.Module) *exc {
		m.Dict.SetStr(object.Intern("Context"), contextType.Value())
		m.Dict.SetStr(object.Intern("ContextVar"), varType.Value())
		m.Dict.SetStr(object.Intern("Token"), tokenType.Value())
		m.Dict.SetStr(object.Intern("copy_context"), copyContext.Value())
		m.Dict.SetStr(object.Intern("__all__"), object.TupleOf(object.NewStr("Context"), object.NewStr("ContextVar"), object.NewStr("Token"), object.NewStr("copy_context")))
		return nil
	}
	lib.Register("contextvars", vm.Spec{Build: build})
	lib.Register("_contextvars", vm.Spec{Build: build})
}

var copyContext = vm.NewNative("_contextvars", "copy_context", "*", func(t *thread, _ []value, _ []*str) action {
	return vm.Return(currentContext(t).copy().value())
})

func keys(c *Context) value {
	var out []value
	for _, b := range c.vars {
		out = append(out, object.Obj(&b.v.Header))
	}
	return object.NewList(out)
}

func orNone(v value) value {
	if v.IsNull() {
		return object.None
	}
	return v
}
