package remod

import (
	"strings"

	"loopscope/engine/object"
)

// input is the text that is searched: bytes, or an ASCII str, byte by byte; or code points.
type input struct {
	s     string
	runes []int32 // nil when s is indexed directly
	n     int
	bytes bool
}

func (in *input) at(i int) int32 {
	if in.runes != nil {
		return in.runes[i]
	}
	return int32(in.s[i])
}

// What the stack holds. An entry undoes something, or is a place to go on at.
type entryKind uint8

const (
	eBranch  entryKind = iota // go on at pc, at position a
	eSave                     // slot pc had value a
	eCount                    // counter pc had value a, and position b
	eMark                     // the last group closed was a
	eFewer                    // opOne at pc began at a and took b more than its least: take one less
	eMore                     // opOne at pc is at a and may take b more: take one more
	eBarrier                  // what began at pc, at position a, has failed
	eHeight                   // register pc held a
)

type entry struct {
	kind entryKind
	pc   int32
	a, b int
}

// matcher is one attempt to match, or to search.
type matcher struct {
	p          *program
	in         *input
	start, end int // the bounds: pos and endpos
	whole      bool
	search     bool
	mustMove   bool // an empty match at the beginning does not count
	at         int  // where the attempt begins
	pc         int
	pos        int
	saves      []int
	counts     []int
	lastPos    []int
	heights    []int
	last       int // the last group closed
	stack      []entry
	steps      int64
	running    bool
}

func newMatcher(p *program, in *input, start, end int) *matcher {
	m := &matcher{p: p, in: in, start: start, end: end, at: start}
	m.saves = make([]int, p.saves)
	m.counts = make([]int, 2*p.counters)
	m.lastPos = m.counts[p.counters:]
	m.heights = make([]int, p.barriers)
	return m
}

type verdict uint8

const (
	failed verdict = iota
	matched
	unfinished
	tooDeep
)

// maxStack bounds the stack, in entries of 24 bytes.
const maxStack = 8 << 20

// run goes on for about budget steps.
func (m *matcher) run(budget int64) verdict {
	limit := m.steps + budget
	for {
		if !m.running {
			if !m.candidate() {
				return failed
			}
			for i := range m.saves {
				m.saves[i] = -1
			}
			m.last = 0
			m.stack = m.stack[:0]
			m.pc, m.pos = 0, m.at
			m.running = true
		}
		switch v := m.attempt(limit); v {
		case failed:
			m.running = false
			m.steps++
			if !m.search || m.at >= m.end {
				return failed
			}
			m.at++
			m.mustMove = false
			if m.steps >= limit {
				return unfinished
			}
		default:
			return v
		}
	}
}

// candidate moves to the next place at which a match can begin.
func (m *matcher) candidate() bool {
	if !m.search {
		return true
	}
	p, in := m.p, m.in
	switch {
	case p.anchored:
		return m.at == 0
	case p.first >= 0:
		if in.runes == nil {
			if p.first > 255 || !in.bytes && p.first > 127 {
				return false
			}
			i := strings.IndexByte(in.s[m.at:m.end], byte(p.first))
			m.steps += int64(max(i, 0)) / 16
			if i < 0 {
				return false
			}
			m.moveTo(m.at + i)
			return true
		}
		for i := m.at; i < m.end; i++ {
			if in.runes[i] == p.first {
				m.moveTo(i)
				return true
			}
		}
		m.steps += int64(m.end-m.at) / 8
		return false
	case p.firstSet != nil:
		for i := m.at; i < m.end; i++ {
			if p.firstSet.has(in.at(i)) {
				m.steps += int64(i-m.at) / 4
				m.moveTo(i)
				return true
			}
		}
		m.steps += int64(m.end-m.at) / 4
		return false
	}
	return true
}

func (m *matcher) moveTo(at int) {
	if at != m.at {
		m.at, m.mustMove = at, false
	}
}

func (m *matcher) push(e entry) { m.stack = append(m.stack, e) }

// takes tells whether a one-character instruction takes the character at i.
func (m *matcher) takes(in *instr, i int) bool {
	r := m.in.at(i)
	switch in.op {
	case opChar:
		return r == in.r
	case opCharFold:
		return m.folded(r, in.ascii) == in.r
	}
	return in.set.has(r)
}

func (m *matcher) folded(r int32, ascii bool) int32 {
	if ascii {
		return foldASCII(r)
	}
	return m.p.fold(r)
}

// attempt carries out instructions until the end of a match, or of the last alternative.
func (m *matcher) attempt(limit int64) verdict {
	code := m.p.code
	for {
		if m.steps++; m.steps >= limit {
			return unfinished
		}
		if len(m.stack) > maxStack {
			return tooDeep
		}
		in := &code[m.pc]
		ok := true
		switch in.op {
		case opChar, opCharFold, opSet:
			if ok = m.pos < m.end && m.takes(in, m.pos); ok {
				m.pos++
				m.pc++
			}
		case opJump:
			m.pc = int(in.x)
		case opSplit:
			m.push(entry{kind: eBranch, pc: in.y, a: m.pos})
			m.pc = int(in.x)
		case opSave:
			m.push(entry{kind: eSave, pc: in.n, a: m.saves[in.n]})
			m.saves[in.n] = m.pos
			if in.n&1 == 1 && in.n > 1 {
				m.push(entry{kind: eMark, a: m.last})
				m.last = int(in.n / 2)
			}
			m.pc++
		case opAt:
			if ok = m.is(in); ok {
				m.pc++
			}
		case opBackref, opBackrefFold:
			ok = m.backref(in)
		case opOne:
			ok = m.one(in)
		case opLoopInit:
			m.setCount(in.n, 0, -1)
			m.pc++
		case opLoop:
			k := in.n
			c := int64(m.counts[k])
			switch {
			case c < in.min:
				m.pc++
			case c >= in.max || m.pos == m.lastPos[k]:
				m.pc = int(in.x)
			case in.mode == lazy:
				m.push(entry{kind: eBranch, pc: int32(m.pc + 1), a: m.pos})
				m.pc = int(in.x)
			default:
				m.push(entry{kind: eBranch, pc: in.x, a: m.pos})
				m.pc++
			}
		case opLoopBody:
			m.setCount(in.n, m.counts[in.n]+1, m.pos)
			m.pc++
		case opBarrier:
			m.push(entry{kind: eHeight, pc: in.n, a: m.heights[in.n]})
			m.push(entry{kind: eBarrier, pc: int32(m.pc), a: m.pos})
			m.heights[in.n] = len(m.stack)
			m.pc++
		case opCut, opRewind:
			m.cut(in)
			m.pc++
		case opUnless:
			// Undo what happened inside, and fail before it.
			h := m.heights[in.n]
			for len(m.stack) > h {
				m.undo()
			}
			m.stack = m.stack[:h-1] // the barrier itself
			ok = false
		case opBack:
			if ok = m.pos-int(in.n) >= 0; ok {
				m.pos -= int(in.n)
				m.pc++
			}
		case opCond:
			if m.saves[2*in.n] >= 0 && m.saves[2*in.n+1] >= 0 {
				m.pc++
			} else {
				m.pc = int(in.x)
			}
		case opFail:
			ok = false
		case opMatch:
			if (!m.whole || m.pos == m.end) && !(m.mustMove && m.pos == m.at) {
				return matched
			}
			ok = false
		}
		if !ok && !m.back() {
			return failed
		}
	}
}

// back goes to the last alternative; false when there is none.
func (m *matcher) back() bool {
	for len(m.stack) > 0 {
		e := &m.stack[len(m.stack)-1]
		switch e.kind {
		case eBranch:
			m.pc, m.pos = int(e.pc), e.a
			m.stack = m.stack[:len(m.stack)-1]
			return true
		case eFewer:
			in := &m.p.code[e.pc]
			b := e.b
			// A literal that comes next says which ends are worth a try.
			if next := &m.p.code[in.x]; next.op == opChar {
				for b >= 0 && (e.a+b >= m.end || m.in.at(e.a+b) != next.r) {
					b--
				}
				m.steps += int64(e.b-b) / 8
			}
			if b > 0 {
				m.pos = e.a + b
				e.b = b - 1
			} else {
				m.pos = e.a
				m.stack = m.stack[:len(m.stack)-1]
				if b < 0 {
					continue
				}
			}
			m.pc = int(in.x)
			return true
		case eMore:
			in := &m.p.code[e.pc]
			if e.b == 0 || e.a >= m.end || !m.takes(&m.p.code[e.pc+1], e.a) {
				m.stack = m.stack[:len(m.stack)-1]
				continue
			}
			e.a++
			e.b--
			m.pos, m.pc = e.a, int(in.x)
			return true
		case eBarrier:
			in := &m.p.code[e.pc]
			pos := e.a
			m.stack = m.stack[:len(m.stack)-1]
			if in.negate {
				m.pos, m.pc = pos, int(in.x)
				return true
			}
		default:
			m.undo()
		}
	}
	return false
}

// undo takes the top entry off; places to go on at are just forgotten.
func (m *matcher) undo() {
	e := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	switch e.kind {
	case eSave:
		m.saves[e.pc] = e.a
	case eCount:
		m.counts[e.pc], m.lastPos[e.pc] = e.a, e.b
	case eMark:
		m.last = e.a
	case eHeight:
		m.heights[e.pc] = e.a
	}
}

func (m *matcher) setCount(k int32, n, pos int) {
	m.push(entry{kind: eCount, pc: k, a: m.counts[k], b: m.lastPos[k]})
	m.counts[k], m.lastPos[k] = n, pos
}

// cut forgets the alternatives inside a barrier, and keeps what undoes its effects.
func (m *matcher) cut(in *instr) {
	h := m.heights[in.n]
	if in.op == opRewind {
		m.pos = m.stack[h-1].a
	}
	keep := m.stack[:h-1]
	for _, e := range m.stack[h:] {
		switch e.kind {
		case eSave, eCount, eMark, eHeight:
			keep = append(keep, e)
		}
	}
	m.stack = keep
}

// one repeats a single character.
func (m *matcher) one(in *instr) bool {
	kid := &m.p.code[m.pc+1]
	room := int64(m.end - m.pos)
	if room < in.min {
		return false
	}
	limit := min(in.max, room)
	if in.mode == lazy {
		for i := int64(0); i < in.min; i++ {
			if !m.takes(kid, m.pos) {
				return false
			}
			m.pos++
		}
		if limit > in.min {
			m.push(entry{kind: eMore, pc: int32(m.pc), a: m.pos, b: int(limit - in.min)})
		}
		m.pc = int(in.x)
		return true
	}
	i := m.pos
	stop := m.pos + int(limit)
	if kid.op == opSet && m.in.runes == nil {
		low := &kid.set.low
		for s := m.in.s; i < stop; i++ {
			if b := s[i]; low[b>>6]>>(b&63)&1 == 0 {
				break
			}
		}
	} else {
		for i < stop && m.takes(kid, i) {
			i++
		}
	}
	n := int64(i - m.pos)
	m.steps += n / 8
	if n < in.min {
		return false
	}
	if n > in.min && in.mode == greedy {
		m.push(entry{kind: eFewer, pc: int32(m.pc), a: m.pos + int(in.min), b: int(n-in.min) - 1})
	}
	m.pos = i
	m.pc = int(in.x)
	return true
}

func (m *matcher) backref(in *instr) bool {
	a, b := m.saves[2*in.n], m.saves[2*in.n+1]
	if a < 0 || b < a || m.end-m.pos < b-a {
		return false
	}
	for i := a; i < b; i++ {
		x, y := m.in.at(i), m.in.at(m.pos+i-a)
		if x != y && (in.op == opBackref || m.folded(x, in.ascii) != m.folded(y, in.ascii)) {
			return false
		}
	}
	m.steps += int64(b-a) / 4
	m.pos += b - a
	m.pc++
	return true
}

// is tells whether the position is a place of that kind.
func (m *matcher) is(in *instr) bool {
	switch in.r {
	case 'A':
		return m.pos == 0
	case '^':
		return m.pos == 0 || m.in.at(m.pos-1) == '\n'
	case 'Z':
		return m.pos == m.end
	case '$':
		return m.pos == m.end || m.pos == m.end-1 && m.in.at(m.pos) == '\n'
	case 'm':
		return m.pos == m.end || m.in.at(m.pos) == '\n'
	}
	if m.in.n == 0 || m.end == 0 {
		return false // neither a boundary nor none
	}
	before := m.pos > 0 && isWord(m.in.at(m.pos-1), in.ascii)
	after := m.pos < m.end && isWord(m.in.at(m.pos), in.ascii)
	return (before != after) == (in.r == 'b')
}

// runesText makes a text of code points, for messages.
func runesText(rs []int32) string { return object.TextOf(rs) }
