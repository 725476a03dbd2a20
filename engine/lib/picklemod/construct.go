package picklemod

import (
	"encoding/binary"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// construct reads an opcode that finds or makes an object of a class.
func (u *unpickler) construct(t *thread, op byte, from int) *exc {
	switch op {
	case opGlobal:
		mod, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		name, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		u.find(t, mod, name, u.push)
	case opStackGlobal:
		if !u.has(2) {
			return u.underflow(t)
		}
		name, mod := object.AsStr(u.pop()), object.AsStr(u.pop())
		if name == nil || mod == nil {
			return raise(t, "UnpicklingError", "STACK_GLOBAL requires str")
		}
		u.find(t, mod.Text, name.Text, u.push)
	case opInst:
		mod, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		name, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		items, e := u.popMark(t)
		if e != nil {
			return e
		}
		args := append([]value(nil), items...)
		u.find(t, mod, name, func(cls value) { u.instantiate(t, cls, args) })
	case opReduce:
		if !u.has(2) {
			return u.underflow(t)
		}
		args, fn := u.pop(), u.pop()
		tu := object.AsTuple(args)
		if tu == nil {
			return object.NewExc(object.TypeError, "argument list must be a tuple")
		}
		u.result1(vm.Call(fn, append([]value(nil), tu.Elems...)...))
	case opNewObj:
		if !u.has(2) {
			return u.underflow(t)
		}
		args, cls := u.pop(), u.pop()
		tu := object.AsTuple(args)
		if tu == nil {
			return raise(t, "UnpicklingError", "NEWOBJ expected an arg tuple, got %s", object.TypeOf(args))
		}
		return u.newObject(t, "NEWOBJ", cls, tu.Elems, nil)
	case opNewObjEx:
		if !u.has(3) {
			return u.underflow(t)
		}
		kwargs, args, cls := u.pop(), u.pop(), u.pop()
		tu, d := object.AsTuple(args), object.AsDict(kwargs)
		if tu == nil || d == nil {
			return raise(t, "UnpicklingError", "NEWOBJ_EX expected an arg tuple and a dict")
		}
		return u.newObject(t, "NEWOBJ_EX", cls, tu.Elems, d)
	case opBuild:
		if !u.has(2) {
			return u.underflow(t)
		}
		state := u.pop()
		return u.build(t, *u.top(), state)
	case opPersID:
		id, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		return u.persistent(t, object.NewStr(id))
	case opBinPersID:
		if !u.has(1) {
			return u.underflow(t)
		}
		return u.persistent(t, u.pop())
	case opExt1, opExt2, opExt4:
		size := map[byte]int{opExt1: 1, opExt2: 2, opExt4: 4}[op]
		if ok, e := u.need(t, from, size); !ok {
			return e
		}
		var wide [4]byte
		copy(wide[:], u.in[u.pos:u.pos+size])
		u.pos += size
		return u.extension(t, int64(binary.LittleEndian.Uint32(wide[:])))
	default:
		return raise(t, "UnpicklingError", "invalid load key, '%s'.", keyText(op))
	}
	return nil
}

// keyText is how messages write a byte that is no opcode.
func keyText(op byte) string {
	if op >= ' ' && op < 0x7f {
		return string(rune(op))
	}
	const hex = "0123456789abcdef"
	return `\x` + string(hex[op>>4]) + string(hex[op&15])
}

// result1 puts the result of an action on the stack.
func (u *unpickler) result1(a action) {
	u.request(a, func(t *thread, v value) *exc {
		u.push(v)
		return nil
	})
}

// instantiate is what the opcodes of protocol 0 do with a class and arguments.
func (u *unpickler) instantiate(t *thread, cls value, args []value) { u.result1(vm.Call(cls, args...)) }

// newObject is cls.__new__(cls, *args, **kwargs).
func (u *unpickler) newObject(t *thread, op string, cls value, args []value, kwargs *object.Dict) *exc {
	k := object.AsType(cls)
	if k == nil {
		return raise(t, "UnpicklingError", "%s class argument must be a type, not %s", op, object.TypeOf(cls))
	}
	newFn := k.Lookup(strNew)
	if newFn == objectNew && len(args) == 0 && kwargs == nil && k.IsHeap() && k.Layout == object.LayoutObject && k.Flags&object.AbstractClass == 0 {
		inst := object.NewInstance(k)
		if k.Flags&object.HasDel != 0 {
			t.Watch(inst)
		}
		u.push(inst)
		return nil
	}
	all := append([]value{cls}, args...)
	var kw []*str
	if kwargs != nil {
		pos := 0
		for {
			key, v, ok := kwargs.Next(&pos)
			if !ok {
				break
			}
			s := object.AsStr(key)
			if s == nil {
				return object.NewExc(object.TypeError, "keywords must be strings")
			}
			kw, all = append(kw, object.InternStr(s)), append(all, v)
		}
	}
	u.result1(vm.OnValue(t, vm.GetAttr(t, cls, strNew), func(t *thread, fn value) action { return vm.CallKw(fn, all, kw) }))
	return nil
}

var (
	objectNew, _ = object.ObjectType.Dict.GetStr(strNew)
	strSetState  = intern("__setstate__")
)

// build gives an object its state: by its __setstate__, or as its attributes.
func (u *unpickler) build(t *thread, obj, state value) *exc {
	tp := obj.H.Type
	if fn := tp.Lookup(strSetState); !fn.IsNull() || tp.Flags&(object.HasGetattr|object.HasGetattribute) != 0 {
		a := vm.After(t, vm.GetAttr(t, obj, strSetState), func(t *thread, m value, e *exc) action {
			if e == nil {
				return vm.OnValue(t, vm.Call(m, state), func(*thread, value) action { return vm.Return(object.True) })
			}
			if e.Is(object.AttributeError) {
				return vm.Return(object.False)
			}
			return vm.Raise(e)
		})
		u.request(a, func(t *thread, done value) *exc {
			if done.N != 0 {
				return nil
			}
			return u.setState(t, obj, state)
		})
		return nil
	}
	return u.setState(t, obj, state)
}

func (u *unpickler) setState(t *thread, obj, state value) *exc {
	var slots value
	if tu := object.AsTuple(state); tu != nil && len(tu.Elems) == 2 {
		state, slots = tu.Elems[0], tu.Elems[1]
	}
	if !state.IsNone() {
		d := object.AsDict(state)
		if d == nil {
			return raise(t, "UnpicklingError", "state is not a dictionary")
		}
		a := object.AttrsOf(obj)
		if a == nil || obj.H.Type.Flags&object.HasDict == 0 {
			return object.NewAttributeError(obj, intern("__dict__"), "'%s' object has no attribute '__dict__'", obj.H.Type)
		}
		pos := 0
		for {
			k, v, ok := d.Next(&pos)
			if !ok {
				break
			}
			if s := object.AsStr(k); s != nil {
				a.Set(obj.H.Type, object.InternStr(s), v)
			} else if e := a.ToDict().Set(t.RT.Ctx, k, v); e != nil {
				return e
			}
		}
	}
	if slots.IsNull() || slots.IsNone() {
		return nil
	}
	d := object.AsDict(slots)
	if d == nil {
		return raise(t, "UnpicklingError", "slot state is not a dictionary")
	}
	pos := 0
	u.request(vm.Repeat(t, func(t *thread) action {
		k, v, ok := d.Next(&pos)
		if !ok {
			return vm.ReturnNone()
		}
		s := object.AsStr(k)
		if s == nil {
			return vm.Raisef(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(k))
		}
		return vm.OnValue(t, vm.SetAttr(t, obj, object.InternStr(s), v), func(*thread, value) action { return vm.Continue() })
	}), nil)
	return nil
}

func (u *unpickler) persistent(t *thread, id value) *exc {
	if u.hooks.persistent.IsNull() {
		return raise(t, "UnpicklingError", "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.")
	}
	u.result1(vm.Call(u.hooks.persistent, id))
	return nil
}

// extension finds what copyreg.add_extension gave that code.
func (u *unpickler) extension(t *thread, code int64) *exc {
	var key value
	if m, ok := t.RT.Modules.GetStr(intern("copyreg")); ok && object.AsModule(m) != nil {
		v, _ := object.AsModule(m).Dict.GetStr(intern("_inverted_registry"))
		if d := object.AsDict(v); d != nil {
			key, _, _ = d.Get(t.RT.Ctx, object.Int(code))
		}
	}
	tu := object.AsTuple(key)
	if key.IsNull() || tu == nil || len(tu.Elems) != 2 {
		return object.NewExc(object.ValueError, "unregistered extension code %d", code)
	}
	u.find(t, object.AsStr(tu.Elems[0]).Text, object.AsStr(tu.Elems[1]).Text, u.push)
	return nil
}

// find gets a class or function by its name.
func (u *unpickler) find(t *thread, mod, name string, then func(v value)) {
	got := func(t *thread, v value) *exc {
		then(v)
		return nil
	}
	if !u.hooks.find.IsNull() {
		u.request(vm.Call(u.hooks.find, object.NewStr(mod), object.NewStr(name)), got)
		return
	}
	u.request(u.findClass(t, mod, name), got)
}

// findClass is Unpickler.find_class.
func (u *unpickler) findClass(t *thread, mod, name string) action {
	if u.proto < 3 && u.fix {
		mod, name = newName(mod, name)
	}
	if m, ok := t.RT.Modules.GetStr(intern(mod)); ok && object.AsModule(m) != nil {
		if v, ok := object.AsModule(m).Dict.GetStr(intern(name)); ok {
			return vm.Return(v)
		}
	}
	path := []string{name}
	if u.proto >= 4 {
		path = strings.Split(name, ".")
	}
	return vm.OnValue(t, t.Import(mod), func(t *thread, m value) action {
		var from func(t *thread, v value, i int) action
		from = func(t *thread, v value, i int) action {
			if i == len(path) {
				return vm.Return(v)
			}
			return vm.After(t, vm.GetAttr(t, v, intern(path[i])), func(t *thread, w value, e *exc) action {
				if e != nil && e.Is(object.AttributeError) && len(path) > 1 {
					return vm.Raisef(object.AttributeError, "Can't get attribute '%s' on %s", name, object.ReprText(t.RT.Ctx, m))
				}
				if e != nil && e.Is(object.AttributeError) {
					return vm.Raisef(object.AttributeError, "Can't get attribute '%s' on %s", name, object.ReprText(t.RT.Ctx, v))
				}
				if e != nil {
					return vm.Raise(e)
				}
				return from(t, w, i+1)
			})
		}
		return from(t, m, 0)
	})
}
