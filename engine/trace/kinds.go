package trace

// Entity is the number of an entity in a recording; 0 is "none".
type Entity uint32

// Str is the index of an interned string; 0 is "".
type Str uint32

// Loc is a place in the program: file<<20 | line; 0 is "nowhere".
type Loc uint32

// MakeLoc packs a file number and a line. Lines beyond the 20 bits there are
// for them count as nowhere.
func MakeLoc(file, line int) Loc {
	if line <= 0 || line >= 1<<20 || file < 0 || file >= 1<<12 {
		return 0
	}
	return Loc(file<<20 | line)
}

// File is the index of the file in Meta.Files.
func (l Loc) File() int { return int(l >> 20) }

// Line is the line, counted from 1; 0 when the place is unknown.
func (l Loc) Line() int { return int(l & (1<<20 - 1)) }

// EntityKind says what an entity is.
type EntityKind uint8

// The kinds of entities.
const (
	NoEntity EntityKind = iota
	Machine
	Process
	Thread
	Loop
	Task
	Greenlet
	Generator
	Future
	Lock
	Queue
	Pool
	Worker
	Timer
	Connection
	File
	Hub
	Core
	GIL
	Handle
	Coroutine
	AsyncGen
	numEntityKinds
)

// EntityKindInfo is a row of the table of entity kinds.
type EntityKindInfo struct {
	Name string
	// Lane: the timeline gives it a row of its own. Group: the row is the heading of the
	// lanes of what lives in it.
	Lane, Group bool
	Doc         string
}

// EntityKinds is the table of entity kinds, indexed by EntityKind.
var EntityKinds = [numEntityKinds]EntityKindInfo{
	NoEntity:   {"none", false, false, "no entity"},
	Machine:    {"machine", false, false, "the simulated computer"},
	Process:    {"process", true, true, "a process; lives in the machine"},
	Thread:     {"thread", true, false, "a thread; lives in its process, or in the pool it works for"},
	Loop:       {"loop", true, true, "an asyncio event loop; lives in its thread"},
	Task:       {"task", true, false, "an asyncio task; lives in its loop"},
	Greenlet:   {"greenlet", true, false, "a greenlet; lives in its thread or hub"},
	Generator:  {"generator", true, false, "a generator; lives in its thread"},
	Future:     {"future", false, false, "a result to come; lives in its pool or loop"},
	Lock:       {"lock", false, false, "lock, event, condition, semaphore or barrier; the name says which"},
	Queue:      {"queue", false, false, "a queue"},
	Pool:       {"pool", true, true, "a pool of workers; lives in its process"},
	Worker:     {"worker", true, false, "a worker of a pool that is not a thread of its own"},
	Timer:      {"timer", false, false, "a timer, or a second counter of its parent"},
	Connection: {"connection", false, false, "a connection of the simulated network"},
	File:       {"file", false, false, "an open file of the simulated disk"},
	Hub:        {"hub", true, true, "gevent's hub; lives in its thread"},
	Core:       {"core", false, false, "a core of the machine"},
	GIL:        {"gil", false, false, "the global interpreter lock of its process"},
	Handle:     {"handle", false, false, "a callback in an event loop's queue"},
	Coroutine:  {"coroutine", false, false, "a coroutine object that is not a task"},
	AsyncGen:   {"asyncgen", false, false, "an asynchronous generator"},
}

func (k EntityKind) String() string {
	if k < numEntityKinds {
		return EntityKinds[k].Name
	}
	return "unknown"
}

// State is what an entity is doing. Each state has one event kind that leads to it.
type State uint8

// The states.
const (
	NoState   State = iota // not created yet
	New                    // exists, has not run
	Ready                  // wants to run and does not
	Running                // runs
	Waiting                // waits for something to happen
	Locked                 // waits for a lock or the GIL
	Done                   // ended with a value
	Failed                 // ended with an exception
	Cancelled              // ended by being cancelled or killed
	numStates
)

var stateNames = [numStates]string{"none", "new", "ready", "running", "waiting", "locked", "done", "failed", "cancelled"}

func (s State) String() string {
	if s < numStates {
		return stateNames[s]
	}
	return "unknown"
}

// Ended reports whether nothing can follow the state.
func (s State) Ended() bool { return s >= Done }

// stateSet is a set of states, a bit for each.
type stateSet uint16

func states(list ...State) stateSet {
	var set stateSet
	for _, s := range list {
		set |= 1 << s
	}
	return set
}

func (set stateSet) has(s State) bool { return set&(1<<s) != 0 }

// Kind is what an event tells.
type Kind uint8

// The kinds of events.
const (
	NoKind Kind = iota
	CREATE
	READY
	RUN
	WAIT
	LOCKWAIT
	DONE
	FAIL
	CANCELLED
	SWITCH
	WAKE
	CANCEL
	DELIVER
	SCHEDULE
	CALLBACK
	SUBMIT
	PICKUP
	PUT
	GET
	ACQUIRE
	RELEASE
	COUNT
	OUT
	ERR
	ITER
	TIMER
	MARK
	LINE
	RESULT
	NOTE
	SPAN
	SPANEND
	numKinds
)

// ArgType says how to read the arg column of a kind.
type ArgType uint8

// The readings of arg.
const (
	ArgNone   ArgType = iota // always 0
	ArgString                // a string, 0 for none
	ArgCount                 // a plain number
	ArgMicros                // a duration in microseconds
)

var argTypeNames = [...]string{"none", "string", "count", "us"}

func (t ArgType) String() string { return argTypeNames[t] }

// EdgeType says which way an arrow of the picture points, if the kind is one.
type EdgeType uint8

// The directions of edges.
const (
	NoEdge   EdgeType = iota
	EdgeTo            // from who to obj
	EdgeFrom          // from obj to who
)

// KindInfo is a row of the table of event kinds.
type KindInfo struct {
	Name string
	// Who, Obj and Arg say what the columns hold; "" means that the column is always 0.
	Who, Obj, Arg string
	ArgIs         ArgType
	// To is the state that the event puts who into, NoState when it changes none;
	// from is the set of states it may come from.
	To   State
	from stateSet
	Edge EdgeType
}

// ChangesState reports whether the kind starts a new interval of who.
func (k Kind) ChangesState() bool { return k < numKinds && Kinds[k].To != NoState }

// Allows reports whether an event of the kind may come when who is in state s.
func (k Kind) Allows(s State) bool {
	return k < numKinds && k != NoKind && (Kinds[k].To == NoState || Kinds[k].from.has(s))
}

func (k Kind) String() string {
	if k < numKinds {
		return Kinds[k].Name
	}
	return "unknown"
}

// KindByName finds a kind by its lower-case name; NoKind when there is none.
func KindByName(name string) Kind {
	for k := CREATE; k < numKinds; k++ {
		if Kinds[k].Name == name {
			return k
		}
	}
	return NoKind
}

// EntityKindByName finds an entity kind by its name; NoEntity when there is none.
func EntityKindByName(name string) EntityKind {
	for k := Machine; k < numEntityKinds; k++ {
		if EntityKinds[k].Name == name {
			return k
		}
	}
	return NoEntity
}

// Kinds is the table of event kinds, indexed by Kind.
//
// A wait may follow a wait only when it is for something else (a thread that has
// been woken and now waits for the GIL); Validate checks that, the table allows it.
var Kinds = [numKinds]KindInfo{
	NoKind:    {Name: "none"},
	CREATE:    {"create", "who begins to exist", "who created it", "its name", ArgString, New, states(NoState), EdgeFrom},
	READY:     {"ready", "who wants to run and does not", "who or what made it ready", "", ArgNone, Ready, states(New, Running, Waiting, Locked), EdgeFrom},
	RUN:       {"run", "who runs", "the core, for threads", "", ArgNone, Running, states(New, Ready, Waiting, Locked), NoEdge},
	WAIT:      {"wait", "who waits", "for what", "the reason", ArgString, Waiting, states(New, Ready, Running, Waiting, Locked), NoEdge},
	LOCKWAIT:  {"lockwait", "who waits", "for which lock or GIL", "the reason", ArgString, Locked, states(New, Ready, Running, Waiting, Locked), NoEdge},
	DONE:      {"done", "who has ended", "", "repr of its value", ArgString, Done, states(New, Ready, Running, Waiting, Locked), NoEdge},
	FAIL:      {"fail", "who has ended", "", "the exception", ArgString, Failed, states(New, Ready, Running, Waiting, Locked), NoEdge},
	CANCELLED: {"cancelled", "who has ended", "", "the message", ArgString, Cancelled, states(New, Ready, Running, Waiting, Locked), NoEdge},
	SWITCH:    {"switch", "who gives control away", "who gets it", "how: switch, throw, send, next, yield, return, close, hub", ArgString, NoState, 0, EdgeTo},
	WAKE:      {"wake", "who wakes", "whom", "the cause", ArgString, NoState, 0, EdgeTo},
	CANCEL:    {"cancel", "who asks", "whom to cancel", "the message", ArgString, NoState, 0, EdgeTo},
	DELIVER:   {"deliver", "in whom the exception arrives", "where it came from", "the exception", ArgString, NoState, 0, NoEdge},
	SCHEDULE:  {"schedule", "who schedules", "whose callback", "what", ArgString, NoState, 0, NoEdge},
	CALLBACK:  {"callback", "who ran the callback", "of which future; else who scheduled it, in the line of the event", "name of the callable", ArgString, NoState, 0, NoEdge},
	SUBMIT:    {"submit", "who submits", "the future", "name of the callable", ArgString, NoState, 0, EdgeTo},
	PICKUP:    {"pickup", "the worker", "the future it takes", "", ArgNone, NoState, 0, NoEdge},
	PUT:       {"put", "who puts", "the queue", "its size after", ArgCount, NoState, 0, NoEdge},
	GET:       {"get", "who takes", "the queue", "its size after", ArgCount, NoState, 0, NoEdge},
	ACQUIRE:   {"acquire", "who acquires", "the lock", "", ArgNone, NoState, 0, NoEdge},
	RELEASE:   {"release", "who releases", "the lock", "", ArgNone, NoState, 0, NoEdge},
	COUNT:     {"count", "what is counted", "", "the value", ArgCount, NoState, 0, NoEdge},
	OUT:       {"out", "who writes to stdout", "", "the text", ArgString, NoState, 0, NoEdge},
	ERR:       {"err", "who writes to stderr", "", "the text", ArgString, NoState, 0, NoEdge},
	ITER:      {"iter", "the loop that begins an iteration", "", "its number", ArgCount, NoState, 0, NoEdge},
	TIMER:     {"timer", "who set a timer", "the loop", "the time until it is due", ArgMicros, NoState, 0, NoEdge},
	MARK:      {"mark", "who passed a mark", "", "its text", ArgString, NoState, 0, NoEdge},
	LINE:      {"line", "who reached another line", "", "", ArgNone, NoState, 0, NoEdge},
	RESULT:    {"result", "the future that got its result", "by whom", "result, exception or cancelled", ArgString, NoState, 0, EdgeFrom},
	NOTE:      {"note", "whom it concerns", "who else is part of it", "what a reader should know", ArgString, NoState, 0, NoEdge},
	SPAN:      {"span", "who begins a piece of work", "", "its name", ArgString, NoState, 0, NoEdge},
	SPANEND:   {"spanend", "who ends its innermost piece of work", "", "its name", ArgString, NoState, 0, NoEdge},
}
