package builtins

import (
	"unsafe"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// What the reference adds to the built-ins for people at a prompt: exit and quit,
// and what is refused here by name because there is no prompt to come back to.

// quitter is the class of exit and quit.
var quitterType = object.NewStaticType("Quitter", "_sitebuiltins", object.ObjectType, object.LayoutOther, object.NotBase)

type quitter struct {
	object.Header
	name string
}

var quitters []*quitter

func init() {
	for _, name := range [...]string{"quit", "exit"} {
		q := &quitter{name: name}
		q.Type = quitterType
		quitters = append(quitters, q)
	}
	quitterType.Slots.Repr = func(c *Ctx, v Value) (string, *Exc) {
		return "Use " + asQuitter(v).name + "() or Ctrl-D (i.e. EOF) to exit", nil
	}
	vm.AddNative(quitterType, object.KindSlot, "__call__", "code=None", func(t *Thread, a []Value, _ []*Str) Action {
		return vm.Raise(object.ExcArgs(object.SystemExit, arg(a, 1, object.None)))
	})
	refuse := func(name, why string) {
		native(name, "*args, **kws", func(t *Thread, a []Value, _ []*Str) Action {
			return vm.Raisef(object.UnsupportedError, "%s(): %s", name, why)
		})
	}
	refuse("help", "there is nobody at a prompt; print(x.__doc__) or dir(x) say what is known here")
	refuse("breakpoint", "there is no debugger at a prompt; stop the run at any moment on the timeline, and look at its variables")
}

func asQuitter(v Value) *quitter { return (*quitter)(unsafe.Pointer(v.H)) }
