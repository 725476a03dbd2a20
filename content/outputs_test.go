package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutputs runs every published scenario, with every knob setting that a
// lesson asks about, and compares with what CPython printed
// (testdata/record.py).
func TestOutputs(t *testing.T) {
	c, err := Load(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/outputs/*.out")
	recorded := map[string]bool{}
	runs := newRuns(Engine{})
	for _, file := range files {
		name, knobs, hasKnobs := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".out"), ",")
		s := c.byName[name]
		if s == nil {
			t.Errorf("%s: there is no such scenario; record again", file)
			continue
		}
		recorded[name] = true
		if s.Draft {
			continue
		}
		var with []Override
		if hasKnobs {
			if with, err = parseOverrides(knobs); err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			continue
		}
		_, rec, err := runs.of(s, with)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := strings.Join(rec.Console("out"), "\n"); got != strings.TrimSuffix(string(want), "\n") {
			t.Errorf("%s prints\n%s\nwant\n%s", file, got, want)
		}
	}
	for _, s := range c.Scenarios {
		if !recorded[s.Name] {
			t.Errorf("scenario %s has no recorded output: run testdata/record.py", s.Name)
		}
	}
}

// TestCourse renders the published course as the build does.
func TestCourse(t *testing.T) {
	c, err := Load(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Render(Engine{}, Options{}); err != nil {
		t.Error(err)
	}
}
