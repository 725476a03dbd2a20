package content

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// An Answer is what a run says to a query. Text is always set; Number when the
// answer is a count (unit "") or a duration (unit "ns").
type Answer struct {
	Text   string
	Number float64
	Unit   string
	IsNum  bool
}

// Find looks a moment up and gives the index of its event.
func (r *Recording) Find(m Moment) (int, error) {
	hits, err := r.matches(m)
	if err != nil {
		return -1, err
	}
	i := m.Nth - 1
	if m.Nth < 0 {
		i = len(hits) + m.Nth
	}
	if i < 0 || i >= len(hits) {
		if len(hits) == 0 {
			return -1, fmt.Errorf("%s has no %s in this run", m.laneText(), m.kindText())
		}
		return -1, fmt.Errorf("%s has %d × %s in this run, not #%d", m.laneText(), len(hits), m.kindText(), m.Nth)
	}
	return hits[i], nil
}

func (m Moment) laneText() string {
	if m.At > 1 {
		return fmt.Sprintf("%s@%d", m.Lane, m.At)
	}
	return m.Lane
}

func (m Moment) kindText() string {
	if m.Text != "" {
		return m.Kind + ":" + m.Text
	}
	return m.Kind
}

// EntityNamed finds the k-th entity of a name, from 1 in order of creation. A
// future or a lock may bear the name of a task: who runs code is meant first.
func (r *Recording) EntityNamed(name string, k int) (int, bool) {
	running, all, fallback := k, k, 0
	for i := 1; i < len(r.Entities); i++ {
		if r.Entities[i].Name != name {
			continue
		}
		if runsCode(r.Entities[i].Kind) {
			if running--; running == 0 {
				return i, true
			}
		}
		if all--; all == 0 {
			fallback = i
		}
	}
	return fallback, fallback != 0
}

// runsCode says whether a kind of entity executes the user's code.
func runsCode(kind string) bool {
	switch kind {
	case "thread", "worker", "task", "greenlet", "generator", "asyncgen", "coroutine":
		return true
	}
	return false
}

// matches are the indexes of all events that a moment's lane and kind fit.
func (r *Recording) matches(m Moment) ([]int, error) {
	who, kind := -1, ""
	switch {
	case m.Lane == "*":
	case strings.HasPrefix(m.Lane, "*"):
		kind = m.Lane[1:]
	default:
		var ok bool
		if who, ok = r.EntityNamed(m.Lane, m.At); !ok {
			return nil, fmt.Errorf("no %s in this run; there are %s", m.laneText(), r.laneNames())
		}
	}
	var hits []int
	last := map[int]int{} // entity -> its line before
	for i := range r.Events {
		e := &r.Events[i]
		if who >= 0 && e.Who != who || kind != "" && r.Entities[e.Who].Kind != kind {
			continue
		}
		if m.Kind == "line" {
			// These are recorded at the place of whoever caused them.
			if e.Line == 0 || e.Kind == "create" || e.Kind == "ready" || e.Kind == "result" || e.Kind == "count" {
				continue
			}
			// Several events can happen during one visit of a line; LINE always is an arrival.
			if e.Line == m.Line && (e.Kind == "line" || last[e.Who] != m.Line) {
				hits = append(hits, i)
			}
			last[e.Who] = e.Line
			continue
		}
		if (e.Kind == m.Kind || m.Kind == "out" && e.Kind == "err") && (m.Text == "" || strings.Contains(e.Arg, m.Text)) {
			hits = append(hits, i)
		}
	}
	return hits, nil
}

// laneNames lists what a mistyped lane could have meant.
func (r *Recording) laneNames() string {
	var names []string
	for _, e := range r.Entities[min(1, len(r.Entities)):] {
		if runsCode(e.Kind) && !contains(names, e.Name) {
			if len(names) == 12 {
				names = append(names, "…")
				break
			}
			names = append(names, e.Name)
		}
	}
	return strings.Join(names, ", ")
}

// Next is the entity that runs after an event: the owner of the first RUN that
// follows. Loops, hubs, cores and the thread that a loop lives in are not
// counted; the reader means the code.
func (r *Recording) Next(event int) (int, bool) {
	hosts := map[int]bool{}
	for _, e := range r.Entities {
		if e.Kind == "loop" || e.Kind == "hub" {
			hosts[e.Parent] = true
		}
	}
	for i := event + 1; i < len(r.Events); i++ {
		e := r.Events[i]
		if e.Kind == "run" && runsCode(r.Entities[e.Who].Kind) && !hosts[e.Who] {
			return e.Who, true
		}
	}
	return 0, false
}

// Console gives what was written to a stream ("out" or "err"), by lines. A last
// line counts without its newline too.
func (r *Recording) Console(stream string) []string {
	var b strings.Builder
	for i := range r.Events {
		if r.Events[i].Kind == stream {
			b.WriteString(r.Events[i].Arg)
		}
	}
	s := strings.TrimSuffix(b.String(), "\n")
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// Ask answers a query. base is the run without overrides, for ratio.
func (r *Recording) Ask(q Query, base *Recording) (Answer, error) {
	switch q.Verb {
	case "output":
		lines := r.Console("out")
		if q.To > len(lines) {
			return Answer{}, fmt.Errorf("the run prints %d lines, there is no line %d", len(lines), q.To)
		}
		return textAnswer(strings.Join(lines[q.From-1:q.To], " / ")), nil
	case "lines":
		return countAnswer(len(r.Console("out"))), nil
	case "error":
		lines := r.Console("err")
		if len(lines) == 0 {
			return textAnswer("none"), nil
		}
		return textAnswer(lines[len(lines)-1]), nil
	case "end":
		return durationAnswer(r.End), nil
	case "count":
		hits, err := r.matches(q.Moment)
		return countAnswer(len(hits)), err
	case "ratio":
		if base == nil {
			base = r
		}
		a, err := r.Ask(*q.Of, nil)
		if err != nil {
			return a, err
		}
		b, err := base.Ask(*q.Of, nil)
		if err != nil {
			return b, err
		}
		if b.Number == 0 {
			return a, fmt.Errorf("%s is 0 without the overrides", q.Of.Text)
		}
		x := a.Number / b.Number
		return Answer{Text: strconv.FormatFloat(x, 'f', 1, 64), Number: x, IsNum: true}, nil
	}
	i, err := r.Find(q.Moment)
	if err != nil {
		return Answer{}, err
	}
	switch q.Verb {
	case "time":
		return durationAnswer(r.Events[i].Time), nil
	case "between":
		j, err := r.Find(q.Second)
		if err != nil {
			return Answer{}, err
		}
		return durationAnswer(r.Events[j].Time - r.Events[i].Time), nil
	case "who":
		return textAnswer(r.Entities[r.Events[i].Who].Name), nil
	case "next":
		who, ok := r.Next(i)
		if !ok {
			return textAnswer("none"), nil
		}
		return textAnswer(r.Entities[who].Name), nil
	}
	return Answer{}, fmt.Errorf("there is no query %q", q.Verb)
}

func textAnswer(s string) Answer { return Answer{Text: s} }

func countAnswer(n int) Answer {
	return Answer{Text: strconv.Itoa(n), Number: float64(n), IsNum: true}
}

func durationAnswer(ns int64) Answer {
	return Answer{Text: FormatDuration(ns), Number: float64(ns), Unit: "ns", IsNum: true}
}

// FormatDuration writes virtual time as people say it, in the way of
// web/src/base/time.ts: "1.25 s", "340 ms", "2 min 5 s".
func FormatDuration(ns int64) string {
	switch {
	case ns < 0:
		return "−" + FormatDuration(-ns)
	case ns == 0:
		return "0"
	case ns >= 3600e9:
		minutes := (ns + 30e9) / 60e9
		return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
	case ns >= 120e9:
		seconds := (ns + 5e8) / 1e9
		return fmt.Sprintf("%d min %d s", seconds/60, seconds%60)
	}
	units := []struct {
		name string
		size int64
	}{{"s", 1e9}, {"ms", 1e6}, {"µs", 1e3}, {"ns", 1}}
	for _, u := range units {
		if ns < u.size {
			continue
		}
		x, digits := float64(ns)/float64(u.size), 1
		if u.name == "s" {
			digits = 2
		}
		if x >= 100 || x >= 10 && u.name != "s" {
			digits = 0
		} else if x >= 10 {
			digits = 1
		}
		s := strconv.FormatFloat(x, 'f', digits, 64)
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		if s == "1000" {
			return FormatDuration(u.size * 1000) // 999.9 µs is "1 ms", not "1000 µs"
		}
		return s + " " + u.name
	}
	return "0"
}

var numberRE = regexp.MustCompile(`(\d+)(?:\.(\d+))?\s*(s|ms|µs|us|ns)?(?:[^0-9A-Za-z]|$)`)

// Fits says whether an option's value is this answer. Text must be equal, but
// for blanks at the ends and a full stop. A number must equal the answer
// rounded to the digits that the option is written with, so that "0.3 s" fits
// 0.3004 s and "0.30 s" does too, and "0.4 s" does not.
func (a Answer) Fits(option string) bool {
	option = normalise(option)
	if !a.IsNum {
		return option == normalise(a.Text)
	}
	m := numberRE.FindStringSubmatch(option)
	if m == nil || (m[3] != "") != (a.Unit != "") {
		return false
	}
	x, _ := strconv.ParseFloat(strings.TrimSuffix(m[1]+"."+m[2], "."), 64)
	scale := math.Pow(10, float64(len(m[2])))
	n := a.Number
	if a.Unit != "" {
		n /= map[string]float64{"s": 1e9, "ms": 1e6, "µs": 1e3, "us": 1e3, "ns": 1}[m[3]]
	}
	return math.Floor(n*scale+0.5) == math.Floor(x*scale+0.5)
}

func normalise(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(s, ".。 ")
}
