package syntax

import (
	"fmt"
	"sort"
)

// maxDepth caps what nests without brackets and indentation: "not not x",
// "a if b else c if d else e", lambdas in lambdas.
const maxDepth = 1000

// Warning is a remark on a source text that is not an error.
type Warning struct {
	Category string // "DeprecationWarning" or "SyntaxWarning"
	Msg      string
	Span     Span
}

// parser is a recursive-descent parser over the tokens of one file.
//
// It reads every text at most twice. The first pass only recognises: when it
// fails it says where, as an unspecific "invalid syntax". The second pass, with
// diagnose set, looks at the same text with the common mistakes in mind, and
// may find something better to say. So the checks for mistakes cost a correct
// program nothing.
//
// Failing is a panic with an *Error, recovered in Parse and in try.
type parser struct {
	f        *File
	src      string
	toks     []token
	pos      int    // index of the current token
	far      int    // the furthest token looked at
	found    *Error // by a speculative parse
	prevEnd  int32
	depth    int
	inField  bool // the text is an expression of an f-string
	diagnose bool
	budget   int // of tokens to read, when > 0: guesses inside guesses can take exponential time
	scanner  *scanner
	warnings []Warning
}

// Parse reads a source file.
func Parse(f *File) (*Module, *Error) {
	var m *Module
	if err := checkText(f); err != nil {
		return nil, err
	}
	s := scan(f)
	warnings, err := parseWith(s, 0, func(p *parser) { m = p.module() })
	if err != nil {
		return nil, err
	}
	if err := s.checkHeight(m); err != nil {
		return nil, err
	}
	m.Warnings = warnings
	return m, nil
}

// ParseExpr reads a text that is one expression, as eval does.
func ParseExpr(f *File) (Expr, []Warning, *Error) {
	var e Expr
	if err := checkText(f); err != nil {
		return nil, nil, err
	}
	start := 0
	for start < len(f.Src) && (f.Src[start] == ' ' || f.Src[start] == '\t') {
		start++
	}
	s := &scanner{f: f, src: f.Src, pos: start, end: len(f.Src), indents: []indent{{}}}
	s.module()
	warnings, err := parseWith(s, 0, func(p *parser) {
		e = p.plainList()
		for p.kind() == tNewline {
			p.next()
		}
		if p.kind() != tEOF {
			p.unexpected()
		}
	})
	if err == nil {
		err = s.checkHeight(e)
	}
	if err != nil {
		return nil, nil, err
	}
	return e, warnings, nil
}

// parseWith runs the two passes of a parse over scanned tokens.
func parseWith(s *scanner, depth int, parse func(*parser)) ([]Warning, *Error) {
	if s.err != nil {
		// The parser stops at the token that could not be read.
		s.toks = append(s.toks, token{kind: tEOF, level: uint8(min(len(s.parens), maxParens)), start: int32(s.pos), end: int32(s.pos)})
	}
	p := &parser{f: s.f, src: s.src, toks: s.toks, scanner: s, depth: depth}
	err := p.run(parse)
	if err == nil && s.err == nil {
		warnings := append(s.warnings, p.warnings...)
		sort.SliceStable(warnings, func(i, j int) bool { return warnings[i].Span.Start < warnings[j].Span.Start })
		return warnings, nil
	}
	if err != nil {
		second := &parser{f: s.f, src: s.src, toks: s.toks, scanner: s, diagnose: true, far: p.far, depth: depth}
		second.budget = 200*len(s.toks) + 20000
		if better := second.run(parse); better != nil && !better.generic && second.budget > 1 {
			err = better
		} else if err.generic {
			err = p.genericError()
		}
		p.far = max(p.far, second.far)
	}
	return nil, s.choose(err, p)
}

func (p *parser) run(parse func(*parser)) (err *Error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	parse(p)
	return nil
}

// try runs parse and goes back to where it was when that fails.
func (p *parser) try(parse func()) bool {
	pos, prevEnd, depth, diagnose, warnings := p.pos, p.prevEnd, p.depth, p.diagnose, len(p.warnings)
	p.diagnose = false
	err := p.run(func(*parser) { parse() })
	p.diagnose = diagnose
	if err == nil {
		return true
	}
	p.pos, p.prevEnd, p.depth, p.warnings = pos, prevEnd, depth, p.warnings[:warnings]
	return false
}

// lookahead runs parse and goes back to where it was in any case.
func (p *parser) lookahead(parse func()) bool {
	pos, prevEnd, depth, warnings := p.pos, p.prevEnd, p.depth, len(p.warnings)
	ok := p.try(parse)
	p.pos, p.prevEnd, p.depth, p.warnings = pos, prevEnd, depth, p.warnings[:warnings]
	return ok
}

func (p *parser) tok() token { return p.toks[p.pos] }
func (p *parser) kind() kind { return p.toks[p.pos].kind }

// peek is the kind of the n-th token after the current one.
func (p *parser) peek(n int) kind {
	if p.pos+n < len(p.toks) {
		return p.toks[p.pos+n].kind
	}
	return tEOF
}

func (p *parser) text(t token) string { return p.src[t.start:t.end] }

// next consumes the current token.
func (p *parser) next() token {
	t := p.toks[p.pos]
	if p.budget > 0 {
		if p.budget--; p.budget == 0 {
			p.budget = 1 // whoever tries again fails again
			p.unexpected()
		}
	}
	if t.kind > tDedent {
		p.prevEnd = t.end // line ends and indentation are part of no node
	}
	if p.pos < len(p.toks)-1 {
		p.pos++
		p.far = max(p.far, p.pos)
	}
	return t
}

// accept consumes the current token if it is a k.
func (p *parser) accept(k kind) bool {
	if p.toks[p.pos].kind != k {
		return false
	}
	p.next()
	return true
}

// expect consumes a k or fails.
func (p *parser) expect(k kind) token {
	if p.toks[p.pos].kind != k {
		p.unexpected()
	}
	return p.next()
}

// name consumes an identifier.
func (p *parser) name() (string, Span) {
	t := p.expect(tName)
	return normalize(p.text(t)), Span{t.start, t.end}
}

// isSoft tells whether the current token is the soft keyword word.
func (p *parser) isSoft(word string) bool {
	t := p.tok()
	return t.kind == tName && p.text(t) == word
}

// span is the range from start to the end of the last consumed token.
func (p *parser) span(start int32) Span { return Span{start, p.prevEnd} }

func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		panic(tooDeep(p.f, p.tokSpan()))
	}
}

func (p *parser) leave() { p.depth-- }

func (p *parser) tokSpan() Span { return p.markSpan(p.pos) }

// markSpan is how an error marks the i-th token. What is no text gets no carets.
func (p *parser) markSpan(i int) Span {
	t := p.toks[i]
	k := t.kind
	if k == tDedent && int(t.start) >= len(p.src) {
		k = tEOF
	}
	switch k {
	case tIndent, tDedent:
		return Span{t.start, NoCaret}
	case tEOF:
		if p.inField {
			return Span{t.start, t.start + 1} // the bracket that closes the field
		}
		return Span{p.f.lastLine(), NoCaret}
	}
	return Span{t.start, t.end}
}

// reach notes that the n-th token from here was looked at.
func (p *parser) reach(n int) { p.far = max(p.far, min(p.pos+n, len(p.toks)-1)) }

// fromHere is the range from start up to the end of the last token read,
// without its last byte: how the reference marks "from here on".
func (p *parser) fromHere(start int32) Span { return Span{start, p.toks[p.far].end - 1} }

// fromLast is the range from start to the end of the token before the last one.
func (p *parser) fromLast(start int32) Span { return Span{start, p.toks[p.pos-1].end - 1} }

// failFar marks the furthest token looked at.
func (p *parser) failFar(format string, args ...any) { p.fail(p.markSpan(p.far), format, args...) }

// fail raises a SyntaxError that marks span.
func (p *parser) fail(span Span, format string, args ...any) {
	panic(&Error{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), File: p.f, Span: span})
}

func (p *parser) warn(category string, span Span, format string, args ...any) {
	p.warnings = append(p.warnings, Warning{category, fmt.Sprintf(format, args...), span})
}
