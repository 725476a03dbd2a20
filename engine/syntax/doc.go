// Package syntax turns Python 3.11 source text into a syntax tree.
//
// It holds the scanner, the parser, the tree's node types, positions and the
// errors of all three. It imports nothing of this project and knows nothing of
// scopes, bytecode or values.
//
// A position is a byte offset (Span); File computes lines and columns from
// offsets only when something is printed. Nesting and the height of a tree are
// capped, so that no source text can exhaust the host's stack.
//
// The scanner reads the whole text first. The parser then recognises it, in a
// recursive descent; only when that fails does it go over the text once more,
// now with the common mistakes in mind (parser.go, mistakes.go). Trees,
// positions and messages are those of the reference implementation, Python
// 3.11: testdata holds what it answered, and record.py, which asks it again.
//
//	scanner, numbers, ident, token    text to tokens
//	parser, stmt, compound, pattern,
//	expr, display, args               tokens to a tree
//	strings, fstring                  the values of string literals
//	errors, mistakes                  what to say when that fails
//	unparse, dump, walk               a tree to text, for tests and tools
package syntax

import "strings"

// File is a source text with its name, and the index of its line starts.
type File struct {
	Name   string // as tracebacks print it, e.g. "main.py"
	Src    string
	Index  int     // number of the file in its program, for the recording
	Unseen bool    // tracebacks do not show its lines: a text given to exec or compile
	lines  []int32 // byte offset of the start of each line
}

// NewFile indexes the lines of src. A byte order mark is dropped, and line ends
// become \n: all offsets are offsets into the result, File.Src.
func NewFile(name, src string) *File {
	src = strings.TrimPrefix(src, "\ufeff")
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(src, "\r\n", "\n")
		src = strings.ReplaceAll(src, "\r", "\n")
	}
	f := &File{Name: name, Src: src, lines: []int32{0}}
	for i := 0; i < len(src); i++ {
		if src[i] == '\n' {
			f.lines = append(f.lines, int32(i+1))
		}
	}
	return f
}

// Line returns the 1-based line that holds the byte offset.
func (f *File) Line(offset int32) int {
	lo, hi := 0, len(f.lines)
	for hi-lo > 1 {
		m := (lo + hi) / 2
		if f.lines[m] <= offset {
			lo = m
		} else {
			hi = m
		}
	}
	return lo + 1
}

// lastLine is the offset of the start of the last line that has a line end, or
// of the whole text.
func (f *File) lastLine() int32 {
	last := len(f.lines) - 1
	if last > 0 && int(f.lines[last]) >= len(f.Src) {
		last--
	}
	return f.lines[last]
}

// Position returns the 1-based line and the 0-based column, counted in bytes.
func (f *File) Position(offset int32) (line, col int) {
	line = f.Line(offset)
	return line, int(offset - f.lines[line-1])
}

// LineText returns the text of a 1-based line without its line end; "" when there is no such line.
func (f *File) LineText(line int) string {
	if line < 1 || line > len(f.lines) {
		return ""
	}
	start := f.lines[line-1]
	end := int32(len(f.Src))
	if line < len(f.lines) {
		end = f.lines[line]
	}
	s := f.Src[start:end]
	for len(s) > 0 && (s[len(s)-1] == '\n' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	return s
}

// Error is a SyntaxError (or one of its kinds) found in a source text.
type Error struct {
	Kind string // "SyntaxError", "IndentationError" or "TabError"
	Msg  string
	File *File
	Span Span // what the carets mark; End is OneCaret or NoCaret when it is no range

	Scanned bool   // found in the text rather than between its tokens
	generic bool   // nothing is known but the place
	indent  bool   // a line is indented that should not be
	shown   *shown // what Format shows instead of the line
}

// Ends of the Span of an error that marks no range.
const (
	OneCaret = -1 // a single caret at Start
	NoCaret  = -2 // only Start's line is known
)

func (e *Error) Error() string { return e.Kind + ": " + e.Msg }
