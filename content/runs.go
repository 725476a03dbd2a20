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

// A runError is a run that failed. It is the scenario's mistake, wherever the
// run was wanted, and is reported once.
type runError struct {
	scenario *Scenario
	msg      string
}

func (e *runError) Error() string { return e.msg }

// report adds an error at a place, or at its scenario if a run is at fault.
func (es *Errors) report(file string, line int, err error) {
	if run, ok := err.(*runError); ok {
		file, line = "scenarios/index.yaml", run.scenario.line
	}
	es.add(file, line, "%v", err)
}

func newRuns(runner Runner) *runs { return &runs{runner, map[string]run{}} }

// of runs a scenario with some knobs turned.
func (r *runs) of(s *Scenario, with []Override) (Result, *Recording, error) {
	text, err := s.With(with)
	if err != nil {
		return nil, nil, err
	}
	machine, err := s.MachineWith(with)
	if err != nil {
		return nil, nil, err
	}
	key := fmt.Sprint(s.Name, "\x00", text, "\x00", machine) // fmt prints maps in the order of their keys
	if got, ok := r.done[key]; ok {
		return got.result, got.rec, got.err
	}
	var got run
	got.result, got.err = r.runner.Run(Source{Name: s.Name, Text: text, Seed: s.Seed, Machine: machine})
	what := "scenario " + s.Name
	if len(with) > 0 {
		what += " with " + overridesText(with)
	}
	if got.err != nil {
		got.err = &runError{s, fmt.Sprintf("%s does not run: %s", what, firstLine(got.err.Error()))}
	} else {
		got.rec = got.result.Recording()
		if got.rec.Exit != s.Exit {
			msg := fmt.Sprintf("%s ends with status %d, not %d", what, got.rec.Exit, s.Exit)
			if last := got.rec.Console("err"); len(last) > 0 {
				msg += ": " + last[len(last)-1]
			}
			got.err = &runError{s, msg}
		}
	}
	r.done[key] = got
	return got.result, got.rec, got.err
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
