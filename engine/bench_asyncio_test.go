package engine

import (
	"bytes"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// Benchmarks of the event loop, recording on; a unit is a switch, a task, a
// hand-off or a callback. Each also runs under the reference, if that is
// installed, in the same run; the metric "x-cpython" says how many times as fast
// the engine is (the reference's time is what the program itself measures,
// without the start of the interpreter).

func benchAgainst(b *testing.B, src string) {
	b.Helper()
	benchProgram(b, src)
	b.StopTimer()
	own := b.Elapsed().Seconds()
	if b.N < 10_000 {
		return // too short to compare
	}
	text := strings.Replace(src, "n = 1 ", "n = "+strconv.Itoa(b.N)+" ", 1)
	text = "import time\nbegan = time.perf_counter()\n" + text + "\nprint(time.perf_counter() - began)\n"
	out, err := exec.Command("/usr/bin/python3", "-c", text).Output()
	if err != nil {
		return
	}
	lines := bytes.Fields(out)
	if s, err := strconv.ParseFloat(string(lines[len(lines)-1]), 64); err == nil && own > 0 {
		b.ReportMetric(s/own, "x-cpython")
	}
}

// BenchmarkSleep0 switches between 1,000 tasks by sleep(0).
func BenchmarkSleep0(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import asyncio
async def task(k):
    for _ in range(k):
        await asyncio.sleep(0)
async def main():
    k = max(1, n // 1000)
    await asyncio.gather(*[task(k) for _ in range(min(n, 1000))])
asyncio.run(main())
`)
}

// BenchmarkGather makes and awaits tasks in gathers of 10,000.
func BenchmarkGather(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import asyncio
async def task(x):
    return x
async def main():
    left = n
    while left > 0:
        await asyncio.gather(*[task(i) for i in range(min(left, 10000))])
        left -= 10000
asyncio.run(main())
`)
}

// BenchmarkQueue hands items from one task to another.
func BenchmarkQueue(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import asyncio
async def producer(q):
    for i in range(n):
        await q.put(i)
async def consumer(q):
    for i in range(n):
        await q.get()
async def main():
    q = asyncio.Queue(100)
    await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
`)
}

// BenchmarkCallSoon is a chain of callbacks, each of which schedules the next.
func BenchmarkCallSoon(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import asyncio
loop = asyncio.new_event_loop()
def step(i):
    if i == 0:
        loop.stop()
    else:
        loop.call_soon(step, i - 1)
loop.call_soon(step, n)
loop.run_forever()
loop.close()
`)
}

// BenchmarkFuture is two tasks that wake each other through futures.
func BenchmarkFuture(b *testing.B) {
	benchAgainst(b, `
n = 1  #@param {type:"integer"}
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for _ in range(n):
        f = loop.create_future()
        loop.call_soon(f.set_result, None)
        await f
asyncio.run(main())
`)
}
