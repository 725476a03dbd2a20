package trace

import (
	"fmt"
	"strconv"
	"strings"
)

// Moment is a place in a recording.
type Moment struct {
	Event int
	Time  int64
	Lane  Entity // 0 when the query names no lane
}

// FindMoment finds the moment that a query describes. A query is LANE/WHAT or LANE/WHAT#N:
//
//	LANE    the name of an entity; with @K at its end, the K-th of that name (from 1); * for anybody
//	WHAT    the name of an event kind such as run, wait or cancelled: an event of the lane
//	        line:N, an event of the lane at line N of the first file (line:FILE:N of another one)
//	        out:TEXT, a piece of output of the lane, on stdout or stderr, that contains TEXT
//	N       which one of those that match: 2 is the second, -1 the last, 1 if it is left out
//
// Names may contain slashes and texts anything: of all ways to read a query, the first that names an
// existing lane counts.
func (r *Recording) FindMoment(query string) (Moment, error) {
	var why error
	for i := 0; i < len(query); i++ {
		if query[i] != '/' {
			continue
		}
		match, err := r.parseWhat(query[i+1:])
		if err != nil {
			why = first(why, err)
			continue
		}
		lane, ok := r.findLane(query[:i])
		if !ok {
			why = first(why, fmt.Errorf("moment %q: there is no %q in the recording", query, query[:i]))
			continue
		}
		return r.match(query, lane, match)
	}
	if why == nil {
		why = fmt.Errorf("moment %q: want LANE/WHAT, for instance main/run#2", query)
	}
	return Moment{}, why
}

func first(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// what is the parsed right side of a query.
type what struct {
	kind Kind
	loc  Loc
	text string // of out:
	nth  int
}

func (r *Recording) parseWhat(s string) (what, error) {
	w := what{nth: 1}
	// A text may end in #3 itself; then the number has to be given.
	if i := strings.LastIndexByte(s, '#'); i >= 0 {
		if n, err := strconv.Atoi(s[i+1:]); err == nil && n != 0 {
			w.nth, s = n, s[:i]
		}
	}
	if text, ok := strings.CutPrefix(s, "out:"); ok {
		if text == "" {
			return w, fmt.Errorf("moment: out: needs a text")
		}
		w.text = text
		return w, nil
	}
	if rest, ok := strings.CutPrefix(s, "line:"); ok {
		file := 0
		if name, line, ok := cutLast(rest, ":"); ok {
			rest, file = line, -1
			for i, f := range r.Meta.Files {
				if f == name {
					file = i
				}
			}
			if file < 0 {
				return w, fmt.Errorf("moment: there is no file %q", name)
			}
		}
		n, err := strconv.Atoi(rest)
		if w.loc = MakeLoc(file, n); err != nil || w.loc == 0 {
			return w, fmt.Errorf("moment: %q is no line", rest)
		}
		return w, nil
	}
	if w.kind = KindByName(s); w.kind == NoKind {
		return w, fmt.Errorf("moment: there are no events of kind %q", s)
	}
	return w, nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// laneRank orders entities of one name: lanes, then groups of lanes, then the rest.
func laneRank(k EntityKind) int {
	switch info := EntityKinds[min(k, numEntityKinds-1)]; {
	case info.Lane && !info.Group:
		return 0
	case info.Lane:
		return 1
	}
	return 2
}

// findLane finds an entity by its name.
func (r *Recording) findLane(name string) (Entity, bool) {
	if name == "*" {
		return 0, true
	}
	if e := r.named(name, 1); e != 0 {
		return e, true
	}
	if base, k, ok := cutLast(name, "@"); ok {
		if n, err := strconv.Atoi(k); err == nil && n > 0 {
			if e := r.named(base, n); e != 0 {
				return e, true
			}
		}
	}
	return 0, false
}

func (r *Recording) named(name string, nth int) Entity {
	for rank := 0; rank < 3; rank++ {
		n := nth
		for e := 1; e < len(r.entities); e++ {
			info := r.entities[e]
			if laneRank(info.Kind) == rank && r.String(info.Name) == name {
				if n--; n == 0 {
					return Entity(e)
				}
			}
		}
	}
	return 0
}

func (r *Recording) match(query string, lane Entity, w what) (Moment, error) {
	var found []int
	for i := 0; i < r.n; i++ {
		e := r.At(i)
		if lane != 0 && e.Who != lane {
			continue
		}
		switch {
		case w.text != "":
			if e.Kind != OUT && e.Kind != ERR || !strings.Contains(r.String(Str(e.Arg)), w.text) {
				continue
			}
		case w.loc != 0:
			if e.Loc != w.loc {
				continue
			}
		case e.Kind != w.kind:
			continue
		}
		found = append(found, i)
		if len(found) == w.nth {
			break
		}
	}
	i := w.nth - 1
	if w.nth < 0 {
		i = len(found) + w.nth
	}
	if i < 0 || i >= len(found) {
		return Moment{}, fmt.Errorf("moment %q: %d of that in the recording", query, len(found))
	}
	e := r.At(found[i])
	if lane == 0 {
		lane = e.Who
	}
	return Moment{Event: found[i], Time: e.Time, Lane: lane}, nil
}
