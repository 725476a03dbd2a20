package object

import "testing"

func TestBuiltinTypesAreComplete(t *testing.T) {
	for _, d := range builtinTypeDefs {
		if d.t.Name == "" || d.t.Header.Type != TypeType || d.t.Dict == nil || len(d.t.MRO) == 0 {
			t.Errorf("class %q is not set up", d.t.Name)
		}
	}
	c := NewCtx(1, 1<<30)
	for i, v := range []Value{Int(1), Float(1.5), True, None, NewStr("x"), NewTuple([]Value{Int(1)}), NewList(nil)} {
		if s, e := Repr(c, v); e != nil || s == "" {
			t.Errorf("repr %d: %q %v", i, s, e)
		}
	}
}
