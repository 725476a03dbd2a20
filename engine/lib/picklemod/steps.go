package picklemod

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// step goes on with the last task: until it is done, has left another one
// before itself, or asks the program for something.
func (p *pickler) step(t *thread) *exc {
	at := len(p.todo) - 1
	k := &p.todo[at]
	switch k.kind {
	case putOps:
		p.write(k.op)
		v := k.v
		memo := k.memo
		p.pop(false)
		if memo {
			p.memoize(v.H)
		}
		return nil
	case saveOne:
		v := k.v
		p.pop(false)
		return p.save(t, v)
	case listItems:
		return p.stepList(t, at)
	case tupleItems:
		return p.stepTuple(t, at)
	case setItems:
		return p.stepSet(t, at)
	case frozenItems:
		return p.stepFrozen(t, at)
	case dictItems:
		return p.stepDict(t, at)
	case attrItems:
		return p.stepAttrs(t, at)
	case streamItems:
		return p.stepStream(t, at)
	case streamPairs:
		return p.stepPairs(t, at)
	}
	return p.stepReduce(t, at)
}

// moved tells whether the task at that place is no longer the one to go on with.
func (p *pickler) moved(at int) bool { return p.asked || len(p.todo) != at+1 }

// stepList: n is 1 for a list of one element, which takes no mark, else 2.
func (p *pickler) stepList(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		el := object.AsList(k.v).Elems // looked at anew: the program may have changed the list
		switch {
		case p.proto == 0: // one by one
			if k.i > 0 {
				p.write(opAppend)
			}
			if k.i >= len(el) {
				p.pop(true)
				return nil
			}
		case k.i == 0 && len(el) == 1:
			k.n = 1
		case k.i == 0:
			k.n = 2
			p.write(opMark)
		case k.n == 1:
			p.write(opAppend)
			p.pop(true)
			return nil
		case k.i >= len(el):
			p.write(opAppends)
			p.pop(true)
			return nil
		case k.i%batch == 0:
			p.write(opAppends, opMark)
		}
		if len(el) == 0 {
			p.write(opAppends)
			p.pop(true)
			return nil
		}
		v := el[k.i]
		k.i++
		if e := p.save(t, v); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
}

var tupleOps = [...]byte{0, opTuple1, opTuple2, opTuple3}

func (p *pickler) stepTuple(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		if k.i == len(k.items) {
			break
		}
		v := k.items[k.i]
		k.i++
		if e := p.save(t, v); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
	k := &p.todo[at]
	v, n := k.v, len(k.items)
	p.pop(true)
	// A tuple that holds itself has been written on the way: what was begun here is dropped.
	if p.find(v.H) >= 0 {
		switch {
		case p.proto == 0:
			n++ // the mark
			fallthrough
		case n <= 3 && p.proto >= 2:
			for range n {
				p.write(opPop)
			}
		default:
			p.write(opPopMark)
		}
		p.get(v.H)
		return nil
	}
	if n > 3 || p.proto < 2 {
		p.write(opTuple)
	} else {
		p.write(tupleOps[n])
	}
	p.memoize(v.H)
	return nil
}

func (p *pickler) stepSet(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		if k.i%batch == 0 {
			// As the reference does: after a full batch there is always another one, even an empty one.
			if k.i > 0 {
				p.write(opAddItems)
			}
			p.write(opMark)
		}
		if k.i == len(k.items) {
			p.write(opAddItems)
			p.pop(true)
			return nil
		}
		v := k.items[k.i]
		k.i++
		if e := p.save(t, v); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
}

func (p *pickler) stepFrozen(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		if k.i == len(k.items) {
			break
		}
		v := k.items[k.i]
		k.i++
		if e := p.save(t, v); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
	v := p.todo[at].v
	p.pop(true)
	if p.find(v.H) >= 0 {
		p.write(opPopMark)
		p.get(v.H)
		return nil
	}
	p.write(opFrozenSet)
	p.memoize(v.H)
	return nil
}

// stepDict: phase 0 is before a key, 1 before its value; i counts the items, n is the place in the dict.
func (p *pickler) stepDict(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		d := k.dict
		if k.phase == 1 {
			v := k.held
			k.held, k.phase = value{}, 0
			k.i++
			if e := p.save(t, v); e != nil {
				return e
			}
			if p.moved(at) {
				return nil
			}
			continue
		}
		one := d.Len() == 1 && k.op == 0
		if p.proto == 0 {
			if k.i > 0 {
				p.write(opSetItem)
			}
		} else if k.i == 0 {
			k.op = 1 // said once: a dict of one item takes no mark
			if one {
				k.op = 2
			} else {
				p.write(opMark)
			}
		} else if k.op == 2 {
			p.write(opSetItem)
			p.pop(true)
			return nil
		} else if k.i%batch == 0 {
			p.write(opSetItems, opMark) // as in stepSet
		}
		key, val, ok := d.Next(&k.n)
		if !ok {
			if p.proto > 0 {
				p.write(opSetItems)
			}
			p.pop(true)
			return nil
		}
		k.held, k.phase = val, 1
		if e := p.save(t, key); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
}

// stepAttrs writes the attributes of an instance as the dictionary that it would have: n counts them, i is the place.
func (p *pickler) stepAttrs(t *thread, at int) *exc {
	for {
		k := &p.todo[at]
		a := object.AttrsOf(k.v)
		names := a.Shape.Names()
		if k.phase == 1 {
			k.phase = 0
			v := a.Vals[k.i]
			k.i++
			if e := p.save(t, v); e != nil {
				return e
			}
			if p.moved(at) {
				return nil
			}
			continue
		}
		if k.i == k.n {
			if k.n == 1 {
				p.write(opSetItem)
			} else {
				p.write(opSetItems)
			}
			p.write(opBuild)
			p.pop(true)
			return nil
		}
		k.phase = 1
		if e := p.save(t, names[k.i].Value()); e != nil {
			return e
		}
		if p.moved(at) {
			return nil
		}
	}
}

// stepStream writes the items that an iterator answers. The one after the next is
// asked for first: one alone goes without a mark. i counts those of the batch.
func (p *pickler) stepStream(t *thread, at int) *exc {
	k := &p.todo[at]
	switch k.phase {
	case 0: // before a batch
		p.fetch(t, at, func(k *task, v value) {
			if v.IsNull() {
				p.pop(true)
				return
			}
			k.held, k.phase = v, 1
			if p.proto == 0 {
				k.phase = 7
			}
		})
	case 1: // with the first of a batch: is there a second one?
		p.fetch(t, at, func(k *task, v value) {
			if v.IsNull() {
				k.phase = 2
			} else {
				k.items, k.phase, k.i = append(k.items[:0], v), 3, 1
				p.write(opMark)
			}
		})
	case 2: // one alone
		v := k.held
		p.pop(true)
		p.push(task{kind: putOps, op: opAppend})
		return p.save(t, v)
	case 3: // save the held one
		v := k.held
		k.held, k.phase = value{}, 4
		return p.save(t, v)
	case 4: // and what was fetched after it
		if len(k.items) == 0 {
			p.write(opAppends)
			p.pop(true)
			return nil
		}
		v := k.items[0]
		k.items = k.items[:0]
		if k.i++; k.i == batch {
			k.phase = 6
		} else {
			k.phase = 5
		}
		return p.save(t, v)
	case 5:
		p.fetch(t, at, func(k *task, v value) {
			if !v.IsNull() {
				k.items = append(k.items, v)
			}
			k.phase = 4
		})
	case 6:
		p.write(opAppends)
		k.phase = 0
	case 7: // protocol 0: one by one
		v := k.held
		k.held, k.phase = value{}, 0
		p.push(task{kind: putOps, op: opAppend})
		return p.save(t, v)
	}
	return nil
}

// stepPairs is stepStream for pairs of key and value.
func (p *pickler) stepPairs(t *thread, at int) *exc {
	k := &p.todo[at]
	pair := func(v value) (*object.Tuple, *exc) {
		tu := object.AsTuple(v)
		if tu == nil || len(tu.Elems) != 2 {
			return nil, object.NewExc(object.TypeError, "dict items iterator must return 2-tuples")
		}
		return tu, nil
	}
	switch k.phase {
	case 0:
		p.fetch(t, at, func(k *task, v value) {
			if v.IsNull() {
				p.pop(true)
				return
			}
			k.held, k.phase = v, 1
			if p.proto == 0 {
				k.phase = 7
			}
		})
	case 1:
		p.fetch(t, at, func(k *task, v value) {
			if v.IsNull() {
				k.phase = 2
			} else {
				k.items, k.phase, k.i = append(k.items[:0], v), 3, 1
				p.write(opMark)
			}
		})
	case 2:
		tu, e := pair(k.held)
		if e != nil {
			return e
		}
		p.pop(true)
		p.push(task{kind: putOps, op: opSetItem})
		p.push(task{kind: saveOne, v: tu.Elems[1]})
		return p.save(t, tu.Elems[0])
	case 3, 4:
		var v value
		if k.phase == 3 {
			v = k.held
			k.held, k.phase = value{}, 4
		} else {
			if len(k.items) == 0 {
				p.write(opSetItems)
				p.pop(true)
				return nil
			}
			v = k.items[0]
			k.items = k.items[:0]
			if k.i++; k.i == batch {
				k.phase = 6
			} else {
				k.phase = 5
			}
		}
		tu, e := pair(v)
		if e != nil {
			return e
		}
		p.push(task{kind: saveOne, v: tu.Elems[1]})
		return p.save(t, tu.Elems[0])
	case 5:
		p.fetch(t, at, func(k *task, v value) {
			if !v.IsNull() {
				k.items = append(k.items, v)
			}
			k.phase = 4
		})
	case 6:
		p.write(opSetItems)
		k.phase = 0
	case 7: // protocol 0: one by one
		tu, e := pair(k.held)
		if e != nil {
			return e
		}
		k.held, k.phase = value{}, 0
		p.push(task{kind: putOps, op: opSetItem})
		p.push(task{kind: saveOne, v: tu.Elems[1]})
		return p.save(t, tu.Elems[0])
	}
	return nil
}

// fetch asks the task's iterator for the next item; got gets Null at its end.
func (p *pickler) fetch(t *thread, at int, got func(k *task, v value)) {
	it := p.todo[at].v
	a := vm.After(t, vm.Next(t, it), func(t *thread, v value, e *exc) action {
		if e != nil {
			if e.Is(object.StopIteration) {
				return vm.Return(value{})
			}
			return vm.Raise(e)
		}
		return vm.Return(v)
	})
	p.request(a, func(t *thread, v value) *exc {
		got(&p.todo[at], v)
		return nil
	})
}
