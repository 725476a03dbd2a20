// Package gevent is the package gevent (22.10): a hub that runs greenlets when
// what they wait for has happened.
//
// # The hub
//
// A Hub is a greenlet at whose bottom lies native code: Hub.Resume. Whoever waits
// switches to it (Hub.block); it goes through the iterations of its Loop and
// switches to whoever is next. An iteration is one of libev's, as gevent uses it:
// the callbacks, including those that are added meanwhile, until there are none or
// the switch interval is over; then the wait, until the next timer or until another
// thread calls; then whatever has fired, by priority.
//
// # Waiting
//
// blocked is one wait of one greenlet. It lies on the greenlet's chain and is what
// others hold on to in order to wake it: an entry of the callbacks, a timer, a link of an
// event. It counts once; whoever comes later finds it over.
//
// # What is Go and what is Python
//
// Go is what runs once a switch or an item: hub, loop, timers, waiters, Greenlet, events,
// semaphores, queues. The rest (pools, thread pools, monkey, timeouts as programs see them) is in py/.
//
// # What is recorded
//
// The hub is a lane, and each of its greenlets lives in it. Control that only passes
// through the hub is one SWITCH from greenlet to greenlet, "hub"; the hub runs where it
// does something itself: when it waits, or calls a function of the program.
package gevent
