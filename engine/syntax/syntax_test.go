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
		{"sum", "x" + r("+x", 990), ""},
		{"too long a sum", "x" + r("+x", 100000), "maximum recursion depth exceeded during compilation"},
		{"sums in sums", r("(", 100) + "x" + r(r("+x", 100)+")", 100), "maximum recursion depth exceeded during compilation"},
		{"too many attributes", "x" + r(".x", 100000), "maximum recursion depth exceeded during compilation"},
		{"too many calls", "x" + r("()", 100000), "maximum recursion depth exceeded during compilation"},
		{"many operands", "x" + r(" and x", 100000), ""},
		{"many comparisons", "x" + r(" < x", 100000), ""},
		{"elif", "if x: y\n" + r("elif x: y\n", 900), ""},
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

// TestDiagnosisEnds wants an end of the second pass, however nested the guesses.
func TestDiagnosisEnds(t *testing.T) {
	for _, c := range []struct{ open, middle, close string }{
		{"(", "a b", ")"},
		{"[*", "a b", "]"},
		{"[*", "a :", "]"},
		{"(a if ", "b :", " else c)"},
		{"[x for ", "1", " in y]"},
		{"[x for (", "1 :", ")]"},
		{"{1: 2, ", "3 :: 4", "}"},
		{"{1: 2, a: ", "3 :: 4", "}"},
		{"print [", "a b", "]"},
		{"f(a=1, ", "a :", ")"},
		{"(a = ", "1 :", ")"},
		{"f(a := ", "1 :", ")"},
		{"(x.y := ", "1 :", ")"},
		{"x[a = ", "1 :", "]"},
		{"lambda a=", "1 2", ": 0"},
	} {
		source := strings.Repeat(c.open, 150) + c.middle + strings.Repeat(c.close, 150) + "\n"
		if _, err := Parse(NewFile("main.py", source)); err == nil {
			t.Errorf("%.30s: accepted", source)
		}
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

func TestWarnings(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`x = "\d"`, `DeprecationWarning: invalid escape sequence '\d'`},
		{`x = "\d\e"`, `DeprecationWarning: invalid escape sequence '\d'`},
		{`x = "\d" "\e"`, `DeprecationWarning: invalid escape sequence '\d'; DeprecationWarning: invalid escape sequence '\e'`},
		{`x = b"\d"`, `DeprecationWarning: invalid escape sequence '\d'`},
		{`x = r"\d"`, ""},
		{`x = f"\d{a}"`, `DeprecationWarning: invalid escape sequence '\d'`},
		{`x = "\400"`, `DeprecationWarning: invalid octal escape sequence '\400'`},
		{`x = 1if 2else 3`, `SyntaxWarning: invalid decimal literal; SyntaxWarning: invalid decimal literal`},
		{`x = 0xfor y`, `SyntaxWarning: invalid hexadecimal literal`},
	} {
		m, err := Parse(NewFile("main.py", c.source+"\n"))
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		var got []string
		for _, w := range m.Warnings {
			got = append(got, w.Category+": "+w.Msg)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.source, s, c.want)
		}
	}
}

func TestParseExpr(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"1", "1"},
		{"  a + b\n", "a + b"},
		{"a, b", "(a, b)"},
		{"lambda: 0\n\n", "lambda: 0"},
		{"(yield)", "(yield)"},
		{"x = 1", "error: invalid syntax"},
		{"*a", "error: invalid syntax"},
		{"a; b", "error: invalid syntax"},
		{"a\nb", "error: invalid syntax"},
		{"", "error: invalid syntax"},
		{"(a", "error: '(' was never closed"},
		{"f(a b)", "error: invalid syntax. Perhaps you forgot a comma?"},
		{"pass", "error: invalid syntax"},
	} {
		e, _, err := ParseExpr(NewFile("<string>", c.source))
		got := ""
		if err != nil {
			got = "error: " + err.Msg
		} else {
			got = UnparseExpr(e)
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.source, got, c.want)
		}
	}
}

// TestText covers what is decided before there are tokens.
func TestText(t *testing.T) {
	f := NewFile("main.py", "\ufeffa = 1\r\nb = '''x\r\ny'''\rc\n")
	m, err := Parse(f)
	if err != nil {
		t.Fatal(err.Format())
	}
	if got, want := Unparse(m), "a = 1\nb = \"x\\ny\"\nc\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := f.Line(m.Body[2].Pos().Start); got != 4 {
		t.Errorf("c is on line %d", got)
	}
	for source, want := range map[string]string{
		"x = 1\x00\n":     "  File \"main.py\", line 1\n    x = 1\nSyntaxError: source code cannot contain null bytes\n",
		"x\ny = '\xff'\n": "SyntaxError: Non-UTF-8 code starting with '\\xff' in file main.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n",
	} {
		_, err := Parse(NewFile("main.py", source))
		if err == nil {
			t.Errorf("%q: accepted", source)
		} else if got := err.Format(); got != want {
			t.Errorf("%q:\n%s\nwant:\n%s", source, got, want)
		}
	}
}
