// Package world is what lies outside of the programs of the simulated computer:
// its disk, the pipes between its processes, the sockets of its loopback network,
// and the descriptors by which a process names what it has open.
//
// Three things are kept apart, as in POSIX. A Device is what can be read from or
// written to: a file of the disk, an end of a pipe, a socket, the console. A
// Description is a device that somebody has opened, with the flags it was opened
// with; dup and fork share it. Descriptors is the table of one process: small
// numbers for descriptions.
//
// Nothing here waits. An operation that cannot be done at once answers EAGAIN,
// and whoever called it parks its thread, having left a Watch at the device,
// which is told when it may be worth another try. What an operation costs is
// asked from the device, and spent by the caller.
//
// A Net is the loopback: listening sockets, connections and datagrams (net.go,
// stream.go, datagram.go). Threads, event loops and hubs wait for the same
// sockets: a thread by a Watch, the others by a Poller, which is to them what
// epoll is.
package world
