package kernel

import "loopscope/engine/trace"

// Config describes the computer. Start from DefaultConfig.
type Config struct {
	Cores int  // 1 to 64
	GIL   bool // false: free-threaded
	// Preempt says where the interpreter may be stopped, for Runners to follow: "safe" (where
	// CPython checks) or "every" (between any two instructions; the GIL then also changes hands after a
	// random part of the switch interval).
	Preempt string
	Seed    int64
	Prices  Prices
	// Quantum is how far the thread of a core may run ahead of the others; at most 1 ms.
	Quantum int64
	// VirtualLimit ends the run when virtual time gets there; 0 for 30 days.
	VirtualLimit int64
	Policy       Policy // nil: first come, first served
}

// DefaultConfig is a computer with four cores and a GIL.
func DefaultConfig() Config {
	return Config{Cores: 4, GIL: true, Preempt: "safe", Seed: 1, Prices: DefaultPrices()}
}

const (
	maxQuantum = 1_000_000
	// freeQuantum is the quantum where threads share memory without a GIL: finer, for what
	// they do to each other without the kernel's knowledge interleaves no finer than that.
	freeQuantum = 20_000
	// Never is a time that does not come.
	Never       = int64(1)<<53 - 1
	defaultDays = 30
)

func (c Config) normal() Config {
	c.Cores = min(max(c.Cores, 1), 64)
	if c.Quantum <= 0 || c.Quantum > maxQuantum {
		c.Quantum = maxQuantum
		if !c.GIL {
			c.Quantum = freeQuantum
		}
	}
	if c.VirtualLimit <= 0 || c.VirtualLimit > Never/2 {
		c.VirtualLimit = defaultDays * 24 * 3600 * 1_000_000_000
	}
	if c.Policy == nil {
		c.Policy = FirstCome{}
	}
	return c
}

// OutcomeKind says why a Step returned.
type OutcomeKind uint8

// The outcomes of a step.
const (
	Budget OutcomeKind = iota // the budget is used up, at a point where the thread may be preempted
	Parked                    // the thread has parked (Machine.Park on it)
	Done                      // the thread has ended
	Sync                      // SyncPoint said no; nothing was done since
)

// Outcome is what a Step reports.
type Outcome struct {
	Kind   OutcomeKind
	UsedNs int64 // CPU time used, without what was charged with Spend
}

// Runner is what a thread executes.
//
// Step runs for about budgetNs of CPU time and returns at a point where the thread may be
// stopped. It may overrun, by a few instructions or by one long operation. It must make progress: use time, or
// park, or end; Sync may use none.
type Runner interface {
	Step(budgetNs int64) Outcome
}

// Clock is what a Runner may implement to tell the time within a step: the part of UsedNs that has
// been used so far. Without it, what happens in a step seems to happen at its beginning.
type Clock interface{ ElapsedNs() int64 }

// Shortener is what a Runner may implement to hear that its budget has shrunk in mid-step (it has set a timer, or has
// woken somebody who wants the GIL or the core): budgetNs is what is left from now on.
type Shortener interface{ Shorten(budgetNs int64) }

// Locator is what a Runner may implement to say where its program is: the line of
// the innermost user frame.
type Locator interface{ Loc() trace.Loc }

// Policy makes the choices that an operating system leaves open. Candidates are in order of arrival; the answer is an index.
// A policy that replays a list of choices, or one that explores, sees every choice of a run here.
type Policy interface {
	Choose(what Choice, candidates []*Thread) int
}

// Choice says what is chosen.
type Choice uint8

// The choices.
const (
	ChooseThread Choice = iota // the ready thread that a free core takes
	ChooseGIL                  // the waiter that gets the GIL
)

// FirstCome is the default policy.
type FirstCome struct{}

// Choose takes the first.
func (FirstCome) Choose(Choice, []*Thread) int { return 0 }
