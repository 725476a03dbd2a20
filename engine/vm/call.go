package vm

import (
	"strconv"
	"strings"
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// callOp executes the CALL family in its general form.
func (t *Thread) callOp(f *Frame, in bytecode.Instr) *Exc {
	mode := retPush
	n := int(in.B)
	var fn Value
	var args []Value
	var kw []*Str
	var base, at int // at is where the callee lies, the arguments behind it
	switch in.Op {
	case bytecode.OpCallPop:
		mode = retDrop
		fallthrough
	case bytecode.OpCall, bytecode.OpCallKw:
		base = f.sp - n - 1
		at = base
		fn = f.Slots[base]
		args = f.Slots[base+1 : f.sp]
	case bytecode.OpCallMethodPop:
		mode = retDrop
		fallthrough
	case bytecode.OpCallMethod, bytecode.OpCallMethodKw:
		base = f.sp - n - 2
		at = base
		fn = f.Slots[base]
		if fn.IsNull() {
			at = base + 1
			fn = f.Slots[base+1]
			args = f.Slots[base+2 : f.sp]
		} else {
			args = f.Slots[base+1 : f.sp]
		}
	case bytecode.OpCallEx:
		return t.callEx(f, in.A == 1)
	}
	if in.Op == bytecode.OpCallKw || in.Op == bytecode.OpCallMethodKw {
		kw = kwNames(f.Code, int(in.A))
	}
	// The arguments stay where they are, above the stack pointer, until the
	// callee has taken them.
	f.sp = base
	if t.RT.watching != 0 {
		t.passes(f, args)
	}
	if b := object.AsBuiltin(fn); b != nil && kw == nil {
		if int(b.Resumes) == len(args) && b.Self.IsNull() && t.resumeDirectly(args, mode) {
			return nil
		}
		if b.Direct != nil {
			all := args
			if !b.Self.IsNull() {
				f.Slots[at] = b.Self
				all = f.Slots[at : at+1+len(args)]
			}
			if to, v, ok := b.Direct.(DirectFunc)(t, all); ok {
				t.switchNow(to, v, mode)
				return nil
			}
		}
	}
	if fn.H.Type == object.TypeType && mode == retPush && kw == nil && t.newObject(f, (*object.Type)(unsafe.Pointer(fn.H)), at, len(args)) {
		return nil
	}
	if b, largs := leafCallee(f, fn, args, at); b != nil {
		v, exc := t.callLeaf(b, largs, kw)
		if exc == nil {
			if mode == retPush {
				f.push(v)
			} else {
				t.dropped(v)
			}
			if t.RT.watching != 0 && t.top == f {
				if f.ends != 0 {
					t.passed(f)
				}
				if mayDrop(fn, args) {
					t.changed()
				}
			}
			return nil
		}
		if exc != object.NeedVM {
			return exc
		}
	}
	if mode == retPush && kw == nil {
		if len(args) == 0 && fn == superClass {
			v, exc := NewSuper(t, nil)
			if exc == nil {
				f.push(v)
			}
			return exc
		}
	}
	t.callGive(fn, args, kw, mode)
	return nil
}

var superClass = object.SuperType.Value()

// leafCallee is the built-in that a call of fn comes down to, and its arguments,
// where it has a leaf form. A receiver or class that goes before the arguments
// takes the callee's place on the stack.
func leafCallee(f *Frame, fn Value, args []Value, at int) (*object.Builtin, []Value) {
	b := object.AsBuiltin(fn)
	if b == nil {
		if fn.H.Type != object.TypeType {
			return nil, nil
		}
		if b = constructor((*object.Type)(unsafe.Pointer(fn.H))); b == nil {
			return nil, nil
		}
		return b, f.Slots[at : at+1+len(args)]
	}
	if b.Leaf == nil {
		return nil, nil
	}
	if !b.Self.IsNull() {
		f.Slots[at] = b.Self
		return b, f.Slots[at : at+1+len(args)]
	}
	return b, args
}

// constructor is the leaf __new__ that a call of a built-in class comes down to, nil where there is more to it.
func constructor(cls *object.Type) *object.Builtin {
	if cls.Flags&object.HeapType != 0 || cls == object.TypeType {
		return nil
	}
	if !cls.CallKnown {
		cls.CallKnown = true
		newFn, init := cls.Lookup(strNew), cls.Lookup(strInit)
		b, ib := object.AsBuiltin(newFn), object.AsBuiltin(init)
		if b != nil && b.Leaf != nil && newFn != objectNew && (init == objectInit || ib != nil && ib.NoInit) {
			cls.LeafCall = b
		}
	}
	return cls.LeafCall
}

// callFast calls fn, which lies below its n arguments in slot at, when that comes down to a
// built-in function that only computes; NeedVM where the general form must decide.
func (t *Thread) callFast(f *Frame, fn Value, at, n int) (Value, *Exc) {
	b := object.AsBuiltin(fn)
	self := 1
	switch {
	case b == nil:
		if fn.H.Type != object.TypeType {
			return Value{}, object.NeedVM
		}
		if b = constructor((*object.Type)(unsafe.Pointer(fn.H))); b == nil {
			return Value{}, object.NeedVM
		}
		self = 0
	case b.Resumes != 0 || b.Direct != nil || b.Leaf == nil:
		return Value{}, object.NeedVM
	case b.Self.H != nil:
		f.Slots[at] = b.Self
		v, exc := t.callLeaf(b, f.Slots[at:at+1+n], nil)
		f.Slots[at] = fn
		return v, exc
	}
	return t.callLeaf(b, f.Slots[at+self:at+1+n], nil)
}

// newObject begins the call of a class of the program with a plain constructor:
// the frame of its __init__ is linked at once. An exception without an __init__
// of the program's is made at once.
func (t *Thread) newObject(f *Frame, cls *object.Type, at, n int) bool {
	if cls.Flags&object.IsExc != 0 {
		switch cls.PlainExc() {
		case object.PlainInit:
			e := object.ExcCopy(cls, f.Slots[at+1:at+1+n])
			f.push(object.Obj(&e.Header))
			return true
		case object.OwnInit:
		default:
			return false
		}
	} else if cls.Flags&(object.HeapType|object.AbstractClass|object.HasDel) != object.HeapType || cls.Lookup(strNew) != objectNew {
		return false
	}
	init := cls.Lookup(strInit)
	if init.H.Type != object.FunctionType {
		return false
	}
	ifn := (*object.Function)(unsafe.Pointer(init.H))
	if !ifn.Code.Simple || ifn.Code.ArgCount != n+1 || t.depth >= t.RT.RecursionLimit {
		return false
	}
	var inst Value
	if cls.Flags&object.IsExc != 0 {
		e := object.ExcCopy(cls, f.Slots[at+1:at+1+n])
		inst = object.Obj(&e.Header)
	} else {
		inst = cls.Alloc(t.RT.Ctx, cls)
	}
	f.Slots[at] = inst
	if exc := t.pushCall(ifn, f.Slots[at:at+1+n], nil, retInit); exc != nil {
		return false // cannot happen: the arguments fit
	}
	f.retVal = inst
	return true
}

// resumeDirectly is next(g) and g.send(v) where nothing can go wrong: it links
// the frame of the generator. False where the general form must decide.
func (t *Thread) resumeDirectly(args []Value, mode retMode) bool {
	v := object.None
	how := "next"
	switch len(args) {
	case 0:
		return false
	case 2:
		if v = args[1]; !v.IsNone() {
			how = "send"
		}
	}
	if tp := args[0].H.Type; tp != object.GeneratorType && (tp != object.CoroutineType || len(args) == 1) {
		return false
	}
	g := asGen(args[0])
	if g.Frame == nil || g.Running || !g.Started && !v.IsNone() || t.depth >= t.RT.RecursionLimit {
		return false
	}
	t.enterGen(g, g.Frame, v, mode, how)
	return true
}

// callLeaf calls a built-in function that only computes; NeedVM where it cannot.
func (t *Thread) callLeaf(b *object.Builtin, args []Value, kw []*Str) (Value, *Exc) {
	room := t.roomUsed
	if b.Sig != nil {
		var fit []Value
		if kw == nil {
			fit = b.Fit(args, t.room[room:])
		}
		if fit == nil {
			var exc *Exc
			if fit, exc = b.Sig.Bind(t.RT.Ctx, b, args, kw); exc != nil {
				return Value{}, exc
			}
		} else if len(fit) != len(args) {
			t.roomUsed += len(fit)
		}
		args, kw = fit, nil
	}
	if b.Iterables != 0 {
		for i := range args {
			if b.Iterables>>uint(i)&1 != 0 && !args[i].IsNull() && !object.IsLeafIterable(args[i]) {
				t.roomUsed = room
				return Value{}, object.NeedVM
			}
		}
	}
	v, exc := b.Leaf(t.RT.Ctx, args, kw)
	t.roomUsed = room
	if exc == nil && b.Price != 0 {
		t.Charge(int64(b.Price))
	}
	return v, exc
}

// callGive calls fn for the frame on top.
func (t *Thread) callGive(fn Value, args []Value, kw []*Str, mode retMode) {
	if object.TypeOf(fn) == object.FunctionType {
		if exc := t.pushCall((*object.Function)(unsafe.Pointer(fn.H)), args, kw, mode); exc != nil {
			t.give(retPush, Value{}, exc)
		}
		return
	}
	if object.AsBuiltin(fn) != nil {
		// Its details are read before anything else can be called, so one record does for all.
		t.calling = details{args: args, kw: kw}
		t.perform(Action{kind: actCall, v: fn, more: &t.calling}, mode)
		return
	}
	t.perform(callAction(fn, args, kw), mode)
}

// callEx is f(*args, **kwargs).
func (t *Thread) callEx(f *Frame, hasKw bool) *Exc {
	var kwd Value
	if hasKw {
		kwd = f.pop()
	}
	pos := f.pop()
	fn := f.pop()
	el := object.AsTuple(pos)
	if el == nil {
		// A single *iterable is unpacked here.
		t.perform(After(t, CollectSized(t, pos), func(t *Thread, r Value, exc *Exc) Action {
			if exc != nil {
				if exc.Traceback == nil && exc.Type == object.TypeError && special(pos, strIter).IsNull() && special(pos, strGetitem).IsNull() {
					return Raisef(object.TypeError, "%s() argument after * must be an iterable, not %s", funcName(fn), object.TypeOf(pos).Label())
				}
				return Raise(exc)
			}
			args, kw, exc := spread(object.AsList(r).Elems, kwd)
			if exc != nil {
				return Raise(exc)
			}
			return CallKw(fn, args, kw)
		}), retPush)
		return nil
	}
	args, kw, exc := spread(el.Elems, kwd)
	if exc != nil {
		return exc
	}
	t.callGive(fn, args, kw, retPush)
	return nil
}

// spread are the arguments of a call with * and **; kwd is the dict, or Null.
func spread(elems []Value, kwd Value) (args []Value, kw []*Str, exc *Exc) {
	args = append([]Value(nil), elems...)
	if !kwd.IsNull() {
		d := object.AsDict(kwd)
		p := 0
		for {
			k, v, ok := d.Next(&p)
			if !ok {
				break
			}
			s := object.AsStr(k)
			if s == nil {
				return nil, nil, object.NewExc(object.TypeError, "keywords must be strings")
			}
			kw = append(kw, s)
			args = append(args, v)
		}
	}
	return args, kw, nil
}

// pushCall links a frame for a call of a Python function.
func (t *Thread) pushCall(fn *object.Function, args []Value, kw []*Str, mode retMode) *Exc {
	code := fn.Code
	if t.depth >= t.RT.RecursionLimit {
		return recursionError()
	}
	nf := newFrame(code)
	if code.Simple && len(kw) == 0 && len(args) == code.ArgCount {
		setArgs(nf.Slots, args, code.NFast)
	} else if exc := t.bindArgs(nf, fn, args, kw); exc != nil {
		nf.free()
		return exc
	}
	nf.Back, nf.ret = t.top, mode
	nf.pc, nf.sp = 0, code.NFast
	nf.Globals, nf.Fn = fn.Globals, fn
	if len(fn.Closure) != 0 {
		bindClosure(nf, fn)
	}
	t.top = nf
	t.depth++
	return nil
}

func recursionError() *Exc {
	return object.NewExc(object.RecursionError, "maximum recursion depth exceeded")
}

// bindArgs puts arguments into the parameters of a new frame.
func (t *Thread) bindArgs(f *Frame, fn *object.Function, args []Value, kw []*Str) *Exc {
	code := fn.Code
	npos := len(args) - len(kw)
	nparams := code.ArgCount + code.KwOnlyArgCount
	S := f.Slots
	clear(S[:code.NFast])
	var kwDict *object.Dict
	at := nparams
	if code.Code.Flags&bytecode.VarArgs != 0 {
		var rest []Value
		if npos > code.ArgCount {
			rest = append(rest, args[code.ArgCount:npos]...)
		}
		S[at] = object.NewTuple(rest)
		at++
	}
	if code.Code.Flags&bytecode.VarKeywords != 0 {
		kwDict = object.NewDict()
		S[at] = object.Obj(&kwDict.Header)
	}
	n := npos
	if n > code.ArgCount {
		n = code.ArgCount
	}
	copy(S, args[:n])

keywords:
	for i, name := range kw {
		v := args[npos+i]
		for j := code.PosOnlyArgCount; j < nparams; j++ {
			if code.VarStrs[j] == name || code.VarStrs[j].Text == name.Text {
				if !S[j].IsNull() {
					return object.NewExc(object.TypeError, "%s() got multiple values for argument '%s'", fn.QualName.Text, name.Text)
				}
				S[j] = v
				continue keywords
			}
		}
		if kwDict != nil {
			kwDict.SetStr(object.InternStr(name), v)
			continue
		}
		for j := 0; j < code.PosOnlyArgCount; j++ {
			if code.VarStrs[j].Text == name.Text {
				return positionalOnly(fn, kw)
			}
		}
		return object.NewExc(object.TypeError, "%s() got an unexpected keyword argument '%s'", fn.QualName.Text, name.Text)
	}
	if npos > code.ArgCount && code.Code.Flags&bytecode.VarArgs == 0 {
		return tooMany(fn, npos, S)
	}
	if n < code.ArgCount {
		first := code.ArgCount - len(fn.Defaults)
		var missing []string
		for i := n; i < code.ArgCount; i++ {
			if S[i].IsNull() {
				if i >= first {
					S[i] = fn.Defaults[i-first]
				} else {
					missing = append(missing, code.VarNames[i])
				}
			}
		}
		if missing != nil {
			return missingArgs(fn, "positional", missing)
		}
	}
	if code.KwOnlyArgCount > 0 {
		var missing []string
		for i := code.ArgCount; i < nparams; i++ {
			if !S[i].IsNull() {
				continue
			}
			if fn.KwDefaults != nil {
				if v, ok := fn.KwDefaults.GetStr(code.VarStrs[i]); ok {
					S[i] = v
					continue
				}
			}
			missing = append(missing, code.VarNames[i])
		}
		if missing != nil {
			return missingArgs(fn, "keyword-only", missing)
		}
	}
	return nil
}

func positionalOnly(fn *object.Function, kw []*Str) *Exc {
	var names []string
	for j := 0; j < fn.Code.PosOnlyArgCount; j++ {
		for _, k := range kw {
			if k.Text == fn.Code.VarNames[j] {
				names = append(names, k.Text)
			}
		}
	}
	return object.NewExc(object.TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.QualName.Text, strings.Join(names, ", "))
}

func missingArgs(fn *object.Function, kind string, names []string) *Exc {
	for i := range names {
		names[i] = "'" + names[i] + "'"
	}
	var list string
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	s := ""
	if len(names) != 1 {
		s = "s"
	}
	return object.NewExc(object.TypeError, "%s() missing %s required %s argument%s: %s", fn.QualName.Text, strconv.Itoa(len(names)), kind, s, list)
}

func tooMany(fn *object.Function, given int, S []Value) *Exc {
	code := fn.Code
	sig := strconv.Itoa(code.ArgCount)
	plural := code.ArgCount != 1
	if len(fn.Defaults) > 0 {
		sig = "from " + strconv.Itoa(code.ArgCount-len(fn.Defaults)) + " to " + sig
		plural = true
	}
	kwonly := 0
	for i := code.ArgCount; i < code.ArgCount+code.KwOnlyArgCount; i++ {
		if !S[i].IsNull() {
			kwonly++
		}
	}
	kwSig := ""
	if kwonly > 0 {
		s, s2 := "", ""
		if given != 1 {
			s = "s"
		}
		if kwonly != 1 {
			s2 = "s"
		}
		kwSig = " positional argument" + s + " (and " + strconv.Itoa(kwonly) + " keyword-only argument" + s2 + ")"
	}
	ps := ""
	if plural {
		ps = "s"
	}
	was := "were"
	if given == 1 && kwonly == 0 {
		was = "was"
	}
	return object.NewExc(object.TypeError, "%s() takes %s positional argument%s but %s%s %s given", fn.QualName.Text, sig, ps, strconv.Itoa(given), kwSig, was)
}

// callBuiltin calls a built-in function. Where again is set, the action is to
// be carried out in its place.
func (t *Thread) callBuiltin(b *object.Builtin, args []Value, kw []*Str) (v Value, exc *Exc, a Action, again bool) {
	if b.Price != 0 {
		t.Charge(int64(b.Price))
	}
	if !b.Self.IsNull() {
		args = append(append(make([]Value, 0, len(args)+1), b.Self), args...)
	}
	if b.Sig != nil {
		args, exc = b.Sig.Bind(t.RT.Ctx, b, args, kw)
		if exc != nil {
			return Value{}, exc, a, false
		}
		kw = nil
	}
	if b.Iterables != 0 {
		for i := range args {
			if b.Iterables>>uint(i)&1 != 0 && !args[i].IsNull() && !object.IsLeafIterable(args[i]) {
				return Value{}, nil, t.drainArgs(b, append([]Value(nil), args...), kw, i), true
			}
		}
	}
	return t.runBuiltin(b, args, kw)
}

// runBuiltin runs a built-in whose arguments are bound.
func (t *Thread) runBuiltin(b *object.Builtin, args []Value, kw []*Str) (v Value, exc *Exc, a Action, again bool) {
	if b.Leaf != nil {
		v, exc = b.Leaf(t.RT.Ctx, args, kw)
		if exc != object.NeedVM {
			return v, exc, a, false
		}
	}
	if b.Native == nil {
		a = t.replay(b, args, kw)
	} else {
		a = b.Native.(NativeFunc)(t, args, kw)
	}
	switch a.kind {
	case actReturn:
		return a.v, nil, a, false
	case actRaise:
		return Value{}, a.exc, a, false
	}
	return Value{}, nil, a, true
}

// drainArgs replaces iterable arguments, from number i on, by lists, then runs b.
func (t *Thread) drainArgs(b *object.Builtin, args []Value, kw []*Str, i int) Action {
	for ; i < len(args); i++ {
		if b.Iterables>>uint(i)&1 == 0 || args[i].IsNull() || object.IsLeafIterable(args[i]) {
			continue
		}
		at := i
		collect := Collect
		if b.Owner == object.ListType || b.Owner == object.TupleType || b.Owner == object.StrType {
			collect = CollectSized
		}
		return After(t, collect(t, args[i]), func(t *Thread, v Value, exc *Exc) Action {
			if exc != nil {
				if exc.Traceback == nil && exc.Type == object.TypeError && b.IterError != "" && special(args[at], strIter).IsNull() {
					exc = object.NewExc(object.TypeError, b.IterError, object.TypeOf(args[at]))
				}
				return Raise(exc)
			}
			args[at] = v
			return t.drainArgs(b, args, kw, at+1)
		})
	}
	v, exc, a, again := t.runBuiltin(b, args, kw)
	if again {
		return a
	}
	return ReturnOr(v, exc)
}

// callOther calls anything that is no built-in function. Where again is set,
// the action is to be carried out in its place.
func (t *Thread) callOther(fn Value, args []Value, kw []*Str, mode retMode) (v Value, exc *Exc, st status, a Action, again bool) {
	tp := object.TypeOf(fn)
	switch tp {
	case object.FunctionType:
		exc = t.pushCall((*object.Function)(unsafe.Pointer(fn.H)), args, kw, mode)
		if exc != nil {
			return Value{}, exc, stImmediate, a, false
		}
		return Value{}, nil, stPushed, a, false
	case object.StaticMethodType:
		return Value{}, nil, stImmediate, callAction(wrappedFunc(fn), args, kw), true
	case object.MethodType:
		m := object.AsBoundMethod(fn)
		all := make([]Value, len(args)+1)
		all[0] = m.Self
		copy(all[1:], args)
		return Value{}, nil, stImmediate, callAction(m.Func, all, kw), true
	case object.StaticMethodType:
		return Value{}, nil, stImmediate, callAction(wrappedFunc(fn), args, kw), true
	}
	if cls := object.AsType(fn); cls != nil {
		a = t.callType(cls, args, kw)
	} else if call := tp.Lookup(strCall); !call.IsNull() {
		a = callSpecialKw(t, call, fn, args, kw)
	} else {
		return Value{}, object.NewExc(object.TypeError, "'%s' object is not callable", tp.Label()), stImmediate, a, false
	}
	switch a.kind {
	case actReturn:
		return a.v, nil, stImmediate, a, false
	case actRaise:
		return Value{}, a.exc, stImmediate, a, false
	}
	return Value{}, nil, stImmediate, a, true
}

// callSpecialKw is callSpecial with keywords.
func callSpecialKw(t *Thread, fn, self Value, args []Value, kw []*Str) Action {
	all := append([]Value{self}, args...)
	b := object.AsBuiltin(fn)
	if object.TypeOf(fn) == object.FunctionType || b != nil && b.Self.IsNull() && (b.Kind == object.KindMethod || b.Kind == object.KindSlot) {
		return CallKw(fn, all, kw)
	}
	if endlessCall(fn) {
		return Raisef(object.RecursionError, "maximum recursion depth exceeded while calling a Python object")
	}
	return OnValue(t, bind(t, fn, self), func(t *Thread, m Value) Action { return CallKw(m, all[1:], kw) })
}

// endlessCall reports that calling v asks for the __call__ of its class, that for the __call__ of its own class, and
// so on without end (A.__call__ = A()). No frame is entered on the way, so nothing else would count the depth.
func endlessCall(v Value) bool {
	for range 1000 {
		tp := object.TypeOf(v)
		switch tp {
		case object.FunctionType, object.BuiltinType, object.MethodType, object.StaticMethodType:
			return false
		}
		if object.AsType(v) != nil || !tp.Lookup(strGet).IsNull() {
			return false
		}
		if v = tp.Lookup(strCall); v.IsNull() {
			return false
		}
	}
	return true
}

var strDunderName = intern("__name__")

// makeFunction is MAKE_FUNCTION.
func (t *Thread) makeFunction(f *Frame, in bytecode.Instr) *Exc {
	code := object.AsCode(f.pop())
	fn := &object.Function{Header: object.Header{Type: object.FunctionType}, Code: code, Globals: f.Globals}
	if code.NameStr == nil || code.NameStr.Text != code.Name || code.QualNameStr.Text != code.QualName {
		code.NameStr, code.QualNameStr = intern(code.Name), intern(code.QualName)
	}
	fn.Name, fn.QualName = code.NameStr, code.QualNameStr
	if in.A&8 != 0 {
		for _, c := range object.AsTuple(f.pop()).Elems {
			fn.Closure = append(fn.Closure, object.AsCell(c))
		}
	}
	if in.A&4 != 0 {
		fn.Annotations = f.pop()
	}
	if in.A&2 != 0 {
		fn.KwDefaults = object.AsDict(f.pop())
	}
	if in.A&1 != 0 {
		fn.Defaults = object.AsTuple(f.pop()).Elems
	}
	fn.Doc = object.None
	if code.HasDoc {
		fn.Doc = object.NewStr(code.Doc)
	}
	if m, ok := f.Globals.GetStr(strDunderName); ok {
		fn.Module = m
	} else {
		fn.Module = object.None
	}
	f.push(object.Obj(&fn.Header))
	return nil
}

// kwNames are the keyword names in constant k.
func kwNames(code *object.Code, k int) []*Str {
	el := object.AsTuple(code.Values[k]).Elems
	if len(el) == 0 {
		return nil
	}
	if code.KwCache == nil {
		code.KwCache = make(map[int][]*Str)
	}
	if kw, ok := code.KwCache[k]; ok {
		return kw
	}
	kw := make([]*Str, len(el))
	for i, v := range el {
		kw[i] = object.AsStr(v)
	}
	code.KwCache[k] = kw
	return kw
}
