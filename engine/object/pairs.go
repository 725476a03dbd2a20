package object

// NextPair is Next for an iterator that makes pairs which are taken apart at once:
// enumerate, zip of two, the items of a dict. The first is Null when the iterator
// is exhausted; ok is false, and nothing has happened, where the pair must be made.
func NextPair(c *Ctx, v Value) (a, b Value, ok bool, e *Exc) {
	switch v.H.Type {
	case DictItemIterType:
		entry, e := ptr[dictIter](v).step(false)
		if entry == nil {
			return Null, Null, true, e
		}
		return entry.Key, entry.Val, true, nil
	case EnumerateType:
		en := ptr[Enumerate](v)
		if en.leaf == 0 {
			return Null, Null, false, nil
		}
		x, e := Next(c, en.Iter)
		if e != nil || x.IsNull() {
			return Null, Null, true, e
		}
		n := en.N
		if en.N, e = intAdd(c, n, Int(1)); e != nil {
			return Null, Null, true, e
		}
		return n, x, true, nil
	case ZipType:
		z := ptr[Zip](v)
		if len(z.Iters) != 2 || z.Strict || z.leaf == 0 {
			return Null, Null, false, nil
		}
		if a, e = Next(c, z.Iters[0]); e != nil || a.IsNull() {
			return Null, Null, true, e
		}
		if b, e = Next(c, z.Iters[1]); e != nil || b.IsNull() {
			return Null, Null, true, e
		}
		return a, b, true, nil
	}
	return Null, Null, false, nil
}
