package engine

import "testing"

// Benchmarks of threads, locks, queues and pools, recording on; see bench_test.go.

// BenchmarkPoolSubmit is one submit to a pool of 8, run and awaited.
func BenchmarkPoolSubmit(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
from concurrent.futures import ThreadPoolExecutor
def work(x):
    return x
def main():
    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(work, i) for i in range(n)]
        for f in futures:
            f.result()
main()
`)
}

// BenchmarkQueueHandOff is one item from thread to thread through a queue.Queue.
func BenchmarkQueueHandOff(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
import queue, threading
q = queue.Queue(100)
def take():
    while q.get() is not None:
        pass
t = threading.Thread(target=take)
t.start()
for i in range(n):
    q.put(i)
q.put(None)
t.join()
`)
}

// BenchmarkLockPair is taking and giving back a lock, by one of 1,000 threads.
func BenchmarkLockPair(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
import threading
lock = threading.Lock()
def work(n):
    for _ in range(n):
        with lock:
            pass
threads = [threading.Thread(target=work, args=((n + i) // 1000,)) for i in range(1000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
`)
}

// BenchmarkThreadStart is a thread started and joined.
func BenchmarkThreadStart(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
import threading
def work():
    pass
for _ in range(n):
    t = threading.Thread(target=work)
    t.start()
    t.join()
`)
}
