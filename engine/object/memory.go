package object

import (
	"runtime"
	"unsafe"
)

// Memory is bounded in two ways.
//
// Whoever is about to make something large at once reserves it, and gets a
// MemoryError when the run has no room for it. What is reserved adds up until it
// reaches the limit; then the live objects are counted (Ctx.Live), so that what
// the program no longer holds does not count. Both depend on the program alone.
//
// What grows in small pieces is not reserved. The simulated computer looks now
// and then at the host's heap instead and ends the run when it is too large: a
// safeguard for the host, whose moment is the host's.

// Reserve accounts for n bytes about to be allocated at once, and answers a
// MemoryError when the run's limit would be passed. Objects of a few dozen bytes
// need not be accounted for.
func (c *Ctx) Reserve(n int64) *Exc {
	if n < 0 || n > c.MemLimit {
		return NewExc(MemoryError, "")
	}
	if c.memory.used()+n > c.MemLimit {
		for _, x := range c.memory.list {
			if x.Live != nil {
				x.MemUsed = x.Live()
			}
		}
	}
	if c.memory.used()+n > c.MemLimit {
		return NewExc(MemoryError, "")
	}
	c.MemUsed += n
	return nil
}

// Grow is Reserve for what grows and cannot be reached from the roots yet, so that counting the live objects does not
// find it: the list of an endless iterator's items, say. held is what it has reserved before.
func (c *Ctx) Grow(held, n int64) *Exc {
	if held+n > c.MemLimit {
		return NewExc(MemoryError, "")
	}
	if c.memory.used()+n > c.MemLimit {
		for _, x := range c.memory.list {
			if x.Live != nil {
				x.MemUsed = x.Live()
			}
		}
		c.MemUsed += held
	}
	return c.Reserve(n)
}

// Growing counts what a list of items takes that grows by Grow.
type Growing struct {
	held int64
	last Value
}

// growth is how many items are accounted for at once.
const growth = 0x1000

// Grown is told that the list has n items, of which x is the last. Of what the items themselves take, it looks at some.
func (g *Growing) Grown(c *Ctx, n int, x Value) *Exc {
	if n&(growth-1) != 0 {
		return nil
	}
	size := int64(unsafe.Sizeof(x))
	if x.H != g.last.H && x.H.Type.IsBoxed() && x.H.Flags&FlagInterned == 0 {
		size += SizeOf(c, x)
	}
	g.last = x
	e := c.Grow(g.held, growth*size)
	g.held += growth * size
	return e
}

// IsBoxed tells whether values of the class are objects of the heap, each with its own memory.
func (t *Type) IsBoxed() bool {
	switch t {
	case IntType, FloatType, BoolType, NoneType:
		return false
	}
	return true
}

// MemoryOver tells whether the host's heap has grown by more than the run's limit.
func (c *Ctx) MemoryOver() bool {
	if heapBytes()-c.memory.base <= c.MemLimit {
		return false
	}
	runtime.GC()
	return heapBytes()-c.memory.base > c.MemLimit
}

// memory is what the processes of a run have used together.
type memory struct {
	list []*Ctx // of those that live
	base int64  // the host's heap at the beginning
}

func (m *memory) used() int64 {
	n := int64(0)
	for _, c := range m.list {
		n += c.MemUsed
	}
	return n
}

// ShareMemory lets c, the state of another process of the same run, have one limit with other.
func (c *Ctx) ShareMemory(other *Ctx) {
	c.memory = other.memory
	c.memory.list = append(c.memory.list, c)
}

// FreeMemory gives back what a process has used that is over.
func (c *Ctx) FreeMemory() {
	for i, x := range c.memory.list {
		if x == c {
			c.memory.list = append(c.memory.list[:i:i], c.memory.list[i+1:]...)
			return
		}
	}
}

func heapBytes() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Referents visits what v refers to directly.
func Referents(v Value, visit func(Value)) {
	t := v.H.Type
	if t.Traverse != nil {
		t.Traverse(v, visit)
	}
	if t.IsHeap() && t.AttrOffset != 0 {
		at := (*Attrs)(unsafe.Add(unsafe.Pointer(v.H), t.AttrOffset))
		for _, x := range at.Vals {
			visit(x)
		}
		if at.Dict != nil {
			visit(at.Dict.Value())
		}
		visit(t.Value())
	}
}
