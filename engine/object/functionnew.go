package object

// codeReplace is code.replace(): the same code under other names. What it does cannot be changed.
func codeReplace(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	if len(a)-len(kw) > 1 {
		return Null, NewExc(TypeError, "replace() takes 0 positional arguments but %d was given", len(a)-len(kw)-1)
	}
	code := *ptr[Code](a[0])
	inner := *code.Code
	code.Code, code.Pool, code.Lines = &inner, FramePool{}, nil
	code.Caches = make([]Cache, len(code.Caches))
	for i, k := range kw {
		v := a[1+i]
		text := func(to *string) *Exc {
			s := AsStr(v)
			if s == nil {
				return NewExc(TypeError, "replace() argument '%s' must be str, not %s", k, TypeOf(v))
			}
			*to = s.Text
			return nil
		}
		var e *Exc
		switch k.Text {
		case "co_name":
			e = text(&inner.Name)
		case "co_qualname":
			e = text(&inner.QualName)
		case "co_filename":
			if inner.File != nil {
				file := *inner.File
				inner.File = &file
				e = text(&file.Name)
			}
		default:
			is, missing := GetAttr(c, a[0], k)
			if missing != nil {
				return Null, NewExc(TypeError, "'%s' is an invalid keyword argument for replace()", k)
			}
			if same, e := Equal(c, is, v); e != nil || !same {
				if e == nil {
					e = NewExc(UnsupportedError, "replacing %s of a code object: compile other source text instead", k)
				}
				return Null, e
			}
		}
		if e != nil {
			return Null, e
		}
	}
	return Obj(&code.Header), nil
}

// functionNew is types.FunctionType(code, globals, name=None, argdefs=None, closure=None): a function put together by hand.
func functionNew(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	code, globals := AsCode(a[1]), AsDict(a[2])
	if code == nil {
		return Null, NewExc(TypeError, "function() argument 'code' must be code, not %s", TypeOf(a[1]))
	}
	if globals == nil {
		return Null, NewExc(TypeError, "function() argument 'globals' must be dict, not %s", TypeOf(a[2]))
	}
	for i := 3; i < len(a); i++ {
		a[i] = orNone(a[i])
	}
	fn := &Function{Header: Header{Type: FunctionType}, Code: code, Globals: globals, Doc: None, Module: None}
	fn.Name, fn.QualName = Intern(code.Name), Intern(code.QualName)
	if !a[3].IsNone() {
		if fn.Name = AsStr(a[3]); fn.Name == nil {
			return Null, NewExc(TypeError, "arg 3 (name) must be None or string")
		}
	}
	if !a[4].IsNone() {
		t := AsTuple(a[4])
		if t == nil {
			return Null, NewExc(TypeError, "arg 4 (defaults) must be None or tuple")
		}
		fn.Defaults = t.Elems
	}
	var cells []Value
	if t := AsTuple(a[5]); t != nil {
		cells = t.Elems
	} else if len(code.FreeVars) > 0 && a[5].IsNone() {
		return Null, NewExc(TypeError, "arg 5 (closure) must be tuple")
	} else if !a[5].IsNone() {
		return Null, NewExc(TypeError, "arg 5 (closure) must be None or tuple")
	}
	if len(cells) != len(code.FreeVars) {
		return Null, NewExc(ValueError, "%s requires closure of length %d, not %d", code.Name, len(code.FreeVars), len(cells))
	}
	for _, v := range cells {
		cell := AsCell(v)
		if cell == nil {
			return Null, NewExc(TypeError, "arg 5 (closure) expected cell, found %s", TypeOf(v))
		}
		fn.Closure = append(fn.Closure, cell)
	}
	if code.HasDoc {
		fn.Doc = NewStr(code.Doc)
	}
	if m, ok := globals.GetStr(Intern("__name__")); ok {
		fn.Module = m
	}
	return Obj(&fn.Header), nil
}
