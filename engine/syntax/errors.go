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
		p.indentationError("unexpected indent")
	case tDedent:
		p.indentationError("unexpected unindent")
	}
	panic(&Error{Kind: "SyntaxError", Msg: "invalid syntax", File: p.f, Span: p.tokSpan(), generic: true})
}

func (p *parser) indentationError(format string, args ...any) {
	panic(&Error{Kind: "IndentationError", Msg: fmt.Sprintf(format, args...), File: p.f, Span: p.tokSpan()})
}

// failHere marks the current token.
func (p *parser) failHere(format string, args ...any) { p.fail(p.tokSpan(), format, args...) }

func lastToken(p *parser) Span {
	t := p.toks[p.pos-1]
	return Span{t.start, t.end}
}

// choose picks what to report when the scanner and the parser each may have failed.
func (s *scanner) choose(err *Error) *Error {
	if s.err != nil {
		return s.err
	}
	if n := len(s.parens); n > 0 && err.generic {
		open := s.parens[n-1]
		return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf("'%c' was never closed", open.open), File: s.f, Span: Span{open.pos, -1}}
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
func (p *parser) expectColonWith()     { p.expectColon() }
func (p *parser) expectColonMatch()    { p.expectColon() }
func (p *parser) classColon()          { p.expectColon() }

func (p *parser) missingBlock(what string, at int32) {
	p.indentationError("expected an indented block after %s on line %d", what, p.f.Line(at))
}

func (p *parser) missingExcept() {
	if p.diagnose {
		p.failHere("expected 'except' or 'finally' block")
	}
	p.unexpected()
}

func (p *parser) mixedExcept() {
	if p.diagnose {
		p.failHere("cannot have both 'except' and 'except*' on the same 'try'")
	}
	p.unexpected()
}

// Strings.

func (p *parser) mixedBytes(span Span) { p.fail(span, "cannot mix bytes and nonbytes literals") }

func (p *parser) stringError(msg string, tok token) { p.fail(Span{tok.start, tok.end}, "%s", msg) }

func (p *parser) fstringError(lit literal, format string, args ...any) {
	p.fail(Span{lit.tok.start, lit.tok.end}, format, args...)
}

// fstringSyntaxError rewrites an error found in an expression of an f-string:
// it shows that expression, in parentheses, instead of its line.
func (p *parser) fstringSyntaxError(err *Error, start, end int) *Error {
	if !strings.HasPrefix(err.Msg, "f-string") {
		err.Msg = "f-string: " + err.Msg
	}
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

func (p *parser) checkAssignTarget(e Expr, first int, only bool) { p.checkTarget(e, starTargets) }

func (p *parser) checkAugTarget(e Expr, op token) {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return
	}
	p.fail(e.Pos(), "'%s' is an illegal expression for augmented assignment", describe(e))
}

func (p *parser) annotationTarget(e Expr) {
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

// Format is the error as the reference implementation prints it for a file.
func (e *Error) Format() string {
	line, col := e.File.Position(e.Span.Start)
	text := e.File.LineText(line)
	var b strings.Builder
	fmt.Fprintf(&b, "  File \"%s\", line %d\n", e.File.Name, line)
	shown := strings.TrimLeft(text, " \t\f")
	cut := len(text) - len(shown)
	fmt.Fprintf(&b, "    %s\n", shown)
	if col >= cut {
		n := 1
		if e.Span.End > e.Span.Start {
			end := min(int(e.Span.End-e.Span.Start)+col, len(text))
			if col < end {
				n = utf8.RuneCountInString(text[col:end])
			}
		}
		pad := utf8.RuneCountInString(text[cut:min(col, len(text))])
		fmt.Fprintf(&b, "    %s%s\n", strings.Repeat(" ", pad), strings.Repeat("^", n))
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}
