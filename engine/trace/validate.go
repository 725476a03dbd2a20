package trace

import "fmt"

// Violation is a rule that a recording breaks, and where.
type Violation struct {
	Event int // -1 when it belongs to no event
	Who   Entity
	Rule  string // short name of the rule, see Validate
	Text  string
}

func (v Violation) String() string {
	return fmt.Sprintf("event %d: %s: %s", v.Event, v.Rule, v.Text)
}

// maxViolations bounds the list: a broken recording breaks in thousands of places.
const maxViolations = 100

// validator is the state of a check: a state machine for each entity.
type validator struct {
	r    *Recording
	at   int
	e    Event
	ent  []entityCheck
	core map[Entity]Entity // the thread on a core
	proc map[Entity]Entity // the thread that runs under the GIL of a process
	gil  map[Entity]bool   // processes that have a GIL
	list []Violation
}

type entityCheck struct {
	state   State
	born    bool
	changed int64  // when the state changed
	obj     Entity // of the last change
	arg     uint32
	woken   bool // somebody was recorded as the one who ends the wait
	core    Entity
	proc    Entity // computed once
}

// Validate checks a whole recording and lists everything that is wrong with it. The rules:
//
//	clock     time never goes back
//	kind      kinds of events and entities are those of the tables
//	entity    who and obj exist; nothing happens to an entity before its CREATE; one CREATE each
//	string    where arg is a string, there is such a string
//	state     states change along the table
//	repeat    a wait follows a wait only when it is for something else
//	after     nothing happens to an entity after its end, but for what it does at that very
//	          time; a WAKE may still be on its way
//	wake      who waited was woken, by a WAKE, a SWITCH, a CANCEL or the obj of its READY
//	core      one thread on a core
//	gil       one thread running in a process that has a GIL
//	span      SPANEND only after SPAN
//	end       the run does not end before its last event
//
// That intervals tile follows from state: each change ends one interval and begins the next.
func Validate(r *Recording) []Violation {
	v := &validator{
		r: r, ent: make([]entityCheck, len(r.entities)),
		core: map[Entity]Entity{}, proc: map[Entity]Entity{}, gil: map[Entity]bool{},
	}
	for e := 1; e < len(r.entities); e++ {
		info := r.entities[e]
		v.at = -1
		if info.Kind == NoEntity || info.Kind >= numEntityKinds {
			v.report(Entity(e), "kind", "entity %d has kind %d", e, info.Kind)
		}
		if int(info.Parent) >= len(r.entities) {
			v.report(Entity(e), "entity", "entity %d lives in %d, which does not exist", e, info.Parent)
		}
		if int(info.Name) >= len(r.strings) {
			v.report(Entity(e), "string", "entity %d has name %d, which does not exist", e, info.Name)
		}
		if info.Kind == GIL {
			v.gil[info.Parent] = true
		}
		v.ent[e].proc = r.Ancestor(Entity(e), Process)
	}
	depth := make([]int, len(r.entities))
	clock := int64(0)
	for i := 0; i < r.n && len(v.list) < maxViolations; i++ {
		v.at, v.e = i, r.At(i)
		if v.e.Time < clock {
			v.report(v.e.Who, "clock", "%d ns after %d ns", v.e.Time, clock)
		}
		clock = max(clock, v.e.Time)
		if !v.sane() {
			continue
		}
		switch v.e.Kind {
		case SPAN:
			depth[v.e.Who]++
		case SPANEND:
			if depth[v.e.Who]--; depth[v.e.Who] < 0 {
				v.report(v.e.Who, "span", "%s ends a span that it has not begun", v.name(v.e.Who))
				depth[v.e.Who] = 0
			}
		}
		v.event()
	}
	v.at = -1
	if r.Meta.End != 0 && r.Meta.End < clock {
		v.report(0, "end", "the run ends at %d ns, its last event is at %d ns", r.Meta.End, clock)
	}
	for e := 1; e < len(r.entities) && len(v.list) < maxViolations; e++ {
		if !v.ent[e].born {
			v.report(Entity(e), "entity", "%s has no CREATE", v.name(Entity(e)))
		}
	}
	return v.list
}

func (v *validator) report(who Entity, rule, format string, args ...any) {
	v.list = append(v.list, Violation{v.at, who, rule, fmt.Sprintf(format, args...)})
}

func (v *validator) name(e Entity) string {
	return fmt.Sprintf("%s %d %q", v.r.Entity(e).Kind, e, v.r.Name(e))
}

// sane checks that the columns of the event mean something.
func (v *validator) sane() bool {
	e := v.e
	if e.Kind == NoKind || e.Kind >= numKinds {
		v.report(e.Who, "kind", "an event of kind %d", e.Kind)
		return false
	}
	if e.Who == 0 || int(e.Who) >= len(v.ent) {
		v.report(e.Who, "entity", "%s of entity %d, which does not exist", e.Kind, e.Who)
		return false
	}
	if int(e.Obj) >= len(v.ent) {
		v.report(e.Who, "entity", "%s has obj %d, which does not exist", e.Kind, e.Obj)
		return false
	}
	if e.Obj != 0 && !v.ent[e.Obj].born {
		v.report(e.Who, "entity", "%s names %s before its CREATE", e.Kind, v.name(e.Obj))
	}
	if Kinds[e.Kind].ArgIs == ArgString && int(e.Arg) >= len(v.r.strings) {
		v.report(e.Who, "string", "%s has string %d, which does not exist", e.Kind, e.Arg)
	}
	if Kinds[e.Kind].ArgIs == ArgNone && e.Arg != 0 {
		v.report(e.Who, "string", "%s has no arg, but here %d", e.Kind, e.Arg)
	}
	return true
}

func (v *validator) event() {
	e := v.e
	c := &v.ent[e.Who]
	if e.Kind == CREATE {
		if c.born {
			v.report(e.Who, "entity", "%s is created twice", v.name(e.Who))
			return
		}
	} else if !c.born {
		v.report(e.Who, "entity", "%s of %s before its CREATE", e.Kind, v.name(e.Who))
		c.born = true
	}
	if c.state.Ended() && (e.Kind.ChangesState() || e.Time > c.changed && e.Kind != WAKE) {
		v.report(e.Who, "after", "%s of %s, which is %s", e.Kind, v.name(e.Who), c.state)
		return
	}
	switch e.Kind {
	case WAKE, SWITCH, CANCEL:
		// A DELIVER or a throw reaches whoever waits through a SWITCH or a CANCEL.
		v.ent[e.Obj].woken = true
	case DELIVER:
		c.woken = true
	}
	if e.Kind.ChangesState() {
		v.change(c)
	}
}

// change checks a change of state and makes it.
func (v *validator) change(c *entityCheck) {
	e := v.e
	info := &Kinds[e.Kind]
	if !info.from.has(c.state) {
		v.report(e.Who, "state", "%s of %s, which is %s", e.Kind, v.name(e.Who), c.state)
	}
	waited := c.state == Waiting || c.state == Locked
	waits := info.To == Waiting || info.To == Locked
	if waited && waits && c.state == info.To && c.obj == e.Obj && c.arg == e.Arg {
		v.report(e.Who, "repeat", "%s waits for the same again", v.name(e.Who))
	}
	// A READY or a further wait must have been caused by somebody; the end of a wait by RUN is
	// control coming back, which a SWITCH, or the end of the one it waits for, shows.
	if waited && info.To == Ready && !c.woken && e.Obj == 0 {
		v.report(e.Who, "wake", "%s waited and is ready; nobody has woken it", v.name(e.Who))
	}
	if waited && info.To == Running && !c.woken && c.state == Waiting && !v.returned(c.obj) {
		v.report(e.Who, "wake", "%s waited and runs; nobody has woken it", v.name(e.Who))
	}
	v.leaveCore(c)
	if info.To == Running {
		v.enterCore(c)
	}
	c.state, c.born, c.changed, c.obj, c.arg = info.To, true, e.Time, e.Obj, e.Arg
	if waits {
		c.woken = false
	}
}

// returned reports whether what an entity waited for has run and does not any more, so that
// control came back by itself.
func (v *validator) returned(obj Entity) bool {
	return obj != 0 && v.ent[obj].state != Running
}

func (v *validator) leaveCore(c *entityCheck) {
	who := v.e.Who
	if c.core != 0 && v.core[c.core] == who {
		delete(v.core, c.core)
	}
	c.core = 0
	if v.proc[c.proc] == who {
		delete(v.proc, c.proc)
	}
}

func (v *validator) enterCore(c *entityCheck) {
	e := v.e
	if v.r.Entity(e.Who).Kind != Thread {
		return
	}
	if v.r.Entity(e.Obj).Kind == Core {
		if other := v.core[e.Obj]; other != 0 {
			v.report(e.Who, "core", "%s runs on %s, where %s runs", v.name(e.Who), v.name(e.Obj), v.name(other))
		}
		v.core[e.Obj], c.core = e.Who, e.Obj
	}
	if v.gil[c.proc] {
		if other := v.proc[c.proc]; other != 0 {
			v.report(e.Who, "gil", "%s runs while %s has the GIL", v.name(e.Who), v.name(other))
		}
		v.proc[c.proc] = e.Who
	}
}
