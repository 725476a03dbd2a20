package collectionsmod

import (
	"unsafe"

	"loopscope/engine/object"
)

// tupleGetter is the descriptor of a field of a named tuple.
type tupleGetter struct {
	object.Header
	index int
	doc   value
}

var tupleGetterType = object.NewStaticType("_tuplegetter", "collections", object.ObjectType, object.LayoutOther, object.NotBase)

func asTupleGetter(v value) *tupleGetter { return (*tupleGetter)(unsafe.Pointer(v.H)) }

func initTupleGetter() {
	tp := tupleGetterType
	object.Describe[tupleGetter](tp)
	tp.Slots.Traverse = func(v value, visit func(value)) { visit(asTupleGetter(v).doc) }
	tp.AddMethod(object.KindStaticMethod, "__new__", "index, doc, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		n, e := object.Index(c, a[1])
		g := &tupleGetter{Header: object.Header{Type: tp}, index: int(n), doc: a[2]}
		return object.Obj(&g.Header), e
	})
	tp.Slots.Get = func(c *ctx, d, obj value, owner *object.Type) (value, *exc) {
		if obj.IsNull() || obj.IsNone() && owner != object.TypeOf(object.None) {
			return d, nil
		}
		t := object.AsTuple(obj)
		index := asTupleGetter(d).index
		switch {
		case t == nil:
			return value{}, object.NewExc(object.TypeError, "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", index, object.TypeOf(obj))
		case index >= len(t.Elems):
			return value{}, object.NewExc(object.IndexError, "tuple index out of range")
		}
		return t.Elems[index], nil
	}
	tp.Slots.Set = func(c *ctx, d, obj, x value) *exc {
		if x.IsNull() {
			return object.NewExc(object.AttributeError, "can't delete attribute")
		}
		return object.NewExc(object.AttributeError, "can't set attribute")
	}
	tp.AddGetSet("__doc__", func(c *ctx, v value) (value, *exc) { return asTupleGetter(v).doc, nil }, func(c *ctx, v, x value) *exc {
		asTupleGetter(v).doc = x
		if x.IsNull() {
			asTupleGetter(v).doc = object.None
		}
		return nil
	})
	tp.Slots.Repr = func(c *ctx, v value) (string, *exc) {
		g := asTupleGetter(v)
		doc, e := object.Repr(c, g.doc)
		return object.Sprintf("_tuplegetter(%d, %s)", g.index, doc), e
	}
	tp.AddMethod(object.KindMethod, "__reduce__", "", func(c *ctx, a []value, _ []*str) (value, *exc) {
		g := asTupleGetter(a[0])
		return object.TupleOf(tp.Value(), object.TupleOf(object.Int(int64(g.index)), g.doc)), nil
	})
}
