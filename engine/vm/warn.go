package vm

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

// Warnings go through warn_explicit of the module warnings, so that a program's
// filters hold for those of the compiler and of built-in code too.

// GiveWarnings shows what the compiler has to say about a text; with a filter
// that makes an error of it, a SyntaxError is raised.
func GiveWarnings(t *Thread, code *bytecode.Code) Action {
	list := code.Warnings
	var next func(t *Thread, i int) Action
	next = func(t *Thread, i int) Action {
		for ; i < len(list); i++ {
			w := list[i]
			cls := object.SyntaxWarning
			if w.Category == "DeprecationWarning" {
				cls = object.DeprecationWarning
				if _, ok := t.RT.Modules.GetStr(intern("warnings")); !ok {
					continue // no filter that would show it can have been set
				}
			}
			line, _ := code.File.Position(w.Span.Start)
			return After(t, warnAt(t, cls, w.Msg, code.File.Name, line, object.None, object.None), func(t *Thread, _ Value, exc *Exc) Action {
				if exc != nil {
					if exc.Type == cls && t.RT.WarningError != nil {
						exc = t.RT.WarningError(code, w)
					}
					return Raise(exc)
				}
				return next(t, i+1)
			})
		}
		return ReturnNone()
	}
	return next(t, 0)
}

// warnAt calls warnings.warn_explicit.
func warnAt(t *Thread, cls *object.Type, text, file string, line int, module, registry Value) Action {
	return OnValue(t, t.Import("warnings"), func(t *Thread, m Value) Action {
		return CallMethod(t, m, "warn_explicit", object.NewStr(text), cls.Value(), object.NewStr(file), object.Int(int64(line)), module, registry)
	})
}

// Warn gives a warning about the line that the program is at.
func Warn(t *Thread, cls *object.Type, text string) Action {
	f := t.UserFrame()
	if f == nil {
		return ReturnNone()
	}
	name, registry := whereabouts(f)
	return warnAt(t, cls, text, f.Code.Code.File.Name, f.Line(), name, registry)
}

// warnUnawaited says that a coroutine ends without having been awaited.
func warnUnawaited(t *Thread, g *Generator) Action {
	file, line, module, registry := "sys", 1, object.NewStr("sys"), object.None
	if f := t.UserFrame(); f != nil {
		file, line = f.Code.Code.File.Name, f.Line()
		module, registry = whereabouts(f)
	}
	return OnValue(t, t.Import("warnings"), func(t *Thread, m Value) Action {
		return OnValue(t, CallMethod(t, m, "_unawaited_text", g.Value()), func(t *Thread, text Value) Action {
			return CallMethod(t, m, "warn_explicit", text, object.RuntimeWarning.Value(), object.NewStr(file), object.Int(int64(line)),
				module, registry, object.None, g.Value())
		})
	})
}

// whereabouts are the module's name and the register of warnings given by it.
func whereabouts(f *Frame) (name, registry Value) {
	name, ok := f.Globals.GetStr(intern("__name__"))
	if !ok {
		name = object.NewStr("<string>")
	}
	registry, ok = f.Globals.GetStr(intern("__warningregistry__"))
	if !ok {
		registry = object.Obj(&object.NewDict().Header)
		f.Globals.SetStr(intern("__warningregistry__"), registry)
	}
	return name, registry
}

// warn serves leaf operations, which cannot wait for an action.
func (rt *Runtime) warn(cls *object.Type, text string) *Exc {
	t := rt.current
	if t == nil {
		return nil
	}
	_, exc := t.RunAside(Warn(t, cls, text))
	return exc
}
