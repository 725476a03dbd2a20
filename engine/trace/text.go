package trace

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The text form of a recording is for golden files and for reading. One line a row:
//
//	loopscope recording 1
//	engine "0.1"  file "main.py"  seed 1  cores 4  end 1200  exit 0  (a line each)
//	error limit 12 "too many events"
//	truncated
//	entity 7 task "fetch(0)" in 5
//	1200 wait 7 obj 3 arg "sleep 1 s" at 12   # fetch(0)
//
// An event is: time in ns, kind, who, and what is not 0 of obj, arg (quoted when it
// is a string) and at (the line, or file:line). What follows # is a comment. Reading a text and writing it again
// gives the same text, and the recording the same digest.

const textMagic = "loopscope recording 1"

// Text writes the text form.
func (r *Recording) Text() string {
	var b strings.Builder
	b.WriteString(textMagic + "\n")
	m := &r.Meta
	if m.Engine != "" {
		b.WriteString("engine " + strconv.Quote(m.Engine) + "\n")
	}
	for _, f := range m.Files {
		b.WriteString("file " + strconv.Quote(f) + "\n")
	}
	fmt.Fprintf(&b, "seed %d\ncores %d\nend %d\nexit %d\n", m.Seed, m.Cores, m.End, m.Exit)
	if e := m.Error; e != nil {
		fmt.Fprintf(&b, "error %s %d %s\n", strconv.Quote(e.Kind), e.Line, strconv.Quote(e.Message))
	}
	if m.Truncated {
		b.WriteString("truncated\n")
	}
	for e := 1; e < len(r.entities); e++ {
		info := r.entities[e]
		fmt.Fprintf(&b, "entity %d %s %s in %d\n", e, info.Kind, strconv.Quote(r.String(info.Name)), info.Parent)
	}
	for i := 0; i < r.n; i++ {
		b.WriteString(r.eventText(r.At(i)))
	}
	return b.String()
}

func (r *Recording) eventText(e Event) string {
	b := make([]byte, 0, 96)
	b = strconv.AppendInt(b, e.Time, 10)
	b = append(b, ' ')
	b = append(b, e.Kind.String()...)
	b = append(b, ' ')
	b = strconv.AppendUint(b, uint64(e.Who), 10)
	if e.Obj != 0 {
		b = strconv.AppendUint(append(b, " obj "...), uint64(e.Obj), 10)
	}
	if e.Arg != 0 {
		b = append(b, " arg "...)
		if e.Kind < numKinds && Kinds[e.Kind].ArgIs == ArgString {
			b = strconv.AppendQuote(b, r.String(Str(e.Arg)))
		} else {
			b = strconv.AppendUint(b, uint64(e.Arg), 10)
		}
	}
	if e.Loc != 0 {
		b = append(b, " at "...)
		if f := e.Loc.File(); f != 0 {
			b = append(strconv.AppendInt(b, int64(f), 10), ':')
		}
		b = strconv.AppendInt(b, int64(e.Loc.Line()), 10)
	}
	if e.Kind != CREATE {
		b = append(b, "   # "...)
		b = append(b, oneLine(r.Name(e.Who))...)
		if e.Obj != 0 {
			b = append(append(b, ", "...), oneLine(r.Name(e.Obj))...)
		}
	}
	return string(append(b, '\n'))
}

// oneLine makes a name fit for a comment.
func oneLine(s string) string {
	q := strconv.Quote(s)
	return q[1 : len(q)-1]
}

// ParseText reads the text form. It checks the form, not the sense; Validate does that.
func ParseText(text string) (*Recording, error) {
	p := &textParser{rec: NewRecorder(Limits{})}
	lines := strings.Split(text, "\n")
	if lines[0] != textMagic {
		return nil, fmt.Errorf("line 1: want %q", textMagic)
	}
	for i, line := range lines[1:] {
		words, err := splitWords(line)
		if err == nil && len(words) > 0 {
			err = p.line(words)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+2, err)
		}
	}
	if what, full := p.rec.Full(); full && !p.truncated {
		return nil, fmt.Errorf("too long (%s)", what)
	}
	p.rec.rec.Meta.Truncated = p.truncated
	p.rec.dirty = false // the order is that of the lines, whether it is right or not
	return p.rec.Recording(), nil
}

type textParser struct {
	rec       *Recorder
	truncated bool
}

// word is a token: a bare word, or a quoted string.
type word struct {
	text   string
	quoted bool
}

func splitWords(line string) ([]word, error) {
	var words []word
	for {
		line = strings.TrimLeft(line, " \t\r")
		switch {
		case line == "" || line[0] == '#':
			return words, nil
		case line[0] == '"':
			q, err := strconv.QuotedPrefix(line)
			if err != nil {
				return nil, fmt.Errorf("a string does not end")
			}
			s, err := strconv.Unquote(q)
			if err != nil {
				return nil, err
			}
			words, line = append(words, word{s, true}), line[len(q):]
		default:
			n := strings.IndexAny(line, " \t\r\"")
			if n < 0 {
				n = len(line)
			}
			words, line = append(words, word{line[:n], false}), line[n:]
		}
	}
}

// number reads a bare word as a number in [lo,hi].
func (w word) number(lo, hi int64) (int64, error) {
	n, err := strconv.ParseInt(w.text, 10, 64)
	if w.quoted || err != nil || n < lo || n > hi {
		return 0, fmt.Errorf("%q is no number from %d to %d", w.text, lo, hi)
	}
	return n, nil
}

func (p *textParser) line(words []word) (err error) {
	m := &p.rec.rec.Meta
	want := func(n int) error {
		if len(words) != n {
			return fmt.Errorf("%s takes %d words", words[0].text, n-1)
		}
		return nil
	}
	switch words[0].text {
	case "engine", "file":
		if err := want(2); err != nil {
			return err
		}
		if words[0].text == "engine" {
			m.Engine = words[1].text
		} else {
			m.Files = append(m.Files, words[1].text)
		}
	case "seed", "cores", "end", "exit":
		if err := want(2); err != nil {
			return err
		}
		lo, hi := int64(math.MinInt64), int64(math.MaxInt64)
		if words[0].text == "end" {
			lo, hi = 0, maxTime
		} else if words[0].text != "seed" {
			lo, hi = math.MinInt32, math.MaxInt32
		}
		n, err := words[1].number(lo, hi)
		switch words[0].text {
		case "seed":
			m.Seed = n
		case "cores":
			m.Cores = int(n)
		case "end":
			m.End = n
		case "exit":
			m.Exit = int(n)
		}
		return err
	case "error":
		if err := want(4); err != nil {
			return err
		}
		line, err := words[2].number(0, math.MaxInt32)
		m.Error = &RunError{Kind: words[1].text, Line: int(line), Message: words[3].text}
		return err
	case "truncated":
		p.truncated = true
		return want(1)
	case "entity":
		return p.entity(words)
	default:
		return p.event(words)
	}
	return nil
}

func (p *textParser) entity(words []word) error {
	if len(words) != 6 || words[4].text != "in" {
		return fmt.Errorf("want: entity NUMBER KIND NAME in PARENT")
	}
	e := int64(len(p.rec.rec.entities))
	if _, err := words[1].number(e, e); err != nil {
		return err
	}
	kind := EntityKindByName(words[2].text)
	if kind == NoEntity {
		return fmt.Errorf("there are no entities of kind %q", words[2].text)
	}
	parent, err := words[5].number(0, math.MaxUint32)
	if err != nil {
		return err
	}
	p.rec.rec.entities = append(p.rec.rec.entities, EntityInfo{kind, p.rec.Intern(words[3].text), Entity(parent)})
	return nil
}

func (p *textParser) event(words []word) error {
	if len(words) < 3 || len(words)%2 == 0 {
		return fmt.Errorf("want: TIME KIND WHO [obj N] [arg A] [at LINE]")
	}
	t, err := words[0].number(0, maxTime)
	if err != nil {
		return err
	}
	kind := KindByName(words[1].text)
	if kind == NoKind {
		return fmt.Errorf("there are no events of kind %q", words[1].text)
	}
	who, err := words[2].number(1, math.MaxUint32)
	if err != nil {
		return err
	}
	var obj, arg int64
	var loc Loc
	for i := 3; i < len(words); i += 2 {
		w := words[i+1]
		switch {
		case words[i].text == "obj":
			obj, err = w.number(0, math.MaxUint32)
		case words[i].text == "arg" && Kinds[kind].ArgIs == ArgString:
			if !w.quoted {
				return fmt.Errorf("arg of %s is a string", kind)
			}
			arg = int64(p.rec.Intern(w.text))
		case words[i].text == "arg":
			arg, err = w.number(0, math.MaxUint32)
		case words[i].text == "at":
			loc, err = parseLoc(w)
		default:
			err = fmt.Errorf("%q is neither obj, arg nor at", words[i].text)
		}
		if err != nil {
			return err
		}
	}
	p.rec.Add(t, kind, Entity(who), Entity(obj), uint32(arg), loc)
	return nil
}

func parseLoc(w word) (Loc, error) {
	file := int64(0)
	name, line, ok := strings.Cut(w.text, ":")
	if !ok {
		line = name
	} else {
		var err error
		if file, err = (word{text: name}).number(0, 1<<12-1); err != nil {
			return 0, err
		}
	}
	n, err := (word{line, w.quoted}).number(1, 1<<20-1)
	return MakeLoc(int(file), int(n)), err
}
