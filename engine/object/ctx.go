package object

// Ctx is the state of one run that leaf operations need. Built-in classes are
// shared between runs and never change; everything that a program can change
// about them lies here.
type Ctx struct {
	// HashSeed is mixed into the hashes of str and bytes.
	HashSeed uint64
	// Nested calls a user-defined __hash__ or __eq__ from within a dict or set
	// probe. Set by the virtual machine.
	Nested func(fn Value, args ...Value) (Value, *Exc)
	// MemUsed and MemLimit count bytes of large objects; see Reserve.
	MemUsed, MemLimit int64
	// Builtins is the dictionary of module builtins.
	Builtins *Dict
	// VM is the virtual machine's own state.
	VM any

	versions   uint32
	subclasses map[*Type][]*Type
	ids        map[*Header]uint64
	nextID     uint64
	replay     *Replay
	reprDepth  int
	reprs      []*Header // containers whose repr is under way
}

// NewCtx makes the state of a run.
func NewCtx(hashSeed uint64, memLimit int64) *Ctx {
	return &Ctx{
		HashSeed: hashSeed, MemLimit: memLimit,
		subclasses: make(map[*Type][]*Type),
		ids:        make(map[*Header]uint64),
		nextID:     0x7f3a5c000000 + hashSeed%4096*4096,
		versions:   1,
	}
}

// ID is id(v): an address-like number, the same for the same run every time.
func (c *Ctx) ID(v Value) uint64 {
	switch v.H {
	case &IntHeader:
		return 0x559000000000 + v.N*32
	case &FloatHeader, &BoolHeader:
		return 0x55a000000000 + v.N*32
	}
	id, ok := c.ids[v.H]
	if !ok {
		id = c.nextID
		c.nextID += 48
		c.ids[v.H] = id
	}
	return id
}

// Reserve accounts for n bytes about to be allocated at once, and answers a
// MemoryError when the run's limit would be passed. Objects of a few dozen bytes
// need not be accounted for.
func (c *Ctx) Reserve(n int64) *Exc {
	if n < 0 || c.MemUsed+n > c.MemLimit {
		return NewExc(MemoryError, "")
	}
	c.MemUsed += n
	return nil
}

// AddSubclass registers a new class with its bases.
func (c *Ctx) AddSubclass(base, sub *Type) {
	c.subclasses[base] = append(c.subclasses[base], sub)
}

// Subclasses are the direct subclasses made by the program, in order.
func (c *Ctx) Subclasses(t *Type) []*Type { return c.subclasses[t] }
