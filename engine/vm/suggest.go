package vm

import (
	"strings"

	"loopscope/engine/object"
)

// suggestion is the "Did you mean" of an uncaught NameError or AttributeError.
func suggestion(t *Thread, exc *Exc) string {
	if exc.Hint != "" {
		return ". Did you mean: '" + exc.Hint + "'?"
	}
	if exc.Type != object.AttributeError || len(exc.Extra) == 0 || exc.Extra[0].IsNull() {
		return ""
	}
	name := object.AsStr(exc.Val)
	if name == nil {
		return ""
	}
	names := object.AsList(object.Dir(t.RT.Ctx, exc.Extra[0]))
	if names == nil {
		return ""
	}
	all := make([]string, 0, len(names.Elems))
	for _, v := range names.Elems {
		if s := object.AsStr(v); s != nil {
			all = append(all, s.Text)
		}
	}
	if s := closest(name.Text, all); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// hintName remembers which known name a NameError raised in f may have meant.
func hintName(f *Frame, exc *Exc) {
	name := object.AsStr(exc.Val)
	if name == nil {
		return
	}
	var all []string
	add := func(d *object.Dict) {
		if d == nil {
			return
		}
		pos := 0
		for {
			k, _, ok := d.Next(&pos)
			if !ok {
				return
			}
			if s := object.AsStr(k); s != nil {
				all = append(all, s.Text)
			}
		}
	}
	for i, n := range f.Code.VarNames {
		if !f.Slots[i].IsNull() {
			all = append(all, n)
		}
	}
	at := len(f.Code.VarNames)
	for _, list := range [][]string{f.Code.CellVars, f.Code.FreeVars} {
		for _, n := range list {
			if !f.Local(at).IsNull() {
				all = append(all, n)
			}
			at++
		}
	}
	add(f.Locals)
	if exc.Hint = closest(name.Text, all); exc.Hint != "" {
		return
	}
	all = all[:0]
	add(f.Globals)
	if exc.Hint = closest(name.Text, all); exc.Hint != "" {
		return
	}
	all = all[:0]
	if b, ok := f.Globals.GetStr(intern("__builtins__")); ok {
		if d := object.AsDict(b); d != nil {
			add(d)
		} else if m := object.AsModule(b); m != nil {
			add(m.Dict)
		}
	}
	exc.Hint = closest(name.Text, all)
}

const (
	moveCost = 2
	caseCost = 1
	maxWord  = 40
)

// closest is the candidate with the smallest edit distance to name, as long as
// it is small enough; the first of equals.
func closest(name string, candidates []string) string {
	if len(candidates) > 750 || len(name) > maxWord {
		return ""
	}
	best, bestDist := "", 1<<30
	for _, c := range candidates {
		if c == name || len(c) > maxWord {
			continue
		}
		limit := (len(name) + len(c) + 3) * moveCost / 6
		if bestDist-1 < limit {
			limit = bestDist - 1
		}
		if d := distance(name, c); d <= limit && d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

// distance is the edit distance of two words; changing a letter's case alone is cheaper.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i * moveCost
		for j := 1; j <= len(b); j++ {
			sub := moveCost
			switch {
			case a[i-1] == b[j-1]:
				sub = 0
			case strings.EqualFold(a[i-1:i], b[j-1:j]):
				sub = caseCost
			}
			v := diag + sub
			if x := row[j] + moveCost; x < v {
				v = x
			}
			if x := row[j-1] + moveCost; x < v {
				v = x
			}
			diag = row[j]
			row[j] = v
		}
	}
	return row[len(b)]
}
