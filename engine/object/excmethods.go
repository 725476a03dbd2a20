package object

import "strings"

func initExc() {
	t := BaseException
	t.Slots.Repr = excRepr
	t.Slots.Str = excStr
	t.Slots.Traverse = func(v Value, visit func(Value)) {
		e := ptr[Exc](v)
		for _, x := range e.Args {
			visit(x)
		}
		for _, x := range e.Extra {
			if x.H != nil {
				visit(x)
			}
		}
		if e.Val.H != nil {
			visit(e.Val)
		}
		if e.Cause != nil {
			visit(e.Cause.Value())
		}
		if e.Context != nil {
			visit(e.Context.Value())
		}
		for tb := e.Traceback; tb != nil; tb = tb.Next {
			// The variables of the frames it passed through live as long as it does.
			if f, ok := tb.Frame.(interface{ TraverseLocals(visit func(Value)) }); ok {
				f.TraverseLocals(visit)
			} else if f, ok := tb.Frame.(Value); ok {
				visit(f)
			}
		}
	}
	t.staticMethods([]def{{"__new__", "...", excNew}})
	t.addDefs(KindSlot, []def{{"__init__", "...", excInit}})
	t.methods([]def{
		{"with_traceback", "tb, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			return a[0], setTraceback(c, a[0], a[1])
		}},
		{"add_note", "note, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if AsStr(a[1]) == nil {
				return Null, NewExc(TypeError, "note must be a str, not '%s'", a[1].H.Type)
			}
			e := ptr[Exc](a[0])
			if e.Notes.IsNull() {
				e.Notes = NewList(nil)
			}
			l := AsList(e.Notes)
			if l == nil {
				return Null, NewExc(TypeError, "Cannot add note: __notes__ is not a list")
			}
			l.Elems = append(l.Elems, a[1])
			return None, nil
		}},
	})
	initExcAttrs(t)
	initExcSubclasses()
}

func initExcAttrs(t *Type) {
	t.AddGetSet("args", func(c *Ctx, v Value) (Value, *Exc) { return NewTuple(ptr[Exc](v).Args), nil },
		func(c *Ctx, v, x Value) *Exc {
			if x.IsNull() {
				return NewExc(TypeError, "args may not be deleted")
			}
			xs, e := DrainCopy(c, x)
			if e == nil {
				ptr[Exc](v).Args = append(make([]Value, 0, len(xs)), xs...)
			}
			return e
		})
	t.AddGetSet("__traceback__", func(c *Ctx, v Value) (Value, *Exc) {
		if tb := ptr[Exc](v).Traceback; tb != nil {
			tb.Header.Type = TracebackType
			return Obj(&tb.Header), nil
		}
		return None, nil
	}, setTraceback)
	link := func(name, what string, field func(e *Exc) **Exc) {
		t.AddGetSet(name, func(c *Ctx, v Value) (Value, *Exc) {
			if x := *field(ptr[Exc](v)); x != nil {
				return x.Value(), nil
			}
			return None, nil
		}, func(c *Ctx, v, x Value) *Exc {
			if x.IsNull() {
				return NewExc(TypeError, "%s may not be deleted", name)
			}
			if name == "__cause__" {
				ptr[Exc](v).Suppress = true
			}
			if x.IsNone() {
				*field(ptr[Exc](v)) = nil
				return nil
			}
			if AsExc(x) == nil {
				return NewExc(TypeError, "exception %s must be None or derive from BaseException", what)
			}
			*field(ptr[Exc](v)) = AsExc(x)
			return nil
		})
	}
	link("__cause__", "cause", func(e *Exc) **Exc { return &e.Cause })
	link("__context__", "context", func(e *Exc) **Exc { return &e.Context })
	t.addMember("__suppress_context__", func(c *Ctx, v Value) (Value, *Exc) { return Bool(ptr[Exc](v).Suppress), nil },
		func(c *Ctx, v, x Value) *Exc {
			if x.IsNull() {
				return NewExc(TypeError, "can't delete numeric/char attribute")
			}
			if x.H != &BoolHeader {
				return NewExc(TypeError, "attribute value type must be bool")
			}
			ptr[Exc](v).Suppress = x.N != 0
			return nil
		})
	notes := Intern("__notes__")
	t.AddGetSet("__notes__", func(c *Ctx, v Value) (Value, *Exc) {
		if n := ptr[Exc](v).Notes; !n.IsNull() {
			return n, nil
		}
		return Null, NewAttributeError(v, notes, "'%s' object has no attribute '__notes__'", v.H.Type)
	}, func(c *Ctx, v, x Value) *Exc {
		if x.IsNull() && ptr[Exc](v).Notes.IsNull() {
			return NewAttributeError(v, notes, "'%s' object has no attribute '__notes__'", v.H.Type)
		}
		ptr[Exc](v).Notes = x
		return nil
	})
	t.AddGetSet("__dict__", getInstanceDict, setInstanceDict)
}

func setTraceback(c *Ctx, v, x Value) *Exc {
	switch {
	case x.IsNull():
		return NewExc(TypeError, "__traceback__ may not be deleted")
	case x.IsNone():
		ptr[Exc](v).Traceback = nil
	case AsTraceback(x) == nil:
		return NewExc(TypeError, "__traceback__ must be a traceback or None")
	default:
		ptr[Exc](v).Traceback = AsTraceback(x)
	}
	return nil
}

// excField adds an attribute that lies in Exc.Extra, or for index -1 in Exc.Val.
func excField(t *Type, name string, i int) {
	t.addMember(name, func(c *Ctx, v Value) (Value, *Exc) { return ptr[Exc](v).extra(i), nil },
		func(c *Ctx, v, x Value) *Exc {
			ptr[Exc](v).setExtra(i, x)
			return nil
		})
}

func excFields(t *Type, names ...string) {
	for i, n := range names {
		if n != "" {
			excField(t, n, i-1)
		}
	}
}

func initExcSubclasses() {
	excFields(StopIteration, "value")
	excFields(SystemExit, "code")
	excFields(NameError, "name")
	excFields(AttributeError, "name", "obj")
	excFields(ImportError, "name", "path", "msg")
	excFields(OSError, "errno", "strerror", "filename", "filename2")
	excFields(SyntaxError, "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line")
	excFields(UnicodeDecodeError, "encoding", "object", "start", "end", "reason")
	excFields(UnicodeEncodeError, "encoding", "object", "start", "end", "reason")
	for i, n := range [...]string{"object", "start", "end", "reason"} {
		excField(UnicodeTranslateError, n, i)
	}
	BaseExceptionGroup.addMember("message", func(c *Ctx, v Value) (Value, *Exc) { return ptr[Exc](v).extra(-1), nil }, nil)
	BaseExceptionGroup.addMember("exceptions", func(c *Ctx, v Value) (Value, *Exc) {
		return NewTuple(ptr[Exc](v).GroupExceptions()), nil
	}, nil)

	ImportError.Slots.Str = func(c *Ctx, v Value) (string, *Exc) {
		if m := ptr[Exc](v).extra(extraImportMsg); AsStr(m) != nil && m.H.Type == StrType {
			return AsStr(m).Text, nil
		}
		return excStr(c, v)
	}
	KeyError.Slots.Str = func(c *Ctx, v Value) (string, *Exc) {
		if a := ptr[Exc](v).Args; len(a) == 1 {
			return Repr(c, a[0])
		}
		return excStr(c, v)
	}
	OSError.Slots.Str = osErrorStr
	SyntaxError.Slots.Str = syntaxErrorStr
	UnicodeDecodeError.Slots.Str = unicodeErrorStr
	UnicodeEncodeError.Slots.Str = unicodeErrorStr
	UnicodeTranslateError.Slots.Str = unicodeErrorStr
	BaseExceptionGroup.Slots.Str = func(c *Ctx, v Value) (string, *Exc) {
		e := ptr[Exc](v)
		n := len(e.GroupExceptions())
		s, x := StrOf(c, e.extra(-1))
		return Sprintf("%s (%d sub-exception%s)", s, n, plural(n)), x
	}
	OSError.staticMethods([]def{{"__new__", "...", osErrorNew}})
	BaseExceptionGroup.staticMethods([]def{{"__new__", "...", groupNew}})
	BaseExceptionGroup.methods([]def{
		{"derive", "excs, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			xs, e := DrainCopy(c, a[1])
			if e != nil {
				return Null, e
			}
			return groupNew(c, []Value{BaseExceptionGroup.Value(), ptr[Exc](a[0]).extra(-1), NewList(xs)}, nil)
		}},
		{"split", "condition, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			match, rest, e := splitMethod(c, a)
			return TupleOf(excOrNone(match), excOrNone(rest)), e
		}},
		{"subgroup", "condition, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			match, _, e := splitMethod(c, a)
			return excOrNone(match), e
		}},
	})
	BaseExceptionGroup.classMethods([]def{{"__class_getitem__", "item, /", classGetItem}})
}

func excOrNone(e *Exc) Value {
	if e == nil {
		return None
	}
	return e.Value()
}

// groupTest makes the test that split and subgroup apply to the members: being of
// a class, of one of several classes, or what a function says.
func groupTest(c *Ctx, cond Value) (func(x *Exc) (bool, *Exc), *Exc) {
	var classes []Value
	if t := AsTuple(cond); t != nil {
		classes = t.Elems
	} else if t := AsType(cond); t != nil && t.Flags&IsExc != 0 {
		classes = []Value{cond}
	} else if t != nil || AsFunction(cond) == nil && AsBuiltin(cond) == nil && AsBoundMethod(cond) == nil && cond.H.Type.Lookup(Intern("__call__")).IsNull() {
		return nil, groupCondError()
	} else {
		return func(x *Exc) (bool, *Exc) {
			r, e := Invoke(c, cond, x.Value())
			if e != nil {
				return false, e
			}
			return Truth(c, r)
		}, nil
	}
	for _, k := range classes {
		if t := AsType(k); t == nil || t.Flags&IsExc == 0 {
			return nil, groupCondError()
		}
	}
	return func(x *Exc) (bool, *Exc) {
		for _, k := range classes {
			if x.Is(AsType(k)) {
				return true, nil
			}
		}
		return false, nil
	}, nil
}

func groupCondError() *Exc {
	return NewExc(TypeError, "expected a function, exception type or tuple of exception types")
}

// splitGroup divides a group by a test, keeping its structure; nil for an empty half.
func splitGroup(c *Ctx, g *Exc, test func(x *Exc) (bool, *Exc)) (match, rest *Exc, e *Exc) {
	whole, e := test(g)
	if e != nil || whole {
		return g, nil, e
	}
	if e := c.enter("in exceptiongroup_split_recursive"); e != nil {
		return nil, nil, e
	}
	defer c.leave()
	var yes, no []Value
	for _, m := range g.GroupExceptions() {
		x := AsExc(m)
		if x.Is(BaseExceptionGroup) {
			a, b, e := splitGroup(c, x, test)
			if e != nil {
				return nil, nil, e
			}
			if a != nil {
				yes = append(yes, a.Value())
			}
			if b != nil {
				no = append(no, b.Value())
			}
			continue
		}
		hit, e := test(x)
		if e != nil {
			return nil, nil, e
		}
		if hit {
			yes = append(yes, m)
		} else {
			no = append(no, m)
		}
	}
	if match, e = g.deriveBy(c, yes); e == nil {
		rest, e = g.deriveBy(c, no)
	}
	return match, rest, e
}

// SplitGroup divides an exception group by a test of its members; nil for an empty half.
//
// It is except*'s form: a derive() written in Python runs aside.
func SplitGroup(c *Ctx, g *Exc, test func(x *Exc) (bool, *Exc)) (match, rest *Exc, e *Exc) {
	c.splitAside = true
	match, rest, e = splitGroup(c, g, test)
	c.splitAside = false
	return match, rest, e
}

// deriveBy makes a group of members by derive(), which a subclass may define.
func (g *Exc) deriveBy(c *Ctx, members []Value) (*Exc, *Exc) {
	if len(members) == 0 {
		return nil, nil
	}
	derive := Intern("derive")
	if IsLeafMethod(g.Type, derive) {
		return g.DeriveGroup(members), nil
	}
	var v Value
	var e *Exc
	if c.splitAside {
		v, e = c.Nested(g.Type.Lookup(derive), g.Value(), NewList(members))
	} else if v, e = GetAttr(c, g.Value(), derive); e == nil {
		v, e = Invoke(c, v, NewList(members))
	}
	if e != nil {
		return nil, e
	}
	x := AsExc(v)
	if x == nil || !x.Is(BaseExceptionGroup) {
		return nil, NewExc(TypeError, "derive must return an instance of BaseExceptionGroup")
	}
	x.Traceback, x.Cause, x.Context, x.Suppress = g.Traceback, g.Cause, g.Context, true
	if n := AsList(g.Notes); n != nil {
		x.Notes = NewList(append([]Value(nil), n.Elems...))
	}
	return x, nil
}

func splitMethod(c *Ctx, a []Value) (match, rest *Exc, e *Exc) {
	test, e := groupTest(c, a[1])
	if e != nil {
		return nil, nil, e
	}
	return splitGroup(c, ptr[Exc](a[0]), test)
}

func excNew(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	t := AsType(a[0])
	if t == nil || t.Flags&IsExc == 0 {
		return Null, NewExc(TypeError, "BaseException.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	e := newExc(t)
	e.Args = append(make([]Value, 0, len(a)-1), a[1:len(a)-len(kw)]...)
	initExcFields(e)
	return e.Value(), nil
}

// excInit is BaseException.__init__. Keywords are for the classes that have fields.
func excInit(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	e := AsExc(a[0])
	n := len(a) - len(kw)
	if e.Is(OSError) && isObjectsExcNew(e.Type) && !hasOwnInit(e.Type) {
		return None, nil // its __new__ did everything
	}
	e.Args = append(make([]Value, 0, n-1), a[1:n]...)
	if want := unicodeArgs(e); want != 0 && n-1 != want {
		return Null, NewExc(TypeError, "function takes exactly %d arguments (%d given)", want, n-1)
	}
	initExcFields(e)
	if e.Is(SyntaxError) && n == 3 {
		info, x := DrainCopy(c, a[2])
		switch {
		case x != nil:
			return Null, x
		case len(info) < 4:
			return Null, NewExc(TypeError, "function takes at least 4 arguments (%d given)", len(info))
		case len(info) > 6:
			return Null, NewExc(TypeError, "function takes at most 6 arguments (%d given)", len(info))
		case len(info) == 5:
			return Null, NewExc(TypeError, "end_offset must be provided when end_lineno is provided")
		}
	}
	for i, k := range kw {
		v := a[n+i]
		switch {
		case e.Is(ImportError) && (k.Text == "name" || k.Text == "path"):
			if k.Text == "name" {
				e.Val = v
			} else {
				e.setExtra(extraImportPath, v)
			}
		case e.Is(NameError) && k.Text == "name":
			e.Val = v
		case e.Is(AttributeError) && (k.Text == "name" || k.Text == "obj"):
			if k.Text == "name" {
				e.Val = v
			} else {
				e.setExtra(0, v)
			}
		case e.Is(ImportError), e.Is(NameError), e.Is(AttributeError):
			return Null, NewExc(TypeError, "'%s' is an invalid keyword argument for %s()", k, e.Type)
		default:
			return Null, NewExc(TypeError, "%s() takes no keyword arguments", e.Type)
		}
	}
	return None, nil
}

// unicodeArgs is how many arguments the exceptions of codecs insist on, 0 for others.
func unicodeArgs(e *Exc) int {
	switch {
	case !e.Is(UnicodeError):
	case e.Is(UnicodeTranslateError):
		return 4
	case e.Is(UnicodeDecodeError), e.Is(UnicodeEncodeError):
		return 5
	}
	return 0
}

func isObjectsExcNew(t *Type) bool {
	v, _ := OSError.Dict.GetStr(strNew)
	return t.Lookup(strNew) == v
}

// hasOwnInit tells whether a class of OSErrors has an __init__ of the program: then that decides what the arguments are.
func hasOwnInit(t *Type) bool {
	return AsBuiltin(t.Lookup(strInit)) == nil
}

func osErrorNew(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	t := AsType(a[0])
	if t == nil {
		return Null, NewExc(TypeError, "OSError.__new__(X): X is not a type object (%s)", a[0].H.Type)
	}
	if isObjectsExcNew(t) && hasOwnInit(t) {
		return excNew(c, a[:1], nil)
	}
	if len(kw) > 0 {
		return Null, NewExc(TypeError, "%s() takes no keyword arguments", t)
	}
	if len(a) >= 3 && len(a) <= 6 {
		if n, ok := ToInt64(a[1]); ok {
			t = osErrorClass(t, n)
		}
	}
	return excNew(c, append([]Value{t.Value()}, a[1:]...), nil)
}

func groupNew(c *Ctx, a []Value, kw []*Str) (Value, *Exc) {
	t := AsType(a[0])
	if len(a) != 3 || len(kw) > 0 {
		return Null, NewExc(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a)-1)
	}
	if AsStr(a[1]) == nil {
		return Null, NewExc(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", a[1].H.Type)
	}
	if a[2].H.Type.GetItem == nil || AsDict(a[2]) != nil {
		return Null, NewExc(TypeError, "second argument (exceptions) must be a sequence")
	}
	members, e := DrainCopy(c, a[2])
	if e != nil {
		return Null, e
	}
	if len(members) == 0 {
		return Null, NewExc(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	plain := true
	for i, m := range members {
		x := AsExc(m)
		if x == nil {
			return Null, NewExc(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		plain = plain && x.Is(Exception)
	}
	switch {
	case t == BaseExceptionGroup && plain:
		t = ExceptionGroup
	case t == ExceptionGroup && !plain:
		return Null, NewExc(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case !plain && t.IsSubtype(Exception):
		return Null, NewExc(TypeError, "Cannot nest BaseExceptions in '%s'", t)
	}
	return excNew(c, append([]Value{t.Value()}, a[1:]...), nil)
}

func excRepr(c *Ctx, v Value) (string, *Exc) {
	e := ptr[Exc](v)
	fresh, x := c.markRepr(v)
	if x != nil {
		return "", x
	}
	if !fresh {
		return "...", nil
	}
	defer c.unmarkRepr()
	var b strings.Builder
	b.WriteString(e.Type.Name)
	b.WriteByte('(')
	if x := reprElems(c, &b, func() []Value { return e.Args }); x != nil {
		return "", x
	}
	b.WriteByte(')')
	return b.String(), nil
}

func excStr(c *Ctx, v Value) (string, *Exc) {
	e := AsExc(v)
	switch len(e.Args) {
	case 0:
		return "", nil
	case 1:
		if x := c.enter("while getting the str of an object"); x != nil {
			return "", x
		}
		defer c.leave()
		return StrOf(c, e.Args[0])
	}
	return Repr(c, NewTuple(e.Args))
}

func osErrorStr(c *Ctx, v Value) (string, *Exc) {
	e := ptr[Exc](v)
	if e.Val.IsNull() || e.extra(extraOSStrerror).IsNone() && e.Val.IsNone() {
		return excStr(c, v)
	}
	errno, x := StrOf(c, e.Val)
	if x != nil {
		return "", x
	}
	text, x := StrOf(c, e.extra(extraOSStrerror))
	if x != nil {
		return "", x
	}
	s := "[Errno " + errno + "] " + text
	if f := e.extra(extraOSFilename); !f.IsNone() {
		r, x := Repr(c, f)
		if x != nil {
			return "", x
		}
		s += ": " + r
		if f2 := e.extra(extraOSFilename2); !f2.IsNone() {
			if r, x = Repr(c, f2); x != nil {
				return "", x
			}
			s += " -> " + r
		}
	}
	return s, nil
}

func syntaxErrorStr(c *Ctx, v Value) (string, *Exc) {
	e := ptr[Exc](v)
	s, x := StrOf(c, e.extra(-1))
	if x != nil {
		return "", x
	}
	file, line := e.extra(extraSyntaxFilename), e.extra(extraSyntaxFilename+1)
	name := ""
	if f := AsStr(file); f != nil {
		name = f.Text[strings.LastIndexByte(f.Text, '/')+1:]
	}
	n, hasLine := ToInt64(line)
	switch {
	case name != "" && hasLine:
		s += Sprintf(" (%s, line %d)", name, n)
	case name != "":
		s += " (" + name + ")"
	case hasLine:
		s += Sprintf(" (line %d)", n)
	}
	return s, nil
}

func unicodeErrorStr(c *Ctx, v Value) (string, *Exc) {
	e := ptr[Exc](v)
	start, ok1 := ToInt64(e.extra(extraUnicodeStart))
	end, ok2 := ToInt64(e.extra(extraUnicodeEnd))
	if len(e.Extra) < 4 || !ok1 || !ok2 {
		return "", nil
	}
	reason, x := StrOf(c, e.extra(extraUnicodeReason))
	if x != nil {
		return "", x
	}
	enc := ""
	if s := AsStr(e.extra(-1)); s != nil {
		enc = s.Text
	}
	if b := AsBytes(e.extra(extraUnicodeObject)); b != nil {
		if end == start+1 && start >= 0 && start < int64(len(b.Data)) {
			return Sprintf("'%s' codec can't decode byte 0x%s in position %d: %s", enc, hex2(b.Data[start]), start, reason), nil
		}
		return Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason), nil
	}
	s := AsStr(e.extra(extraUnicodeObject))
	prefix := "'" + enc + "' codec can't encode"
	if e.Is(UnicodeTranslateError) {
		prefix = "can't translate"
	}
	if s != nil && end == start+1 && start >= 0 && start < int64(s.Len) {
		r := s.codePoints()[start]
		return Sprintf("%s character '%s' in position %d: %s", prefix, escapeRune(r), start, reason), nil
	}
	return Sprintf("%s characters in position %d-%d: %s", prefix, start, end-1, reason), nil
}

const hexDigits = "0123456789abcdef"

func hex2(b byte) string { return string([]byte{hexDigits[b>>4], hexDigits[b&15]}) }

// escapeRune is a character as \x, \u or \U.
func escapeRune(r int32) string {
	b := []byte{'\\', 'x'}
	n := 2
	if r > 0xFFFF {
		b[1], n = 'U', 8
	} else if r > 0xFF {
		b[1], n = 'u', 4
	}
	for n--; n >= 0; n-- {
		b = append(b, hexDigits[r>>(4*n)&15])
	}
	return string(b)
}
