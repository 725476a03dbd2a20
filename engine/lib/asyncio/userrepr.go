package asyncio

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Reprs of futures, tasks and handles show values of the program, whose __repr__
// may be Python. Those are asked for first, one after the other; then the text is
// put together without calling anything.

// reprText is repr(v), with what has been asked for already.
func reprText(c *ctx, v value) string {
	if v.H != nil && v.H.Type.IsHeap() {
		if s, ok := of(threadOf(c)).st.reprs[v.H]; ok {
			return s
		}
	}
	return object.ReprText(c, v)
}

// asker collects the values whose __repr__ is Python.
type asker struct {
	c     *ctx
	list  []value
	known map[*object.Header]string
	first bool // the first one is enough: it is asked for before anything else is
}

func (a *asker) add(v value, level int) {
	if v.IsNull() || level < 0 || len(a.list) > 100 || a.first && len(a.list) > 0 {
		return
	}
	items := func(elems []value) {
		for i, x := range elems {
			if i == maxItems {
				break
			}
			a.add(x, level-1)
		}
	}
	switch v.H.Type {
	case object.ListType:
		items(object.AsList(v).Elems)
	case object.TupleType:
		items(object.AsTuple(v).Elems)
	case object.SetType, object.FrozenSetType:
		items(object.AsSet(v).Elems())
	case object.DictType:
		d, pos := object.AsDict(v), 0
		for n := 0; n < maxDict; n++ {
			k, x, ok := d.Next(&pos)
			if !ok {
				break
			}
			a.add(k, level-1)
			a.add(x, level-1)
		}
	default:
		if !v.H.Type.IsHeap() {
			return
		}
		if _, ok := a.known[v.H]; ok {
			return
		}
		if s, e := object.Repr(a.c, v); e == object.NeedVM {
			a.list = append(a.list, v)
		} else if e == nil {
			a.known[v.H] = s
		}
	}
}

func (a *asker) callback(fn value, args []value) {
	if fn.IsNull() {
		return
	}
	if inner, pargs, _, ok := partial(a.c, fn); ok {
		a.callback(inner, pargs)
	} else {
		a.add(fn, 0)
	}
	for _, x := range args {
		a.add(x, maxLevel)
	}
}

func (a *asker) future(f *Future, level int) {
	if f.state == finished {
		if f.exc != nil {
			a.add(f.exc.Value(), 0)
		} else {
			a.add(f.result, maxLevel)
		}
	}
	for _, cb := range f.callbacks() {
		a.callback(cb.fn, nil)
	}
	if task := f.task(); task != nil {
		if task.gen == nil && asCoro(task.coro) == nil {
			a.add(task.coro, 0)
		}
		if task.waiter != nil && level > 0 {
			a.future(task.waiter, level-1)
		}
	}
}

// initUserRepr makes repr() of tp ask for what collect finds.
func initUserRepr(tp *object.Type, collect func(a *asker, v value)) {
	plain := tp.Repr
	tp.Repr = func(c *ctx, v value) (string, *exc) {
		st := of(threadOf(c)).st
		if st.reprs != nil {
			return plain(c, v) // inside of another one, which has asked
		}
		a := &asker{c: c, known: map[*object.Header]string{}, first: true}
		if collect(a, v); len(a.list) > 0 {
			return "", object.NeedVM
		}
		st.reprs = a.known
		s, e := plain(c, v)
		st.reprs = nil
		return s, e
	}
	native(tp, "__repr__", "", func(t *thread, args []value, _ []*str) action {
		v, c, st := args[0], t.RT.Ctx, of(t).st
		known := map[*object.Header]string{}
		a := &asker{c: c, known: known}
		collect(a, v)
		i := 0
		return vm.Repeat(t, func(t *thread) action {
			if i < len(a.list) {
				x := a.list[i]
				i++
				return vm.OnValue(t, vm.Repr(t, x), func(t *thread, s value) action {
					known[x.H] = object.AsStr(s).Text
					return vm.Continue()
				})
			}
			st.reprs = known
			s, e := plain(c, v)
			st.reprs = nil
			return vm.ReturnOr(object.NewStr(s), e)
		})
	})
}
