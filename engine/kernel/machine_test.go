package kernel

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/engine/trace"
)

const ms = 1_000_000

func (f *fixture) want(st Status) {
	f.t.Helper()
	if got := f.run(); got != st {
		f.t.Fatalf("status %d, want %d (%+v)", got, st, f.m.Stopped())
	}
}

func (f *fixture) wantSeen(want string) {
	f.t.Helper()
	if got := strings.Join(f.seen, " "); got != want {
		f.t.Errorf("order %q, want %q", got, want)
	}
}

// near is within 2 %.
func near(got, want int64) bool { return got >= want && got-want <= want/50 }

func TestCPUBound(t *testing.T) {
	for _, c := range []struct {
		gil   bool
		cores int
		want  int64
	}{{true, 4, 400 * ms}, {false, 4, 100 * ms}, {false, 2, 200 * ms}, {true, 1, 400 * ms}, {false, 1, 400 * ms}, {false, 64, 100 * ms}} {
		for _, config := range []Config{exact(c.cores, c.gil), func() Config {
			d := DefaultConfig()
			d.Cores, d.GIL = c.cores, c.gil
			return d
		}()} {
			f := setup(t, config)
			for _, name := range []string{"a", "b", "c", "d"} {
				f.start(name, work(100*ms))
			}
			f.want(Finished)
			if got := f.m.Time(); !near(got, c.want) || config.Prices[PriceJitter] == 0 && got != c.want {
				t.Errorf("%+v: took %d, want %d", c, got, c.want)
			}
		}
	}
}

func TestProcessesShareCores(t *testing.T) {
	// Four processes with a GIL each: the GIL is no limit, the cores are.
	for cores, want := range map[int]int64{1: 400 * ms, 2: 200 * ms, 4: 100 * ms} {
		f := setup(t, exact(cores, true))
		for _, name := range []string{"a", "b", "c", "d"} {
			p := f.m.NewProcess(name, 0)
			f.m.Start(f.thread(p, name, work(100*ms)), 0, 0)
		}
		f.want(Finished)
		if got := f.m.Time(); got != want {
			t.Errorf("%d cores: took %d, want %d", cores, got, want)
		}
	}
}

// runs lists who ran when, by the recording.
func (f *fixture) runs() string {
	r := f.m.Rec.Recording()
	var parts []string
	for i := 0; i < r.Len(); i++ {
		if e := r.At(i); e.Kind == trace.RUN {
			parts = append(parts, fmt.Sprintf("%s@%g", r.Name(e.Who), float64(e.Time)/ms))
		}
	}
	return strings.Join(parts, " ")
}

func TestGILFairness(t *testing.T) {
	f := setup(t, exact(4, true))
	for _, name := range []string{"a", "b", "c"} {
		f.start(name, work(12*ms))
	}
	f.want(Finished)
	// Each gets a switch interval in turn; the last remainders need no switch.
	if got, want := f.runs(), "a@0 b@5 c@10 a@15 b@20 c@25 a@30 b@32 c@34"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestGILLoneThreadKeepsIt(t *testing.T) {
	f := setup(t, exact(4, true))
	f.start("a", work(500*ms))
	f.want(Finished)
	if got := f.runs(); got != "a@0" {
		t.Error(got)
	}
	if n := f.m.Rec.Count(); n > 12 {
		t.Errorf("%d events though nothing changed", n)
	}
}

// TestGILConvoy has a thread that does I/O beside one that computes: after each wait it has
// to wait for a switch interval, CPython's convoy effect.
func TestGILConvoy(t *testing.T) {
	f := setup(t, exact(4, true))
	f.start("cpu", work(100*ms))
	f.start("io", sleep(1*ms), work(grain), sleep(1*ms), work(grain), sleep(1*ms), work(grain), f.say("done"))
	f.want(Finished)
	r := f.m.Rec.Recording()
	m, err := r.FindMoment("io/done")
	if err != nil {
		t.Fatal(err)
	}
	// The first wait for the GIL is to be able to sleep at all.
	if want := int64(5*ms + 3*(1*ms+5*ms)); m.Time < want || m.Time > want+10*grain {
		t.Errorf("io ended at %d, want %d", m.Time, want)
	}
}

func TestBlockedWaiterGetsGILAtOnce(t *testing.T) {
	f := setup(t, exact(1, true))
	f.start("a", work(2*ms), sleep(10*ms), work(2*ms))
	f.start("b", work(20*ms))
	f.want(Finished)
	if got, want := f.runs(), "a@0 b@2 a@17 b@19"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestSleepExact(t *testing.T) {
	c := DefaultConfig() // with jitter: a program of one thread sleeps exactly
	f := setup(t, c)
	f.start("a", sleep(250*ms), f.say("x"), sleep(250*ms), sleep(1))
	f.want(Finished)
	r := f.m.Rec.Recording()
	start, _ := r.FindMoment("a/run")
	end, _ := r.FindMoment("a/done")
	if got := end.Time - start.Time; got != 500*ms+1 {
		t.Errorf("slept %d", got)
	}
}

func TestEqualDeadlines(t *testing.T) {
	for _, gil := range []bool{true, false} {
		for seed := int64(0); seed < 20; seed++ {
			c := DefaultConfig()
			c.GIL, c.Seed = gil, seed
			c.Prices[PriceThreadStart] = 0
			f := setup(t, c)
			main := func(s *script) {
				for i := 0; i < 8; i++ {
					i := i
					f.m.At(s.m.Now()+10*ms, func() { f.seen = append(f.seen, fmt.Sprint("t", i)) })
				}
			}
			var names []string
			f.start("main", do(main), sleep(10*ms), f.say("main"))
			for i := 0; i < 6; i++ {
				name := fmt.Sprint("s", i)
				names = append(names, name)
				th := f.thread(f.p, name, sleep(20*ms), f.say(name))
				// Started apart, so that their sleeps end apart by less than the jitter of starts.
				f.m.At(int64(i)*100_000, func() { f.m.Start(th, 0, 0) })
			}
			f.want(Finished)
			f.wantSeen("t0 t1 t2 t3 t4 t5 t6 t7 main " + strings.Join(names, " "))
		}
	}
}

func TestTimers(t *testing.T) {
	f := setup(t, exact(1, true))
	note := func(s string) func() { return func() { f.seen = append(f.seen, fmt.Sprint(s, f.m.Now()/ms)) } }
	f.m.At(30*ms, note("c"))
	b := f.m.At(20*ms, note("b"))
	f.m.At(10*ms, note("a"))
	f.m.At(10*ms, func() {
		if !f.m.Cancel(b) || f.m.Cancel(b) || b.Pending() {
			t.Error("cancelled twice, or not at all")
		}
		f.m.At(5*ms, note("past"))
	})
	f.start("a", work(50*ms))
	f.want(Finished)
	f.wantSeen("a10 past10 c30")
}

// TestSyncPoints: two processes on two cores take turns in one object; what they do happens in the
// order of virtual time although each is stepped a quantum at a time.
func TestSyncPoints(t *testing.T) {
	for _, gil := range []bool{true, false} {
		f := setup(t, exact(2, gil))
		type hit struct {
			at  int64
			who string
		}
		var hits []hit
		loop := func(name string, period int64) []op {
			var ops []op
			for i := 0; i < 200; i++ {
				ops = append(ops, work(period), do(func(s *script) { hits = append(hits, hit{s.m.Now(), name}) }))
			}
			return ops
		}
		f.m.Start(f.thread(f.m.NewProcess("p", 0), "p", loop("p", 7000)...), 0, 0)
		f.m.Start(f.thread(f.m.NewProcess("q", 0), "q", loop("q", 11000)...), 0, 0)
		f.want(Finished)
		if len(hits) != 400 {
			t.Fatalf("%d hits", len(hits))
		}
		for i := 1; i < len(hits); i++ {
			if hits[i].at < hits[i-1].at {
				t.Fatalf("%v after %v", hits[i], hits[i-1])
			}
		}
	}
}

// TestSpendAhead: work charged at once must not let a thread act before timers that come first.
func TestSpendAhead(t *testing.T) {
	f := setup(t, exact(2, true))
	l := f.m.NewLock("lock", f.p.Entity, 0)
	timedOut := false
	f.start("a", acquire(&l), sleep(ms), do(func(s *script) { s.m.Spend(50 * ms) }), release(&l))
	f.start("b", op{sync: true, do: func(s *script) bool { return l.Acquire(s.m, &s.th.Agent, 0, 10*ms) }},
		do(func(s *script) { timedOut = s.th.TimedOut() }))
	f.want(Finished)
	if !timedOut {
		t.Error("b got a lock that was released 40 ms after its time was up")
	}
	if got := f.m.Time(); got < 51*ms || got > 52*ms {
		t.Errorf("took %d", got)
	}
}

func TestDeterminism(t *testing.T) {
	run := func(seed int64, steps int) string {
		c := DefaultConfig()
		c.Seed = seed
		f := setup(t, c)
		l := f.m.NewLock("lock", f.p.Entity, 0)
		for i := 0; i < 5; i++ {
			f.start(fmt.Sprint("t", i), work(3*ms), acquire(&l), work(ms), sleep(2*ms), release(&l), work(7*ms))
		}
		for i := 0; i < 3; i++ {
			p := f.m.NewProcess(fmt.Sprint("p", i), 0)
			f.m.Start(f.thread(p, "m", work(5*ms), sleep(ms), work(9*ms)), f.m.Price(PriceProcessFork), 0)
		}
		for f.m.RunFor(steps) == Going {
		}
		return f.m.Rec.Recording().Digest()
	}
	first, second := run(1, 1000), run(1, 1000)
	if first != second || run(1, 1) != run(1, 7) {
		t.Error("one seed, two digests")
	}
	if run(1, 100) == run(2, 100) {
		t.Error("the seed changes nothing")
	}
}

func TestVirtualLimit(t *testing.T) {
	c := exact(1, true)
	c.VirtualLimit = 100 * ms
	f := setup(t, c)
	var ops []op
	for i := 0; i < 1000; i++ {
		ops = append(ops, sleep(ms), work(grain))
	}
	f.start("a", ops...)
	f.want(Halted)
	if s := f.m.Stopped(); s.Kind != "limit" || f.m.Time() > 102*ms {
		t.Errorf("%+v at %d", s, f.m.Time())
	}
}

type stuck struct{}

func (stuck) Step(int64) Outcome { return Outcome{Sync, 0} }

func TestNoProgress(t *testing.T) {
	f := setup(t, exact(1, true))
	f.m.Start(f.p.NewThread("stuck", 0, 0, stuck{}), 0, 0)
	f.want(Halted)
	if f.m.Stopped().Kind != "internal" {
		t.Errorf("%+v", f.m.Stopped())
	}
}

func TestFullRecording(t *testing.T) {
	m := New(exact(1, true), trace.NewRecorder(trace.Limits{Events: 60}))
	f := &fixture{t: t, m: m}
	f.p = m.NewProcess("main", 0)
	var ops []op
	for i := 0; i < 1000; i++ {
		ops = append(ops, sleep(ms))
	}
	f.start("a", ops...)
	f.want(Halted)
	if n := m.Rec.Count(); n != 60 || f.m.Stopped().Kind != "limit" {
		t.Errorf("%d events, %+v", n, m.Stopped())
	}
}

var update = flag.Bool("update", false, "rewrite the golden recordings")

// TestGolden compares whole recordings with those under testdata. They are text, so that a change can be read.
func TestGolden(t *testing.T) {
	var l *Lock
	for _, c := range []struct {
		name  string
		build func() *fixture
	}{
		{"gil", func() *fixture {
			f := setup(t, DefaultConfig())
			l = f.m.NewLock("lock a", f.p.Entity, 0)
			w := f.start("worker", work(8*ms), acquire(&l), work(ms), release(&l))
			f.start("main", acquire(&l), sleep(3*ms), work(7*ms), release(&l), join(&w))
			return f
		}},
		{"free", func() *fixture {
			c := DefaultConfig()
			c.GIL, c.Cores = false, 2
			f := setup(t, c)
			l = f.m.NewLock("lock a", f.p.Entity, 0)
			for _, name := range []string{"a", "b", "c"} {
				f.start(name, acquire(&l), work(ms), release(&l), work(8*ms))
			}
			return f
		}},
		{"processes", func() *fixture {
			f := setup(t, DefaultConfig())
			main := f.start("main", work(ms), sleep(4*ms))
			for _, name := range []string{"p", "q"} {
				p := f.m.NewProcess(name, main.Entity)
				f.m.Start(f.thread(p, "MainThread", work(2*ms)), f.m.Price(PriceProcessFork), main.Entity)
			}
			return f
		}},
	} {
		f := c.build()
		f.want(Finished)
		got := f.m.Rec.Recording().Text()
		path := filepath.Join("testdata", c.name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: is\n%s\nwant\n%s\n(go test -update rewrites it)", path, got, want)
		}
	}
}

func TestStopAndContinue(t *testing.T) {
	f := setup(t, exact(1, true))
	f.start("a", work(10*ms), do(func(s *script) { s.m.Stop("break", "") }), work(10*ms))
	f.want(Halted)
	if got := f.m.Time(); got < 10*ms || got > 10*ms+2*grain {
		t.Errorf("stopped at %d", got)
	}
	f.m.Continue()
	f.want(Finished)
	if f.m.Time() != 20*ms {
		t.Errorf("ended at %d", f.m.Time())
	}
}

// last is a policy that takes the last who came.
type lastCome struct{ asked int }

func (p *lastCome) Choose(_ Choice, list []*Thread) int { p.asked++; return len(list) - 1 }

func TestPolicy(t *testing.T) {
	p := &lastCome{}
	c := exact(1, true)
	c.Policy = p
	f := setup(t, c)
	for _, name := range []string{"a", "b", "c"} {
		f.start(name, work(ms), f.say(name))
	}
	f.want(Finished)
	f.wantSeen("a c b")
	if p.asked == 0 {
		t.Error("not asked")
	}
}

func TestRandomPreemption(t *testing.T) {
	seen := map[string]bool{}
	for seed := int64(1); seed <= 4; seed++ {
		c := exact(1, true)
		c.Seed, c.Preempt = seed, "every"
		f := setup(t, c)
		f.start("a", work(20*ms))
		f.start("b", work(20*ms))
		f.want(Finished)
		seen[f.runs()] = true
	}
	if len(seen) < 3 {
		t.Errorf("%d interleavings of 4 seeds", len(seen))
	}
}

func TestPrices(t *testing.T) {
	p := DefaultPrices()
	names := map[string]bool{}
	for i := range PriceList {
		row := PriceList[i]
		if row.Name == "" || row.Doc == "" || row.Default <= 0 || names[row.Name] {
			t.Errorf("price %d: %+v", i, row)
		}
		names[row.Name] = true
		if !p.Set(row.Name, 77) || p[i] != 77 {
			t.Errorf("%s cannot be set", row.Name)
		}
	}
	if p.Set("free lunch", 1) || p.Set("jitter", -1) {
		t.Error("set what there is not")
	}
}

func TestRandom(t *testing.T) {
	a, b := NewRandom(1), NewRandom(1)
	if a.Uint64() != b.Uint64() || a.Fork("x").Uint64() != b.Fork("x").Uint64() || a.Fork("x").Uint64() == a.Fork("y").Uint64() {
		t.Error("not a function of seed and label")
	}
	for i := 0; i < 1000; i++ {
		if n := a.Int63n(10); n < 0 || n >= 10 {
			t.Fatal(n)
		}
	}
	if a.Int63n(0) != 0 {
		t.Error("nothing to choose from")
	}
}

// BenchmarkSwitch is a generator send and its yield, recorded.
func BenchmarkSwitch(b *testing.B) {
	b.ReportAllocs()
	m := New(DefaultConfig(), trace.NewRecorder(trace.Limits{Events: 1 << 30}))
	p := m.NewProcess("main", 0)
	r := &switcher{script: script{m: m}, n: b.N}
	r.th = p.NewThread("t", 0, 0, r)
	m.Start(r.th, 0, 0)
	m.InitAgent(&r.gen, trace.Generator, "gen", r.th.Entity, 0, r.th)
	for m.RunFor(1000) == Going {
	}
}

// switcher sends into a generator n times.
type switcher struct {
	script
	gen Agent
	n   int
}

func (s *switcher) Step(int64) Outcome {
	m := s.m
	send, yield, in := m.Str("send"), m.Str("yield"), m.Str("in gen")
	for i := 0; i < 1000; i++ {
		if s.n--; s.n <= 0 {
			return Outcome{Done, 0}
		}
		m.Switch(&s.th.Agent, &s.gen, send, Wait{Reason: in, Obj: s.gen.Entity})
		m.Switch(&s.gen, &s.th.Agent, yield, Wait{Reason: yield})
	}
	return Outcome{Budget, 100_000}
}

func BenchmarkSleep(b *testing.B) {
	b.ReportAllocs()
	m := New(DefaultConfig(), trace.NewRecorder(trace.Limits{Events: 1 << 30}))
	p := m.NewProcess("main", 0)
	for i := 0; i < 4; i++ {
		s := &sleeper{m: m}
		s.th = p.NewThread("t", 0, 0, s)
		m.Start(s.th, 0, 0)
	}
	m.RunFor(b.N)
}

// sleeper sleeps for ever.
type sleeper struct {
	m  *Machine
	th *Thread
}

func (s *sleeper) Step(int64) Outcome {
	s.m.Park(&s.th.Agent, Wait{Deadline: s.m.Now() + 1000})
	return Outcome{Parked, 100}
}
