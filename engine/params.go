package engine

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"loopscope/engine/syntax"
)

// SetParams writes values into the top-level assignments that carry a #@param
// annotation: it replaces the literal, as turning a knob does. Values are
// bool, float64, int64 or string. A name without such an assignment is an error
// that lists those there are.
func SetParams(src string, values map[string]any) (string, error) {
	f := syntax.NewFile("main.py", src)
	mod, perr := syntax.Parse(f)
	if perr != nil {
		// The program's own error is reported when it runs.
		return src, nil
	}
	type place struct{ start, end int32 }
	places := map[string]place{}
	var known []string
	for _, st := range mod.Body {
		a, ok := st.(*syntax.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		n, ok := a.Targets[0].(*syntax.Name)
		if !ok {
			continue
		}
		rest := f.LineText(f.Line(a.Value.Pos().End))
		if !strings.Contains(rest, "#@param") {
			continue
		}
		places[n.Id] = place{a.Value.Pos().Start, a.Value.Pos().End}
		known = append(known, n.Id)
	}
	names := make([]string, 0, len(values))
	for n := range values {
		if _, ok := places[n]; !ok {
			if len(known) == 0 {
				return "", fmt.Errorf("there is no parameter %s: the program has no assignment with a #@param annotation", n)
			}
			return "", fmt.Errorf("there is no parameter %s; the program has %s", n, strings.Join(known, ", "))
		}
		names = append(names, n)
	}
	// From the end, so that earlier places stay right.
	sort.Slice(names, func(i, j int) bool { return places[names[i]].start > places[names[j]].start })
	for _, n := range names {
		p := places[n]
		src = src[:p.start] + literal(values[n]) + src[p.end:]
	}
	return src, nil
}

// literal is a value as Python writes it.
func literal(v any) string {
	switch x := v.(type) {
	case bool:
		if x {
			return "True"
		}
		return "False"
	case int:
		return strconv.Itoa(x)
	case int64:
		return strconv.FormatInt(x, 10)
	case float64:
		if x == float64(int64(x)) && x < 1e15 && x > -1e15 {
			return strconv.FormatInt(int64(x), 10)
		}
		return strconv.FormatFloat(x, 'g', -1, 64)
	case string:
		var b strings.Builder
		b.WriteByte('"')
		for _, r := range x {
			switch r {
			case '"', '\\':
				b.WriteByte('\\')
				b.WriteRune(r)
			case '\n':
				b.WriteString(`\n`)
			default:
				b.WriteRune(r)
			}
		}
		b.WriteByte('"')
		return b.String()
	}
	return fmt.Sprint(v)
}
