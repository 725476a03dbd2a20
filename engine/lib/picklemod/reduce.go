package picklemod

import (
	"math/big"

	"loopscope/engine/builtins"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

var (
	strReduceEx  = intern("__reduce_ex__")
	strReduce    = intern("__reduce__")
	strGetState  = intern("__getstate__")
	strNew       = intern("__new__")
	strName      = intern("__name__")
	strQualName  = intern("__qualname__")
	strModule    = intern("__module__")
	strNewArgs   = intern("__getnewargs__")
	strNewArgsEx = intern("__getnewargs_ex__")
)

// reduction is what a reducing function answered (PEP 307): how to make the object again.
type reduction struct {
	obj    value // Null for a helper that is not the object itself
	fn     value
	args   value // a tuple
	state  value // the rest is Null where there is none
	items  value
	pairs  value
	setter value
	kind   byte // opReduce, opNewObj or opNewObjEx
}

func (r *reduction) traverse(visit func(value)) {
	for _, v := range [...]value{r.obj, r.fn, r.args, r.state, r.items, r.pairs, r.setter} {
		if !v.IsNull() {
			visit(v)
		}
	}
}

// saveObject writes what has no opcode of its own.
func (p *pickler) saveObject(t *thread, v value) *exc {
	tp := v.H.Type
	switch tp {
	case object.TypeType:
		return p.saveType(t, v)
	case object.FunctionType:
		return p.saveGlobal(t, v, value{})
	}
	if d := p.hooks.dispatch; !d.IsNull() && object.AsDict(d) == nil {
		a := vm.After(t, vm.GetItem(t, d, tp.Value()), func(t *thread, fn value, e *exc) action {
			if e != nil && e.Is(object.KeyError) {
				return vm.ReturnNone()
			}
			return vm.ReturnOr(fn, e)
		})
		p.request(a, func(t *thread, fn value) *exc {
			if fn.IsNone() {
				return p.saveByMethod(t, v)
			}
			return p.saveBy(t, v, fn)
		})
		return nil
	}
	if d := p.hooks.extra; d != nil {
		if fn, ok, _ := d.Get(t.RT.Ctx, tp.Value()); ok {
			return p.saveBy(t, v, fn)
		}
	}
	if d := p.dispatchTable(t); d != nil {
		fn, ok, e := d.Get(t.RT.Ctx, tp.Value())
		if e != nil && e != object.NeedVM {
			return e
		}
		if ok {
			return p.saveBy(t, v, fn)
		}
	}
	return p.saveByMethod(t, v)
}

// dispatchTable is the table in force, nil when there is none yet.
func (p *pickler) dispatchTable(t *thread) *object.Dict {
	if d := p.hooks.dispatch; !d.IsNull() {
		return object.AsDict(d)
	}
	if p.registry == nil {
		if m, ok := t.RT.Modules.GetStr(intern("copyreg")); ok && object.AsModule(m) != nil {
			d, _ := object.AsModule(m).Dict.GetStr(intern("dispatch_table"))
			p.registry = object.AsDict(d)
		}
	}
	return p.registry
}

// saveBy writes what fn makes of v.
func (p *pickler) saveBy(t *thread, v, fn value) *exc {
	p.request(vm.Call(fn, v), func(t *thread, r value) *exc { return p.saveReduced(t, v, r) })
	return nil
}

// saveByMethod writes what v's own __reduce_ex__ says.
func (p *pickler) saveByMethod(t *thread, v value) *exc {
	tp := v.H.Type
	if tp.IsSubtype(object.TypeType) {
		return p.saveGlobal(t, v, value{})
	}
	if p.proto >= 2 && plain(tp) {
		return p.savePlain(t, v)
	}
	proto := object.Int(int64(p.proto))
	var a action
	switch fn := tp.Lookup(strReduceEx); {
	case fn == objectReduceEx:
		a = reduceEx(t, v, p.proto)
	case fn.IsNull():
		return raise(t, "PicklingError", "can't pickle '%s' object: %s", tp, object.ReprText(t.RT.Ctx, v))
	default:
		a = vm.OnValue(t, vm.GetAttr(t, v, strReduceEx), func(t *thread, m value) action { return vm.Call(m, proto) })
	}
	p.request(a, func(t *thread, r value) *exc { return p.saveReduced(t, v, r) })
	return nil
}

// plain tells whether the instances of a class are made by object.__new__ and have
// no other state than their dictionary.
func plain(tp *object.Type) bool {
	return tp.IsHeap() && tp.Layout == object.LayoutObject && len(tp.SlotNames) == 0 &&
		tp.Lookup(strReduceEx) == objectReduceEx && tp.Lookup(strReduce) == objectReduce &&
		tp.Lookup(strGetState) == objectGetState && tp.Lookup(strNewArgs).IsNull() && tp.Lookup(strNewArgsEx).IsNull() &&
		tp.Flags&(object.HasGetattribute|object.HasGetattr) == 0
}

// savePlain writes such an instance without asking its reducing methods. The tasks are pushed in reverse.
func (p *pickler) savePlain(t *thread, v value) *exc {
	a := object.AttrsOf(v)
	cls := v.H.Type
	switch {
	case a.Len() == 0:
	case a.Dict != nil:
		p.push(task{kind: putOps, op: opBuild})
		p.push(task{kind: saveOne, v: a.Dict.Value()})
	default:
		if e := p.pushNested(task{kind: attrItems, v: v, n: a.Shape.Len()}); e != nil {
			return e
		}
	}
	p.push(task{kind: reduceSteps, phase: 10, v: v})
	return p.save(t, cls.Value())
}

// saveType writes a class; those of the singletons have no name in builtins.
func (p *pickler) saveType(t *thread, v value) *exc {
	for _, s := range [...]value{object.None, object.NotImplemented, object.Ellipsis} {
		if object.AsType(v) == object.TypeOf(s) {
			return p.reduceTo(t, v, object.TypeType.Value(), object.TupleOf(s))
		}
	}
	return p.saveGlobal(t, v, value{})
}

// reduceTo writes obj as the call fn(*args).
func (p *pickler) reduceTo(t *thread, obj, fn, args value) *exc {
	return p.pushNested(task{kind: reduceSteps, red: &reduction{obj: obj, fn: fn, args: args, kind: opReduce}})
}

// saveReduced writes what a reducing function answered for obj.
func (p *pickler) saveReduced(t *thread, obj, r value) *exc {
	if object.AsStr(r) != nil {
		return p.saveGlobal(t, obj, r)
	}
	tu := object.AsTuple(r)
	if tu == nil {
		return raise(t, "PicklingError", "__reduce__ must return a string or tuple")
	}
	if len(tu.Elems) < 2 || len(tu.Elems) > 6 {
		return raise(t, "PicklingError", "tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	var parts [6]value
	for i, x := range tu.Elems {
		if i < 2 || !x.IsNone() {
			parts[i] = x
		}
	}
	red := &reduction{obj: obj, fn: parts[0], args: parts[1], state: parts[2], items: parts[3], pairs: parts[4], setter: parts[5], kind: opReduce}
	switch {
	case !builtins.IsCallable(red.fn):
		return raise(t, "PicklingError", "first item of the tuple returned by __reduce__ must be callable")
	case object.AsTuple(red.args) == nil:
		return raise(t, "PicklingError", "second item of the tuple returned by __reduce__ must be a tuple")
	case !red.items.IsNull() && !vm.IsIterator(red.items):
		return raise(t, "PicklingError", "fourth element of the tuple returned by __reduce__ must be an iterator, not %s", object.TypeOf(red.items))
	case !red.pairs.IsNull() && !vm.IsIterator(red.pairs):
		return raise(t, "PicklingError", "fifth element of the tuple returned by __reduce__ must be an iterator, not %s", object.TypeOf(red.pairs))
	case !red.setter.IsNull() && !builtins.IsCallable(red.setter):
		return raise(t, "PicklingError", "sixth element of the tuple returned by __reduce__ must be a function, not %s", object.TypeOf(red.setter))
	}
	if e := p.recognise(t, red); e != nil {
		return e
	}
	return p.pushNested(task{kind: reduceSteps, red: red})
}

// recognise finds out whether the function is one that has an opcode.
func (p *pickler) recognise(t *thread, r *reduction) *exc {
	f := object.AsFunction(r.fn)
	if f == nil || p.proto < 2 {
		return nil
	}
	args := object.AsTuple(r.args).Elems
	switch f.Name.Text {
	case "__newobj__":
		switch {
		case len(args) < 1:
			return raise(t, "PicklingError", "__newobj__ arglist is empty")
		case object.AsType(args[0]) == nil:
			return raise(t, "PicklingError", "args[0] from __newobj__ args has no __new__")
		case !r.obj.IsNull() && object.AsType(args[0]) != object.TypeOf(r.obj):
			return raise(t, "PicklingError", "args[0] from __newobj__ args has the wrong class")
		}
		r.kind = opNewObj
	case "__newobj_ex__":
		if len(args) != 3 {
			return raise(t, "PicklingError", "length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", len(args))
		}
		switch {
		case object.AsType(args[0]) == nil:
			return raise(t, "PicklingError", "first item from NEWOBJ_EX argument tuple must be a class, not %s", object.TypeOf(args[0]))
		case object.AsTuple(args[1]) == nil:
			return raise(t, "PicklingError", "second item from NEWOBJ_EX argument tuple must be a tuple, not %s", object.TypeOf(args[1]))
		case object.AsDict(args[2]) == nil:
			return raise(t, "PicklingError", "third item from NEWOBJ_EX argument tuple must be a dict, not %s", object.TypeOf(args[2]))
		}
		r.kind = opNewObjEx
	}
	return nil
}

// stepReduce writes a reduction part by part.
func (p *pickler) stepReduce(t *thread, at int) *exc {
	k := &p.todo[at]
	if k.red == nil { // the class of a plain instance has been written
		v := k.v
		p.pop(false)
		p.write(opEmptyTuple, opNewObj)
		p.memoize(v.H)
		// What comes next are its attributes, a dictionary that nothing else can refer to.
		if n := len(p.todo); n > 0 && p.todo[n-1].kind == attrItems && p.todo[n-1].v == v && p.todo[n-1].i == 0 {
			p.write(opEmptyDict)
			p.memoize(nil)
			if p.todo[n-1].n > 1 {
				p.write(opMark)
			}
		}
		return nil
	}
	r := k.red
	args := object.AsTuple(r.args).Elems
	next := func(phase uint8) { p.todo[at].phase = phase }
	switch k.phase {
	case 0: // what is called
		next(1)
		switch {
		case r.kind == opNewObj:
			return p.save(t, args[0])
		case r.kind == opNewObjEx && p.proto >= 4:
			return p.save(t, args[0])
		case r.kind == opNewObjEx:
			next(11)
			p.importName(t, "functools", "partial", func(t *thread, partial value) *exc {
				p.request(vm.GetAttr(t, args[0], strNew), func(t *thread, newFn value) *exc {
					all := append([]value{newFn, args[0]}, object.AsTuple(args[1]).Elems...)
					var kw []*str
					d := object.AsDict(args[2])
					pos := 0
					for {
						key, v, ok := d.Next(&pos)
						if !ok {
							break
						}
						if s := object.AsStr(key); s != nil {
							kw, all = append(kw, object.InternStr(s)), append(all, v)
						}
					}
					p.request(vm.CallKw(partial, all, kw), func(t *thread, bound value) *exc { return p.save(t, bound) })
					return nil
				})
				return nil
			})
			return nil
		}
		return p.save(t, r.fn)
	case 1: // with what
		next(2)
		switch r.kind {
		case opNewObj:
			return p.save(t, object.NewTuple(append([]value(nil), args[1:]...)))
		case opNewObjEx:
			next(12)
			return p.save(t, args[1])
		}
		return p.save(t, r.args)
	case 11:
		next(2)
		p.write(opEmptyTuple, opReduce)
		return p.made(at)
	case 12:
		next(2)
		return p.save(t, args[2])
	case 2:
		p.write(r.kind)
		return p.made(at)
	case 3:
		next(4)
		if !r.items.IsNull() {
			p.push(task{kind: streamItems, v: r.items})
			p.depth++
		}
		return nil
	case 4:
		next(5)
		if !r.pairs.IsNull() {
			p.push(task{kind: streamPairs, v: r.pairs})
			p.depth++
		}
		return nil
	case 5: // the state
		switch {
		case r.state.IsNull():
			p.pop(true)
			return nil
		case r.setter.IsNull():
			next(6)
			return p.save(t, r.state)
		}
		next(7)
		return p.save(t, r.setter)
	case 6:
		p.pop(true)
		p.write(opBuild)
		return nil
	case 7:
		next(8)
		return p.save(t, r.obj)
	case 8:
		next(9)
		return p.save(t, r.state)
	}
	p.pop(true)
	p.write(opTuple2, opReduce, opPop)
	return nil
}

// made: the object is on the reader's stack.
func (p *pickler) made(at int) *exc {
	k := &p.todo[at]
	r := k.red
	k.phase = 3
	if !r.obj.IsNull() {
		if p.find(r.obj.H) >= 0 {
			// Written on the way, as part of its own arguments: what was made here is dropped.
			p.pop(true)
			p.write(opPop)
			p.get(r.obj.H)
			return nil
		}
		p.memoize(r.obj.H)
	}
	if r.state.IsNull() && r.items.IsNull() && r.pairs.IsNull() {
		p.pop(true)
	}
	return nil
}

// importName gets an attribute of a module.
func (p *pickler) importName(t *thread, module, name string, then func(t *thread, v value) *exc) {
	a := vm.OnValue(t, t.Import(module), func(t *thread, m value) action { return vm.GetAttr(t, m, intern(name)) })
	p.request(a, then)
}

// latin1 is a str with one character for each byte.
func latin1(data string) value {
	rs := make([]rune, len(data))
	for i := range rs {
		rs[i] = rune(data[i])
	}
	return object.NewStr(string(rs))
}

// twosComplement is the shortest little-endian form of n with its sign, "" for 0.
func twosComplement(n *big.Int) []byte {
	if n.Sign() == 0 {
		return nil
	}
	m := n
	size := n.BitLen()/8 + 1
	if n.Sign() < 0 {
		// -2**(8k-1) needs no further byte for its sign.
		if low := new(big.Int).Add(n, big.NewInt(1)); low.BitLen()/8+1 < size {
			size = low.BitLen()/8 + 1
		}
		m = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(8*size)))
	}
	out := m.FillBytes(make([]byte, size))
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// fromTwosComplement is the number with those bytes.
func fromTwosComplement(data string) value {
	rev := make([]byte, len(data))
	for i := range rev {
		rev[i] = data[len(data)-1-i]
	}
	n := new(big.Int).SetBytes(rev)
	if len(rev) > 0 && rev[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(rev))))
	}
	if n.IsInt64() {
		return object.Int(n.Int64())
	}
	return object.NewBigInt(n)
}
