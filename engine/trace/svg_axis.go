package trace

import "strconv"

// Axis says what the horizontal direction of a picture means.
type Axis uint8

// The axes.
const (
	AxisAuto   Axis = iota // events when the run takes next to no virtual time
	AxisTime               // virtual time
	AxisEvents             // the order of what happens: one step for each change of control
)

// autoEvents is the virtual time under which the order is the picture: generators and
// greenlets that only hand control to each other.
const autoEvents = 2_000_000

// scale converts a moment (its time, its event) to a horizontal position. Units are
// ns or steps; the visible part is [from,to].
type scale struct {
	axis     Axis
	steps    []int32 // the step of each event, for AxisEvents
	from, to float64
	x0, x1   float64
}

func newScale(x *Index, o SVGOptions, x0, x1 float64) scale {
	s := scale{axis: o.Axis, x0: x0, x1: x1}
	end := x.Rec.End()
	if s.axis == AxisAuto {
		s.axis = AxisTime
		if end < autoEvents {
			s.axis = AxisEvents
		}
	}
	s.to = float64(end)
	if s.axis == AxisEvents {
		s.steps = x.steps()
		s.to = 0
		if n := len(s.steps); n > 0 {
			s.to = float64(s.steps[n-1]) + 1
		}
	}
	if o.To > o.From {
		s.from, s.to = float64(o.From), min(s.to, float64(o.To))
	}
	if s.to <= s.from {
		s.to = s.from + 1
	}
	return s
}

// unit is the position of an event in units; of the end of the recording for Len().
func (s *scale) unit(r *Recording, event int) float64 {
	if s.axis == AxisEvents {
		if event < len(s.steps) {
			return float64(s.steps[event])
		}
		return s.to
	}
	if event < r.n {
		return float64(r.At(event).Time)
	}
	return float64(r.End())
}

// x is the position of a unit in pixels, in tenths.
func (s *scale) x(unit float64) float64 {
	// The conversions keep the compiler from fusing multiplication and addition, which
	// would give other last bits on some platforms.
	part := float64((unit - s.from) / (s.to - s.from))
	return round10(s.x0 + float64(part*(s.x1-s.x0)))
}

func round10(v float64) float64 {
	if v < 0 {
		return -float64(int64(-v*10+0.5)) / 10
	}
	return float64(int64(v*10+0.5)) / 10
}

// steps numbers the events for the axis by events. What happens together has one
// number: when control goes from one to another, the switch, the wait of the one and the run of the
// other are one step. Output is a step of its own, so that a bar is as long as what was done in it.
func (x *Index) steps() []int32 {
	r := x.Rec
	steps := make([]int32, r.n)
	step, time := int32(0), int64(0)
	var ran, left, any bool
	ended := Entity(0) // who ended in this step: the switch that gives control back is part of that
	for i := range steps {
		e := r.At(i)
		kind := EntityKinds[min(r.Entity(e.Who).Kind, numEntityKinds-1)]
		fresh := false
		leaves := false
		switch e.Kind {
		case SWITCH:
			fresh = e.Who != ended || e.Time != time
		case OUT, ERR, MARK:
			fresh = true
		case CREATE:
			fresh = kind.Lane && !kind.Group
		case RUN:
			fresh = kind.Lane && (ran || e.Time != time)
		case WAIT, LOCKWAIT, DONE, FAIL, CANCELLED:
			leaves = kind.Lane
			fresh = kind.Lane && (ran || left || e.Time != time)
		case READY:
			fresh = kind.Lane && e.Time != time
		}
		if fresh && any {
			step++
			ran, left, ended = false, false, 0
		}
		any = any || fresh
		ran = ran || e.Kind == RUN && kind.Lane
		left = left || leaves
		if leaves && e.Kind >= DONE {
			ended = e.Who
		}
		if fresh {
			time = e.Time
		}
		steps[i] = step
	}
	return steps
}

// tick is a label on the axis.
type tick struct {
	unit float64
	text string
}

// ticks are labels at 1, 2 or 5, about 84 pixels apart.
func (s *scale) ticks(word string) []tick {
	span := s.to - s.from
	want := span / (s.x1 - s.x0) * 84
	step := 1.0
	for step*10 <= want {
		step *= 10
	}
	for _, k := range [...]float64{1, 2, 5, 10} {
		if k*step >= want {
			step *= k
			break
		}
	}
	var list []tick
	for n := int64(s.from / step); float64(n)*step <= s.to && len(list) < 200; n++ {
		u := float64(n) * step
		if u < s.from {
			continue
		}
		text := Duration(int64(u))
		if s.axis == AxisEvents {
			text = word + " " + strconv.FormatInt(int64(u), 10)
		}
		list = append(list, tick{u, text})
	}
	return list
}
