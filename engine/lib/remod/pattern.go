package remod

import (
	"strings"
	"unsafe"

	"loopscope/engine/builtins"
	"loopscope/engine/bytecode"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

// Pattern is re.Pattern.
type Pattern struct {
	object.Header
	prog    *program
	source  value // str or bytes
	flags   int
	groups  int // without group 0
	names   map[string]int
	order   []string
	indexOf value // groupindex, made when asked for
	// The template that sub used last.
	template     string
	templateOf   value
	templateDone []part
}

// PatternType and MatchType are the classes.
var (
	PatternType = object.NewStaticType("Pattern", "re", object.ObjectType, object.LayoutOther, object.NotBase)
	MatchType   = object.NewStaticType("Match", "re", object.ObjectType, object.LayoutOther, object.NotBase)
	scannerType = object.NewStaticType("SRE_Scanner", "_sre", object.ObjectType, object.LayoutOther, object.NotBase)
	iterType    = object.NewStaticType("callable_iterator", "builtins", object.ObjectType, object.LayoutOther, object.NotBase)
)

func asPattern(v value) *Pattern { return (*Pattern)(unsafe.Pointer(v.H)) }

func (p *Pattern) value() value { return object.Obj(&p.Header) }

// Machine steps that cost as much as one instruction, and steps between two looks at the limits.
const (
	stepsPerInstruction = 2
	slice               = 200_000
)

// subject is a text to be searched, with the object it came from.
type subject struct {
	input
	v value
}

// subjectOf makes the input of a str or bytes-like object.
func (p *Pattern) subjectOf(v value) (*subject, *exc) {
	s := &subject{v: v}
	isBytes := object.AsBytes(p.source) != nil
	if x := object.AsStr(v); x != nil {
		if isBytes {
			return nil, object.NewExc(object.TypeError, "cannot use a bytes pattern on a string-like object")
		}
		s.n = int(x.Len)
		if x.ASCII() {
			s.s = x.Text
		} else {
			s.runes = x.CodePoints()
		}
		return s, nil
	}
	data, ok := object.BytesLike(v)
	if !ok {
		return nil, object.NewExc(object.TypeError, "expected string or bytes-like object, got '%s'", object.TypeOf(v).Label())
	}
	if !isBytes && !p.source.IsNone() {
		return nil, object.NewExc(object.TypeError, "cannot use a string pattern on a bytes-like object")
	}
	s.s, s.n, s.bytes = data, len(data), true
	return s, nil
}

// cut is a part of the subject.
func (s *subject) cut(a, b int) value {
	if x := object.AsStr(s.v); x != nil {
		return x.Substr(a, b)
	}
	if a == 0 && b == s.n && object.TypeOf(s.v) == object.BytesType {
		return s.v
	}
	return object.NewBytes(s.s[a:b])
}

// exec runs a matcher to its end.
func exec(t *thread, m *matcher, then func(t *thread, ok bool) action) action {
	before := m.steps
	v := m.run(slice)
	t.Charge((m.steps - before) / stepsPerInstruction)
	switch v {
	case unfinished:
		// The thread has used up its time: the scheduler looks at the limits, and at others.
		return vm.OnValue(t, sim.Of(t).Resync(), func(t *thread, _ value) action { return exec(t, m, then) })
	case tooDeep:
		return vm.Raisef(object.MemoryError, "")
	}
	return then(t, v == matched)
}

// bounds reads pos and endpos.
func bounds(c *ctx, n int, pos, end value) (int, int, *exc) {
	a, b := 0, n
	for i, v := range [...]value{pos, end} {
		if v.IsNull() {
			continue
		}
		x, e := object.Index(c, v)
		if e != nil {
			return 0, 0, e
		}
		x = min(max(x, 0), int64(n))
		if i == 0 {
			a = int(x)
		} else {
			b = int(x)
		}
	}
	return a, max(a, b), nil
}

// matchMethod is match, fullmatch or search.
func matchMethod(search, whole bool) vm.NativeFunc {
	return func(t *thread, a []value, _ []*str) action {
		p := asPattern(a[0])
		s, e := p.subjectOf(a[1])
		if e != nil {
			return vm.Raise(e)
		}
		from, to, e := bounds(t.RT.Ctx, s.n, a[2], a[3])
		if e != nil {
			return vm.Raise(e)
		}
		m := newMatcher(p.prog, &s.input, from, to)
		m.search, m.whole = search, whole
		return exec(t, m, func(t *thread, ok bool) action {
			if !ok {
				return vm.ReturnNone()
			}
			return vm.Return(newMatch(p, s, m).value())
		})
	}
}

// walker goes from match to match.
type walker struct {
	p    *Pattern
	s    *subject
	m    *matcher
	from int
	done bool
}

func (p *Pattern) walk(s *subject, from, to int) *walker {
	w := &walker{p: p, s: s, from: from, m: newMatcher(p.prog, &s.input, from, to)}
	w.m.search = true
	return w
}

// next looks for the next match; then is told whether there was one.
func (w *walker) next(t *thread, then func(t *thread, ok bool) action) action {
	if w.done {
		return then(t, false)
	}
	w.m.at, w.m.running = w.from, false
	return exec(t, w.m, func(t *thread, ok bool) action {
		if !ok {
			w.done = true
			return then(t, false)
		}
		a, b := w.m.saves[0], w.m.saves[1]
		w.from = b
		w.m.mustMove = a == b
		return then(t, true)
	})
}

// each calls do for each match, and end at last.
func (w *walker) each(t *thread, do func(t *thread) action, end func(t *thread) action) action {
	return vm.Repeat(t, func(t *thread) action {
		return w.next(t, func(t *thread, ok bool) action {
			if !ok {
				return end(t)
			}
			return do(t)
		})
	})
}

// group is what a group of the current match has captured, none when it has not taken part.
func (w *walker) group(g int, none value) value {
	a, b := w.m.saves[2*g], w.m.saves[2*g+1]
	if a < 0 || b < 0 {
		return none
	}
	return w.s.cut(a, b)
}

func (s *subject) empty() value {
	if s.bytes {
		return object.NewBytes("")
	}
	return object.NewStr("")
}

// found is what findall lists for the current match.
func (w *walker) found() value {
	switch w.p.groups {
	case 0:
		return w.group(0, w.s.empty())
	case 1:
		return w.group(1, w.s.empty())
	}
	out := make([]value, w.p.groups)
	for i := range out {
		out[i] = w.group(i+1, w.s.empty())
	}
	return object.NewTuple(out)
}

func findall(t *thread, a []value, _ []*str) action {
	p := asPattern(a[0])
	s, e := p.subjectOf(a[1])
	if e != nil {
		return vm.Raise(e)
	}
	from, to, e := bounds(t.RT.Ctx, s.n, a[2], a[3])
	if e != nil {
		return vm.Raise(e)
	}
	var out []value
	w := p.walk(s, from, to)
	return w.each(t, func(t *thread) action {
		out = append(out, w.found())
		return vm.Continue()
	}, func(t *thread) action { return vm.Return(object.NewList(out)) })
}

// matchIter is what finditer answers.
type matchIter struct {
	object.Header
	w *walker
}

func traverseIter(v value, visit func(value)) {
	w := (*matchIter)(unsafe.Pointer(v.H)).w
	visit(w.p.value())
	visit(w.s.v)
}

func finditer(t *thread, a []value, _ []*str) action { return newIter(t, a, iterType) }

// scanner is Pattern.scanner: matches, one after the other, by its methods match and search.
func scanner(t *thread, a []value, _ []*str) action { return newIter(t, a, scannerType) }

func newIter(t *thread, a []value, tp *object.Type) action {
	p := asPattern(a[0])
	s, e := p.subjectOf(a[1])
	if e != nil {
		return vm.Raise(e)
	}
	from, to, e := bounds(t.RT.Ctx, s.n, a[2], a[3])
	if e != nil {
		return vm.Raise(e)
	}
	it := &matchIter{w: p.walk(s, from, to)}
	it.Type = tp
	return vm.Return(object.Obj(&it.Header))
}

func split(t *thread, a []value, _ []*str) action {
	p := asPattern(a[0])
	s, e := p.subjectOf(a[1])
	if e != nil {
		return vm.Raise(e)
	}
	most, e := number(t.RT.Ctx, a[2])
	if e != nil {
		return vm.Raise(e)
	}
	var out []value
	last, n := 0, int64(0)
	w := p.walk(s, 0, s.n)
	finish := func(t *thread) action {
		out = append(out, s.cut(last, s.n))
		return vm.Return(object.NewList(out))
	}
	return w.each(t, func(t *thread) action {
		out = append(out, s.cut(last, w.m.saves[0]))
		for g := 1; g <= p.groups; g++ {
			out = append(out, w.group(g, object.None))
		}
		last = w.m.saves[1]
		if n++; n == most {
			return finish(t)
		}
		return vm.Continue()
	}, finish)
}

func number(c *ctx, v value) (int64, *exc) {
	if v.IsNull() {
		return 0, nil
	}
	return object.Index(c, v)
}

// sub is sub and subn.
func sub(counted bool) vm.NativeFunc {
	return func(t *thread, a []value, _ []*str) action {
		p, repl := asPattern(a[0]), a[1]
		s, e := p.subjectOf(a[2])
		if e != nil {
			return vm.Raise(e)
		}
		most, e := number(t.RT.Ctx, a[3])
		if e != nil {
			return vm.Raise(e)
		}
		var parts []part
		call := builtins.IsCallable(repl)
		if !call {
			var fail func(t *thread) action
			if parts, fail = p.parts(t, repl, s); fail != nil {
				return fail(t)
			}
		}
		var out strings.Builder
		last, n := 0, int64(0)
		add := func(a, b int) {
			if s.runes != nil {
				out.WriteString(object.TextOf(s.runes[a:b]))
			} else {
				out.WriteString(s.s[a:b])
			}
		}
		w := p.walk(s, 0, s.n)
		finish := func(t *thread) action {
			var result value
			if n == 0 {
				result = s.cut(0, s.n)
			} else {
				add(last, s.n)
				if e := t.RT.Ctx.Reserve(int64(out.Len())); e != nil {
					return vm.Raise(e)
				}
				if s.bytes {
					result = object.NewBytes(out.String())
				} else {
					result = object.NewStr(out.String())
				}
			}
			if counted {
				return vm.Return(object.TupleOf(result, object.Int(n)))
			}
			return vm.Return(result)
		}
		return w.each(t, func(t *thread) action {
			add(last, w.m.saves[0])
			last = w.m.saves[1]
			n++
			next := func(t *thread) action {
				if n == most {
					return finish(t)
				}
				return vm.Continue()
			}
			if !call {
				for i := range parts {
					if g := parts[i].group; g < 0 {
						out.WriteString(parts[i].text)
					} else if a, b := w.m.saves[2*g], w.m.saves[2*g+1]; a >= 0 && b >= 0 {
						add(a, b)
					}
				}
				return next(t)
			}
			return vm.OnValue(t, vm.Call(repl, newMatch(p, s, w.m).value()), func(t *thread, v value) action {
				switch x := object.AsStr(v); {
				case x != nil && !s.bytes:
					out.WriteString(x.Text)
				case v.IsNone():
				default:
					data, ok := object.BytesLike(v)
					if !ok || !s.bytes {
						want := "str"
						if s.bytes {
							want = "a bytes-like object"
							return vm.Raisef(object.TypeError, "sequence item %d: expected %s, %s found", 2*(n-1)+1, want, object.TypeOf(v).Label())
						}
						return vm.Raisef(object.TypeError, "sequence item %d: expected %s instance, %s found", 2*(n-1)+1, want, object.TypeOf(v).Label())
					}
					out.WriteString(data)
				}
				return next(t)
			})
		}, finish)
	}
}

func init() {
	tp := PatternType
	native := func(name, sig string, fn vm.NativeFunc) { vm.AddNative(tp, object.KindMethod, name, sig, fn) }
	bounded := "string, pos=0, endpos=9223372036854775807"
	native("match", bounded, matchMethod(false, false))
	native("fullmatch", bounded, matchMethod(false, true))
	native("search", bounded, matchMethod(true, false))
	native("findall", bounded, findall)
	native("finditer", bounded, finditer)
	native("scanner", bounded, scanner)
	for _, how := range [...]string{"match", "search"} {
		vm.AddNative(scannerType, object.KindMethod, how, "", func(t *thread, a []value, _ []*str) action {
			w := (*matchIter)(unsafe.Pointer(a[0].H)).w
			w.m.search = how == "search"
			return w.next(t, func(t *thread, ok bool) action {
				if !ok {
					return vm.ReturnNone()
				}
				return vm.Return(newMatch(w.p, w.s, w.m).value())
			})
		})
	}
	scannerType.AddMember("pattern", func(c *ctx, v value) (value, *exc) { return (*matchIter)(unsafe.Pointer(v.H)).w.p.value(), nil })
	scannerType.Traverse = traverseIter
	native("split", "string, maxsplit=0", split)
	native("sub", "repl, string, count=0", sub(false))
	native("subn", "repl, string, count=0", sub(true))
	builtins.Iterator(iterType, func(t *thread, v value) action {
		w := (*matchIter)(unsafe.Pointer(v.H)).w
		return w.next(t, func(t *thread, ok bool) action {
			if !ok {
				return builtins.Stop()
			}
			return vm.Return(newMatch(w.p, w.s, w.m).value())
		})
	})
	iterType.Traverse = traverseIter
	tp.Full = "re.Pattern"
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return value{}, object.NewExc(object.TypeError, "cannot create 're.Pattern' instances")
	})
	member := func(name string, fn func(p *Pattern) value) {
		tp.AddMember(name, func(c *ctx, v value) (value, *exc) { return fn(asPattern(v)), nil })
	}
	get := func(name string, fn func(p *Pattern) value) {
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return fn(asPattern(v)), nil }, nil)
	}
	member("pattern", func(p *Pattern) value { return p.source })
	member("flags", func(p *Pattern) value { return object.Int(int64(p.flags)) })
	member("groups", func(p *Pattern) value { return object.Int(int64(p.groups)) })
	get("groupindex", func(p *Pattern) value {
		if p.indexOf.IsNull() {
			d := object.NewDict()
			for _, n := range p.order {
				d.SetStr(object.Intern(n), object.Int(int64(p.names[n])))
			}
			p.indexOf = object.NewMappingProxy(d.Value())
		}
		return p.indexOf
	})
	same := func(c *ctx, a []value, _ []*str) (value, *exc) { return a[0], nil }
	tp.AddMethod(object.KindMethod, "__copy__", "", same)
	tp.AddMethod(object.KindMethod, "__deepcopy__", "memo, /", same)
	tp.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewGenericAlias(a[0], a[1]), nil
	})
	vm.AddNative(tp, object.KindMethod, "__reduce__", "", func(t *thread, a []value, _ []*str) action {
		p := asPattern(a[0])
		return vm.OnValue(t, t.Import("re"), func(t *thread, m value) action {
			return vm.OnValue(t, vm.GetAttr(t, m, object.Intern("_compile")), func(t *thread, fn value) action {
				return vm.Return(object.TupleOf(fn, object.TupleOf(p.source, object.Int(int64(p.flags)))))
			})
		})
	})
	s := &tp.Slots
	s.Repr = patternRepr
	s.Hash = func(c *ctx, v value) (int64, *exc) {
		p := asPattern(v)
		h, e := object.Hash(c, p.source)
		return h ^ int64(p.flags), e
	}
	s.Compare = func(c *ctx, a, b value, op int) (value, *exc) {
		if object.TypeOf(a) != tp || object.TypeOf(b) != tp || op != bytecode.CmpEQ && op != bytecode.CmpNE {
			return object.NotImplemented, nil
		}
		p, q := asPattern(a), asPattern(b)
		eq := p.flags == q.flags && object.TypeOf(p.source) == object.TypeOf(q.source)
		if eq {
			var e *exc
			if eq, e = object.Equal(c, p.source, q.source); e != nil {
				return value{}, e
			}
		}
		return object.Bool(eq == (op == bytecode.CmpEQ)), nil
	}
	s.Traverse = func(v value, visit func(value)) { visit(asPattern(v).source) }

	tb := &lib.Table{Name: "_sre"}
	tb.Type(PatternType)
	tb.Type(MatchType)
	tb.Const("MAXREPEAT", object.Int(unbounded))
	tb.Leaf("compile", "pattern, flags", compile)
	spec := tb.Spec("")
	lib.Register("_sre", spec)
	lib.Register("re", vm.Spec{Source: source})
}

// compile answers a Pattern, or (message, position, class) of the error in it.
func compile(c *ctx, a []value, _ []*str) (value, *exc) {
	flags, e := object.Index(c, a[1])
	if e != nil {
		return value{}, e
	}
	var src []int32
	isBytes := false
	if s := object.AsStr(a[0]); s != nil {
		src = s.CodePoints()
	} else if data, ok := object.BytesLike(a[0]); ok {
		isBytes = true
		src = make([]int32, len(data))
		for i := range src {
			src[i] = int32(data[i])
		}
	} else {
		return value{}, object.NewExc(object.TypeError, "first argument must be string or compiled pattern")
	}
	tree, bad := parsePattern(src, isBytes, int(flags))
	if bad != nil {
		pos := object.None
		if bad.pos >= 0 {
			pos = object.Int(int64(bad.pos))
		}
		return object.TupleOf(object.NewStr(bad.msg), pos, object.NewStr(bad.cls)), nil
	}
	p := &Pattern{source: a[0], flags: tree.flags, groups: tree.groups - 1, names: tree.names, order: tree.nameOrder}
	p.Type = PatternType
	p.prog = compileTree(tree, isBytes)
	return p.value(), nil
}

var flagNames = [...]struct {
	bit  int
	name string
}{
	{1, "re.TEMPLATE"}, {flagIgnoreCase, "re.IGNORECASE"}, {flagLocale, "re.LOCALE"}, {flagMultiline, "re.MULTILINE"},
	{flagDotAll, "re.DOTALL"}, {flagUnicode, "re.UNICODE"}, {flagVerbose, "re.VERBOSE"}, {flagDebug, "re.DEBUG"}, {flagASCII, "re.ASCII"},
}

func patternRepr(c *ctx, v value) (string, *exc) {
	p := asPattern(v)
	text, e := object.Repr(c, p.source)
	if e != nil {
		return "", e
	}
	if rs := []rune(text); len(rs) > 200 {
		text = string(rs[:200])
	}
	flags := p.flags
	if object.AsStr(p.source) != nil && flags&(flagLocale|flagUnicode|flagASCII) == flagUnicode {
		flags &^= flagUnicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.bit != 0 {
			names = append(names, f.name)
			flags &^= f.bit
		}
	}
	if flags != 0 {
		names = append(names, object.Sprintf("0x%x", flags))
	}
	if len(names) > 0 {
		return "re.compile(" + text + ", " + strings.Join(names, "|") + ")", nil
	}
	return "re.compile(" + text + ")", nil
}
