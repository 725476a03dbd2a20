package content

import (
	"strings"

	"loopscope/engine/trace"
)

// This is the one file of the package that knows the engine's recordings.

// recorded is a Result made of one.
type recorded struct {
	rec  *trace.Recording
	hues []int
}

// Recorded makes a Result of what the engine recorded.
func Recorded(rec *trace.Recording) Result { return &recorded{rec, rec.Hues()} }

func (r *recorded) Digest() string { return r.rec.Digest() }

func (r *recorded) Hue(entity int) int {
	if entity < 0 || entity >= len(r.hues) {
		return -1
	}
	return r.hues[entity]
}

func (r *recorded) SVG(o SVGOptions) (string, error) {
	axis := map[string]trace.Axis{"time": trace.AxisTime, "events": trace.AxisEvents}[o.Axis]
	return r.rec.SVG(trace.SVGOptions{Width: o.Width, Height: o.Height, Axis: axis, Card: o.Card, Title: o.Title, Lang: o.Lang, ID: o.ID}), nil
}

func (r *recorded) Recording() *Recording {
	out := &Recording{End: r.rec.Meta.End, Exit: r.rec.Meta.Exit}
	for e := 0; e < r.rec.NumEntities(); e++ {
		info := r.rec.Entity(trace.Entity(e))
		out.Entities = append(out.Entities, Entity{Kind: info.Kind.String(), Name: r.rec.Name(trace.Entity(e)), Parent: int(info.Parent)})
	}
	for i := 0; i < r.rec.Len(); i++ {
		e := r.rec.At(i)
		out.Events = append(out.Events, Event{
			Time: e.Time, Kind: strings.ToLower(e.Kind.String()), Who: int(e.Who), Obj: int(e.Obj), Arg: r.rec.Arg(e), Line: e.Loc.Line(),
		})
	}
	return out
}
