package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

// How long a program takes on the simulated computer, compared with what one
// computes by hand from the price list: within 2 %.

// work is a program whose threads compute n steps each, or sleep.
const work = `
from threading import Thread
threads = %d
n = %d
def compute():
    i = 0
    while i < n:
        i += 1
ts = [Thread(target=compute) for _ in range(threads)]
for t in ts:
    t.start()
for t in ts:
    t.join()
`

// A step of compute is the five plain instructions of comparing, adding and jumping.
// Instructions are made slow, so that starting threads and the last time slice count for little.
const steps = 200_000

func runOn(t *testing.T, m engine.Machine, source string) *engine.Result {
	t.Helper()
	m.InstructionNs = 300
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: source}}, Seed: 1, Machine: m,
		Limits: engine.Limits{Instructions: 1 << 40}})
	if r.Exit != 0 || r.Error != nil {
		t.Fatalf("exit %d, %+v\n%s", r.Exit, r.Error, r.Stderr)
	}
	for _, v := range trace.Validate(r.Recording) {
		t.Errorf("the recording is impossible: %v", v)
	}
	return r
}

// alone is how long one thread needs for its steps.
func alone(t *testing.T) float64 {
	return float64(runOn(t, engine.Machine{Cores: 1}, fmt.Sprintf(work, 1, steps)).Recording.Meta.End)
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if got < want*0.98 || got > want*1.02 {
		t.Errorf("%s: %.3f, computed by hand %.3f", what, got, want)
	}
}

func TestComputingThreads(t *testing.T) {
	one := alone(t)
	for _, c := range []struct {
		name    string
		threads int
		m       engine.Machine
		want    float64 // times the time of one thread
	}{
		{"4 threads under the GIL, 4 cores", 4, engine.Machine{Cores: 4}, 4},
		{"2 threads under the GIL, 4 cores", 2, engine.Machine{Cores: 4}, 2},
		{"4 threads under the GIL, 1 core", 4, engine.Machine{Cores: 1}, 4},
		{"8 threads under the GIL, 2 cores", 8, engine.Machine{Cores: 2}, 8},
		{"4 free threads, 4 cores", 4, engine.Machine{Cores: 4, FreeThreaded: true}, 1},
		{"4 free threads, 2 cores", 4, engine.Machine{Cores: 2, FreeThreaded: true}, 2},
		{"4 free threads, 1 core", 4, engine.Machine{Cores: 1, FreeThreaded: true}, 4},
		{"6 free threads, 3 cores", 6, engine.Machine{Cores: 3, FreeThreaded: true}, 2},
		{"16 free threads, 64 cores", 16, engine.Machine{Cores: 64, FreeThreaded: true}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := runOn(t, c.m, fmt.Sprintf(work, c.threads, steps))
			near(t, c.name, float64(r.Recording.Meta.End)/one, c.want)
		})
	}
}

// Half of the work cannot be shared out: Amdahl's law.
func TestAmdahl(t *testing.T) {
	one := alone(t)
	source := strings.Replace(fmt.Sprintf(work, 4, steps), "ts = [", "compute()\nts = [", 1)
	r := runOn(t, engine.Machine{Cores: 4, FreeThreaded: true}, source)
	near(t, "a serial part and a parallel one", float64(r.Recording.Meta.End)/one, 2)
	r = runOn(t, engine.Machine{Cores: 4}, source)
	near(t, "the same under the GIL", float64(r.Recording.Meta.End)/one, 5)
}

const poolWork = `
from concurrent.futures import ThreadPoolExecutor
import time
with ThreadPoolExecutor(%d) as pool:
    list(pool.map(time.sleep, [0.1] * %d))
`

// Waiting overlaps, as far as there are workers.
func TestSleepingPool(t *testing.T) {
	for _, c := range []struct{ workers, items int }{{1, 8}, {2, 8}, {4, 8}, {8, 8}, {3, 8}} {
		rounds := (c.items + c.workers - 1) / c.workers
		r := runOn(t, engine.Machine{}, fmt.Sprintf(poolWork, c.workers, c.items))
		near(t, fmt.Sprintf("%d workers, %d items", c.workers, c.items), float64(r.Recording.Meta.End)/1e9, float64(rounds)*0.1)
	}
}

const lockedWork = `
from threading import Thread, Lock
lock = Lock()
def compute():
    with lock:
        i = 0
        while i < 200000:
            i += 1
ts = [Thread(target=compute) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
`

// A lock around everything leaves nothing to run at the same time.
func TestLockSerialises(t *testing.T) {
	one := alone(t)
	r := runOn(t, engine.Machine{Cores: 4, FreeThreaded: true}, lockedWork)
	near(t, "4 free threads and one lock", float64(r.Recording.Meta.End)/one, 4)
}

// The switch interval decides how often the GIL changes hands.
func TestSwitchInterval(t *testing.T) {
	for _, interval := range []int64{1_000_000, 5_000_000, 20_000_000} {
		r := runOn(t, engine.Machine{Cores: 2, SwitchIntervalNs: interval}, fmt.Sprintf(work, 2, steps))
		switches := 0.0
		for i := 0; i < r.Recording.Len(); i++ {
			e := r.Recording.At(i)
			if e.Kind == trace.RUN && strings.HasPrefix(r.Recording.Name(e.Who), "Thread-") {
				switches++
			}
		}
		want := float64(r.Recording.Meta.End) / float64(interval)
		if switches < want*0.9-2 || switches > want*1.1+2 {
			t.Errorf("with a switch interval of %d ns, threads began to run %v times; expected about %.0f", interval, switches, want)
		}
	}
}

// A thread that waits a little and computes a little must wait for the GIL
// each time while another one computes: the convoy effect.
func TestConvoy(t *testing.T) {
	source := `
from threading import Thread
import time
stop = False
def compute():
    while not stop:
        pass
t = Thread(target=compute)
t.start()
start = time.monotonic()
for _ in range(20):
    time.sleep(0.001)
print(time.monotonic() - start)
stop = True
t.join()
`
	took := func(m engine.Machine) float64 {
		var f float64
		r := runOn(t, m, source)
		fmt.Sscan(r.Stdout, &f)
		return f * 1e3
	}
	interval := float64(kernel.DefaultPrices()[kernel.PriceSwitchInterval]) / 1e6
	near(t, "20 sleeps of 1 ms beside a busy thread", took(engine.Machine{Cores: 2}), 20*(1+interval))
	near(t, "the same without a GIL", took(engine.Machine{Cores: 2, FreeThreaded: true}), 20)
}

func TestDeadlockNamesTheCycle(t *testing.T) {
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: `
import threading, time
a, b = threading.Lock(), threading.Lock()
first = threading.Lock()
second = threading.Lock()
def work(x, y):
    with x:
        time.sleep(0.1)
        with y:
            print("never")
one = threading.Thread(target=work, args=(first, second), name="one")
two = threading.Thread(target=work, args=(second, first), name="two")
one.start()
two.start()
one.join()
`}}})
	if r.Error == nil || r.Error.Kind != "deadlock" {
		t.Fatalf("no deadlock: %+v", r.Error)
	}
	for _, part := range []string{"one waits: lock second, held by two\n", "two waits: lock first, held by one\n", "cycle: one -> two -> one"} {
		if !strings.Contains(r.Error.Message, part) {
			t.Errorf("the report does not say %q:\n%s", part, r.Error.Message)
		}
	}
	if r.Error.Line != 9 {
		t.Errorf("the report is for line %d, want 9", r.Error.Line)
	}
}

// With the same seed a race has the same outcome; some seed loses an update.
func TestRace(t *testing.T) {
	source := `
import threading
count = 0
def bump(n):
    return n + 1
def work():
    global count
    for _ in range(100000):
        count = bump(count)
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(count)
`
	lost := 0
	for seed := int64(1); seed <= 5; seed++ {
		req := engine.Request{Files: []engine.File{{Name: "main.py", Text: source}}, Seed: seed}
		first, second := engine.Run(req), engine.Run(req)
		if first.Stdout != second.Stdout || first.Recording.Digest() != second.Recording.Digest() {
			t.Errorf("seed %d: %q, then %q", seed, first.Stdout, second.Stdout)
		}
		if strings.TrimSpace(first.Stdout) != "300000" {
			lost++
		}
	}
	if lost == 0 {
		t.Error("no seed of five loses an update")
	}
}

// Whatever the machine, the recordings of the programs are possible, nothing
// hangs and nothing breaks. What they print is that of the reference on the default machine only.
func TestThreadsOnOtherMachines(t *testing.T) {
	machines := []engine.Machine{
		{FreeThreaded: true}, {Cores: 1}, {Cores: 2, FreeThreaded: true, Preempt: "every"}, {Preempt: "every", SwitchIntervalNs: 20_000},
	}
	var programs []string
	for _, area := range []string{"threads", "futures"} {
		found, err := filepath.Glob("testdata/" + area + "/*.py")
		if err != nil {
			t.Fatal(err)
		}
		programs = append(programs, found...)
	}
	for i, program := range programs {
		source, err := os.ReadFile(program)
		if err != nil {
			t.Fatal(err)
		}
		for j, m := range machines {
			r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: string(source)}}, Seed: int64(i + j), Machine: m})
			if r.Error != nil {
				t.Errorf("%s on %+v: %s", program, m, r.Error.Message)
			}
			for n, v := range trace.Validate(r.Recording) {
				if n == 3 {
					break
				}
				t.Errorf("%s on %+v: the recording is impossible: %v", program, m, v)
			}
		}
	}
}

// A lost update is told: of a global variable torn by preemption, of an
// attribute and a closure's variable written back after a wait; not where a
// lock or a second reading prevents it.
func TestLostUpdates(t *testing.T) {
	source := `
import threading, time
class Account:
    balance = 0
    def __init__(self): self.balance = 100
    def withdraw(self, n):
        seen = self.balance
        time.sleep(0.1)
        self.balance = seen - n
    def add(self, n):
        self.balance += slow(n)
def slow(n):
    time.sleep(0.05)
    return n
def outer():
    cell = 0
    def bump():
        nonlocal cell
        cell = cell + slow(1)
    run(bump, bump)
left = 5
lock = threading.Lock()
def fine():
    global left
    with lock:
        before = left
        time.sleep(0.01)
        left = before - 1
def again():
    global other
    slow(other)
    other = other + 1
other = 0
def run(*functions):
    ts = [threading.Thread(target=f) for f in functions]
    for t in ts: t.start()
    for t in ts: t.join()
a = Account()
run(lambda: a.withdraw(10), lambda: a.add(5))
outer()
run(fine, fine)
run(again, again)
print(a.balance, left, other)
`
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: source}}, Seed: 1})
	if r.Stdout != "90 3 2\n" {
		t.Fatalf("printed %q, %s", r.Stdout, r.Stderr)
	}
	var notes []string
	for i := 0; i < r.Recording.Len(); i++ {
		if e := r.Recording.At(i); e.Kind == trace.NOTE {
			notes = append(notes, r.Recording.String(trace.Str(e.Arg)))
		}
	}
	want := []string{
		"lost update of self.balance: read on line 7, then Thread-2 (<lambda>) wrote it, and line 9 writes over that",
		"lost update of cell: read on line 19, then Thread-3 (bump) wrote it, and line 19 writes over that",
	}
	if !slices.Equal(notes, want) {
		t.Errorf("notes:\n%s", strings.Join(notes, "\n"))
	}
}
