package trace

// Event is one row of the event table.
type Event struct {
	Time int64 // virtual ns
	Kind Kind
	Who  Entity
	Obj  Entity
	Arg  uint32 // by Kinds[Kind].ArgIs: a string's index, a count or microseconds
	Loc  Loc
}

// EntityInfo is one row of the entity table.
type EntityInfo struct {
	Kind   EntityKind
	Name   Str
	Parent Entity
}

// RunError says why a run ended before the program did.
type RunError struct {
	Kind    string `json:"kind"` // limit, deadlock, unsupported or internal
	Message string `json:"message"`
	Line    int    `json:"line"`
}

func (e *RunError) Error() string { return e.Message }

// Meta is what a recording says about the run as a whole.
type Meta struct {
	Engine string
	Files  []string
	End    int64 // virtual time at which the run ended
	Seed   int64
	Cores  int
	Exit   int
	Error  *RunError
	// Truncated is set when events or strings were dropped because of a limit.
	Truncated bool
}

// maxTime is the last moment that a float64 column holds exactly: 104 days.
const maxTime = 1<<53 - 1

// packed is an event as it is stored: 24 bytes. The kind sits in the low byte of
// the time, so comparing times is comparing meta>>8.
type packed struct {
	meta               uint64
	who, obj, arg, loc uint32
}

func (p *packed) event() Event {
	return Event{int64(p.meta >> 8), Kind(p.meta), Entity(p.who), Entity(p.obj), p.arg, Loc(p.loc)}
}

const (
	chunkBits = 12
	chunkSize = 1 << chunkBits
	chunkMask = chunkSize - 1
)

// Recording is the recorded run, to be read. A Recorder fills one; what a reader
// may look at while it is filled is what Recorder.Settle has put in order.
type Recording struct {
	Meta     Meta
	chunks   [][]packed // all but the last are full
	n        int        // events readable
	entities []EntityInfo
	strings  []string
}

// Len is the number of events.
func (r *Recording) Len() int { return r.n }

// At is event i, counted from 0.
func (r *Recording) At(i int) Event { return r.chunks[i>>chunkBits][i&chunkMask].event() }

// NumEntities counts the entities, entity 0 ("none") included.
func (r *Recording) NumEntities() int { return len(r.entities) }

// Entity is the row of entity e; the zero row when there is none.
func (r *Recording) Entity(e Entity) EntityInfo {
	if int(e) < len(r.entities) {
		return r.entities[e]
	}
	return EntityInfo{}
}

// Name is the name of entity e.
func (r *Recording) Name(e Entity) string { return r.String(r.Entity(e).Name) }

// NumStrings counts the strings, string 0 included.
func (r *Recording) NumStrings() int { return len(r.strings) }

// String is the text of an interned string; "" when there is none.
func (r *Recording) String(s Str) string {
	if int(s) < len(r.strings) {
		return r.strings[s]
	}
	return ""
}

// Arg is the arg of an event as a string, "" when it is a number.
func (r *Recording) Arg(e Event) string {
	if e.Kind < numKinds && Kinds[e.Kind].ArgIs == ArgString {
		return r.String(Str(e.Arg))
	}
	return ""
}

// Ancestor is the nearest entity of the kind that e is or lives in; 0 when there is none.
func (r *Recording) Ancestor(e Entity, kind EntityKind) Entity {
	for depth := 0; e != 0 && depth < 64; depth++ {
		info := r.Entity(e)
		if info.Kind == kind {
			return e
		}
		e = info.Parent
	}
	return 0
}

// End is the time at which the picture ends: the end of the run, or of its last event.
func (r *Recording) End() int64 {
	end := r.Meta.End
	if r.n > 0 {
		if t := r.At(r.n - 1).Time; t > end {
			end = t
		}
	}
	return end
}
