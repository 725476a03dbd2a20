package object

import (
	"strings"

	"loopscope/engine/bytecode"
)

// Functions, methods, descriptors, code and modules: how they look and what
// attributes they have. Calling them is the virtual machine's.

func initCallables() {
	initFunction()
	initBuiltin()
	initMethod()
	initDescriptors()
	initModule()
	initCode()

	CellType.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		x := ptr[Cell](v)
		if x.V.IsNull() {
			return "<cell at " + hexID(c, v) + ": empty>", nil
		}
		return "<cell at " + hexID(c, v) + ": " + x.V.H.Type.Name + " object at " + hexID(c, x.V) + ">", nil
	}
	CellType.Slots.Traverse = func(v Value, visit func(Value)) {
		if x := ptr[Cell](v).V; x.H != nil {
			visit(x)
		}
	}
	CellType.AddGetSet("cell_contents", func(c *Ctx, v Value) (Value, *Exc) {
		if x := ptr[Cell](v).V; x.H != nil {
			return x, nil
		}
		return Null, NewExc(ValueError, "Cell is empty")
	}, func(c *Ctx, v, x Value) *Exc {
		ptr[Cell](v).V = x
		return nil
	})
	CellType.staticMethods([]def{{"__new__", "contents=..., /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		return NewCell(a[1]).Value(), nil
	}}})
	CellType.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if AsCell(a) == nil || AsCell(b) == nil {
			return NotImplemented, nil
		}
		x, y := ptr[Cell](a).V, ptr[Cell](b).V
		if !x.IsNull() && !y.IsNull() {
			return Compare(c, x, y, op)
		}
		return Bool(cmpResult(cmpInt64(int64(Bool(!x.IsNull()).N), int64(Bool(!y.IsNull()).N)), op)), nil // empty ones come first
	}
	CellType.Slots.Hash = nil
	TracebackType.AddGetSet("tb_next", func(c *Ctx, v Value) (Value, *Exc) {
		if n := ptr[Traceback](v).Next; n != nil {
			n.Header.Type = TracebackType
			return Obj(&n.Header), nil
		}
		return None, nil
	}, func(c *Ctx, v, x Value) *Exc {
		if x.IsNull() || !x.IsNone() && AsTraceback(x) == nil {
			return NewExc(TypeError, "expected traceback object or None, got '%s'", typeNameOf(x))
		}
		ptr[Traceback](v).Next = AsTraceback(x)
		return nil
	})
	TracebackType.addMember("tb_lineno", func(c *Ctx, v Value) (Value, *Exc) {
		tb := ptr[Traceback](v)
		if tb.Code == nil {
			return Int(0), nil
		}
		return Int(int64(tb.Code.Line(int(tb.PC), int(tb.Part&^CopiedPart)))), nil
	}, nil)
	TracebackType.addMember("tb_lasti", func(c *Ctx, v Value) (Value, *Exc) { return Int(int64(ptr[Traceback](v).PC) * 2), nil }, nil)
}

// strSetter assigns a string attribute.
func strSetter(name string, set func(v Value, s *Str)) func(c *Ctx, v, x Value) *Exc {
	return func(c *Ctx, v, x Value) *Exc {
		s := (*Str)(nil)
		if !x.IsNull() {
			s = AsStr(x)
		}
		if s == nil {
			return NewExc(TypeError, "%s must be set to a string object", name)
		}
		set(v, s)
		return nil
	}
}

func orNone(v Value) Value {
	if v.IsNull() {
		return None
	}
	return v
}

func dictOrNone(d *Dict) Value {
	if d == nil {
		return None
	}
	return d.Value()
}

func initFunction() {
	t := FunctionType
	t.staticMethods([]def{{"__new__", "code, globals, name=None, argdefs=None, closure=None", functionNew}})
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		return "<function " + ptr[Function](v).QualName.Text + " at " + hexID(c, v) + ">", nil
	}
	t.Slots.Get = func(c *Ctx, d, obj Value, owner *Type) (Value, *Exc) {
		if obj.IsNull() {
			return d, nil
		}
		return NewBoundMethod(d, obj), nil
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		f := ptr[Function](v)
		for _, x := range f.Defaults {
			visit(x)
		}
		for _, x := range f.Closure {
			visit(x.Value())
		}
		if f.KwDefaults != nil {
			visit(f.KwDefaults.Value())
		}
		if f.Dict != nil {
			visit(f.Dict.Value())
		}
	}
	fn := ptr[Function]
	t.AddGetSet("__name__", func(c *Ctx, v Value) (Value, *Exc) { return fn(v).Name.Value(), nil },
		strSetter("__name__", func(v Value, s *Str) { fn(v).Name = s }))
	t.AddGetSet("__qualname__", func(c *Ctx, v Value) (Value, *Exc) { return fn(v).QualName.Value(), nil },
		strSetter("__qualname__", func(v Value, s *Str) { fn(v).QualName = s }))
	field := func(name string, at func(f *Function) *Value) {
		t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return orNone(*at(fn(v))), nil },
			func(c *Ctx, v, x Value) *Exc {
				*at(fn(v)) = orNone(x)
				return nil
			})
	}
	field("__doc__", func(f *Function) *Value { return &f.Doc })
	field("__module__", func(f *Function) *Value { return &f.Module })
	t.AddGetSet("__annotations__", func(c *Ctx, v Value) (Value, *Exc) {
		f := fn(v)
		if f.Annotations.IsNull() {
			f.Annotations = NewDict().Value()
		}
		return f.Annotations, nil
	}, func(c *Ctx, v, x Value) *Exc {
		if !x.IsNull() && !x.IsNone() && AsDict(x) == nil {
			return NewExc(TypeError, "__annotations__ must be set to a dict object")
		}
		if x.IsNone() {
			x = Null
		}
		fn(v).Annotations = x
		return nil
	})
	t.AddGetSet("__dict__", func(c *Ctx, v Value) (Value, *Exc) {
		if fn(v).Dict == nil {
			fn(v).Dict = NewDict()
		}
		return fn(v).Dict.Value(), nil
	}, func(c *Ctx, v, x Value) *Exc {
		if x.IsNull() || AsDict(x) == nil {
			return NewExc(TypeError, "__dict__ must be set to a dictionary, not a '%s'", typeNameOf(orNone(x)))
		}
		fn(v).Dict = AsDict(x)
		return nil
	})
	t.AddGetSet("__defaults__", func(c *Ctx, v Value) (Value, *Exc) {
		if fn(v).Defaults == nil {
			return None, nil
		}
		return NewTuple(fn(v).Defaults), nil
	}, func(c *Ctx, v, x Value) *Exc {
		if x.IsNull() || x.IsNone() {
			fn(v).Defaults = nil
			return nil
		}
		tup := AsTuple(x)
		if tup == nil {
			return NewExc(TypeError, "__defaults__ must be set to a tuple object")
		}
		fn(v).Defaults = tup.Elems
		return nil
	})
	t.AddGetSet("__kwdefaults__", func(c *Ctx, v Value) (Value, *Exc) { return dictOrNone(fn(v).KwDefaults), nil },
		func(c *Ctx, v, x Value) *Exc {
			if x.IsNull() || x.IsNone() {
				fn(v).KwDefaults = nil
				return nil
			}
			d := AsDict(x)
			if d == nil {
				return NewExc(TypeError, "__kwdefaults__ must be set to a dict object")
			}
			fn(v).KwDefaults = d
			return nil
		})
	t.AddGetSet("__code__", func(c *Ctx, v Value) (Value, *Exc) { return fn(v).Code.Value(), nil },
		func(c *Ctx, v, x Value) *Exc {
			code := (*Code)(nil)
			if !x.IsNull() {
				code = AsCode(x)
			}
			if code == nil {
				return NewExc(TypeError, "__code__ must be set to a code object")
			}
			if len(code.FreeVars) != len(fn(v).Closure) {
				return NewExc(ValueError, "%s() requires a code object with %d free vars, not %d", fn(v).Name, len(fn(v).Closure), len(code.FreeVars))
			}
			fn(v).Code = code
			return nil
		})
	t.addMember("__globals__", func(c *Ctx, v Value) (Value, *Exc) { return dictOrNone(fn(v).Globals), nil }, nil)
	t.addMember("__builtins__", func(c *Ctx, v Value) (Value, *Exc) {
		// Those of its globals, or those of the process.
		if b, ok := ptr[Function](v).Globals.GetStr(Intern("__builtins__")); ok {
			if m := AsModule(b); m != nil {
				return m.Dict.Value(), nil
			}
			if AsDict(b) != nil {
				return b, nil
			}
		}
		return dictOrNone(c.Builtins), nil
	}, nil)
	t.addMember("__closure__", func(c *Ctx, v Value) (Value, *Exc) {
		if len(fn(v).Closure) == 0 {
			return None, nil
		}
		out := make([]Value, len(fn(v).Closure))
		for i, x := range fn(v).Closure {
			out[i] = x.Value()
		}
		return NewTuple(out), nil
	}, nil)
}

func initBuiltin() {
	types := [...]*Type{BuiltinType, MethodDescriptorType, ClassMethodDescrType, SlotWrapperType, MethodWrapperType}
	b := ptr[Builtin]
	for _, t := range types {
		t.Slots.Repr = builtinRepr
		if t != BuiltinType && t != MethodWrapperType { // those are bound already
			t.Slots.Get = builtinGet
		}
		t.addMember("__name__", func(c *Ctx, v Value) (Value, *Exc) { return NewStr(b(v).Name), nil }, nil)
		t.AddGetSet("__qualname__", func(c *Ctx, v Value) (Value, *Exc) {
			if o := b(v).Owner; o != nil {
				return NewStr(o.QualName + "." + b(v).Name), nil
			}
			return NewStr(b(v).Name), nil
		}, nil)
		t.addMember("__doc__", func(c *Ctx, v Value) (Value, *Exc) {
			if b(v).Doc == "" {
				return None, nil
			}
			return NewStr(b(v).Doc), nil
		}, nil)
		t.addMember("__text_signature__", func(c *Ctx, v Value) (Value, *Exc) {
			if text := b(v).textSignature(); text != "" {
				return NewStr(text), nil
			}
			return None, nil
		}, nil)
		t.Slots.Compare = builtinCompare
		t.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) {
			if s := b(v).Self; !s.IsNull() {
				return int64(hashText(b(v).Name)) ^ int64(c.ID(s)>>4), nil
			}
			return objectHash(c, v)
		}
	}
	for _, t := range [...]*Type{BuiltinType, MethodWrapperType} {
		t.addMember("__self__", func(c *Ctx, v Value) (Value, *Exc) { return orNone(b(v).Self), nil }, nil)
	}
	BuiltinType.addMember("__module__", func(c *Ctx, v Value) (Value, *Exc) {
		if b(v).Owner != nil || b(v).Module == "" {
			return None, nil
		}
		return NewStr(b(v).Module), nil
	}, nil)
	for _, t := range [...]*Type{MethodDescriptorType, ClassMethodDescrType, SlotWrapperType, MethodWrapperType} {
		t.addMember("__objclass__", func(c *Ctx, v Value) (Value, *Exc) { return b(v).Owner.Value(), nil }, nil)
	}
	BuiltinType.Slots.Traverse = func(v Value, visit func(Value)) {
		if s := b(v).Self; s.H != nil {
			visit(s)
		}
	}
}

func builtinRepr(c *Ctx, v Value) (string, *Exc) {
	b := ptr[Builtin](v)
	switch b.Type {
	case MethodDescriptorType, ClassMethodDescrType:
		return "<method '" + b.Name + "' of '" + b.Owner.Name + "' objects>", nil
	case SlotWrapperType:
		return "<slot wrapper '" + b.Name + "' of '" + b.Owner.Name + "' objects>", nil
	case MethodWrapperType:
		return "<method-wrapper '" + b.Name + "' of " + b.Self.H.Type.Name + " object at " + hexID(c, b.Self) + ">", nil
	}
	if b.Self.IsNull() || AsModule(b.Self) != nil {
		if b.Owner != nil && b.Name == "__new__" {
			return "<built-in method __new__ of type object at " + hexID(c, b.Owner.Value()) + ">", nil
		}
		return "<built-in function " + b.Name + ">", nil
	}
	return "<built-in method " + b.Name + " of " + b.Self.H.Type.Name + " object at " + hexID(c, b.Self) + ">", nil
}

func builtinCompare(c *Ctx, a, b Value, op int) (Value, *Exc) {
	x, y := AsBuiltin(a), AsBuiltin(b)
	if x == nil || y == nil || op != bytecode.CmpEQ && op != bytecode.CmpNE {
		return objectCompareEQ(a, b, op)
	}
	same := x == y || !x.Self.IsNull() && x.Self == y.Self && x.Name == y.Name && x.Owner == y.Owner
	return Bool(same == (op == bytecode.CmpEQ)), nil
}

func objectCompareEQ(a, b Value, op int) (Value, *Exc) {
	if a == b && op == bytecode.CmpEQ {
		return True, nil
	}
	return NotImplemented, nil
}

// readBy are the signatures of functions that read their arguments themselves.
var readBy = map[string]string{
	"anext":  "(async_iterator, default=<unrepresentable>, /)",
	"print":  "(*args, sep=' ', end='\\n', file=None, flush=False)",
	"sorted": "(iterable, /, *, key=None, reverse=False)",
}

// textSignature is __text_signature__, "" where there is none.
func (b *Builtin) textSignature() string {
	if b.Sig == nil || b.Sig.Text == "..." {
		if b.Module == "builtins" && b.Owner == nil {
			return readBy[b.Name]
		}
		return ""
	}
	text := b.Sig.Text
	if b.Owner == nil || b.Kind == KindStaticMethod {
		return "(" + text + ")"
	}
	self := "$self"
	if b.Kind == KindClassMethod {
		self = "$type"
	}
	switch {
	case strings.HasSuffix(text, "/") || strings.Contains(text, "/,"):
		return "(" + self + ", " + text + ")"
	case text == "":
		return "(" + self + ", /)"
	}
	return "(" + self + ", /, " + text + ")"
}

func initMethod() {
	t := MethodType
	m := ptr[BoundMethod]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		self, e := Repr(c, m(v).Self)
		if e != nil {
			return "", e
		}
		return "<bound method " + calleeName(c, m(v).Func) + " of " + self + ">", nil
	}
	t.Slots.Compare = func(c *Ctx, a, b Value, op int) (Value, *Exc) {
		if b.H.Type != MethodType || a.H.Type != MethodType || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return NotImplemented, nil
		}
		same := m(a).Self == m(b).Self && m(a).Func == m(b).Func
		return Bool(same == (op == bytecode.CmpEQ)), nil
	}
	t.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) {
		return int64(c.ID(m(v).Self)>>4*3 ^ c.ID(m(v).Func)>>4), nil
	}
	t.Slots.GetAttr = func(c *Ctx, v Value, name *Str) (Value, *Exc) {
		if !MethodType.Lookup(name).IsNull() && name.Text != "__doc__" && name.Text != "__dict__" {
			return Null, nil
		}
		return GetAttr(c, m(v).Func, name)
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		visit(m(v).Func)
		visit(m(v).Self)
	}
	t.addMember("__func__", func(c *Ctx, v Value) (Value, *Exc) { return m(v).Func, nil }, nil)
	t.addMember("__self__", func(c *Ctx, v Value) (Value, *Exc) { return m(v).Self, nil }, nil)
	t.staticMethods([]def{{"__new__", "function, instance, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		if AsFunction(a[1]) == nil && AsType(a[1]) == nil && a[1].H.Type.Lookup(Intern("__call__")).IsNull() {
			return Null, NewExc(TypeError, "first argument must be callable")
		}
		if a[2].IsNone() {
			return Null, NewExc(TypeError, "instance must not be None")
		}
		return NewBoundMethod(a[1], a[2]), nil
	}}})
}

// calleeName is the qualified name of something callable.
func calleeName(c *Ctx, fn Value) string {
	if f := AsFunction(fn); f != nil {
		return f.QualName.Text
	}
	for _, n := range [...]*Str{strQualName, strName} {
		if v, e := GetAttr(c, fn, n); e == nil {
			if s := AsStr(v); s != nil {
				return s.Text
			}
		}
	}
	return "?"
}

func initModule() {
	t := ModuleType
	m := ptr[Module]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		name := "?"
		if n, ok := m(v).Dict.GetStr(strName); ok && AsStr(n) != nil {
			name = AsStr(n).Text
		}
		if f, ok := m(v).Dict.GetStr(Intern("__file__")); ok && AsStr(f) != nil {
			return "<module '" + name + "' from " + QuoteStr(AsStr(f).Text) + ">", nil
		}
		if m(v).Own {
			return "<module '" + name + "'>", nil
		}
		return "<module '" + name + "' (built-in)>", nil
	}
	t.Slots.GetAttr = func(c *Ctx, v Value, name *Str) (Value, *Exc) {
		if x, ok := m(v).Dict.GetStr(name); ok {
			return x, nil
		}
		if !v.H.Type.Lookup(name).IsNull() {
			return Null, nil
		}
		if _, ok := m(v).Dict.GetStr(strGetattr); ok {
			return Null, NeedVM
		}
		if n, ok := m(v).Dict.GetStr(strName); ok && AsStr(n) != nil {
			if m(v).Running {
				return Null, NewAttributeError(v, name, "%s", m(v).Missing(name))
			}
			return Null, NewAttributeError(v, name, "module '%s' has no attribute '%s'", AsStr(n), name)
		}
		return Null, NewAttributeError(v, name, "module has no attribute '%s'", name)
	}
	t.Slots.SetAttr = func(c *Ctx, v Value, name *Str, x Value) *Exc {
		if d := v.H.Type.Lookup(name); d.H != nil && isData(d) && d.H.Type.Set != nil {
			return d.H.Type.Set(c, d, v, x)
		}
		if x.IsNull() {
			if !m(v).Dict.DelStr(name) {
				return NewAttributeError(v, name, "module '%s' has no attribute '%s'", m(v).Name, name)
			}
			return nil
		}
		m(v).Dict.SetStr(name, x)
		return nil
	}
	t.Slots.Traverse = func(v Value, visit func(Value)) { visit(m(v).Dict.Value()) }
	t.addMember("__dict__", func(c *Ctx, v Value) (Value, *Exc) { return m(v).Dict.Value(), nil }, nil)
	t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
		if k := AsType(a[0]); k != ModuleType {
			return NewInstance(k), nil
		}
		return NewModule("").Value(), nil
	}}})
	t.methods([]def{{"__init__", "name, doc=None", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		s := AsStr(a[1])
		if s == nil {
			return Null, NewExc(TypeError, "module() argument 'name' must be str, not %s", typeNameOf(a[1]))
		}
		x := ptr[Module](a[0])
		x.Name, x.Own = s.Text, true
		x.Dict.SetStr(strName, a[1])
		x.Dict.SetStr(strDoc, orNone(a[2]))
		for _, n := range [...]string{"__package__", "__loader__", "__spec__"} {
			x.Dict.SetStr(Intern(n), None)
		}
		return None, nil
	}}})
}

func initCode() {
	t := CodeType
	k := ptr[Code]
	t.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		x := k(v)
		return Sprintf("<code object %s at %s, file \"%s\", line %d>", x.Name, hexID(c, v), codeFile(x), x.FirstLine), nil
	}
	str := func(name string, f func(x *Code) string) {
		t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return NewStr(f(k(v))), nil }, nil)
	}
	num := func(name string, f func(x *Code) int) {
		t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return Int(int64(f(k(v)))), nil }, nil)
	}
	names := func(name string, f func(x *Code) []string) {
		t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(strValues(f(k(v)))), nil }, nil)
	}
	str("co_name", func(x *Code) string { return x.Name })
	str("co_qualname", func(x *Code) string { return x.QualName })
	str("co_filename", codeFile)
	num("co_firstlineno", func(x *Code) int { return x.FirstLine })
	num("co_argcount", func(x *Code) int { return x.ArgCount })
	num("co_posonlyargcount", func(x *Code) int { return x.PosOnlyArgCount })
	num("co_kwonlyargcount", func(x *Code) int { return x.KwOnlyArgCount })
	num("co_nlocals", func(x *Code) int { return len(x.VarNames) })
	num("co_stacksize", func(x *Code) int { return x.StackSize })
	num("co_flags", func(x *Code) int { return int(x.Code.Flags & 0xFFF) })
	names("co_varnames", func(x *Code) []string { return x.VarNames })
	names("co_names", func(x *Code) []string { return x.Names })
	names("co_freevars", func(x *Code) []string { return x.FreeVars })
	names("co_cellvars", func(x *Code) []string { return x.CellVars })
	t.methods([]def{{"replace", "...", codeReplace}})
	t.addMember("co_consts", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(k(v).Values), nil }, nil)
}

func codeFile(x *Code) string {
	if x.File == nil {
		return "<string>"
	}
	return x.File.Name
}
