package remod

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Match is re.Match.
type Match struct {
	object.Header
	p          *Pattern
	s          *subject
	saves      []int
	start, end int
	last       int
}

func newMatch(p *Pattern, s *subject, m *matcher) *Match {
	x := &Match{p: p, s: s, saves: append([]int(nil), m.saves...), start: m.start, end: m.end, last: m.last}
	x.Type = MatchType
	for g := 0; g < len(x.saves); g += 2 {
		if x.saves[g] < 0 || x.saves[g+1] < 0 || x.saves[g+1] < x.saves[g] {
			x.saves[g], x.saves[g+1] = -1, -1
		}
	}
	return x
}

func (m *Match) value() value { return object.Obj(&m.Header) }

func asMatch(v value) *Match { return (*Match)(unsafe.Pointer(v.H)) }

func (m *Match) get(g int, none value) value {
	if m.saves[2*g] < 0 {
		return none
	}
	return m.s.cut(m.saves[2*g], m.saves[2*g+1])
}

// index is the number of a group given by number or name.
func (m *Match) index(c *ctx, v value) (int, *exc) {
	g := int64(-1)
	if x := object.AsStr(v); x != nil {
		if n, ok := m.p.names[x.Text]; ok {
			g = int64(n)
		}
	} else if n, e := object.Index(c, v); e == nil {
		g = n
	} else if e == object.NeedVM {
		return 0, e
	}
	if g < 0 || g > int64(m.p.groups) {
		return 0, object.NewExc(object.IndexError, "no such group")
	}
	return int(g), nil
}

func (m *Match) span(g int) value {
	return object.TupleOf(object.Int(int64(m.saves[2*g])), object.Int(int64(m.saves[2*g+1])))
}

func init() {
	tp := MatchType
	leaf := func(name, sig string, fn func(c *ctx, m *Match, a []value) (value, *exc)) {
		tp.AddMethod(object.KindMethod, name, sig, func(c *ctx, a []value, _ []*str) (value, *exc) { return fn(c, asMatch(a[0]), a[1:]) })
	}
	leaf("group", "*args", func(c *ctx, m *Match, a []value) (value, *exc) {
		if len(a) == 0 {
			return m.get(0, object.None), nil
		}
		out := make([]value, len(a))
		for i, v := range a {
			g, e := m.index(c, v)
			if e != nil {
				return value{}, e
			}
			out[i] = m.get(g, object.None)
		}
		if len(out) == 1 {
			return out[0], nil
		}
		return object.NewTuple(out), nil
	})
	leaf("__getitem__", "key, /", func(c *ctx, m *Match, a []value) (value, *exc) {
		g, e := m.index(c, a[0])
		if e != nil {
			return value{}, e
		}
		return m.get(g, object.None), nil
	})
	leaf("groups", "default=None", func(c *ctx, m *Match, a []value) (value, *exc) {
		out := make([]value, m.p.groups)
		for i := range out {
			out[i] = m.get(i+1, orNone(a[0]))
		}
		return object.NewTuple(out), nil
	})
	leaf("groupdict", "default=None", func(c *ctx, m *Match, a []value) (value, *exc) {
		d := object.NewDict()
		for _, n := range m.p.order {
			d.SetStr(object.Intern(n), m.get(m.p.names[n], orNone(a[0])))
		}
		return d.Value(), nil
	})
	place := func(name string, of func(m *Match, g int) value) {
		leaf(name, "group=0, /", func(c *ctx, m *Match, a []value) (value, *exc) {
			g := 0
			if !a[0].IsNull() {
				var e *exc
				if g, e = m.index(c, a[0]); e != nil {
					return value{}, e
				}
			}
			return of(m, g), nil
		})
	}
	place("start", func(m *Match, g int) value { return object.Int(int64(m.saves[2*g])) })
	place("end", func(m *Match, g int) value { return object.Int(int64(m.saves[2*g+1])) })
	place("span", func(m *Match, g int) value { return m.span(g) })
	vm.AddNative(tp, object.KindMethod, "expand", "template", func(t *thread, a []value, _ []*str) action {
		m := asMatch(a[0])
		parts, fail := m.p.parts(t, a[1], m.s)
		if fail != nil {
			return fail(t)
		}
		var out []byte
		for _, p := range parts {
			if p.group < 0 {
				out = append(out, p.text...)
			} else if v := m.get(p.group, value{}); !v.IsNull() {
				if x := object.AsStr(v); x != nil {
					out = append(out, x.Text...)
				} else {
					data, _ := object.BytesLike(v)
					out = append(out, data...)
				}
			}
		}
		if m.s.bytes {
			return vm.Return(object.NewBytes(string(out)))
		}
		return vm.Return(object.NewStr(string(out)))
	})
	same := func(c *ctx, m *Match, a []value) (value, *exc) { return m.value(), nil }
	leaf("__copy__", "", same)
	leaf("__deepcopy__", "memo, /", same)
	tp.AddMethod(object.KindClassMethod, "__class_getitem__", "item, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewGenericAlias(a[0], a[1]), nil
	})
	tp.Full = "re.Match"
	tp.AddMethod(object.KindStaticMethod, "__new__", "...", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return value{}, object.NewExc(object.TypeError, "cannot create 're.Match' instances")
	})
	member := func(name string, fn func(m *Match) value) {
		tp.AddMember(name, func(c *ctx, v value) (value, *exc) { return fn(asMatch(v)), nil })
	}
	get := func(name string, fn func(m *Match) value) {
		tp.AddGetSet(name, func(c *ctx, v value) (value, *exc) { return fn(asMatch(v)), nil }, nil)
	}
	member("re", func(m *Match) value { return m.p.value() })
	member("string", func(m *Match) value { return m.s.v })
	member("pos", func(m *Match) value { return object.Int(int64(m.start)) })
	member("endpos", func(m *Match) value { return object.Int(int64(m.end)) })
	get("lastindex", func(m *Match) value {
		if m.last == 0 {
			return object.None
		}
		return object.Int(int64(m.last))
	})
	get("lastgroup", func(m *Match) value {
		for _, n := range m.p.order {
			if m.last > 0 && m.p.names[n] == m.last {
				return object.NewStr(n)
			}
		}
		return object.None
	})
	get("regs", func(m *Match) value {
		out := make([]value, m.p.groups+1)
		for g := range out {
			out[g] = m.span(g)
		}
		return object.NewTuple(out)
	})
	s := &tp.Slots
	tp.Dict.SetStr(object.Intern("__module__"), object.NewStr("re"))
	s.Iter = func(c *ctx, v value) (value, *exc) {
		return value{}, object.NewExc(object.TypeError, "'re.Match' object is not iterable")
	}
	s.Bool = func(c *ctx, v value) (bool, *exc) { return true, nil }
	s.GetItem = func(c *ctx, v, k value) (value, *exc) {
		m := asMatch(v)
		g, e := m.index(c, k)
		if e != nil {
			return value{}, e
		}
		return m.get(g, object.None), nil
	}
	s.Repr = func(c *ctx, v value) (string, *exc) {
		m := asMatch(v)
		text, e := object.Repr(c, m.get(0, object.None))
		if e != nil {
			return "", e
		}
		if rs := []rune(text); len(rs) > 50 {
			text = string(rs[:50])
		}
		return object.Sprintf("<re.Match object; span=(%d, %d), match=%s>", m.saves[0], m.saves[1], text), nil
	}
	s.Traverse = func(v value, visit func(value)) {
		visit(asMatch(v).p.value())
		visit(asMatch(v).s.v)
	}
}

func orNone(v value) value {
	if v.IsNull() {
		return object.None
	}
	return v
}
