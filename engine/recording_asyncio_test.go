package engine

import (
	"strings"
	"testing"

	"loopscope/engine/trace"
)

const recordedProgram = `import asyncio, time

async def connect(n):
    await asyncio.sleep(0.1)
    return n

async def fetch(n):
    host = await connect(n)
    async with lock:
        await asyncio.wait_for(asyncio.sleep(0.05), 1)
    return host

def hog():
    time.sleep(0.03)

async def main():
    global lock
    lock = asyncio.Lock()
    q = asyncio.Queue(2)
    asyncio.get_running_loop().call_later(0.01, hog)
    victim = asyncio.create_task(asyncio.sleep(9), name="victim")
    await q.put("x")
    await asyncio.gather(fetch(1), fetch(2))
    victim.cancel()
    await q.get()
    x = 0
    for i in range(1_000_000):
        x += i
    time.sleep(0.25)
    await asyncio.sleep(0)

asyncio.run(main())
`

// The recording of a loop says what a reader wants to see: await chains as nested
// spans, who scheduled what, the lengths of queues, who blocked the loop, who held
// a lock and who waited for it, and where a cancellation came from and arrived.
func TestRecordingOfLoop(t *testing.T) {
	rec := Run(Request{Files: []File{{"main.py", recordedProgram}}}).Recording
	for _, v := range trace.Validate(rec) {
		t.Error(v)
	}
	var lines []string
	depth := map[trace.Entity]int{}
	for i := 0; i < rec.Len(); i++ {
		e := rec.At(i)
		arg := ""
		if trace.Kinds[e.Kind].ArgIs == trace.ArgString {
			arg = rec.String(trace.Str(e.Arg))
		} else {
			arg = string(rune('0' + e.Arg%10))
		}
		if e.Kind == trace.SPAN {
			depth[e.Who]++
		}
		line := rec.Name(e.Who) + " " + e.Kind.String() + strings.Repeat("+", depth[e.Who]) + " " + rec.Name(e.Obj) + " " + arg
		if e.Kind == trace.SPANEND {
			depth[e.Who]--
		}
		if l := e.Loc.Line(); l > 0 {
			line += " @" + string(rune('0'+l/10)) + string(rune('0'+l%10))
		}
		lines = append(lines, line)
	}
	for who, n := range depth {
		if n != 0 {
			t.Errorf("%d spans of %s have no end", n, rec.Name(who))
		}
	}
	text := strings.Join(lines, "\n")
	at := 0
	for _, want := range []string{
		"main schedule event loop hog @20",
		"main put queue q 1 @22",
		"fetch(1) span+  connect @03",
		"fetch(1) wait+  sleep 100 ms @04",
		"timers count  4", // both sleeps, the victim's, the callback
		"event loop callback main hog @20",
		"event loop note  hog() blocked the loop for 30.", // its line is checked below
		"fetch(1) spanend+  connect",
		"fetch(1) acquire lock lock",
		"fetch(1) span+  wait_for @10",
		"fetch(1) wait+  wait_for, at most 1 s @10",
		"fetch(2) span+  async with @09",
		"fetch(2) wait+ lock lock lock lock @09",
		"fetch(1) release lock lock",
		"fetch(1) wake fetch(2) set_result",
		"fetch(2) acquire+ lock lock",
		"main cancel victim",
		"main get queue q 0 @25",
		"main note  blocked the loop for ",
		"victim deliver main CancelledError",
		"victim cancelled",
	} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Errorf("missing, or not in this order: %q", want)
			continue
		}
		at += i
	}
	if !strings.Contains(text, "the loop for 30.") || !strings.Contains(lineWith(lines, "hog() blocked"), "@14") {
		t.Errorf("hog: %q", lineWith(lines, "hog() blocked"))
	}
	if l := lineWith(lines, "main note"); !strings.HasSuffix(l, "@29") {
		t.Errorf("the line that blocked most is that of sleep: %q", l)
	}
	if t.Failed() {
		t.Log(text)
	}
}

func lineWith(lines []string, part string) string {
	for _, l := range lines {
		if strings.Contains(l, part) {
			return l
		}
	}
	return ""
}
