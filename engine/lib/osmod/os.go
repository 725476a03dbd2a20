// Package osmod is the module os: the process, its environment, and the files of
// the simulated disk, by path and by descriptor; and os.path, stat and errno.
package osmod

import (
	_ "embed"
	"strconv"

	"loopscope/engine/kernel"
	"loopscope/engine/lib"
	"loopscope/engine/lib/sim"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed os.py
var source string

//go:embed files.py
var filesSource string

//go:embed path.py
var pathSource string

const randomKey = "os.urandom"

func init() {
	tb := &lib.Table{Name: "posix"}
	native := func(name, sig string, fn func(t *vm.Thread, p *sim.Process, a []object.Value) vm.Action) {
		tb.Native(name, sig, func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action { return fn(t, sim.ProcessOf(t), a) })
	}
	number := func(n int) vm.Action { return vm.Return(object.Int(int64(n))) }
	native("cpu_count", "", func(t *vm.Thread, p *sim.Process, a []object.Value) vm.Action { return number(p.Run.M.Config.Cores) })
	native("_cores", "", func(t *vm.Thread, p *sim.Process, a []object.Value) vm.Action { return number(p.Run.M.Config.Cores) })
	native("urandom", "size, /", func(t *vm.Thread, p *sim.Process, a []object.Value) vm.Action {
		n, e := object.Index(t.RT.Ctx, a[0])
		if e == nil && n < 0 {
			e = object.NewExc(object.ValueError, "negative argument not allowed")
		}
		if e == nil {
			e = t.RT.Ctx.Reserve(n)
		}
		if e != nil {
			return vm.Raise(e)
		}
		r, ok := p.Data[randomKey].(*kernel.Random)
		if !ok {
			r = kernel.NewRandom(p.Run.M.Config.Seed).Fork("urandom " + strconv.Itoa(p.PID))
			p.Data[randomKey] = r
		}
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.Uint64() >> 32)
		}
		return vm.Return(object.NewBytes(string(b)))
	})
	initPaths(tb)
	initDescriptors(tb)
	lib.Register("posix", tb.Spec(""))
	spec := vm.Spec{Source: source + filesSource}
	lib.Register("os", spec)
	lib.Register("posixpath", vm.Spec{Source: pathSource})
	lib.Register("os.path", vm.Spec{Source: pathSource})
}
