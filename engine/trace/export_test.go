package trace

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"sort"
	"strings"
	"testing"
)

func TestChrome(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		var doc struct {
			TraceEvents []struct {
				Ph, Name string
				Pid, Tid uint64
				Ts, Dur  float64
				ID       int
			}
		}
		if err := json.Unmarshal(r.ChromeTrace(), &doc); err != nil {
			t.Fatal(err)
		}
		sort.SliceStable(doc.TraceEvents, func(i, j int) bool { return doc.TraceEvents[i].Ts < doc.TraceEvents[j].Ts })
		// Slices of a track nest, which for ours means that they do not overlap; flows begin and end.
		type track struct{ pid, tid uint64 }
		end := map[track]float64{}
		depth := map[track]int{}
		flows := map[int]int{}
		named := map[track]bool{}
		for _, e := range doc.TraceEvents {
			tr := track{e.Pid, e.Tid}
			switch e.Ph {
			case "M":
				named[tr] = true
			case "X":
				if e.Ts < end[tr]-1e-6 || !named[tr] {
					t.Errorf("%+v overlaps, or its track has no name", e)
				}
				end[tr] = e.Ts + e.Dur
			case "B":
				depth[tr]++
			case "E":
				depth[tr]--
			case "s":
				flows[e.ID]++
			case "f":
				flows[e.ID] += 10
			}
		}
		for tr, n := range depth {
			if n != 0 {
				t.Errorf("track %v: %d spans do not end", tr, n)
			}
		}
		for id, n := range flows {
			if n != 11 {
				t.Errorf("flow %d: %d", id, n)
			}
		}
		if r.Len() > 0 && (len(doc.TraceEvents) == 0 || len(end) == 0 || len(flows) == 0) {
			t.Error("nothing in it")
		}
	})
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(svg))
	ids := map[string]bool{}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		if start, ok := tok.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if a.Name.Local == "id" {
					if ids[a.Value] {
						t.Errorf("id %s twice", a.Value)
					}
					ids[a.Value] = true
				}
			}
		}
	}
	// What is referred to is there.
	for _, part := range strings.Split(svg, "url(#")[1:] {
		if id, _, _ := strings.Cut(part, ")"); !ids[id] {
			t.Errorf("no %s", id)
		}
	}
}

func TestSVG(t *testing.T) {
	each(t, func(t *testing.T, r *Recording) {
		for _, o := range []SVGOptions{{}, {Standalone: true, Lang: "zh"}, {Axis: AxisEvents, Width: 300}, {Axis: AxisTime, MaxLanes: 2, From: 5, To: 9_000_000}, {Width: -3, ID: `"><x>`, Title: "a < b\x00"}} {
			svg := r.SVG(o)
			wellFormed(t, svg)
			if svg != r.SVG(o) {
				t.Error("two pictures of one recording")
			}
		}
	})
	svg := tasks().Recording().SVG(SVGOptions{})
	for _, want := range []string{"gather of 4 tasks", "fetch(3)", "ready queue", "sleep 300 ms", "url(#", "ConnectionError"} {
		if strings.Contains(svg, want) == (want == "ConnectionError") {
			t.Errorf("%q", want)
		}
	}
}

// TestSVGBounded draws a recording with many more events than pixels.
func TestSVGBounded(t *testing.T) {
	small, large := len(generators(2000).Recording().SVG(SVGOptions{})), len(generators(40000).Recording().SVG(SVGOptions{}))
	if large > small*3/2 || large > 400_000 {
		t.Errorf("%d bytes for 2,000 rounds, %d for 40,000", small, large)
	}
}

func TestSteps(t *testing.T) {
	// One round of a generator is two changes of control and one line of output.
	two, three := generators(2).Recording(), generators(3).Recording()
	a, b := two.Index().steps(), three.Index().steps()
	if got := b[len(b)-1] - a[len(a)-1]; got != 3 {
		t.Errorf("%d steps a round", got)
	}
}

func TestDuration(t *testing.T) {
	for ns, want := range map[int64]string{0: "0", 7: "7 ns", 1500: "1.5 µs", 15_000: "15 µs", 340_000_000: "340 ms", 1_234_000_000: "1.23 s",
		1_200_000_000: "1.2 s", 12_340_000_000: "12.3 s", 86_400_000_000_000: "86400 s", 2_000_000: "2 ms", -5_000: "-5 µs", 1_050_000_000: "1.05 s"} {
		if got := Duration(ns); got != want {
			t.Errorf("%d: %q, want %q", ns, got, want)
		}
	}
}

func TestStats(t *testing.T) {
	s := tasks().Recording().Stats()
	for _, want := range []string{"  fetch(0)", "cancelled", "failed", "running", "wake", "digest"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
}
