package object

// Leaf operations that meet a method written in Python, without a resumable form
// of their own (a % with an object that has a __str__, list.index with an __eq__),
// are run by replay. They are functions of their arguments up to the point where
// they change something, so the virtual machine may run them again and again: each
// time one gets as far as the first question that has no answer yet, the machine
// finds the answer in frames of its own, and starts the operation over with one
// answer more.

// AskKind says what a leaf operation wants to know.
type AskKind uint8

// The questions.
const (
	AskRepr     AskKind = iota // repr(A), a str
	AskStr                     // str(A)
	AskFormat                  // format(A, Text)
	AskHash                    // hash(A)
	AskBool                    // bool(A)
	AskLen                     // len(A)
	AskIndex                   // operator.index(A)
	AskCompare                 // A op B
	AskContains                // B in A
	AskGetItem                 // A[B]
	AskAttr                    // getattr(A, Text)
	AskList                    // list(A)
	AskBinary                  // A op B
	AskCall                    // A(*Args)
	AskFloat                   // A.__float__(), or operator.index(A)
	AskInt                     // A.__int__(), or operator.index(A)
)

// Ask is a question.
type Ask struct {
	Kind AskKind
	A, B Value
	Op   int
	Text string
	Args []Value
}

// Replay holds the answers to the questions of one operation.
type Replay struct {
	answers []answer
	pos     int
	want    Ask
	wanted  bool
}

type answer struct {
	v Value
	e *Exc
}

// Run runs the operation with the answers so far. When it answers NeedVM, Want
// says what is missing.
func (r *Replay) Run(c *Ctx, b *Builtin, args []Value, kw []*Str) (Value, *Exc) {
	r.pos, r.wanted = 0, false
	outer, depth, reprs := c.replay, c.reprDepth, c.reprs
	c.replay, c.reprDepth, c.reprs = r, 0, nil
	v, e := b.Leaf(c, append([]Value(nil), args...), kw)
	c.replay, c.reprDepth, c.reprs = outer, depth, reprs
	return v, e
}

// Want is the question that has no answer yet; ok is false when the operation
// needs Python for something that is not among the questions.
func (r *Replay) Want() (a Ask, ok bool) { return r.want, r.wanted }

// Answer adds the answer to the question that Want told.
func (r *Replay) Answer(v Value, e *Exc) { r.answers = append(r.answers, answer{v, e}) }

// ask gets an answer, or notes the question and answers NeedVM.
func (c *Ctx) ask(a Ask) (Value, *Exc) {
	r := c.replay
	if r == nil || r.wanted {
		return Null, NeedVM
	}
	if r.pos < len(r.answers) {
		r.pos++
		return r.answers[r.pos-1].v, r.answers[r.pos-1].e
	}
	r.want, r.wanted = a, true
	return Null, NeedVM
}

func (c *Ctx) askText(a Ask) (string, *Exc) {
	v, e := c.ask(a)
	if e != nil {
		return "", e
	}
	return AsStr(v).Text, nil
}

func (c *Ctx) askBool(a Ask) (bool, *Exc) {
	v, e := c.ask(a)
	return v == True, e
}

func (c *Ctx) askList(v Value) ([]Value, *Exc) {
	l, e := c.ask(Ask{Kind: AskList, A: v})
	if e != nil {
		return nil, e
	}
	return AsList(l).Elems, nil
}

// Invoke calls fn with positional arguments, from within a leaf operation.
func Invoke(c *Ctx, fn Value, args ...Value) (Value, *Exc) {
	if b := AsBuiltin(fn); b != nil && b.Leaf != nil {
		if !b.Self.IsNull() {
			args = append([]Value{b.Self}, args...)
		}
		if v, e := b.Call(c, args, nil); e != needVM {
			return v, e
		}
	}
	return c.ask(Ask{Kind: AskCall, A: fn, Args: args})
}
