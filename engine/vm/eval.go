package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// eval runs the Python frame on top of the chain. It returns true when the fuel
// has run out at a safe point, and false when the thread has parked, switched or
// ended (Step looks which).
//
// The frame's state is held in local variables: S the slots, sp the stack
// pointer, in the instruction, fuel. Few as they are, they stay in registers. Whatever leaves the fast path writes
// them back first ("goto slow" for an instruction that has a general form, fail
// for an exception) and reload takes them again, from whichever frame is then on
// top. No local variable but t is used after a call (RATIONALE.md, "What is fast
// in WASM?"): what has to call saves the state, lets a function whose name ends in
// Here do the rest on the frame, and goes on with again. Stale values above sp are not cleared: who walks a frame stops at sp.
func (t *Thread) eval() bool {
	var (
		f      *Frame
		S      unsafe.Pointer // the frame's slots, see slot
		in     *bytecode.Instr
		exc    *Exc
		sp     int
		fuel   int64
		gen    *Generator // what resume resumes, with sent, for an instruction that takes its result by mode
		sent   Value
		mode   retMode
		callee *object.Function // what call calls; base is where the stack ends then
		base   int

		// What binary and comparing get: a op b goes to slot dst, or decides the jump to target when it is want
		// (target < 0: is pushed); sp is nsp then.
		op       bytecode.Op
		cmp      int
		a, b, v  Value
		dst, nsp int
		want     bool
		target   int
		miss     int // the slot that is unbound
	)

reload:
	if t.parked || t.done {
		return false
	}
again:
	f = t.top
	fuel = t.fuel
frame:
	S, sp, in = f.slots(), f.sp, f.instr(f.pc)

	for ; ; in = (*bytecode.Instr)(unsafe.Add(unsafe.Pointer(in), instrSize)) {
	fetch:
		fuel -= int64(in.Cost)
		if fuel <= t.stop {
			f.pc, f.sp, t.fuel = f.after(in)-1, sp, fuel+int64(in.Cost)
			return true
		}
		switch in.Op {
		case bytecode.OpNop:

		case bytecode.OpPopTop:
			sp--
			if t.RT.watching != 0 {
				f.pc, f.sp, t.fuel = f.after(in), sp, fuel
				t.dropped(*slot(S, sp))
				*slot(S, sp) = Value{}
				goto reload
			}
		case bytecode.OpCopy:
			*slot(S, sp) = *slot(S, sp-int(in.B))
			sp++
		case bytecode.OpSwap:
			*slot(S, sp-1), *slot(S, sp-int(in.B)) = *slot(S, sp-int(in.B)), *slot(S, sp-1)

		case bytecode.OpLoadConst:
			*slot(S, sp) = f.Code.Values[in.B]
			sp++
		case bytecode.OpLoadFast:
			v := *slot(S, in.B)
			if v.H == nil {
				miss = int(in.B)
				goto missing
			}
			*slot(S, sp) = v
			sp++
		case bytecode.OpStoreFast:
			sp--
			if t.RT.watching != 0 && slot(S, in.B).H != nil {
				old := *slot(S, in.B)
				*slot(S, in.B) = *slot(S, sp)
				f.pc, f.sp, t.fuel = f.after(in), sp, fuel
				t.dropped(old)
				goto reload
			}
			*slot(S, in.B) = *slot(S, sp)
		case bytecode.OpLoadFastLoadFast:
			a, b := *slot(S, in.A), *slot(S, in.B)
			if a.H == nil {
				miss = int(in.A)
				goto missing
			}
			if b.H == nil {
				miss = int(in.B)
				goto missing1
			}
			*slot(S, sp) = a
			*slot(S, sp+1) = b
			sp += 2
		case bytecode.OpLoadFastLoadConst:
			a := *slot(S, in.A)
			if a.H == nil {
				miss = int(in.A)
				goto missing
			}
			*slot(S, sp) = a
			*slot(S, sp+1) = f.Code.Values[in.B]
			sp += 2
		case bytecode.OpStoreFastLoadFast:
			if t.RT.watching != 0 {
				goto slow
			}
			*slot(S, in.A) = *slot(S, sp-1)
			v := *slot(S, in.B)
			if v.H == nil {
				miss = int(in.B)
				goto missing1
			}
			*slot(S, sp-1) = v
		case bytecode.OpStoreFastStoreFast:
			if t.RT.watching != 0 {
				goto slow
			}
			sp -= 2
			*slot(S, in.A) = *slot(S, sp+1)
			*slot(S, in.B) = *slot(S, sp)
		case bytecode.OpLoadDeref:
			v := (*object.Cell)(unsafe.Pointer(slot(S, in.B).H)).V
			if v.H == nil {
				f.pc, f.sp, t.fuel = f.after(in), sp, fuel
				t.raiseHere(f, 0, unboundDeref(f, int(in.B)))
				goto reload
			}
			*slot(S, sp) = v
			sp++
		case bytecode.OpStoreDeref:
			if t.RT.watching != 0 {
				goto slow
			}
			sp--
			(*object.Cell)(unsafe.Pointer(slot(S, in.B).H)).V = *slot(S, sp)
		case bytecode.OpLoadClosure:
			*slot(S, sp) = *slot(S, in.B)
			sp++

		case bytecode.OpLoadName:
			// In a module, a name is a global variable.
			if f.Locals != f.Globals || f.NS.H != nil {
				goto slow
			}
			fallthrough
		case bytecode.OpLoadGlobal:
			c := &f.caches()[in.A]
			if c.Version == f.Globals.KeysVersion {
				if c.Kind == cacheGlobal {
					*slot(S, sp) = f.Globals.EntryAt(int(c.Index)).Val
					sp++
					continue
				}
				if c.Kind == cacheBuiltin && c.Version2 == t.RT.Ctx.Builtins.KeysVersion {
					*slot(S, sp) = t.RT.Ctx.Builtins.EntryAt(int(c.Index)).Val
					sp++
					continue
				}
			}
			goto slow

		case bytecode.OpStoreName:
			if f.Locals != f.Globals || f.NS.H != nil {
				goto slow
			}
			fallthrough
		case bytecode.OpStoreGlobal:
			c := &f.caches()[in.A]
			if c.Version == f.Globals.KeysVersion && c.Kind == cacheGlobal && t.RT.watching == 0 {
				sp--
				f.Globals.EntryAt(int(c.Index)).Val = *slot(S, sp)
				continue
			}
			goto slow

		case bytecode.OpLoadAttr:
			v := *slot(S, sp-1)
			c := &f.caches()[in.A]
			if tp := v.H.Type; tp == c.Type && tp.Version == c.Version && c.Kind == cacheShape {
				at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
				if at.Shape == c.Shape && at.Dict == nil {
					if a := at.Vals[c.Index]; a.H != nil { // a value of __slots__ may be deleted
						*slot(S, sp-1) = a
						continue
					}
				}
			}
			goto slow
		case bytecode.OpLoadFastAttr:
			v := *slot(S, in.B&0xff)
			if v.H == nil {
				miss = int(in.B & 0xff)
				goto missing
			}
			c := &f.caches()[in.A]
			if tp := v.H.Type; tp == c.Type && tp.Version == c.Version && c.Kind == cacheShape {
				at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
				if at.Shape == c.Shape && at.Dict == nil {
					if a := at.Vals[c.Index]; a.H != nil {
						*slot(S, sp) = a
						sp++
						continue
					}
				}
			}
			*slot(S, sp) = v
			sp++
			goto slow
		case bytecode.OpStoreAttr:
			v := *slot(S, sp-1)
			c := &f.caches()[in.A]
			if tp := v.H.Type; tp == c.Type && tp.Version == c.Version {
				at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
				if at.Shape == c.Shape && at.Dict == nil {
					if c.Kind == cacheShape && t.RT.watching == 0 {
						at.Vals[c.Index] = *slot(S, sp-2)
						sp -= 2
						continue
					}
					if c.Kind == cacheAdd {
						at.Shape = c.Next
						if n := len(at.Vals); n < cap(at.Vals) {
							at.Vals = at.Vals[:n+1]
							at.Vals[n] = *slot(S, sp-2)
							sp -= 2
							continue
						}
						f.pc, f.sp, t.fuel = f.after(in), sp, fuel
						f.addAttr(at)
						goto again
					}
				}
			}
			goto slow
		case bytecode.OpLoadMethod:
			v := *slot(S, sp-1)
			c := &f.caches()[in.A]
			if tp := v.H.Type; tp == c.Type && tp.Version == c.Version {
				if c.Kind == cacheMethod {
					*slot(S, sp-1) = c.V
					*slot(S, sp) = v
					sp++
					continue
				}
				if c.Kind == cacheMethodShape {
					at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
					if at.Shape == c.Shape && at.Dict == nil {
						*slot(S, sp-1) = c.V
						*slot(S, sp) = v
						sp++
						continue
					}
				}
			}
			goto slow
		case bytecode.OpLoadFastMethod:
			v := *slot(S, in.B&0xff)
			if v.H == nil {
				miss = int(in.B & 0xff)
				goto missing
			}
			c := &f.caches()[in.A]
			if tp := v.H.Type; tp == c.Type && tp.Version == c.Version {
				if c.Kind == cacheMethod {
					*slot(S, sp) = c.V
					*slot(S, sp+1) = v
					sp += 2
					continue
				}
				if c.Kind == cacheMethodShape {
					at := (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), tp.AttrOffset))
					if at.Shape == c.Shape && at.Dict == nil {
						*slot(S, sp) = c.V
						*slot(S, sp+1) = v
						sp += 2
						continue
					}
				}
			}
			*slot(S, sp) = v
			sp++
			goto slow

		case bytecode.OpBinarySubscr:
			a, b = *slot(S, sp-2), *slot(S, sp-1)
			dst, nsp = sp-2, sp-1
			goto subscript
		case bytecode.OpSubscrFastFast:
			a, b = *slot(S, in.A), *slot(S, in.B)
			if a.H != nil && b.H != nil {
				dst, nsp = sp, sp+1
				goto subscript
			}
			goto slow
		case bytecode.OpStoreSubscr:
			if a, k := *slot(S, sp-2), *slot(S, sp-1); a.H.Type == object.ListType && k.H == &object.IntHeader && t.RT.watching == 0 {
				l := (*object.List)(unsafe.Pointer(a.H))
				i := int64(k.N)
				if i < 0 {
					i += int64(len(l.Elems))
				}
				if uint64(i) < uint64(len(l.Elems)) {
					l.Elems[i] = *slot(S, sp-3)
					sp -= 3
					continue
				}
			}
			goto slow

		case bytecode.OpUnaryNegative:
			v := *slot(S, sp-1)
			if v.H == &object.IntHeader && int64(v.N) != -1<<63 {
				*slot(S, sp-1) = object.Int(-int64(v.N))
				continue
			}
			if v.H == &object.FloatHeader {
				*slot(S, sp-1) = object.Float(-v.Float64())
				continue
			}
			goto slow
		case bytecode.OpUnaryNot:
			v := *slot(S, sp-1)
			if v.H == &object.BoolHeader {
				slot(S, sp-1).N ^= 1
				continue
			}
			goto slow

		case bytecode.OpBinaryAdd:
			a, b := *slot(S, sp-2), *slot(S, sp-1)
			if a.H == &object.IntHeader && b.H == &object.IntHeader {
				r := int64(a.N) + int64(b.N)
				if (int64(a.N)^r)&(int64(b.N)^r) >= 0 {
					sp--
					slot(S, sp-1).N = uint64(r)
					continue
				}
			} else if a.H == &object.FloatHeader && b.H == &object.FloatHeader {
				sp--
				*slot(S, sp-1) = object.Float(a.Float64() + b.Float64())
				continue
			}
			goto slow
		case bytecode.OpBinarySub:
			a, b := *slot(S, sp-2), *slot(S, sp-1)
			if a.H == &object.IntHeader && b.H == &object.IntHeader {
				r := int64(a.N) - int64(b.N)
				if (int64(a.N)^int64(b.N))&(int64(a.N)^r) >= 0 {
					sp--
					slot(S, sp-1).N = uint64(r)
					continue
				}
			} else if a.H == &object.FloatHeader && b.H == &object.FloatHeader {
				sp--
				*slot(S, sp-1) = object.Float(a.Float64() - b.Float64())
				continue
			}
			goto slow
		case bytecode.OpBinaryMul, bytecode.OpBinaryMod, bytecode.OpBinaryFloorDiv, bytecode.OpBinaryTrueDiv,
			bytecode.OpBinaryAnd, bytecode.OpBinaryOr, bytecode.OpBinaryXor, bytecode.OpBinaryLShift, bytecode.OpBinaryRShift:
			op, a, b = in.Op, *slot(S, sp-2), *slot(S, sp-1)
			dst, nsp = sp-2, sp-1
			goto binary
		case bytecode.OpBinaryPow, bytecode.OpBinaryMatMul:
			goto slow
		case bytecode.OpBinaryFastFast:
			op, a, b = bytecode.Op(in.B), *slot(S, in.A&0xff), *slot(S, in.A>>8)
			if a.H != nil && b.H != nil {
				dst, nsp = sp, sp+1
				goto binary
			}
			goto slow
		case bytecode.OpBinaryFastConst:
			op, a, b = bytecode.Op(in.B), *slot(S, in.A&0xff), f.Code.Values[in.A>>8]
			if a.H != nil {
				dst, nsp = sp, sp+1
				goto binary
			}
			goto slow
		case bytecode.OpBinaryConst:
			op, a, b = bytecode.Op(in.B), *slot(S, sp-1), f.Code.Values[in.A]
			dst, nsp = sp-1, sp
			goto binary
		case bytecode.OpBinaryFast:
			op, a, b = bytecode.Op(in.B), *slot(S, sp-1), *slot(S, in.A)
			if b.H != nil {
				dst, nsp = sp-1, sp
				goto binary
			}
			goto slow
		case bytecode.OpAddStore:
			a, b := *slot(S, sp-2), *slot(S, sp-1)
			if a.H == &object.IntHeader && b.H == &object.IntHeader {
				r := int64(a.N) + int64(b.N)
				if (int64(a.N)^r)&(int64(b.N)^r) >= 0 {
					sp -= 2
					*slot(S, in.B) = object.Int(r)
					continue
				}
			} else if a.H == &object.FloatHeader && b.H == &object.FloatHeader {
				sp -= 2
				*slot(S, in.B) = object.Float(a.Float64() + b.Float64())
				continue
			}
			goto slow
		case bytecode.OpIncFast:
			i := in.A & 0xff
			a := *slot(S, i)
			if a.H == &object.IntHeader {
				b := int64(f.Code.Values[in.A>>8].N)
				if bytecode.Op(in.B) == bytecode.OpBinarySub {
					b = -b
				}
				r := int64(a.N) + b
				if (int64(a.N)^r)&(b^r) >= 0 {
					slot(S, i).N = uint64(r)
					continue
				}
			}
			goto slow

		case bytecode.OpCompare:
			cmp, a, b = int(in.A), *slot(S, sp-2), *slot(S, sp-1)
			target, nsp = -1, sp-1
			goto comparing
		case bytecode.OpCompareJump:
			cmp, a, b = int(in.A&7), *slot(S, sp-2), *slot(S, sp-1)
			want, target, nsp = in.A&8 != 0, int(in.B), sp-2
			goto comparing
		case bytecode.OpCompareFastFastJump:
			a, b = *slot(S, in.A&0xff), *slot(S, in.A>>8)
			if a.H == &object.IntHeader && b.H == &object.IntHeader {
				if compareInts(int(in.B>>24&7), int64(a.N), int64(b.N)) == (in.B>>27&1 != 0) {
					in = f.instr(int(in.B & 0xffffff))
					goto fetch
				}
				continue
			}
			if a.H != nil && b.H != nil {
				cmp, want, target, nsp = int(in.B>>24&7), in.B>>27&1 != 0, int(in.B&0xffffff), sp
				goto comparing
			}
			goto slow
		case bytecode.OpCompareFastConstJump:
			a, b = *slot(S, in.A&0xff), f.Code.Values[in.A>>8]
			if a.H == &object.IntHeader && b.H == &object.IntHeader {
				if compareInts(int(in.B>>24&7), int64(a.N), int64(b.N)) == (in.B>>27&1 != 0) {
					in = f.instr(int(in.B & 0xffffff))
					goto fetch
				}
				continue
			}
			if a.H != nil {
				cmp, want, target, nsp = int(in.B>>24&7), in.B>>27&1 != 0, int(in.B&0xffffff), sp
				goto comparing
			}
			goto slow
		case bytecode.OpCompareConstJump:
			cmp, a, b = int(in.B>>24&7), *slot(S, sp-1), f.Code.Values[in.A]
			want, target, nsp = in.B>>27&1 != 0, int(in.B&0xffffff), sp-1
			goto comparing
		case bytecode.OpIs:
			sp--
			*slot(S, sp-1) = object.Bool(object.Is(*slot(S, sp-1), *slot(S, sp)) == (in.A == 0))

		case bytecode.OpJump:
			in = f.instr(int(in.B))
			goto fetch
		case bytecode.OpJumpBack:
			if t.Interrupt != nil {
				goto interrupt
			}
			if fuel <= 0 {
				f.jumped = int32(f.after(in))
				f.pc, f.sp, t.fuel = int(in.B), sp, fuel
				return true
			}
			in = f.instr(int(in.B))
			goto fetch
		case bytecode.OpPopJumpIfFalse:
			v := *slot(S, sp-1)
			if v.H == &object.BoolHeader || v.H == &object.IntHeader {
				sp--
				if v.N == 0 {
					in = f.instr(int(in.B))
					goto fetch
				}
				continue
			}
			goto slow
		case bytecode.OpPopJumpIfTrue:
			v := *slot(S, sp-1)
			if v.H == &object.BoolHeader || v.H == &object.IntHeader {
				sp--
				if v.N != 0 {
					in = f.instr(int(in.B))
					goto fetch
				}
				continue
			}
			goto slow
		case bytecode.OpPopJumpIfNone:
			sp--
			if slot(S, sp).IsNone() {
				in = f.instr(int(in.B))
				goto fetch
			}
		case bytecode.OpPopJumpIfNotNone:
			sp--
			if !slot(S, sp).IsNone() {
				in = f.instr(int(in.B))
				goto fetch
			}

		case bytecode.OpListAppend:
			sp--
			l := (*object.List)(unsafe.Pointer(slot(S, sp-int(in.B)).H))
			if n := len(l.Elems); n < cap(l.Elems) && (n+1)&0xffff != 0 {
				l.Elems = l.Elems[:n+1]
				l.Elems[n] = *slot(S, sp)
				continue
			}
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			t.appendHere(f, l)
			goto reload
		case bytecode.OpBuildTuple:
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			f.buildTuple(int(in.B))
			goto again
		case bytecode.OpBuildList:
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			f.buildList(int(in.B))
			goto again
		case bytecode.OpUnpackSequence:
			v := *slot(S, sp-1)
			n := int(in.B)
			var el []Value
			switch v.H.Type {
			case object.TupleType:
				el = (*object.Tuple)(unsafe.Pointer(v.H)).Elems
			case object.ListType:
				el = (*object.List)(unsafe.Pointer(v.H)).Elems
			default:
				goto slow
			}
			if len(el) != n {
				goto slow
			}
			sp--
			for i := n - 1; i >= 0; i-- {
				*slot(S, sp) = el[i]
				sp++
			}

		case bytecode.OpForIter, bytecode.OpForIterStore:
			it := *slot(S, sp-1)
			tp := it.H.Type
			if tp == object.GeneratorType {
				g := (*Generator)(unsafe.Pointer(it.H))
				if gf := g.Frame; gf != nil && !g.Running && t.depth < t.RT.RecursionLimit {
					if g.Silent && g.Started {
						gen, sent, mode = g, object.None, retNext
						goto resume
					}
					f.pc, f.sp, t.fuel = f.after(in), sp, fuel
					t.enterGen(g, gf, object.None, retNext, "next")
					goto reload
				}
				goto slow
			}
			more := true
			switch tp {
			case object.RangeIterType:
				v, more = object.RangeNext(it)
			case object.ListIterType:
				v, more = object.ListNext(it)
			default:
				if tp.Next == nil || tp.Flags&object.HeapType != 0 {
					goto slow
				}
				f.pc, f.sp, t.fuel = f.after(in), sp, fuel
				switch t.nextHere(f, *in) {
				case goOn:
					goto again
				case goSlow:
					goto slowly
				}
				goto reload
			}
			if !more {
				sp--
				if t.RT.watching != 0 {
					// The list of a for loop may have been made for it.
					*slot(S, sp) = Value{}
					f.pc, f.sp, t.fuel = int(in.B), sp, fuel
					t.changed()
					goto reload
				}
				in = f.instr(int(in.B))
				goto fetch
			}
			if in.Op == bytecode.OpForIterStore {
				if t.RT.watching != 0 && slot(S, in.A).H != nil {
					old := *slot(S, in.A)
					*slot(S, in.A) = v
					f.pc, f.sp, t.fuel = f.after(in), sp, fuel
					t.dropped(old)
					goto reload
				}
				*slot(S, in.A) = v
				continue
			}
			*slot(S, sp) = v
			sp++
		case bytecode.OpSend:
			it := *slot(S, sp-2)
			switch it.H.Type {
			case object.CoroutineType, object.GeneratorType:
				g := (*Generator)(unsafe.Pointer(it.H))
				if gf := g.Frame; gf != nil && !g.Running && t.depth < t.RT.RecursionLimit {
					sp--
					if g.Silent && g.Started {
						gen, sent, mode = g, *slot(S, sp), retSend
						goto resume
					}
					f.pc, f.sp, t.fuel = f.after(in), sp, fuel
					t.enterGen(g, gf, *slot(S, sp), retSend, "send")
					goto reload
				}
			}
			goto slow
		case bytecode.OpYieldValue, bytecode.OpYieldPop:
			if g, back := f.Gen, f.Back; g.Silent && back.native == nil && back.ends == 0 && g.Type != object.AsyncGeneratorType {
				// The result goes to Python code, and nobody else wants to hear of it.
				f.pc, f.sp = f.after(in), sp-1
				v := *slot(S, sp-1)
				m := f.ret
				t.leaveGen(g, f)
				f = back
				S, sp, in = f.slots(), f.sp, f.instr(f.pc-1)
				if m == retPush || m == retSend {
					*slot(S, sp) = v
					sp++
					continue
				}
				if m == retNext {
					if in.Op == bytecode.OpForIterStore {
						*slot(S, in.A) = v
					} else {
						*slot(S, sp) = v
						sp++
					}
					continue
				}
				t.fuel = fuel
				t.give(m, v, nil)
				goto reload
			}
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			t.yield(f, f.pop(), in.A == 1)
			goto reload
		case bytecode.OpReturnGenerator:
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			t.makeGenerator(f)
			goto reload

		case bytecode.OpReturnValue, bytecode.OpReturnFast, bytecode.OpReturnConst:
			var v Value
			switch in.Op {
			case bytecode.OpReturnValue:
				sp--
				v = *slot(S, sp)
			case bytecode.OpReturnFast:
				v = *slot(S, in.B)
				if v.H == nil {
					miss = int(in.B)
					goto missing
				}
			default:
				v = f.Code.Values[in.B]
			}
			pool := &f.Code.Pool
			if ret := f.ret; ret <= retInit && f.kept == 0 && t.RT.watching == 0 && (ret != retInit || v.H == object.None.H) && pool.Free < len(pool.Frames) {
				back := f.Back
				t.top = back
				t.depth--
				f.part = 0 // what follows is release, without its call
				if n := pool.Free; pool.Frames[n] != unsafe.Pointer(f) {
					pool.Frames[n] = unsafe.Pointer(f)
				}
				pool.Free++
				f = back
				S, sp, in = f.slots(), f.sp, f.instr(f.pc-1)
				if ret != retPush {
					if ret == retDrop {
						continue
					}
					v, f.retVal = f.retVal, Value{}
				}
				*slot(S, sp) = v
				sp++
				continue
			}
			f.pc, f.sp, t.fuel = f.after(in), sp, fuel
			if t.RT.watching != 0 {
				t.leave(f, v)
			} else {
				t.popReturn(f, v)
			}
			goto reload

		case bytecode.OpCall, bytecode.OpCallPop:
			n := int(in.B)
			fnv := *slot(S, sp-n-1)
			if fnv.H.Type == object.FunctionType {
				fn := (*object.Function)(unsafe.Pointer(fnv.H))
				if code := fn.Code; code.Simple && code.ArgCount == n && code.Pool.Free > 0 && t.depth < t.RT.RecursionLimit {
					callee, base, mode = fn, sp-n-1, retPush
					if in.Op == bytecode.OpCallPop {
						mode = retDrop
					}
					goto call
				}
			} else if n == 1 && in.Op == bytecode.OpCall && fnv.H.Type == object.BuiltinType && slot(S, sp-1).H.Type == object.GeneratorType {
				b := (*object.Builtin)(unsafe.Pointer(fnv.H))
				g := (*Generator)(unsafe.Pointer(slot(S, sp-1).H))
				if int(b.Resumes) == 1 && b.Self.H == nil && g.Silent && g.Started && g.Frame != nil && !g.Running && t.RT.watching == 0 && t.depth < t.RT.RecursionLimit {
					gen, sent, mode = g, object.None, retPush
					sp -= 2
					goto resume
				}
			} else if t.RT.watching == 0 {
				at := sp - n - 1
				f.pc, f.sp, t.fuel = f.after(in), at, fuel
				switch t.callHere(f, fnv, at, n, sp, in.Op == bytecode.OpCall) {
				case goOn:
					goto again
				case goSlow:
					goto slowly
				case goOut:
					return true
				}
				goto reload
			}
			goto slow
		case bytecode.OpCallMethod, bytecode.OpCallMethodPop:
			n := int(in.B)
			fnv := *slot(S, sp-n-2)
			if fnv.H == nil {
				goto slow
			}
			if fnv.H.Type == object.FunctionType {
				fn := (*object.Function)(unsafe.Pointer(fnv.H))
				if code := fn.Code; code.Simple && code.ArgCount == n+1 && code.Pool.Free > 0 && t.depth < t.RT.RecursionLimit {
					callee, base, mode = fn, sp-n-2, retPush
					if in.Op == bytecode.OpCallMethodPop {
						mode = retDrop
					}
					goto call
				}
			} else if n <= 1 && in.Op == bytecode.OpCallMethod && fnv.H.Type == object.BuiltinType && slot(S, sp-n-1).H.Type == object.GeneratorType {
				b := (*object.Builtin)(unsafe.Pointer(fnv.H))
				g := (*Generator)(unsafe.Pointer(slot(S, sp-n-1).H))
				if int(b.Resumes) == n+1 && b.Self.H == nil && g.Silent && g.Started && g.Frame != nil && !g.Running && t.RT.watching == 0 && t.depth < t.RT.RecursionLimit {
					gen, sent, mode = g, object.None, retPush
					if n == 1 {
						sent = *slot(S, sp-1)
					}
					sp -= n + 2
					goto resume
				}
			} else if t.RT.watching == 0 {
				at := sp - n - 2
				f.pc, f.sp, t.fuel = f.after(in), at, fuel
				switch t.callHere(f, fnv, at, n+1, sp, in.Op == bytecode.OpCallMethod) {
				case goOn:
					goto again
				case goSlow:
					goto slowly
				case goOut:
					return true
				}
				goto reload
			}
			goto slow

		case bytecode.OpPushExcInfo:
			e := slot(S, sp-1)
			*slot(S, sp) = *e
			if h := t.handled; h != nil && (f.Gen == nil || h != f.Gen.outer) {
				*e = object.Obj(&h.Header)
			} else {
				*e = object.None
			}
			t.handled = (*Exc)(unsafe.Pointer(slot(S, sp).H))
			sp++
		case bytecode.OpPopExcept:
			if t.RT.watching != 0 || f.Gen != nil {
				goto slow
			}
			sp--
			t.handled = object.AsExc(*slot(S, sp))
		case bytecode.OpCheckExcMatch:
			v := *slot(S, sp-1)
			if v.H.Type != object.TypeType {
				goto slow
			}
			cls := (*object.Type)(unsafe.Pointer(v.H))
			if cls.Flags&object.IsExc == 0 {
				goto slow
			}
			*slot(S, sp-1) = object.Bool((*Exc)(unsafe.Pointer(slot(S, sp-2).H)).Type.IsSubtype(cls))

		default:
			goto slow
		}
		continue

	binary:
		if a.H == &object.IntHeader && b.H == &object.IntHeader {
			x, y := int64(a.N), int64(b.N)
			r := int64(0)
			switch op {
			case bytecode.OpBinaryAdd:
				r = x + y
				if (x^r)&(y^r) < 0 {
					goto slow
				}
			case bytecode.OpBinarySub:
				r = x - y
				if (x^y)&(x^r) < 0 {
					goto slow
				}
			case bytecode.OpBinaryMul:
				if int64(int32(x)) != x || int64(int32(y)) != y {
					goto arithmetic
				}
				r = x * y
			case bytecode.OpBinaryMod:
				if y <= 0 {
					goto arithmetic
				}
				if r = x % y; r < 0 {
					r += y
				}
			case bytecode.OpBinaryFloorDiv:
				if x < 0 || y <= 0 {
					goto arithmetic
				}
				r = x / y
			case bytecode.OpBinaryAnd:
				r = x & y
			case bytecode.OpBinaryOr:
				r = x | y
			case bytecode.OpBinaryXor:
				r = x ^ y
			default:
				goto arithmetic
			}
			*slot(S, dst) = object.Int(r)
			sp = nsp
			continue
		}
		if a.H == &object.FloatHeader && b.H == &object.FloatHeader {
			x, y := a.Float64(), b.Float64()
			switch op {
			case bytecode.OpBinaryAdd:
				x += y
			case bytecode.OpBinarySub:
				x -= y
			case bytecode.OpBinaryMul:
				x = float64(x * y) // not to be fused into a multiply-add
			default:
				goto arithmetic
			}
			*slot(S, dst) = object.Float(x)
			sp = nsp
			continue
		}
	arithmetic:
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		if f.arithHere(op, a, b, dst, nsp) {
			goto again
		}
		goto slowly

	comparing:
		if a.H == &object.IntHeader && b.H == &object.IntHeader {
			sp = nsp
			if compareInts(cmp, int64(a.N), int64(b.N)) {
				goto holds
			}
			goto fails
		}
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		if f.compareHere(cmp, a, b, nsp, target, want) {
			goto again
		}
		goto slowly
	holds:
		if target < 0 {
			*slot(S, sp-1) = object.True
		} else if want {
			in = f.instr(target)
			goto fetch
		}
		continue
	fails:
		if target < 0 {
			*slot(S, sp-1) = object.False
		} else if !want {
			in = f.instr(target)
			goto fetch
		}
		continue

	subscript:
		if b.H == &object.IntHeader {
			var el []Value
			switch a.H.Type {
			case object.ListType:
				el = (*object.List)(unsafe.Pointer(a.H)).Elems
			case object.TupleType:
				el = (*object.Tuple)(unsafe.Pointer(a.H)).Elems
			default:
				goto slow
			}
			i := int64(b.N)
			if i < 0 {
				i += int64(len(el))
			}
			if uint64(i) >= uint64(len(el)) {
				goto slow
			}
			*slot(S, dst) = el[i]
			sp = nsp
			continue
		}
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		if f.subscriptHere(a, b, dst, nsp) {
			goto again
		}

	slowly: // as slow, but the state has been written back, and a call has been made since
		f = t.top
		sp, fuel = f.sp, t.fuel
		in = f.instr(f.pc - 1)
	slow:
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		if t.slowHere(f, *in) {
			return true
		}
		goto reload

	call:
		// callee takes just as many positional arguments as there are, on top of the stack.
		{
			code := callee.Code
			code.Pool.Free--
			nf := (*Frame)(code.Pool.Frames[code.Pool.Free])
			to, n := nf.slots(), code.ArgCount
			for i := 0; i < n; i++ {
				*slot(to, i) = *slot(S, sp-n+i)
			}
			for i := n; i < code.NFast; i++ {
				*slot(to, i) = Value{}
			}
			f.pc, f.sp = f.after(in), base
			nf.Back, nf.ret = f, mode
			if nf.Fn != callee {
				nf.Globals, nf.Fn = callee.Globals, callee
			}
			if len(callee.Closure) != 0 {
				bindClosure(nf, callee)
			}
			t.top = nf
			t.depth++
			f, S, sp = nf, to, code.NFast
			in = f.instr(0)
			if fuel <= 0 {
				f.pc, f.sp, t.fuel = 0, sp, fuel
				return true
			}
			goto fetch
		}

	resume:
		// The generator, of which the host does not want to hear, has been started and is suspended; see enterGen.
		f.pc, f.sp = f.after(in), sp
		{
			gf := gen.Frame
			gf.Back, gf.ret = f, mode
			gen.Running = true
			gen.outer = t.handled
			if gen.handled != nil {
				t.handled = gen.handled
			}
			t.top = gf
			t.depth++
			f = gf
		}
		if f.instrs[f.pc-1].Op != bytecode.OpYieldPop {
			f.Slots[f.sp] = sent
			f.sp++
		}
		if fuel <= 0 && callLike(in.Op) {
			t.fuel = fuel
			return true
		}
		goto frame

	interrupt:
		exc = t.Interrupt
		t.Interrupt = nil
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		t.raiseHere(f, 0, exc)
		goto reload
	missing:
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		t.raiseUnbound(f, 0, miss)
		goto reload
	missing1:
		f.pc, f.sp, t.fuel = f.after(in), sp, fuel
		t.raiseUnbound(f, 1, miss)
		goto reload
	}
}

// setArgs puts arguments into the first slots of a frame, and nothing into its other
// locals. (A loop: there are few of them, and copy would be a call.)
func setArgs(slots, args []Value, nfast int) {
	//lint:ignore S1001 a loop, for the reason above
	for i, v := range args {
		slots[i] = v
	}
	for i := len(args); i < nfast; i++ {
		slots[i] = Value{}
	}
}

// callLike tells whether op is a call, hence a safe point.
func callLike(op bytecode.Op) bool {
	switch op {
	case bytecode.OpCall, bytecode.OpCallKw, bytecode.OpCallMethod, bytecode.OpCallMethodKw, bytecode.OpCallEx, bytecode.OpCallPop, bytecode.OpCallMethodPop:
		return true
	}
	return false
}

// bindClosure puts a function's free variables into its new frame.
func bindClosure(f *Frame, fn *object.Function) {
	at := f.Code.NFast - len(fn.Closure)
	for i, c := range fn.Closure {
		f.Slots[at+i] = object.Obj(&c.Header)
	}
}

func unbound(f *Frame, i int) *Exc {
	if i < len(f.Code.VarNames) {
		return object.NewExc(object.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", f.Code.VarNames[i])
	}
	return unboundDeref(f, i)
}

func unboundDeref(f *Frame, i int) *Exc {
	i -= f.Code.NumLocals()
	if i < len(f.Code.CellVars) {
		return object.NewExc(object.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", f.Code.CellVars[i])
	}
	name := f.Code.FreeVars[i-len(f.Code.CellVars)]
	e := object.NewExc(object.NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	e.Val = object.NewStr(name)
	return e
}
