package vm

import "loopscope/engine/object"

// except* (PEP 654).

// checkEGMatch is the test of an except* clause: exc type -> rest match.
func (t *Thread) checkEGMatch(f *Frame) *Exc {
	cls := f.pop()
	ev := f.pop()
	if ev.IsNone() {
		f.push(object.None)
		f.push(object.None)
		return nil
	}
	exc := object.AsExc(ev)
	whole, e := excMatches(exc, cls, true)
	if e != nil {
		return e
	}
	if whole {
		match := exc
		if !exc.Type.IsSubtype(object.BaseExceptionGroup) {
			match = object.NewGroup("", []Value{ev})
			match.Args[1] = object.NewTuple([]Value{ev})
			match.Traceback = exc.Traceback
		}
		f.push(object.None)
		f.push(match.Value())
		t.handled = match
		return nil
	}
	if exc.Type.IsSubtype(object.BaseExceptionGroup) {
		match, rest, e := object.SplitGroup(t.RT.Ctx, exc, func(x *Exc) (bool, *Exc) { return excMatches(x, cls, false) })
		if e != nil {
			return e
		}
		if match != nil {
			if rest != nil {
				f.push(rest.Value())
			} else {
				f.push(object.None)
			}
			f.push(match.Value())
			t.handled = match
			return nil
		}
	}
	f.push(ev)
	f.push(object.None)
	return nil
}

// prepReraiseStar is PREP_RERAISE_STAR: original, list of what the clauses
// raised and of what they left -> what is raised at the end, or None.
func (t *Thread) prepReraiseStar(f *Frame) *Exc {
	list := object.AsList(f.pop()).Elems
	orig := object.AsExc(f.pop())
	if !orig.Type.IsSubtype(object.BaseExceptionGroup) {
		// A naked exception: at most one thing is there.
		for _, v := range list {
			if !v.IsNone() {
				f.push(v)
				return nil
			}
		}
		f.push(object.None)
		return nil
	}
	var raised []Value
	var left []*Exc
	for _, v := range list {
		if v.IsNone() {
			continue
		}
		x := object.AsExc(v)
		if sameOrigin(x, orig) {
			left = append(left, x)
		} else {
			raised = append(raised, v)
		}
	}
	var rest *Exc
	if len(left) > 0 {
		keep := map[*Exc]bool{}
		for _, x := range left {
			collectLeaves(x, keep)
		}
		var e *Exc
		if rest, e = t.project(orig, keep); e != nil {
			return e
		}
	}
	if len(raised) == 0 {
		if rest == nil {
			f.push(object.None)
		} else {
			f.push(rest.Value())
		}
		return nil
	}
	if rest != nil {
		raised = append(raised, rest.Value())
	}
	g := object.NewGroup("", raised)
	f.push(g.Value())
	return nil
}

// sameOrigin tells whether x is a part of orig that was raised again.
func sameOrigin(x, orig *Exc) bool {
	if x == orig {
		return true
	}
	return x.Type.IsSubtype(object.BaseExceptionGroup) && x.Traceback == orig.Traceback && x.Cause == orig.Cause && x.Context == orig.Context
}

func collectLeaves(x *Exc, into map[*Exc]bool) {
	if !x.Type.IsSubtype(object.BaseExceptionGroup) {
		into[x] = true
		return
	}
	for _, v := range x.GroupExceptions() {
		collectLeaves(object.AsExc(v), into)
	}
}

// project is the part of group g whose leaves are in keep.
func (t *Thread) project(g *Exc, keep map[*Exc]bool) (*Exc, *Exc) {
	m, _, e := object.SplitGroup(t.RT.Ctx, g, func(x *Exc) (bool, *Exc) {
		return !x.Type.IsSubtype(object.BaseExceptionGroup) && keep[x], nil
	})
	return m, e
}
