package trace

import (
	"fmt"
	"html"
	"sort"
	"strconv"
	"strings"
)

// SVGOptions say how to draw.
type SVGOptions struct {
	Width int // pixels, default 880
	// Standalone makes a file of its own: it has a background, and a style that follows the reader's light or dark
	// theme. Otherwise the picture is meant to be put into a page: it takes ink from currentColor, and hues and
	// fonts from the custom properties --h0 to --h11, --on-hue, --sans and --mono.
	Standalone bool
	Axis       Axis
	// From and To bound the visible part, in units of the axis; all when To is not after From.
	From, To int64
	MaxLanes int    // default 40
	Title    string // of the picture, for who cannot see it
	Lang     string // of the words in it: en or zh
	ID       string // prefix of the ids in it; default from the digest
	// Card makes a thumbnail of the given height (default 132): lanes and edges, no words.
	Card   bool
	Height int
}

// Sizes, in pixels.
const (
	svgAxis   = 22
	svgGroup  = 24
	svgLane   = 24
	svgBar    = 13
	svgStrip  = 17
	svgCount  = 34
	svgRight  = 20
	svgBottom = 6
	svgTrack  = 13
	// Nested work is shown where lanes are few; see the page's rows.ts.
	svgTracked = 24
)

// SVG draws the recording as a static timeline: a row for each lane, states by form, who by hue.
func (r *Recording) SVG(o SVGOptions) string {
	if o.Width <= 0 {
		o.Width = 880
	}
	o.Width = max(o.Width, 240)
	if o.MaxLanes <= 0 {
		o.MaxLanes = 40
	}
	o.ID = strings.Map(func(c rune) rune {
		if c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			return c
		}
		return -1
	}, o.ID)
	if o.ID == "" {
		o.ID = "ls" + r.Digest()[:6]
	}
	d := &drawing{r: r, x: r.Index(), o: o, words: svgWords["en"], left: min(204, o.Width*3/10), laneH: svgLane, barH: svgBar}
	if o.Card {
		d.left = 4
	}
	if w, ok := svgWords[o.Lang]; ok {
		d.words = w
	}
	d.s = newScale(d.x, o, float64(d.left), float64(o.Width-svgRight))
	return d.draw()
}

// svgWords are the words in a picture.
var svgWords = map[string]map[string]string{
	"en": {"event": "event", "lanes": "lanes", "more": "more", "timeline": "Timeline", "machine": "Machine", "core": "core", "cores": "cores",
		"new": "not started", "ready": "ready", "running": "running", "waiting": "waiting", "locked": "for a lock", "done": "done", "failed": "failed", "cancelled": "cancelled",
		"loop": "Event loop", "hub": "Hub", "process": "Process", "pool": "Pool", "queue": "ready queue", "of time": "of virtual time"},
	"zh": {"event": "事件", "lanes": "行", "more": "更多", "timeline": "时间线", "machine": "机器", "core": "核心", "cores": "个核心",
		"new": "未开始", "ready": "就绪", "running": "运行", "waiting": "等待", "locked": "等锁", "done": "完成", "failed": "失败", "cancelled": "已取消",
		"loop": "事件循环", "hub": "Hub", "process": "进程", "pool": "池", "queue": "就绪队列", "of time": "虚拟时间"},
}

// drawing is a picture being made. Layers are drawn in the order of the fields.
type drawing struct {
	r     *Recording
	x     *Index
	o     SVGOptions
	s     scale
	words map[string]string
	left  int // width of the label column
	laneH int
	barH  int

	works  map[Entity][]Work
	lanes  []Lane
	hue    []int
	row    map[Entity]int // middle of the lane
	hatch  [NumHues]bool
	back   strings.Builder // washes and grid
	edges  strings.Builder // under the bars
	bars   strings.Builder
	marks  strings.Builder // dots and ends
	notes  strings.Builder // words among the bars
	labels strings.Builder
}

func (d *drawing) draw() string {
	d.lanes = d.x.Lanes()
	d.hue, d.row = d.r.Hues(), map[Entity]int{}
	if d.o.Card {
		return d.card()
	}
	if len(d.hueLanes()) <= svgTracked {
		d.works = d.r.Works()
	}
	y := svgAxis
	y = d.counter(y)
	y = d.cores(y)
	shown, cut := 0, 0
	for _, lane := range d.lanes {
		if shown >= d.o.MaxLanes {
			if !lane.Group {
				cut++
			}
			continue
		}
		if lane.Group {
			y = d.group(lane, y)
		} else {
			shown++
			y = d.lane(lane, y)
		}
	}
	if cut > 0 {
		d.text(&d.labels, 16, y+16, "lb3", "", fmt.Sprintf("+ %d %s", cut, d.words["more"]))
		y += svgLane
	}
	d.drawEdges()
	height := y + svgBottom
	d.axis(y)
	return d.page(height)
}

// card draws the lanes alone, as high as the card has room for.
func (d *drawing) card() string {
	lanes := d.hueLanes()
	height := d.o.Height
	if height <= 0 {
		height = 132
	}
	d.laneH = min(34, max(12, height/max(1, len(lanes))))
	d.barH = min(16, d.laneH-5)
	lanes = lanes[:min(len(lanes), max(1, height/d.laneH))]
	y := max(0, (height-d.laneH*len(lanes))/2)
	for _, lane := range lanes {
		y = d.lane(lane, y)
	}
	d.drawEdges()
	d.back.Reset()
	d.notes.Reset()
	d.labels.Reset()
	return d.page(height)
}

// page puts the layers together.
func (d *drawing) page(height int) string {
	var b strings.Builder
	w := d.o.Width
	title := d.o.Title
	if title == "" {
		title = d.words["timeline"]
	}
	id := d.o.ID
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="ls-timeline" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="%s-t %s-d" fill="none" style="max-width:100%%;font-family:var(--sans,'Source Sans 3',Inter,system-ui,sans-serif);font-variant-numeric:tabular-nums">`,
		w, height, w, height, id, id)
	fmt.Fprintf(&b, `<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, id, escape(title), id, escape(d.describe()))
	b.WriteString("<style>" + svgStyle + "</style>")
	if d.o.Standalone {
		b.WriteString("<style>" + standaloneStyle() + "</style>")
		fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="var(--paper,%s)"/>`, w, height, lightPaper)
	}
	b.WriteString("<defs>")
	for h, used := range d.hatch {
		if used {
			fmt.Fprintf(&b, `<pattern id="%s-x%d" width="5" height="5" patternUnits="userSpaceOnUse"%s><path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="currentColor" stroke-width="1.1"/></pattern>`, id, h, hueStyle(h))
		}
	}
	fmt.Fprintf(&b, `<clipPath id="%s-c"><rect x="%d" y="0" width="%d" height="%d"/></clipPath></defs>`, id, d.left-8, w-d.left+8, height)
	b.WriteString(d.back.String())
	fmt.Fprintf(&b, `<g clip-path="url(#%s-c)"><g class="ls-edges">%s</g>%s%s%s</g>`, id, d.edges.String(), d.bars.String(), d.marks.String(), d.notes.String())
	b.WriteString(d.labels.String())
	if !d.o.Card {
		fmt.Fprintf(&b, `<path class="hair" d="M%d.5 0V%dM0 %d.5H%d"/>`, d.left-1, height, svgAxis-1, w)
	}
	b.WriteString("</svg>")
	return b.String()
}

// describe says in a sentence or two what the picture shows.
func (d *drawing) describe() string {
	var parts []string
	for _, lane := range d.lanes {
		if lane.Group {
			continue
		}
		if len(parts) == 12 {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, d.r.Name(lane.Entity)+": "+d.words[d.x.Totals(lane.Entity).End.String()])
	}
	return fmt.Sprintf("%d %s, %s %s. %s.", len(d.hueLanes()), d.words["lanes"], Duration(d.r.End()), d.words["of time"], strings.Join(parts, ", "))
}

func (d *drawing) hueLanes() []Lane {
	var list []Lane
	for _, lane := range d.lanes {
		if !lane.Group {
			list = append(list, lane)
		}
	}
	return list
}

func escape(s string) string {
	// XML forbids most control characters, escaped or not.
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return html.EscapeString(s)
}

func (d *drawing) text(b *strings.Builder, x, y int, class, attrs, s string) {
	fmt.Fprintf(b, `<text x="%d" y="%d" class="%s"%s>%s</text>`, x, y, class, attrs, escape(s))
}

// textWidth estimates the width of a text: fonts are not known here.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, c := range s {
		if c >= 0x2E80 {
			w += size
		} else {
			w += float64(size * 0.55)
		}
	}
	return w
}

// fit cuts a label to a width.
func fit(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 1 && textWidth(string(runes), size)+size > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// axis draws ticks and grid.
func (d *drawing) axis(bottom int) {
	for _, t := range d.s.ticks(d.words["event"]) {
		x := d.s.x(t.unit)
		px := half(x)
		fmt.Fprintf(&d.back, `<path class="grid" d="M%s %dV%d"/><path class="tick" d="M%s %dv5"/>`, px, svgAxis-4, bottom, px, svgAxis-5)
		w := textWidth(t.text, 12.5)
		at := min(max(x, float64(d.left)+4+w/2), float64(d.o.Width)-w/2-4)
		d.text(&d.labels, int(at), 14, "lb3", ` text-anchor="middle"`, t.text)
	}
}

// group draws the heading of a group. A loop's heading is what the loop ran, one strip.
func (d *drawing) group(lane Lane, y int) int {
	fmt.Fprintf(&d.back, `<rect class="wash" x="0" y="%d" width="%d" height="%d"/>`, y, d.o.Width, svgGroup)
	kind := d.r.Entity(lane.Entity).Kind
	name := d.r.Name(lane.Entity)
	if word := d.words[kind.String()]; word != "" && (name == "" || name == kind.String() || kind == Loop) {
		name = word
	} else if kind == Process {
		name = word + " " + name
	}
	room := float64(d.left - 30 - lane.Depth*10)
	note := lane.Note
	if textWidth(name, 14)+textWidth(note, 12.5) > room {
		note = ""
	}
	fmt.Fprintf(&d.labels, `<path class="tick2" d="M%d %d.5l3.5 4 3.5-4"/>`, 15+lane.Depth*10, y+svgGroup/2-3)
	d.text(&d.labels, 30+lane.Depth*10, y+svgGroup/2+5, "lbg", "", fit(name, 13.5, room))
	if note != "" {
		d.text(&d.labels, d.left-12, y+svgGroup/2+4, "lb3", ` text-anchor="end"`, note)
	}
	if kind == Loop || kind == Hub {
		var runs []ownRun
		d.collect(lane.Entity, 0, func(e Entity, v Interval) bool { return true }, &runs)
		d.strip(runs, y+svgGroup/2, 6)
	}
	return y + svgGroup
}

// ownRun is a stretch in which somebody ran.
type ownRun struct {
	who Entity
	v   Interval
}

// collect gathers the running intervals of what lives in an entity, itself not included.
func (d *drawing) collect(e Entity, level int, keep func(Entity, Interval) bool, runs *[]ownRun) {
	if level > 64 {
		return
	}
	for _, c := range d.x.Children(e) {
		if info := EntityKinds[min(d.r.Entity(c).Kind, numEntityKinds-1)]; info.Lane && !info.Group {
			for _, v := range d.x.Intervals(c) {
				if v.State == Running && keep(c, v) {
					*runs = append(*runs, ownRun{c, v})
				}
			}
		}
		d.collect(c, level+1, keep, runs)
	}
}

// strip draws runs of several in one row.
func (d *drawing) strip(runs []ownRun, y, height int) {
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].v.First < runs[j].v.First })
	lastX := -1
	for _, run := range runs {
		x0, x1, ok := d.span(run.v)
		if !ok || int(x1+0.5) <= lastX {
			continue
		}
		lastX = max(int(x1+0.5), int(x0+0.5)+1)
		fmt.Fprintf(&d.bars, `<g%s>%s</g>`, hueStyle(d.hue[run.who]), bar(x0, max(x1-0.5, x0+1), y, height, false))
	}
}

// span is the visible part of an interval, in pixels.
func (d *drawing) span(v Interval) (x0, x1 float64, ok bool) {
	a, b := d.s.unit(d.r, v.First), d.s.unit(d.r, v.Next)
	if b < d.s.from || a > d.s.to || v.First >= d.r.n {
		return 0, 0, false
	}
	return max(d.s.x(a), d.s.x0-8), min(d.s.x(b), d.s.x1+8), true
}

// cores draws what ran on each core, when there is more than one thread to share them.
func (d *drawing) cores(y int) int {
	by := map[Entity][]ownRun{}
	threads := 0
	for e := 1; e < len(d.r.entities); e++ {
		if d.r.entities[e].Kind != Thread {
			continue
		}
		ran := false
		for _, v := range d.x.Intervals(Entity(e)) {
			if v.State == Running {
				ran = true
				by[v.Obj] = append(by[v.Obj], ownRun{Entity(e), v})
			}
		}
		if ran {
			threads++
		}
	}
	if threads < 2 || d.s.axis == AxisEvents {
		return y
	}
	fmt.Fprintf(&d.back, `<rect class="wash" x="0" y="%d" width="%d" height="%d"/>`, y, d.o.Width, svgGroup)
	d.text(&d.labels, 16, y+svgGroup/2+5, "lbg", "", d.words["machine"])
	d.text(&d.labels, d.left-12, y+svgGroup/2+4, "lb3", ` text-anchor="end"`, strconv.Itoa(d.r.Meta.Cores)+" "+d.words["cores"])
	y += svgGroup
	n := 0
	for e := 1; e < len(d.r.entities) && n < 16; e++ {
		if d.r.entities[e].Kind != Core {
			continue
		}
		d.text(&d.labels, 30, y+svgStrip/2+5, "lb", "", d.words["core"]+" "+strconv.Itoa(n))
		d.strip(by[Entity(e)], y+svgStrip/2, 11)
		n++
		y += svgStrip
	}
	return y + 3
}

// counter draws the first thing that is counted, if it ever was more than one.
func (d *drawing) counter(y int) int {
	var who Entity
	top := uint32(0)
	for i := 0; i < d.r.n; i++ {
		e := d.r.At(i)
		if e.Kind == COUNT && (who == 0 || e.Who == who) {
			who, top = e.Who, max(top, e.Arg)
		}
	}
	if top < 2 {
		return y
	}
	at := func(v uint32) int { return y + svgCount - 4 - int(uint64(v)*(svgCount-12)/uint64(top)) }
	var path strings.Builder
	fmt.Fprintf(&path, "M%d %d.5", d.left, at(0))
	lastX := -1
	for i := 0; i < d.r.n; i++ {
		e := d.r.At(i)
		if e.Kind != COUNT || e.Who != who {
			continue
		}
		u := d.s.unit(d.r, i)
		if u < d.s.from || u > d.s.to {
			continue
		}
		x := int(d.s.x(u) + 0.5)
		if x != lastX {
			fmt.Fprintf(&path, "H%d", x)
		}
		lastX = x
		fmt.Fprintf(&path, "V%d.5", at(e.Arg))
	}
	line := path.String() + "H" + strconv.Itoa(int(d.s.x1))
	fmt.Fprintf(&d.bars, `<path class="area" d="%sV%d.5H%dZ"/><path class="line" d="%s"/>`, line, at(0), d.left, line)
	name := d.r.Name(who)
	if d.r.Entity(who).Kind == Loop {
		name = d.words["queue"]
	}
	d.text(&d.labels, 16, y+svgCount/2+4, "lb", "", fit(name, 13, float64(d.left-60)))
	d.text(&d.labels, d.left-12, y+svgCount/2+4, "lb3", ` text-anchor="end"`, "≤ "+strconv.Itoa(int(top)))
	fmt.Fprintf(&d.back, `<path class="hair" d="M0 %d.5H%d"/>`, y+svgCount-1, d.o.Width)
	return y + svgCount
}
