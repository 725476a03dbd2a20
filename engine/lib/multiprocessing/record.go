package multiprocessing

import (
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/trace"
	"loopscope/engine/vm"
)

// Module _mprecord tells the recording of pools of processes what only Python code knows: which pool there is,
// what was submitted to it, who took it up and how it ended. Pools and futures go by their entity's
// number, which means the same in every process.
var record = &lib.Table{Name: "_mprecord"}

// backlogs counts what is submitted and not taken up, by pool; homes says which pool a future is of.
type backlogs struct {
	waiting map[trace.Entity]int
	homes   map[trace.Entity]trace.Entity
}

func backlogsOf(r *sim.Run) *backlogs {
	b, ok := r.Kept["pools"].(*backlogs)
	if !ok {
		b = &backlogs{map[trace.Entity]int{}, map[trace.Entity]trace.Entity{}}
		r.Kept["pools"] = b
	}
	return b
}

// add changes the backlog of a pool.
func (b *backlogs) add(t *vm.Thread, pool trace.Entity, n int) {
	left := max(b.waiting[pool]+n, 0)
	b.waiting[pool] = left
	sim.Of(t).Proc.Run.M.Emit(trace.COUNT, pool, 0, uint32(left))
}

func entity(v object.Value) trace.Entity {
	if v.IsInt() {
		return trace.Entity(v.Int64())
	}
	return 0
}

func text(v object.Value) string {
	if s := object.AsStr(v); s != nil {
		return s.Text
	}
	return ""
}

func function(name, sig string, fn func(t *vm.Thread, a []object.Value) vm.Action) {
	record.Native(name, sig, func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action { return fn(t, a) })
}

func init() {
	// pool(name) is a new pool of this process.
	function("pool", "name", func(t *vm.Thread, a []object.Value) vm.Action {
		th := sim.Of(t)
		m := th.Proc.Run.M
		name := sim.AssignedName(t.UserFrame())
		if name == "" {
			name = text(a[0])
		}
		e := m.Rec.NewEntity(m.Now(), trace.Pool, name, th.Proc.K.Entity, th.Lane(), th.Loc())
		return vm.Return(object.Int(int64(e)))
	})
	// submit(pool, name, callable) is a new future of the pool.
	function("submit", "pool, name, callable", func(t *vm.Thread, a []object.Value) vm.Action {
		pool, name, callable := entity(a[0]), text(a[1]), text(a[2])
		return sim.InOrder(t, func(t *vm.Thread) vm.Action {
			th := sim.Of(t)
			m := th.Proc.Run.M
			f := m.Rec.NewEntity(m.Now(), trace.Future, name, pool, th.Lane(), th.Loc())
			m.EmitString(trace.SUBMIT, th.Lane(), f, callable)
			b := backlogsOf(th.Proc.Run)
			b.homes[f] = pool
			b.add(t, pool, 1)
			return vm.Return(object.Int(int64(f)))
		})
	})
	// waiting(pool, future): a future that was made elsewhere waits in the pool.
	function("waiting", "pool, future", func(t *vm.Thread, a []object.Value) vm.Action {
		pool, f := entity(a[0]), entity(a[1])
		return sim.InOrder(t, func(t *vm.Thread) vm.Action {
			b := backlogsOf(sim.Of(t).Proc.Run)
			b.homes[f] = pool
			b.add(t, pool, 1)
			return vm.ReturnNone()
		})
	})
	// dropped(future): nobody will take it up any more.
	function("dropped", "future", func(t *vm.Thread, a []object.Value) vm.Action {
		f := entity(a[0])
		return sim.InOrder(t, func(t *vm.Thread) vm.Action {
			b := backlogsOf(sim.Of(t).Proc.Run)
			if pool, ok := b.homes[f]; ok {
				delete(b.homes, f)
				b.add(t, pool, -1)
			}
			return vm.ReturnNone()
		})
	})
	// pickup(future): this thread takes it up.
	function("pickup", "future", func(t *vm.Thread, a []object.Value) vm.Action {
		f := entity(a[0])
		return sim.InOrder(t, func(t *vm.Thread) vm.Action {
			th := sim.Of(t)
			b := backlogsOf(th.Proc.Run)
			pool, ok := b.homes[f]
			if !ok {
				return vm.ReturnNone()
			}
			delete(b.homes, f)
			th.Proc.Run.M.Emit(trace.PICKUP, th.Lane(), f, 0)
			b.add(t, pool, -1)
			return vm.ReturnNone()
		})
	})
	// settled(future, how): it has got its result.
	function("settled", "future, how", func(t *vm.Thread, a []object.Value) vm.Action {
		f, how := entity(a[0]), text(a[1])
		return sim.InOrder(t, func(t *vm.Thread) vm.Action {
			th := sim.Of(t)
			b := backlogsOf(th.Proc.Run)
			if pool, ok := b.homes[f]; ok { // cancelled before anybody took it up
				delete(b.homes, f)
				b.add(t, pool, -1)
			}
			th.Proc.Run.M.EmitString(trace.RESULT, f, th.Lane(), how)
			return vm.ReturnNone()
		})
	})
	lib.Register("_mprecord", record.Spec(""))
}
