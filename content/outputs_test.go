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

// The page of what is supported is made from a run; it must know every module,
// and the modules that the product is about must be whole.
func TestSurvey(t *testing.T) {
	modules, types, _, err := Survey()
	if err != nil {
		t.Fatal(err)
	}
	if len(modules) < 100 || len(types) < 30 {
		t.Errorf("%d modules and %d types", len(modules), len(types))
	}
	whole := map[string]bool{"asyncio": true, "threading": true, "queue": true, "concurrent.futures": true, "contextvars": true, "greenlet": true, "gevent": true,
		"gevent.pool": true, "gevent.event": true, "gevent.lock": true, "multiprocessing": true, "multiprocessing.pool": true, "sched": true, "time": false}
	for _, m := range modules {
		if m.Present() < 0 || m.Total == 0 {
			t.Errorf("%s: %d of %d", m.Name, m.Present(), m.Total)
		}
		if whole[m.Name] && len(m.Missing) > 0 {
			t.Errorf("%s lacks %v", m.Name, m.Missing)
		}
	}
}
