package content

import (
	"fmt"
	"io/fs"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Scenario is a program that the course runs, with what is said about it.
type Scenario struct {
	Name    string            `yaml:"name"`
	Area    string            `yaml:"area"`
	Title   map[string]string `yaml:"title"`
	Text    map[string]string `yaml:"text"`
	Seed    uint64            `yaml:"seed"`
	Machine map[string]any    `yaml:"machine"`
	Axis    string            `yaml:"axis"`  // time or events; by its length if not given
	Exit    int               `yaml:"exit"`  // the status it is to end with
	Draft   bool              `yaml:"draft"` // not to be shown yet
	Source  string            `yaml:"-"`
	Params  []Param           `yaml:"-"`

	file string
	line int // in scenarios/index.yaml
}

// A Param is an assignment that the reader may turn, in the form notebook users
// know: name = literal  #@param {...}.
type Param struct {
	Name  string
	Value string // the literal as written
	Line  int
}

var paramRE = regexp.MustCompile(`^([A-Za-z_]\w*)(\s*=\s*)(.+?)(\s*#\s*@param\b.*)$`)

// params finds the annotated assignments at the top level of a program.
func params(source string) []Param {
	var out []Param
	for i, line := range strings.Split(source, "\n") {
		if m := paramRE.FindStringSubmatch(line); m != nil {
			out = append(out, Param{m[1], m[3], i + 1})
		}
	}
	return out
}

// An Override is one knob turned: a parameter of the program, or "machine.cores"
// and "machine.gil" of the simulated machine.
type Override struct{ Name, Value string }

// machineKnob is the name of the machine's knob that an override turns.
func (o Override) machineKnob() (string, bool) { return strings.CutPrefix(o.Name, "machine.") }

// MachineWith is the scenario's machine with the overrides that are of it.
func (s *Scenario) MachineWith(overrides []Override) (map[string]any, error) {
	m := map[string]any{}
	for k, v := range s.Machine {
		m[k] = v
	}
	for _, o := range overrides {
		knob, ok := o.machineKnob()
		switch {
		case !ok:
		case knob == "cores":
			n, err := strconv.Atoi(o.Value)
			if err != nil || n < 1 || n > 64 {
				return nil, fmt.Errorf("machine.cores is a number from 1 to 64, not %q", o.Value)
			}
			m[knob] = n
		case knob == "gil":
			on, err := strconv.ParseBool(o.Value)
			if err != nil {
				return nil, fmt.Errorf("machine.gil is True or False, not %q", o.Value)
			}
			m[knob] = on
		default:
			return nil, fmt.Errorf("the machine has no knob %s (cores, gil)", knob)
		}
	}
	return m, nil
}

// parseOverrides reads "workers=8, delay=0.1".
func parseOverrides(s string) ([]Override, error) {
	var out []Override
	for _, part := range strings.Split(s, ",") {
		name, value, ok := strings.Cut(part, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || name == "" || value == "" {
			return nil, fmt.Errorf("overrides are written name=value, name=value, not %q", strings.TrimSpace(s))
		}
		out = append(out, Override{name, value})
	}
	return out, nil
}

// With writes overrides into the literals of the program, as turning the knobs
// does.
func (s *Scenario) With(overrides []Override) (string, error) {
	if len(overrides) == 0 {
		return s.Source, nil
	}
	lines := strings.Split(s.Source, "\n")
next:
	for _, o := range overrides {
		if _, ok := o.machineKnob(); ok {
			continue
		}
		for i, line := range lines {
			m := paramRE.FindStringSubmatch(line)
			if m == nil || m[1] != o.Name {
				continue
			}
			value := o.Value
			if q := m[3][0]; (q == '"' || q == '\'') && value[0] != '"' && value[0] != '\'' {
				value = strconv.Quote(value)
			}
			lines[i] = m[1] + m[2] + value + m[4]
			continue next
		}
		return "", fmt.Errorf("scenario %s has no parameter %s", s.Name, o.Name)
	}
	return strings.Join(lines, "\n"), nil
}

// loadScenarios reads scenarios/index.yaml and the programs it lists, and sees
// to it that neither has anything the other lacks.
func loadScenarios(fsys fs.FS, langs []string, errs *Errors) []*Scenario {
	const index = "scenarios/index.yaml"
	data, err := fs.ReadFile(fsys, index)
	if err != nil {
		errs.add(index, 0, "cannot be read: %v", err)
		return nil
	}
	var nodes []yaml.Node
	if err := yaml.Unmarshal(data, &nodes); err != nil {
		errs.add(index, yamlLine(err), "%s", yamlMessage(err))
		return nil
	}
	var list []*Scenario
	seen := map[string]bool{}
	for i := range nodes {
		s := &Scenario{Seed: 1, line: nodes[i].Line}
		if err := decodeStrict(&nodes[i], s); err != nil {
			errs.add(index, s.line, "%s", yamlMessage(err))
			continue
		}
		s.file = "scenarios/" + s.Name + ".py"
		if seen[s.Name] {
			errs.add(index, s.line, "scenario %s is listed twice", s.Name)
			continue
		}
		seen[s.Name] = true
		for _, lang := range langs {
			if s.Title[lang] == "" || s.Text[lang] == "" {
				errs.add(index, s.line, "scenario %s has no title or text for %q", s.Name, lang)
			}
		}
		if s.Axis != "" && s.Axis != "time" && s.Axis != "events" {
			errs.add(index, s.line, "scenario %s: there is no axis %q (time, events)", s.Name, s.Axis)
		}
		if s.Area == "" {
			errs.add(index, s.line, "scenario %s has no area", s.Name)
		}
		src, err := fs.ReadFile(fsys, s.file)
		if err != nil {
			errs.add(index, s.line, "scenario %s: %s does not exist", s.Name, s.file)
			continue
		}
		s.Source = string(src)
		s.Params = params(s.Source)
		list = append(list, s)
	}
	files, _ := fs.Glob(fsys, "scenarios/*.py")
	sort.Strings(files)
	for _, f := range files {
		if name := strings.TrimSuffix(strings.TrimPrefix(f, "scenarios/"), ".py"); !seen[name] {
			errs.add(f, 0, "is not listed in %s", index)
		}
	}
	return list
}

// decodeStrict refuses keys that the target does not have: a typing mistake in
// a front matter must not pass silently.
func decodeStrict(node *yaml.Node, into any) error {
	data, err := yaml.Marshal(node)
	if err != nil {
		return err
	}
	dec := yaml.NewDecoder(strings.NewReader(string(data)))
	dec.KnownFields(true)
	return dec.Decode(into)
}

var yamlLineRE = regexp.MustCompile(`line (\d+): `)

// yamlLine is the line that a YAML error names, 0 when it names none.
func yamlLine(err error) int {
	if m := yamlLineRE.FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// yamlMessage is a YAML error in one line, without its own idea of the place.
func yamlMessage(err error) string {
	msg := yamlLineRE.ReplaceAllString(err.Error(), "")
	msg = strings.TrimPrefix(msg, "yaml: ")
	msg = strings.TrimPrefix(msg, "unmarshal errors:")
	msg = regexp.MustCompile(`field (\S+) not found in type \S+`).ReplaceAllString(msg, "there is no setting $1")
	return strings.Join(strings.Fields(msg), " ")
}
