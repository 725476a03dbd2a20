package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// A trace from the roots costs as much as there are objects, and most references
// that are dropped end nothing. So a trace remembers by which way it came to each
// watched object. As long as all references along these ways are still there, all
// watched objects are alive, and nobody needs to trace: a few comparisons for each
// drop, where a program has a few watched objects. Where one reference is gone,
// the next trace either ends the object or finds another way.

// paths are the ways to the watched objects that the last trace found.
type paths struct {
	links []link           // whoever refers stands before what it refers to
	fresh []*object.Header // watched since, by ways that are not known yet
	room  []node           // for the next trace
}

// link is a frame or an object on the way to a watched object.
type link struct {
	p       unsafe.Pointer
	from    int32 // who refers to it: the number of a link, or one of from…
	nth     int32 // where it was found among what that refers to
	watched bool
	frame   bool
	needed  bool // leads to an object that is watched still
	active  bool // the frame is on a chain, or another root is one still
	spread  bool // what it refers to is marked
}

// Where ways begin.
const (
	fromModules int32 = -1 - iota // sys.modules
	fromFrame                     // the frame of a thread
	fromOther                     // what Runtime.otherRoots visits
	fromDead                      // nowhere
)

// learn takes over the ways that m has found: those to its first live nodes
// begin at roots. alone are objects that were not among them.
func (p *paths) learn(m *marker, live int, alone []*object.Header) {
	p.links, p.fresh = p.links[:0], p.fresh[:0]
	number := make(map[int32]int32)
	var way []int32
	for _, i := range m.found {
		h := (*object.Header)(m.nodes[i].p)
		if int(i) >= live || h.Flags&object.FlagWatched == 0 {
			continue
		}
		way = way[:0]
		at, known := i, false
		var from int32
		for {
			if from, known = number[at]; known {
				break
			}
			way = append(way, at)
			if at = m.nodes[at].from; at < 0 {
				from = at
				break
			}
		}
		if from == fromDead {
			p.fresh = append(p.fresh, h)
			continue
		}
		for k := len(way) - 1; k >= 0; k-- {
			n := m.nodes[way[k]]
			number[way[k]] = int32(len(p.links))
			p.links = append(p.links, link{p: n.p, from: from, nth: n.nth, frame: n.from == fromFrame})
			from = number[way[k]]
		}
		p.links[from].watched = true
	}
	for _, h := range alone {
		if h.Flags&object.FlagWatched != 0 {
			p.fresh = append(p.fresh, h)
		}
	}
	p.room = nil
	if cap(m.nodes) <= 1<<14 {
		clear(m.nodes)
		p.room = m.nodes
	}
}

// stillHeld tells whether every watched object is referred to along a way that
// is known. False says nothing but that a trace must tell.
func (t *Thread) stillHeld() bool {
	rt := t.RT
	p := &rt.paths
	for len(p.fresh) > 0 {
		h := p.fresh[len(p.fresh)-1]
		if h.Flags&object.FlagWatched != 0 && !t.findHolder(h) {
			return false
		}
		p.fresh = p.fresh[:len(p.fresh)-1]
	}
	frames, others, needed := 0, 0, 0
	for i := len(p.links) - 1; i >= 0; i-- {
		l := &p.links[i]
		if l.watched && (*object.Header)(l.p).Flags&object.FlagWatched != 0 {
			l.needed = true
		}
		if !l.needed {
			continue
		}
		needed++
		switch {
		case l.from >= 0:
			p.links[l.from].needed = true
		case l.from == fromFrame:
			frames++
		case l.from == fromOther:
			others++
		}
	}
	if len(p.links) > 2*needed+64 {
		p.prune()
	}
	if frames > 0 && !t.framesActive(frames) {
		p.reset()
		return false
	}
	if others > 0 {
		rt.epoch++
		rt.otherRoots(rt.markFound)
		for i := range p.links {
			if l := &p.links[i]; l.needed && l.from == fromOther {
				l.active = (*object.Header)(l.p).Mark == rt.epoch
			}
		}
	}
	rt.epoch++
	held := true
	for i := range p.links {
		l := &p.links[i]
		if !l.needed {
			continue
		}
		if l.from >= 0 && !rt.refers(&p.links[l.from], l) || l.from == fromOther && !l.active {
			held = false
			break
		}
	}
	p.reset()
	return held
}

// reset forgets what one look at the ways has noted.
func (p *paths) reset() {
	for i := range p.links {
		l := &p.links[i]
		l.needed, l.active, l.spread = false, false, false
	}
}

// prune removes the links that lead to nothing that is watched still.
func (p *paths) prune() {
	number := make([]int32, len(p.links))
	n := int32(0)
	for i, l := range p.links {
		if !l.needed {
			continue
		}
		if l.from >= 0 {
			l.from = number[l.from]
		}
		number[i] = n
		p.links[n] = l
		n++
	}
	clear(p.links[n:])
	p.links = p.links[:n]
}

// framesActive tells whether the n needed frames are on the chains of threads.
func (t *Thread) framesActive(n int) bool {
	links := t.RT.paths.links
	first := 0
	for _, th := range t.RT.Threads {
		for f := th.top; f != nil; f = f.Back {
			for i, seen := first, 0; i < len(links) && seen < 8; i++ {
				l := &links[i]
				if !l.needed || l.from != fromFrame || l.active {
					continue
				}
				if seen++; l.p == unsafe.Pointer(f) {
					l.active = true
					if n--; n == 0 {
						return true
					}
					if seen == 1 {
						first = i + 1
					}
					seen--
				}
			}
		}
	}
	return false
}

// markFound marks what is visited, unless it is one of the values without an object.
func (rt *Runtime) markFound(v Value) {
	switch v.H {
	case nil, &object.IntHeader, &object.FloatHeader, &object.BoolHeader, &unseen:
		return
	}
	if v.H.Type.Traverse != nil || v.H.Type.AttrOffset != 0 || v.H.Flags&object.FlagWatched != 0 || AsGenerator(v) != nil {
		v.H.Mark = rt.epoch
	}
}

// refers tells whether the object or frame of link by, which is alive, refers to that of l.
func (rt *Runtime) refers(by, l *link) bool {
	h, nth := (*object.Header)(l.p), int(l.nth)
	if by.frame {
		return frameRefers((*Frame)(by.p), h, &l.nth)
	}
	v := object.Obj((*object.Header)(by.p))
	tp := v.H.Type
	var elems []Value
	switch {
	case AsGenerator(v) != nil:
		if f := asGen(v).Frame; f != nil && frameRefers(f, h, &l.nth) {
			return true
		}
	case tp.Layout == object.LayoutList:
		elems = object.AsList(v).Elems
	case tp.Layout == object.LayoutTuple:
		elems = object.AsTuple(v).Elems
	case tp.Layout == object.LayoutDict:
		if object.AsDict(v).RefersAt(nth/2, h) {
			return true
		}
	case tp.Layout == object.LayoutObject && tp.IsHeap() && tp.AttrOffset != 0:
		elems = attrsAt(v, tp).Vals
	}
	if nth < len(elems) && elems[nth].H == h {
		return true
	}
	if !by.spread {
		by.spread = true
		referents(v, rt.markFound)
	}
	return h.Mark == rt.epoch
}

// frameRefers tells whether f refers to h; nth is where it did.
func frameRefers(f *Frame, h *object.Header, nth *int32) bool {
	if f.native != nil {
		found := false
		if tr, ok := f.native.(Traverser); ok {
			tr.Traverse(func(v Value) { found = found || v.H == h })
		}
		return found
	}
	slots := f.Slots[:max(f.sp, f.Code.NFast)]
	if n := int(*nth); n < len(slots) && slots[n].H == h {
		return true
	}
	for i := range slots {
		if slots[i].H == h {
			*nth = int32(i)
			return true
		}
	}
	return f.NS.H == h || f.retVal.H == h || f.Globals != nil && &f.Globals.Header == h || f.Locals != nil && &f.Locals.Header == h ||
		f.Fn != nil && &f.Fn.Header == h || f.Gen != nil && &f.Gen.Header == h
}

// findHolder looks for a way to h in the innermost frames: their variables and
// operands, what those hold, and global variables.
func (t *Thread) findHolder(h *object.Header) bool {
	p := &t.RT.paths
	f := t.top
	for n := 0; f != nil && n < 4; f, n = f.Back, n+1 {
		if f.native != nil || f.Code == nil {
			continue
		}
		slots := f.Slots[:max(f.sp, f.Code.NFast)]
		for i := range slots {
			if slots[i].H == h {
				p.add(p.frame(f), h, i, true)
				return true
			}
		}
		for i, v := range slots {
			if k := indexIn(v, h); k >= 0 {
				p.add(p.add(p.frame(f), v.H, i, false), h, k, true)
				return true
			}
		}
		if k := f.Globals.IndexOf(h); k >= 0 {
			p.add(p.add(p.frame(f), &f.Globals.Header, 0, false), h, 2*k, true)
			return true
		}
	}
	return false
}

// indexIn is where a small container or instance refers to h, or -1.
func indexIn(v Value, h *object.Header) int {
	if v.H == nil {
		return -1
	}
	tp := v.H.Type
	var elems []Value
	switch tp.Layout {
	case object.LayoutList:
		elems = object.AsList(v).Elems
	case object.LayoutTuple:
		elems = object.AsTuple(v).Elems
	case object.LayoutDict:
		if d := object.AsDict(v); d.Len() <= 64 {
			if k := d.IndexOf(h); k >= 0 {
				return 2 * k
			}
		}
	case object.LayoutObject:
		if tp.IsHeap() && tp.AttrOffset != 0 {
			elems = attrsAt(v, tp).Vals
		}
	}
	if len(elems) <= 64 {
		for i := range elems {
			if elems[i].H == h {
				return i
			}
		}
	}
	return -1
}

// frame is the link of a frame on a thread's chain.
func (p *paths) frame(f *Frame) int32 {
	for i := len(p.links) - 1; i >= max(0, len(p.links)-64); i-- {
		if l := &p.links[i]; l.from == fromFrame && l.p == unsafe.Pointer(f) {
			return int32(i)
		}
	}
	p.links = append(p.links, link{p: unsafe.Pointer(f), from: fromFrame, frame: true})
	return int32(len(p.links) - 1)
}

func (p *paths) add(from int32, h *object.Header, nth int, watched bool) int32 {
	p.links = append(p.links, link{p: unsafe.Pointer(h), from: from, nth: int32(nth), watched: watched})
	return int32(len(p.links) - 1)
}
