package processes

import "loopscope/engine/lib/sim"

// Find is the process with that number; nil when there is none, or its parent has waited for it.
func Find(r *sim.Run, pid int) *sim.Process { return find(r, pid) }
