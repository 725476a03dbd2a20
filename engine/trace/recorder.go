package trace

// Limits bound a recording. Zero means the default.
type Limits struct {
	Events      int // default 4,000,000
	Strings     int // number of different strings, default 1,000,000
	StringBytes int // bytes of all strings together, default 64 MiB
	OneString   int // bytes of one string, default 64 KiB
	OutputBytes int // bytes written by OUT and ERR, default 16 MiB

	Nothing bool // record no events: for measuring what recording costs
}

func (l Limits) withDefaults() Limits {
	set := func(p *int, v int) {
		if *p <= 0 {
			*p = v
		}
	}
	set(&l.Events, 4_000_000)
	set(&l.Strings, 1_000_000)
	set(&l.StringBytes, 64<<20)
	set(&l.OneString, 64<<10)
	set(&l.OutputBytes, 16<<20)
	return l
}

// Recorder appends to a recording.
//
// Add is the hot path: a compare, five stores, no allocation but one chunk every
// 4096 events. Everything else (order, limits, indices) is left to the moments
// when a chunk is full or somebody reads.
type Recorder struct {
	buf  []packed // the chunk being filled; cut short where a limit or a stop comes first
	pos  int
	last uint64 // time of the last event, as in packed.meta with the kind cleared
	// dirty: some event since the settled part came with a time before its predecessor's.
	dirty bool
	full  bool

	rec     Recording
	settled int // events [0,settled) are in order for good
	index   map[string]Str
	limits  Limits
	bytes   int // of all strings
	output  int // of OUT and ERR
	fullWhy string

	stopWho  Entity
	stopLeft int
	onStop   func()
}

// NewRecorder makes an empty recorder.
func NewRecorder(limits Limits) *Recorder {
	r := &Recorder{limits: limits.withDefaults(), index: map[string]Str{"": 0}}
	r.rec.strings = []string{""}
	r.rec.entities = []EntityInfo{{}}
	return r
}

// Meta is what the recording says about the run, for the engine to fill in.
func (r *Recorder) Meta() *Meta { return &r.rec.Meta }

// Add appends an event. Who 0 means that the entity is not recorded: nothing happens.
func (r *Recorder) Add(t int64, k Kind, who, obj Entity, arg uint32, loc Loc) {
	if who == 0 {
		return
	}
	if r.pos == len(r.buf) && !r.grow() {
		return
	}
	meta := uint64(t)<<8 | uint64(k)
	if meta|0xff < r.last {
		r.dirty = true
	}
	r.last = meta &^ 0xff
	p := &r.buf[r.pos]
	r.pos++
	p.meta, p.who, p.obj, p.arg, p.loc = meta, uint32(who), uint32(obj), arg, uint32(loc)
	if who == r.stopWho {
		r.countStop()
	}
}

// AddString is Add with an arg that is still to be interned.
func (r *Recorder) AddString(t int64, k Kind, who, obj Entity, arg string, loc Loc) {
	if who != 0 {
		r.Add(t, k, who, obj, uint32(r.Intern(arg)), loc)
	}
}

// Output records text written to stdout (OUT) or stderr (ERR). It reports false,
// and records only what still fits, when the limit of output is reached.
func (r *Recorder) Output(t int64, k Kind, who Entity, text string, loc Loc) bool {
	fits := true
	if left := r.limits.OutputBytes - r.output; len(text) > left {
		text, fits = clip(text, left), false
	}
	r.output += len(text)
	for len(text) > r.limits.OneString {
		part := clip(text, r.limits.OneString)
		r.AddString(t, k, who, 0, part, loc)
		text = text[len(part):]
	}
	if text != "" {
		r.AddString(t, k, who, 0, text, loc)
	}
	if !fits {
		r.overflow("output")
	}
	return fits
}

// NewEntity adds an entity and its CREATE event. Creator is 0 when nobody of the program made it.
func (r *Recorder) NewEntity(t int64, kind EntityKind, name string, parent, creator Entity, loc Loc) Entity {
	if r.full {
		// Without room for its CREATE the entity must not exist; 0 is never recorded.
		return 0
	}
	e := Entity(len(r.rec.entities))
	s := r.Intern(name)
	before := r.Count()
	r.rec.entities = append(r.rec.entities, EntityInfo{kind, s, parent})
	r.Add(t, CREATE, e, creator, uint32(s), loc)
	if r.Count() == before && !r.limits.Nothing {
		r.rec.entities = r.rec.entities[:e]
		return 0
	}
	return e
}

// Rename changes the name of an entity, as Task.set_name and Thread.name do. The
// recording keeps one name for an entity: the last, which readers know it by.
func (r *Recorder) Rename(e Entity, name string) {
	if e != 0 && int(e) < len(r.rec.entities) {
		r.rec.entities[e].Name = r.Intern(name)
	}
}

// NameOf is the name that an entity has by now.
func (r *Recorder) NameOf(e Entity) string {
	if int(e) >= len(r.rec.entities) {
		return ""
	}
	return r.rec.String(r.rec.entities[e].Name)
}

// Intern gives the index of a string. Callers on hot paths intern once and keep it.
func (r *Recorder) Intern(s string) Str {
	if i, ok := r.index[s]; ok {
		return i
	}
	return r.internNew(s)
}

func (r *Recorder) internNew(s string) Str {
	if len(s) > r.limits.OneString {
		s = clip(s, r.limits.OneString-len("…")) + "…"
		if i, ok := r.index[s]; ok {
			return i
		}
	}
	if r.bytes+len(s) > r.limits.StringBytes || len(r.rec.strings) >= r.limits.Strings {
		r.overflow("strings")
		return 0
	}
	r.bytes += len(s)
	i := Str(len(r.rec.strings))
	r.rec.strings = append(r.rec.strings, s)
	r.index[s] = i
	return i
}

// clip cuts a string to at most n bytes, not inside a character.
func clip(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// Count is the number of events added so far, settled or not.
func (r *Recorder) Count() int {
	if len(r.rec.chunks) == 0 {
		return 0
	}
	return (len(r.rec.chunks)-1)<<chunkBits + r.pos
}

// Full reports whether a limit made the recorder drop something; the run should end, with
// the limit's name (events, strings or output) in its message.
func (r *Recorder) Full() (limit string, full bool) { return r.fullWhy, r.full }

func (r *Recorder) overflow(what string) {
	if !r.full {
		r.full, r.fullWhy = true, what
		r.rec.Meta.Truncated = true
	}
}

// grow makes room for the next event; false when the limit is reached.
func (r *Recorder) grow() bool {
	if r.limits.Nothing {
		return false
	}
	count := r.Count()
	left := r.limits.Events - count
	if left <= 0 {
		r.overflow("events")
		return false
	}
	size := chunkSize
	if count == 0 && size > 256 {
		// Small programs are the rule: the first chunk starts small and is widened below.
		size = 256
	}
	if n := len(r.rec.chunks); n > 0 && len(r.rec.chunks[n-1]) < chunkSize {
		wide := make([]packed, min(chunkSize, count+left))
		copy(wide, r.rec.chunks[n-1])
		r.rec.chunks[n-1], r.buf = wide, wide
		return r.pos < len(wide)
	}
	r.buf = make([]packed, min(size, left))
	r.rec.chunks = append(r.rec.chunks, r.buf)
	r.pos = 0
	return true
}

// StopAt calls f when who has had n events (its CREATE is the first), counted
// from the start of the run. The n-th event of an entity is the same in every run of a
// program, so this finds a moment again when the run is repeated (see Recording.MarkOf).
func (r *Recorder) StopAt(m Mark, f func()) {
	r.stopWho, r.stopLeft, r.onStop = m.Who, m.Nth, f
}

func (r *Recorder) countStop() {
	r.stopLeft--
	if r.stopLeft == 0 && r.onStop != nil {
		r.stopWho = 0
		r.onStop()
	}
}

// Mark names an event by the how-manieth event of its entity it is.
type Mark struct {
	Who Entity
	Nth int // from 1
}

// MarkOf is the mark of event i.
func (r *Recording) MarkOf(i int) Mark {
	m := Mark{Who: r.At(i).Who}
	for j := 0; j <= i; j++ {
		if r.At(j).Who == m.Who {
			m.Nth++
		}
	}
	return m
}

// Settle puts all events up to the watermark into their final order: no event
// with an earlier time will be added any more, and what is added at that very time comes after.
// The kernel calls it when the smallest local time of its cores has moved on.
func (r *Recorder) Settle(watermark int64) {
	r.sort()
	for n := r.Count(); r.settled < n && int64(r.at(r.settled).meta>>8) <= watermark; {
		r.settled++
	}
	r.rec.n = max(r.rec.n, r.settled)
}

// Unsettled counts the events that are not in their final order yet.
func (r *Recorder) Unsettled() int { return r.Count() - r.settled }

// Recording gives the recording as it stands, to be read. When more has been added
// it has to be asked for again.
func (r *Recorder) Recording() *Recording {
	r.sort()
	r.rec.n = r.Count()
	return &r.rec
}

func (r *Recorder) at(i int) *packed { return &r.rec.chunks[i>>chunkBits][i&chunkMask] }

// sort sorts the events that are not settled stably by time. They consist of a few
// rising runs, one for each time slice of a core, so a merge of natural runs is nearly linear.
// Event is the i-th event recorded so far.
func (r *Recorder) Event(i int) Event { return r.at(i).event() }

func (r *Recorder) sort() {
	if !r.dirty {
		return
	}
	n := r.Count()
	tail := make([]packed, n-r.settled)
	for i := range tail {
		tail[i] = *r.at(r.settled + i)
	}
	r.dirty = false
	defer func() { r.last = r.at(n-1).meta &^ 0xff }()
	var bounds []int // starts of rising runs, then the end
	for i := range tail {
		if i == 0 || tail[i].meta>>8 < tail[i-1].meta>>8 {
			bounds = append(bounds, i)
		}
	}
	bounds = append(bounds, len(tail))
	if len(bounds) <= 2 {
		return
	}
	other := make([]packed, len(tail))
	for len(bounds) > 2 {
		var next []int
		for i := 0; i+1 < len(bounds); i += 2 {
			lo := bounds[i]
			next = append(next, lo)
			if i+2 >= len(bounds) {
				copy(other[lo:bounds[i+1]], tail[lo:bounds[i+1]])
				break
			}
			merge(other[lo:bounds[i+2]], tail[lo:bounds[i+1]], tail[bounds[i+1]:bounds[i+2]])
		}
		bounds = append(next, len(tail))
		tail, other = other, tail
	}
	for i := range tail {
		*r.at(r.settled + i) = tail[i]
	}
}

// merge merges two sorted runs; what is equal comes from a first.
func merge(out, a, b []packed) {
	for i := range out {
		if len(b) == 0 || len(a) > 0 && a[0].meta>>8 <= b[0].meta>>8 {
			out[i], a = a[0], a[1:]
		} else {
			out[i], b = b[0], b[1:]
		}
	}
}

// Text is the text of an interned string.
func (r *Recorder) Text(s Str) string { return r.rec.String(s) }
