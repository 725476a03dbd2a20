package trace

import (
	"fmt"
	"strconv"
	"strings"
)

// Totals is how long an entity has been in its states.
type Totals struct {
	Entity                          Entity
	Running, Ready, Waiting, Locked int64
	Runs                            int // how many times it began to run
	End                             State
}

// Totals sums up the intervals of an entity.
func (x *Index) Totals(e Entity) Totals {
	t := Totals{Entity: e}
	for _, v := range x.Intervals(e) {
		d := v.End - v.Start
		switch v.State {
		case Running:
			t.Running += d
			t.Runs++
		case Ready, New:
			t.Ready += d
		case Waiting:
			t.Waiting += d
		case Locked:
			t.Locked += d
		}
		t.End = v.State
	}
	return t
}

// Stats is a table of the lanes and a count of the events, as text for a terminal.
func (r *Recording) Stats() string {
	x := r.Index()
	rows := [][]string{{"", "running", "ready", "waiting", "for locks", "runs", "end"}}
	for _, lane := range x.Lanes() {
		name := strings.Repeat("  ", lane.Depth) + r.Name(lane.Entity)
		if lane.Group {
			rows = append(rows, []string{name})
			continue
		}
		t := x.Totals(lane.Entity)
		rows = append(rows, []string{name, Duration(t.Running), Duration(t.Ready), Duration(t.Waiting),
			Duration(t.Locked), strconv.Itoa(t.Runs), t.End.String()})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d events, %d entities, %s of virtual time, digest %s\n\n", r.n, len(r.entities)-1, Duration(r.End()), r.Digest())
	table(&b, rows)
	var counts [numKinds]int
	for i := 0; i < r.n; i++ {
		if k := r.At(i).Kind; k < numKinds {
			counts[k]++
		}
	}
	b.WriteString("\n")
	rows = nil
	for k := CREATE; k < numKinds; k++ {
		if counts[k] > 0 {
			rows = append(rows, []string{k.String(), strconv.Itoa(counts[k])})
		}
	}
	table(&b, rows)
	return b.String()
}

// table writes rows in columns: the first to the left, the others to the right.
func table(b *strings.Builder, rows [][]string) {
	var width []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", width[i]-len([]rune(cell)))
			if i == 0 {
				line.WriteString(cell + pad)
			} else {
				line.WriteString("  " + pad + cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// Duration writes a time as people say it: 1.2 s, 340 ms, 15 µs; three digits that count.
func Duration(ns int64) string {
	if ns < 0 {
		return "-" + Duration(-ns)
	}
	if ns == 0 {
		return "0"
	}
	units := [...]struct {
		ns   int64
		name string
	}{{1_000_000_000, " s"}, {1_000_000, " ms"}, {1_000, " µs"}, {1, " ns"}}
	for _, u := range units {
		if ns < u.ns && u.ns > 1 {
			continue
		}
		whole, rest := ns/u.ns, ns%u.ns
		digits := 2 // behind the point
		switch {
		case whole >= 100:
			digits = 0
		case whole >= 10:
			digits = 1
		}
		unit := u.ns
		for i := 0; i < digits; i++ {
			unit /= 10
		}
		if unit == 0 {
			return strconv.FormatInt(ns, 10) + u.name
		}
		// Rounded in units of the last digit shown, in integers.
		n := (whole*u.ns + rest + unit/2) / unit
		scale := u.ns / unit
		text := strconv.FormatInt(n/scale, 10)
		if f := n % scale; f != 0 {
			text += "." + strings.TrimRight(fmt.Sprintf("%0*d", digits, f), "0")
		}
		return text + u.name
	}
	return "" // not reached: the last unit takes everything
}
