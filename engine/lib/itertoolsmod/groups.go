package itertoolsmod

import (
	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// groupby: neighbours with the same key.

var grouperType = object.NewStaticType("_grouper", "itertools", object.ObjectType, object.LayoutOther, object.NotBase)

// grouping is what a groupby and the iterators over its groups share.
type grouping struct {
	it, key  value
	curKey   value // of the item that was fetched last
	curItem  value
	wanted   value // the key of the group that was handed out last
	group    int   // its number; iterators over earlier groups have ended
	hasGroup bool
}

func initGroups() {
	object.Describe[iterator](grouperType)
	builtins.Iterator(grouperType, func(t *thread, v value) action { return of(v).next(t) })
	class("groupby", "iterable, key=None", func(t *thread, tp *object.Type, a []value) action {
		key := a[1]
		return onIter(t, a[0], func(t *thread, it value) action {
			g := &grouping{it: it, key: key}
			return vm.Return(newIterator(tp, g.next, &g.it, &g.key, &g.curKey, &g.curItem, &g.wanted))
		})
	})
}

// step fetches the next item and its key.
func (g *grouping) step(t *thread, then func(t *thread) action) action {
	return vm.OnValue(t, vm.Next(t, g.it), func(t *thread, x value) action {
		if g.key.IsNull() || g.key.IsNone() {
			g.curItem, g.curKey = x, x
			return then(t)
		}
		return vm.OnValue(t, vm.Call(g.key, x), func(t *thread, k value) action {
			g.curItem, g.curKey = x, k
			return then(t)
		})
	})
}

func (g *grouping) next(t *thread) action {
	return vm.Repeat(t, func(t *thread) action {
		found := func(t *thread) action {
			g.wanted, g.hasGroup = g.curKey, true
			g.group++
			return vm.Return(object.TupleOf(g.curKey, g.members(g.group)))
		}
		if g.curKey.IsNull() {
			return g.step(t, func(t *thread) action { return vm.Continue() })
		}
		if !g.hasGroup {
			return found(t)
		}
		return vm.OnTruthOf(t, vm.Equal(t, g.wanted, g.curKey), func(t *thread, same bool) action {
			if !same {
				return found(t)
			}
			return g.step(t, func(t *thread) action { return vm.Continue() })
		})
	})
}

// members iterates over the group with that number.
func (g *grouping) members(group int) value {
	key := g.curKey
	return newIterator(grouperType, func(t *thread) action {
		if g.group != group {
			return stop()
		}
		give := func(t *thread) action {
			return vm.OnTruthOf(t, vm.Equal(t, key, g.curKey), func(t *thread, same bool) action {
				if !same {
					return stop()
				}
				v := g.curItem
				g.curItem = value{}
				return vm.Return(v)
			})
		}
		if g.curItem.IsNull() {
			return g.step(t, give)
		}
		return give(t)
	}, &key)
}
