// Package arraymod is the module array: numbers of one kind, each in the bytes of its C type. Their
// memory can be seen by memoryviews, and while it is, an array keeps its size.
package arraymod

import (
	"encoding/binary"
	"unsafe"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	ctx    = object.Ctx
	action = vm.Action
	thread = vm.Thread
)

// array is array.array: items of the same size, one after the other.
type array struct {
	object.Header
	code    byte // as in module struct, and u for a character of 4 bytes
	size    int  // of an item
	data    []byte
	exports object.Exports
	object.Attrs
}

const typecodes = "bBuhHiIlLqQfd"

var arrayType = object.NewStaticType("array", "array", object.ObjectType, object.LayoutOther, object.SequencePattern)

var iterType = object.NewStaticType("arrayiterator", "array", object.ObjectType, object.LayoutOther, object.NotBase)

func init() {
	object.Describe[array](arrayType)
	object.Describe[arrayIter](iterType)
	arrayType.SubAttrs = unsafe.Offsetof(array{}.Attrs)
	initSlots()
	initMethods()
	initConversions()
	tb := &lib.Table{Name: "array"}
	tb.Const("typecodes", object.NewStr(typecodes))
	tb.Const("array", arrayType.Value())
	tb.Const("ArrayType", arrayType.Value())
	lib.Register("array", tb.Spec(""))
}

func sizeOf(code byte) int {
	if code == 'u' {
		return 4
	}
	return object.ItemSize(code)
}

// asArray is the array that v is, or nil.
func asArray(v value) *array {
	if v.H != nil && v.H.Type.IsSubtype(arrayType) {
		return (*array)(unsafe.Pointer(v.H))
	}
	return nil
}

func self(a []value) *array { return (*array)(unsafe.Pointer(a[0].H)) }

func newArray(t *object.Type, code byte, data []byte) *array {
	a := &array{code: code, size: sizeOf(code), data: data}
	a.Type, a.Shape = t, t.Root
	return a
}

func (a *array) value() value { return object.Obj(&a.Header) }

func (a *array) len() int { return len(a.data) / a.size }

// at reads item i.
func (a *array) at(i int) value {
	b := a.data[i*a.size:]
	if a.code == 'u' {
		return object.NewStr(string(rune(binary.LittleEndian.Uint32(b))))
	}
	return object.LoadItem(a.code, b)
}

func (a *array) items() []value {
	out := make([]value, a.len())
	for i := range out {
		out[i] = a.at(i)
	}
	return out
}

// put writes v to b, which has room for an item.
func (a *array) put(c *ctx, b []byte, v value) *exc {
	switch a.code {
	case 'u':
		s := object.AsStr(v)
		if s == nil || s.Len != 1 {
			return object.NewExc(object.TypeError, "array item must be unicode character")
		}
		for _, r := range s.Text {
			binary.LittleEndian.PutUint32(b, uint32(r))
		}
		return nil
	case 'f', 'd':
		f, e := object.RealNumber(c, v)
		if e == nil {
			object.StoreFloat(a.code, b, f)
		}
		return e
	}
	n, e := object.IndexValue(c, v)
	if e != nil {
		return e
	}
	if over := object.StoreInt(a.code, b, n); over != 0 {
		return rangeError(a.code, n, over)
	}
	return nil
}

// rangeError is how the reference words that an int does not fit: by the C types that it passes through.
func rangeError(code byte, n value, over int) *exc {
	bound := "greater than maximum"
	if over < 0 {
		bound = "less than minimum"
	}
	x := object.ToBig(n)
	text := ""
	switch code {
	case 'q':
		text = "int too big to convert"
	case 'Q':
		text = "int too big to convert"
		if over < 0 {
			text = "can't convert negative int to unsigned"
		}
	case 'I', 'L':
		switch {
		case over < 0:
			text = "can't convert negative value to unsigned int"
		case x.IsUint64():
			text = "unsigned int is greater than maximum"
		default:
			text = "Python int too large to convert to C unsigned long"
		}
	default:
		fits := func(low, high int64) bool { return x.IsInt64() && x.Int64() >= low && x.Int64() <= high }
		short, wide := fits(-1<<15, 1<<15-1), fits(-1<<31, 1<<31-1)
		switch {
		case !x.IsInt64() || code == 'l':
			text = "Python int too large to convert to C long"
		case code == 'b' && short:
			text = "signed char is " + bound
		case code == 'B':
			text = "unsigned byte integer is " + bound
		case code == 'b', code == 'h':
			text = "signed short integer is " + bound
		case code == 'H' && wide:
			text = "unsigned short is " + bound
		default:
			text = "signed integer is " + bound
		}
	}
	return object.NewExc(object.OverflowError, text)
}

// pack makes the bytes of items.
func (a *array) pack(c *ctx, items []value) ([]byte, *exc) {
	out := make([]byte, len(items)*a.size)
	for i, v := range items {
		if e := a.put(c, out[i*a.size:], v); e != nil {
			return nil, e
		}
	}
	return out, nil
}

// splice puts data in the place of the bytes from start to end.
func (a *array) splice(c *ctx, start, end int, data []byte) *exc {
	if len(data) == end-start {
		copy(a.data[start:end], data)
		return nil
	}
	if a.exports.InUse(c) {
		return object.NewExc(object.BufferError, "cannot resize an array that is exporting buffers")
	}
	if n := len(a.data) + len(data); n > 1<<16 && start < len(a.data) || len(data) > 1<<16 {
		if e := c.Reserve(int64(len(data))); e != nil {
			return e
		}
	}
	if start == len(a.data) {
		a.data = append(a.data, data...)
		return nil
	}
	a.data = append(a.data[:start:start], append(append([]byte(nil), data...), a.data[end:]...)...)
	return nil
}

// arrayIter walks over an array.
type arrayIter struct {
	object.Header
	a   *array // nil when exhausted
	pos int
}
