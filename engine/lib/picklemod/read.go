package picklemod

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// step reads one opcode.
func (u *unpickler) step(t *thread) *exc {
	from := u.pos
	if ok, e := u.need(t, from, 1); !ok {
		return e
	}
	op := u.in[u.pos]
	u.pos++
	switch op {
	case opNone:
		u.push(object.None)
	case opNewTrue:
		u.push(object.True)
	case opNewFalse:
		u.push(object.False)
	case opMark:
		u.marks = append(u.marks, len(u.stack))
	case opEmptyTuple:
		u.push(object.TupleOf())
	case opEmptyList:
		u.push(object.NewList(nil))
	case opEmptyDict:
		u.push(object.NewDict().Value())
	case opEmptySet:
		u.push(object.NewSet().Value())
	case opBinInt1, opBinInt2, opBinInt, opLong1, opLong4, opBinFloat:
		return u.number(t, op, from)
	case opInt, opLong, opFloat:
		return u.textNumber(t, op, from)
	case opShortBinUnicode, opBinUnicode, opBinUnicode8, opShortBinBytes, opBinBytes, opBinBytes8, opByteArray8, opShortBinString, opBinString:
		return u.data(t, op, from)
	case opString, opUnicode:
		return u.textString(t, op, from)
	case opFrame:
		if ok, e := u.need(t, from, 8); !ok {
			return e
		}
		n := binary.LittleEndian.Uint64(u.in[u.pos:])
		if n > 1<<40 {
			return object.NewExc(object.OverflowError, "FRAME length exceeds system's maximum of 1099511627776 bytes")
		}
		u.pos += 8
		// A frame is read in one piece; what it holds follows.
		if missing := int(n) - (len(u.in) - u.pos); missing > 0 && u.source != nil {
			u.request(u.source.read(t, missing), func(t *thread, v value) *exc { return u.more(t, v, missing) })
		} else if missing > 0 {
			return raise(t, "UnpicklingError", "pickle data was truncated")
		}
	case opMemoize, opPut, opBinPut, opLongBinPut, opGet, opBinGet, opLongBinGet:
		return u.memory(t, op, from)
	case opTuple1, opTuple2, opTuple3:
		n := int(op) - opTuple1 + 1
		if !u.has(n) {
			return u.underflow(t)
		}
		at := len(u.stack) - n
		v := object.NewTuple(append([]value(nil), u.stack[at:]...))
		u.stack = append(u.stack[:at], v)
	case opTuple, opList, opDict, opFrozenSet, opAppends, opSetItems, opAddItems, opPopMark, opObj:
		return u.marked(t, op)
	case opAppend:
		if !u.has(2) {
			return u.underflow(t)
		}
		v := u.pop()
		return u.appendAll(t, *u.top(), []value{v})
	case opSetItem:
		if !u.has(3) {
			return u.underflow(t)
		}
		v, k := u.pop(), u.pop()
		return u.setAll(t, *u.top(), []value{k, v})
	case opPop:
		// A mark may be on top, too.
		if n := len(u.marks); n > 0 && u.marks[n-1] == len(u.stack) {
			u.marks = u.marks[:n-1]
		} else if len(u.stack) == 0 {
			return u.underflow(t)
		} else {
			u.pop()
		}
	case opDup:
		if !u.has(1) {
			return u.underflow(t)
		}
		u.push(*u.top())
	case opProto:
		if ok, e := u.need(t, from, 1); !ok {
			return e
		}
		u.proto = int(u.in[u.pos])
		u.pos++
		if u.proto > 5 {
			return object.NewExc(object.ValueError, "unsupported pickle protocol: %d", u.proto)
		}
	case opStop:
		if !u.has(1) {
			return u.underflow(t)
		}
		u.result, u.done = u.pop(), true
	case opNextBuffer, opReadonlyBuffer:
		return raise(t, "UnpicklingError", "pickle stream refers to out-of-band data but no *buffers* argument was given")
	default:
		return u.construct(t, op, from)
	}
	return nil
}

func (u *unpickler) number(t *thread, op byte, from int) *exc {
	size := map[byte]int{opBinInt1: 1, opBinInt2: 2, opBinInt: 4, opLong1: 1, opLong4: 4, opBinFloat: 8}[op]
	if ok, e := u.need(t, from, size); !ok {
		return e
	}
	b := u.in[u.pos : u.pos+size]
	u.pos += size
	switch op {
	case opBinInt1:
		u.push(object.Int(int64(b[0])))
	case opBinInt2:
		u.push(object.Int(int64(binary.LittleEndian.Uint16(b))))
	case opBinInt:
		u.push(object.Int(int64(int32(binary.LittleEndian.Uint32(b)))))
	case opBinFloat:
		u.push(object.Float(math.Float64frombits(binary.BigEndian.Uint64(b))))
	default:
		n := int(b[0])
		if op == opLong4 {
			n = int(int32(binary.LittleEndian.Uint32(b)))
			if n < 0 {
				return raise(t, "UnpicklingError", "LONG pickle has negative byte count")
			}
		}
		if ok, e := u.need(t, from, n); !ok {
			return e
		}
		u.push(fromTwosComplement(string(u.in[u.pos : u.pos+n])))
		u.pos += n
	}
	return nil
}

func (u *unpickler) textNumber(t *thread, op byte, from int) *exc {
	s, ok, e := u.line(t, from)
	if !ok {
		return e
	}
	switch op {
	case opFloat:
		f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		if err != nil {
			return object.NewExc(object.ValueError, "could not convert string to float")
		}
		u.push(object.Float(f))
		return nil
	case opInt:
		if s == "00" || s == "01" {
			u.push(object.Bool(s == "01"))
			return nil
		}
	}
	n, fine := new(big.Int).SetString(strings.TrimSuffix(strings.TrimSpace(s), "L"), 10)
	if !fine {
		if op == opInt {
			return object.NewExc(object.ValueError, "could not convert string to int")
		}
		return object.NewExc(object.ValueError, "invalid literal for int() with base 10: %s", object.ReprText(t.RT.Ctx, object.NewStr(s)))
	}
	if n.IsInt64() {
		u.push(object.Int(n.Int64()))
	} else {
		u.push(object.NewBigInt(n))
	}
	return nil
}

// data reads a length, and as many bytes.
func (u *unpickler) data(t *thread, op byte, from int) *exc {
	size := 4
	switch op {
	case opShortBinUnicode, opShortBinBytes, opShortBinString:
		size = 1
	case opBinUnicode8, opBinBytes8, opByteArray8:
		size = 8
	}
	if ok, e := u.need(t, from, size); !ok {
		return e
	}
	var wide [8]byte
	copy(wide[:], u.in[u.pos:u.pos+size])
	n := binary.LittleEndian.Uint64(wide[:])
	u.pos += size
	if n > 1<<40 {
		return object.NewExc(object.OverflowError, "length exceeds system's maximum of 1099511627776 bytes")
	}
	if ok, e := u.need(t, from, int(n)); !ok {
		return e
	}
	b := u.in[u.pos : u.pos+int(n)]
	if e := t.RT.Ctx.Reserve(int64(n)); e != nil {
		return e
	}
	switch op {
	case opShortBinUnicode, opBinUnicode, opBinUnicode8:
		u.push(object.NewStr(string(b)))
	case opByteArray8:
		u.push(object.NewByteArray(append([]byte(nil), b...)))
	case opShortBinString, opBinString:
		u.push(u.oldString(string(b)))
	default:
		u.push(object.NewBytes(string(b)))
	}
	u.pos += int(n)
	return nil
}

// oldString is a str of Python 2: bytes, or text in the encoding that the caller names.
func (u *unpickler) oldString(s string) value {
	if u.encoding == "bytes" {
		return object.NewBytes(s)
	}
	return latin1(s)
}

func (u *unpickler) textString(t *thread, op byte, from int) *exc {
	s, ok, e := u.line(t, from)
	if !ok {
		return e
	}
	if op == opUnicode {
		u.push(object.NewStr(rawEscapes(s)))
		return nil
	}
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '\'' && s[0] != '"' {
		return raise(t, "UnpicklingError", "the STRING opcode argument must be quoted")
	}
	u.push(u.oldString(escapes(s[1 : len(s)-1])))
	return nil
}

// rawEscapes undoes raw-unicode-escape: \uXXXX and \UXXXXXXXX in Latin-1.
func rawEscapes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && (s[i+1] == 'u' || s[i+1] == 'U') {
			n := 4
			if s[i+1] == 'U' {
				n = 8
			}
			if i+2+n <= len(s) {
				if r, err := strconv.ParseUint(s[i+2:i+2+n], 16, 32); err == nil {
					b.WriteRune(rune(r))
					i += 1 + n
					continue
				}
			}
		}
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// escapes undoes what repr() of a str of Python 2 wrote.
func escapes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'x':
			if i+2 < len(s) {
				if r, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
					b.WriteByte(byte(r))
					i += 2
				}
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// memory reads an opcode of the memo.
func (u *unpickler) memory(t *thread, op byte, from int) *exc {
	i := 0
	switch op {
	case opMemoize:
		i = len(u.memo) + len(u.far)
	case opBinPut, opBinGet:
		if ok, e := u.need(t, from, 1); !ok {
			return e
		}
		i = int(u.in[u.pos])
		u.pos++
	case opLongBinPut, opLongBinGet:
		if ok, e := u.need(t, from, 4); !ok {
			return e
		}
		i = int(binary.LittleEndian.Uint32(u.in[u.pos:]))
		u.pos += 4
	default:
		s, ok, e := u.line(t, from)
		if !ok {
			return e
		}
		n, err := strconv.Atoi(s)
		if err != nil {
			return object.NewExc(object.ValueError, "invalid literal for int() with base 10: '%s'", s)
		}
		i = n
	}
	if op == opGet || op == opBinGet || op == opLongBinGet {
		return u.get(t, i)
	}
	if !u.has(1) {
		return u.underflow(t)
	}
	u.put(i, *u.top())
	return nil
}

// marked reads an opcode that takes what lies above the last mark.
func (u *unpickler) marked(t *thread, op byte) *exc {
	items, e := u.popMark(t)
	if e != nil {
		return e
	}
	c := t.RT.Ctx
	switch op {
	case opTuple:
		u.push(object.NewTuple(append([]value(nil), items...)))
	case opList:
		u.push(object.NewList(append([]value(nil), items...)))
	case opDict:
		d := object.NewDict().Value()
		items = append([]value(nil), items...)
		u.push(d)
		return u.setAll(t, d, items)
	case opFrozenSet:
		l := object.NewList(append([]value(nil), items...))
		u.request(vm.Call(object.FrozenSetType.Value(), l), func(t *thread, v value) *exc {
			u.push(v)
			return nil
		})
	case opAppends, opSetItems, opAddItems:
		if len(u.stack) == 0 {
			return u.underflow(t)
		}
		target := *u.top()
		switch op {
		case opAppends:
			return u.appendAll(t, target, items)
		case opSetItems:
			return u.setAll(t, target, items)
		}
		s := object.AsSet(target)
		if s == nil || target.H.Type != object.SetType {
			l := object.NewList(append([]value(nil), items...))
			u.request(vm.CallMethod(t, target, "update", l), nil)
			return nil
		}
		for i, v := range items {
			e := s.Add(c, v)
			if e == object.NeedVM {
				l := object.NewList(append([]value(nil), items[i:]...))
				u.request(vm.CallMethod(t, target, "update", l), nil)
				return nil
			}
			if e != nil {
				return e
			}
		}
	case opObj:
		if len(items) == 0 {
			return u.underflow(t)
		}
		u.instantiate(t, items[0], append([]value(nil), items[1:]...))
	}
	return nil
}

// appendAll adds items to a list, or by the methods of something like one.
func (u *unpickler) appendAll(t *thread, to value, items []value) *exc {
	if l := object.AsList(to); l != nil && (to.H.Type == object.ListType || to.H.Type.Lookup(intern("extend")) == object.ListType.Lookup(intern("extend")) && to.H.Type.Lookup(intern("append")) == object.ListType.Lookup(intern("append"))) {
		l.Elems = append(l.Elems, items...)
		return nil
	}
	items = append([]value(nil), items...)
	a := vm.After(t, vm.GetAttr(t, to, intern("extend")), func(t *thread, m value, e *exc) action {
		if e == nil {
			return vm.Call(m, object.NewList(items))
		}
		if !e.Is(object.AttributeError) {
			return vm.Raise(e)
		}
		return vm.ForEach(t, object.NewList(items), func(t *thread, v value) action {
			return vm.OnValue(t, vm.CallMethod(t, to, "append", v), func(*thread, value) action { return vm.Continue() })
		}, func(*thread) action { return vm.ReturnNone() })
	})
	u.request(a, nil)
	return nil
}

// setAll sets pairs of keys and values.
func (u *unpickler) setAll(t *thread, to value, items []value) *exc {
	if len(items)%2 != 0 {
		return raise(t, "UnpicklingError", "odd number of items for SETITEMS")
	}
	if d := object.AsDict(to); d != nil && to.H.Type == object.DictType {
		for len(items) > 0 {
			k := items[0]
			if s := object.AsStr(k); s != nil && k.H.Type == object.StrType {
				d.SetStr(s, items[1])
			} else if e := d.Set(t.RT.Ctx, k, items[1]); e == object.NeedVM {
				break
			} else if e != nil {
				return e
			}
			items = items[2:]
		}
		if len(items) == 0 {
			return nil
		}
	}
	items = append([]value(nil), items...)
	u.request(vm.Repeat(t, func(t *thread) action {
		if len(items) == 0 {
			return vm.ReturnNone()
		}
		k, v := items[0], items[1]
		items = items[2:]
		return vm.OnValue(t, vm.SetItem(t, to, k, v), func(*thread, value) action { return vm.Continue() })
	}), nil)
	return nil
}
