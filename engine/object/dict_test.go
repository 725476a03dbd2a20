package object_test

import (
	"strconv"
	"testing"

	. "loopscope/engine/object"
)

// rng is a small generator, so that failures repeat.
type rng uint64

func (r *rng) next(n int) int {
	*r = *r*6364136223846793005 + 1442695040888963407
	return int(uint64(*r)>>33) % n
}

// TestDictAgainstMap does random insertions, changes and deletions on a dict and on
// a map with a list of keys in order, and compares them.
func TestDictAgainstMap(t *testing.T) {
	c := NewCtx(3, 1<<30)
	for seed := 1; seed <= 60; seed++ {
		r := rng(seed)
		span := []int{5, 12, 100, 3000}[seed%4]
		d := NewDict()
		want := map[int]int64{}
		var order []int
		key := func(i int) Value {
			if i%2 == 0 {
				return NewStr("key" + strconv.Itoa(i))
			}
			return Int(int64(i) << (i % 40))
		}
		for step := 0; step < 3000; step++ {
			i := r.next(span)
			version := d.KeysVersion
			_, had := want[i]
			switch r.next(5) {
			case 0, 1, 2:
				d.Set(c, key(i), Int(int64(step)))
				if want[i] = int64(step); !had {
					order = append(order, i)
				}
				if (d.KeysVersion != version) == had {
					t.Fatalf("seed %d: KeysVersion changed: %v, key was there: %v", seed, d.KeysVersion != version, had)
				}
			case 3:
				ok, _ := d.Delete(c, key(i))
				if ok != had {
					t.Fatalf("seed %d: Delete answered %v, want %v", seed, ok, had)
				}
				if delete(want, i); had {
					order = without(order, i)
				}
			default:
				v, ok, _ := d.Get(c, key(i))
				if ok != had || ok && v.Int64() != want[i] {
					t.Fatalf("seed %d: Get answered %v %v, want %v %v", seed, v, ok, want[i], had)
				}
			}
		}
		if d.Len() != len(want) {
			t.Fatalf("seed %d: %d items, want %d", seed, d.Len(), len(want))
		}
		for _, d := range []*Dict{d, d.Copy()} {
			n := 0
			for pos := 0; ; n++ {
				k, v, ok := d.Next(&pos)
				if !ok {
					break
				}
				if eq, _ := Equal(c, k, key(order[n])); !eq || v.Int64() != want[order[n]] {
					t.Fatalf("seed %d: item %d is wrong", seed, n)
				}
			}
			if n != len(order) {
				t.Fatalf("seed %d: iteration gave %d of %d items", seed, n, len(order))
			}
		}
	}
}

func without(s []int, x int) []int {
	for i, v := range s {
		if v == x {
			return append(s[:i], s[i+1:]...)
		}
	}
	return s
}

// TestDictChurn deletes and inserts for long: the index must not fill up with
// traces of deleted keys.
func TestDictChurn(t *testing.T) {
	c := NewCtx(3, 1<<30)
	d := NewDict()
	for i := range 200_000 {
		d.Set(c, Int(int64(i)), None)
		if i >= 20 {
			if ok, _ := d.Delete(c, Int(int64(i-20))); !ok {
				t.Fatal("lost key", i-20)
			}
		}
	}
	for i := range 200_000 {
		d.Set(c, Int(int64(-i-1)), None)
		d.Delete(c, Int(int64(-i-1)))
	}
	if d.Len() != 20 {
		t.Errorf("%d items", d.Len())
	}
}

func TestAttrs(t *testing.T) {
	c := NewCtx(3, 1<<30)
	k, e := NewType(c, TypeType, "K", nil, NewDict())
	if e != nil {
		t.Fatal(e.Message(c))
	}
	a, b := NewInstance(k), NewInstance(k)
	for i := range 100 { // more than a shape holds
		name := Intern("a" + strconv.Itoa(i))
		AttrsOf(a).Set(k, name, Int(int64(i)))
		if i < 10 {
			AttrsOf(b).Set(k, name, Int(int64(-i)))
		}
		if i == 9 && AttrsOf(a).Shape != AttrsOf(b).Shape {
			t.Error("instances initialised alike have different shapes")
		}
	}
	for i := range 100 {
		if v, ok := AttrsOf(a).Get(Intern("a" + strconv.Itoa(i))); !ok || v.Int64() != int64(i) {
			t.Fatalf("a%d is %v %v", i, v, ok)
		}
	}
	if !AttrsOf(b).Del(Intern("a3")) || AttrsOf(b).Del(Intern("a3")) {
		t.Error("Del")
	}
	if n := AttrsOf(b).ToDict().Len(); n != 9 {
		t.Errorf("%d attributes left", n)
	}
}

func TestNewTypeErrors(t *testing.T) {
	c := NewCtx(3, 1<<30)
	class := func(name string, bases ...*Type) (*Type, *Exc) {
		vals := make([]Value, len(bases))
		for i, b := range bases {
			vals[i] = b.Value()
		}
		return NewType(c, TypeType, name, vals, NewDict())
	}
	a, _ := class("A")
	b, _ := class("B", a)
	for _, k := range []struct {
		bases []*Type
		want  string
	}{
		{[]*Type{a, b}, "Cannot create a consistent method resolution\norder (MRO) for bases A, B"},
		{[]*Type{a, a}, "duplicate base class A"},
		{[]*Type{IntType, StrType}, "multiple bases have instance lay-out conflict"},
		{[]*Type{BoolType}, "type 'bool' is not an acceptable base type"},
	} {
		if _, e := class("X", k.bases...); e == nil || e.Message(c) != k.want {
			t.Errorf("got %v, want %q", e, k.want)
		}
	}
	d, e := class("D", b, ListType)
	if e != nil || d.Layout != LayoutList || AttrsOf(NewInstance(d)) == nil {
		t.Errorf("class D(B, list): %v", e)
	}
}

func TestIDs(t *testing.T) {
	a := NewCtx(5, 1<<30)
	k, _ := NewType(a, TypeType, "K", nil, NewDict())
	x, y := NewInstance(k), NewInstance(k)
	ids := func(c *Ctx) [4]uint64 {
		return [4]uint64{c.ID(x), c.ID(y), c.ID(IntType.Value()), c.ID(x)}
	}
	first, second := ids(a), ids(NewCtx(5, 1<<30)) // a run's numbers do not depend on earlier runs
	if first != second || first[0] != first[3] || first[0] == first[1] || first[1] == first[2] {
		t.Error("ids", first, second)
	}
	if a.ID(Int(3)) == a.ID(Int(4)) {
		t.Error("ints share an id")
	}
}
