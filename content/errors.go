package content

import (
	"fmt"
	"sort"
	"strings"
)

// An Error is one mistake in the course, at a place an author can open.
type Error struct {
	File string // path inside the content folder, with forward slashes
	Line int    // from 1; 0 when the file as a whole is meant
	Msg  string
}

func (e Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("content/%s: %s", e.File, e.Msg)
	}
	return fmt.Sprintf("content/%s:%d: %s", e.File, e.Line, e.Msg)
}

// Errors is every mistake that was found, in the order of files and lines. A
// build reports them all: an author mends a lesson in one go.
type Errors []Error

func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

func (es *Errors) add(file string, line int, format string, args ...any) {
	*es = append(*es, Error{file, line, fmt.Sprintf(format, args...)})
}

// result sorts the errors and drops repetitions (a scenario that fails is
// wanted by many places); nil when there are none.
func (es Errors) result() error {
	if len(es) == 0 {
		return nil
	}
	sort.SliceStable(es, func(i, j int) bool {
		if es[i].File != es[j].File {
			return es[i].File < es[j].File
		}
		return es[i].Line < es[j].Line
	})
	out := es[:1]
	for _, e := range es[1:] {
		if e != out[len(out)-1] {
			out = append(out, e)
		}
	}
	return out
}
