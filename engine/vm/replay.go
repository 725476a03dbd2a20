package vm

import "loopscope/engine/object"

// replay runs a leaf built-in that met a method written in Python; see
// object.Replay. Each question is answered in frames, so that what the method does
// (park, switch, raise) is as anywhere else.
func (t *Thread) replay(b *object.Builtin, args []Value, kw []*Str) Action {
	if b.Name == "__repr__" && len(args) == 1 && b.Owner != nil && b.Owner != object.ObjectType {
		if _, ok := object.ReprParts(t.RT.Ctx, args[0]); ok {
			return t.reprContainer(args[0]) // which knows what is inside itself
		}
	}
	r := &object.Replay{}
	args = append([]Value(nil), args...)
	var run func(t *Thread) Action
	run = func(t *Thread) Action {
		v, exc := r.Run(t.RT.Ctx, b, args, kw)
		if exc != object.NeedVM {
			return ReturnOr(v, exc)
		}
		ask, ok := r.Want()
		if !ok {
			return Raisef(object.UnsupportedError, "%s() with an argument whose class defines the operation in Python", b.Name)
		}
		if t.replays >= t.RT.RecursionLimit {
			return Raise(recursionError()) // a method that is a built-in one again, which asks for it
		}
		t.replays++
		return AfterHolding(t, t.answer(ask), func(t *Thread, v Value, exc *Exc) Action {
			t.replays--
			r.Answer(v, exc)
			return run(t)
		}, args...)
	}
	return run(t)
}

// answer is the action that answers a question of a leaf operation.
func (t *Thread) answer(q object.Ask) Action {
	switch q.Kind {
	case object.AskRepr:
		return Repr(t, q.A)
	case object.AskStr:
		return ToStr(t, q.A)
	case object.AskFormat:
		return Format(t, q.A, q.Text)
	case object.AskHash:
		h := special(q.A, intern("__hash__"))
		return OnValue(t, callSpecial(t, h, q.A), func(t *Thread, v Value) Action {
			n, e := object.HashResult(v)
			return ReturnOr(object.Int(n), e)
		})
	case object.AskBool:
		return Truth(t, q.A)
	case object.AskLen:
		return Len(t, q.A)
	case object.AskIndex:
		fn := special(q.A, intern("__index__"))
		return OnValue(t, callSpecial(t, fn, q.A), func(t *Thread, v Value) Action {
			if !object.IsIntLike(v) {
				return Raisef(object.TypeError, "__index__ returned non-int (type %s)", object.TypeOf(v).Label())
			}
			return Return(v)
		})
	case object.AskCompare:
		return Compare(t, q.A, q.B, q.Op)
	case object.AskContains:
		return Contains(t, q.A, q.B)
	case object.AskGetItem:
		return GetItem(t, q.A, q.B)
	case object.AskAttr:
		return GetAttr(t, q.A, intern(q.Text))
	case object.AskCall:
		return Call(q.A, q.Args...)
	case object.AskList:
		return Collect(t, q.A)
	case object.AskFloat, object.AskInt:
		method, ok, what := "__float__", func(v Value) bool { _, f := object.ToFloat(v); return f }, "float"
		if q.Kind == object.AskInt {
			method, ok, what = "__int__", object.IsIntLike, "int"
		}
		fn := special(q.A, intern(method))
		if fn.IsNull() {
			return t.answer(object.Ask{Kind: object.AskIndex, A: q.A})
		}
		return OnValue(t, callSpecial(t, fn, q.A), func(t *Thread, v Value) Action {
			if !ok(v) {
				return Raisef(object.TypeError, "%s.%s returned non-%s (type %s)", object.TypeOf(q.A).Label(), method, what, object.TypeOf(v).Label())
			}
			return Return(v)
		})
	}
	return Binary(t, object.BinOp(q.Op), q.A, q.B, false)
}
