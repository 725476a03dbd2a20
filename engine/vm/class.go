package vm

import (
	"loopscope/engine/object"
)

// callType is a call of a class: a new instance, or what the metaclass says.
func (t *Thread) callType(cls *object.Type, args []Value, kw []*Str) Action {
	meta := cls.Header.Type
	if meta != object.TypeType {
		if call := meta.Lookup(strCall); object.AsBuiltin(call) == nil {
			return callSpecialKw(t, call, cls.Value(), args, kw)
		}
	}
	return t.instantiate(cls, args, kw)
}

// instantiate is type.__call__: __new__, then __init__.
func (t *Thread) instantiate(cls *object.Type, args []Value, kw []*Str) Action {
	if cls == object.TypeType && len(args) == 1 && len(kw) == 0 {
		return Return(object.TypeOf(args[0]).Value())
	}
	newFn, initFn := wrappedFunc(cls.Lookup(strNew)), cls.Lookup(strInit)
	if newFn == objectNew {
		if initFn == objectInit && len(args) != 0 {
			return Raisef(object.TypeError, "%s() takes no arguments", cls.Label())
		}
		if cls.Flags&object.AbstractClass != 0 {
			return Raise(object.AbstractError(t.RT.Ctx, cls))
		}
		if cls.Alloc == nil {
			return Raisef(object.TypeError, "cannot create '%s' instances", cls.Label())
		}
		inst := cls.Alloc(t.RT.Ctx, cls)
		if cls.Flags&object.HasDel != 0 {
			t.watch(inst)
		}
		if initFn == objectInit {
			return Return(inst)
		}
		return t.initInstance(inst, initFn, args, kw)
	}
	all := append([]Value(nil), args...)
	newArgs := append([]Value{cls.Value()}, all...)
	return OnValue(t, CallKw(newFn, newArgs, kw), func(t *Thread, inst Value) Action {
		it := object.TypeOf(inst)
		if !it.IsSubtype(cls) {
			return Return(inst)
		}
		if it.Flags&object.HasDel != 0 {
			t.watch(inst)
		}
		init := it.Lookup(strInit)
		if init.IsNull() || init == objectInit {
			return Return(inst)
		}
		if b := object.AsBuiltin(init); b != nil && b.NoInit {
			return Return(inst)
		}
		return t.initInstance(inst, init, all, kw)
	})
}

func (t *Thread) initInstance(inst, init Value, args []Value, kw []*Str) Action {
	all := make([]Value, len(args)+1)
	all[0] = inst
	copy(all[1:], args)
	return OnValue(t, CallKw(init, all, kw), func(t *Thread, r Value) Action {
		if !r.IsNone() {
			return Raisef(object.TypeError, "__init__() should return None, not '%s'", object.TypeOf(r).Label())
		}
		return Return(inst)
	})
}

// buildClassNative is __build_class__(func, name, *bases, **keywords).
func buildClassNative(t *Thread, args []Value, kw []*Str) Action {
	fn := object.AsFunction(args[0])
	name := args[1]
	npos := len(args) - len(kw)
	orig := append([]Value(nil), args[2:npos]...)
	kwVals := append([]Value(nil), args[npos:]...)
	kwNames := append([]*Str(nil), kw...)
	return OnValue(t, t.resolveBases(orig), func(t *Thread, bv Value) Action {
		bases := object.AsTuple(bv).Elems
		var meta Value
		for i, k := range kwNames {
			if k.Text == "metaclass" {
				meta = kwVals[i]
				kwNames = append(kwNames[:i:i], kwNames[i+1:]...)
				kwVals = append(kwVals[:i:i], kwVals[i+1:]...)
				break
			}
		}
		if meta.IsNull() {
			meta = object.TypeType.Value()
			if len(bases) > 0 {
				meta = object.TypeOf(bases[0]).Value()
			}
		}
		if mt := object.AsType(meta); mt != nil {
			best, e := object.BestMeta(mt, bases)
			if e != nil {
				return Raise(e)
			}
			meta = best.Value()
		}
		return OnValue(t, t.prepare(meta, name, bv, kwVals, kwNames), func(t *Thread, ns Value) Action {
			d := object.AsDict(ns)
			if d == nil && special(ns, strGetitem).IsNull() {
				what := "<metaclass>"
				if mt := object.AsType(meta); mt != nil {
					what = mt.Name
				}
				return Raisef(object.TypeError, "%s.__prepare__() must return a mapping, not %s", what, object.TypeOf(ns).Label())
			}
			bf := newFrame(fn.Code)
			bf.kept = keepFrame
			clear(bf.Slots)
			bf.sp = fn.Code.NFast
			bf.Globals, bf.Fn = fn.Globals, fn
			if d != nil && d.Type == object.DictType {
				bf.Locals = d
			} else {
				bf.NS = ns
				if d == nil {
					d = object.NewDict()
				}
				bf.Locals = d
			}
			if len(fn.Closure) != 0 {
				bindClosure(bf, fn)
			}
			return OnValue(t, runFrame(bf), func(t *Thread, cell Value) Action {
				make := func(t *Thread) Action {
					return OnValue(t, CallKw(meta, append([]Value{name, bv, ns}, kwVals...), kwNames), func(t *Thread, cls Value) Action {
						return t.checkCell(cls, name, object.AsCell(cell))
					})
				}
				if len(bases) != len(orig) || !sameValues(bases, orig) {
					return OnValue(t, SetItem(t, ns, object.Obj(&intern("__orig_bases__").Header), object.NewTuple(orig)), func(t *Thread, _ Value) Action { return make(t) })
				}
				return make(t)
			})
		})
	})
}

// checkCell answers a new class when the cell of its __class__, if it has one, holds it: type.__new__ sees to that
// with what the body's namespace calls __classcell__.
func (t *Thread) checkCell(cls, name Value, cell *object.Cell) Action {
	if cell == nil || object.AsType(cls) == nil || cell.V == cls {
		return Return(cls)
	}
	c := t.RT.Ctx
	if cell.V.IsNull() {
		return Raisef(object.RuntimeError, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", object.ReprText(c, name), object.ReprText(c, cls))
	}
	return Raisef(object.TypeError, "__class__ set to %s defining %s as %s", object.ReprText(c, cell.V), object.ReprText(c, name), object.ReprText(c, cls))
}

func sameValues(a, b []Value) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// resolveBases replaces bases that have __mro_entries__ (PEP 560).
func (t *Thread) resolveBases(bases []Value) Action {
	out := make([]Value, 0, len(bases))
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		for ; i < len(bases); i++ {
			b := bases[i]
			if object.AsType(b) != nil {
				out = append(out, b)
				continue
			}
			// The attribute may be the object's own, as it is with the functions of typing that stand for classes.
			entries := After(t, GetAttr(t, b, intern("__mro_entries__")), func(t *Thread, fn Value, exc *Exc) Action {
				if exc == nil {
					return Call(fn, object.NewTuple(bases))
				}
				if !exc.Is(object.AttributeError) {
					return Raise(exc)
				}
				return Return(object.TupleOf(b))
			})
			return OnValue(t, entries, func(t *Thread, r Value) Action {
				tup := object.AsTuple(r)
				if tup == nil {
					return Raisef(object.TypeError, "__mro_entries__ must return a tuple")
				}
				out = append(out, tup.Elems...)
				return from(t, i+1)
			})
		}
		return Return(object.NewTuple(out))
	}
	return from(t, 0)
}

// prepare is the metaclass's __prepare__.
func (t *Thread) prepare(meta, name, bases Value, kwVals []Value, kw []*Str) Action {
	mt := object.AsType(meta)
	if mt != nil {
		if p := mt.Lookup(intern("__prepare__")); p.IsNull() || object.AsBuiltin(p) != nil {
			return Return(object.Obj(&object.NewDict().Header))
		}
	}
	return After(t, GetAttr(t, meta, intern("__prepare__")), func(t *Thread, p Value, exc *Exc) Action {
		if exc != nil {
			if exc.Type.IsSubtype(object.AttributeError) {
				return Return(object.Obj(&object.NewDict().Header))
			}
			return Raise(exc)
		}
		return CallKw(p, append([]Value{name, bases}, kwVals...), kw)
	})
}

// NewClass is type.__new__(meta, name, bases, namespace, **keywords): the
// class, then __set_name__ of what is in it, then __init_subclass__.
func NewClass(t *Thread, meta *object.Type, name Value, bases []Value, ns *object.Dict, kwVals []Value, kw []*Str) Action {
	cls, e := object.NewType(t.RT.Ctx, meta, object.AsStr(name).Text, bases, ns)
	if e != nil {
		return Raise(e)
	}
	if cv, ok := cls.Dict.GetStr(intern("__classcell__")); ok {
		c := object.AsCell(cv)
		if c == nil {
			return Raisef(object.TypeError, "type.__new__(): __classcell__ must be a nonlocal cell, not %s", object.ReprText(t.RT.Ctx, object.TypeOf(cv).Value()))
		}
		c.V = cls.Value()
		cls.Dict.DelStr(intern("__classcell__"))
	}
	type item struct{ k, v Value }
	var items []item
	pos := 0
	for {
		k, v, ok := cls.Dict.Next(&pos)
		if !ok {
			break
		}
		if p := object.AsProperty(v); p != nil && p.Name == nil {
			p.Name = object.AsStr(k)
		}
		if vt := object.TypeOf(v); vt.IsHeap() && !vt.Lookup(intern("__set_name__")).IsNull() {
			items = append(items, item{k, v})
		}
	}
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		if i == len(items) {
			return t.initSubclass(cls, kwVals, kw)
		}
		it := items[i]
		return After(t, callSpecial(t, special(it.v, intern("__set_name__")), it.v, cls.Value(), it.k), func(t *Thread, _ Value, exc *Exc) Action {
			if exc != nil {
				e := object.NewExc(object.RuntimeError, "Error calling __set_name__ on '%s' instance %s in '%s'", object.TypeOf(it.v).Label(), object.ReprText(t.RT.Ctx, it.k), cls.Label())
				e.Cause, e.Context, e.Suppress = exc, exc, true
				return Raise(e)
			}
			return from(t, i+1)
		})
	}
	return from(t, 0)
}

// initSubclass calls __init_subclass__ of the nearest base that has one.
func (t *Thread) initSubclass(cls *object.Type, kwVals []Value, kw []*Str) Action {
	name := intern("__init_subclass__")
	for _, k := range cls.MRO[1:] {
		v, ok := k.Dict.GetStr(name)
		if !ok {
			continue
		}
		var fn Value
		if object.TypeOf(v) == object.ClassMethodType {
			fn = wrappedFunc(v)
		} else if b := object.AsBuiltin(v); b != nil {
			if len(kw) > 0 {
				return Raisef(object.TypeError, "%s.__init_subclass__() takes no keyword arguments", cls.Label())
			}
			return Return(cls.Value())
		} else {
			fn = v
		}
		return OnValue(t, CallKw(fn, append([]Value{cls.Value()}, kwVals...), kw), func(t *Thread, _ Value) Action {
			return Return(cls.Value())
		})
	}
	return Return(cls.Value())
}

// patternFlags says which patterns of match the class of v takes part in.
func (t *Thread) patternFlags(v Value) object.TypeFlags {
	return object.TypeOf(v).Flags
}

// matchKeys is MATCH_KEYS: the values for the keys, or None.
func (t *Thread) matchKeys(subj, keys Value) Action {
	ks := object.AsTuple(keys).Elems
	out := make([]Value, 0, len(ks))
	seen := object.NewSet()
	missing := object.NewInstance(object.ObjectType)
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		for ; i < len(ks); i++ {
			if len(ks) > 1 {
				n := seen.Len()
				if e := seen.Add(t.RT.Ctx, ks[i]); e != nil {
					return Raise(e)
				}
				if seen.Len() == n {
					return Raisef(object.ValueError, "mapping pattern checks duplicate key (%s)", object.ReprText(t.RT.Ctx, ks[i]))
				}
			}
			if d := object.AsDict(subj); d != nil && isLeaf(subj.H.Type, intern("get")) {
				v, ok, e := d.Get(t.RT.Ctx, ks[i])
				if e != nil {
					return Raise(e)
				}
				if !ok {
					return ReturnNone()
				}
				out = append(out, v)
				continue
			}
			return OnValue(t, CallMethod(t, subj, "get", ks[i], missing), func(t *Thread, v Value) Action {
				if v == missing {
					return ReturnNone()
				}
				out = append(out, v)
				return from(t, i+1)
			})
		}
		return Return(object.NewTuple(out))
	}
	return from(t, 0)
}

// matchClass is MATCH_CLASS: the attributes that the sub-patterns see, or None.
func (t *Thread) matchClass(subj, cls Value, npos int, names Value) Action {
	tp := object.AsType(cls)
	if tp == nil {
		return Raisef(object.TypeError, "called match pattern must be a type")
	}
	kwNames := object.AsTuple(names).Elems
	return OnTruthOf(t, IsInstance(t, subj, cls), func(t *Thread, is bool) Action {
		if !is {
			return ReturnNone()
		}
		attrs := make([]Value, 0, npos+len(kwNames))
		var seen []*Str
		get := func(list []Value) Action {
			var from func(t *Thread, i int) Action
			from = func(t *Thread, i int) Action {
				if i == len(list) {
					return Return(object.NewTuple(attrs))
				}
				n := object.AsStr(list[i])
				if n == nil {
					return Raisef(object.TypeError, "__match_args__ elements must be strings (got %s)", object.TypeOf(list[i]).Label())
				}
				for _, s := range seen {
					if s.Text == n.Text {
						return Raisef(object.TypeError, "%s() got multiple sub-patterns for attribute '%s'", tp.Label(), n.Text)
					}
				}
				seen = append(seen, n)
				return After(t, GetAttr(t, subj, object.InternStr(n)), func(t *Thread, v Value, exc *Exc) Action {
					if exc != nil {
						if exc.Type.IsSubtype(object.AttributeError) {
							return ReturnNone()
						}
						return Raise(exc)
					}
					attrs = append(attrs, v)
					return from(t, i+1)
				})
			}
			return from(t, 0)
		}
		if npos == 0 {
			return get(kwNames)
		}
		ma := tp.Lookup(intern("__match_args__"))
		if ma.IsNull() {
			if object.MatchSelf(tp) {
				if npos > 1 {
					return Raisef(object.TypeError, "%s() accepts 1 positional sub-pattern (%d given)", tp.Label(), npos)
				}
				attrs = append(attrs, subj)
				return get(kwNames)
			}
			return Raisef(object.TypeError, "%s() accepts 0 positional sub-patterns (%d given)", tp.Label(), npos)
		}
		mt := object.AsTuple(ma)
		if mt == nil {
			return Raisef(object.TypeError, "%s.__match_args__ must be a tuple (got %s)", tp.Label(), object.TypeOf(ma).Label())
		}
		if npos > len(mt.Elems) {
			s := "s"
			if len(mt.Elems) == 1 {
				s = ""
			}
			return Raisef(object.TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", tp.Label(), len(mt.Elems), s, npos)
		}
		return get(append(append([]Value(nil), mt.Elems[:npos]...), kwNames...))
	})
}

// OnTruthOf goes on with the truth of an action's result.
func OnTruthOf(t *Thread, a Action, then func(t *Thread, b bool) Action) Action {
	return OnValue(t, a, func(t *Thread, v Value) Action { return OnTruth(t, v, then) })
}

// IsInstance is isinstance(v, cls): cls a class, a tuple of them, a union, or an
// object whose class defines __instancecheck__.
func IsInstance(t *Thread, v, cls Value) Action {
	return classCheck(t, v, cls, "__instancecheck__", func(k *object.Type) Action {
		tp := object.TypeOf(v)
		if tp.IsSubtype(k) {
			return Return(object.True)
		}
		if tp.IsHeap() && (object.TypeOf(tp.Lookup(strClass)) == object.PropertyType || object.AsFunction(tp.Lookup(strGetattribute)) != nil) {
			return OnValue(t, GetAttr(t, v, strClass), func(t *Thread, c Value) Action {
				ct := object.AsType(c)
				return Return(object.Bool(ct != nil && ct.IsSubtype(k)))
			})
		}
		return Return(object.False)
	}, "isinstance() arg 2 must be a type, a tuple of types, or a union", 0)
}

// IsSubclass is issubclass(v, cls).
func IsSubclass(t *Thread, v, cls Value) Action {
	const message = "issubclass() arg 2 must be a class, a tuple of classes, or a union"
	sub := object.AsType(v)
	return classCheck(t, v, cls, "__subclasscheck__", func(k *object.Type) Action {
		if sub == nil {
			return abstractSubclass(t, v, k.Value(), message)
		}
		return Return(object.Bool(sub.IsSubtype(k)))
	}, message, 0)
}

func classCheck(t *Thread, v, cls Value, hook string, plain func(k *object.Type) Action, message string, depth int) Action {
	if t.depth+depth > t.RT.RecursionLimit {
		return Raise(recursionError()) // tuples in tuples
	}
	if k := object.AsType(cls); k != nil {
		if k.Header.Type != object.TypeType {
			if fn := k.Header.Type.Lookup(intern(hook)); object.AsBuiltin(fn) == nil && !fn.IsNull() {
				if hook == "__instancecheck__" && object.TypeOf(v) == k {
					return Return(object.True)
				}
				return OnValue(t, callSpecial(t, fn, cls, v), func(t *Thread, r Value) Action { return Truth(t, r) })
			}
		}
		return plain(k)
	}
	var list []Value
	if tup := object.AsTuple(cls); tup != nil {
		list = tup.Elems
	} else if u := unionArgs(t, cls); u != nil {
		list = u
	} else if fn := special(cls, intern(hook)); !fn.IsNull() {
		return OnValue(t, callSpecial(t, fn, cls, v), func(t *Thread, r Value) Action { return Truth(t, r) })
	} else if hook == "__instancecheck__" {
		return abstractInstance(t, v, cls, message)
	} else {
		return abstractSubclass(t, v, cls, message)
	}
	var from func(t *Thread, i int) Action
	from = func(t *Thread, i int) Action {
		if i == len(list) {
			return Return(object.False)
		}
		k := list[i]
		if k.IsNone() {
			k = object.NoneType.Value()
		}
		return OnValue(t, classCheck(t, v, k, hook, plain, message, depth+1), func(t *Thread, r Value) Action {
			if r == object.True {
				return Return(r)
			}
			return from(t, i+1)
		})
	}
	return from(t, 0)
}
