package kernel

import "loopscope/engine/trace"

// Machine is the simulated computer.
type Machine struct {
	Config Config
	Rec    *trace.Recorder
	Entity trace.Entity

	cores  []*core
	procs  []*Process
	ready  []*Thread // by (readyAt, arrival)
	timers timerHeap
	seq    uint64
	live   int // threads that were started and have not ended
	now    int64
	random *Random
	locks  map[trace.Entity]func() *Agent // who holds what, for deadlock reports

	cur     *Thread // being stepped
	curEnd  int64   // until when
	horizon int64   // up to here nothing else can happen
	idle    int     // steps without progress, in a row
	stopped *Stopped
	words   words
}

// words are the strings that the kernel itself records.
type words struct{ timer, gil, end, release, lock trace.Str }

type core struct {
	entity     trace.Entity
	thread     *Thread
	last       *Thread // that ran on it
	freeAt     int64
	sliceStart int64
}

// Stopped says why a machine was stopped.
type Stopped struct {
	Kind    string // limit, internal, or what Stop was given
	Message string
}

// Status is what RunFor reports.
type Status uint8

// The statuses.
const (
	Going    Status = iota // there is more to run
	Finished               // no thread is left
	Deadlock               // threads are left, and nothing can wake them
	Halted                 // Stop was called, or a limit reached
)

// New makes a machine that records into rec.
func New(c Config, rec *trace.Recorder) *Machine {
	m := &Machine{Config: c.normal(), Rec: rec, random: NewRandom(c.Seed), horizon: Never, locks: map[trace.Entity]func() *Agent{}}
	m.words = words{rec.Intern("timer"), rec.Intern("GIL"), rec.Intern("end"), rec.Intern("release"), rec.Intern("lock")}
	m.Entity = rec.NewEntity(0, trace.Machine, "machine", 0, 0, 0)
	for i := 0; i < m.Config.Cores; i++ {
		name := "core " + itoa(i)
		m.cores = append(m.cores, &core{entity: rec.NewEntity(0, trace.Core, name, m.Entity, 0, 0)})
	}
	rec.Meta().Seed, rec.Meta().Cores = c.Seed, m.Config.Cores
	return m
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// Now is the virtual time: that of the thread being stepped, else of the timer that fires.
func (m *Machine) Now() int64 {
	if th := m.cur; th != nil {
		if th.clock != nil {
			return th.local + th.clock.ElapsedNs()
		}
		return th.local
	}
	return m.now
}

// Price is a price in force.
func (m *Machine) Price(p Price) int64 { return m.Config.Prices[p] }

// Random is the machine's generator, for those who need numbers from the seed. Take a Fork.
func (m *Machine) Random() *Random { return m.random }

// Current is the thread being stepped; nil between steps and in timers.
func (m *Machine) Current() *Thread { return m.cur }

// CurrentLane is who does what is being done: the lane of the thread being stepped, 0 when the machine itself acts.
func (m *Machine) CurrentLane() trace.Entity {
	if m.cur == nil {
		return 0
	}
	return m.cur.Lane()
}

// NewEntity adds an entity to the recording, now, at the line of the thread being stepped.
func (m *Machine) NewEntity(kind trace.EntityKind, name string, parent, creator trace.Entity) trace.Entity {
	return m.Rec.NewEntity(m.Now(), kind, name, parent, creator, m.loc())
}

// Processes are all processes, those that have ended included.
func (m *Machine) Processes() []*Process { return m.procs }

// Spend charges CPU time to the thread being stepped, beyond what Step reports.
func (m *Machine) Spend(ns int64) {
	if m.cur == nil || ns <= 0 {
		return
	}
	m.cur.local = min(m.cur.local+ns, Never)
	m.idle = 0
	m.tellShort()
}

// SyncPoint reports whether nothing else can happen before now, so that what the
// thread being stepped does next is in order. If not, Step must return Sync, having done nothing.
func (m *Machine) SyncPoint() bool { return m.cur == nil || m.Now() <= m.horizon }

// Stop ends the run: RunFor returns Halted.
func (m *Machine) Stop(kind, message string) {
	if m.stopped == nil {
		m.stopped = &Stopped{kind, message}
	}
	if m.cur != nil {
		m.shorten(m.Now())
	}
}

// Stopped says why the machine was stopped; nil when it was not.
func (m *Machine) Stopped() *Stopped { return m.stopped }

// Continue lets a machine go on that was stopped.
func (m *Machine) Continue() { m.stopped = nil }

// nearer notes that something can happen at time t that the thread being stepped did not know of.
func (m *Machine) nearer(t int64) {
	if m.cur == nil {
		return
	}
	if t < m.horizon {
		m.horizon = t
	}
	m.shorten(t)
}

// shorten ends the current step earlier.
func (m *Machine) shorten(t int64) {
	if m.cur == nil || t >= m.curEnd {
		return
	}
	m.curEnd = t
	m.tellShort()
}

func (m *Machine) tellShort() {
	if m.cur.shortener != nil {
		m.cur.shortener.Shorten(max(m.curEnd-m.Now(), 0))
	}
}

func (m *Machine) choose(what Choice, list []*Thread) int {
	if i := m.Config.Policy.Choose(what, list); i > 0 && i < len(list) {
		return i
	}
	return 0
}

// jitter is a random delay of a start.
func (m *Machine) jitter(p *Process) int64 {
	return p.random.Int63n(m.Config.Prices[PriceJitter] + 1)
}

// wakeJitter is a random delay of a wake-up. Within a process it keeps the order, and a
// program of one thread sleeps exactly.
func (m *Machine) wakeJitter(p *Process) int64 {
	if m.live <= 1 || m.Config.Prices[PriceJitter] == 0 {
		return 0
	}
	at := max(m.Now()+m.jitter(p), p.lastWake)
	p.lastWake = at
	return at - m.Now()
}
