package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

// How long processes take, compared with what one computes from the price list: within 2 %.

// processWork prints how many seconds a number of processes take that compute n steps each, after a serial part.
const processWork = `
import multiprocessing as mp
import time
def compute(n):
    i = 0
    while i < n:
        i += 1
if __name__ == "__main__":
    ctx = mp.get_context(%q)
    begin = time.perf_counter()
    compute(%d)
    ps = [ctx.Process(target=compute, args=(%d,)) for _ in range(%d)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(time.perf_counter() - begin)
`

// seconds is what a program prints.
func seconds(t *testing.T, m engine.Machine, source string) float64 {
	t.Helper()
	var f float64
	if _, err := fmt.Sscan(runOn(t, m, source).Stdout, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func price(m engine.Machine, p kernel.Price) float64 {
	if ns, ok := m.Prices[kernel.PriceList[p].Name]; ok {
		return float64(ns) / 1e9
	}
	return float64(kernel.DefaultPrices()[p]) / 1e9
}

func TestComputingProcesses(t *testing.T) {
	one := alone(t) / 1e9
	slowFork := map[string]int64{"process fork": 200_000_000}
	slowSpawn := map[string]int64{"process spawn": 500_000_000}
	for _, c := range []struct {
		name      string
		method    string
		serial    int // steps
		processes int
		m         engine.Machine
		work      float64 // times the time of one process
	}{
		{"1 process", "fork", 0, 1, engine.Machine{Cores: 4}, 1},
		{"4 processes, 4 cores", "fork", 0, 4, engine.Machine{Cores: 4}, 1},
		{"4 processes, 2 cores", "fork", 0, 4, engine.Machine{Cores: 2}, 2},
		{"4 processes, 1 core", "fork", 0, 4, engine.Machine{Cores: 1}, 4},
		{"8 processes, 4 cores", "fork", 0, 8, engine.Machine{Cores: 4}, 2},
		{"16 processes, 64 cores", "fork", 0, 16, engine.Machine{Cores: 64}, 1},
		{"free-threading changes nothing for processes", "fork", 0, 4, engine.Machine{Cores: 4, FreeThreaded: true}, 1},
		{"Amdahl: a serial part and 4 processes", "fork", steps, 4, engine.Machine{Cores: 4}, 2},
		{"Amdahl: a serial part and 4 processes on 2 cores", "fork", steps, 4, engine.Machine{Cores: 2}, 3},
		{"an expensive fork", "fork", 0, 4, engine.Machine{Cores: 4, Prices: slowFork}, 1},
		{"4 spawned processes", "spawn", 0, 4, engine.Machine{Cores: 4}, 1},
		{"an expensive spawn", "spawn", 0, 4, engine.Machine{Cores: 4, Prices: slowSpawn}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			start, n := kernel.PriceProcessFork, 1
			if c.method == "spawn" {
				// What the program imports is imported again, too; more work makes it count for less.
				start, n = kernel.PriceProcessSpawn, 6
			}
			want := c.work*one*float64(n) + price(c.m, start) + price(c.m, kernel.PriceProcessExit)
			near(t, c.name, seconds(t, c.m, fmt.Sprintf(processWork, c.method, c.serial, steps*n, c.processes)), want)
		})
	}
}

// What goes through a pipe is pickled, carried and unpickled, each by its size.
func TestSendingCosts(t *testing.T) {
	const source = `
import multiprocessing as mp
import time
def echo(conn):
    while True:
        conn.send(conn.recv())
if __name__ == "__main__":
    here, there = mp.Pipe()
    p = mp.Process(target=echo, args=(there,), daemon=True)
    p.start()
    here.send(b"")
    here.recv()
    data = b"x" * %d
    begin = time.perf_counter()
    here.send(data)
    here.recv()
    print(time.perf_counter() - begin)
`
	for _, m := range []engine.Machine{
		{Prices: map[string]int64{"pickling": 400}},
		{Prices: map[string]int64{"unpickling": 300, "pipe transfer": 100}},
	} {
		for _, n := range []int{40_000, 150_000} {
			want := 2 * float64(n) * (price(m, kernel.PricePickleByte) + price(m, kernel.PriceUnpickleByte) + price(m, kernel.PricePipeByte))
			near(t, fmt.Sprintf("%d bytes there and back, %v", n, m.Prices), seconds(t, m, fmt.Sprintf(source, n)), want)
		}
	}
}

// A lock that processes share serialises them, whatever the cores.
func TestSharedLockSerialises(t *testing.T) {
	one := alone(t) / 1e9
	source := strings.NewReplacer("def compute(n):\n    i = 0\n    while i < n:\n        i += 1",
		"lock = mp.Lock()\ndef compute(n):\n    with lock:\n        i = 0\n        while i < n:\n            i += 1").Replace(
		fmt.Sprintf(processWork, "fork", 0, steps, 4))
	near(t, "4 processes and one lock", seconds(t, engine.Machine{Cores: 4}, source),
		4*one+price(engine.Machine{}, kernel.PriceProcessFork)+price(engine.Machine{}, kernel.PriceProcessExit))
}

// Processes that wait for each other's locks, and their parent, are a deadlock whose report names the processes.
func TestDeadlockOfProcesses(t *testing.T) {
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: `
import multiprocessing as mp, time
def work(a, b):
    with a:
        time.sleep(0.05)
        with b:
            print("never")
left = mp.Lock()
right = mp.Lock()
one = mp.Process(target=work, args=(left, right), name="one")
two = mp.Process(target=work, args=(right, left), name="two")
one.start()
two.start()
one.join()
`}}})
	if r.Error == nil || r.Error.Kind != "deadlock" {
		t.Fatalf("no deadlock: %+v", r.Error)
	}
	for _, part := range []string{"main waits: end of one", "one waits: lock right, held by two", "two waits: lock left, held by one", "cycle: one -> two -> one"} {
		if !strings.Contains(r.Error.Message, part) {
			t.Errorf("the report does not say %q:\n%s", part, r.Error.Message)
		}
	}
}

// The limit of memory is for all processes together.
func TestMemoryOfProcesses(t *testing.T) {
	run := func(processes int) *engine.Result {
		return engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: fmt.Sprintf(`
import multiprocessing as mp, time
def hold():
    data = bytearray(20_000_000)
    time.sleep(1)
ps = [mp.Process(target=hold) for _ in range(%d)]
for p in ps: p.start()
for p in ps: p.join()
print([p.exitcode for p in ps])
`, processes)}}, Limits: engine.Limits{MemoryBytes: 200 << 20}})
	}
	if r := run(3); r.Stdout != "[0, 0, 0]\n" {
		t.Errorf("3 processes: %q %s %+v", r.Stdout, r.Stderr, r.Error)
	}
	if r := run(12); !strings.Contains(r.Stderr, "MemoryError") && (r.Error == nil || r.Error.Kind != "limit") {
		t.Errorf("12 processes with 20 MB each and a limit of 200 MB: %q", r.Stdout)
	}
}

// The stacks of all processes can be looked into.
func TestInspectProcesses(t *testing.T) {
	req := engine.Request{Files: []engine.File{{Name: "main.py", Text: `
import multiprocessing as mp
def child(n):
    doubled = 2 * n
    print("in the child", flush=True)
    conn.recv()
conn, other = mp.Pipe()
p = mp.Process(target=child, args=(21,))
p.start()
p.join(0.1)
`}}, Seed: 1}
	full := engine.Run(req).Recording
	for i := range full.Len() {
		if e := full.At(i); e.Kind == trace.OUT {
			var found bool
			for _, th := range engine.Inspect(req, i).Threads {
				for _, f := range th.Frames {
					for _, l := range f.Locals {
						found = found || f.Func == "child" && l == [2]string{"doubled", "42"}
					}
				}
			}
			if !found {
				t.Error("the child's locals are not there")
			}
			return
		}
	}
	t.Error("nothing was printed")
}

// Whatever the machine, the recordings of the programs are possible, and nothing breaks.
func TestProcessesOnOtherMachines(t *testing.T) {
	programs, err := filepath.Glob("testdata/multiprocessing/*.py")
	if err != nil {
		t.Fatal(err)
	}
	machines := []engine.Machine{{FreeThreaded: true}, {Cores: 1}, {Cores: 2, Preempt: "every"}}
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
