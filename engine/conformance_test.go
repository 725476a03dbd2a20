package engine_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"loopscope/engine"
	"loopscope/engine/trace"
)

// Every program below testdata does what the reference did when it was
// recorded (testdata/record.py): standard output, standard error, exit status.
// The list is globbed, so a program counts from the moment it lies there.
//
// Beyond that, each recording must be possible (Validate), and the same when
// the program runs again.
func TestPrograms(t *testing.T) {
	programs, err := filepath.Glob("testdata/*/*.py")
	if err != nil {
		t.Fatal(err)
	}
	if len(programs) == 0 {
		t.Fatal("there are no programs in testdata")
	}
	for _, main := range [...]string{"main.py", "__main__.py"} { // programs of several files are folders
		folders, err := filepath.Glob("testdata/*/*/" + main)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range folders {
			programs = append(programs, filepath.Dir(f))
		}
	}
	for _, program := range programs {
		name := strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(program, "testdata"+string(filepath.Separator))), ".py")
		t.Run(name, func(t *testing.T) { conforms(t, strings.TrimSuffix(program, ".py")) })
	}
}

// conforms compares one program, named by its path without ".py".
func conforms(t *testing.T, base string) {
	files := sourceFiles(t, base)
	want := struct {
		out, err string
		exit     int
	}{}
	out, err := os.ReadFile(base + ".out")
	if err != nil {
		t.Fatalf("nothing is recorded; run engine/testdata/record.py %s.py", filepath.ToSlash(strings.TrimPrefix(base, "testdata"+string(filepath.Separator))))
	}
	want.out = string(out)
	want.err = string(optional(t, base+".err"))
	if text := optional(t, base+".exit"); len(text) > 0 {
		if want.exit, err = strconv.Atoi(string(bytes.TrimSpace(text))); err != nil {
			t.Fatal(err)
		}
	}
	request := engine.Request{
		Files: files,
		Seed:  1,
		Stdin: string(optional(t, base+".in")),
		Piped: true, // as record.py runs them
	}
	got := engine.Run(request)
	if text := normalise(got.Stdout); text != want.out {
		t.Errorf("stdout differs\n%s", difference(want.out, text))
	}
	if text := normalise(got.Stderr); text != want.err {
		t.Errorf("stderr differs\n%s", difference(want.err, text))
	}
	if got.Exit != want.exit {
		t.Errorf("exit status %d, want %d", got.Exit, want.exit)
	}
	for i, violation := range trace.Validate(got.Recording) {
		if i == 5 {
			t.Error("…")
			break
		}
		t.Errorf("the recording is impossible: %v", violation)
	}
	if again := engine.Run(request); again.Recording.Digest() != got.Recording.Digest() {
		t.Errorf("a second run has digest %s, the first had %s", again.Recording.Digest(), got.Recording.Digest())
	}
}

// sourceFiles are the files of a program: NAME.py, or all that is in the folder NAME, the main one first.
func sourceFiles(t *testing.T, base string) []engine.File {
	if source, err := os.ReadFile(base + ".py"); err == nil {
		return []engine.File{{Name: "main.py", Text: string(source)}}
	}
	files, err := engine.ReadProgram(os.DirFS(base))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func optional(t *testing.T, name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return text
}

// The same as record.py does: where an object lies in memory is nobody's promise.
var address = regexp.MustCompile(`\b0x[0-9a-fA-F]{4,}\b`)

// Nor is when gevent reports an error.
var reported = regexp.MustCompile(`(?m)^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ `)

func normalise(text string) string {
	return reported.ReplaceAllString(address.ReplaceAllString(text, "0x..."), "2000-01-01T00:00:00Z ")
}

// difference shows the first line that differs, with what is around it.
func difference(want, got string) string {
	w, g := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	at := 0
	for at < len(w) && at < len(g) && w[at] == g[at] {
		at++
	}
	var text strings.Builder
	for i := max(0, at-3); i < at; i++ {
		text.WriteString("    " + w[i])
	}
	side := func(mark string, lines []string) {
		for i := at; i < min(len(lines), at+6); i++ {
			line := lines[i]
			if line == "" {
				line = "(end)"
			}
			text.WriteString("  " + mark + " " + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	text.WriteString("line " + strconv.Itoa(at+1) + ", - recorded, + now:\n")
	side("-", w)
	side("+", g)
	return text.String()
}
