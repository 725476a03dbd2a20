package trace

import (
	"fmt"
	"strconv"
	"strings"
)

// The hues as sRGB, for where the page does not define them and for standalone files.
var (
	lightHues = [NumHues]string{"#a24055", "#017a4f", "#7d4e9d", "#756700", "#1b69ad", "#a24725", "#007671", "#95447d", "#4c7410", "#595bae", "#8e5900", "#00728b"}
	darkHues  = [NumHues]string{"#f290a0", "#64c897", "#c89bea", "#c3b351", "#73b6fa", "#f29676", "#35c9c2", "#e492c9", "#98c06d", "#a2a8fc", "#e2a355", "#42c2e6"}
)

const (
	lightPaper, lightInk, lightOn = "#fbfaf7", "#1b1a17", "#fefdfc"
	darkPaper, darkInk, darkOn    = "#121417", "#e8e6e1", "#0e1012"
)

// svgStyle is scoped by the class of the picture, so that it can stand in a page.
const svgStyle = `.ls-timeline text{fill:currentColor}` +
	`.ls-timeline .lb{font-size:13px;opacity:.8}.ls-timeline .lb3{font-size:12.5px;opacity:.68}` +
	`.ls-timeline .lbg{font-size:13.5px;font-weight:700}` +
	`.ls-timeline .lbn{font:600 12.5px var(--mono,'JetBrains Mono',ui-monospace,Consolas,monospace)}` +
	`.ls-timeline .wk{font:600 10.5px var(--mono,'JetBrains Mono',ui-monospace,Consolas,monospace);opacity:.8}` +
	`.ls-timeline .onw{font-size:12.5px;opacity:.8}` +
	`.ls-timeline .wash{fill:currentColor;opacity:.035}.ls-timeline .area{fill:currentColor;opacity:.1}` +
	`.ls-timeline .hair{stroke:currentColor;opacity:.12}.ls-timeline .grid{stroke:currentColor;opacity:.06}` +
	`.ls-timeline .tick{stroke:currentColor;opacity:.6}.ls-timeline .tick2{stroke:currentColor;stroke-width:1.5;opacity:.8}` +
	`.ls-timeline .line{stroke:currentColor;opacity:.8}`

func standaloneStyle() string {
	var b strings.Builder
	theme := func(paper, ink, on string, hues [NumHues]string) {
		b.WriteString("svg.ls-timeline{color:" + ink + ";--paper:" + paper + ";--on-hue:" + on)
		for i, h := range hues {
			b.WriteString(";--h" + strconv.Itoa(i) + ":" + h)
		}
		b.WriteString("}")
	}
	theme(lightPaper, lightInk, lightOn, lightHues)
	b.WriteString("@media(prefers-color-scheme:dark){")
	theme(darkPaper, darkInk, darkOn, darkHues)
	b.WriteString("}")
	return b.String()
}

// hueStyle makes currentColor the hue, for a group of forms.
func hueStyle(h int) string {
	if h < 0 || h >= NumHues {
		return ""
	}
	return ` style="color:var(--h` + strconv.Itoa(h) + `,` + lightHues[h] + `)"`
}

// half is a position on a half pixel, where vertical lines are sharp.
func half(x float64) string { return strconv.Itoa(int(x)) + ".5" }

func num(x float64) string { return strconv.FormatFloat(round10(x), 'f', -1, 64) }

// bar is who runs: solid, at least 2 pixels. A failed one ends in a notch.
func bar(x0, x1 float64, y, height int, failed bool) string {
	a := int(x0 + 0.5)
	b := max(int(x1+0.5), a+2)
	t := y - height/2
	if failed {
		k := min(6, (b-a)*6/10)
		return fmt.Sprintf(`<path fill="currentColor" d="M%d %dH%dL%d %dL%d %dH%dZ"/>`, a, t, b, b-k, y, b, t+height, a)
	}
	return fmt.Sprintf(`<rect fill="currentColor" x="%d" y="%d" width="%d" height="%d" rx="%s"/>`, a, t, b-a, height, num(min(1.5, float64(b-a)/3)))
}

// ready is who wants to run: an outline with a hatch.
func (d *drawing) ready(x0, x1 float64, y, hue int) string {
	t := y - d.barH/2
	if x1-x0 < 3 {
		return fmt.Sprintf(`<rect stroke="currentColor" x="%s" y="%d.5" width="1.5" height="%d"/>`, half(x0), t, d.barH-1)
	}
	if hue >= 0 && hue < NumHues {
		d.hatch[hue] = true
	}
	return fmt.Sprintf(`<rect fill="url(#%s-x%d)" stroke="currentColor" x="%s" y="%d.5" width="%d" height="%d"/>`,
		d.o.ID, hue, half(x0), t, max(int(x1)-int(x0)-1, 1), d.barH-1)
}

// thread is who waits: a thin line, dashed for locks. A label that fits breaks the line; it is
// ink, not hue, so it goes to a layer of its own.
func (d *drawing) thread(x0, x1 float64, y int, locked bool, label string) string {
	attrs := ` stroke="currentColor" stroke-width="1.5"`
	a, b := int(x0+0.5), int(x1+0.5)
	if locked {
		attrs += ` stroke-dasharray="4 3"`
		a, b = a+1, b-1
	}
	if b <= a {
		return ""
	}
	if w := textWidth(label, 12.5); label != "" && float64(b-a) > w+34 {
		la := a + 12
		lb := la + int(w+0.5) + 4
		d.text(&d.notes, la, y+4, "onw", "", label)
		return fmt.Sprintf(`<path%s d="M%d %dH%dM%d %dH%d"/>`, attrs, a, y, la-4, lb, y, b)
	}
	return fmt.Sprintf(`<path%s d="M%d %dH%d"/>`, attrs, a, y, b)
}

// endMark is how somebody ended.
func endMark(s State, x float64, y int) string {
	at := int(x + 0.5)
	switch s {
	case Done:
		return fmt.Sprintf(`<circle cx="%d" cy="%d" r="3" fill="var(--paper,none)" stroke="currentColor" stroke-width="1.5"/>`, at+5, y)
	case Cancelled:
		return fmt.Sprintf(`<path stroke="currentColor" stroke-width="2" d="M%s %sL%s %sM%s %sL%s %s"/>`,
			num(float64(at)-4.5), num(float64(y)-4.5), num(float64(at)+4.5), num(float64(y)+4.5),
			num(float64(at)+4.5), num(float64(y)-4.5), num(float64(at)-4.5), num(float64(y)+4.5))
	case Failed:
		return fmt.Sprintf(`<path stroke="currentColor" stroke-width="2.5" d="M%d %dv7.5"/><rect fill="currentColor" x="%s" y="%s" width="2.5" height="2.5"/>`,
			at+6, y-6, num(float64(at)+4.75), num(float64(y)+3.5))
	}
	return ""
}

// lane draws one lane: its label and its intervals.
func (d *drawing) lane(lane Lane, y int) int {
	e := lane.Entity
	mid := y + d.laneH/2
	d.row[e] = mid
	style := hueStyle(lane.Hue)
	name := d.r.Name(e)
	list := d.x.Intervals(e)
	var end State
	if len(list) > 0 {
		end = list[len(list)-1].State
	}
	indent := 16 + lane.Depth*10
	room := float64(d.left - indent - 12)
	word := d.words[end.String()]
	if textWidth(name, 14.4)+textWidth(word, 12.5)+14 > room {
		word = ""
	}
	bottom := d.drawWorks(e, lane.Hue, y+d.laneH-1)
	fmt.Fprintf(&d.back, `<path class="grid" d="M0 %d.5H%d"/>`, bottom, d.o.Width)
	fmt.Fprintf(&d.labels, `<g%s><circle cx="%d" cy="%d" r="3.5" fill="currentColor"/><text x="%d" y="%d" class="lbn">%s</text></g>`,
		style, indent+4, mid, indent+14, mid+4, escape(fit(name, 14.4, room-14)))
	if word != "" {
		d.text(&d.labels, d.left-12, mid+4, "lb3", ` text-anchor="end"`, word)
	}
	var bars, marks strings.Builder
	full := -1 // pixel column up to which a bar has been drawn
	for i, v := range list {
		x0, x1, ok := d.span(v)
		if !ok {
			continue
		}
		lastOne := i == len(list)-1
		switch v.State {
		case Running:
			if int(x1+0.5) <= full {
				continue
			}
			failed := i+1 < len(list) && list[i+1].State == Failed
			bars.WriteString(bar(x0, x1, mid, d.barH, failed))
			full = max(int(x1+0.5), int(x0+0.5)+1)
		case Ready:
			if x1-x0 >= 1 {
				bars.WriteString(d.ready(x0, x1, mid, lane.Hue))
			}
		case Waiting, Locked:
			if x1-x0 < 1 {
				continue
			}
			bars.WriteString(d.thread(x0, x1, mid, v.State == Locked, d.reason(v)))
			if v.State == Waiting && !lastOne && x1-x0 > 3 && x1 <= d.s.x1 {
				r := 2.5
				if x1-x0 <= 12 {
					r = 1
				}
				fmt.Fprintf(&marks, `<circle cx="%s" cy="%d" r="3" fill="currentColor"/>`, num(x1-r), mid)
			}
		case Done, Failed, Cancelled:
			if u := d.s.unit(d.r, v.First); u >= d.s.from && u <= d.s.to {
				marks.WriteString(endMark(v.State, d.s.x(u), mid))
			}
		}
	}
	fmt.Fprintf(&d.bars, `<g class="ls-lane" data-lane="%d"%s>%s</g>`, e, style, bars.String())
	fmt.Fprintf(&d.marks, `<g%s>%s</g>`, style, marks.String())
	return bottom + 1
}

// drawWorks draws the pieces of work nested in a lane, a track for each depth,
// and answers where the lane ends.
func (d *drawing) drawWorks(e Entity, hue, y int) int {
	deepest := d.worthShowing(d.works[e])
	var boxes strings.Builder
	for _, w := range d.works[e] {
		if w.Depth > deepest {
			continue
		}
		x0, x1, ok := d.span(Interval{First: w.First, Next: w.Next})
		if !ok {
			continue
		}
		top := y + w.Depth*svgTrack
		a, b := int(x0+0.5), int(x1+0.5)
		if b-a < 2 {
			fmt.Fprintf(&boxes, `<rect fill="currentColor" opacity=".55" x="%d" y="%d" width="1" height="%d"/>`, a, top, svgTrack-2)
			continue
		}
		fmt.Fprintf(&boxes, `<path fill="currentColor" opacity=".16" d="M%d %dH%dv%dH%dz"/><path fill="currentColor" opacity=".8" d="M%d %dh1.5v%dh-1.5z"/>`,
			a, top, b-1, svgTrack-2, a, a, top, svgTrack-2)
		from := max(a, d.left)
		if room := min(float64(b), d.s.x1) - float64(from) - 8; room > 14 {
			if name := fit(d.r.String(w.Name), 11, room); len(name) > 1 {
				d.text(&d.notes, from+5, top+svgTrack-5, "wk", "", name)
			}
		}
	}
	if deepest < 0 {
		return y
	}
	fmt.Fprintf(&d.bars, `<g%s>%s</g>`, hueStyle(hue), boxes.String())
	return y + (deepest+1)*svgTrack + 2
}

// worthShowing is the depth of the innermost pieces that take enough of an axis
// of time to be more than specks, -1 when there are none; the page's rule is the same.
func (d *drawing) worthShowing(works []Work) int {
	var total [deepestWork]int64
	deepest := -1
	for _, w := range works {
		deepest = max(deepest, w.Depth)
		end := d.r.End()
		if w.Next < d.r.n {
			end = d.r.At(w.Next).Time
		}
		total[w.Depth] += end - d.r.At(w.First).Time
	}
	for d.s.axis == AxisTime && deepest >= 0 && total[deepest]*250 < d.r.End() {
		deepest--
	}
	return deepest
}

// reason is the label of a wait: why, and how long where the reason does not say it.
func (d *drawing) reason(v Interval) string {
	s := d.r.String(v.Arg)
	if d.o.Card {
		return ""
	}
	if d.s.axis == AxisEvents || s == "" {
		return s
	}
	for _, unit := range [...]string{" s", " ms", " µs"} {
		if strings.HasSuffix(s, unit) {
			return s
		}
	}
	return s + ", " + Duration(v.End-v.Start)
}

// drawEdges draws who caused what between visible lanes.
func (d *drawing) drawEdges() {
	type key struct {
		kind     Kind
		from, to Entity
		x        int
	}
	seen := map[key]bool{}
	for i := 0; i < d.r.n; i++ {
		e := d.r.At(i)
		from, to := e.Who, e.Obj
		switch e.Kind {
		case CREATE:
			from, to = e.Obj, e.Who
		case SWITCH, WAKE, CANCEL:
		default:
			continue
		}
		ya, ok1 := d.row[from]
		yb, ok2 := d.row[to]
		u := d.s.unit(d.r, i)
		if !ok1 || !ok2 || ya == yb || u < d.s.from || u > d.s.to {
			continue
		}
		x := d.s.x(u)
		k := key{e.Kind, from, to, int(x / 6)}
		if e.Kind == SWITCH {
			k.x = int(x / 2)
		}
		if seen[k] || len(seen) > 4000 {
			continue
		}
		seen[k] = true
		dn := 1
		if yb < ya {
			dn = -1
		}
		style := hueStyle(d.hue[from])
		start := ya + dn*d.barH/2
		switch e.Kind {
		case CREATE:
			fmt.Fprintf(&d.edges, `<path%s stroke="currentColor" d="M%s %dV%d.5H%s"/>`, style, half(x-6), start, yb, half(x))
			continue
		case CANCEL:
			fmt.Fprintf(&d.edges, `<path%s stroke="currentColor" stroke-dasharray="2 2" d="M%s %dV%d"/>`, style, half(x), start, yb-dn*7)
			continue
		}
		tip := yb - dn*5
		fmt.Fprintf(&d.edges, `<path%s stroke="currentColor" d="M%s %dV%dm-3.5 %sl3.5 %s 3.5 %s"/>`, style, half(x), start, tip,
			num(-4.5*float64(dn)), num(4.5*float64(dn)), num(-4.5*float64(dn)))
	}
}
