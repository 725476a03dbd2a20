// Package engine runs Python programs on a simulated computer and records what
// happens. It is the public face of the packages below it: give Start a Request,
// Step the Session until it is done, take its Recording; or call Run, which does
// all three. Inspect runs a program again up to an event and looks into it.
//
// The engine works without a browser and without files: what it reads is in the
// Request, what it makes is in the Session. It starts no goroutines and knows no
// wall clock; the same Request gives the same Recording, byte for byte,
// wherever it runs. ARCHITECTURE.md is a tour, RATIONALE.md says why things are
// as they are.
package engine
