package object

// The buffer protocol: objects that show their memory to others. A class that does so has the slot
// Memory. What only wants to read the bytes of an object asks BytesLike; a MemoryView shows the
// memory itself, and while one exists an object that could change its size must not.

// Memory is what an object shows of its contents.
type Memory struct {
	Text string // the contents of an object that never changes
	Data []byte // those of one that does
	// Exports knows the views of an object that can change its size; nil for the others.
	Exports *Exports
	Format  string // of an item, as module struct has it; "" for unsigned bytes
	Size    int    // bytes of an item; 0 for one
}

// writable tells whether views may change the contents.
func (m *Memory) writable() bool { return m.Data != nil }

// MemoryOf is what v shows of itself; false for what is not a bytes-like object, and for a view that
// has been released.
func MemoryOf(v Value) (Memory, bool) {
	if v.H == nil || v.H.Type.Memory == nil {
		return Memory{}, false
	}
	if m := exact[MemoryView](v, MemoryViewType); m != nil && m.Obj.IsNull() {
		return Memory{}, false
	}
	m := v.H.Type.Memory(v)
	if m.Format == "" {
		m.Format = "B"
	}
	if m.Size == 0 {
		m.Size = 1
	}
	return m, true
}

// BytesLike is the contents of a bytes, bytearray, memoryview or other object with memory, as a
// string that is a snapshot.
func BytesLike(v Value) (string, bool) {
	if b := AsBytes(v); b != nil {
		return b.Data, true
	}
	if b := AsByteArray(v); b != nil {
		return string(b.Data), true
	}
	if m := exact[MemoryView](v, MemoryViewType); m != nil {
		return m.text(), !m.Obj.IsNull()
	}
	m, ok := MemoryOf(v)
	if m.Data != nil {
		return string(m.Data), ok
	}
	return m.Text, ok
}

// Exports are the views of an object, as far as they may still be in use. It does not keep them alive.
type Exports struct {
	views []*MemoryView
}

const manyViews = 64

// add notes a view.
func (x *Exports) add(c *Ctx, m *MemoryView) {
	if n := len(x.views); n >= manyViews && n == cap(x.views) {
		x.prune(c)
	}
	x.views = append(x.views, m)
}

// InUse tells whether a view shows the object, so that it must not change its size.
func (x *Exports) InUse(c *Ctx) bool {
	return len(x.views) > 0 && x.prune(c) && len(x.views) > 0
}

// Resizable answers the BufferError for a bytearray that is to change its size while a view shows it.
func (x *Exports) Resizable(c *Ctx) *Exc {
	if !x.InUse(c) {
		return nil
	}
	return NewExc(BufferError, "Existing exports of data: object cannot be re-sized")
}

// prune forgets the views that were released and those that nobody can reach any more. It answers
// false when that cannot be told, because built-in code is under way that hides what it holds.
func (x *Exports) prune(c *Ctx) bool {
	kept := x.views[:0]
	for _, m := range x.views {
		if !m.Obj.IsNull() {
			kept = append(kept, m)
		}
	}
	clear(x.views[len(kept):])
	x.views = kept
	if len(kept) == 0 || c.Reached == nil {
		return true
	}
	reached, ok := c.Reached()
	if !ok {
		return false
	}
	kept = kept[:0]
	for _, m := range x.views {
		if reached(Obj(&m.Header)) {
			kept = append(kept, m)
		}
	}
	clear(x.views[len(kept):])
	x.views = kept
	return true
}
