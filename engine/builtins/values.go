package builtins

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Functions of a single value.

func init() {
	both("len", "obj, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		n, e := object.Len(c, a[0])
		return object.Int(int64(n)), e
	}, func(t *Thread, a []Value, _ []*Str) Action { return vm.Len(t, a[0]) })
	native("repr", "obj, /", func(t *Thread, a []Value, _ []*Str) Action { return vm.Repr(t, a[0]) })
	native("ascii", "obj, /", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.OnValue(t, vm.Repr(t, a[0]), func(t *Thread, s Value) Action {
			return vm.Return(object.NewStr(vm.ASCII(object.AsStr(s).Text)))
		})
	})
	native("format", "value, format_spec='', /", func(t *Thread, a []Value, _ []*Str) Action {
		spec := ""
		if !a[1].IsNull() {
			s := object.AsStr(a[1])
			if s == nil {
				return vm.Raisef(object.TypeError, "format() argument 2 must be str, not %s", typeName(a[1]))
			}
			spec = s.Text
		}
		return vm.Format(t, a[0], spec)
	})
	both("hash", "obj, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		h, e := object.Hash(c, a[0])
		return object.Int(h), e
	}, func(t *Thread, a []Value, _ []*Str) Action { return Hash(t, a[0]) })
	leaf("id", "obj, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return object.NewUint64(c.ID(a[0])), nil })
	leaf("callable", "obj, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return object.Bool(IsCallable(a[0])), nil })
	both("chr", "i, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
		v, e := object.IndexValue(c, a[0])
		if e != nil {
			return Value{}, e
		}
		n, ok := object.ToInt64(v)
		if !ok {
			return Value{}, object.NewExc(object.OverflowError, "Python int too large to convert to C int")
		}
		if n < 0 || n > utf8.MaxRune {
			return Value{}, object.NewExc(object.ValueError, "chr() arg not in range(0x110000)")
		}
		return object.NewStr(encodeRune(rune(n))), nil
	}, indexFirst("chr"))
	leaf("ord", "c, /", ord)
	for _, base := range [...]struct {
		name, prefix string
		base         int
	}{{"bin", "0b", 2}, {"oct", "0o", 8}, {"hex", "0x", 16}} {
		both(base.name, "number, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			v, e := object.IndexValue(c, a[0])
			if e != nil {
				return Value{}, e
			}
			if v.IsInt() {
				n := v.Int64()
				if n < 0 {
					return object.NewStr("-" + base.prefix + strconv.FormatUint(uint64(-n), base.base)), nil
				}
				return object.NewStr(base.prefix + strconv.FormatInt(n, base.base)), nil
			}
			n := object.ToBig(v)
			if n.Sign() < 0 {
				return object.NewStr("-" + base.prefix + new(big.Int).Neg(n).Text(base.base)), nil
			}
			return object.NewStr(base.prefix + n.Text(base.base)), nil
		}, indexFirst(base.name))
	}
	both("abs", "x, /", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) { return object.Null, object.NeedVM }, absNative).Leaf = absLeaf
	both("round", "number, ndigits=None", roundLeaf, roundNative)
	both("divmod", "x, y, /", divmodLeaf, divmodNative)
	both("pow", "base, exp, mod=None", powLeaf, powNative)
}

// indexFirst is the resumable form of a function of an integer: __index__, then the leaf form.
func indexFirst(name string) vm.NativeFunc {
	return func(t *Thread, a []Value, _ []*Str) Action {
		return OnIndex(t, a[0], func(t *Thread, v Value) Action {
			f, _ := t.RT.Builtins.GetStr(intern(name))
			return vm.Call(f, v)
		})
	}
}

// OnIndex goes on with operator.index(v): an int.
func OnIndex(t *Thread, v Value, then func(t *Thread, v Value) Action) Action {
	n, e := object.IndexValue(t.RT.Ctx, v)
	if e == nil {
		return then(t, n)
	}
	if e != object.NeedVM {
		return vm.Raise(e)
	}
	return vm.OnValue(t, vm.CallSpecial(t, vm.Special(v, intern("__index__")), v), func(t *Thread, r Value) Action {
		if !object.IsIntLike(r) {
			return vm.Raisef(object.TypeError, "__index__ returned non-int (type %s)", typeName(r))
		}
		n, e := object.IndexValue(t.RT.Ctx, r)
		if e != nil {
			return vm.Raise(e)
		}
		return then(t, n)
	})
}

// Hash is hash(v).
func Hash(t *Thread, v Value) Action {
	h, e := object.Hash(t.RT.Ctx, v)
	if e != object.NeedVM {
		return vm.ReturnOr(object.Int(h), e)
	}
	fn := vm.Special(v, intern("__hash__"))
	if object.AsBuiltin(fn) != nil || fn.IsNull() {
		// A container with a user's object inside: its items hash nested, as in a dict.
		d := object.NewDict()
		if e := d.Set(t.RT.Ctx, v, object.None); e != nil {
			return vm.Raise(e)
		}
		return vm.Return(object.Int(d.EntryAt(0).Hash))
	}
	return vm.OnValue(t, vm.CallSpecial(t, fn, v), func(t *Thread, r Value) Action {
		h, e := object.HashResult(r)
		return vm.ReturnOr(object.Int(h), e)
	})
}

// IsCallable tells whether v can be called.
func IsCallable(v Value) bool {
	switch object.TypeOf(v) {
	case object.FunctionType, object.MethodType:
		return true
	}
	if object.AsType(v) != nil || object.AsBuiltin(v) != nil {
		return true
	}
	return !vm.Special(v, intern("__call__")).IsNull()
}

// encodeRune is a string of one code point; surrogates take their three bytes.
func encodeRune(r rune) string {
	if r >= 0xD800 && r < 0xE000 {
		return string([]byte{0xE0 | byte(r>>12), 0x80 | byte(r>>6)&0x3F, 0x80 | byte(r)&0x3F})
	}
	return string(r)
}

// decodeRune is the code point that a string begins with, surrogates included.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

func ord(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
	if s := object.AsStr(a[0]); s != nil {
		if s.Len == 1 {
			r, _ := decodeRune(s.Text)
			return object.Int(int64(r)), nil
		}
		return Value{}, object.NewExc(object.TypeError, "ord() expected a character, but string of length %d found", int(s.Len))
	}
	n, at := -1, byte(0)
	if b := object.AsBytes(a[0]); b != nil {
		if n = len(b.Data); n == 1 {
			at = b.Data[0]
		}
	} else if b := object.AsByteArray(a[0]); b != nil {
		if n = len(b.Data); n == 1 {
			at = b.Data[0]
		}
	} else {
		return Value{}, object.NewExc(object.TypeError, "ord() expected string of length 1, but %s found", typeName(a[0]))
	}
	if n != 1 {
		return Value{}, object.NewExc(object.TypeError, "ord() expected a character, but string of length %d found", n)
	}
	return object.Int(int64(at)), nil
}
