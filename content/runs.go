package content

import (
	"fmt"
	"strings"
)

// runs remembers what has been run: a scenario is used by two languages, the
// home page and the index, and a run must not be repeated for each of them.
type runs struct {
	runner Runner
	done   map[string]run
}

type run struct {
	result Result
	rec    *Recording
	err    error
}

func newRuns(runner Runner) *runs { return &runs{runner, map[string]run{}} }

// of runs a scenario with some knobs turned.
func (r *runs) of(s *Scenario, with []Override) (Result, *Recording, error) {
	text, err := s.With(with)
	if err != nil {
		return nil, nil, err
	}
	key := s.Name + "\x00" + text
	if got, ok := r.done[key]; ok {
		return got.result, got.rec, got.err
	}
	var got run
	got.result, got.err = r.runner.Run(Source{Name: s.Name, Text: text, Seed: s.Seed, Machine: s.Machine})
	if got.err != nil {
		got.err = fmt.Errorf("scenario %s does not run: %s", s.Name, firstLine(got.err.Error()))
	} else {
		got.rec = got.result.Recording()
		if got.rec.Exit != s.Exit {
			got.err = fmt.Errorf("scenario %s ends with status %d, not %d", s.Name, got.rec.Exit, s.Exit)
			if last := got.rec.Console("err"); len(last) > 0 {
				got.err = fmt.Errorf("%w: %s", got.err, last[len(last)-1])
			}
		}
	}
	r.done[key] = got
	return got.result, got.rec, got.err
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
