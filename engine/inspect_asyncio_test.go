package engine

import (
	"fmt"
	"strings"
	"testing"

	"loopscope/engine/trace"
)

const inspected = `import asyncio

async def fetch(n):
    answer = n * 10
    await asyncio.sleep(0.1 * n)
    return answer

async def both():
    return await asyncio.gather(fetch(1), fetch(2))

async def main():
    lock = asyncio.Lock()
    result = await both()
    print(result)

asyncio.run(main())
`

// Looked into while both sleep, a run shows the stacks of all tasks through
// their awaits, the timers, and who waits for what.
func TestInspectTasks(t *testing.T) {
	req := Request{Files: []File{{"main.py", inspected}}}
	rec := Run(req).Recording
	at := -1
	for i := 0; i < rec.Len(); i++ {
		if e := rec.At(i); e.Kind == trace.WAIT && rec.String(trace.Str(e.Arg)) == "sleep 200 ms" {
			at = i
		}
	}
	if at < 0 {
		t.Fatal("no wait for the second sleep in the recording")
	}
	state := Inspect(req, at)
	var lines []string
	for _, task := range state.Tasks {
		line := task.Name + " " + task.State + ":"
		for _, f := range task.Frames {
			line += fmt.Sprintf(" %s:%d%v", f.Func, f.Line, f.Locals)
		}
		lines = append(lines, line)
	}
	for _, tm := range state.Timers {
		lines = append(lines, "timer "+tm.Name)
	}
	got := strings.Join(lines, "\n")
	for _, want := range []string{
		"main waiting: both:9[] main:13[[lock <asyncio.locks.Lock",
		"fetch(1) waiting: fetch:5[[n 1] [answer 10]]",
		"fetch(2) waiting: fetch:5[[n 2] [answer 20]]",
		"timer wake fetch(1)",
		"timer wake fetch(2)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}
