package functoolsmod

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// keyWrapper is what cmp_to_key makes: called with an object it answers another
// keyWrapper, that compares as the function says.
type keyWrapper struct {
	object.Header
	cmp value
	obj value // Null in the one that cmp_to_key has answered itself
}

var keyType = object.NewStaticType("KeyWrapper", "functools", object.ObjectType, object.LayoutOther, object.NotBase)

func asKey(v value) *keyWrapper {
	if v.H != nil && v.H.Type == keyType {
		return (*keyWrapper)(unsafe.Pointer(v.H))
	}
	return nil
}

func newKey(cmp, obj value) value {
	k := &keyWrapper{Header: object.Header{Type: keyType}, cmp: cmp, obj: obj}
	return object.Obj(&k.Header)
}

func initKey() {
	tp := keyType
	object.Describe[keyWrapper](tp)
	tp.Slots.Hash = func(c *ctx, v value) (int64, *exc) {
		return 0, object.NewExc(object.TypeError, "unhashable type: 'functools.KeyWrapper'")
	}
	tp.Dict.SetStr(object.Intern("__hash__"), object.None)
	tp.Slots.Traverse = func(v value, visit func(value)) {
		k := asKey(v)
		visit(k.cmp)
		if !k.obj.IsNull() {
			visit(k.obj)
		}
	}
	maker := object.NewBuiltin("functools", "K", "obj", nil)
	vm.AddNative(tp, object.KindSlot, "__call__", "...", func(t *thread, a []value, kw []*str) action {
		if len(a) > 2 {
			return vm.Raisef(object.TypeError, "K() takes at most 1 argument (%d given)", len(a)-1)
		}
		bound, e := maker.Sig.Bind(t.RT.Ctx, maker, a[1:], kw)
		if e != nil {
			return vm.Raise(e)
		}
		return vm.Return(newKey(asKey(a[0]).cmp, bound[0]))
	})
	tp.AddMember("obj", func(c *ctx, v value) (value, *exc) {
		if o := asKey(v).obj; !o.IsNull() {
			return o, nil
		}
		return value{}, object.NewExc(object.AttributeError, "object")
	})
	tp.Slots.Compare = func(c *ctx, a, b value, op int) (value, *exc) { return value{}, object.NeedVM }
	for _, cmp := range [...]struct {
		op   int
		name string
	}{{bytecode.CmpLT, "__lt__"}, {bytecode.CmpLE, "__le__"}, {bytecode.CmpEQ, "__eq__"}, {bytecode.CmpNE, "__ne__"}, {bytecode.CmpGT, "__gt__"}, {bytecode.CmpGE, "__ge__"}} {
		op, name := cmp.op, cmp.name
		vm.AddNative(tp, object.KindSlot, name, "value, /", func(t *thread, a []value, _ []*str) action {
			x, y := asKey(a[0]), asKey(a[1])
			if y == nil {
				return vm.Raisef(object.TypeError, "other argument must be K instance")
			}
			if x.obj.IsNull() || y.obj.IsNull() {
				return vm.Raisef(object.AttributeError, "object")
			}
			return vm.OnValue(t, vm.Call(x.cmp, x.obj, y.obj), func(t *thread, r value) action {
				return vm.Compare(t, r, object.Int(0), op)
			})
		})
	}
}
