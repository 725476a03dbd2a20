package vm

import "loopscope/engine/object"

// Unraisable reports an exception that nobody can catch, by sys.unraisablehook.
// where is the text that replaces "Exception ignored in", Null for that; obj what
// the exception came out of.
func Unraisable(t *Thread, exc *Exc, where, obj Value) Action {
	if where.IsNull() {
		where = object.None
	}
	if obj.IsNull() {
		obj = object.None
	}
	if f := t.CallerFrame(0); exc.Traceback == nil && f != nil {
		t.addTraceback(f, exc)
	}
	hook := Value{}
	if m, ok := t.RT.Modules.GetStr(intern("sys")); ok && object.AsModule(m) != nil {
		hook, _ = object.AsModule(m).Dict.GetStr(intern("unraisablehook"))
	}
	if b := object.AsBuiltin(hook); hook.IsNull() || b != nil && b.Name == "unraisablehook" {
		return reportUnraisable(t, exc, where, obj)
	}
	if hook.IsNone() {
		return ReturnNone()
	}
	tb, _ := object.GetAttr(t.RT.Ctx, exc.Value(), intern("__traceback__"))
	args := object.NewInstance(unraisableArgs)
	at := object.AttrsOf(args)
	for _, f := range [...]struct {
		name string
		v    Value
	}{{"exc_type", exc.Type.Value()}, {"exc_value", exc.Value()}, {"exc_traceback", tb}, {"err_msg", where}, {"object", obj}} {
		at.Set(unraisableArgs, intern(f.name), f.v)
	}
	return After(t, Call(hook, args), func(t *Thread, _ Value, e *Exc) Action {
		if e != nil {
			return reportUnraisable(t, e, object.NewStr("Exception ignored in sys.unraisablehook"), hook)
		}
		return ReturnNone()
	})
}

// reportUnraisable is what sys.unraisablehook does unless a program replaces it.
func reportUnraisable(t *Thread, exc *Exc, where, obj Value) Action {
	head := "Exception ignored in"
	if s := object.AsStr(where); s != nil {
		head = s.Text
	}
	write := func(t *Thread, what string) Action {
		return writeStderr(t, head+what+"\n"+FormatUnchained(t, exc))
	}
	if obj.IsNone() {
		return write(t, ":")
	}
	return After(t, Repr(t, obj), func(t *Thread, s Value, e *Exc) Action {
		if e != nil {
			return write(t, ": <object repr() failed>")
		}
		return write(t, ": "+object.AsStr(s).Text)
	})
}

var unraisableArgs = object.NewStaticType("UnraisableHookArgs", "sys", object.SimpleNamespaceType, object.SimpleNamespaceType.Layout, object.HasDict|object.NotBase)

// writeStderr writes to sys.stderr, whatever the program has put there.
func writeStderr(t *Thread, text string) Action {
	stream := object.None
	if m, ok := t.RT.Modules.GetStr(intern("sys")); ok && object.AsModule(m) != nil {
		if v, ok := object.AsModule(m).Dict.GetStr(intern("stderr")); ok {
			stream = v
		}
	}
	if stream.IsNone() {
		if e := t.Host.Write(t, 2, text); e != nil {
			return Raise(e)
		}
		return ReturnNone()
	}
	return CallMethod(t, stream, "write", object.NewStr(text))
}
