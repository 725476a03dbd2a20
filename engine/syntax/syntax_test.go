package syntax

import (
	"strings"
	"testing"
)

// TestTrees compares trees and positions with the reference implementation's.
func TestTrees(t *testing.T) {
	for _, path := range glob(t, "testdata/programs/*.py") {
		f := NewFile("main.py", readFile(t, path))
		m, err := Parse(f)
		if err != nil {
			t.Errorf("%s:\n%s", path, err.Format())
			continue
		}
		got := DumpPositions(f, m)
		want := readFile(t, strings.TrimSuffix(path, ".py")+".out")
		if got != want {
			t.Errorf("%s: %s", path, firstDifference(got, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			from := max(0, i-3)
			return "\n-- got:\n" + strings.Join(g[from:min(i+4, len(g))], "\n") +
				"\n-- want:\n" + strings.Join(w[min(from, len(w)):min(i+4, len(w))], "\n")
		}
	}
	return "the tree ends early"
}

// checkRoundTrip reports whether source survives being written and read again.
func checkRoundTrip(t *testing.T, name, source string) {
	t.Helper()
	m, err := Parse(NewFile(name, source))
	if err != nil {
		return
	}
	again := Unparse(m)
	m2, err := Parse(NewFile(name, again))
	if err != nil {
		t.Errorf("%s: unparsed:\n%s\n%s", name, again, err.Format())
		return
	}
	if a, b := Dump(m), Dump(m2); a != b {
		t.Errorf("%s: unparsed:\n%s\n%s", name, again, firstDifference(b, a))
	}
}

func TestRoundTrip(t *testing.T) {
	for _, path := range glob(t, "testdata/programs/*.py") {
		checkRoundTrip(t, path, readFile(t, path))
	}
}

func seed(f *testing.F) {
	for _, path := range glob(f, "testdata/programs/*.py") {
		text := readFile(f, path)
		f.Add(text)
		for _, line := range strings.Split(text, "\n") {
			f.Add(line)
		}
	}
	for _, path := range glob(f, "testdata/errors/*.txt") {
		for _, source := range errorCases(f, path) {
			f.Add(source)
		}
	}
}

// FuzzParse wants no panic, and a place for every error.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, source string) {
		file := NewFile("main.py", source)
		m, err := Parse(file)
		if err != nil {
			if err.Span.Start < 0 || int(err.Span.Start) > len(file.Src) || int(err.Span.End) > len(file.Src)+1 {
				t.Errorf("%q: %v at %v", source, err, err.Span)
			}
			err.Format()
			return
		}
		DumpPositions(file, m)
		ParseExpr(file)
	})
}

// FuzzRoundTrip wants every tree to survive being written and read again.
func FuzzRoundTrip(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, source string) {
		checkRoundTrip(t, "main.py", source)
	})
}

// TestDepth wants deep texts to be read or refused, and never to exhaust the stack.
func TestDepth(t *testing.T) {
	r := strings.Repeat
	for _, c := range []struct{ name, source, want string }{
		{"brackets", r("(", 200) + "1" + r(")", 200), ""},
		{"too many brackets", r("(", 201) + "1" + r(")", 201), "too many nested parentheses"},
		{"displays", r("[", 200) + r("]", 200), ""},
		{"not", r("not ", 900) + "x", ""},
		{"too many not", r("not ", 100000) + "x", "maximum recursion depth exceeded during compilation"},
		{"too many signs", r("-", 100000) + "x", "maximum recursion depth exceeded during compilation"},
		{"too many powers", r("x**", 100000) + "x", "maximum recursion depth exceeded during compilation"},
		{"too many conditionals", r("a if b else ", 100000) + "x", "maximum recursion depth exceeded during compilation"},
		{"too many lambdas", r("lambda: ", 100000) + "x", "maximum recursion depth exceeded during compilation"},
		{"sum", "x" + r("+x", 2900), ""},
		{"too long a sum", "x" + r("+x", 100000), "maximum recursion depth exceeded during compilation"},
		{"sums in sums", r("(", 100) + "x" + r(r("+x", 100)+")", 100), "maximum recursion depth exceeded during compilation"},
		{"too many attributes", "x" + r(".x", 100000), "maximum recursion depth exceeded during compilation"},
		{"too many calls", "x" + r("()", 100000), "maximum recursion depth exceeded during compilation"},
		{"many operands", "x" + r(" and x", 100000), ""},
		{"many comparisons", "x" + r(" < x", 100000), ""},
		{"elif", "if x: y\n" + r("elif x: y\n", 1000), ""},
		{"too many elif", "if x: y\n" + r("elif x: y\n", 100000), "maximum recursion depth exceeded during compilation"},
		{"many strings", r("'a' ", 100000), ""},
		{"many statements", r("x\n", 100000), ""},
		{"f-strings", "f'''{f\"\"\"{f'{f\"{x}\"}'}\"\"\"}'''", ""},
		{"patterns", "match x:\n case " + r("[", 200) + r("]", 200) + ": y", ""},
	} {
		m, err := Parse(NewFile("main.py", c.source+"\n"))
		switch {
		case err == nil && c.want != "":
			t.Errorf("%s: accepted", c.name)
		case err != nil && err.Msg != c.want:
			t.Errorf("%s: %s", c.name, err.Msg)
		case err == nil:
			DumpPositions(NewFile("main.py", c.source), m)
			checkRoundTrip(t, c.name, c.source)
		}
	}
	var b strings.Builder
	for i := range 101 {
		b.WriteString(r(" ", i) + "if x:\n")
	}
	b.WriteString(r(" ", 101) + "y\n")
	if _, err := Parse(NewFile("main.py", b.String())); err == nil || err.Msg != "too many levels of indentation" {
		t.Errorf("indentation: %v", err)
	}
}

func BenchmarkParse(b *testing.B) {
	var source strings.Builder
	for _, path := range glob(b, "testdata/programs/*.py") {
		source.WriteString(readFile(b, path) + "\n")
	}
	text := source.String()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Parse(NewFile("main.py", text)); err != nil {
			b.Fatal(err.Format())
		}
	}
}
