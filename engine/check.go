package engine

import (
	"loopscope/engine/compile"
	"loopscope/engine/object"
	"loopscope/engine/syntax"
	"loopscope/engine/vm"
)

// Problem is an error in a program's text, with places counted from 1 (columns
// in code points; EndCol 0 when only a point is meant).
type Problem struct {
	Kind, Msg  string // "SyntaxError", "invalid syntax"
	File, Text string // the file's name and the line's text
	Line, Col  int
	EndLine    int
	EndCol     int
}

// Check compiles the files of a program and answers the first error, nil when
// there is none. Run reports the same error on the console.
func Check(req Request) *Problem {
	for i, f := range req.Files {
		text := f.Text
		if i == 0 && len(req.Params) > 0 {
			if t, err := SetParams(text, req.Params); err == nil {
				text = t
			}
		}
		_, exc := Compile(syntax.NewFile(f.Name, text), compile.Exec, false, false)
		if exc == nil {
			continue
		}
		p := &Problem{Kind: exc.Type.Name, File: f.Name}
		if s := object.AsStr(exc.Val); s != nil {
			p.Msg = s.Text
		}
		if len(exc.Extra) >= 6 {
			num := func(v vm.Value) int { n, _ := object.ToInt64(v); return int(n) }
			p.Line, p.Col = num(exc.Extra[1]), num(exc.Extra[2])
			if s := object.AsStr(exc.Extra[3]); s != nil {
				p.Text = s.Text
			}
			p.EndLine, p.EndCol = num(exc.Extra[4]), num(exc.Extra[5])
		}
		return p
	}
	return nil
}
