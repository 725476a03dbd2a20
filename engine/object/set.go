package object

// Set is a set or frozenset. The order in which a set iterates can be seen, and
// for ints it does not depend on any seed, so programs that run the same
// everywhere rely on it: table sizes, probing and growth follow the reference
// implementation. The table is open; a search looks at up to nine neighbours of a
// place before it jumps elsewhere.
type Set struct {
	Header
	table  []setEntry
	mask   int
	fill   int // used and deleted entries
	used   int
	finger int // where pop continues
	hash   int64
	hashed bool
	mods   uint32
	small  [8]setEntry
}

type setEntry struct {
	key     Value
	hash    int64
	deleted bool
}

const (
	setMinSize   = 8
	linearProbes = 9
	perturbShift = 5
)

// NewSet makes an empty set.
func NewSet() *Set { return newSetOf(SetType) }

// NewFrozenSet makes a frozenset of constants.
func NewFrozenSet(elems []Value) Value {
	s := newSetOf(FrozenSetType)
	for _, x := range elems {
		s.Add(messageCtx, x) // constants can be hashed and compared
	}
	return s.Value()
}

func newSetOf(t *Type) *Set {
	s := &Set{}
	s.Type = t
	s.init()
	return s
}

func (s *Set) init() {
	if s.table == nil {
		s.table = s.small[:]
		s.mask = setMinSize - 1
	}
}

// Value is s as a value.
func (s *Set) Value() Value { return Obj(&s.Header) }

// Len is the number of elements.
func (s *Set) Len() int { return s.used }

// lookup finds the entry of a key, or -1.
func (s *Set) lookup(c *Ctx, key Value, hash int64) (int, *Exc) {
	j, _, e := s.search(c, key, hash)
	return j, e
}

// search is lookup that also answers the last deleted entry on the way, or -1.
func (s *Set) search(c *Ctx, key Value, hash int64) (found, free int, e *Exc) {
	s.init()
again:
	free = -1
	mods := s.mods
	perturb := uint64(hash)
	i := int(uint64(hash) & uint64(s.mask))
	for {
		probes := 0
		if i+linearProbes <= s.mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			e := &s.table[j]
			if e.key.H == nil {
				if !e.deleted {
					return -1, free, nil
				}
				free = j
				continue
			}
			if e.hash == hash {
				if e.key == key {
					return j, free, nil
				}
				eq, exc := probeEqual(c, e.key, key)
				if exc != nil {
					return -1, free, exc
				}
				if s.mods != mods {
					goto again
				}
				if eq {
					return j, free, nil
				}
			}
		}
		perturb >>= perturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(s.mask))
	}
}

// Add adds an element.
func (s *Set) Add(c *Ctx, key Value) *Exc {
	h, e := dictHash(c, key)
	if e != nil {
		return e
	}
	return s.addHashed(c, key, h)
}

func (s *Set) addHashed(c *Ctx, key Value, hash int64) *Exc {
	j, free, e := s.search(c, key, hash)
	if e != nil || j >= 0 {
		return e
	}
	s.mods++
	if free >= 0 {
		s.table[free] = setEntry{key: key, hash: hash}
		s.used++
		return nil
	}
	s.place(key, hash)
	s.fill++
	s.used++
	if s.fill*5 < s.mask*3 {
		return nil
	}
	if s.used >= 1<<16 {
		if e := c.Reserve(int64(s.used) * 96); e != nil {
			return e
		}
	}
	s.resize(s.growth())
	return nil
}

func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// place puts a key known to be absent into the first place that was never used.
func (s *Set) place(key Value, hash int64) {
	perturb := uint64(hash)
	i := int(uint64(hash) & uint64(s.mask))
	for {
		probes := 0
		if i+linearProbes <= s.mask {
			probes = linearProbes
		}
		for j := i; j <= i+probes; j++ {
			if e := &s.table[j]; e.key.H == nil && !e.deleted {
				e.key, e.hash = key, hash
				return
			}
		}
		perturb >>= perturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(s.mask))
	}
}

// resize makes a table for more than minUsed elements and moves them in order.
func (s *Set) resize(minUsed int) {
	size := setMinSize
	for size <= minUsed {
		size <<= 1
	}
	old := s.table
	if size == setMinSize {
		if len(old) == setMinSize {
			if s.fill == s.used {
				return
			}
			old = append([]setEntry(nil), old...)
		}
		s.small = [8]setEntry{}
		s.table = s.small[:]
	} else {
		s.table = make([]setEntry, size)
	}
	s.mask = size - 1
	s.fill = s.used
	for i := range old {
		if old[i].key.H != nil {
			s.place(old[i].key, old[i].hash)
		}
	}
}

// Contains tells whether key is in the set.
func (s *Set) Contains(c *Ctx, key Value) (bool, *Exc) {
	h, e := dictHash(c, key)
	if e != nil {
		return false, e
	}
	j, e := s.lookup(c, key, h)
	return j >= 0, e
}

// Discard removes an element and tells whether it was there.
func (s *Set) Discard(c *Ctx, key Value) (bool, *Exc) {
	h, e := dictHash(c, key)
	if e != nil {
		return false, e
	}
	return s.discardHashed(c, key, h)
}

func (s *Set) discardHashed(c *Ctx, key Value, h int64) (bool, *Exc) {
	j, e := s.lookup(c, key, h)
	if e != nil || j < 0 {
		return false, e
	}
	s.removeAt(j)
	return true, nil
}

func (s *Set) removeAt(j int) {
	s.mods++
	s.table[j] = setEntry{hash: -1, deleted: true}
	s.used--
}

// Next walks over the elements: pos starts at 0 and is advanced.
func (s *Set) Next(pos *int) (Value, bool) {
	for i := *pos; i < len(s.table); i++ {
		if s.table[i].key.H != nil {
			*pos = i + 1
			return s.table[i].key, true
		}
	}
	*pos = len(s.table)
	return Null, false
}

// Elems lists the elements.
func (s *Set) Elems() []Value {
	out := make([]Value, 0, s.used)
	for i := range s.table {
		if s.table[i].key.H != nil {
			out = append(out, s.table[i].key)
		}
	}
	return out
}

// Clear removes all elements.
func (s *Set) Clear() {
	s.mods++
	s.small = [8]setEntry{}
	s.table = s.small[:]
	s.mask = setMinSize - 1
	s.fill, s.used, s.finger = 0, 0, 0
}

// merge adds all elements of o.
func (s *Set) merge(c *Ctx, o *Set) *Exc {
	if o == s || o.used == 0 {
		return nil
	}
	s.init()
	if (s.fill+o.used)*5 >= s.mask*3 {
		if o.used >= 1<<15 {
			if e := c.Reserve(int64(s.used+o.used) * 96); e != nil {
				return e
			}
		}
		s.resize((s.used + o.used) * 2)
	}
	s.mods++
	if s.fill == 0 && s.mask == o.mask && o.fill == o.used {
		copy(s.table, o.table)
		s.fill, s.used = o.fill, o.used
		return nil
	}
	if s.fill == 0 {
		for i := range o.table {
			if e := &o.table[i]; e.key.H != nil {
				s.place(e.key, e.hash)
			}
		}
		s.fill, s.used = o.used, o.used
		return nil
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.key.H != nil {
			if x := s.addHashed(c, e.key, e.hash); x != nil {
				return x
			}
		}
	}
	return nil
}

// Update adds the elements of any leaf iterable.
func (s *Set) Update(c *Ctx, v Value) *Exc {
	s.init()
	if o := AsSet(v); o != nil && v.H.Type.pySlots&pyIter == 0 {
		return s.merge(c, o)
	}
	if d := AsDict(v); d != nil && v.H.Type.pySlots&pyIter == 0 {
		if d.used > 0 && (s.fill+d.used)*5 >= s.mask*3 {
			s.resize((s.used + d.used) * 2)
		}
	}
	items, e := Drain(c, v)
	if e != nil {
		return e
	}
	for _, x := range items {
		if e := s.Add(c, x); e != nil {
			return e
		}
	}
	return nil
}

// Copy makes a set of class t with the same elements.
func (s *Set) Copy(c *Ctx, t *Type) *Set {
	n := newSetOf(t)
	n.merge(c, s)
	return n
}

// pop removes some element; Null when there is none.
func (s *Set) pop() Value {
	if s.used == 0 {
		return Null
	}
	i := s.finger & s.mask
	for s.table[i].key.H == nil {
		i = (i + 1) & s.mask
	}
	v := s.table[i].key
	s.removeAt(i)
	s.finger = i + 1
	return v
}

// hashFrozen combines the hashes of the elements without regard to their order.
func (s *Set) hashFrozen() int64 {
	if s.hashed {
		return s.hash
	}
	var h uint64
	shuffle := func(x uint64) uint64 { return ((x ^ 89869747) ^ (x << 16)) * 3644798167 }
	for i := range s.table {
		if s.table[i].key.H != nil {
			h ^= shuffle(uint64(s.table[i].hash))
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		h = 590923713
	}
	s.hash, s.hashed = int64(h), true
	return s.hash
}
