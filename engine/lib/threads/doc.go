// Package threads holds the modules for threads and what is built on them:
// _thread, threading, queue, sched, concurrent.futures.
//
// It imports sim, kernel, trace, vm and object, and no other module of the
// library. The kernel decides who runs; this package says who waits for what.
//
// # What is Go and what is Python
//
// Embedded Python can be preempted at its safe points as a program's own code can.
// What must be atomic is therefore Go: locks, events, conditions, semaphores, queues,
// futures and the work queue of a pool. A native function runs to its end, or
// parks, before another thread of the process sees anything of it. Without a GIL
// other cores run at the same time; then what threads can see of each other first
// asks for its turn (see ordered).
//
// # Waiting
//
// Who waits is in one kernel.WaitQueue, of the object that it waits for, with a
// reason for readers ("lock a, held by worker-2"). What is woken looks again: between
// the wake-up and its run, somebody else may have taken what there was.
package threads

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed threading.py
var threadingSource string

//go:embed queue.py
var queueSource string

//go:embed sched.py
var schedSource string

//go:embed futures.py
var futuresSource string

//go:embed pool.py
var poolSource string

const packageSource = `
from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError,
    TimeoutError, InvalidStateError, BrokenExecutor, Future, Executor, wait, as_completed)

__all__ = ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError',
    'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor')

from concurrent.futures.thread import ThreadPoolExecutor


def __getattr__(name):
    if name == "ProcessPoolExecutor":
        from concurrent.futures.process import ProcessPoolExecutor
        return ProcessPoolExecutor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
`

func init() {
	lib.Register("_thread", threadTable.Spec(""))
	lib.Register("threading", vm.Spec{Source: threadingSource})
	lib.Register("queue", vm.Spec{Source: queueSource})
	lib.Register("sched", vm.Spec{Source: schedSource})
	lib.Register("concurrent", vm.Spec{Package: true})
	lib.Register("concurrent.futures", vm.Spec{Package: true, Source: packageSource})
	lib.Register("concurrent.futures._base", vm.Spec{Source: futuresSource})
	lib.Register("concurrent.futures.thread", vm.Spec{Source: poolSource})
}

// threadTable is module _thread: what programs may use, and, with a further
// underscore, what the Python parts of this package are made of.
var threadTable = &lib.Table{Name: "_thread"}
