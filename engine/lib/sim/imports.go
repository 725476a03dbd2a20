package sim

import (
	"loopscope/engine/kernel"
	"loopscope/engine/vm"
)

// A module is imported by one thread; others that want it wait until it is complete.

// WaitImport has the thread wait until another one has imported a module; see vm.Host.
func (th *Thread) WaitImport(t *vm.Thread, module string) vm.Action {
	p := th.Proc
	if p.imports == nil {
		p.imports = make(map[string]*kernel.WaitQueue)
	}
	q := p.imports[module]
	if q == nil {
		q = &kernel.WaitQueue{}
		p.imports[module] = q
	}
	m := p.Run.M
	q.Park(m, &th.K.Agent, kernel.Wait{Reason: m.Str("import of " + module + " by another thread")})
	return th.Parked()
}

// Imported wakes those who wait for a module; see vm.Host.
func (th *Thread) Imported(t *vm.Thread, module string) {
	q := th.Proc.imports[module]
	if q == nil {
		return
	}
	delete(th.Proc.imports, module)
	m := th.Proc.Run.M
	q.WakeAll(m, kernel.Wake{Cause: m.Str("import of " + module), By: th.Lane(), Value: vm.Value{}})
}
