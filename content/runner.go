package content

// A Source is a program as it is to be run: overrides are already written into
// its text, the way a knob edits the literal.
type Source struct {
	Name    string // "gather"; the file is Name + ".py"
	Text    string
	Seed    uint64
	Machine map[string]any // what differs from the default machine; may be nil
}

// A Runner runs programs to their end and keeps the recording. The same source
// must give the same result; Render runs each source once.
type Runner interface {
	Run(src Source) (Result, error)
}

// A Result is a finished run. An exception of the program is a result, not an
// error of the Runner: a lesson may want to show it.
type Result interface {
	Digest() string
	Recording() *Recording
	// SVG draws the timeline. It uses the page's custom properties for colours
	// (--ink, --h0 …), so that it follows the theme.
	SVG(opts SVGOptions) (string, error)
	// Hue is the number of an entity's hue, 0 to 11, the same that the live
	// timeline gives it; -1 when it has none.
	Hue(entity int) int
}

// SVGOptions says what a static timeline is for.
type SVGOptions struct {
	Width  int    // in CSS pixels
	Height int    // 0: as high as its lanes need
	Lang   string // of labels and of the description
	Title  string // names the picture for those who do not see it
	Axis   string // "time" or "events"; "" as the engine chooses
	Card   bool   // a thumbnail: no axis, no labels
	ID     string // prefix of the ids in it; pictures of one page must not share ids
}

// A Recording is what queries are asked of. It is the engine's recording with
// strings resolved; times are virtual nanoseconds.
type Recording struct {
	End      int64
	Exit     int
	Entities []Entity // entity 0 is none
	Events   []Event
}

// An Entity is a lane or something that has none (a future, a lock).
type Entity struct {
	Kind   string // "task", "generator", …
	Name   string
	Parent int
}

// An Event is one moment.
type Event struct {
	Time int64
	Kind string // lower case: "run", "wait", "out", …
	Who  int    // entity
	Obj  int    // entity, 0 for none
	Arg  string // the argument, for kinds whose argument is text
	Line int    // of the user's program, 0 for none
}
