package vm

import "loopscope/engine/object"

// forEach is the Native of ForEachIn. The details of the action that resumes a generator are
// read before anything else can happen, so that one record does for all items.
type forEach struct {
	it     Value
	body   func(t *Thread, v Value) Action
	done   func(t *Thread) Action
	inBody bool // what arrives next is the result of an action of body
	// resting says that the thread has had a rest, see rest; there is one after many rounds.
	resting bool
	rounds  int
	d       details
	conts   [1]Native
}

// Resume goes on with an item of the iterator, or with what an action of body resulted in.
func (l *forEach) Resume(t *Thread, v Value, exc *Exc) Action {
	for {
		if l.resting {
			l.resting = false
			if exc != nil {
				return Raise(exc) // of a signal
			}
		} else if l.inBody {
			l.inBody = false
			if exc != nil {
				return Raise(exc)
			}
			if !v.IsNull() {
				return Return(v)
			}
		} else {
			if exc != nil {
				if exc.Type.IsSubtype(object.StopIteration) {
					return l.done(t)
				}
				return Raise(exc)
			}
			a := l.body(t, v)
			if a.kind != actReturn {
				if a.kind == actRaise {
					return a
				}
				l.inBody = true
				return a.after(l)
			}
			if !a.v.IsNull() {
				return a
			}
		}
		if l.rounds++; t.tired(l.rounds) {
			l.resting = true
			return rest().after(l)
		}
		if l.it.H.Type == object.GeneratorType {
			l.conts[0] = l
			l.d = details{gen: asGen(l.it), conts: l.conts[:]}
			return Action{kind: actResume, v: object.None, more: &l.d}
		}
		a := Next(t, l.it)
		switch a.kind {
		case actReturn:
			v, exc = a.v, nil
		case actRaise:
			v, exc = Value{}, a.exc
		default:
			return a.after(l)
		}
	}
}

// MapCall calls fn with each of xs, one after the other; then gets the results.
func MapCall(t *Thread, fn Value, xs []Value, then func(t *Thread, results []Value) Action) Action {
	m := &mapCall{fn: fn, xs: xs, results: make([]Value, 0, len(xs)), then: then}
	return m.next(t)
}

// mapCall is the Native of MapCall; as with forEach, one record does for all calls.
type mapCall struct {
	fn          Value
	xs, results []Value
	then        func(t *Thread, results []Value) Action
	d           details
	conts       [1]Native
	arg         [1]Value
}

// Resume takes one result.
func (m *mapCall) Resume(t *Thread, v Value, exc *Exc) Action {
	if exc != nil {
		return Raise(exc)
	}
	m.results = append(m.results, v)
	return m.next(t)
}

func (m *mapCall) next(t *Thread) Action {
	n := len(m.results)
	if n == len(m.xs) {
		return m.then(t, m.results)
	}
	m.arg[0], m.conts[0] = m.xs[n], m
	m.d = details{args: m.arg[:], conts: m.conts[:]}
	return Action{kind: actCall, v: m.fn, more: &m.d}
}
