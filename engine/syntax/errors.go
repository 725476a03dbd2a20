package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// What is wrong with a text, in the reference implementation's words.

// unexpected fails at the current token with the least specific message.
func (p *parser) unexpected() {
	t := p.tok()
	switch t.kind {
	case tIndent:
		panic(&Error{Kind: "IndentationError", Msg: "unexpected indent", File: p.f, Span: p.tokSpan(), generic: true, indent: true})
	case tDedent:
		panic(&Error{Kind: "IndentationError", Msg: "unexpected unindent", File: p.f, Span: p.tokSpan(), generic: true, indent: true})
	}
	panic(&Error{Kind: "SyntaxError", Msg: "invalid syntax", File: p.f, Span: p.tokSpan(), generic: true})
}

// failHere marks the current token.
func (p *parser) failHere(format string, args ...any) { p.fail(p.tokSpan(), format, args...) }

func lastToken(p *parser) Span {
	t := p.toks[p.pos-1]
	return Span{t.start, t.end}
}

// genericError is "invalid syntax" at the furthest token that was looked at.
func (p *parser) genericError() *Error {
	err := p.run(func(p *parser) {
		p.pos = p.far
		p.unexpected()
	})
	return err
}

// choose picks what to report when the scanner and the parser each may have
// failed: a bracket that is never closed explains whatever follows its line.
func (s *scanner) choose(err *Error, p *parser) *Error {
	if err != nil && err.indent {
		return err // outranks even an error in the tokens
	}
	if s.err != nil && (err == nil || !s.late || p.far == len(p.toks)-1) {
		return s.err
	}
	if n := len(s.parens); n > 0 && !p.inField {
		open := s.parens[n-1]
		if t := p.toks[p.far]; t.kind == tEOF || s.f.Line(t.start) > s.f.Line(open.pos) {
			return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("'%c' was never closed", open.open), File: s.f, Span: Span{open.pos, OneCaret}}
		}
	}
	return err
}

// The missing pieces of a statement.

func (p *parser) expected(what string) {
	if p.diagnose {
		p.failHere("expected '%s'", what)
	}
	p.unexpected()
}

func (p *parser) expectColon() {
	if p.kind() != tColon {
		if p.diagnose && p.kind() == tNewline {
			p.failHere("expected ':'")
		}
		p.unexpected()
	}
	p.next()
}

// expectColonForced is expectColon where nothing but a colon can follow.
func (p *parser) expectColonForced() {
	if p.kind() != tColon {
		p.expected(":")
	}
	p.next()
}

func (p *parser) expectColonOf(string) { p.expectColonForced() }
func (p *parser) missingBlock(what string, at int32) {
	span := p.tokSpan()
	if span.End >= 0 {
		span.End = OneCaret
	}
	panic(&Error{Kind: "IndentationError", File: p.f, Span: span,
		Msg: fmt.Sprintf("expected an indented block after %s on line %d", what, p.f.Line(at))})
}

func (p *parser) missingExcept() {
	if p.diagnose {
		p.failHere("expected 'except' or 'finally' block")
	}
	p.unexpected()
}

// mixedExcept refuses an except clause of the other kind than the first.
func (p *parser) mixedExcept(star bool) {
	if p.diagnose {
		span := p.tokSpan()
		if star {
			span.End = p.toks[p.pos+1].end
		}
		p.fail(span, "cannot have both 'except' and 'except*' on the same 'try'")
	}
	p.unexpected()
}

// Strings. The literals side by side are looked at together, when the token
// after the last is known already; that token is what gets marked.

func (p *parser) mixedBytes(Span) { p.failFar("cannot mix bytes and nonbytes literals") }

func (p *parser) stringError(msg string, _ token) { p.failFar("%s", msg) }

// shown is what Format prints of a text that is not a line of the file.
type shown struct {
	text string
	line int
	span Span // within text
}

// fieldError rewrites an error found in an expression of an f-string. It keeps
// its place in the file, but what is shown is the expression in parentheses.
// scanned says that it is the scanner's.
func (p *parser) fieldError(err *Error, start, end int, scanned bool) *Error {
	err.generic = false
	if err.shown != nil {
		return err // from a field of an f-string in this field
	}
	if !scanned {
		err.Msg = "f-string: " + err.Msg
	}
	text := "(" + p.src[start:end] + ")"
	at := int(err.Span.Start) - start + 1
	line := strings.LastIndexByte(text[:at], '\n') + 1
	if end := strings.IndexByte(text[line:], '\n'); end >= 0 {
		text = text[:line+end]
	}
	span := Span{int32(at - line), err.Span.End}
	if span.End >= 0 {
		span.End += int32(1 - start - line)
	}
	err.shown = &shown{text[line:], p.f.Line(err.Span.Start), span}
	return err
}

// Targets.

type targetKind uint8

const (
	starTargets targetKind = iota
	delTargets
	forTargets
)

// badTarget finds the part of e that cannot be assigned to.
func badTarget(e Expr, k targetKind) Expr {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *Compare:
		if k == forTargets && e.Ops[0] == In {
			return badTarget(e.Left, k)
		}
	case *Starred:
		if k == delTargets {
			return e
		}
		return badTarget(e.Value, k)
	case *Tuple:
		return badElement(e.Elts, k)
	case *List:
		return badElement(e.Elts, k)
	}
	return e
}

func badElement(elts []Expr, k targetKind) Expr {
	for _, e := range elts {
		if bad := badTarget(e, k); bad != nil {
			return bad
		}
	}
	return nil
}

func (p *parser) checkTarget(e Expr, k targetKind) {
	bad := badTarget(e, k)
	if bad == nil {
		return
	}
	verb := "assign to"
	if k == delTargets {
		verb = "delete"
	}
	p.fail(bad.Pos(), "cannot %s %s", verb, describe(bad))
}

func (p *parser) checkAssignTarget(e Expr) {
	switch e.(type) {
	case *Yield, *YieldFrom:
		if p.src[e.Pos().Start] == 'y' && p.toks[p.pos-1].kind != tRParen {
			p.fail(e.Pos(), "assignment to yield expression not possible")
		}
	}
	p.checkTarget(e, starTargets)
}

// checkLoopTarget looks at the target of a for. What follows it is read as
// part of it, so that a comma that is missing there is found.
func (p *parser) checkLoopTarget() {
	pos, prevEnd := p.pos, p.prevEnd
	ok := p.lookahead(func() {
		e := p.looseTargets()
		p.expect(kIn)
		if badTarget(e, forTargets) != nil {
			p.unexpected()
		}
	})
	if ok {
		return
	}
	p.checkTarget(p.exprList(), forTargets)
	p.pos, p.prevEnd = pos, prevEnd
}

func (p *parser) checkAugTarget(e Expr, op token) {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return
	}
	p.fail(e.Pos(), "'%s' is an illegal expression for augmented assignment", describe(e))
}

func (p *parser) annotationTarget(e Expr) {
	if !p.diagnose || !p.lookahead(func() { p.next(); p.prefix() }) {
		p.unexpected()
	}
	switch e.(type) {
	case *Tuple:
		p.fail(e.Pos(), "only single target (not tuple) can be annotated")
	case *List:
		p.fail(e.Pos(), "only single target (not list) can be annotated")
	}
	p.fail(e.Pos(), "illegal target for annotation")
}

// describe names the kind of an expression.
func describe(e Expr) string {
	switch e := e.(type) {
	case *Name:
		return "name"
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *NameConst:
		return [...]string{"None", "False", "True", "ellipsis"}[e.Kind]
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "literal"
}

// checkText refuses what is no text.
func checkText(f *File) *Error {
	if i := strings.IndexByte(f.Src, 0); i >= 0 {
		line, col := f.Position(int32(i))
		return &Error{Kind: "SyntaxError", Msg: "source code cannot contain null bytes", File: f, Span: Span{int32(i), NoCaret},
			shown: &shown{f.LineText(line)[:col], line, Span{0, NoCaret}}}
	}
	for i, r := range f.Src {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(f.Src[i:]); n == 1 {
			msg := fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
				f.Src[i], f.Name, f.Line(int32(i)))
			return &Error{Kind: "SyntaxError", Msg: msg, File: f, Span: Span{int32(i), NoCaret}, shown: &shown{}}
		}
	}
	return nil
}

// Location is the place of an error as the attributes of a SyntaxError give
// it: lines and offsets count from 1, offsets in characters. Offset is 0 when
// nothing is marked, EndOffset when the mark is one character.
type Location struct {
	Line, Offset       int
	EndLine, EndOffset int
	Text               string // the line, without its line end
}

// Elsewhere tells whether what is shown is not a line of the file: the
// expression of an f-string, in parentheses.
func (e *Error) Elsewhere() bool { return e.shown != nil && e.shown.line > 0 }

// Location computes the place of the error.
func (e *Error) Location() Location {
	var l Location
	span := e.Span
	if e.shown != nil {
		l.Line, l.Text, span = e.shown.line, e.shown.text, e.shown.span
		l.EndLine = l.Line
	} else {
		var col int
		l.Line, col = e.File.Position(span.Start)
		l.Text = e.File.LineText(l.Line)
		l.EndLine = l.Line
		if span.End >= 0 {
			l.EndLine, _ = e.File.Position(span.End)
			span.End += int32(col) - span.Start
		}
		span.Start = int32(col)
	}
	if span.End == NoCaret {
		return l
	}
	chars := func(col int32) int { return utf8.RuneCountInString(l.Text[:min(int(col), len(l.Text))]) + 1 }
	l.Offset = chars(span.Start)
	if span.End >= 0 {
		l.EndOffset = chars(span.End)
	}
	return l
}

// Format is the error as the reference implementation prints it for a file.
func (e *Error) Format() string {
	l := e.Location()
	if e.Kind == "RecursionError" || l.Line == 0 {
		return e.Kind + ": " + e.Msg + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "  File \"%s\", line %d\n", e.File.Name, l.Line)
	shown := strings.TrimLeft(l.Text, " \t\f")
	fmt.Fprintf(&b, "    %s\n", shown)
	if pad := l.Offset - 1 - (len(l.Text) - len(shown)); l.Offset > 0 && pad >= 0 {
		fmt.Fprintf(&b, "    %s%s\n", strings.Repeat(" ", pad), strings.Repeat("^", max(1, l.EndOffset-l.Offset)))
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}
