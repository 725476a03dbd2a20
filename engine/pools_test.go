package engine_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/trace"
)

// How much faster pools make CPU-bound work, compared with what one computes by hand: within 2 %.

// pooled measures tasks of equal size, one after the other and in a pool, and prints the quotient.
const pooled = `
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool
def work(n):
    i = 0
    while i < n:
        i += 1
def one_by_one(tasks):
    start = time.perf_counter()
    for n in tasks:
        work(n)
    return time.perf_counter() - start
if __name__ == "__main__":
    tasks = [100_000] * %d
    alone = one_by_one(tasks)
    with %s as pool:
        list(pool.map(len, [()] * 16))
        start = time.perf_counter()
        list(pool.map(work, tasks, %s))
        print(alone / (time.perf_counter() - start))
`

func TestPoolSpeedUps(t *testing.T) {
	for _, c := range []struct {
		pool    string
		chunk   string
		cores   int
		workers int
		tasks   int
		free    bool // without a GIL
	}{
		{"Pool(%d)", "1", 4, 1, 4, false},
		{"Pool(%d)", "1", 4, 4, 8, false},
		{"Pool(%d)", "1", 2, 4, 8, false},
		{"Pool(%d)", "1", 8, 8, 16, false},
		{"Pool(%d)", "1", 4, 3, 7, false}, // seven tasks for three take as long as three rounds
		{"Pool(%d)", "2", 4, 4, 8, false},
		{"Pool(%d)", "8", 4, 4, 8, false}, // one chunk: one worker does it all
		{"ProcessPoolExecutor(%d)", "chunksize=1", 4, 4, 8, false},
		{"ProcessPoolExecutor(%d)", "chunksize=4", 4, 4, 8, false},
		{"ThreadPool(%d)", "1", 4, 4, 8, false},
		{"ThreadPool(%d)", "1", 4, 4, 8, true},
		{"ThreadPoolExecutor(%d)", "chunksize=1", 4, 4, 8, true},
	} {
		pool := fmt.Sprintf(c.pool, c.workers)
		t.Run(fmt.Sprintf("%s,%s,cores=%d,tasks=%d,free=%v", pool, c.chunk, c.cores, c.tasks, c.free), func(t *testing.T) {
			m := engine.Machine{Cores: c.cores}
			if c.free {
				m.FreeThreaded = true
			}
			r := runOn(t, m, fmt.Sprintf(pooled, c.tasks, pool, c.chunk))
			got, err := strconv.ParseFloat(strings.TrimSpace(r.Stdout), 64)
			if err != nil {
				t.Fatal(err)
			}
			size, _ := strconv.Atoi(strings.TrimPrefix(c.chunk, "chunksize="))
			if strings.HasPrefix(c.pool, "ThreadPoolExecutor") {
				size = 1 // which it takes for compatibility only
			}
			parallel := min(c.workers, c.cores)
			if strings.HasPrefix(c.pool, "Thread") && !c.free {
				parallel = 1
			}
			chunks := math.Ceil(float64(c.tasks) / float64(size))
			rounds := math.Ceil(chunks / float64(parallel))
			if c.workers > c.cores {
				rounds = chunks / float64(parallel) // they share the cores
			}
			near(t, "speed-up", got, float64(c.tasks)/(rounds*float64(size)))
		})
	}
}

// A pool of processes is recorded as one: every task is submitted, picked up by a worker, and has a result, in this order,
// and what was submitted and not picked up is its backlog.
func TestPoolOfProcessesIsRecorded(t *testing.T) {
	for _, program := range []string{`
from multiprocessing import Pool
with Pool(3) as pool:
    pool.map(abs, range(20), 2)
`, `
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(3) as pool:
    list(pool.map(abs, range(10)))
`} {
		rec := runOn(t, engine.Machine{}, program).Recording
		stage := map[trace.Entity]int{}
		backlog, spans := 0, 0
		var pool trace.Entity
		for i := 0; i < rec.Len(); i++ {
			e := rec.At(i)
			switch e.Kind {
			case trace.SUBMIT:
				pool = rec.Entity(e.Obj).Parent
				stage[e.Obj]++
				backlog++
			case trace.PICKUP:
				if stage[e.Obj] != 1 {
					t.Errorf("event %d: a task is picked up that was not submitted", i)
				}
				stage[e.Obj]++
				backlog--
			case trace.RESULT:
				if stage[e.Who] != 2 {
					t.Errorf("event %d: a task has a result that was not picked up", i)
				}
				stage[e.Who]++
			case trace.COUNT:
				if e.Who == pool && int(e.Arg) != backlog {
					t.Errorf("event %d: the backlog is %d, want %d", i, e.Arg, backlog)
				}
			case trace.SPAN:
				if strings.HasPrefix(rec.Arg(e), "pickle ") {
					spans++
				}
			}
		}
		if len(stage) != 10 {
			t.Errorf("%d tasks are recorded, want 10", len(stage))
		}
		for f, s := range stage {
			if s != 3 {
				t.Errorf("task %d got to stage %d of 3", f, s)
			}
		}
		if rec.Entity(pool).Kind != trace.Pool || rec.Name(pool) != "pool" {
			t.Errorf("the pool is %v", rec.Entity(pool))
		}
		if spans < 20 {
			t.Errorf("%d spans of pickling, want one for each message", spans)
		}
	}
}
