package trace

import (
	"encoding/json"
	"strconv"
	"strings"
)

// ChromeTrace is the recording in the trace event format that ui.perfetto.dev and
// chrome://tracing read.
//
// Times are microseconds. Slices of one track have to nest, so each entity has a
// track of its own, in the process that it lives in; what it does inside a state (SPAN) is on a second track
// below, for a span may outlast the state it began in. Edges are flows from a point of one track to one of
// another; counters, output and marks follow. Cores form a process of their own.
func (r *Recording) ChromeTrace() []byte {
	w := &chromeWriter{r: r, x: r.Index()}
	w.b = append(w.b, `{"displayTimeUnit":"ms","otherData":`...)
	other, _ := json.Marshal(map[string]any{"engine": r.Meta.Engine, "digest": r.Digest(), "seed": r.Meta.Seed, "cores": r.Meta.Cores})
	w.b = append(append(w.b, other...), `,"traceEvents":[`...)
	w.tracks()
	w.slices()
	w.events()
	w.b = append(w.b, "\n]}\n"...)
	return w.b
}

// machinePid is the process number of the cores; entities have their own numbers.
const machinePid = 0

// spanTid is added to an entity's number to get the track of its spans.
const spanTid = 1 << 30

type chromeWriter struct {
	r     *Recording
	x     *Index
	b     []byte
	some  bool
	flows int
	lane  []bool
	spans []bool
}

// begin starts an event; the caller adds fields and calls end.
func (w *chromeWriter) begin(ph, name string, pid, tid uint64) {
	if w.some {
		w.b = append(w.b, ',')
	}
	w.some = true
	w.b = append(w.b, "\n{\"ph\":\""+ph+"\",\"name\":"...)
	w.b = appendJSON(w.b, name)
	w.field("pid", strconv.FormatUint(pid, 10))
	w.field("tid", strconv.FormatUint(tid, 10))
}

// field adds a field whose value is already JSON.
func (w *chromeWriter) field(name, value string) {
	w.b = append(w.b, ",\""+name+"\":"+value...)
}

func (w *chromeWriter) end() { w.b = append(w.b, '}') }

// micros writes ns as microseconds, without going through floating point.
func micros(ns int64) string {
	s := strconv.FormatInt(ns/1000, 10)
	if f := ns % 1000; f != 0 {
		s += "." + strings.TrimRight(strconv.FormatInt(1000+f, 10)[1:], "0")
	}
	return s
}

func appendJSON(b []byte, s string) []byte {
	q, err := json.Marshal(s)
	if err != nil {
		q = []byte(`""`)
	}
	return append(b, q...)
}

func quoteJSON(s string) string { return string(appendJSON(nil, s)) }

func (w *chromeWriter) pid(e Entity) uint64 {
	if w.r.Entity(e).Kind == Core {
		return machinePid
	}
	return uint64(w.r.Ancestor(e, Process))
}

// tracks names processes and tracks, in the order of the timeline.
func (w *chromeWriter) tracks() {
	meta := func(what string, pid, tid uint64, key, value string) {
		w.begin("M", what, pid, tid)
		w.field("args", "{\""+key+"\":"+value+"}")
		w.end()
	}
	r := w.r
	w.lane = make([]bool, len(r.entities))
	w.spans = make([]bool, len(r.entities))
	for i := 0; i < r.n; i++ {
		e := r.At(i)
		if int(e.Who) < len(w.lane) {
			w.lane[e.Who] = w.lane[e.Who] || e.Kind.ChangesState() && e.Kind != CREATE
			w.spans[e.Who] = w.spans[e.Who] || e.Kind == SPAN
		}
	}
	meta("process_name", machinePid, 0, "name", quoteJSON("machine"))
	for e := 1; e < len(r.entities); e++ {
		switch r.entities[e].Kind {
		case Process:
			meta("process_name", uint64(e), 0, "name", quoteJSON(r.Name(Entity(e))))
		case Core:
			w.lane[e] = false
			meta("thread_name", machinePid, uint64(e), "name", quoteJSON(r.Name(Entity(e))))
		}
	}
	order := 0
	name := func(e Entity) {
		order++
		meta("thread_name", w.pid(e), uint64(e), "name", quoteJSON(r.Name(e)))
		meta("thread_sort_index", w.pid(e), uint64(e), "sort_index", strconv.Itoa(order))
		if w.spans[e] {
			order++
			meta("thread_name", w.pid(e), spanTid+uint64(e), "name", quoteJSON(r.Name(e)+": work"))
			meta("thread_sort_index", w.pid(e), spanTid+uint64(e), "sort_index", strconv.Itoa(order))
		}
	}
	named := make([]bool, len(r.entities))
	for _, lane := range w.x.Lanes() {
		if w.lane[lane.Entity] {
			named[lane.Entity] = true
			name(lane.Entity)
		}
	}
	for e := range named {
		if w.lane[e] && !named[e] {
			name(Entity(e))
		}
	}
}

// slices writes one slice for each interval, and for each core what ran on it.
func (w *chromeWriter) slices() {
	r := w.r
	for e := 1; e < len(r.entities); e++ {
		if !w.lane[e] {
			continue
		}
		who := Entity(e)
		for _, v := range w.x.Intervals(who) {
			name := v.State.String()
			switch v.State {
			case New:
				continue
			case Waiting, Locked:
				if s := r.String(v.Arg); s != "" {
					name = s
				}
			case Done, Failed, Cancelled:
				w.begin("i", name, w.pid(who), uint64(e))
				w.field("ts", micros(v.Start))
				w.field("s", `"t"`)
				w.field("args", `{"value":`+quoteJSON(r.String(v.Arg))+`}`)
				w.end()
				continue
			}
			w.slice(who, w.pid(who), uint64(e), name, v)
			if v.State == Running && r.Entity(v.Obj).Kind == Core {
				w.slice(who, machinePid, uint64(v.Obj), r.Name(who), v)
			}
		}
	}
}

func (w *chromeWriter) slice(who Entity, pid, tid uint64, name string, v Interval) {
	w.begin("X", name, pid, tid)
	w.field("cat", quoteJSON(v.State.String()))
	w.field("ts", micros(v.Start))
	w.field("dur", micros(v.End-v.Start))
	args := ""
	add := func(key, value string) {
		if value != "" {
			args += `,"` + key + `":` + quoteJSON(value)
		}
	}
	if v.Loc != 0 {
		file := ""
		if f := v.Loc.File(); f < len(w.r.Meta.Files) {
			file = w.r.Meta.Files[f] + ":"
		}
		add("line", file+strconv.Itoa(v.Loc.Line()))
	}
	if v.State == Waiting || v.State == Locked {
		add("for", w.r.Name(v.Obj))
		add("woken by", w.r.Name(v.Waker))
		add("how", w.r.String(v.Cause))
	}
	if args != "" {
		w.field("args", "{"+args[1:]+"}")
	}
	w.end()
}

// events writes flows, counters, spans, output and marks.
func (w *chromeWriter) events() {
	r := w.r
	submitted := map[Entity]int{} // the flow of a future
	depth := make([]int, len(r.entities))
	for i := 0; i < r.n; i++ {
		e := r.At(i)
		if int(e.Who) >= len(w.lane) || int(e.Obj) >= len(w.lane) {
			continue
		}
		switch e.Kind {
		case CREATE:
			w.flow("spawn", e.Time, e.Obj, e.Who)
		case SWITCH, WAKE, CANCEL:
			name := e.Kind.String()
			if s := r.Arg(e); s != "" {
				name += ": " + s
			}
			w.flow(name, e.Time, e.Who, e.Obj)
		case SUBMIT:
			if w.lane[e.Who] {
				w.flows++
				submitted[e.Obj] = w.flows
				w.point("s", "submit", e.Time, e.Who, w.flows)
			}
		case PICKUP:
			if id := submitted[e.Obj]; id != 0 && w.lane[e.Who] {
				w.point("f", "submit", e.Time, e.Who, id)
				delete(submitted, e.Obj)
			}
		case COUNT:
			w.begin("C", r.Name(e.Who), w.pid(e.Who), 0)
			w.field("id", strconv.Itoa(int(e.Who)))
			w.field("ts", micros(e.Time))
			w.field("args", `{"value":`+strconv.FormatUint(uint64(e.Arg), 10)+"}")
			w.end()
		case SPAN:
			depth[e.Who]++
			w.begin("B", r.Arg(e), w.pid(e.Who), spanTid+uint64(e.Who))
			w.field("ts", micros(e.Time))
			w.end()
		case SPANEND:
			if depth[e.Who] == 0 {
				continue
			}
			depth[e.Who]--
			w.begin("E", r.Arg(e), w.pid(e.Who), spanTid+uint64(e.Who))
			w.field("ts", micros(e.Time))
			w.end()
		case OUT, ERR, MARK, NOTE:
			w.begin("i", r.Arg(e), w.pid(e.Who), uint64(e.Who))
			w.field("cat", quoteJSON(e.Kind.String()))
			w.field("ts", micros(e.Time))
			w.field("s", `"t"`)
			w.end()
		}
	}
	for e, n := range depth {
		for ; n > 0; n-- {
			w.begin("E", "", w.pid(Entity(e)), spanTid+uint64(e))
			w.field("ts", micros(r.End()))
			w.end()
		}
	}
}

func (w *chromeWriter) flow(name string, t int64, from, to Entity) {
	if !w.lane[from] || !w.lane[to] {
		return
	}
	w.flows++
	w.point("s", name, t, from, w.flows)
	w.point("f", name, t, to, w.flows)
}

func (w *chromeWriter) point(ph, name string, t int64, e Entity, id int) {
	w.begin(ph, name, w.pid(e), uint64(e))
	w.field("cat", `"edge"`)
	w.field("id", strconv.Itoa(id))
	w.field("ts", micros(t))
	if ph == "f" {
		w.field("bp", `"e"`)
	}
	w.end()
}
