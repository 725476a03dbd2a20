package engine_test

import (
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/trace"
)

// Imports of what is not there are noted before the program's first line has run, unless it can do without.
func TestAbsentModulesAreSaidFirst(t *testing.T) {
	r := engine.Run(engine.Request{Files: []engine.File{
		{Name: "main.py", Text: "print('on')\nimport part\n\ndef late():\n    import numpy.linalg\n\ntry:\n    import uvloop\nexcept ImportError:\n    pass\n"},
		{Name: "part.py", Text: "from os import path\nif False:\n    from pandas import DataFrame\n"},
	}, Seed: 1})
	if r.Stdout != "on\n" || r.Exit != 0 {
		t.Fatalf("%q, exit %d, %s", r.Stdout, r.Exit, r.Stderr)
	}
	var notes []string
	rec := r.Recording
	for i := range rec.Len() {
		e := rec.At(i)
		if e.Kind == trace.OUT && len(notes) < 2 {
			t.Error("output comes before the notes")
		}
		if e.Kind == trace.NOTE {
			notes = append(notes, rec.Arg(e))
		}
	}
	if len(notes) != 2 || !strings.HasPrefix(notes[0], "line 5 of main.py: there is no module numpy here") || !strings.HasPrefix(notes[1], "line 3 of part.py: there is no module pandas here") {
		t.Errorf("notes: %q", notes)
	}
}
