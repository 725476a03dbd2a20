package vm

import "loopscope/engine/object"

// Objects that are no classes but have a tuple __bases__ pass for classes in isinstance() and issubclass().

// basesOf goes on with the __bases__ of v; Null when it does not pass for a class.
func basesOf(t *Thread, v Value, then func(t *Thread, bases Value) Action) Action {
	return After(t, GetAttr(t, v, intern("__bases__")), func(t *Thread, b Value, exc *Exc) Action {
		if exc != nil && !exc.Type.IsSubtype(object.AttributeError) {
			return Raise(exc)
		}
		if exc != nil || object.AsTuple(b) == nil {
			b = Value{}
		}
		return then(t, b)
	})
}

// abstractInstance is isinstance(v, cls) for a cls that is no class: message says so when it does not pass for one.
func abstractInstance(t *Thread, v, cls Value, message string) Action {
	return basesOf(t, cls, func(t *Thread, bases Value) Action {
		if bases.IsNull() {
			return Raisef(object.TypeError, message)
		}
		return After(t, GetAttr(t, v, strClass), func(t *Thread, kind Value, exc *Exc) Action {
			if exc != nil {
				if exc.Type.IsSubtype(object.AttributeError) {
					return Return(object.False)
				}
				return Raise(exc)
			}
			return abstractBelow(t, kind, cls)
		})
	})
}

// abstractSubclass is issubclass(v, cls) where one of both is no class.
func abstractSubclass(t *Thread, v, cls Value, message string) Action {
	return basesOf(t, v, func(t *Thread, bases Value) Action {
		if bases.IsNull() {
			return Raisef(object.TypeError, "issubclass() arg 1 must be a class")
		}
		return basesOf(t, cls, func(t *Thread, bases Value) Action {
			if bases.IsNull() {
				return Raisef(object.TypeError, message)
			}
			return abstractBelow(t, v, cls)
		})
	})
}

// abstractBelow looks for cls among v and what is reached by __bases__ from there.
func abstractBelow(t *Thread, v, cls Value) Action {
	left, steps := []Value{v}, 0
	var from func(t *Thread) Action
	from = func(t *Thread) Action {
		if len(left) == 0 {
			return Return(object.False)
		}
		k := left[len(left)-1]
		left = left[:len(left)-1]
		if k.H == cls.H {
			return Return(object.True)
		}
		if steps++; steps > t.RT.RecursionLimit {
			return Raise(recursionError())
		}
		return basesOf(t, k, func(t *Thread, bases Value) Action {
			if !bases.IsNull() {
				elems := object.AsTuple(bases).Elems
				for i := len(elems) - 1; i >= 0; i-- {
					left = append(left, elems[i])
				}
			}
			return from(t)
		})
	}
	return from(t)
}
