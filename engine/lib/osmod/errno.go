package osmod

import (
	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
	"loopscope/engine/world"
)

// The module errno: the numbers of errors. _texts, for os.strerror, are what they mean.

func init() {
	lib.Register("errno", vm.Spec{Build: func(t *thread, m *object.Module) *exc {
		codes, texts := object.NewDict(), object.NewDict()
		set := func(name string, n world.Errno) { m.Dict.SetStr(object.Intern(name), object.Int(int64(n))) }
		for _, e := range world.Errors {
			set(e.Name, e.Number)
			codes.Set(t.RT.Ctx, object.Int(int64(e.Number)), object.NewStr(e.Name))
			texts.Set(t.RT.Ctx, object.Int(int64(e.Number)), object.NewStr(e.Text))
		}
		set("EWOULDBLOCK", world.EAGAIN)
		set("ENOTSUP", 95)
		set("EDEADLOCK", 35)
		m.Dict.SetStr(object.Intern("errorcode"), codes.Value())
		m.Dict.SetStr(object.Intern("_texts"), texts.Value())
		return nil
	}})
}
