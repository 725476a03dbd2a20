package content

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"loopscope/engine"
)

// What is supported: the names that the reference has, recorded by
// coverage/record.py, against those of the engine, which is asked by running
// coverage/survey.py on it whenever the page is made.

//go:embed coverage/reference.json
var coverageReference []byte

//go:embed coverage/survey.py
var coverageSurvey string

// reference is what coverage/record.py writes.
type reference struct {
	Python  string
	Modules map[string]struct {
		Names   []string
		Classes map[string][]string
	}
	Types map[string][]string
}

// A Coverage is a row of the page: a module or a type, and how much of it there is.
type Coverage struct {
	Name    string
	Total   int
	Missing []string
	Absent  bool // the module cannot be imported at all
}

// Present is how many of its names are there.
func (c Coverage) Present() int { return c.Total - len(c.Missing) }

// Percent is the share of names that are there, rounded down, so that 100 means all of them.
func (c Coverage) Percent() int {
	if c.Total == 0 {
		return 100
	}
	return 100 * c.Present() / c.Total
}

// Survey asks the engine what it has of the reference: rows for the modules and
// for the built-in types, in the order of their names.
func Survey() (modules, types []Coverage, python string, err error) {
	var ref reference
	if err := json.Unmarshal(coverageReference, &ref); err != nil {
		return nil, nil, "", fmt.Errorf("coverage/reference.json: %v", err)
	}
	run := engine.Run(engine.Request{Seed: 1, Unrecorded: true, Files: []engine.File{
		{Name: "main.py", Text: coverageSurvey}, {Name: "reference.json", Text: string(coverageReference)},
	}})
	var found struct{ Modules, Types map[string][]string }
	if err := json.Unmarshal([]byte(run.Stdout), &found); err != nil {
		return nil, nil, "", fmt.Errorf("coverage/survey.py: %v: %s", err, strings.TrimSpace(run.Stderr))
	}
	for name, m := range ref.Modules {
		row := Coverage{Name: name, Total: len(m.Names)}
		for _, attrs := range m.Classes {
			row.Total += len(attrs)
		}
		missing, ok := found.Modules[name]
		if row.Absent = !ok || missing == nil; row.Absent {
			missing = m.Names
			row.Total = len(m.Names)
		}
		row.Missing = missing
		modules = append(modules, row)
	}
	for name, names := range ref.Types {
		types = append(types, Coverage{Name: name, Total: len(names), Missing: found.Types[name]})
	}
	for _, rows := range [][]Coverage{modules, types} {
		sort.Slice(rows, func(i, j int) bool { return rows[i].Name < rows[j].Name })
	}
	return modules, types, ref.Python, nil
}

// supported is the page of what is supported. The runner of a test course has no
// engine behind it; then there is no page.
func (r *site) supported(lang string) {
	d := r.course.pages["supported"][lang]
	if _, ok := r.runs.runner.(Engine); !ok || d == nil {
		return
	}
	if r.survey == nil {
		modules, types, python, err := Survey()
		if err != nil {
			r.errs.report("coverage/survey.py", 0, err)
			return
		}
		r.survey = map[string]any{"Modules": modules, "Types": types, "Python": python}
		total := Coverage{}
		for _, rows := range [][]Coverage{modules, types} {
			for _, row := range rows {
				total.Total += row.Total
				total.Missing = append(total.Missing, row.Missing...)
			}
		}
		r.survey["All"] = total
	}
	path := Prefix(lang) + "supported/"
	data := map[string]any{"Body": r.body(d, path)}
	for k, v := range r.survey {
		data[k] = v
	}
	r.page(Page{Path: path, Kind: "supported"}, d, "supported.html", data)
}
