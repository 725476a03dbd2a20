package object

// Dict is a dict: its entries in order of insertion, and an index of them by
// hash. Up to smallDict entries are searched one by one, without an index.
type Dict struct {
	Header
	entries []Entry
	index   []int32 // position in entries plus 1; 0 free, -1 deleted
	used    int
	filled  int // slots of index that are not 0
	// KeysVersion changes when a key is inserted or deleted; no two dicts share one.
	KeysVersion uint32
	// mods counts structural changes made during a probe that ran Python.
	mods uint32
}

// Entry is an item of a Dict; Key is Null where one was deleted.
type Entry struct {
	Key, Val Value
	Hash     int64
}

const smallDict = 8

// dictVersion makes KeysVersions. It is shared by all runs: nobody can see more
// of it than that versions differ.
var dictVersion uint32

// NewDict makes an empty dict.
func NewDict() *Dict {
	dictVersion++
	return &Dict{Header: Header{Type: DictType}, KeysVersion: dictVersion}
}

// Value is d as a value.
func (d *Dict) Value() Value { return Value{H: &d.Header} }

// Len is the number of items.
func (d *Dict) Len() int { return d.used }

func (d *Dict) changed() {
	dictVersion++
	d.KeysVersion = dictVersion
	d.mods++
}

// slotOf is where the search for a hash begins in an index of that size (a power of 2).
func slotOf(h int64, size int) int {
	x := uint64(h) * 0x9E3779B97F4A7C15
	return int(x>>33) & (size - 1)
}

// reindex rebuilds entries without holes, and the index.
func (d *Dict) reindex() {
	if d.used != len(d.entries) {
		kept := d.entries[:0]
		if cap(d.entries) > 4*d.used+16 {
			kept = make([]Entry, 0, d.used+d.used/2)
		}
		for i := range d.entries {
			if d.entries[i].Key.H != nil {
				kept = append(kept, d.entries[i])
			}
		}
		clear(d.entries[min(len(kept), len(d.entries)):])
		d.entries = kept
	}
	if d.used <= smallDict {
		d.index = nil
		return
	}
	size := 32
	for size < d.used*3 {
		size *= 2
	}
	if len(d.index) == size {
		clear(d.index)
	} else {
		d.index = make([]int32, size)
	}
	d.filled = d.used
	for i := range d.entries {
		j := slotOf(d.entries[i].Hash, size)
		for d.index[j] != 0 {
			j = (j + 1) & (size - 1)
		}
		d.index[j] = int32(i) + 1
	}
}

// FindStr is the position of a str key among the entries, or -1. See EntryAt.
func (d *Dict) FindStr(name *Str) int {
	h := &name.Header
	if d.index == nil {
		for i := range d.entries {
			if d.entries[i].Key.H == h {
				return i
			}
		}
		hash := int64(name.hash32())
		for i := range d.entries {
			e := &d.entries[i]
			if e.Hash == hash && sameStr(e.Key, name) {
				return i
			}
		}
		return -1
	}
	hash := int64(name.hash32())
	size := len(d.index)
	for j := slotOf(hash, size); ; j = (j + 1) & (size - 1) {
		i := d.index[j]
		if i == 0 {
			return -1
		}
		if i < 0 {
			continue
		}
		e := &d.entries[i-1]
		if e.Key.H == h || e.Hash == hash && sameStr(e.Key, name) {
			return int(i) - 1
		}
	}
}

// sameStr tells whether a key with the right hash is that str.
func sameStr(k Value, s *Str) bool {
	if k.H == nil || k.H.Type.Layout != LayoutStr {
		return false
	}
	ks := ptr[Str](k)
	return ks.Text == s.Text && !(k.H.Flags&s.Flags&FlagInterned != 0) && !k.H.Type.pyCompare()
}

// EntryAt is the entry at a position that FindStr answered. It stays valid until
// KeysVersion changes.
func (d *Dict) EntryAt(i int) *Entry { return &d.entries[i] }

// Holds tells whether v itself is one of the values.
func (d *Dict) Holds(v Value) bool {
	for i := range d.entries {
		if d.entries[i].Val.H == v.H && d.entries[i].Val.N == v.N {
			return true
		}
	}
	return false
}

// GetStr looks a str key up.
func (d *Dict) GetStr(name *Str) (Value, bool) {
	if i := d.FindStr(name); i >= 0 {
		return d.entries[i].Val, true
	}
	return Null, false
}

// SetStr sets the value of a str key.
func (d *Dict) SetStr(name *Str, v Value) {
	if i := d.FindStr(name); i >= 0 {
		d.entries[i].Val = v
		return
	}
	d.insert(name.Value(), v, int64(name.hash32()))
}

// DelStr removes a str key and tells whether it was there.
func (d *Dict) DelStr(name *Str) bool {
	i := d.FindStr(name)
	if i >= 0 {
		d.removeAt(i)
	}
	return i >= 0
}

// insert adds a key known to be absent.
func (d *Dict) insert(k, v Value, hash int64) {
	d.changed()
	if len(d.entries) == cap(d.entries) && d.used < len(d.entries)-len(d.entries)/4 {
		d.reindex() // a quarter of the entries are holes: close them rather than grow
	}
	d.entries = append(d.entries, Entry{k, v, hash})
	d.used++
	if d.index == nil {
		if len(d.entries) > smallDict {
			d.reindex()
		}
		return
	}
	size := len(d.index)
	if len(d.entries)*2 > size {
		d.reindex()
		return
	}
	j := slotOf(hash, size)
	for d.index[j] > 0 {
		j = (j + 1) & (size - 1)
	}
	if d.index[j] == 0 {
		if d.filled++; d.filled*4 > size*3 { // many deleted ones: searches need free slots to end
			d.reindex()
			return
		}
	}
	d.index[j] = int32(len(d.entries))
}

// removeAt removes the entry at position i.
func (d *Dict) removeAt(i int) {
	d.changed()
	e := &d.entries[i]
	if d.index != nil {
		size := len(d.index)
		j := slotOf(e.Hash, size)
		for d.index[j] != int32(i)+1 {
			j = (j + 1) & (size - 1)
		}
		d.index[j] = -1
	}
	*e = Entry{}
	d.used--
	if d.used == 0 {
		d.entries = d.entries[:0]
		d.index = nil
		return
	}
	for n := len(d.entries); n > 0 && d.entries[n-1].Key.H == nil; n-- {
		d.entries = d.entries[:n-1] // an index slot pointing here is already -1
	}
}

// find is the position of a key with its hash, or -1. A user's __eq__ may run
// and change the dict; the search then begins again.
func (d *Dict) find(c *Ctx, k Value, hash int64) (int, *Exc) {
again:
	mods := d.mods
	if d.index == nil {
		for i := 0; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.Hash == hash && e.Key.H != nil {
				if e.Key == k {
					return i, nil
				}
				eq, exc := probeEqual(c, e.Key, k)
				if exc != nil {
					return -1, exc
				}
				if d.mods != mods {
					goto again
				}
				if eq {
					return i, nil
				}
			}
		}
		return -1, nil
	}
	size := len(d.index)
	for j := slotOf(hash, size); ; j = (j + 1) & (size - 1) {
		i := d.index[j]
		if i == 0 {
			return -1, nil
		}
		if i < 0 {
			continue
		}
		e := &d.entries[i-1]
		if e.Hash != hash {
			continue
		}
		if e.Key == k {
			return int(i) - 1, nil
		}
		eq, exc := probeEqual(c, e.Key, k)
		if exc != nil {
			return -1, exc
		}
		if d.mods != mods {
			goto again
		}
		if eq {
			return int(i) - 1, nil
		}
	}
}

// KeyHash is hash(v) where nothing can wait: a __hash__ in Python runs nested, as in a probe.
func KeyHash(c *Ctx, v Value) (int64, *Exc) {
	if v.H.Type.pySlots&pyHash == 0 {
		return Hash(c, v)
	}
	if c.Nested == nil {
		return 0, NeedVM
	}
	r, e := c.Nested(v.H.Type.Lookup(strHash), v)
	if e != nil {
		return 0, e
	}
	return HashResult(r)
}

// KeyEqual is a == b where nothing can wait, as in a probe.
func KeyEqual(c *Ctx, a, b Value) (bool, *Exc) { return probeEqual(c, a, b) }

// dictHash is the hash by which dicts and sets find k. For str and bytes it does
// not depend on the seed, so that names and constants need no context, and sets
// keep their order; a user's __hash__ that passes on hash(str) is mapped back to it.
func dictHash(c *Ctx, k Value) (int64, *Exc) {
	t := k.H.Type
	if t == StrType {
		return int64(ptr[Str](k).hash32()), nil
	}
	if k.H == &IntHeader {
		return hashInt64(k.Int64()), nil
	}
	if t.pySlots&pyHash == 0 {
		switch t.Layout {
		case LayoutStr:
			return int64(ptr[Str](k).hash32()), nil
		case LayoutBytes:
			return int64(hashText(ptr[Bytes](k).Data)), nil
		case LayoutTuple:
			if e := c.enter("in hash"); e != nil {
				return 0, e
			}
			defer c.leave()
			return hashTuple(c, ptr[Tuple](k).Elems, dictHash)
		}
		if g := AsGenericAlias(k); g != nil {
			return hashTuple(c, append([]Value{g.Origin}, g.Args...), dictHash)
		}
		return Hash(c, k)
	}
	if c.Nested == nil {
		return 0, NeedVM
	}
	r, e := c.Nested(t.Lookup(strHash), k)
	if e != nil {
		return 0, e
	}
	h, e := HashResult(r)
	if e == nil {
		if u := unmixHash(h, c.HashSeed); u>>32 == 0 {
			return int64(u), nil
		}
	}
	return h, e
}

// Get looks a key up.
func (d *Dict) Get(c *Ctx, k Value) (Value, bool, *Exc) {
	if k.H.Type == StrType {
		s := ptr[Str](k)
		if i := d.FindStr(s); i >= 0 {
			return d.entries[i].Val, true, nil
		}
		if !d.hasForeign(int64(s.hash32())) {
			return Null, false, nil
		}
	}
	h, e := dictHash(c, k)
	if e != nil {
		return Null, false, e
	}
	i, e := d.find(c, k, h)
	if e != nil || i < 0 {
		return Null, false, e
	}
	return d.entries[i].Val, true, nil
}

// hasForeign tells whether a key with this hash is not a plain str, so that only
// a full comparison can tell whether it equals one.
func (d *Dict) hasForeign(hash int64) bool {
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.Hash == hash && e.Key.H != nil && e.Key.H.Type != StrType {
				return true
			}
		}
		return false
	}
	size := len(d.index)
	for j := slotOf(hash, size); d.index[j] != 0; j = (j + 1) & (size - 1) {
		if i := d.index[j]; i > 0 && d.entries[i-1].Hash == hash && d.entries[i-1].Key.H.Type != StrType {
			return true
		}
	}
	return false
}

// Set sets the value of a key.
func (d *Dict) Set(c *Ctx, k, v Value) *Exc {
	h, e := dictHash(c, k)
	if e != nil {
		return e
	}
	return d.setHashed(c, k, v, h)
}

func (d *Dict) setHashed(c *Ctx, k, v Value, h int64) *Exc {
	i, e := d.find(c, k, h)
	if e != nil {
		return e
	}
	if i >= 0 {
		d.entries[i].Val = v
		return nil
	}
	if d.used >= 1<<16 && d.used&(d.used-1) == 0 {
		if e := c.Reserve(int64(d.used) * 48); e != nil {
			return e
		}
	}
	d.insert(k, v, h)
	return nil
}

// Delete removes a key and tells whether it was there.
func (d *Dict) Delete(c *Ctx, k Value) (bool, *Exc) {
	_, found, e := d.pop(c, k)
	return found, e
}

func (d *Dict) pop(c *Ctx, k Value) (Value, bool, *Exc) {
	h, e := dictHash(c, k)
	if e != nil {
		return Null, false, e
	}
	i, e := d.find(c, k, h)
	if e != nil || i < 0 {
		return Null, false, e
	}
	v := d.entries[i].Val
	d.removeAt(i)
	return v, true, nil
}

// Next walks over the items: pos starts at 0 and is advanced.
func (d *Dict) Next(pos *int) (k, v Value, ok bool) {
	for i := *pos; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.Key.H != nil {
			*pos = i + 1
			return e.Key, e.Val, true
		}
	}
	*pos = len(d.entries)
	return Null, Null, false
}

// Copy makes a dict with the same items; it is a plain dict.
func (d *Dict) Copy() *Dict {
	n := NewDict()
	n.entries = append(make([]Entry, 0, d.used), d.entries...)
	n.used = d.used
	if d.used != len(d.entries) || d.index == nil {
		n.reindex()
	} else {
		n.index = append([]int32(nil), d.index...)
		n.filled = d.filled
	}
	return n
}

// Clear removes all items.
func (d *Dict) Clear() {
	d.changed()
	d.entries, d.index, d.used = nil, nil, 0
}

// Update copies all items of o into d.
func (d *Dict) Update(c *Ctx, o *Dict) *Exc {
	if o == d {
		return nil
	}
	for pos := 0; ; {
		k, v, ok := o.Next(&pos)
		if !ok {
			return nil
		}
		h := o.entries[pos-1].Hash
		if e := d.setHashed(c, k, v, h); e != nil {
			return e
		}
	}
}

// RefersAt tells whether the entry at position i, if there is one, has h as its key or value.
func (d *Dict) RefersAt(i int, h *Header) bool {
	return i < len(d.entries) && (d.entries[i].Val.H == h || d.entries[i].Key.H == h)
}

// IndexOf is the position of an entry that has h as its key or value, or -1.
func (d *Dict) IndexOf(h *Header) int {
	for i := range d.entries {
		if d.entries[i].Val.H == h || d.entries[i].Key.H == h {
			return i
		}
	}
	return -1
}
