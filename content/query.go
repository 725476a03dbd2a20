package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Queries: a small language for asking a recording. web/src/lesson/query.ts is
// the same language for the page; testdata/queries.json tests both, and a
// change here is a change there.
//
//	moment = LANE ["@" K] "/" KIND [":" TEXT] ["#" N]
//
//	LANE  the name of an entity; K chooses among several of one name, from 1 in
//	      order of creation (default 1). "*" is any entity, "*task" any of that
//	      kind.
//	KIND  create ready run wait lockwait done fail cancelled switch wake cancel
//	      deliver schedule callback submit pickup put get acquire release out err
//	      iter timer mark result note span. TEXT must occur in the event's
//	      argument (for out: in what is written, to either stream). "line:12" is every time the
//	      entity comes to line 12.
//	N     which of them, from 1 (default); negative from the end.
//
//	query = output N | output N-M   console line N; lines N to M joined by " / "
//	      | lines                   how many console lines
//	      | error                   the last line on stderr, or "none"
//	      | end                     virtual duration of the run
//	      | time MOMENT             when that was
//	      | between MOMENT MOMENT   from the first to the second
//	      | who MOMENT              whose event that is
//	      | next MOMENT             who runs next after it
//	      | count MOMENT            how many such events (N is not given)
//	      | ratio QUERY             the answer with the overrides, divided by the
//	                                one without
//
// Moments with blanks in them are put in double quotes where two follow each
// other.

// A Moment names one event of a recording.
type Moment struct {
	Lane string // name, "*" or "*kind"
	At   int    // which entity of that name; 1 is the first
	Kind string // "line" for lines
	Text string // must occur in the argument; the number for "line"
	Nth  int
	Line int
}

var momentRE = regexp.MustCompile(`^(.+?)(?:@(\d+))?/([a-z]+)(?::(.*?))?(?:#(-?\d+))?$`)

// momentKinds are the event kinds that a moment may name.
var momentKinds = map[string]bool{}

func init() {
	for _, k := range strings.Fields(`create ready run wait lockwait done fail cancelled switch wake cancel deliver
		schedule callback submit pickup put get acquire release out err iter timer mark result note span line`) {
		momentKinds[k] = true
	}
}

// entityKinds are the kinds that "*kind" may name.
var entityKinds = strings.Fields(`machine process thread loop task greenlet generator future lock queue pool worker
	timer connection file hub core gil handle coroutine asyncgen`)

// ParseMoment reads the form LANE/KIND#N.
func ParseMoment(s string) (Moment, error) {
	m := momentRE.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return Moment{}, fmt.Errorf("a moment is written lane/kind or lane/kind#n, not %q", s)
	}
	out := Moment{Lane: m[1], At: 1, Kind: m[3], Text: m[4], Nth: 1}
	if m[2] != "" {
		out.At, _ = strconv.Atoi(m[2])
		if out.At == 0 {
			return out, fmt.Errorf("in %q: entities of one name count from @1", s)
		}
	}
	if m[5] != "" {
		out.Nth, _ = strconv.Atoi(m[5])
		if out.Nth == 0 {
			return out, fmt.Errorf("in %q: moments count from #1, or back from #-1", s)
		}
	}
	if !momentKinds[out.Kind] {
		return out, fmt.Errorf("in %q: there is no kind of event %q", s, out.Kind)
	}
	if out.Kind == "line" {
		n, err := strconv.Atoi(out.Text)
		if err != nil || n < 1 {
			return out, fmt.Errorf("in %q: line wants a number, as in line:12", s)
		}
		out.Line = n
	}
	if strings.HasPrefix(out.Lane, "*") && out.Lane != "*" && !contains(entityKinds, out.Lane[1:]) {
		return out, fmt.Errorf("in %q: there is no kind of entity %q", s, out.Lane[1:])
	}
	return out, nil
}

// A Query is a parsed question.
type Query struct {
	Text   string // as written, in one form
	Verb   string
	From   int // output: first line
	To     int // output: last line
	Moment Moment
	Second Moment // between
	Of     *Query // ratio
}

// ParseQuery reads a question.
func ParseQuery(s string) (Query, error) {
	s = strings.Join(strings.Fields(s), " ")
	verb, rest, _ := strings.Cut(s, " ")
	q := Query{Text: s, Verb: verb}
	var err error
	switch verb {
	case "lines", "end", "error":
		if rest != "" {
			err = fmt.Errorf("%q takes nothing after it", verb)
		}
	case "output":
		from, to, isRange := strings.Cut(rest, "-")
		var e1, e2 error
		q.From, e1 = strconv.Atoi(from)
		q.To = q.From
		if isRange {
			q.To, e2 = strconv.Atoi(to)
		}
		if e1 != nil || e2 != nil || q.From < 1 || q.To < q.From {
			err = fmt.Errorf("output wants a line number or a range, as in output 3 or output 1-3")
		}
	case "time", "who", "next", "count":
		q.Moment, err = ParseMoment(unquote(rest))
	case "between":
		parts := splitQuoted(rest)
		if len(parts) != 2 {
			err = fmt.Errorf("between wants two moments")
			break
		}
		if q.Moment, err = ParseMoment(parts[0]); err == nil {
			q.Second, err = ParseMoment(parts[1])
		}
	case "ratio":
		var of Query
		of, err = ParseQuery(rest)
		if err == nil && !of.numeric() {
			err = fmt.Errorf("ratio wants a query whose answer is a number")
		}
		q.Of = &of
	case "":
		err = fmt.Errorf("a query is missing")
	default:
		err = fmt.Errorf("there is no query %q (output, lines, error, end, time, between, who, next, count, ratio)", verb)
	}
	return q, err
}

// numeric says whether the answer can be divided.
func (q Query) numeric() bool {
	switch q.Verb {
	case "lines", "end", "time", "between", "count":
		return true
	}
	return false
}

func unquote(s string) string {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

// splitQuoted splits at blanks outside double quotes.
func splitQuoted(s string) []string {
	var out []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		sep := " "
		if s[0] == '"' {
			s, sep = s[1:], `"`
		}
		var part string
		part, s, _ = strings.Cut(s, sep)
		out = append(out, part)
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
