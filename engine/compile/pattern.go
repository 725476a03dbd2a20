package compile

import (
	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// matcher is the state of compiling one pattern.
//
// Names are bound only when the whole pattern matches, so captured values stay
// on the stack, below what the pattern still works on; captured[0] lies on top
// of the others. A failing test has to drop both, so there is a label for each
// number of entries to drop, and these labels lie one behind the other.
type matcher struct {
	captured    []string
	fail        []label
	work        int  // entries on the stack that the pattern still needs
	irrefutable bool // a pattern that always matches is allowed here
}

func (c *compiler) match(s *syntax.Match) {
	end := c.newLabel()
	c.expr(s.Subject)
	cases := s.Cases
	var last *syntax.MatchCase
	if n := len(cases); n > 1 && isWildcard(cases[n-1].Pattern) {
		last, cases = cases[n-1], cases[:n-1]
	}
	for i, k := range cases {
		c.u.span = k.Pattern.Pos()
		keep := i+1 < len(cases) // later cases need the subject
		if keep {
			c.emit(bytecode.OpCopy, 0, 1)
		}
		m := &matcher{irrefutable: k.Guard != nil || last == nil && i+1 == len(cases)}
		c.pattern(m, k.Pattern)
		for _, name := range m.captured {
			c.variable(name, store, k.Pattern.Pos())
		}
		if k.Guard != nil {
			c.jumpIf(k.Guard, c.failLabel(m, 0), false)
		}
		if keep {
			c.op(bytecode.OpPopTop)
		}
		c.stmts(k.Body)
		c.jump(bytecode.OpJump, end)
		c.placeFailures(m)
	}
	if last != nil {
		c.u.span = last.Pattern.Pos()
		c.op(bytecode.OpNop)
		if last.Guard != nil {
			c.jumpIf(last.Guard, end, false)
		}
		c.stmts(last.Body)
	}
	c.place(end)
}

func isWildcard(p syntax.Pattern) bool {
	as, ok := p.(*syntax.MatchAs)
	return ok && as.Pattern == nil && as.Name == ""
}

func isStarWildcard(p syntax.Pattern) bool {
	star, ok := p.(*syntax.MatchStar)
	return ok && star.Name == ""
}

// failLabel is where to go to when n entries have to be dropped.
func (c *compiler) failLabel(m *matcher, n int) label {
	for len(m.fail) <= n {
		m.fail = append(m.fail, c.newLabel())
	}
	return m.fail[n]
}

// failIf leaves the pattern by a jump that pops its condition itself.
func (c *compiler) failIf(m *matcher, op bytecode.Op) {
	c.jump(op, c.failLabel(m, m.work+len(m.captured)))
}

func (c *compiler) placeFailures(m *matcher) {
	for n := len(m.fail) - 1; n > 0; n-- {
		c.place(m.fail[n])
		c.op(bytecode.OpPopTop)
	}
	if len(m.fail) > 0 {
		c.place(m.fail[0])
	}
	m.fail = nil
}

// bury moves the top of the stack below the n-1 entries under it.
func (c *compiler) bury(n int) {
	for ; n > 1; n-- {
		c.emit(bytecode.OpSwap, 0, int32(n))
	}
}

func (c *compiler) capture(m *matcher, name string, at syntax.Span) {
	if name == "" {
		c.op(bytecode.OpPopTop)
		return
	}
	c.forbid(name, store, at)
	for _, other := range m.captured {
		if other == name {
			c.fail(c.lastPattern, "multiple assignments to name '%s' in pattern", name)
		}
	}
	c.bury(m.work + len(m.captured) + 1)
	m.captured = append(m.captured, name)
}

// pattern tests the top of the stack, and takes it away.
func (c *compiler) pattern(m *matcher, p syntax.Pattern) {
	saved := c.u.span
	c.u.span = p.Pos()
	c.lastPattern = p.Pos()
	switch p := p.(type) {
	case *syntax.MatchValue:
		c.expr(p.Value)
		c.emit(bytecode.OpCompare, bytecode.CmpEQ, 0)
		c.failIf(m, bytecode.OpPopJumpIfFalse)
	case *syntax.MatchSingleton:
		if p.Kind == syntax.None {
			c.failIf(m, bytecode.OpPopJumpIfNotNone)
			break
		}
		c.loadConst(namedConst(p.Kind))
		c.emit(bytecode.OpIs, 0, 0)
		c.failIf(m, bytecode.OpPopJumpIfFalse)
	case *syntax.MatchSequence:
		c.matchSequence(m, p)
	case *syntax.MatchMapping:
		c.matchMapping(m, p)
	case *syntax.MatchClass:
		c.matchClass(m, p)
	case *syntax.MatchStar:
		c.capture(m, p.Name, p.Span)
	case *syntax.MatchAs:
		c.matchAs(m, p)
	case *syntax.MatchOr:
		c.matchOr(m, p)
	}
	c.u.span = saved
}

// inner tests a part of the subject, which never has to be refutable.
func (c *compiler) inner(m *matcher, p syntax.Pattern) {
	saved := m.irrefutable
	m.irrefutable = true
	c.pattern(m, p)
	m.irrefutable = saved
}

func (c *compiler) matchAs(m *matcher, p *syntax.MatchAs) {
	if p.Pattern != nil {
		m.work++
		c.emit(bytecode.OpCopy, 0, 1)
		c.pattern(m, p.Pattern)
		m.work--
	} else if !m.irrefutable {
		if p.Name != "" {
			c.fail(p.Span, "name capture '%s' makes remaining patterns unreachable", p.Name)
		}
		c.fail(p.Span, "wildcard makes remaining patterns unreachable")
	}
	c.capture(m, p.Name, p.Span)
}

func intConst(n int) bytecode.Const { return bytecode.Const{Kind: bytecode.ConstInt, I: int64(n)} }

func (c *compiler) matchSequence(m *matcher, p *syntax.MatchSequence) {
	size, star, starWild, allWild := len(p.Patterns), -1, false, true
	for i, x := range p.Patterns {
		if _, ok := x.(*syntax.MatchStar); ok {
			if star >= 0 {
				c.fail(p.Span, "multiple starred names in sequence pattern")
			}
			star, starWild = i, isStarWildcard(x)
			allWild = allWild && starWild
			continue
		}
		allWild = allWild && isWildcard(x)
	}
	m.work++
	c.op(bytecode.OpMatchSequence)
	c.failIf(m, bytecode.OpPopJumpIfFalse)
	if star < 0 {
		c.op(bytecode.OpGetLen)
		c.loadConst(intConst(size))
		c.emit(bytecode.OpCompare, bytecode.CmpEQ, 0)
		c.failIf(m, bytecode.OpPopJumpIfFalse)
	} else if size > 1 {
		c.op(bytecode.OpGetLen)
		c.loadConst(intConst(size - 1))
		c.emit(bytecode.OpCompare, bytecode.CmpGE, 0)
		c.failIf(m, bytecode.OpPopJumpIfFalse)
	}
	m.work--
	switch {
	case allWild:
		c.op(bytecode.OpPopTop)
	case starWild:
		c.matchItems(m, p.Patterns, star)
	default:
		if star >= 256 {
			c.fail(p.Span, "too many expressions in star-unpacking sequence pattern")
		}
		if star >= 0 {
			c.emit(bytecode.OpUnpackEx, size-star-1, int32(star))
		} else {
			c.emit(bytecode.OpUnpackSequence, 0, int32(size))
		}
		m.work += size
		for _, x := range p.Patterns {
			m.work--
			c.inner(m, x)
		}
	}
}

// matchItems fetches the items around a *_ one by one, so that what *_ stands
// for is never collected.
func (c *compiler) matchItems(m *matcher, patterns []syntax.Pattern, star int) {
	m.work++
	for i, x := range patterns {
		if i == star || isWildcard(x) {
			continue
		}
		c.emit(bytecode.OpCopy, 0, 1)
		if i < star {
			c.loadConst(intConst(i))
		} else {
			c.op(bytecode.OpGetLen)
			c.loadConst(intConst(len(patterns) - i))
			c.op(bytecode.OpBinarySub)
		}
		c.op(bytecode.OpBinarySubscr)
		c.inner(m, x)
	}
	m.work--
	c.op(bytecode.OpPopTop)
}

func (c *compiler) matchMapping(m *matcher, p *syntax.MatchMapping) {
	size := len(p.Keys)
	m.work++
	c.op(bytecode.OpMatchMapping)
	c.failIf(m, bytecode.OpPopJumpIfFalse)
	if size == 0 && p.Rest == "" {
		m.work--
		c.op(bytecode.OpPopTop)
		return
	}
	if size > 0 {
		c.op(bytecode.OpGetLen)
		c.loadConst(intConst(size))
		c.emit(bytecode.OpCompare, bytecode.CmpGE, 0)
		c.failIf(m, bytecode.OpPopJumpIfFalse)
	}
	seen := map[string]bool{}
	for _, key := range p.Keys {
		_, text := key.(*syntax.JoinedStr)
		if k, ok := fold(key); ok && !text {
			id := constKey(normalKey(k))
			if seen[id] {
				c.fail(p.Span, "mapping pattern checks duplicate key (%s)", constRepr(k))
			}
			seen[id] = true
		} else if _, ok := key.(*syntax.Attribute); !ok {
			c.fail(p.Span, "mapping pattern keys may only match literals and attribute lookups")
		}
		c.expr(key)
	}
	c.emit(bytecode.OpBuildTuple, 0, int32(size))
	c.op(bytecode.OpMatchKeys)
	m.work += 2
	c.emit(bytecode.OpCopy, 0, 1)
	c.failIf(m, bytecode.OpPopJumpIfNone)
	// subject keys values
	c.emit(bytecode.OpUnpackSequence, 0, int32(size))
	m.work += size - 1
	for _, x := range p.Patterns {
		m.work--
		c.inner(m, x)
	}
	m.work -= 2
	if p.Rest == "" {
		c.op(bytecode.OpPopTop)
		c.op(bytecode.OpPopTop)
		return
	}
	// A copy of the subject without the keys.
	c.emit(bytecode.OpBuildMap, 0, 0)
	c.emit(bytecode.OpSwap, 0, 3)
	c.emit(bytecode.OpDictUpdate, 0, 2)
	c.emit(bytecode.OpUnpackSequence, 0, int32(size))
	for n := size; n > 0; n-- {
		c.emit(bytecode.OpCopy, 0, int32(1+n))
		c.emit(bytecode.OpSwap, 0, 2)
		c.op(bytecode.OpDeleteSubscr)
	}
	c.capture(m, p.Rest, p.Span)
}

func (c *compiler) matchClass(m *matcher, p *syntax.MatchClass) {
	names := bytecode.Const{Kind: bytecode.ConstTuple}
	for i, attr := range p.KwdAttrs {
		for _, other := range p.KwdAttrs[:i] {
			if other == attr {
				c.fail(p.KwdPatterns[i].Pos(), "attribute name repeated in class pattern: %s", attr)
			}
		}
		c.forbid(attr, store, p.Span)
		names.Elems = append(names.Elems, strConst(attr))
	}
	c.expr(p.Cls)
	c.loadConst(names)
	c.emit(bytecode.OpMatchClass, 0, int32(len(p.Patterns)))
	m.work++
	c.emit(bytecode.OpCopy, 0, 1)
	c.failIf(m, bytecode.OpPopJumpIfNone)
	n := len(p.Patterns) + len(p.KwdPatterns)
	c.emit(bytecode.OpUnpackSequence, 0, int32(n))
	m.work += n - 1
	for _, list := range [][]syntax.Pattern{p.Patterns, p.KwdPatterns} {
		for _, x := range list {
			m.work--
			c.inner(m, x)
		}
	}
}

// matchOr tries the alternatives, each on a copy of the subject.
func (c *compiler) matchOr(m *matcher, p *syntax.MatchOr) {
	end := c.newLabel()
	var names []string // in the order that the first alternative captures them
	for i, x := range p.Patterns {
		alt := &matcher{irrefutable: m.irrefutable && i+1 == len(p.Patterns)}
		c.u.span = x.Pos()
		c.emit(bytecode.OpCopy, 0, 1)
		c.pattern(alt, x)
		if i == 0 {
			names = alt.captured
		} else if !c.permute(alt.captured, names) {
			c.fail(c.lastPattern, "alternative patterns bind different names")
		}
		c.jump(bytecode.OpJump, end)
		c.placeFailures(alt)
	}
	c.u.span = p.Span
	c.op(bytecode.OpPopTop)
	c.failIf(m, bytecode.OpJump)
	c.place(end)
	// The captures lie above the subject, which goes now.
	depth := len(names) + 1 + m.work + len(m.captured)
	for _, name := range names {
		c.bury(depth)
		for _, other := range m.captured {
			if other == name {
				c.fail(c.lastPattern, "multiple assignments to name '%s' in pattern", name)
			}
		}
		m.captured = append(m.captured, name)
	}
	c.op(bytecode.OpPopTop)
}

// permute brings captured values into the order of want; false when the names differ.
func (c *compiler) permute(have, want []string) bool {
	if len(have) != len(want) {
		return false
	}
	have = append([]string(nil), have...)
	for i := len(want) - 1; i >= 0; i-- {
		j := i
		for j >= 0 && have[j] != want[i] {
			j--
		}
		if j < 0 {
			return false
		}
		if j == i {
			continue
		}
		// Through the top: SWAP always involves it.
		if j > 0 {
			c.emit(bytecode.OpSwap, 0, int32(j+1))
			have[0], have[j] = have[j], have[0]
		}
		c.emit(bytecode.OpSwap, 0, int32(i+1))
		have[0], have[i] = have[i], have[0]
	}
	return true
}
