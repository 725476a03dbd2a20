package trace

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"
	"testing"
)

// each runs a test on every sample, in a fixed order.
func each(t *testing.T, f func(t *testing.T, r *Recording)) {
	all := samples()
	var names []string
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		t.Run(name, func(t *testing.T) { f(t, all[name]) })
	}
}

func TestTables(t *testing.T) {
	seen := map[string]bool{}
	for k := CREATE; k < numKinds; k++ {
		info := Kinds[k]
		if info.Name == "" || seen[info.Name] || KindByName(info.Name) != k || k.String() != info.Name {
			t.Errorf("kind %d: name %q", k, info.Name)
		}
		seen[info.Name] = true
		if info.Who == "" {
			t.Errorf("%s does not say who", k)
		}
		if (info.Arg == "") != (info.ArgIs == ArgNone) {
			t.Errorf("%s: arg %q is %s", k, info.Arg, info.ArgIs)
		}
		if (info.To != NoState) != (info.from != 0) || (info.To != NoState) != k.ChangesState() {
			t.Errorf("%s: to %s from %b", k, info.To, info.from)
		}
		if info.Edge != NoEdge && info.Obj == "" {
			t.Errorf("%s is an edge to nobody", k)
		}
		for s := NoState; s < numStates; s++ {
			if s.Ended() && info.To != NoState && k.Allows(s) {
				t.Errorf("%s is allowed after the end", k)
			}
		}
	}
	// Each state but none is reached by one kind, and every state that is no end can be left.
	for s := New; s < numStates; s++ {
		n, left := 0, false
		for k := CREATE; k < numKinds; k++ {
			if Kinds[k].To == s {
				n++
			}
			left = left || k.ChangesState() && k.Allows(s)
		}
		if n != 1 || left == s.Ended() {
			t.Errorf("%s: reached by %d kinds, left %v", s, n, left)
		}
	}
	for k := Machine; k < numEntityKinds; k++ {
		if EntityKindByName(k.String()) != k || EntityKinds[k].Doc == "" {
			t.Errorf("entity kind %d: %q", k, k)
		}
	}
	// The numbers are the wire format.
	for k, want := range map[Kind]int{CREATE: 1, CANCELLED: 8, SWITCH: 9, SUBMIT: 15, COUNT: 21, OUT: 22, LINE: 27, SPANEND: 31} {
		if int(k) != want {
			t.Errorf("%s has number %d, want %d", k, k, want)
		}
	}
	for k, want := range map[EntityKind]int{Machine: 1, Task: 5, Lock: 9, Worker: 12, GIL: 18, AsyncGen: 21} {
		if int(k) != want {
			t.Errorf("%s has number %d, want %d", k, k, want)
		}
	}
	if KindByName("none") != NoKind || KindByName("nonsense") != NoKind || Kind(200).String() != "unknown" {
		t.Error("unknown kinds")
	}
}

func TestLoc(t *testing.T) {
	l := MakeLoc(3, 12345)
	if l.File() != 3 || l.Line() != 12345 {
		t.Errorf("%d: %d:%d", l, l.File(), l.Line())
	}
	for _, l := range []Loc{MakeLoc(0, 0), MakeLoc(0, 1<<20), MakeLoc(5000, 1), MakeLoc(-1, 1)} {
		if l != 0 {
			t.Errorf("%d is a place", l)
		}
	}
}

func TestValidSamples(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		for _, v := range Validate(r) {
			t.Error(v)
		}
	})
}

// TestViolations breaks a valid recording in its text form, once for each rule.
func TestViolations(t *testing.T) {
	base := threads().Recording().Text()
	for _, c := range []struct{ rule, old, new string }{
		{"clock", "6000000 lockwait 6", "600000 lockwait 6"},
		{"entity", "2000000 acquire 6 obj 7", "2000000 acquire 99 obj 7"},
		{"entity", "2000000 acquire 6 obj 7", "2000000 acquire 6 obj 99"},
		{"entity", `1000000 create 8 obj 6 arg "worker-1"`, ""},
		{"entity", "2000000 acquire 6 obj 7", "2000000 acquire 6 obj 10"},
		{"state", "6000000 ready 8 obj 6", "6000000 run 8"},
		{"after", "21000000 done 6 at 8", "21000000 done 6 at 8\n21000000 run 6 obj 2"},
		{"after", "20000000 done 8 at 12", "20000000 done 8 at 12\n20000001 out 8 arg \"x\""},
		{"wake", "20000000 wake 8 obj 6 arg \"end\" at 12   # worker-1, MainThread\n20000000 ready 6 obj 8", "20000000 ready 6"},
		{"core", "8000000 run 10 obj 3", "8000000 run 10 obj 2"},
		{"gil", "20000000 done 8 at 12", "20000000 note 8 at 12"},
		{"span", "8000000 span 8", "8000000 mark 8"},
		{"repeat", "14000000 wait 6 obj 8 arg \"join\" at 7", "14000000 wait 6 obj 8 arg \"join\" at 7\n14000000 wait 6 obj 8 arg \"join\" at 7"},
		{"end", "end 21000000", "end 20000000"},
	} {
		if !strings.Contains(base, c.old) {
			t.Errorf("%s: %q is not in the sample:\n%s", c.rule, c.old, base)
			continue
		}
		r, err := ParseText(strings.Replace(base, c.old, c.new, 1))
		if err != nil {
			t.Errorf("%s: %v", c.rule, err)
			continue
		}
		found := false
		for _, v := range Validate(r) {
			found = found || v.Rule == c.rule
		}
		if !found {
			t.Errorf("%s: %q -> %q is not noticed: %v", c.rule, c.old, c.new, Validate(r))
		}
	}
	// What the text form cannot say.
	b := generators(1)
	b.Add(b.t, Kind(77), 1, 0, 0, 0)
	b.Add(b.t, MARK, 1, 0, 1_000_000, 0)
	b.Add(b.t, READY, 2, 0, 3, 0)
	got := fmt.Sprint(Validate(b.Recording()))
	for _, rule := range []string{"kind", "string"} {
		if !strings.Contains(got, rule+":") {
			t.Errorf("%s: %s", rule, got)
		}
	}
}

func TestOrder(t *testing.T) {
	// Two cores take turns, each ahead of the other; what happens at one time keeps its order.
	r := NewRecorder(Limits{})
	e := r.NewEntity(0, Machine, "m", 0, 0, 0)
	type pair struct{ t, n int64 }
	var want []pair
	n := int64(0)
	for round := int64(0); round < 300; round++ {
		for core := int64(0); core < 3; core++ {
			for i := int64(0); i < 7; i++ {
				at := round*100 + i*(10+core)
				r.Add(at, MARK, e, 0, uint32(n), 0)
				want = append(want, pair{at, n})
				n++
			}
		}
		if round%10 == 9 {
			r.Settle(round * 100)
		}
		if round == 150 {
			r.Recording() // a reader in between changes nothing
		}
	}
	sort.SliceStable(want, func(i, j int) bool { return want[i].t < want[j].t })
	rec := r.Recording()
	if rec.Len() != len(want)+1 {
		t.Fatalf("%d events, want %d", rec.Len(), len(want)+1)
	}
	for i, w := range want {
		if e := rec.At(i + 1); e.Time != w.t || int64(e.Arg) != w.n {
			t.Fatalf("event %d: %v, want %v", i, e, w)
		}
	}
}

func TestLimits(t *testing.T) {
	for _, limit := range []int{2, 100, 256, 300, 4096, 5000} {
		r := NewRecorder(Limits{Events: limit})
		for i := 0; i < limit/2; i++ {
			if r.NewEntity(0, Task, "t", 0, 0, 0) == 0 {
				t.Fatalf("no room for entity %d of %d", i, limit)
			}
		}
		for i := 0; i < 6000; i++ {
			r.Add(int64(i), MARK, 1, 0, 0, 0)
		}
		if e := r.NewEntity(6000, Task, "late", 0, 0, 0); e != 0 {
			t.Errorf("limit %d: entity %d without room for its CREATE", limit, e)
		}
		what, full := r.Full()
		rec := r.Recording()
		if !full || what != "events" || rec.Len() != limit || !rec.Meta.Truncated {
			t.Errorf("limit %d: %d events, full %v %s", limit, rec.Len(), full, what)
		}
		if v := Validate(rec); len(v) > 0 {
			t.Errorf("limit %d: %v", limit, v)
		}
	}
	r := NewRecorder(Limits{StringBytes: 100, OneString: 20, OutputBytes: 50})
	e := r.NewEntity(0, Thread, "main", 0, 0, 0)
	long := strings.Repeat("é", 30)
	first := r.Intern(long)
	if s := r.Text(first); len(s) > 20 || !strings.HasSuffix(s, "…") || r.Intern(long) != first {
		t.Errorf("clipped to %q", s)
	}
	if !r.Output(0, OUT, e, "hello\n", 0) || r.Output(0, OUT, e, strings.Repeat("x", 100), 0) {
		t.Error("output is not limited")
	}
	var out strings.Builder
	rec := r.Recording()
	for i := 0; i < rec.Len(); i++ {
		if ev := rec.At(i); ev.Kind == OUT {
			out.WriteString(rec.Arg(ev))
		}
	}
	if what, full := r.Full(); out.Len() != 50 || !full || what != "output" {
		t.Errorf("%d bytes of output, %s", out.Len(), what)
	}
	many := NewRecorder(Limits{Strings: 3})
	for i := 0; i < 10; i++ {
		many.Intern(fmt.Sprint(i))
	}
	if what, _ := many.Full(); what != "strings" || many.rec.NumStrings() != 3 {
		t.Errorf("%d strings, %q", many.rec.NumStrings(), what)
	}
}

func TestUnrecorded(t *testing.T) {
	r := NewRecorder(Limits{})
	r.Add(1, RUN, 0, 0, 0, 0)
	r.AddString(1, MARK, 0, 0, "x", 0)
	if r.Count() != 0 {
		t.Error("entity 0 was recorded")
	}
}

func TestColumns(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		c := r.Columns()
		if len(c.Kind) != r.Len() || len(c.EKind) != r.NumEntities() {
			t.Fatalf("%d events, %d entities", len(c.Kind), len(c.EKind))
		}
		le := binary.LittleEndian
		for i := 0; i < r.Len(); i++ {
			e := r.At(i)
			got := Event{int64(math.Float64frombits(le.Uint64(c.Time[8*i:]))), Kind(c.Kind[i]), Entity(le.Uint32(c.Who[4*i:])),
				Entity(le.Uint32(c.Obj[4*i:])), le.Uint32(c.Arg[4*i:]), Loc(le.Uint32(c.Loc[4*i:]))}
			if got != e {
				t.Fatalf("event %d: %v, want %v", i, got, e)
			}
			if e.Kind == CREATE && le.Uint32(c.EventBorn[4*e.Who:]) != uint32(i) {
				t.Errorf("entity %d is not born at event %d", e.Who, i)
			}
		}
		var h Header
		if err := json.Unmarshal(r.HeaderJSON(), &h); err != nil {
			t.Fatal(err)
		}
		if h.NEvents != r.Len() || h.NEntities != r.NumEntities() || len(h.Strings) != r.NumStrings() || h.Digest != r.Digest() ||
			h.Kinds[RUN].Name != "run" || h.Kinds[RUN].State != "running" || h.EntityKinds[Task] != "task" {
			t.Errorf("header %+v", h)
		}
	})
}

func TestDigest(t *testing.T) {
	if a, b := tasks().Recording().Digest(), tasks().Recording().Digest(); a != b || len(a) != 16 {
		t.Errorf("%s and %s", a, b)
	}
	// Whatever changes, the digest does.
	seen := map[string]string{}
	note := func(what, digest string) {
		if other, ok := seen[digest]; ok {
			t.Errorf("%s and %s have one digest", what, other)
		}
		seen[digest] = what
	}
	each(t, func(t *testing.T, r *Recording) { note(t.Name(), r.Digest()) })
	base := tasks().Recording().Text()
	for _, c := range [][2]string{{"exit 0", "exit 1"}, {"at 11", "at 12"}, {`"page 0\n"`, `"page 1\n"`}, {"end 487", "end 488"},
		{"in 8", "in 7"}, {"exit 0", "exit 0\nerror \"limit\" 3 \"too long\""}, {"exit 0", "exit 0\nerror \"limit\" 4 \"too long\""}} {
		r, err := ParseText(strings.Replace(base, c[0], c[1], 1))
		if err != nil {
			t.Fatal(c, err)
		}
		note(c[1], r.Digest())
	}
	// A digest is a contract with links that were shared: if this changes, the engine's version has to.
	if got := generators(4).Recording().Digest(); got != goldenDigest {
		t.Errorf("digest %s, was %s", got, goldenDigest)
	}
}

const goldenDigest = "9e37cd8765a99fa1"

func TestText(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		text := r.Text()
		back, err := ParseText(text)
		if err != nil {
			t.Fatal(err)
		}
		if again := back.Text(); again != text {
			t.Errorf("is\n%s\nwas\n%s", again, text)
		}
		if back.Digest() != r.Digest() {
			t.Error("another digest")
		}
	})
}

func TestTextErrors(t *testing.T) {
	for _, c := range [][2]string{
		{"", "line 1"}, {"x", "line 1"}, {textMagic + "\nseed", "line 2"}, {textMagic + "\n\n1 nonsense 1", "nonsense"},
		{textMagic + "\n1 run", "want"}, {textMagic + "\n-1 run 1", "number"}, {textMagic + "\n1 run 0", "number"},
		{textMagic + "\n1 mark 1 arg 5", "string"}, {textMagic + "\n1 count 1 arg \"5\"", "number"}, {textMagic + "\n1 run 1 at 0", "number"},
		{textMagic + "\n1 run 1 \"obj\" \"", "end"}, {textMagic + "\nentity 2 task \"x\" in 0", "number"}, {textMagic + "\nentity 1 cow \"x\" in 0", "cow"},
		{textMagic + "\n1 run 1 foo 3", "neither"},
	} {
		if _, err := ParseText(c[0]); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%q: %v", c[0], err)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, r := range []*Recording{generators(2).Recording(), tasks().Recording(), threads().Recording()} {
		f.Add(r.Text())
	}
	f.Add(textMagic + "\nentity 1 process \"\\xff\" in 1\nentity 2 thread \"\" in 1\n0 create 2\n5 run 2\n3 run 2 obj 9\n9 count 2 arg 7")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseText(text)
		if err != nil {
			return
		}
		again, err := ParseText(r.Text())
		if err != nil {
			t.Fatal(err)
		}
		if again.Text() != r.Text() || again.Digest() != r.Digest() {
			t.Fatal("does not round-trip")
		}
		// Nothing that reads a recording may fail on one that makes no sense.
		Validate(r)
		r.Columns()
		r.HeaderJSON()
		r.Stats()
		wellFormed(t, r.SVG(SVGOptions{}))
		if !json.Valid(r.ChromeTrace()) {
			t.Fatal("bad JSON")
		}
		r.FindMoment(text)
	})
}

func TestIndex(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		x := r.Index()
		for e := 1; e < r.NumEntities(); e++ {
			list := x.Intervals(Entity(e))
			for i, v := range list {
				if i > 0 && (list[i-1].End != v.Start || list[i-1].Next != v.First) || v.End < v.Start {
					t.Errorf("%s: interval %d does not tile: %+v %+v", r.Name(Entity(e)), i, list[i-1], v)
				}
			}
			if n := len(list); n > 0 && list[n-1].End != r.End() {
				t.Errorf("%s ends at %d", r.Name(Entity(e)), list[n-1].End)
			}
		}
	})
	r := threads().Recording()
	x := r.Index()
	const main, worker = 6, 8
	v, ok := x.AtTime(main, 15_000_000)
	if !ok || v.State != Waiting || r.String(v.Arg) != "join" || v.Waker != worker || r.String(v.Cause) != "end" {
		t.Errorf("%+v", v)
	}
	if _, ok := x.AtTime(worker, 500_000); ok {
		t.Error("the worker exists before it is created")
	}
	if v, _ := x.AfterEvent(main, r.Len()-1); v.State != Done {
		t.Errorf("%+v", v)
	}
	if n := r.EventAt(1_000_000); r.At(n-1).Time != 1_000_000 || r.At(n).Time <= 1_000_000 {
		t.Errorf("%d events", n)
	}
	if got := x.Totals(main); got.Running != 6_000_000+6_000_000+1_000_000 || got.Waiting != 6_000_000 || got.Locked != 2_000_000 || got.End != Done {
		t.Errorf("%+v", got)
	}
}

func TestLanes(t *testing.T) {
	show := func(r *Recording) string {
		var parts []string
		for _, l := range r.Index().Lanes() {
			parts = append(parts, fmt.Sprintf("%s/%d/%d", r.Name(l.Entity), l.Depth, l.Hue))
		}
		return strings.Join(parts, " ")
	}
	for name, want := range map[string]string{
		"generators": "MainThread/0/0 consumer/0/1",
		"tasks":      "loop/0/-1 main/1/0 fetch(0)/1/1 fetch(1)/1/2 fetch(2)/1/3 fetch(3)/1/4",
		"threads":    "main/0/-1 MainThread/1/0 worker-1/1/1 child/0/-1 ChildMain/1/2",
	} {
		if got := show(samples()[name]); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestFindMoment(t *testing.T) {
	b := tasks()
	twin := b.entity(Task, "fetch(0)", 8, 9)
	slash := b.entity(Task, "a/b", 8, 9)
	b.ev(MARK, twin, 0, "x", 40)
	b.ev(MARK, slash, 0, "x", 41)
	b.ev(OUT, twin, 0, "50% #3 done/never\n", 42)
	r := b.Recording()
	for _, c := range []struct {
		query string
		kind  Kind
		lane  string
		line  int
	}{
		{"main/run", RUN, "main", 18},
		{"main/run#2", RUN, "main", 24},
		{"main/run#-1", RUN, "main", 24},
		{"fetch(3)/cancelled", CANCELLED, "fetch(3)", 7},
		{"fetch(0)@2/mark", MARK, "fetch(0)", 40},
		{"a/b/mark", MARK, "a/b", 41},
		{"fetch(2)/line:11", OUT, "fetch(2)", 11},
		{"fetch(2)/line:main.py:11#2", DONE, "fetch(2)", 11},
		{"*/out:page 2", OUT, "fetch(2)", 11},
		{"*/out:page#-1", OUT, "fetch(2)", 11},
		{"*/out:#3 done/n", OUT, "fetch(0)", 42},
		{"*/fail", FAIL, "fetch(1)", 10},
	} {
		m, err := r.FindMoment(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		e := r.At(m.Event)
		if e.Kind != c.kind || r.Name(m.Lane) != c.lane || e.Loc.Line() != c.line || m.Time != e.Time {
			t.Errorf("%s: %s of %s at %d", c.query, e.Kind, r.Name(m.Lane), e.Loc.Line())
		}
	}
	for query, want := range map[string]string{
		"main": "LANE/WHAT", "nobody/run": "nobody", "main/walk": "walk", "main/run#9": "3 of that", "main/run#-9": "3 of that",
		"main/line:0": "no line", "main/line:x.py:3": "x.py", "*/out:": "text", "": "LANE/WHAT", "fetch(0)@3/run": "fetch(0)@3",
	} {
		if _, err := r.FindMoment(query); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", query, err, want)
		}
	}
}

func TestMarks(t *testing.T) {
	r := tasks().Recording()
	for i := 0; i < r.Len(); i += 5 {
		m := r.MarkOf(i)
		again := NewRecorder(Limits{})
		stopped := -1
		again.StopAt(m, func() { stopped = again.Count() })
		for e := 1; e < r.NumEntities(); e++ {
			again.rec.entities = append(again.rec.entities, r.Entity(Entity(e)))
		}
		for j := 0; j < r.Len(); j++ {
			e := r.At(j)
			again.Add(e.Time, e.Kind, e.Who, e.Obj, e.Arg, e.Loc)
		}
		if stopped != i+1 {
			t.Fatalf("event %d %v: stopped after %d", i, m, stopped)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; {
		r := NewRecorder(Limits{})
		e := r.NewEntity(0, Task, "t", 0, 0, 0)
		for n := 0; n < 1_000_000 && i < b.N; n++ {
			r.Add(int64(i), RUN, e, 0, 0, 0)
			i++
		}
	}
}

func BenchmarkDigest(b *testing.B) {
	r := generators(50_000).Recording()
	b.SetBytes(int64(r.Len() * 24))
	for i := 0; i < b.N; i++ {
		r.Digest()
	}
}

func BenchmarkColumns(b *testing.B) {
	r := generators(50_000).Recording()
	for i := 0; i < b.N; i++ {
		c := r.Columns()
		if bytes.Equal(c.Who, c.Obj) {
			b.Fatal()
		}
	}
}

func TestWorks(t *testing.T) {
	b := newBuilder()
	process, main, core := b.machine(2)
	pool := b.entity(Pool, "pool", process, main)
	worker := b.entity(Thread, "worker", pool, main)
	future := b.entity(Future, "future", pool, main)
	b.ev(SUBMIT, main, future, "job", 3)
	b.at(5)
	b.ev(READY, worker, main, nil, 0)
	b.ev(RUN, worker, core[1], nil, 1)
	b.ev(PICKUP, worker, future, nil, 0)
	b.ev(SPAN, worker, 0, "pickle 10 B", 0)
	b.at(7).ev(SPANEND, worker, 0, "pickle 10 B", 0)
	b.at(9).ev(RESULT, future, worker, "result", 0)
	b.ev(SPANEND, worker, 0, "of nothing", 0)
	b.ev(DONE, worker, 0, nil, 0)
	r := b.Recording()
	works := r.Works()
	if len(works) != 1 || len(works[worker]) != 2 {
		t.Fatalf("works: %v", works)
	}
	job, inner := works[worker][0], works[worker][1]
	if r.String(job.Name) != "job" || job.Future != future || r.At(job.First).Time != 5 || r.At(job.Next).Time != 9 {
		t.Errorf("the future: %+v", job)
	}
	if r.String(inner.Name) != "pickle 10 B" || inner.Depth != 1 || r.At(inner.Next).Time != 7 {
		t.Errorf("the span inside: %+v", inner)
	}
	if svg := r.SVG(SVGOptions{Axis: AxisTime}); !strings.Contains(svg, ">job</text>") {
		t.Error("the picture does not name the job")
	}
}
