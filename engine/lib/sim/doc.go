// Package sim is the simulated computer as library code sees it: it adapts the
// threads of the virtual machine to those of the kernel, and holds what a run, a
// process and a thread have besides Python objects.
//
// It imports vm, kernel, world and trace. The packages of the library and the
// engine import it; it knows none of them.
//
// Waiting goes one way: Thread.Park says to the kernel who waits for what, and
// answers the action that suspends the virtual machine's thread; Wake ends it.
package sim
