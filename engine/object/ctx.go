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
	// Warn gives a warning about the line that the program is at; a filter may make
	// an exception of it. Set by the virtual machine.
	Warn func(cls *Type, text string) *Exc
	// MemUsed is what was reserved since the live objects were last counted, and
	// those, in bytes; see memory.go.
	MemUsed, MemLimit int64
	// Live counts the bytes of the objects that the program can still reach. Set by
	// the virtual machine.
	Live   func() int64
	memory *memory
	// Reached traces from the roots, and answers what tells whether an object was reached; false when
	// built-in code hides what it holds. Set by the virtual machine.
	Reached func() (reached func(Value) bool, ok bool)
	// CodecHook is the function of module codecs that knows the encodings and handlers of errors that
	// the program has registered; Null before there are any.
	CodecHook Value
	// Builtins is the dictionary of module builtins.
	Builtins *Dict
	// VM is the virtual machine's own state.
	VM any

	// IntDigits is sys.get_int_max_str_digits(); 0 for no limit.
	IntDigits  int
	nans       uint32
	splitAside bool // see SplitGroup
	versions   uint32
	subclasses map[*Type][]*Type
	ids        map[*Header]uint64
	firstID    uint64
	lastID     uint32
	idTag      uint32
	replay     *Replay
	reprDepth  int
	reprs      []*Header // containers whose repr is under way
}

// NewCtx makes the state of a run.
func NewCtx(hashSeed uint64, memLimit int64) *Ctx {
	runTag++
	c := &Ctx{
		HashSeed: hashSeed, MemLimit: memLimit, IntDigits: maxStrDigits,
		subclasses: make(map[*Type][]*Type),
		ids:        make(map[*Header]uint64),
		firstID:    0x7f3a5c000000 + hashSeed%4096*4096,
		idTag:      1 + runTag%idTags,
		versions:   1,
	}
	c.memory = &memory{list: []*Ctx{c}, base: heapBytes()}
	return c
}

// ID is id(v): an address-like number, the same for the same run every time.
func (c *Ctx) ID(v Value) uint64 {
	switch v.H {
	case &IntHeader:
		return 0x559000000000 + v.N*32
	case &FloatHeader, &BoolHeader:
		return 0x55a000000000 + v.N*32
	}
	if ownedByRun(v.H.Type) {
		// The number is kept in the object, since a table would keep all objects
		// alive that were ever in a set. The tag tells a number of this run from
		// one that an earlier run left in an object both know.
		w := v.H.Flags >> idShift
		if w>>idBits == c.idTag {
			return c.idAt(w & (1<<idBits - 1))
		}
		if c.lastID>>idBits == 0 {
			w = c.idTag<<idBits | c.lastID
			v.H.Flags = v.H.Flags&(1<<idShift-1) | w<<idShift
			return c.newID()
		}
	}
	id, ok := c.ids[v.H]
	if !ok {
		id = c.newID()
		c.ids[v.H] = id
	}
	return id
}

const (
	idShift = 5 // the bits below are those of FlagWatched and the rest
	idBits  = 22
	idTags  = 1<<(32-idShift-idBits) - 1
)

// runTag tells the runs of a process apart, up to a number of them.
var runTag uint32

// newID is the next number; idAt is number n of this run.
func (c *Ctx) newID() uint64 {
	c.lastID++
	return c.idAt(c.lastID - 1)
}

func (c *Ctx) idAt(n uint32) uint64 { return c.firstID + uint64(n)*48 }

// ownedByRun tells whether the objects of a class are made by runs, rather than
// shared between them as classes, names, built-ins and constants are.
func ownedByRun(t *Type) bool {
	if t.Flags&HeapType != 0 {
		return true
	}
	switch t.Layout {
	case LayoutList, LayoutExc, LayoutByteArray:
		return true
	case LayoutOther, LayoutObject:
		switch t {
		case BuiltinType, MethodDescriptorType, ClassMethodDescrType, SlotWrapperType, MethodWrapperType,
			GetSetDescriptorType, MemberDescriptorType, CodeType, NoneType, EllipsisType, NotImplementedType, ObjectType:
			return false
		}
		return true
	}
	return t == SetType
}

// AddSubclass registers a new class with its bases.
func (c *Ctx) AddSubclass(base, sub *Type) {
	c.subclasses[base] = append(c.subclasses[base], sub)
}

// Subclasses are the direct subclasses made by the program, in order.
func (c *Ctx) Subclasses(t *Type) []*Type { return c.subclasses[t] }
