package picklemod

import (
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// unpickler is one Unpickler at work, or one call of loads. An opcode that needs
// more than there is changes nothing, asks for it, and is read again.
type unpickler struct {
	in       []byte
	pos      int
	source   source // where more comes from, nil for loads
	proto    int
	fix      bool
	encoding string // of the str of Python 2
	stack    []value
	marks    []int
	memo     []value
	far      map[int]value // memo entries with unusual numbers
	hooks    loadHooks
	ask      action
	then     func(t *thread, v value) *exc
	asked    bool
	result   value
	done     bool

	// Room for what most pickles need.
	firstStack [16]value
	firstMarks [4]int
	firstMemo  [8]value
}

// loadHooks are what an Unpickler's subclass changes; Null without.
type loadHooks struct {
	find       value // find_class
	persistent value // persistent_load
}

// source reads n bytes, or a line, of a file: the actions answer bytes.
type source interface {
	read(t *thread, n int) action
	line(t *thread) action
}

// dataOf is what a pickle may be read from.
func (u *unpickler) request(a action, then func(t *thread, v value) *exc) {
	u.ask, u.then, u.asked = a, then, true
}

// load is the action of reading one object.
func (u *unpickler) load(t *thread) action {
	if u.stack == nil {
		u.stack, u.marks = u.firstStack[:0], u.firstMarks[:0]
	}
	if u.memo == nil {
		u.memo = u.firstMemo[:0]
	}
	return u.run(t)
}

// run does what is left.
func (u *unpickler) run(t *thread) action {
	for {
		for u.asked {
			a, then := u.ask, u.then
			u.ask, u.then, u.asked = action{}, nil, false
			v, e, ok := a.Immediate()
			if !ok {
				return vm.AfterNative(t, a, &loading{u, then})
			}
			if e == nil && then != nil {
				e = then(t, v)
			}
			if e != nil {
				return vm.Raise(e)
			}
		}
		if u.done {
			return vm.Return(u.result)
		}
		if e := u.step(t); e != nil {
			return vm.Raise(e)
		}
	}
}

type loading struct {
	u    *unpickler
	then func(t *thread, v value) *exc
}

// Resume is vm.Native's.
func (l *loading) Resume(t *thread, v value, e *exc) action {
	if e == nil && l.then != nil {
		e = l.then(t, v)
	}
	if e != nil {
		return vm.Raise(e)
	}
	return l.u.run(t)
}

// Traverse names what the unpickler holds.
func (l *loading) Traverse(visit func(value)) {
	for _, v := range l.u.stack {
		if !v.IsNull() {
			visit(v)
		}
	}
	for _, v := range l.u.memo {
		if !v.IsNull() {
			visit(v)
		}
	}
}

// need tells whether n bytes are there; if not, they are asked for and the opcode at from is read again.
func (u *unpickler) need(t *thread, from, n int) (bool, *exc) {
	missing := n - (len(u.in) - u.pos)
	if missing <= 0 {
		return true, nil
	}
	if u.source == nil {
		return false, u.short(t, from)
	}
	u.pos = from
	u.request(u.source.read(t, missing), func(t *thread, v value) *exc { return u.more(t, v, missing) })
	return false, nil
}

// short is the error for a pickle that ends too early.
func (u *unpickler) short(t *thread, from int) *exc {
	if from >= len(u.in) {
		return object.NewExc(object.EOFError, "Ran out of input")
	}
	return raise(t, "UnpicklingError", "pickle data was truncated")
}

func (u *unpickler) more(t *thread, v value, want int) *exc {
	data, ok := object.BytesLike(v)
	if !ok {
		return object.NewExc(object.TypeError, "read() returned non-bytes object (%s)", object.TypeOf(v))
	}
	if len(data) < want {
		if u.pos >= len(u.in) && len(data) == 0 {
			return object.NewExc(object.EOFError, "Ran out of input")
		}
		return raise(t, "UnpicklingError", "pickle data was truncated")
	}
	u.in = append(u.in[u.pos:len(u.in):len(u.in)], data...)
	u.pos = 0
	return nil
}

// line is the rest of the line, without its end.
func (u *unpickler) line(t *thread, from int) (string, bool, *exc) {
	for i := u.pos; i < len(u.in); i++ {
		if u.in[i] == '\n' {
			s := string(u.in[u.pos:i])
			u.pos = i + 1
			return s, true, nil
		}
	}
	if u.source == nil {
		return "", false, raise(t, "UnpicklingError", "pickle data was truncated")
	}
	u.pos = from
	u.request(u.source.line(t), func(t *thread, v value) *exc { return u.more(t, v, 1) })
	return "", false, nil
}

func (u *unpickler) push(v value) { u.stack = append(u.stack, v) }

func (u *unpickler) underflow(t *thread) *exc {
	if len(u.marks) > 0 && len(u.stack) <= u.marks[len(u.marks)-1] {
		return raise(t, "UnpicklingError", "unexpected MARK found")
	}
	return raise(t, "UnpicklingError", "unpickling stack underflow")
}

// floor is the lowest place on the stack that an opcode may take from.
func (u *unpickler) floor() int {
	if n := len(u.marks); n > 0 {
		return u.marks[n-1]
	}
	return 0
}

// has tells whether n values lie above the last mark.
func (u *unpickler) has(n int) bool { return len(u.stack)-u.floor() >= n }

func (u *unpickler) pop() value {
	v := u.stack[len(u.stack)-1]
	u.stack = u.stack[:len(u.stack)-1]
	return v
}

func (u *unpickler) top() *value { return &u.stack[len(u.stack)-1] }

// popMark takes what lies above the last mark.
func (u *unpickler) popMark(t *thread) ([]value, *exc) {
	n := len(u.marks)
	if n == 0 {
		return nil, raise(t, "UnpicklingError", "could not find MARK")
	}
	at := u.marks[n-1]
	u.marks = u.marks[:n-1]
	items := u.stack[at:]
	u.stack = u.stack[:at]
	return items, nil
}

func (u *unpickler) put(i int, v value) {
	switch {
	case i == len(u.memo):
		u.memo = append(u.memo, v)
	case i >= 0 && i < len(u.memo):
		u.memo[i] = v
	default:
		if u.far == nil {
			u.far = make(map[int]value)
		}
		u.far[i] = v
	}
}

func (u *unpickler) get(t *thread, i int) *exc {
	var v value
	if i >= 0 && i < len(u.memo) {
		v = u.memo[i]
	} else {
		v = u.far[i]
	}
	if v.IsNull() {
		return raise(t, "UnpicklingError", "Memo value not found at index %d", i)
	}
	u.push(v)
	return nil
}
