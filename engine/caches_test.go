package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"loopscope/engine"
)

// A code object with more attribute accesses than an instruction can number caches still tells them apart.
func TestMoreCachesThanNumbers(t *testing.T) {
	var b strings.Builder
	b.WriteString("class A:\n    pass\nx = A()\nx.first, x.second = 1, 2\n")
	for range 66_000 {
		b.WriteString("x.first\n")
	}
	b.WriteString("for i in range(3):\n    print(x.first, x.second)\n    x.first, x.second = x.second, x.first\n")
	r := engine.Run(engine.Request{Files: []engine.File{{Name: "main.py", Text: b.String()}}, Unrecorded: true})
	if want := fmt.Sprintln("1 2\n2 1\n1 2"); r.Stdout != want || r.Exit != 0 {
		t.Errorf("printed %q (%s)", r.Stdout, r.Stderr)
	}
}
