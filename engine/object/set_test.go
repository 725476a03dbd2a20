package object_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	. "loopscope/engine/object"
)

// TestSetOrder replays operations and compares the order of iteration, and what
// pop removed, with the reference's. See testdata/setops.py.
func TestSetOrder(t *testing.T) {
	data, err := os.ReadFile("testdata/setops.golden")
	if err != nil {
		t.Fatal(err)
	}
	var cases [][3][]*int64
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	c := NewCtx(1, 1<<30)
	bad := 0
	for n, k := range cases {
		s := NewSet()
		order, popped := []int64{}, []int64{}
		for _, op := range k[0] {
			switch {
			case op == nil:
				v, _ := AsBuiltin(SetType.Lookup(Intern("pop"))).Call(c, []Value{s.Value()}, nil)
				popped = append(popped, v.Int64())
			case *op >= 0:
				s.Add(c, Int(*op))
			default:
				s.Discard(c, Int(-*op-1))
			}
		}
		for _, v := range s.Elems() {
			order = append(order, v.Int64())
		}
		if !reflect.DeepEqual(order, deref(k[1])) || !reflect.DeepEqual(popped, deref(k[2])) {
			if bad++; bad < 5 {
				t.Errorf("case %d: order %v popped %v, want %v %v", n, order, popped, deref(k[1]), deref(k[2]))
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d cases differ", bad, len(cases))
	}
}

func deref(ps []*int64) []int64 {
	out := []int64{}
	for _, p := range ps {
		out = append(out, *p)
	}
	return out
}
