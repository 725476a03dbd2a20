package engine_test

import (
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/trace"
)

// Files of the simulated disk are on the timeline: an entity each, and whoever
// reads or writes waits for it, for as long as the price list says.
func TestDiskTakesTimeAndIsSeen(t *testing.T) {
	program := `
import time
begin = time.perf_counter()
with open("data.bin", "wb", buffering=0) as f:
    f.write(b"x" * 1_000_000)
middle = time.perf_counter()
with open("data.bin", "rb", buffering=0) as f:
    f.read(10)
end = time.perf_counter()
print(2.1e-3 <= middle - begin < 2.4e-3, 0.12e-3 <= end - middle < 0.4e-3)
`
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: program}}})
	if r.Stdout != "True True\n" {
		t.Errorf("a disk access is 120 µs, a byte 2 ns; printed %q, %s", r.Stdout, r.Stderr)
	}
	for _, v := range trace.Validate(r.Recording) {
		t.Error(v)
	}
	text := r.Recording.Text()
	for _, want := range []string{"file data.bin", "write", "read"} {
		if !strings.Contains(text, want) {
			t.Errorf("the recording says nothing of %q", want)
		}
	}
}

// What lies on the disk counts against the memory of the run, and a pattern that
// would take for ever is stopped by its instructions.
func TestDiskAndPatternsAreBounded(t *testing.T) {
	for _, c := range []struct{ program, want string }{
		{"f = open('x', 'wb')\ntry:\n    while True:\n        f.write(bytes(1 << 20)); f.flush()\nexcept OSError as e:\n    print(e)\n", "[Errno 28] No space left on device\n"},
		{"import os\nos.truncate\nopen('x', 'w').close()\ntry:\n    os.truncate('x', 1 << 50)\nexcept OSError as e:\n    print(e.strerror)\n", "No space left on device\n"},
	} {
		r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: c.program}}, Limits: engine.Limits{MemoryBytes: 32 << 20}})
		if r.Stdout != c.want {
			t.Errorf("%s\nprinted %q %s, want %q", c.program, r.Stdout, r.Stderr, c.want)
		}
	}
	r := engine.Run(engine.Request{
		Files:  []engine.File{{Name: "main.py", Text: "import re\nre.match('(?:(?:a+)+)+$', 'a' * 60 + 'b')\n"}},
		Limits: engine.Limits{Instructions: 5_000_000},
	})
	if r.Error == nil || r.Error.Kind != "limit" {
		t.Errorf("a catastrophic pattern ended with %v", r.Error)
	}
}
