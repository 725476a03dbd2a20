package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// slow executes the instruction in, just fetched, in its general form. The
// frame's pc is behind the instruction. It answers an exception to raise in f;
// it may also start further frames, whose results then complete the instruction.
func (t *Thread) slow(f *Frame, in bytecode.Instr) *Exc {
	c := t.RT.Ctx
	f.at(0)
	switch in.Op {
	// Variables.
	case bytecode.OpDeleteFast:
		old := f.Slots[in.B]
		if old.IsNull() {
			return unbound(f, int(in.B))
		}
		f.Slots[in.B] = Value{}
		t.dropped(old)
	case bytecode.OpStoreFastLoadFast: // while something is watched
		old := f.Slots[in.A]
		f.Slots[in.A] = f.pop()
		v := f.Slots[in.B]
		if v.IsNull() {
			f.at(1)
			return unbound(f, int(in.B))
		}
		f.push(v)
		t.dropped(old)
	case bytecode.OpStoreFastStoreFast:
		old, old2 := f.Slots[in.A], f.Slots[in.B]
		f.Slots[in.A] = f.pop()
		f.Slots[in.B] = f.pop()
		t.dropped(old)
		t.dropped(old2)
	case bytecode.OpStoreDeref: // while something is watched
		cell := object.AsCell(f.Slots[in.B])
		old := cell.V
		cell.V = f.pop()
		t.dropped(old)
	case bytecode.OpDeleteDeref:
		cell := object.AsCell(f.Slots[in.B])
		if cell.V.IsNull() {
			return unboundDeref(f, int(in.B))
		}
		old := cell.V
		cell.V = Value{}
		t.dropped(old)
	case bytecode.OpMakeCell:
		cell := &object.Cell{Header: object.Header{Type: object.CellType}, V: f.Slots[in.B]}
		f.Slots[in.B] = object.Obj(&cell.Header)
	case bytecode.OpLoadClassDeref:
		name := f.Code.NameStrs[in.A]
		if v, ok := f.Locals.GetStr(name); ok {
			f.push(v)
			return nil
		}
		cell := object.AsCell(f.Slots[in.B])
		if cell.V.IsNull() {
			return unboundDeref(f, int(in.B))
		}
		f.push(cell.V)
	case bytecode.OpLoadGlobal:
		return t.loadGlobal(f, in)
	case bytecode.OpLoadName:
		return t.loadName(f, in)
	case bytecode.OpStoreName:
		v := f.pop()
		if !f.NS.IsNull() {
			return t.storeItem(f.NS, object.Obj(&f.Code.NameStrs[in.B].Header), v)
		}
		if f.Locals == f.Globals {
			f.push(v)
			t.storeGlobal(f, in)
			return nil
		}
		name := f.Code.NameStrs[in.B]
		if t.RT.watching != 0 {
			if old, ok := f.Locals.GetStr(name); ok {
				f.Locals.SetStr(name, v)
				t.dropped(old)
				return nil
			}
		}
		f.Locals.SetStr(name, v)
	case bytecode.OpDeleteName:
		if !f.NS.IsNull() {
			name := f.Code.NameStrs[in.B]
			t.perform(After(t, SetItem(t, f.NS, name.Value(), Value{}), func(t *Thread, _ Value, exc *Exc) Action {
				if exc != nil && exc.Type.IsSubtype(object.KeyError) {
					exc = nameError(name)
				}
				return ReturnOr(object.None, exc)
			}), retDrop)
			return nil
		}
		old, _ := f.Locals.GetStr(f.Code.NameStrs[in.B])
		if !f.Locals.DelStr(f.Code.NameStrs[in.B]) {
			return nameError(f.Code.NameStrs[in.B])
		}
		t.dropped(old)
	case bytecode.OpStoreGlobal:
		t.storeGlobal(f, in)
	case bytecode.OpDeleteGlobal:
		old, _ := f.Globals.GetStr(f.Code.NameStrs[in.B])
		if !f.Globals.DelStr(f.Code.NameStrs[in.B]) {
			return nameError(f.Code.NameStrs[in.B])
		}
		t.dropped(old)

	// Attributes and items.
	case bytecode.OpLoadAttr:
		obj := f.pop()
		return t.loadAttr(f, obj, f.Code.NameStrs[in.B], cacheOf(f, in))
	case bytecode.OpLoadFastAttr:
		f.at(1)
		obj := f.pop()
		return t.loadAttr(f, obj, f.Code.NameStrs[in.B>>8], cacheOf(f, in))
	case bytecode.OpLoadMethod:
		obj := f.pop()
		return t.loadMethod(f, obj, f.Code.NameStrs[in.B], cacheOf(f, in))
	case bytecode.OpLoadFastMethod:
		f.at(1)
		obj := f.pop()
		return t.loadMethod(f, obj, f.Code.NameStrs[in.B>>8], cacheOf(f, in))
	case bytecode.OpStoreAttr:
		obj := f.pop()
		v := f.pop()
		return t.storeAttr(f, obj, f.Code.NameStrs[in.B], v, cacheOf(f, in))
	case bytecode.OpDeleteAttr:
		t.perform(SetAttr(t, f.pop(), f.Code.NameStrs[in.B], Value{}), retDrop)
	case bytecode.OpBinarySubscr:
		return t.binarySubscr(f)
	case bytecode.OpSubscrFastFast:
		a, b := f.Slots[in.A], f.Slots[in.B]
		if a.IsNull() {
			return unbound(f, int(in.A))
		}
		if b.IsNull() {
			f.at(1)
			return unbound(f, int(in.B))
		}
		f.at(2)
		f.push(a)
		f.push(b)
		return t.binarySubscr(f)
	case bytecode.OpStoreSubscr:
		k := f.pop()
		o := f.pop()
		v := f.pop()
		if o.H.Type == object.DictType && t.RT.watching == 0 {
			if e := object.AsDict(o).Set(c, k, v); e != object.NeedVM {
				return e
			}
		}
		if fn := ownMethod(o.H.Type, strSetitem, 3); fn != nil {
			f.Slots[f.sp], f.Slots[f.sp+1], f.Slots[f.sp+2] = o, k, v
			return t.pushCall(fn, f.Slots[f.sp:f.sp+3], nil, retDrop)
		}
		return t.storeItem(o, k, v)
	case bytecode.OpDeleteSubscr:
		k := f.pop()
		o := f.pop()
		return t.storeItem(o, k, Value{})

	// Operators.
	case bytecode.OpUnaryNegative, bytecode.OpUnaryPositive, bytecode.OpUnaryInvert:
		return t.unary(f, in.Op)
	case bytecode.OpUnaryNot:
		v := f.pop()
		b, e := object.Truth(c, v)
		if e == object.NeedVM {
			t.perform(Truth(t, v), retNot)
			return nil
		}
		if e != nil {
			return e
		}
		f.push(object.Bool(!b))
	case bytecode.OpBinaryAdd, bytecode.OpBinarySub, bytecode.OpBinaryMul, bytecode.OpBinaryMatMul, bytecode.OpBinaryTrueDiv,
		bytecode.OpBinaryMod, bytecode.OpBinaryPow, bytecode.OpBinaryLShift, bytecode.OpBinaryRShift, bytecode.OpBinaryOr,
		bytecode.OpBinaryXor, bytecode.OpBinaryAnd, bytecode.OpBinaryFloorDiv:
		b := f.pop()
		a := f.pop()
		return t.binary(f, in.Op, a, b, in.A == 1, retPush)
	case bytecode.OpBinaryFastFast:
		a, b := f.Slots[in.A&0xff], f.Slots[in.A>>8]
		if a.IsNull() {
			return unbound(f, int(in.A&0xff))
		}
		if b.IsNull() {
			f.at(1)
			return unbound(f, int(in.A>>8))
		}
		f.at(2)
		return t.binary(f, bytecode.Op(in.B), a, b, in.B>>8 == 1, retPush)
	case bytecode.OpBinaryFastConst:
		a := f.Slots[in.A&0xff]
		if a.IsNull() {
			return unbound(f, int(in.A&0xff))
		}
		f.at(2)
		return t.binary(f, bytecode.Op(in.B), a, f.Code.Values[in.A>>8], in.B>>8 == 1, retPush)
	case bytecode.OpBinaryConst:
		f.at(1)
		return t.binary(f, bytecode.Op(in.B), f.pop(), f.Code.Values[in.A], in.B>>8 == 1, retPush)
	case bytecode.OpBinaryFast:
		b := f.Slots[in.A]
		if b.IsNull() {
			return unbound(f, int(in.A))
		}
		f.at(1)
		return t.binary(f, bytecode.Op(in.B), f.pop(), b, in.B>>8 == 1, retPush)
	case bytecode.OpAddStore:
		b := f.pop()
		a := f.pop()
		return t.binary(f, bytecode.OpBinaryAdd, a, b, in.A == 1, retStore)
	case bytecode.OpIncFast:
		a := f.Slots[in.A&0xff]
		if a.IsNull() {
			return unbound(f, int(in.A&0xff))
		}
		f.at(2)
		return t.binary(f, bytecode.Op(in.B), a, f.Code.Values[in.A>>8], in.B>>8 == 1, retStore)
	case bytecode.OpCompare:
		b := f.pop()
		a := f.pop()
		return t.compareOp(f, int(in.A), a, b, retPush)
	case bytecode.OpCompareJump:
		b := f.pop()
		a := f.pop()
		return t.compareOp(f, int(in.A&7), a, b, retBranch)
	case bytecode.OpCompareFastFastJump:
		a, b := f.Slots[in.A&0xff], f.Slots[in.A>>8]
		if a.IsNull() {
			return unbound(f, int(in.A&0xff))
		}
		if b.IsNull() {
			f.at(1)
			return unbound(f, int(in.A>>8))
		}
		f.at(2)
		return t.compareOp(f, int(in.B>>24&7), a, b, retBranch)
	case bytecode.OpCompareFastConstJump:
		a := f.Slots[in.A&0xff]
		if a.IsNull() {
			return unbound(f, int(in.A&0xff))
		}
		f.at(2)
		return t.compareOp(f, int(in.B>>24&7), a, f.Code.Values[in.A>>8], retBranch)
	case bytecode.OpCompareConstJump:
		f.at(1)
		return t.compareOp(f, int(in.B>>24&7), f.pop(), f.Code.Values[in.A], retBranch)
	case bytecode.OpContains:
		o := f.pop()
		item := f.pop()
		if fn := ownMethod(o.H.Type, strContains, 2); fn != nil {
			mode := retTruth
			if in.A == 1 {
				mode = retNot
			}
			return t.call2(f, fn, o, item, mode)
		}
		r, e := object.Contains(c, o, item)
		if e == object.NeedVM {
			if t.RT.watching != 0 {
				t.passes(f, []Value{o})
			}
			mode := retTruth
			if in.A == 1 {
				mode = retNot
			}
			t.perform(Contains(t, o, item), mode)
			return nil
		}
		if e != nil {
			return e
		}
		f.push(object.Bool(r == (in.A == 0)))
	case bytecode.OpLoadAssert:
		f.push(object.AssertionError.Value())
	case bytecode.OpPopJumpIfFalse, bytecode.OpPopJumpIfTrue:
		return t.branch(f, f.pop())
	case bytecode.OpJumpIfFalseOrPop, bytecode.OpJumpIfTrueOrPop:
		return t.branch(f, f.Slots[f.sp-1])

	// Displays.
	case bytecode.OpBuildSet, bytecode.OpBuildMap, bytecode.OpBuildString, bytecode.OpBuildSlice, bytecode.OpSetAdd, bytecode.OpMapAdd,
		bytecode.OpListExtend, bytecode.OpSetUpdate, bytecode.OpDictUpdate, bytecode.OpDictMerge, bytecode.OpListToTuple,
		bytecode.OpUnpackSequence, bytecode.OpUnpackEx, bytecode.OpFormatValue:
		return t.display(f, in)

	// Iteration.
	case bytecode.OpGetIter:
		v := f.pop()
		if fn := ownMethod(v.H.Type, strIter, 1); fn != nil {
			return t.call1(f, fn, v, retIter)
		}
		it, e := object.Iter(c, v)
		if e == object.NeedVM {
			t.perform(Iter(t, v), retPush)
			return nil
		}
		if e != nil {
			return e
		}
		f.push(it)
	case bytecode.OpForIter, bytecode.OpForIterStore:
		it := f.Slots[f.sp-1]
		if fn := ownMethod(it.H.Type, strNext, 1); fn != nil {
			return t.call1(f, fn, it, retNext)
		}
		t.perform(Next(t, it), retNext)
	case bytecode.OpGetYieldFromIter:
		return t.getYieldFromIter(f)
	case bytecode.OpGetAwaitable:
		return t.getAwaitable(f, int(in.A))
	case bytecode.OpGetAIter, bytecode.OpGetANext:
		return t.asyncIter(f, in.Op)
	case bytecode.OpEndAsyncFor:
		exc := object.AsExc(f.pop())
		if exc.Type.IsSubtype(object.StopAsyncIteration) {
			f.pop()
			return nil
		}
		exc.Reraised = true
		return exc
	case bytecode.OpSend:
		return t.send(f)
	case bytecode.OpAsyncGenWrap:
		v := f.pop()
		w := &asyncValue{Header: object.Header{Type: asyncValueType}, V: v}
		f.push(object.Obj(&w.Header))

	// Calls.
	case bytecode.OpCall, bytecode.OpCallPop, bytecode.OpCallKw, bytecode.OpCallMethod, bytecode.OpCallMethodPop, bytecode.OpCallMethodKw, bytecode.OpCallEx:
		return t.callOp(f, in)
	case bytecode.OpMakeFunction:
		return t.makeFunction(f, in)
	case bytecode.OpLoadBuildClass:
		b, ok := t.BuiltinsOf(f.Globals).GetStr(intern("__build_class__"))
		if !ok {
			return object.NewExc(object.NameError, "__build_class__ not found")
		}
		f.push(b)

	// Exceptions.
	case bytecode.OpPushExcInfo:
		exc := f.pop()
		if t.handled != nil && (f.Gen == nil || t.handled != f.Gen.outer) {
			f.push(object.Obj(&t.handled.Header))
		} else {
			f.push(object.None)
		}
		f.push(exc)
		t.handled = object.AsExc(exc)
	case bytecode.OpPopExcept:
		v := f.pop()
		old := t.handled
		t.handled = object.AsExc(v)
		if g := f.Gen; g != nil && t.handled == nil {
			t.handled = g.outer // whoever resumed it last
		}
		if old != nil {
			t.dropped(object.Obj(&old.Header))
		}
	case bytecode.OpCheckExcMatch:
		return t.checkExcMatch(f)
	case bytecode.OpCheckEGMatch:
		return t.checkEGMatch(f)
	case bytecode.OpPrepReraiseStar:
		return t.prepReraiseStar(f)
	case bytecode.OpReraise:
		exc := object.AsExc(f.pop())
		exc.Reraised = true
		return exc
	case bytecode.OpRaiseVarargs:
		return t.raiseVarargs(f, int(in.B))
	case bytecode.OpBeforeWith:
		return t.beforeWith(f, false)
	case bytecode.OpBeforeAsyncWith:
		return t.beforeWith(f, true)
	case bytecode.OpWithExceptStart:
		exc := object.AsExc(f.Slots[f.sp-1])
		exit := f.Slots[f.sp-3]
		tb := object.None
		if exc.Traceback != nil {
			tb = object.Obj(&exc.Traceback.Header)
		}
		t.perform(Call(exit, exc.Type.Value(), object.Obj(&exc.Header), tb), retPush)
	case bytecode.OpSetupAnnotations:
		name := object.Intern("__annotations__")
		if !f.NS.IsNull() {
			ns := f.NS
			t.perform(After(t, GetItem(t, ns, name.Value()), func(t *Thread, _ Value, exc *Exc) Action {
				if exc != nil && exc.Type.IsSubtype(object.KeyError) {
					return SetItem(t, ns, name.Value(), object.NewDict().Value())
				}
				return ReturnOr(object.None, exc)
			}), retDrop)
			return nil
		}
		if _, ok := f.Locals.GetStr(name); !ok {
			f.Locals.SetStr(name, object.Obj(&object.NewDict().Header))
		}
	case bytecode.OpPrintExpr:
		v := f.pop()
		if v.IsNone() {
			return nil
		}
		t.perform(OnValue(t, t.Import("sys"), func(t *Thread, m Value) Action {
			return CallMethod(t, m, "displayhook", v)
		}), retDrop)

	// Imports.
	case bytecode.OpImportName:
		from := f.pop()
		level := f.pop()
		t.perform(t.importName(f, f.Code.Names[in.B], from, int(level.Int64())), retPush)
	case bytecode.OpImportFrom:
		t.perform(t.importFrom(f.Slots[f.sp-1], f.Code.NameStrs[in.B]), retPush)
	case bytecode.OpImportStar:
		t.perform(t.importStar(f, f.pop()), retDrop)

	// Patterns.
	case bytecode.OpGetLen:
		t.perform(Len(t, f.Slots[f.sp-1]), retPush)
	case bytecode.OpMatchMapping:
		f.push(object.Bool(t.patternFlags(f.Slots[f.sp-1])&object.MappingPattern != 0))
	case bytecode.OpMatchSequence:
		f.push(object.Bool(t.patternFlags(f.Slots[f.sp-1])&object.SequencePattern != 0))
	case bytecode.OpMatchKeys:
		t.perform(t.matchKeys(f.Slots[f.sp-2], f.Slots[f.sp-1]), retPush)
	case bytecode.OpMatchClass:
		names := f.pop()
		cls := f.pop()
		subj := f.pop()
		t.perform(t.matchClass(subj, cls, int(in.B), names), retPush)
	default:
		panic("vm: no such instruction: " + in.Op.String())
	}
	return nil
}

// cacheOf is the cache that an instruction fills. One that has none of its own gets one that nobody reads.
func cacheOf(f *Frame, in bytecode.Instr) *object.Cache {
	if in.A == bytecode.SharedCache {
		return new(object.Cache)
	}
	return &f.Code.Caches[in.A]
}

// loadGlobal is LOAD_GLOBAL when its cache does not answer.
func (t *Thread) loadGlobal(f *Frame, in bytecode.Instr) *Exc {
	name := f.Code.NameStrs[in.B]
	c := cacheOf(f, in)
	if i := f.Globals.FindStr(name); i >= 0 {
		c.Kind, c.Index, c.Version = cacheGlobal, int32(i), f.Globals.KeysVersion
		f.push(f.Globals.EntryAt(i).Val)
		return nil
	}
	b := t.BuiltinsOf(f.Globals)
	if b != t.RT.Ctx.Builtins {
		v, ok := b.GetStr(name)
		if !ok {
			return nameError(name)
		}
		f.push(v) // found again each time: caches are about the process's own
		return nil
	}
	if i := b.FindStr(name); i >= 0 {
		c.Kind, c.Index, c.Version, c.Version2 = cacheBuiltin, int32(i), f.Globals.KeysVersion, b.KeysVersion
		f.push(b.EntryAt(i).Val)
		return nil
	}
	if name.Text == object.UnsupportedError.Name && f.Hidden() {
		// A name that the library has and programs have not.
		f.push(object.UnsupportedError.Value())
		return nil
	}
	return nameError(name)
}

// storeGlobal stores a global variable, and remembers where one that was there is.
func (t *Thread) storeGlobal(f *Frame, in bytecode.Instr) {
	name, v := f.Code.NameStrs[in.B], f.pop()
	i := f.Globals.FindStr(name)
	if i < 0 {
		f.Globals.SetStr(name, v)
		return
	}
	c := cacheOf(f, in)
	c.Kind, c.Index, c.Version = cacheGlobal, int32(i), f.Globals.KeysVersion
	e := f.Globals.EntryAt(i)
	old := e.Val
	e.Val = v
	t.dropped(old)
}

func (t *Thread) loadName(f *Frame, in bytecode.Instr) *Exc {
	if f.Locals == f.Globals && f.NS.IsNull() {
		return t.loadGlobal(f, in)
	}
	name := f.Code.NameStrs[in.B]
	if !f.NS.IsNull() {
		// A namespace that is no plain dict (a metaclass's __prepare__).
		t.perform(After(t, GetItem(t, f.NS, object.Obj(&name.Header)), func(t *Thread, v Value, exc *Exc) Action {
			if exc == nil {
				return Return(v)
			}
			if !exc.Type.IsSubtype(object.KeyError) {
				return Raise(exc)
			}
			if v, ok := f.Globals.GetStr(name); ok {
				return Return(v)
			}
			if v, ok := t.BuiltinsOf(f.Globals).GetStr(name); ok {
				return Return(v)
			}
			return Raise(nameError(name))
		}), retPush)
		return nil
	}
	v, ok := f.Locals.GetStr(name)
	if !ok {
		v, ok = f.Globals.GetStr(name)
	}
	if !ok {
		v, ok = t.BuiltinsOf(f.Globals).GetStr(name)
	}
	if !ok {
		return nameError(name)
	}
	f.push(v)
	return nil
}

// BuiltinsOf are the built-in names of code with these globals: their __builtins__, a module or a dict, or
// those of the process.
func (t *Thread) BuiltinsOf(globals *object.Dict) *object.Dict {
	if v, ok := globals.GetStr(strBuiltins); ok {
		if m := object.AsModule(v); m != nil {
			return m.Dict
		}
		if d := object.AsDict(v); d != nil {
			return d
		}
	}
	return t.RT.Ctx.Builtins
}

var strBuiltins = intern("__builtins__")

func nameError(name *Str) *Exc {
	e := object.NewExc(object.NameError, "name '%s' is not defined", name.Text)
	e.Val = object.Obj(&name.Header)
	return e
}

// raiseVarargs is the raise statement.
func (t *Thread) raiseVarargs(f *Frame, n int) *Exc {
	var cause Value
	switch n {
	case 0:
		if t.handled == nil {
			return object.NewExc(object.RuntimeError, "No active exception to reraise")
		}
		t.handled.Reraised = true // as in CPython, a bare raise is no place of its own
		return t.handled
	case 2:
		cause = f.pop()
	}
	v := f.pop()
	exc := object.AsExc(v)
	if exc == nil {
		cls := object.AsType(v)
		if cls == nil || cls.Flags&object.IsExc == 0 {
			return object.NewExc(object.TypeError, "exceptions must derive from BaseException")
		}
		t.perform(OnValue(t, Call(v), func(t *Thread, v Value) Action {
			exc := object.AsExc(v)
			if exc == nil {
				return Raise(object.NewExc(object.TypeError, "calling %s should have returned an instance of BaseException, not %s", t.typeRepr(cls), t.typeRepr(object.TypeOf(v))))
			}
			return t.raiseFrom(exc, cause)
		}), retPush)
		return nil
	}
	if cause.IsNull() {
		if t.handled != nil && t.handled != exc {
			setContext(exc, t.handled)
		}
		return exc
	}
	a := t.raiseFrom(exc, cause)
	if a.kind == actRaise {
		return a.exc
	}
	t.perform(a, retPush)
	return nil
}

// raiseFrom raises exc with what stood after from (Null when nothing did).
func (t *Thread) raiseFrom(exc *Exc, cause Value) Action {
	if t.handled != nil && t.handled != exc {
		setContext(exc, t.handled)
	}
	if cause.IsNull() {
		return Raise(exc)
	}
	if cause.IsNone() {
		exc.Cause, exc.Suppress = nil, true
		return Raise(exc)
	}
	if ce := object.AsExc(cause); ce != nil {
		exc.Cause, exc.Suppress = ce, true
		return Raise(exc)
	}
	if cls := object.AsType(cause); cls != nil && cls.Flags&object.IsExc != 0 {
		return OnValue(t, Call(cause), func(t *Thread, v Value) Action {
			exc.Cause, exc.Suppress = object.AsExc(v), true
			return Raise(exc)
		})
	}
	return Raise(object.NewExc(object.TypeError, "exception causes must derive from BaseException"))
}

// checkExcMatch is the test of an except clause.
func (t *Thread) checkExcMatch(f *Frame) *Exc {
	cls := f.pop()
	exc := object.AsExc(f.Slots[f.sp-1])
	match, e := excMatches(exc, cls, false)
	if e != nil {
		return e
	}
	f.push(object.Bool(match))
	return nil
}

// excMatches tells whether exc is an instance of cls, a class or a tuple of classes.
func excMatches(exc *Exc, cls Value, star bool) (bool, *Exc) {
	if tp := object.AsType(cls); tp != nil && tp.Flags&object.IsExc != 0 {
		if star && tp.IsSubtype(object.BaseExceptionGroup) {
			return false, object.NewExc(object.TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
		return exc.Type.IsSubtype(tp), nil
	}
	if tup := object.AsTuple(cls); tup != nil {
		found := false
		for _, k := range tup.Elems {
			tp := object.AsType(k)
			if tp == nil || tp.Flags&object.IsExc == 0 {
				return false, object.NewExc(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
			}
			if star && tp.IsSubtype(object.BaseExceptionGroup) {
				return false, object.NewExc(object.TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
			}
			if exc.Type.IsSubtype(tp) {
				found = true
			}
		}
		return found, nil
	}
	return false, object.NewExc(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
}

// beforeWith begins a with or async with statement.
func (t *Thread) beforeWith(f *Frame, async bool) *Exc {
	enter, exit := object.Intern("__enter__"), object.Intern("__exit__")
	kind := "context manager"
	if async {
		enter, exit = object.Intern("__aenter__"), object.Intern("__aexit__")
		kind = "asynchronous context manager"
	}
	mgr := f.pop()
	tp := object.TypeOf(mgr)
	en := tp.Lookup(enter)
	if en.IsNull() {
		return object.NewExc(object.TypeError, "'%s' object does not support the %s protocol", tp.Label(), kind)
	}
	ex := tp.Lookup(exit)
	if ex.IsNull() {
		return object.NewExc(object.TypeError, "'%s' object does not support the %s protocol (missed %s method)", tp.Label(), kind, exit.Text)
	}
	t.perform(OnValue(t, bind(t, ex, mgr), func(t *Thread, exitFn Value) Action {
		f.push(exitFn)
		return callSpecial(t, en, mgr)
	}), retPush)
	return nil
}

// object header of a frame's value, used where a *Str must be a Value.
func strValue(s *Str) Value { return Value{H: (*object.Header)(unsafe.Pointer(s))} }

// binarySubscr is BINARY_SUBSCR in its general form.
func (t *Thread) binarySubscr(f *Frame) *Exc {
	k := f.pop()
	o := f.pop()
	if fn := ownMethod(o.H.Type, strGetitem, 2); fn != nil {
		return t.call2(f, fn, o, k, retPush)
	}
	v, e := object.GetItem(t.RT.Ctx, o, k)
	if e == object.NeedVM {
		t.perform(GetItem(t, o, k), retPush)
		return nil
	}
	if e != nil {
		return e
	}
	f.push(v)
	return nil
}
