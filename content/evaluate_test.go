package content

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

type queryCases struct {
	Entities [][3]any `json:"entities"`
	Events   [][6]any `json:"events"`
	End      int64    `json:"end"`
	Cases    []struct {
		Query  string   `json:"query"`
		Answer string   `json:"answer"`
		Error  string   `json:"error"` // the recording cannot answer
		Bad    string   `json:"bad"`   // the query is wrong in itself
		Fits   []string `json:"fits"`
		Not    []string `json:"not"`
	} `json:"cases"`
}

func readQueryCases(t *testing.T) (queryCases, *Recording) {
	t.Helper()
	data, err := os.ReadFile("testdata/queries.json")
	if err != nil {
		t.Fatal(err)
	}
	var c queryCases
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	n := func(x any) int { return int(x.(float64)) }
	rec := &Recording{End: c.End}
	for _, e := range c.Entities {
		rec.Entities = append(rec.Entities, Entity{e[0].(string), e[1].(string), n(e[2])})
	}
	for _, e := range c.Events {
		rec.Events = append(rec.Events, Event{int64(n(e[0])), e[1].(string), n(e[2]), n(e[3]), e[4].(string), n(e[5])})
	}
	return c, rec
}

func TestQueries(t *testing.T) {
	cases, rec := readQueryCases(t)
	for _, c := range cases.Cases {
		q, err := ParseQuery(c.Query)
		if c.Bad != "" {
			if err == nil || !strings.Contains(err.Error(), c.Bad) {
				t.Errorf("%q: parsing says %v, want %q", c.Query, err, c.Bad)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.Query, err)
			continue
		}
		a, err := rec.Ask(q, rec)
		if c.Error != "" {
			if err == nil || !strings.Contains(err.Error(), c.Error) {
				t.Errorf("%q: answer %q, error %v, want error %q", c.Query, a.Text, err, c.Error)
			}
			continue
		}
		if err != nil || a.Text != c.Answer {
			t.Errorf("%q: answer %q (%v), want %q", c.Query, a.Text, err, c.Answer)
		}
		for _, o := range c.Fits {
			if !a.Fits(o) {
				t.Errorf("%q: %q does not fit the answer %q", c.Query, o, a.Text)
			}
		}
		for _, o := range c.Not {
			if a.Fits(o) {
				t.Errorf("%q: %q fits the answer %q", c.Query, o, a.Text)
			}
		}
	}
}

func TestFormatDuration(t *testing.T) {
	for ns, want := range map[int64]string{
		0: "0", 30: "30 ns", 999: "999 ns", 1500: "1.5 µs", 15_000: "15 µs", 123_456: "123 µs",
		340_000_000: "340 ms", 1_250_000_000: "1.25 s", 12_340_000_000: "12.3 s", 125_000_000_000: "2 min 5 s", 999_900: "1 ms", 12_340_000: "12 ms", 4_000_000_000_000: "1 h 7 min",
	} {
		if got := FormatDuration(ns); got != want {
			t.Errorf("FormatDuration(%d) = %q, want %q", ns, got, want)
		}
	}
}
