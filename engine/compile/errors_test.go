package compile

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"loopscope/engine/syntax"
)

// TestErrors compares the errors in testdata/errors.txt with what the reference
// interpreter reports (recorded by testdata/record.py).
func TestErrors(t *testing.T) {
	src, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.ReadFile("testdata/errors.out")
	if err != nil {
		t.Fatal(err)
	}
	programs := strings.Split(string(src), "---\n")
	want := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(programs) != len(want) {
		t.Fatalf("%d programs but %d recorded results; run record.py", len(programs), len(want))
	}
	for i, p := range programs {
		if got := errorOf(p); got != want[i] {
			t.Errorf("program %d:\n%s\ngot  %s\nwant %s", i, p, got, want[i])
		}
	}
}

func errorOf(src string) string {
	_, err := compileText("main.py", src, 0)
	e, ok := err.(*syntax.Error)
	if !ok {
		if err != nil {
			return err.Error()
		}
		return "no error"
	}
	// Columns are counted in characters from 1.
	place := func(offset int32) (int, int) {
		line, col := e.File.Position(offset)
		return line, utf8.RuneCountInString(e.File.LineText(line)[:min(col, len(e.File.LineText(line)))]) + 1
	}
	line, col := place(e.Span.Start)
	if e.Span.End < 0 {
		return fmt.Sprintf("%s: %s @ %d:%d-%d:None", e.Kind, e.Msg, line, col, line)
	}
	endLine, endCol := place(e.Span.End)
	return fmt.Sprintf("%s: %s @ %d:%d-%d:%d", e.Kind, e.Msg, line, col, endLine, endCol)
}
