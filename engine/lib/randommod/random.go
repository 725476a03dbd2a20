// Package randommod is the module random. A generator that the program does not
// seed is seeded from the run's seed.
package randommod

import (
	_ "embed"
	"strconv"
	"unsafe"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
)

//go:embed random.py
var source string

// generator is an instance of _random.Random, the base of class Random.
type generator struct {
	object.Header
	object.Attrs
	twister
}

var baseType = object.NewStaticType("Random", "_random", object.ObjectType, object.LayoutOther, object.HasDict)

func of(v value) *generator { return (*generator)(unsafe.Pointer(v.H)) }

const seedings = "random.seedings"

func init() {
	tp := baseType
	tp.AttrOffset = unsafe.Offsetof(generator{}.Attrs)
	tp.Alloc = func(c *ctx, t *object.Type) value {
		g := &generator{}
		g.Type = t
		g.Shape = t.Root
		return object.Obj(&g.Header)
	}
	vm.AddNative(tp, object.KindStaticMethod, "__new__", "...", func(t *vm.Thread, a []value, kw []*str) action {
		cls := object.AsType(a[0])
		if cls == nil || !cls.IsSubtype(tp) {
			return vm.Raisef(object.TypeError, "Random.__new__(X): X is not a subtype of Random")
		}
		v := tp.Alloc(t.RT.Ctx, cls)
		seedFromRun(t, &of(v).twister)
		return vm.Return(v)
	})
	vm.AddNative(tp, object.KindMethod, "_seed", "n, /", func(t *vm.Thread, a []value, _ []*str) action {
		g := of(a[0])
		if a[1].IsNone() {
			seedFromRun(t, &g.twister)
			return vm.ReturnNone()
		}
		g.seedInt(object.ToBig(a[1]))
		return vm.ReturnNone()
	})
	tp.AddMethod(object.KindMethod, "random", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.Float(of(a[0]).float()), nil
	})
	tp.AddMethod(object.KindMethod, "getrandbits", "k, /", getrandbits)
	tp.AddMethod(object.KindMethod, "_randbelow", "n, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].IsInt() {
			return object.Int(of(a[0]).below(a[1].Int64())), nil
		}
		n := object.ToBig(a[1])
		if n == nil {
			return value{}, object.NewExc(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(a[1]).Label())
		}
		return object.NewBigInt(of(a[0]).bigBelow(n)), nil
	})
	tp.AddMethod(object.KindMethod, "_state", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		g := of(a[0])
		out := make([]value, 0, size+1)
		for _, w := range g.state {
			out = append(out, object.Int(int64(w)))
		}
		return object.NewTuple(append(out, object.Int(int64(g.next)))), nil
	})
	tp.AddMethod(object.KindMethod, "_set_state", "state, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		tup := object.AsTuple(a[1])
		if tup == nil {
			return value{}, object.NewExc(object.TypeError, "state vector must be a tuple")
		}
		if len(tup.Elems) != size+1 {
			return value{}, object.NewExc(object.ValueError, "state vector is the wrong size")
		}
		g := of(a[0])
		for i, v := range tup.Elems {
			n, _ := object.ToInt64(v)
			if i < size {
				g.state[i] = uint32(n)
			} else {
				g.next = int(n)
			}
		}
		return object.None, nil
	})
	initFast(tp)
	tb := &lib.Table{Name: "random"}
	tb.Const("_Base", tp.Value())
	tb.Leaf("_digest", "data, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		return object.NewBytes(string(sha512([]byte(object.AsBytes(a[0]).Data)))), nil
	})
	lib.Register("random", tb.Spec(source))
	base := &lib.Table{Name: "_random"}
	base.Type(baseType)
	lib.Register("_random", base.Spec(""))
}

// seedFromRun seeds a generator that the program does not seed.
func seedFromRun(t *vm.Thread, g *twister) {
	p := sim.ProcessOf(t)
	n, _ := t.RT.Extra[seedings].(int)
	t.RT.Extra[seedings] = n + 1
	r := kernel.NewRandom(p.Run.M.Config.Seed).Fork("random " + strconv.Itoa(p.PID) + " " + strconv.Itoa(n))
	g.seedWords([]uint32{uint32(r.Uint64()), uint32(r.Uint64()), uint32(r.Uint64()), uint32(r.Uint64())})
}

func getrandbits(c *ctx, a []value, _ []*str) (value, *exc) {
	k, e := object.Index(c, a[1])
	if e != nil {
		return value{}, e
	}
	switch {
	case k < 0:
		return value{}, object.NewExc(object.ValueError, "number of bits must be non-negative")
	case k <= 63:
		return object.Int(int64(of(a[0]).bits(int(k)))), nil
	}
	if e := c.Reserve(k / 8); e != nil {
		return value{}, e
	}
	return object.NewBigInt(of(a[0]).bigBits(int(k))), nil
}

var nameRandom = object.Intern("random")

// initFast adds the methods that most programs call, for the arguments that they
// mostly have; class Random has the general form of each.
func initFast(tp *object.Type) {
	tp.AddMethod(object.KindMethod, "randint", "a, b", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].IsInt() && a[2].IsInt() {
			lo, hi := a[1].Int64(), a[2].Int64()
			if n := hi - lo + 1; n > 0 && hi >= lo {
				return object.Int(lo + of(a[0]).below(n)), nil
			}
		}
		return value{}, object.NeedVM
	}).Native = general("_randint")
	tp.AddMethod(object.KindMethod, "randrange", "start, stop=None, step=None", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if a[1].IsInt() && a[3].IsNull() {
			lo, hi := int64(0), a[1].Int64()
			if !a[2].IsNull() {
				if !a[2].IsInt() {
					return value{}, object.NeedVM
				}
				lo, hi = hi, a[2].Int64()
			}
			if n := hi - lo; n > 0 && hi > lo {
				return object.Int(lo + of(a[0]).below(n)), nil
			}
		}
		return value{}, object.NeedVM
	}).Native = general("_randrange")
	tp.AddMethod(object.KindMethod, "uniform", "a, b", func(c *ctx, a []value, _ []*str) (value, *exc) {
		if object.TypeOf(a[1]).IsHeap() || object.TypeOf(a[2]).IsHeap() {
			return value{}, object.NeedVM
		}
		if attrs := object.AttrsOf(a[0]); attrs != nil {
			if _, own := attrs.Get(nameRandom); own { // a source set on the instance
				return value{}, object.NeedVM
			}
		}
		x, ok1, e1 := object.NumFloat(a[1])
		_, ok2, e2 := object.NumFloat(a[2])
		if !ok1 || !ok2 || e1 != nil || e2 != nil {
			return value{}, object.NeedVM
		}
		d, e := object.Binary(c, object.OpSub, a[2], a[1], false)
		if e != nil {
			return value{}, e
		}
		f, _, e := object.NumFloat(d)
		if e != nil {
			return value{}, e
		}
		w := f * of(a[0]).float() // by itself, so that no platform fuses it with the sum
		return object.Float(x + float64(w)), nil
	}).Native = general("_uniform")
	tp.AddMethod(object.KindMethod, "choice", "seq", func(c *ctx, a []value, _ []*str) (value, *exc) {
		var elems []value
		if l := object.AsList(a[1]); l != nil && l.Type == object.ListType {
			elems = l.Elems
		} else if tup := object.AsTuple(a[1]); tup != nil && tup.Type == object.TupleType {
			elems = tup.Elems
		}
		if len(elems) == 0 {
			return value{}, object.NeedVM
		}
		return elems[of(a[0]).below(int64(len(elems)))], nil
	}).Native = general("_choice")
	tp.AddMethod(object.KindMethod, "shuffle", "x", func(c *ctx, a []value, _ []*str) (value, *exc) {
		l := object.AsList(a[1])
		if l == nil || l.Type != object.ListType {
			return value{}, object.NeedVM
		}
		g := of(a[0])
		for i := len(l.Elems) - 1; i > 0; i-- {
			j := g.below(int64(i + 1))
			l.Elems[i], l.Elems[j] = l.Elems[j], l.Elems[i]
		}
		return object.None, nil
	}).Native = general("_shuffle")
}

// general calls the general form of a method.
func general(name string) vm.NativeFunc {
	return func(t *vm.Thread, a []value, _ []*str) action {
		args := append([]value(nil), a[1:]...)
		for len(args) > 0 && args[len(args)-1].IsNull() {
			args = args[:len(args)-1]
		}
		for i := range args {
			if args[i].IsNull() {
				args[i] = object.None
			}
		}
		return vm.CallMethod(t, a[0], name, args...)
	}
}

func init() { object.Describe[generator](baseType) }
