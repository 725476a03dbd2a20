package object

import "strings"

// Signature describes the parameters of a built-in. It is parsed when first used
// from a text such as "iterable, /, *, key=None, reverse=False"; the receiver of a
// method is not part of it. A default is only shown, never evaluated: an argument
// that was not given is Null. "*args" takes any further positional arguments, which
// follow in the slice after those of the named parameters; "**kw" is not available.
type Signature struct {
	Text     string
	params   []sigParam
	posOnly  int // how many parameters take no keyword
	maxPos   int // how many can be positional
	minPos   int // how many of the positional ones have no default
	variadic bool
	parsed   bool
}

type sigParam struct {
	name     *Str
	required bool
	shown    string // the default as written
}

// Sig makes a signature from its text.
func Sig(text string) *Signature { return &Signature{Text: text} }

func (s *Signature) parse() {
	s.parsed = true
	s.maxPos = -1
	depth := 0
	start := 0
	text := s.Text + ","
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				s.part(strings.Trim(text[start:i], " "))
				start = i + 1
			}
		}
	}
	if s.maxPos < 0 {
		s.maxPos = len(s.params)
	}
	for s.minPos < s.maxPos && s.params[s.minPos].required {
		s.minPos++
	}
}

func (s *Signature) part(p string) {
	switch {
	case p == "":
	case p == "/":
		s.posOnly = len(s.params)
	case p == "*":
		s.maxPos = len(s.params)
	case p[0] == '*':
		s.variadic = true
		s.maxPos = len(s.params)
	default:
		name, shown, found := strings.Cut(p, "=")
		s.params = append(s.params, sigParam{Intern(name), !found, shown})
	}
}

// Bind binds a call's arguments to the parameters of b. For methods args[0]
// is the receiver, and stays in front. The values of the keywords kw end args.
// The result may be args itself.
func (s *Signature) Bind(c *Ctx, b *Builtin, args []Value, kw []*Str) ([]Value, *Exc) {
	if !s.parsed {
		s.parse()
	}
	self := 0
	if e := b.CheckSelf(args); e != nil {
		return nil, e
	}
	if b.Kind != KindFunction && b.Kind != KindStaticMethod || b.Kind == KindStaticMethod && b.Name == "__new__" {
		self = 1
	}
	n := len(args) - len(kw) - self
	if len(kw) == 0 && n >= s.minPos && n <= s.maxPos {
		if n == len(s.params) {
			return args, nil
		}
		if s.minPos == s.maxPos || s.required(n) < 0 {
			out := make([]Value, self+len(s.params))
			copy(out, args)
			return out, nil
		}
	}
	if len(kw) == 0 && s.variadic && n >= s.minPos && s.required(n) < 0 {
		if len(s.params) == s.maxPos {
			return args, nil
		}
		out := make([]Value, self+len(s.params), self+len(s.params)+n)
		copy(out, args[:self+s.maxPos])
		return append(out, args[self+s.maxPos:]...), nil
	}
	return s.bindSlow(b, args, kw, self, n)
}

// required is the first parameter from index n on without a default, or -1.
func (s *Signature) required(n int) int {
	for i := n; i < len(s.params); i++ {
		if s.params[i].required {
			return i
		}
	}
	return -1
}

// leavesKeywords tells whether keywords of a call of a class are meant for the other half of it: for the
// __init__ of a subclass that has its own, or its __new__.
func (b *Builtin) leavesKeywords(args []Value) bool {
	if len(args) == 0 {
		return false
	}
	switch b.Name {
	case "__init__":
		t := args[0].H.Type
		return t.IsHeap() && !IsLeafMethod(t, strNew)
	case "__new__":
		t := AsType(args[0])
		return t != nil && t.IsHeap() && !IsLeafMethod(t, strInit)
	}
	return false
}

func (s *Signature) bindSlow(b *Builtin, args []Value, kw []*Str, self, n int) ([]Value, *Exc) {
	name := b.callName()
	if s.posOnly == len(s.params) && len(kw) > 0 {
		if !b.leavesKeywords(args) {
			if b.Kind == KindSlot && b.Name != "__call__" {
				return nil, NewExc(TypeError, "wrapper %s() takes no keyword arguments", b.Name)
			}
			return nil, NewExc(TypeError, "%s takes no keyword arguments", b.fullName())
		}
		args, kw = args[:self+n], nil
	}
	if n > s.maxPos && !s.variadic {
		return nil, s.tooMany(b, n, len(kw))
	}
	if known := len(s.params) - s.maxPos; s.variadic && known > 0 && len(kw) > known {
		return nil, NewExc(TypeError, "%s() takes at most %d keyword argument%s (%d given)", name, known, plural(known), len(kw))
	}
	out := make([]Value, self+len(s.params))
	copy(out, args[:self+min(n, s.maxPos)])
	for i, k := range kw {
		j := s.find(k)
		if j < 0 {
			return nil, NewExc(TypeError, "'%s' is an invalid keyword argument for %s()", k, name)
		}
		if !out[self+j].IsNull() {
			if j < n {
				return nil, NewExc(TypeError, "argument for %s() given by name ('%s') and position (%d)", name, k, j+1)
			}
			return nil, NewExc(TypeError, "%s() got multiple values for argument '%s'", name, k)
		}
		out[self+j] = args[self+n+i]
	}
	for i := range s.params {
		if s.params[i].required && out[self+i].IsNull() {
			return nil, s.missing(b, i, n)
		}
	}
	if s.variadic && n > s.maxPos {
		out = append(out, args[self+s.maxPos:self+n]...)
	}
	return out, nil
}

func (s *Signature) find(k *Str) int {
	for i := s.posOnly; i < len(s.params); i++ {
		if s.params[i].name == k || s.params[i].name.Text == k.Text {
			return i
		}
	}
	return -1
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func (s *Signature) tooMany(b *Builtin, n, nkw int) *Exc {
	if s.posOnly == len(s.params) {
		return s.countError(b, n)
	}
	name := b.callName()
	if s.maxPos == 0 {
		return NewExc(TypeError, "%s() takes no positional arguments", name)
	}
	if s.maxPos < len(s.params) && s.posOnly == s.maxPos {
		return s.countError(b, n)
	}
	how := "at most"
	if s.minPos == s.maxPos && s.maxPos == len(s.params) {
		how = "exactly"
	}
	if s.maxPos < len(s.params) {
		return NewExc(TypeError, "%s() takes %s %d positional argument%s (%d given)", name, how, s.maxPos, plural(s.maxPos), n)
	}
	return NewExc(TypeError, "%s() takes %s %d argument%s (%d given)", name, how, s.maxPos, plural(s.maxPos), n+nkw)
}

// countError is the complaint about the number of positional-only arguments.
func (s *Signature) countError(b *Builtin, n int) *Exc {
	name := b.callName()
	if b.Kind == KindSlot && b.Name != "__init__" && !s.variadic {
		return s.slotCountError(b, n)
	}
	switch {
	case strings.HasSuffix(s.Text, "start=None, end=None, /"): // find, count, startswith …
		if n < s.minPos {
			return NewExc(TypeError, "%s() takes at least %d argument%s (%d given)", name, s.minPos, plural(s.minPos), n)
		}
		return NewExc(TypeError, "%s() takes at most %d argument%s (%d given)", name, s.maxPos, plural(s.maxPos), n)
	case s.maxPos == 0 && !s.variadic:
		return NewExc(TypeError, "%s takes no arguments (%d given)", b.fullName(), n)
	case s.maxPos == 1 && s.minPos == 1 && len(s.params) == 1 && !s.variadic && b.Name != "__new__":
		return NewExc(TypeError, "%s takes exactly one argument (%d given)", b.fullName(), n)
	case s.minPos == s.maxPos && !s.variadic:
		return NewExc(TypeError, "%s expected %d argument%s, got %d", name, s.minPos, plural(s.minPos), n)
	case n < s.minPos:
		return NewExc(TypeError, "%s expected at least %d argument%s, got %d", name, s.minPos, plural(s.minPos), n)
	}
	return NewExc(TypeError, "%s expected at most %d argument%s, got %d", name, s.maxPos, plural(s.maxPos), n)
}

// slotCountError is countError of the methods that stand for slots, which do not say their name. (With more than one
// argument the reference leaves the room for it.)
func (s *Signature) slotCountError(b *Builtin, n int) *Exc {
	switch {
	case s.minPos != s.maxPos && n < s.minPos:
		return NewExc(TypeError, " expected at least %d argument%s, got %d", s.minPos, plural(s.minPos), n)
	case s.minPos != s.maxPos:
		return NewExc(TypeError, " expected at most %d argument%s, got %d", s.maxPos, plural(s.maxPos), n)
	case s.maxPos > 1, strings.HasSuffix(b.Name, "mul__") && isSequenceType(b.Owner):
		return NewExc(TypeError, " expected %d argument%s, got %d", s.maxPos, plural(s.maxPos), n)
	}
	return NewExc(TypeError, "expected %d argument%s, got %d", s.maxPos, plural(s.maxPos), n)
}

func (s *Signature) missing(b *Builtin, i, n int) *Exc {
	if i < s.posOnly {
		if s.posOnly < len(s.params) {
			return NewExc(TypeError, "%s() takes at least %d positional argument%s (%d given)", b.callName(), s.minPos, plural(s.minPos), n)
		}
		return s.countError(b, n)
	}
	if b.Owner == EnumerateType {
		return NewExc(TypeError, "enumerate() missing required argument 'iterable'")
	}
	return NewExc(TypeError, "%s() missing required argument '%s' (pos %d)", b.callName(), s.params[i].name, i+1)
}

// callName is how most messages name a built-in; constructors go by their class.
func (b *Builtin) callName() string {
	if (b.Name == "__new__" || b.Name == "__init__") && b.Owner != nil {
		return b.Owner.Name
	}
	return b.Name
}

// fullName is how the others name it, with the class of a method.
func (b *Builtin) fullName() string {
	if b.Name == "__new__" || b.Name == "__init__" {
		return b.callName() + "()"
	}
	if b.Owner != nil && b.Kind != KindSlot {
		return b.Owner.Name + "." + b.Name + "()"
	}
	return b.Name + "()"
}

// Call runs a leaf built-in: it binds the arguments and calls Leaf.
func (b *Builtin) Call(c *Ctx, args []Value, kw []*Str) (Value, *Exc) {
	if b.Leaf == nil {
		return Null, NeedVM
	}
	if b.Sig != nil {
		var e *Exc
		if args, e = b.Sig.Bind(c, b, args, kw); e != nil {
			return Null, e
		}
		kw = nil
	}
	return b.Leaf(c, args, kw)
}
