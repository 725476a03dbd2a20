package vm

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
	"loopscope/engine/syntax"
)

// FormatException is the text that CPython prints for an uncaught exception,
// its causes and contexts included. Frames of library code are left out.
func FormatException(t *Thread, exc *Exc) string {
	w := &tbWriter{t: t, seen: map[*Exc]bool{}}
	w.chain(exc, "")
	return w.b.String()
}

// FormatUnchained is FormatException without causes and contexts, as for exceptions that nobody can catch.
func FormatUnchained(t *Thread, exc *Exc) string {
	w := &tbWriter{t: t, seen: map[*Exc]bool{}}
	w.one(exc, "")
	return w.b.String()
}

// FormatExceptionInModule is FormatException as module traceback writes it.
func FormatExceptionInModule(t *Thread, exc *Exc) string {
	w := &tbWriter{t: t, seen: map[*Exc]bool{}, module: true}
	w.chain(exc, "")
	return w.b.String()
}

// TracebackPlace is (line, last line, column, last column, "File …" lines) of one entry of a traceback, with columns
// in bytes as code.co_positions() has them; False when it is hidden.
func TracebackPlace(t *Thread, tb *object.Traceback) Value {
	if tb.Code.Code.Flags&bytecode.Hidden != 0 {
		return object.False
	}
	w := &tbWriter{t: t}
	w.place(tb.Code.Code, int(tb.PC), int(tb.Part), "")
	span := tb.Code.Code.SpanAt(int(tb.PC), int(tb.Part&^object.CopiedPart))
	line, col := tb.Code.File.Position(span.Start)
	endLine, endCol := tb.Code.File.Position(span.End)
	n := func(i int) Value { return object.Int(int64(i)) }
	return object.TupleOf(n(line), n(endLine), n(col), n(endCol), object.NewStr(w.b.String()))
}

// FormatPlace is the "File …" lines of one place.
func FormatPlace(code *object.Code, pc, part int) string {
	w := &tbWriter{}
	w.place(code.Code, pc, part, "")
	return w.b.String()
}

type tbWriter struct {
	t    *Thread
	b    strings.Builder
	seen map[*Exc]bool
	// As module traceback writes it; the interpreter's own printer differs in the marks of copied places.
	module bool
	depth  int
}

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

func (w *tbWriter) indented(text, indent string) {
	for _, l := range strings.SplitAfter(text, "\n") {
		if l == "" {
			continue
		}
		if l != "\n" || indent != "" {
			w.b.WriteString(indent)
		}
		w.b.WriteString(l)
	}
}

// chain writes the exception after what it was caused by.
func (w *tbWriter) chain(exc *Exc, indent string) {
	// Collected first, so that a long chain does not recurse.
	type link struct {
		e    *Exc
		text string
	}
	links := []link{{exc, ""}}
	w.seen[exc] = true
	for e := exc; ; {
		switch {
		case e.Cause != nil && !w.seen[e.Cause]:
			e = e.Cause
			links = append(links, link{e, causeText})
		case e.Cause == nil && e.Context != nil && !e.Suppress && !w.seen[e.Context]:
			e = e.Context
			links = append(links, link{e, contextText})
		default:
			e = nil
		}
		if e == nil || len(links) > 1000 {
			break
		}
		w.seen[e] = true
	}
	for i := len(links) - 1; i >= 0; i-- {
		w.one(links[i].e, indent)
		if i > 0 {
			w.indented(links[i].text, indent)
		}
	}
}

// one writes one exception with its traceback.
func (w *tbWriter) one(exc *Exc, indent string) {
	if exc.Type.IsSubtype(object.BaseExceptionGroup) {
		w.group(exc, indent)
		return
	}
	if exc.Traceback != nil {
		w.b.WriteString(indent + "Traceback (most recent call last):\n")
		w.traceback(exc.Traceback, indent)
	}
	w.message(exc, indent)
}

// group writes an exception group as a tree.
func (w *tbWriter) group(exc *Exc, indent string) {
	bar := indent
	if w.depth == 0 {
		bar = indent + "  "
	}
	if exc.Traceback != nil {
		if w.depth == 0 {
			w.b.WriteString(indent + "  + Exception Group Traceback (most recent call last):\n")
		} else {
			w.b.WriteString(indent + "Exception Group Traceback (most recent call last):\n")
		}
		if w.depth == 0 {
			bar = indent + "  | "
		}
		w.traceback(exc.Traceback, bar)
	} else if w.depth == 0 {
		bar = indent + "  | "
	}
	w.message(exc, bar)
	w.depth++
	if w.depth > 10 {
		w.b.WriteString(bar + "... (max_group_depth is 10)\n")
		w.depth--
		return
	}
	members := exc.GroupExceptions()
	sub := strings.TrimSuffix(bar, "| ")
	inner := sub + "  | "
	if w.depth == 1 {
		inner = sub + "  | "
	}
	for i, v := range members {
		first := "+-"
		if i > 0 {
			first = "  "
		}
		if i == 15 {
			w.b.WriteString(sub + first + "+---------------- ... ----------------\n")
			w.b.WriteString(inner + "and " + strconv.Itoa(len(members)-15) + " more exception")
			if len(members)-15 > 1 {
				w.b.WriteString("s")
			}
			w.b.WriteString("\n")
			break
		}
		w.b.WriteString(sub + first + "+---------------- " + strconv.Itoa(i+1) + " ----------------\n")
		w.chain(object.AsExc(v), inner)
	}
	if last := members[len(members)-1]; !object.AsExc(last).Type.IsSubtype(object.BaseExceptionGroup) {
		w.b.WriteString(sub + "  +------------------------------------\n")
	}
	w.depth--
}

// visible skips the frames of library code.
func visible(tb *object.Traceback) *object.Traceback {
	for tb != nil && tb.Code.Code.Flags&bytecode.Hidden != 0 {
		tb = tb.Next
	}
	return tb
}

// traceback writes the places, leaving out the repetitions of recursion.
func (w *tbWriter) traceback(tb *object.Traceback, indent string) {
	var lastCode *object.Code
	lastLine, count := -1, 0
	flush := func() {
		if count > 3 {
			n := count - 3
			s := "s"
			if n == 1 {
				s = ""
			}
			w.b.WriteString(indent + "  [Previous line repeated " + strconv.Itoa(n) + " more time" + s + "]\n")
		}
	}
	for tb = visible(tb); tb != nil; tb = visible(tb.Next) {
		line := tb.Code.Line(int(tb.PC), int(tb.Part&^object.CopiedPart))
		if tb.Code == lastCode && line == lastLine {
			count++
		} else {
			flush()
			lastCode, lastLine, count = tb.Code, line, 1
		}
		if count <= 3 {
			w.place(tb.Code.Code, int(tb.PC), int(tb.Part), indent)
		}
	}
	flush()
}

// place writes one "File" line, the source line and the carets.
func (w *tbWriter) place(code *bytecode.Code, pc, part int, indent string) {
	copied := part&object.CopiedPart != 0
	part &^= object.CopiedPart
	span := code.SpanAt(pc, part)
	file := code.File
	line, col := file.Position(span.Start)
	w.b.WriteString(indent + "  File \"" + file.Name + "\", line " + strconv.Itoa(line) + ", in " + code.Name + "\n")
	if file.Unseen && !w.cached(file.Name) {
		return
	}
	text := file.LineText(line)
	stripped := strings.TrimLeft(text, " \t\f")
	shown := strings.TrimRight(stripped, " \t\f")
	if shown == "" {
		return
	}
	w.b.WriteString(indent + "    " + shown + "\n")
	if copied {
		w.copiedMarks(text, stripped, shown, indent)
		return
	}
	endLine, endCol := file.Position(span.End)
	lead := len(text) - len(stripped)
	if span.End <= span.Start {
		return
	}
	if endLine != line {
		endCol = lead + len(shown)
	}
	if col < lead {
		col = lead
	}
	if endCol > lead+len(shown) {
		endCol = lead + len(shown)
	}
	if endCol <= col {
		return
	}
	marks := anchors(file.Src[span.Start:span.End], endLine == line)
	if marks == nil && col == lead && endCol == lead+len(shown) && endLine == line {
		return // the whole line is meant: nothing to mark
	}
	if marks == nil && endLine != line && col == lead {
		return
	}
	w.b.WriteString(indent + "    ")
	pad := width(text[lead:col])
	w.b.WriteString(strings.Repeat(" ", pad))
	seg := text[col:endCol]
	if marks == nil {
		w.b.WriteString(strings.Repeat("^", width(seg)))
	} else {
		l, r := marks[0], marks[1]
		w.b.WriteString(strings.Repeat("~", width(seg[:l])) + strings.Repeat("^", width(seg[l:r])) + strings.Repeat("~", width(seg[r:])))
	}
	w.b.WriteString("\n")
}

// cached tells whether module linecache has been given the text of a file: module traceback shows its lines,
// as doctest wants it for its examples. The interpreter's own printer does not.
func (w *tbWriter) cached(name string) bool {
	if w.seen != nil || w.t == nil {
		return false // the interpreter's own printer, or no program to ask
	}
	m, _ := w.t.RT.Modules.GetStr(intern("linecache"))
	module := object.AsModule(m)
	if module == nil {
		return false
	}
	v, _ := module.Dict.GetStr(intern("cache"))
	if cache := object.AsDict(v); cache != nil {
		_, ok := cache.GetStr(object.Intern(name))
		return ok
	}
	return false
}

// copiedMarks writes the marks below a place of a copied traceback. Whoever copies one (gevent does, from greenlet to
// greenlet) has only the line and the name; the columns are those of a statement that it compiles to have a frame at all.
func (w *tbWriter) copiedMarks(text, stripped, shown, indent string) {
	const from, to = 6, 23
	col, end := min(from, len(text)), min(to, len(text))
	if end-col >= len(shown) {
		return
	}
	pad := 4 + col - (len(text) - len(stripped))
	if w.module {
		pad = max(pad, 4)
	}
	w.b.WriteString(indent + strings.Repeat(" ", max(pad, 0)) + strings.Repeat("^", end-col) + "\n")
}

func width(s string) int { return utf8.RuneCountInString(s) }

// anchors finds which part of the text of an expression is the operator: the
// operator of a binary operation, or the brackets of a subscript; nil otherwise.
func anchors(src string, oneLine bool) []int {
	if !oneLine {
		return nil
	}
	f := syntax.NewFile("", src)
	e, _, err := syntax.ParseExpr(f)
	if err != nil {
		return nil
	}
	switch x := e.(type) {
	case *syntax.BinOp:
		// The first thing between the operands: a bracket around the left one too.
		at, end := int(x.Left.Pos().End), int(x.Right.Pos().Start)
		for at < end && blank(src[at]) {
			at++
		}
		if at >= end {
			return nil
		}
		if at+1 < end && !blank(src[at+1]) {
			return []int{at, at + 2}
		}
		return []int{at, at + 1}
	case *syntax.Subscript:
		at, end := int(x.Value.Pos().End), int(x.Index.Pos().End)+1
		if at >= len(src) {
			return nil
		}
		return []int{at, min(end, len(src))}
	}
	return nil
}

func blank(b byte) bool { return b == ' ' || b >= '\t' && b <= '\r' }

// message writes the class and text of an exception, and its notes.
func (w *tbWriter) message(exc *Exc, indent string) {
	c := w.t.RT.Ctx
	name := exc.Type.QualName
	if m := exc.Type.Module; m != "builtins" && m != "__main__" && m != "" {
		name = m + "." + name
	}
	if exc.Type.IsSubtype(object.SyntaxError) {
		w.indented(syntaxPlace(exc), indent)
		msg := w.t.excText(exc)
		if s := object.AsStr(exc.Val); s != nil {
			msg = s.Text
		}
		w.indented(name+": "+msg+"\n", indent)
	} else {
		text := w.t.excText(exc)
		if text == "" {
			w.indented(name+"\n", indent)
		} else {
			w.indented(name+": "+text+suggestion(w.t, exc)+"\n", indent)
		}
	}
	if exc.Notes.IsNull() {
		return
	}
	notes, e := object.Drain(c, exc.Notes)
	if e != nil {
		if !exc.Notes.IsNone() {
			w.indented(object.ReprText(c, exc.Notes)+"\n", indent)
		}
		return
	}
	for _, n := range notes {
		if s := object.AsStr(n); s != nil {
			w.indented(s.Text+"\n", indent)
		} else {
			w.indented(object.ReprText(c, n)+"\n", indent)
		}
	}
}

// excText is str(exc) for a report. A __str__ in Python is run aside, as an
// exception hook would.
func (t *Thread) excText(exc *Exc) string {
	s, e := object.StrOf(t.RT.Ctx, exc.Value())
	if e == nil {
		return s
	}
	if e == object.NeedVM {
		r, e := t.RunAside(ToStr(t, exc.Value()))
		if e == nil {
			return object.AsStr(r).Text
		}
	}
	return "<exception str() failed>"
}

// syntaxPlace is the file, line and carets of a SyntaxError, "" when it has none.
func syntaxPlace(exc *Exc) string {
	if len(exc.Extra) < 4 {
		return ""
	}
	file := object.AsStr(exc.Extra[0])
	line, ok := object.ToInt64(exc.Extra[1])
	if file == nil || !ok {
		return ""
	}
	out := "  File \"" + file.Text + "\", line " + strconv.FormatInt(line, 10) + "\n"
	text := object.AsStr(exc.Extra[3])
	if text == nil {
		return out
	}
	src := strings.TrimRight(text.Text, "\r\n")
	shown := strings.TrimLeft(src, " \t\f")
	out += "    " + shown + "\n"
	col, ok := object.ToInt64(exc.Extra[2])
	if !ok || col < 1 {
		return out
	}
	end := col + 1
	if len(exc.Extra) >= 6 {
		endLine, _ := object.ToInt64(exc.Extra[4])
		e, ok := object.ToInt64(exc.Extra[5])
		if ok && e < 0 {
			return out // only the line is known
		}
		if ok && e > 0 {
			end = e
			if endLine != line {
				end = int64(width(src)) + 1
			}
		}
	}
	lead := int64(width(src) - width(shown))
	from := col - 1 - lead
	if from < 0 {
		from = 0
	}
	n := end - col
	if n < 1 {
		n = 1
	}
	return out + "    " + strings.Repeat(" ", int(from)) + strings.Repeat("^", int(n)) + "\n"
}

// ExceptionSummary is the class and message of an exception on one line, for the
// recording. It calls no Python code.
func ExceptionSummary(t *Thread, exc *Exc) string {
	s, e := object.StrOf(t.RT.Ctx, exc.Value())
	if e != nil || s == "" {
		return exc.Type.Name
	}
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i] + " …"
	}
	return exc.Type.Name + ": " + s
}
