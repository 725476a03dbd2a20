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

// BenchmarkPoolMap is one item of Pool.map over 8 processes, in chunks as the pool makes them.
func BenchmarkPoolMap(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
from multiprocessing import Pool
def square(x):
    return x * x
with Pool(8) as pool:
    pool.map(square, range(n))
`)
}

// BenchmarkPoolTask is one task of a pool of 8 processes: sent, carried out, and its result received.
func BenchmarkPoolTask(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
from multiprocessing import Pool
def square(x):
    return x * x
with Pool(8) as pool:
    for _ in pool.imap(square, range(n)):
        pass
`)
}

// BenchmarkProcessQueue is one item from process to process through a multiprocessing.Queue.
func BenchmarkProcessQueue(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
from multiprocessing import Process, Queue
def take(q):
    while q.get() is not None:
        pass
q = Queue()
p = Process(target=take, args=(q,))
p.start()
for i in range(n):
    q.put(i)
q.put(None)
p.join()
`)
}
