package engine

import "testing"

// Benchmarks of the engine, recording on. Each program does b.N units of work,
// so ns/op is the cost of one loop iteration, call, send, switch …
// web/bench compares the same programs with CPython and, in Chromium, with Pyodide.

func benchProgram(b *testing.B, src string) {
	b.Helper()
	r := Run(Request{
		Files:  []File{{"main.py", src}},
		Params: map[string]any{"n": int64(b.N)},
		Limits: Limits{Instructions: 1 << 50},
	})
	if r.Exit != 0 || r.Error != nil {
		b.Fatalf("exit %d, error %v\n%s", r.Exit, r.Error, r.Stderr)
	}
}

func BenchmarkLoop(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
def f(n):
    s = 0
    i = 0
    while i < n:
        s += i * i % 7
        i += 1
    return s
f(n)
`)
}

func BenchmarkCall(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
def g(x):
    return x
def f(n):
    i = 0
    while i < n:
        g(i)
        i += 1
f(n)
`)
}

func BenchmarkFib24(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
i = 0
while i < n:
    fib(24)
    i += 1
`)
}

func BenchmarkMethod(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
class Counter:
    def __init__(self):
        self.value = 0
    def add(self, x):
        self.value = self.value + x
def f(n):
    c = Counter()
    i = 0
    while i < n:
        c.add(i)
        i += 1
f(n)
`)
}

func BenchmarkGeneratorNext(b *testing.B) {
	benchProgram(b, `
n = 1  #@param {type:"integer"}
def gen(n):
    i = 0
    while i < n:
        yield i
        i += 1
def f(n):
    for x in gen(n):
        pass
f(n)
`)
}
