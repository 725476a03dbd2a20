// Package kernel is the simulated computer. It has a virtual clock in integer
// nanoseconds, cores, processes, threads, timers and locks, and it alone decides
// what runs. Every decision goes into the recording (package trace).
//
// # What runs
//
// A thread is anything with Step(budget): the kernel never looks inside. Tasks,
// greenlets and generators are cooperative agents: their own library decides which of them
// goes on; the kernel records their states and knows which of them a thread is
// executing, so that when the thread loses its core or the GIL it is the agent
// that is shown not running.
//
// # Waiting
//
// There is one primitive. Park says who waits, why, for what and until when;
// Unpark says who ended the wait and with which value. Locks, semaphores, wait
// queues, sleeping, joining and I/O are built on it, in this package and
// above it. A thread that parks gives up its GIL and its core when its Step returns.
//
// # Blocked, and when time moves
//
// A thread is blocked when it is parked. Virtual time has one value for each
// core: the time up to which that core's thread has been executed. The kernel always
// advances whatever is earliest: a timer that is due, a ready thread and a free
// core, or the busy core with the smallest local time; at equal times in this order, and
// cores by number. So time moves only by work being done, and, when nothing can run, to
// the earliest timer. When nothing can run and no timer is pending, nothing can ever
// happen again: if threads are still parked, that is a deadlock, and it is
// reported with who waits for what, and the cycle if the holders are known.
//
// # Running ahead
//
// A busy core is stepped for at most a quantum, and at most up to the next known
// event, so its thread may be ahead of other cores by that much. Within a process
// that has a GIL nobody can see the difference, for the others do not run. Whatever
// can be seen from another process, or from another thread where there is no GIL, or
// after a long piece of work that was charged at once (Spend), must first ask SyncPoint;
// if the answer is no, Step returns Sync without having done anything and is called
// again when its thread is the earliest. What is done in the kernel in this way
// happens in the order of virtual time.
//
// # Chance
//
// What an operating system leaves open comes from the seed: a jitter of some
// microseconds on wake-ups and on starts of threads and processes, and the choices
// of a Policy. Same seed, same run.
//
// The package imports package trace and the standard library, not time, sync or
// math/rand, and starts no goroutines. It knows nothing of Python.
package kernel
