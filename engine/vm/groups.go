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
			match.Traceback = exc.Traceback
		}
		f.push(object.None)
		f.push(match.Value())
		t.handled = match
		return nil
	}
	if exc.Type.IsSubtype(object.BaseExceptionGroup) {
		match, rest := splitGroup(exc, func(x *Exc) bool {
			ok, _ := excMatches(x, cls, false)
			return ok
		})
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

// splitGroup divides the leaves of a group by a test, keeping its structure;
// nil for an empty half.
func splitGroup(g *Exc, test func(*Exc) bool) (match, rest *Exc) {
	if test(g) {
		return g, nil
	}
	var yes, no []Value
	for _, v := range g.GroupExceptions() {
		x := object.AsExc(v)
		if x.Type.IsSubtype(object.BaseExceptionGroup) {
			m, r := splitGroup(x, test)
			if m != nil {
				yes = append(yes, m.Value())
			}
			if r != nil {
				no = append(no, r.Value())
			}
		} else if test(x) {
			yes = append(yes, v)
		} else {
			no = append(no, v)
		}
	}
	return deriveGroup(g, yes), deriveGroup(g, no)
}

func deriveGroup(g *Exc, members []Value) *Exc {
	if len(members) == 0 {
		return nil
	}
	d := g.DeriveGroup(members)
	d.Traceback, d.Cause, d.Context, d.Suppress = g.Traceback, g.Cause, g.Context, g.Suppress
	d.Notes = g.Notes
	return d
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
		rest = project(orig, keep)
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
func project(g *Exc, keep map[*Exc]bool) *Exc {
	m, _ := splitGroup(g, func(x *Exc) bool {
		return !x.Type.IsSubtype(object.BaseExceptionGroup) && keep[x]
	})
	return m
}
