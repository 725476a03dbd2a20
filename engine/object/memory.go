package object

import "runtime"

// Memory is bounded in two ways. Whoever is about to make something large at once
// reserves it, and gets a MemoryError when the run has no room for it. And the
// virtual computer looks at the heap now and then, for what grows in small pieces.
// What the garbage collector would free does not count, so that close to the limit
// it is made to run first.

// Reserve accounts for n bytes about to be allocated at once, and answers a
// MemoryError when the run's limit would be passed. Objects of a few dozen bytes
// need not be accounted for.
func (c *Ctx) Reserve(n int64) *Exc {
	if n < 0 || n > c.MemLimit {
		return NewExc(MemoryError, "")
	}
	c.MemUsed += n
	c.memSince += n
	if c.MemUsed <= c.MemLimit && c.memSince <= c.MemLimit/4 {
		return nil
	}
	c.look()
	c.MemUsed += n
	if c.MemUsed > c.MemLimit {
		c.MemUsed -= n
		return NewExc(MemoryError, "")
	}
	return nil
}

// MemoryOver tells whether the run's objects take more than its limit.
func (c *Ctx) MemoryOver() bool {
	if heapBytes()-c.memBase <= c.MemLimit {
		return false
	}
	c.look()
	return c.MemUsed > c.MemLimit
}

// look sets MemUsed to what the heap really holds.
func (c *Ctx) look() {
	live := heapBytes() - c.memBase
	if live > c.MemLimit/2 {
		runtime.GC()
		live = heapBytes() - c.memBase
	}
	c.MemUsed, c.memSince = max(live, 0), 0
}

func heapBytes() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
