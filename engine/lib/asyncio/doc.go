// Package asyncio is the module asyncio: the event loop, its futures and tasks,
// and what is built on them.
//
// It imports sim, vm, object, kernel and trace. It knows nothing of other
// modules of the library; those that complete futures from other threads go
// through Loop.CallSoonThreadsafe.
//
// # Two halves
//
// What runs once a switch is Go: the loop with its ready queue and timers,
// futures, tasks, gather. The rest is Python (py/), hidden from tracebacks and
// from the recording.
//
// # An iteration
//
// The loop is a vm.Native at the bottom of what it calls. In each iteration it
// waits if nothing is ready, moves the timers that are due into the ready queue,
// and then runs exactly the entries that the queue held at that moment: what
// they add waits for the next iteration. The timers that one iteration takes are
// those that CPython's would, whose select() waits in whole milliseconds; the
// loop then wakes up at the last of their times, so that a single timer fires
// exactly when it is due, and none too early.
//
// # The recording
//
// The loop is an agent that runs on its thread while the thread is in run_forever,
// and waits with it in select. Tasks are agents that live in the loop: READY when they are in
// its ready queue, RUN when stepped, WAIT on what they have awaited.
package asyncio
