package asyncio

import (
	"strconv"
	"strings"
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

const hiddenCode = bytecode.Hidden

// limits of module reprlib.
const (
	maxLevel  = 6
	maxItems  = 6
	maxDict   = 4
	maxString = 30
	maxLong   = 40
	maxOther  = 30
)

// brief is reprlib.repr(v): a repr of limited length.
func brief(c *ctx, v value, level int) string {
	list := func(open string, items []value, end string, single string) string {
		if level <= 0 && len(items) > 0 {
			return open + "..." + end
		}
		var parts []string
		for i, x := range items {
			if i == maxItems {
				parts = append(parts, "...")
				break
			}
			parts = append(parts, brief(c, x, level-1))
		}
		if len(items) == 1 {
			end = single + end
		}
		return open + strings.Join(parts, ", ") + end
	}
	switch v.H.Type {
	case object.ListType:
		return list("[", object.AsList(v).Elems, "]", "")
	case object.TupleType:
		return list("(", object.AsTuple(v).Elems, ")", ",")
	case object.SetType, object.FrozenSetType:
		items := object.AsSet(v).Elems()
		if len(items) == 0 {
			return v.H.Type.Name + "()"
		}
		if v.H.Type == object.FrozenSetType {
			return list("frozenset({", items, "})", "")
		}
		return list("{", items, "}", "")
	case object.DictType:
		d := object.AsDict(v)
		if d.Len() == 0 {
			return "{}"
		}
		if level <= 0 {
			return "{...}"
		}
		var parts []string
		pos := 0
		for n := 0; ; n++ {
			k, x, ok := d.Next(&pos)
			if !ok {
				break
			}
			if n == maxDict {
				parts = append(parts, "...")
				break
			}
			parts = append(parts, brief(c, k, level-1)+": "+brief(c, x, level-1))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case object.StrType:
		return middle(reprText(c, object.NewStr(head(object.AsStr(v).Text, maxString))), reprText(c, v), maxString)
	case object.IntType:
		s := reprText(c, v)
		return middle(s, s, maxLong)
	}
	s := reprText(c, v)
	switch v.H.Type {
	case object.FloatType, object.BoolType:
		return s
	}
	if v.IsNone() {
		return s
	}
	return middle(s, s, maxOther)
}

func head(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n])
	}
	return s
}

// middle cuts the middle out of a text that is too long.
func middle(s, whole string, limit int) string {
	if r := []rune(s); len(r) <= limit && s == whole {
		return s
	}
	r := []rune(whole)
	if len(r) <= limit {
		return whole
	}
	i := max(0, (limit-3)/2)
	j := max(0, limit-3-i)
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}

// calleeName is the name of a callable with its class or function.
func calleeName(fn value) string {
	if m := object.AsBoundMethod(fn); m != nil {
		fn = m.Func
	}
	if f := object.AsFunction(fn); f != nil {
		return f.QualName.Text
	}
	if b := object.AsBuiltin(fn); b != nil {
		if b.Owner != nil {
			return b.Owner.QualName + "." + b.Name
		}
		return b.Name
	}
	if t := object.AsType(fn); t != nil {
		return t.QualName
	}
	return object.TypeOf(fn).Name
}

// callbackText is how reports and reprs show a callback with its arguments.
func callbackText(c *ctx, fn value, args []value) string {
	return calleeText(c, fn, args, nil, true) + sourceOf(c, fn)
}

func calleeText(c *ctx, fn value, args []value, kw *object.Dict, parens bool) string {
	suffix := ""
	if parens {
		var parts []string
		for _, a := range args {
			parts = append(parts, brief(c, a, maxLevel))
		}
		suffix = "(" + strings.Join(append(parts, keywords(c, kw)...), ", ") + ")"
	}
	if inner, pargs, pkw, ok := partial(c, fn); ok {
		return calleeText(c, inner, pargs, pkw, true) + suffix
	}
	switch {
	case object.AsBoundMethod(fn) != nil, object.AsFunction(fn) != nil, object.AsBuiltin(fn) != nil, object.AsType(fn) != nil:
		return calleeName(fn) + suffix
	}
	return reprText(c, fn) + suffix
}

// keywords writes keyword arguments.
func keywords(c *ctx, kw *object.Dict) (out []string) {
	if kw == nil {
		return nil
	}
	for pos := 0; ; {
		k, v, ok := kw.Next(&pos)
		if !ok {
			return out
		}
		if name := object.AsStr(k); name != nil {
			out = append(out, name.Text+"="+brief(c, v, maxLevel))
		}
	}
}

// partial takes a functools.partial apart.
func partial(c *ctx, fn value) (inner value, args []value, kw *object.Dict, ok bool) {
	if fn.H.Type.Name != "partial" {
		return value{}, nil, nil, false
	}
	inner, e := object.GetAttr(c, fn, object.Intern("func"))
	if e != nil {
		return value{}, nil, nil, false
	}
	av, e := object.GetAttr(c, fn, object.Intern("args"))
	if e != nil || object.AsTuple(av) == nil {
		return value{}, nil, nil, false
	}
	if kv, e := object.GetAttr(c, fn, object.Intern("keywords")); e == nil {
		kw = object.AsDict(kv)
	}
	return inner, object.AsTuple(av).Elems, kw, true
}

// sourceOf is " at FILE:LINE" for functions written in Python; not for their methods, as in the reference.
func sourceOf(c *ctx, fn value) string {
	if inner, _, _, ok := partial(c, fn); ok {
		return sourceOf(c, inner)
	}
	if f := object.AsFunction(fn); f != nil {
		return " at " + f.Code.File.Name + ":" + strconv.Itoa(f.Code.FirstLine)
	}
	return ""
}

// coroutineText is how a task's repr shows its coroutine.
func coroutineText(c *ctx, v value) string {
	if co := asCoro(v); co != nil {
		if co.state == coroDone {
			return co.name() + "() done, defined at <frozen asyncio.tasks>:1"
		}
		return co.name() + "() running at <frozen asyncio.tasks>:1"
	}
	g := vm.AsGenerator(v)
	if g == nil {
		return reprText(c, v)
	}
	name := g.QualName.Text + "()"
	file := g.Code.File.Name
	if g.Frame != nil {
		line := g.Frame.Line()
		if !g.Started {
			line = g.Code.FirstLine
		}
		return name + " running at " + file + ":" + strconv.Itoa(line)
	}
	return name + " done, defined at " + file + ":" + strconv.Itoa(g.Code.FirstLine)
}

func (cb *callback) text(c *ctx) string {
	if cb.l != nil {
		return cb.l.format()
	}
	return calleeText(c, cb.fn, nil, nil, true) + sourceOf(c, cb.fn)
}

// futureRepr is repr() of futures and tasks; user-defined reprs inside are the
// virtual machine's to call.
func futureRepr(c *ctx, v value) (string, *exc) {
	f := (*Future)(unsafe.Pointer(v.H))
	var b strings.Builder
	b.WriteString("<" + v.H.Type.Name + " ")
	task := f.task()
	switch {
	case task != nil && task.cancels > 0 && f.state == pending:
		b.WriteString("cancelling")
	case f.state == pending:
		b.WriteString("pending")
	case f.state == cancelled:
		b.WriteString("cancelled")
	default:
		b.WriteString("finished")
	}
	if task != nil {
		b.WriteString(" name=" + reprText(c, object.NewStr(task.taskName())))
		if !task.coro.IsNull() {
			b.WriteString(" coro=<" + coroutineText(c, task.coro) + ">")
		}
		if task.waiter != nil && !f.done() {
			w, _ := futureRepr(c, task.waiter.value())
			b.WriteString(" wait_for=" + w)
		}
	}
	if f.state == finished {
		if f.exc != nil {
			b.WriteString(" exception=" + reprText(c, f.exc.Value()))
		} else {
			b.WriteString(" result=" + brief(c, orNone(f.result), maxLevel))
		}
	}
	if cbs := f.callbacks(); len(cbs) > 0 {
		b.WriteString(" cb=[" + cbs[0].text(c))
		switch n := len(cbs); {
		case n == 2:
			b.WriteString(", " + cbs[1].text(c))
		case n > 2:
			b.WriteString(", <" + itoa(n-2) + " more>, " + cbs[n-1].text(c))
		}
		b.WriteString("]")
	}
	b.WriteString(f.origin.created())
	b.WriteString(">")
	return b.String(), nil
}
