package multiprocessing

import (
	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// Module _posixshmem is shared memory by name: a bytearray that every process sees, until nobody has it
// open and its name is gone.
var shmTable = &lib.Table{Name: "_posixshmem"}

// segments are those that have a name, by it.
type segments struct{ named map[string]object.Value }

func segmentsOf(r *sim.Run) *segments {
	s, ok := r.Kept["shm"].(*segments)
	if !ok {
		s = &segments{map[string]object.Value{}}
		r.Kept["shm"] = s
	}
	return s
}

func init() {
	call := func(name, sig string, fn func(t *vm.Thread, s *segments, a []object.Value) vm.Action) {
		shmTable.Native(name, sig, func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
			a = append([]object.Value(nil), a...)
			m := sim.Of(t).Proc.Run.M
			m.Spend(m.Price(kernel.PriceSyscall))
			return sim.InOrder(t, func(t *vm.Thread) vm.Action { return fn(t, segmentsOf(sim.Of(t).Proc.Run), a) })
		})
	}
	// create(name, size) -> bytearray
	call("create", "name, size", func(t *vm.Thread, s *segments, a []object.Value) vm.Action {
		name := text(a[0])
		if _, ok := s.named[name]; ok {
			return vm.Raise(object.NewOSError(17, "File exists", a[0]))
		}
		n, e := object.Index(t.RT.Ctx, a[1])
		if e == nil {
			e = t.RT.Ctx.Reserve(n)
		}
		if e != nil {
			return vm.Raise(e)
		}
		v := object.NewByteArray(make([]byte, n))
		v.H.Flags |= object.FlagShared
		s.named[name] = v
		return vm.Return(v)
	})
	// open(name) -> bytearray
	call("open", "name", func(t *vm.Thread, s *segments, a []object.Value) vm.Action {
		if v, ok := s.named[text(a[0])]; ok {
			return vm.Return(v)
		}
		return vm.Raise(object.NewOSError(2, "No such file or directory", a[0]))
	})
	call("unlink", "name", func(t *vm.Thread, s *segments, a []object.Value) vm.Action {
		if _, ok := s.named[text(a[0])]; !ok {
			return vm.Raise(object.NewOSError(2, "No such file or directory", a[0]))
		}
		delete(s.named, text(a[0]))
		return vm.ReturnNone()
	})
	lib.Register("_posixshmem", shmTable.Spec(""))
}
