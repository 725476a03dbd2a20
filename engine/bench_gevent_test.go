package engine

import (
	"runtime"
	"strconv"
	"testing"
)

// Benchmarks of gevent, recording on, against gevent 22.10 (see benchAgainst); a unit is a switch, a hand-off or an item.

// BenchmarkGeventSleep0 switches between 1,000 greenlets by sleep(0).
func BenchmarkGeventSleep0(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import gevent
def work(k):
    for _ in range(k):
        gevent.sleep(0)
k = max(1, n // 1000)
gevent.joinall([gevent.spawn(work, k) for _ in range(min(n, 1000))])
`)
}

// BenchmarkGeventQueue hands items from one greenlet to another and back.
func BenchmarkGeventQueue(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import gevent
from gevent.queue import Queue
there, back = Queue(), Queue()
def ping():
    for i in range(n // 2 + 1):
        there.put(i)
        back.get()
def pong():
    for i in range(n // 2 + 1):
        back.put(there.get())
gevent.joinall([gevent.spawn(ping), gevent.spawn(pong)])
`)
}

// BenchmarkGeventPool maps a function over items, 100 at a time.
func BenchmarkGeventPool(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
from gevent.pool import Pool
total = 0
for x in Pool(100).imap_unordered(lambda x: x, range(n)):
    total += x
`)
}

// TestGeventMemory: 100,000 sleeping greenlets, and their recording, take less than 200 MB.
func TestGeventMemory(t *testing.T) {
	const count = 100_000
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	s := Start(Request{Files: []File{{Name: "main.py", Text: `
import gevent
def sleeper():
    gevent.sleep(100)
many = [gevent.spawn(sleeper) for _ in range(` + strconv.Itoa(count) + `)]
gevent.sleep(10)
print('all asleep')
gevent.sleep(10)
`}}, Seed: 1})
	for s.run.Output(1) == "" && !s.Step(10_000) {
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if used := int64(after.HeapAlloc-before.HeapAlloc) >> 20; used > 200 {
		t.Errorf("%d greenlets take %d MB", count, used)
	} else {
		t.Logf("%d MB", used)
	}
	runtime.KeepAlive(s)
}
