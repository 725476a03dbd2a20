package trace

import "sort"

// Interval is a stretch of an entity's life in one state. The last one of an
// entity that has ended is its end state, up to the end of the recording.
type Interval struct {
	State      State
	Start, End int64
	First      int    // the event that began it
	Next       int    // the event that ended it; Recording.Len() when none did
	Obj        Entity // what is waited for, the core, who made it ready
	Arg        Str    // the reason of a wait, the value or exception of an end
	Loc        Loc
	Waker      Entity // who ended the wait; 0 when that is not recorded
	Cause      Str    // and how
}

// Index answers questions about a recording. It is built in one pass and holds
// the intervals of all entities.
type Index struct {
	Rec       *Recording
	intervals [][]Interval
	children  [][]Entity
}

// Index builds the index of a recording.
func (r *Recording) Index() *Index {
	x := &Index{Rec: r, intervals: make([][]Interval, len(r.entities)), children: make([][]Entity, len(r.entities))}
	for e := 1; e < len(r.entities); e++ {
		if p := r.entities[e].Parent; int(p) < len(r.entities) && int(p) != e {
			x.children[p] = append(x.children[p], Entity(e))
		}
	}
	end := r.End()
	for i := 0; i < r.n; i++ {
		e := r.At(i)
		if int(e.Who) >= len(x.intervals) {
			continue
		}
		if e.Kind == WAKE && int(e.Obj) < len(x.intervals) {
			if v := last(x.intervals[e.Obj]); v != nil && (v.State == Waiting || v.State == Locked) {
				v.Waker, v.Cause = e.Who, Str(e.Arg)
			}
		}
		if !e.Kind.ChangesState() {
			continue
		}
		if v := last(x.intervals[e.Who]); v != nil {
			v.End, v.Next = e.Time, i
			if v.Waker == 0 && (v.State == Waiting || v.State == Locked) && e.Kind == READY {
				v.Waker = e.Obj
			}
		}
		v := Interval{State: Kinds[e.Kind].To, Start: e.Time, End: end, First: i, Next: r.n, Obj: e.Obj, Loc: e.Loc}
		if Kinds[e.Kind].ArgIs == ArgString {
			v.Arg = Str(e.Arg)
		}
		x.intervals[e.Who] = append(x.intervals[e.Who], v)
	}
	return x
}

func last(list []Interval) *Interval {
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// Intervals are the states of an entity in order.
func (x *Index) Intervals(e Entity) []Interval {
	if int(e) < len(x.intervals) {
		return x.intervals[e]
	}
	return nil
}

// Children are the entities that live in e, in order of creation.
func (x *Index) Children(e Entity) []Entity {
	if int(e) < len(x.children) {
		return x.children[e]
	}
	return nil
}

// AfterEvent is the interval an entity is in when event i has happened; false before it was created.
func (x *Index) AfterEvent(e Entity, i int) (Interval, bool) {
	return find(x.Intervals(e), func(v *Interval) bool { return v.First > i })
}

// AtTime is the interval an entity is in at a time, when all events of that time have happened.
func (x *Index) AtTime(e Entity, t int64) (Interval, bool) {
	return find(x.Intervals(e), func(v *Interval) bool { return v.Start > t })
}

func find(list []Interval, after func(*Interval) bool) (Interval, bool) {
	n := sort.Search(len(list), func(i int) bool { return after(&list[i]) })
	if n == 0 {
		return Interval{}, false
	}
	return list[n-1], true
}

// EventAt is the number of events up to and including a time.
func (r *Recording) EventAt(t int64) int {
	return sort.Search(r.n, func(i int) bool { return r.At(i).Time > t })
}

// Lane is a row of a timeline.
type Lane struct {
	Entity Entity
	Depth  int
	// Group: the row is the heading of what follows it.
	Group bool
	// Hue is the number of the lane's hue, 0 to 11; -1 for groups.
	Hue int
	// Note is what else to say in the label of a group: the thread of a loop.
	Note string
}

// NumHues is how many hues there are.
const NumHues = 12

// Hues are the numbers of hues, by entity; -1 for those without. They are handed out by order of creation to everything
// that can have a lane, whether it is shown or not, so that a picture of a part has the colours of the whole. Left out
// are the only thread of a process if all it does is turn an event loop, and coroutines that never ran by themselves.
// The page's rule is the same (web/src/recording/lanes.ts).
func (r *Recording) Hues() []int {
	n := len(r.entities)
	laneKind := func(k EntityKind) bool {
		return k == Thread || k == Worker || k == Task || k == Greenlet || k == Generator || k == Coroutine || k == AsyncGen
	}
	isThread := func(k EntityKind) bool { return k == Thread || k == Worker }
	hosts, inside, threads := make([]bool, n), make([]int, n), make([]int, n)
	for e := 1; e < n; e++ {
		kind, parent := r.entities[e].Kind, r.entities[e].Parent
		if int(parent) >= n {
			continue
		}
		if kind == Loop {
			hosts[parent] = true
		} else if laneKind(kind) && !isThread(kind) {
			inside[parent]++
		}
		if isThread(kind) {
			threads[r.Ancestor(parent, Process)]++
		}
	}
	ran := make([]bool, n)
	for i := 0; i < r.n; i++ {
		if e := r.At(i); e.Kind == RUN && int(e.Who) < n {
			ran[e.Who] = true
		}
	}
	hues := make([]int, n)
	next := 0
	for e := range hues {
		hues[e] = -1
		kind := r.entities[e].Kind
		switch {
		case !laneKind(kind):
		case isThread(kind) && hosts[e] && inside[e] == 0 && threads[r.Ancestor(r.entities[e].Parent, Process)] == 1:
		case kind == Coroutine && !ran[e]:
		default:
			hues[e] = next % NumHues
			next++
		}
	}
	return hues
}

// Lanes are the rows of a timeline in their order: what lives in something stands below it.
//
// A thread that does nothing but run an event loop is told by the loop's heading and has no lane; nor
// has a process a heading when it is the only one.
func (x *Index) Lanes() []Lane {
	r := x.Rec
	hue := r.Hues()
	procs := 0
	for e := range r.entities {
		if r.entities[e].Kind == Process {
			procs++
		}
	}
	var lanes []Lane
	seen := make([]bool, len(r.entities))
	var walk func(e Entity, depth, level int)
	walk = func(e Entity, depth, level int) {
		if seen[e] || level > 64 {
			return
		}
		seen[e] = true
		kind := r.entities[e].Kind
		info := EntityKinds[min(kind, numEntityKinds-1)]
		below := depth
		switch {
		case info.Group && !(kind == Process && procs == 1):
			lane := Lane{Entity: e, Depth: depth, Group: true, Hue: -1}
			if p := r.entities[e].Parent; r.Entity(p).Kind == Thread {
				lane.Note = r.Name(p)
			}
			lanes = append(lanes, lane)
			below++
		case info.Lane && !info.Group && !(kind == Thread && x.onlyLoop(e)):
			lanes = append(lanes, Lane{Entity: e, Depth: depth, Hue: hue[e]})
		}
		for _, c := range x.children[e] {
			walk(c, below, level+1)
		}
	}
	walk(0, 0, 0)
	for e := range seen {
		walk(Entity(e), 0, 0) // what lives in a circle, or absurdly deep
	}
	return lanes
}

// onlyLoop reports whether a thread lane would only repeat what the loop in it shows.
func (x *Index) onlyLoop(e Entity) bool {
	loop := false
	for _, c := range x.children[e] {
		switch x.Rec.entities[c].Kind {
		case Loop:
			loop = true
		case Generator, Greenlet, Hub:
			return false
		}
	}
	return loop
}
