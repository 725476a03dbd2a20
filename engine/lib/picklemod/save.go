package picklemod

import (
	"encoding/binary"
	"math"
	"strconv"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Framing (PEP 3154): protocol 4 puts its opcodes into frames of about this many
// bytes, which name their length; a frame of fewer bytes than frameMin does
// without the header, and a payload of frameTarget bytes or more stands outside.
const (
	frameTarget = 64 * 1024
	frameMin    = 4
	frameHeader = 9
)

// batch is how many items of a container one opcode adds.
const batch = 1000

// pickler is one Pickler at work, or one call of dumps.
type pickler struct {
	out      []byte
	proto    int
	fix      bool // protocol 2: names of modules as Python 2 has them
	fast     bool // nothing is memoised
	framing  bool
	frameAt  int // where the header of the open frame lies in out; -1 outside of frames
	memo     []*object.Header
	places   map[*object.Header]uint32 // the memo by object, once it is long
	keep     []value                   // what only the memo refers to
	todo     []task
	depth    int // containers within containers
	limit    int
	hooks    hooks
	ask      action // what the program must do before the next step
	then     func(t *thread, v value) *exc
	asked    bool
	registry *object.Dict // copyreg.dispatch_table, nil until looked for

	// Room for what most pickles need, so that they take one allocation.
	firstOut  [96]byte
	firstMemo [8]*object.Header
	firstTodo [3]task
}

// hooks are what a Pickler's subclass or attributes change; Null without.
type hooks struct {
	persistent value        // persistent_id
	dispatch   value        // dispatch_table
	override   value        // reducer_override
	extra      *object.Dict // reductions that come before those of copyreg, nil without
}

type kind uint8

const (
	putOps    kind = iota // write ops
	saveOne               // save v
	listItems             // the elements of a list
	tupleItems
	setItems
	frozenItems
	dictItems
	streamItems // what an iterator answers, as items of a list
	streamPairs // … of a dict
	reduceSteps
	attrItems // the attributes of an instance, which has no dictionary yet
)

// task is something left to be done; the last one comes first.
type task struct {
	kind  kind
	phase uint8
	op    byte
	memo  bool // memoise v when done
	i, n  int
	v     value
	held  value // a value got ahead of its time
	items []value
	dict  *object.Dict
	red   *reduction
}

func (p *pickler) push(k task) { p.todo = append(p.todo, k) }

// pushNested is push for what counts as a level of nesting.
func (p *pickler) pushNested(k task) *exc {
	p.depth++
	if p.depth > p.limit {
		return object.NewExc(object.RecursionError, "maximum recursion depth exceeded while pickling an object")
	}
	p.push(k)
	return nil
}

func (p *pickler) pop(nested bool) {
	p.todo[len(p.todo)-1] = task{}
	p.todo = p.todo[:len(p.todo)-1]
	if nested {
		p.depth--
	}
}

// request lets the program do something; then gets what it answers.
func (p *pickler) request(a action, then func(t *thread, v value) *exc) {
	p.ask, p.then, p.asked = a, then, true
}

// begin starts a pickle.
func (p *pickler) begin(t *thread) {
	p.frameAt = -1
	if p.out == nil {
		p.out = p.firstOut[:0]
	}
	if p.memo == nil {
		p.memo = p.firstMemo[:0]
	}
	p.todo = p.firstTodo[:0]
	p.limit = t.RT.RecursionLimit - t.Depth()
	if p.proto >= 2 {
		p.out = append(p.out, opProto, byte(p.proto))
	}
	p.framing = p.proto >= 4
}

// end finishes it.
func (p *pickler) end() {
	p.write(opStop)
	p.commit()
	p.framing = false
}

// dump is the action of pickling v: p.out then holds the pickle.
func (p *pickler) dump(t *thread, v value) action {
	p.begin(t)
	if e := p.save(t, v); e != nil {
		return vm.Raise(e)
	}
	return p.run(t)
}

// run does what is left.
func (p *pickler) run(t *thread) action {
	for {
		for p.asked {
			a, then := p.ask, p.then
			p.ask, p.then, p.asked = action{}, nil, false
			v, e, ok := a.Immediate()
			if !ok {
				return vm.AfterNative(t, a, &resumed{p, then})
			}
			if e == nil {
				e = then(t, v)
			}
			if e != nil {
				return vm.Raise(e)
			}
		}
		if len(p.todo) == 0 {
			p.end()
			return vm.ReturnNone()
		}
		if e := p.step(t); e != nil {
			return vm.Raise(e)
		}
	}
}

// resumed goes on with a pickler when the program has answered.
type resumed struct {
	p    *pickler
	then func(t *thread, v value) *exc
}

// Resume is vm.Native's.
func (r *resumed) Resume(t *thread, v value, e *exc) action {
	if e == nil {
		e = r.then(t, v)
	}
	if e != nil {
		return vm.Raise(e)
	}
	return r.p.run(t)
}

// Traverse names what the pickler holds.
func (r *resumed) Traverse(visit func(value)) { r.p.traverse(visit) }

func (p *pickler) traverse(visit func(value)) {
	for _, h := range p.memo {
		if h != nil {
			visit(object.Obj(h))
		}
	}
	for _, v := range p.keep {
		visit(v)
	}
	for i := range p.todo {
		k := &p.todo[i]
		if !k.v.IsNull() {
			visit(k.v)
		}
		for _, v := range k.items {
			visit(v)
		}
		if k.red != nil {
			k.red.traverse(visit)
		}
	}
	for _, v := range [...]value{p.hooks.persistent, p.hooks.dispatch, p.hooks.override} {
		if !v.IsNull() {
			visit(v)
		}
	}
}

// open begins a frame before the first byte that belongs into one.
func (p *pickler) open() {
	if p.framing && p.frameAt < 0 {
		p.frameAt = len(p.out)
		p.out = append(p.out, opFrame, 0, 0, 0, 0, 0, 0, 0, 0)
	}
}

func (p *pickler) write(b ...byte) {
	p.open()
	p.out = append(p.out, b...)
}

// commit ends the open frame.
func (p *pickler) commit() {
	if !p.framing || p.frameAt < 0 {
		return
	}
	body := p.frameAt + frameHeader
	n := len(p.out) - body
	if n >= frameMin {
		binary.LittleEndian.PutUint64(p.out[p.frameAt+1:], uint64(n))
	} else {
		p.out = append(p.out[:p.frameAt], p.out[body:]...)
	}
	p.frameAt = -1
}

// boundary ends a frame that is long enough, between two opcodes.
func (p *pickler) boundary() {
	if p.framing && p.frameAt >= 0 && len(p.out)-p.frameAt-frameHeader >= frameTarget {
		p.commit()
	}
}

// payload writes an opcode with its length, then the bytes it announces.
func (p *pickler) payload(head []byte, data string) {
	if len(data) < frameTarget {
		p.write(head...)
		p.out = append(p.out, data...)
		return
	}
	p.commit()
	p.out = append(p.out, head...)
	p.out = append(p.out, data...)
}

// linear is up to how many objects the memo is searched one by one.
const linear = 16

// find is where the memo holds an object, or -1.
func (p *pickler) find(h *object.Header) int {
	if p.places != nil {
		if i, ok := p.places[h]; ok {
			return int(i)
		}
		return -1
	}
	for i, m := range p.memo {
		if m == h {
			return i
		}
	}
	return -1
}

// get writes a reference to an object written before, if there is one.
func (p *pickler) get(h *object.Header) bool {
	i := p.find(h)
	if i < 0 {
		return false
	}
	switch {
	case p.proto == 0:
		p.oldPlace(opGet, i)
	case i < 256:
		p.write(opBinGet, byte(i))
	default:
		p.write(opLongBinGet)
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(i))
	}
	return true
}

// memoize remembers the object on top of the reader's stack; h is nil for one that cannot come again.
func (p *pickler) memoize(h *object.Header) {
	if p.fast {
		return
	}
	i := len(p.memo)
	p.memo = append(p.memo, h)
	if h != nil {
		if p.places != nil {
			p.places[h] = uint32(i)
		} else if i == linear {
			p.places = make(map[*object.Header]uint32, 4*linear)
			for j, m := range p.memo {
				if m != nil {
					p.places[m] = uint32(j)
				}
			}
		}
	}
	switch {
	case p.proto >= 4:
		p.write(opMemoize)
	case p.proto == 0:
		p.oldPlace(opPut, i)
	case i < 256:
		p.write(opBinPut, byte(i))
	default:
		p.write(opLongBinPut)
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(i))
	}
}

// save writes v, or leaves tasks that do.
func (p *pickler) save(t *thread, v value) *exc {
	p.boundary()
	if !p.hooks.persistent.IsNull() {
		p.request(vm.Call(p.hooks.persistent, v), func(t *thread, id value) *exc {
			if id.IsNone() {
				return p.saveValue(t, v)
			}
			if p.proto == 0 {
				p.oldPersistent(t, id)
				return nil
			}
			p.push(task{kind: putOps, op: opBinPersID})
			return p.saveValue(t, id)
		})
		return nil
	}
	return p.saveValue(t, v)
}

// saveValue is save without persistent_id.
func (p *pickler) saveValue(t *thread, v value) *exc {
	switch {
	case v.IsInt():
		p.saveInt(v.Int64())
		return nil
	case v.IsFloat() && p.proto == 0:
		p.line(opFloat, object.ReprText(t.RT.Ctx, v))
		return nil
	case v.IsFloat():
		p.write(opBinFloat)
		p.out = binary.BigEndian.AppendUint64(p.out, math.Float64bits(v.Float64()))
		return nil
	case v.IsNone():
		p.write(opNone)
		return nil
	case v.IsBool() && p.proto < 2:
		p.oldBool(v.N != 0)
		return nil
	case v.IsBool():
		if v.N != 0 {
			p.write(opNewTrue)
		} else {
			p.write(opNewFalse)
		}
		return nil
	}
	tp := v.H.Type
	if tp == object.IntType {
		p.saveBig(v)
		return nil
	}
	h := v.H
	if tp == object.BytesType {
		h = canonicalBytes(h, object.AsBytes(v).Data)
	}
	if p.get(h) {
		return nil
	}
	switch tp {
	case object.StrType:
		p.saveStr(object.AsStr(v))
		return nil
	case object.BytesType:
		return p.saveBytes(t, v, h)
	case object.TupleType:
		return p.saveTuple(t, v)
	case object.ListType:
		if p.proto == 0 {
			p.write(opMark, opList)
		} else {
			p.write(opEmptyList)
		}
		p.memoize(h)
		if len(object.AsList(v).Elems) == 0 {
			return nil
		}
		return p.pushNested(task{kind: listItems, v: v})
	case object.DictType:
		if p.proto == 0 {
			p.write(opMark, opDict)
		} else {
			p.write(opEmptyDict)
		}
		p.memoize(h)
		if object.AsDict(v).Len() == 0 {
			return nil
		}
		return p.pushNested(task{kind: dictItems, v: v, dict: object.AsDict(v)})
	case object.SetType, object.FrozenSetType:
		return p.saveSet(t, v)
	case object.ByteArrayType:
		return p.saveByteArray(t, v)
	}
	if o := p.hooks.override; !o.IsNull() {
		p.request(vm.Call(o, v), func(t *thread, r value) *exc {
			if r == object.NotImplemented {
				return p.saveObject(t, v)
			}
			return p.saveReduced(t, v, r)
		})
		return nil
	}
	return p.saveObject(t, v)
}

// canonicalBytes: the reference has one object for each bytes of length 0 and 1.
func canonicalBytes(h *object.Header, data string) *object.Header {
	switch len(data) {
	case 0:
		return shortBytes[256].H
	case 1:
		return shortBytes[data[0]].H
	}
	return h
}

var shortBytes = func() (all [257]value) {
	for i := range all[:256] {
		all[i] = object.NewBytes(string([]byte{byte(i)}))
	}
	all[256] = object.NewBytes("")
	return
}()

func (p *pickler) saveInt(n int64) {
	long := n < math.MinInt32 || n > math.MaxInt32
	switch {
	case p.proto == 0 || long && p.proto == 1:
		p.oldInt(strconv.FormatInt(n, 10), long)
	case n >= 0 && n <= 0xff:
		p.write(opBinInt1, byte(n))
	case n >= 0 && n <= 0xffff:
		p.write(opBinInt2, byte(n), byte(n>>8))
	case !long:
		p.write(opBinInt)
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(n))
	default:
		size := 8
		for size > 1 && n>>(8*size-9) == n>>63 {
			size--
		}
		p.write(opLong1, byte(size))
		for i := 0; i < size; i++ {
			p.out = append(p.out, byte(n>>(8*i)))
		}
	}
}

func (p *pickler) saveBig(v value) {
	if p.proto < 2 {
		p.oldInt(object.ToBig(v).String(), true)
		return
	}
	data := twosComplement(object.ToBig(v))
	if len(data) < 256 {
		p.write(opLong1, byte(len(data)))
	} else {
		p.write(opLong4)
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(len(data)))
	}
	p.out = append(p.out, data...)
}

// lengths picks the opcode for a length: short (below 256; 0 for none), four bytes, eight bytes.
func lengths(n int, short, four, eight byte) []byte {
	var b [9]byte
	switch {
	case short != 0 && n <= 0xff:
		return append(b[:0], short, byte(n))
	case four != 0 && n <= math.MaxUint32:
		return binary.LittleEndian.AppendUint32(append(b[:0], four), uint32(n))
	}
	return binary.LittleEndian.AppendUint64(append(b[:0], eight), uint64(n))
}

func (p *pickler) saveStr(s *str) {
	if p.proto == 0 {
		p.oldStr(s)
		return
	}
	short := byte(0)
	if p.proto >= 4 {
		short = opShortBinUnicode
	}
	p.payload(lengths(len(s.Text), short, opBinUnicode, opBinUnicode8), s.Text)
	p.memoize(&s.Header)
}

func (p *pickler) saveBytes(t *thread, v value, h *object.Header) *exc {
	data := object.AsBytes(v).Data
	if p.proto >= 3 {
		p.payload(lengths(len(data), opShortBinBytes, opBinBytes, opBinBytes8), data)
		p.memoize(h)
		return nil
	}
	if len(data) == 0 {
		return p.reduceTo(t, v, object.BytesType.Value(), object.TupleOf())
	}
	p.importName(t, "_codecs", "encode", func(t *thread, fn value) *exc {
		return p.reduceTo(t, v, fn, object.TupleOf(latin1(data), object.NewStr("latin1")))
	})
	return nil
}

func (p *pickler) saveByteArray(t *thread, v value) *exc {
	data := string(object.AsByteArray(v).Data)
	cls := object.ByteArrayType.Value()
	switch {
	case p.proto >= 5:
		p.payload(lengths(len(data), 0, 0, opByteArray8), data)
		p.memoize(v.H)
		return nil
	case len(data) == 0:
		return p.reduceTo(t, v, cls, object.TupleOf())
	}
	return p.reduceTo(t, v, cls, object.TupleOf(object.NewBytes(data)))
}

func (p *pickler) saveTuple(t *thread, v value) *exc {
	el := object.AsTuple(v).Elems
	if len(el) == 0 {
		p.emptyTuple()
		return nil
	}
	if len(el) > 3 || p.proto < 2 {
		p.write(opMark)
	}
	return p.pushNested(task{kind: tupleItems, v: v, items: el})
}

// emptyTuple writes (), which is not memoised.
func (p *pickler) emptyTuple() {
	if p.proto == 0 {
		p.write(opMark, opTuple)
	} else {
		p.write(opEmptyTuple)
	}
}

func (p *pickler) saveSet(t *thread, v value) *exc {
	s := object.AsSet(v)
	if p.proto < 4 {
		return p.reduceTo(t, v, v.H.Type.Value(), object.TupleOf(object.NewList(s.Elems())))
	}
	if v.H.Type == object.FrozenSetType {
		p.write(opMark)
		return p.pushNested(task{kind: frozenItems, v: v, items: s.Elems()})
	}
	p.write(opEmptySet)
	p.memoize(v.H)
	if s.Len() == 0 {
		return nil
	}
	return p.pushNested(task{kind: setItems, v: v, items: s.Elems()})
}
