package syntax

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const separator = "\n---\n"

func readFile(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// errorCases are the texts of testdata/errors/NAME.txt, as record.py splits them.
func errorCases(t testing.TB, path string) []string {
	var cases []string
	for _, c := range strings.Split(strings.TrimSuffix(readFile(t, path), "\n"), separator) {
		if text, ok := strings.CutPrefix(c, "repr:"); ok {
			source, err := strconv.Unquote(text)
			if err != nil {
				t.Fatalf("%s: %s: %v", path, text, err)
			}
			cases = append(cases, source)
		} else {
			cases = append(cases, c+"\n")
		}
	}
	return cases
}

func glob(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	return paths
}

// TestErrors compares what is printed for broken programs with what the
// reference implementation printed.
func TestErrors(t *testing.T) {
	for _, path := range glob(t, "testdata/errors/*.txt") {
		cases := errorCases(t, path)
		wants := strings.Split(strings.TrimSuffix(readFile(t, strings.TrimSuffix(path, ".txt")+".out"), "\n"), separator)
		if len(cases) != len(wants) {
			t.Fatalf("%s: %d cases, %d results: run testdata/record.py", path, len(cases), len(wants))
		}
		for i, source := range cases {
			got := "accepted"
			if _, err := Parse(NewFile("main.py", source)); err != nil {
				got = strings.TrimRight(err.Format(), "\n")
			}
			if got != wants[i] {
				t.Errorf("%s, case %d:\n%s\n-- got:\n%s\n-- want:\n%s", path, i, source, got, wants[i])
			}
		}
	}
}
