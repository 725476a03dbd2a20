package vm

import (
	"strconv"
	"strings"
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// display executes the instructions that build and take apart containers.
func (t *Thread) display(f *Frame, in bytecode.Instr) *Exc {
	c := t.RT.Ctx
	n := int(in.B)
	switch in.Op {
	case bytecode.OpBuildSet:
		s := object.NewSet()
		f.sp -= n
		for _, v := range f.Slots[f.sp : f.sp+n] {
			if e := s.Add(c, v); e != nil {
				return e
			}
		}
		f.push(object.Obj(&s.Header))
	case bytecode.OpBuildMap:
		d := object.NewDict()
		f.sp -= 2 * n
		for i := 0; i < n; i++ {
			if e := d.Set(c, f.Slots[f.sp+2*i], f.Slots[f.sp+2*i+1]); e != nil {
				return e
			}
		}
		f.push(object.Obj(&d.Header))
	case bytecode.OpBuildString:
		f.sp -= n
		size, runes := 0, 0
		parts := f.Slots[f.sp : f.sp+n]
		for _, v := range parts {
			s := (*Str)(unsafe.Pointer(v.H))
			size, runes = size+len(s.Text), runes+int(s.Len)
		}
		if size > 1<<12 {
			if e := c.Reserve(int64(size)); e != nil {
				return e
			}
		}
		var b strings.Builder
		b.Grow(size)
		for _, v := range parts {
			b.WriteString((*Str)(unsafe.Pointer(v.H)).Text)
		}
		f.push(object.NewStrLen(b.String(), runes))
	case bytecode.OpBuildSlice:
		s := &object.Slice{Header: object.Header{Type: object.SliceType}, Step: object.None}
		if n == 3 {
			s.Step = f.pop()
		}
		s.Stop = f.pop()
		s.Start = f.pop()
		f.push(object.Obj(&s.Header))
	case bytecode.OpSetAdd:
		v := f.pop()
		return object.AsSet(f.Slots[f.sp-n]).Add(c, v)
	case bytecode.OpMapAdd:
		v := f.pop()
		k := f.pop()
		return object.AsDict(f.Slots[f.sp-n]).Set(c, k, v)
	case bytecode.OpListExtend:
		v := f.pop()
		l := object.AsList(f.Slots[f.sp-n])
		t.perform(OnValue(t, t.collectFor(f, v), func(t *Thread, r Value) Action {
			l.Elems = append(l.Elems, object.AsList(r).Elems...)
			return ReturnNone()
		}), retDrop)
	case bytecode.OpSetUpdate:
		v := f.pop()
		s := object.AsSet(f.Slots[f.sp-n])
		t.perform(OnValue(t, Collect(t, v), func(t *Thread, r Value) Action {
			for _, x := range object.AsList(r).Elems {
				if e := s.Add(c, x); e != nil {
					return Raise(e)
				}
			}
			return ReturnNone()
		}), retDrop)
	case bytecode.OpDictUpdate, bytecode.OpDictMerge:
		v := f.pop()
		d := object.AsDict(f.Slots[f.sp-n])
		merge := in.Op == bytecode.OpDictMerge
		var fn Value
		if merge {
			fn = f.Slots[f.sp-n-int(in.A)]
		}
		t.perform(UpdateDict(t, d, v, merge, fn), retDrop)
	case bytecode.OpListToTuple:
		l := object.AsList(f.pop())
		f.push(object.NewTuple(l.Elems))
	case bytecode.OpUnpackSequence:
		return t.unpack(f, f.pop(), n, -1)
	case bytecode.OpUnpackEx:
		return t.unpack(f, f.pop(), n, int(in.A))
	case bytecode.OpFormatValue:
		spec := ""
		if in.A&4 != 0 {
			spec = object.AsStr(f.pop()).Text
		}
		v := f.pop()
		conv := in.A & 3
		if conv == 0 || conv == 1 && spec == "" {
			if v.H.Type == object.StrType && spec == "" {
				f.push(v)
				return nil
			}
			if s, e := object.Format(c, v, spec); e == nil && conv == 0 {
				f.push(object.NewStr(s))
				return nil
			}
		}
		if conv == 2 {
			// What repr() makes is a str: it is formatted like any other.
			if s, e := object.Repr(c, v); e == nil {
				if spec != "" {
					s, e = object.Format(c, object.NewStr(s), spec)
				}
				if e == nil {
					f.push(object.NewStr(s))
					return nil
				}
			}
		}
		t.perform(FormatValue(t, v, int(conv), spec), retPush)
	}
	return nil
}

// collectFor is Collect with the message of f(*x) and [*x].
func (t *Thread) collectFor(f *Frame, v Value) Action {
	return After(t, CollectSized(t, v), func(t *Thread, r Value, exc *Exc) Action {
		if exc != nil && exc.Traceback == nil && exc.Type == object.TypeError && special(v, strIter).IsNull() && special(v, strGetitem).IsNull() {
			return Raisef(object.TypeError, "Value after * must be an iterable, not %s", object.TypeOf(v).Label())
		}
		return ReturnOr(r, exc)
	})
}

// UpdateDict is d.update(v) for a mapping v; with merge a repeated key is the
// TypeError of a call of fn with **v.
func UpdateDict(t *Thread, d *object.Dict, v Value, merge bool, fn Value) Action {
	c := t.RT.Ctx
	repeated := func(k Value) *Exc {
		s := object.AsStr(k)
		if !merge || s == nil {
			return nil
		}
		if _, dup := d.GetStr(object.InternStr(s)); dup {
			return object.NewExc(object.TypeError, "%s() got multiple values for keyword argument '%s'", funcName(fn), s.Text)
		}
		return nil
	}
	put := func(k, val Value) *Exc {
		if merge && object.AsStr(k) == nil {
			return object.NewExc(object.TypeError, "keywords must be strings")
		}
		if e := repeated(k); e != nil {
			return e
		}
		return d.Set(c, k, val)
	}
	if src := object.AsDict(v); src != nil && isLeaf(v.H.Type, strIter) {
		pos := 0
		for {
			k, val, ok := src.Next(&pos)
			if !ok {
				return ReturnNone()
			}
			if e := put(k, val); e != nil {
				return Raise(e)
			}
		}
	}
	if special(v, intern("keys")).IsNull() {
		if merge {
			return Raisef(object.TypeError, "%s() argument after ** must be a mapping, not %s", funcName(fn), object.TypeOf(v).Label())
		}
		return Raisef(object.TypeError, "'%s' object is not a mapping", object.TypeOf(v).Label())
	}
	return OnValue(t, CallMethod(t, v, "keys"), func(t *Thread, keys Value) Action {
		return ForEach(t, keys, func(t *Thread, k Value) Action {
			if e := repeated(k); e != nil {
				return Raise(e)
			}
			return OnValue(t, GetItem(t, v, k), func(t *Thread, val Value) Action {
				if e := put(k, val); e != nil {
					return Raise(e)
				}
				return Continue()
			})
		}, func(t *Thread) Action { return ReturnNone() })
	})
}

// funcName is how error messages of calls name a callable.
func funcName(fn Value) string {
	if fn.IsNull() {
		return "function"
	}
	if f := object.AsFunction(fn); f != nil {
		if m := object.AsStr(f.Module); m != nil && m.Text != "builtins" {
			return m.Text + "." + f.QualName.Text
		}
		return f.QualName.Text
	}
	if m := object.AsBoundMethod(fn); m != nil {
		return funcName(m.Func)
	}
	if b := object.AsBuiltin(fn); b != nil {
		if b.Owner != nil {
			return b.Owner.Name + "." + b.Name
		}
		if b.Module != "builtins" && b.Module != "" {
			return b.Module + "." + b.Name
		}
		return b.Name
	}
	if cls := object.AsType(fn); cls != nil {
		if cls.Module != "builtins" {
			return cls.Module + "." + cls.QualName
		}
		return cls.QualName
	}
	return object.TypeOf(fn).Name + " object"
}

// unpack is the assignment to several targets: before, then, unless after is
// -1, a starred one and after more.
func (t *Thread) unpack(f *Frame, v Value, before, after int) *Exc {
	put := func(el []Value) *Exc {
		n := len(el)
		if after < 0 {
			if n < before {
				return object.NewExc(object.ValueError, "not enough values to unpack (expected %s, got %s)", strconv.Itoa(before), strconv.Itoa(n))
			}
			if n > before {
				return object.NewExc(object.ValueError, "too many values to unpack (expected %s)", strconv.Itoa(before))
			}
			for i := n - 1; i >= 0; i-- {
				f.push(el[i])
			}
			return nil
		}
		if n < before+after {
			return object.NewExc(object.ValueError, "not enough values to unpack (expected at least %s, got %s)", strconv.Itoa(before+after), strconv.Itoa(n))
		}
		for i := n - 1; i >= n-after; i-- {
			f.push(el[i])
		}
		f.push(object.NewList(append([]Value(nil), el[before:n-after]...)))
		for i := before - 1; i >= 0; i-- {
			f.push(el[i])
		}
		return nil
	}
	if object.IsLeafIterable(v) && (object.AsList(v) != nil || object.AsTuple(v) != nil) {
		el, e := object.Drain(t.RT.Ctx, v)
		if e != nil {
			return e
		}
		return put(el)
	}
	if t.RT.watching != 0 {
		t.passes(f, []Value{v})
	}
	it := Iter(t, v)
	if it.kind == actRaise && it.exc.Type == object.TypeError && special(v, strIter).IsNull() {
		return object.NewExc(object.TypeError, "cannot unpack non-iterable %s object", object.TypeOf(v).Label())
	}
	t.perform(OnValue(t, it, func(t *Thread, it Value) Action {
		var el []Value
		end := func(t *Thread) Action {
			if e := put(el); e != nil {
				return Raise(e)
			}
			return ReturnNone()
		}
		return ForEachIn(t, it, func(t *Thread, x Value) Action {
			el = append(el, x)
			if after < 0 && len(el) > before {
				return end(t) // one item too many is enough to know
			}
			return Continue()
		}, end)
	}), retDrop)
	return nil
}

// FormatValue is format(v, spec) after conversion: 0 none, 1 str, 2 repr, 3 ascii.
func FormatValue(t *Thread, v Value, conv int, spec string) Action {
	switch conv {
	case 0:
		return Format(t, v, spec)
	case 1:
		return OnValue(t, ToStr(t, v), func(t *Thread, s Value) Action { return Format(t, s, spec) })
	}
	return OnValue(t, Repr(t, v), func(t *Thread, s Value) Action {
		if conv == 3 {
			s = object.NewStr(ASCII(object.AsStr(s).Text))
		}
		return Format(t, s, spec)
	})
}

// Format is format(v, spec).
func Format(t *Thread, v Value, spec string) Action {
	s, e := object.Format(t.RT.Ctx, v, spec)
	if e != object.NeedVM {
		if e != nil {
			return Raise(e)
		}
		return Return(object.NewStr(s))
	}
	fn := special(v, strFormat)
	if object.AsBuiltin(fn) != nil {
		if spec == "" {
			return ToStr(t, v)
		}
		return Raisef(object.TypeError, "unsupported format string passed to %s.__format__", object.TypeOf(v).Label())
	}
	return OnValue(t, callSpecial(t, fn, v, object.NewStr(spec)), func(t *Thread, r Value) Action {
		if object.AsStr(r) == nil {
			return Raisef(object.TypeError, "__format__ must return a str, not %s", object.TypeOf(r).Label())
		}
		return Return(r)
	})
}

// ToStr is str(v).
func ToStr(t *Thread, v Value) Action {
	s, e := object.StrOf(t.RT.Ctx, v)
	if e != object.NeedVM {
		if e != nil {
			return Raise(e)
		}
		return Return(object.NewStr(s))
	}
	fn := special(v, strStr)
	if b := object.AsBuiltin(fn); b != nil && b.Name == "__str__" || fn.IsNull() {
		if ex := object.AsExc(v); ex != nil {
			switch len(ex.Args) {
			case 0:
				return Return(object.NewStr(""))
			case 1:
				if ex.Type.IsSubtype(object.KeyError) {
					return Repr(t, ex.Args[0])
				}
				return ToStr(t, ex.Args[0])
			}
			return Repr(t, object.NewTuple(ex.Args))
		}
		return t.reprFor(v, "__str__")
	}
	return OnValue(t, callSpecial(t, fn, v), func(t *Thread, r Value) Action {
		if object.AsStr(r) == nil {
			return Raisef(object.TypeError, "__str__ returned non-string (type %s)", object.TypeOf(r).Label())
		}
		return Return(r)
	})
}

// Repr is repr(v).
func Repr(t *Thread, v Value) Action { return t.reprFor(v, "__repr__") }

// reprFor is repr(v) on behalf of a method, which is named when the answer is no text.
func (t *Thread) reprFor(v Value, method string) Action {
	s, e := object.Repr(t.RT.Ctx, v)
	if e != object.NeedVM {
		if e != nil {
			return Raise(e)
		}
		return Return(object.NewStr(s))
	}
	fn := special(v, strRepr)
	if b := object.AsBuiltin(fn); (b == nil || b.Native != nil || b.Name != "__repr__") && !fn.IsNull() {
		return OnValue(t, callSpecial(t, fn, v), func(t *Thread, r Value) Action {
			if object.AsStr(r) == nil {
				return Raisef(object.TypeError, "%s returned non-string (type %s)", method, object.TypeOf(r).Label())
			}
			return Return(r)
		})
	}
	return t.reprContainer(v)
}

// reprContainer is the repr of a built-in container some of whose items have a
// __repr__ of their own: object.ReprParts says of what it is made.
func (t *Thread) reprContainer(v Value) Action {
	for _, h := range t.inRepr {
		if h == v.H {
			return Return(object.NewStr(object.ReprCycle(v)))
		}
	}
	parts, ok := object.ReprParts(t.RT.Ctx, v)
	if !ok {
		return Return(object.NewStr(object.DefaultRepr(t.RT.Ctx, v)))
	}
	t.inRepr = append(t.inRepr, v.H)
	var b strings.Builder
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		for ; i < len(parts); i++ {
			p := parts[i]
			b.WriteString(p.Text)
			if p.V.IsNull() {
				continue
			}
			a := Repr(t, p.V)
			if a.kind == actReturn {
				b.WriteString(object.AsStr(a.v).Text)
				continue
			}
			return OnValue(t, a, func(t *Thread, r Value) Action {
				b.WriteString(object.AsStr(r).Text)
				return from(t, i+1)
			})
		}
		return Return(object.NewStr(b.String()))
	}
	return After(t, from(t, 0), func(t *Thread, r Value, exc *Exc) Action {
		t.inRepr = t.inRepr[:len(t.inRepr)-1]
		return ReturnOr(r, exc)
	})
}

// ASCII escapes what is not ASCII in a repr, as ascii() does.
func ASCII(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r < 0x100:
			b.WriteString("\\x" + hex(uint64(r), 2))
		case r < 0x10000:
			b.WriteString("\\u" + hex(uint64(r), 4))
		default:
			b.WriteString("\\U" + hex(uint64(r), 8))
		}
	}
	return b.String()
}

func hex(v uint64, digits int) string {
	s := strconv.FormatUint(v, 16)
	return strings.Repeat("0", digits-len(s)) + s
}
