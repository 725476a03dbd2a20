package engine

import (
	"strconv"
	"strings"

	"loopscope/engine/lib/sim"
	"loopscope/engine/syntax"
	"loopscope/engine/trace"
)

// What a program will not get is said before it starts, where its text tells: an import of a module that is neither
// the program's nor the library's becomes a note at the beginning of the recording, with its line. The run itself
// goes as in CPython: the import raises when it is come to. Imports that the program is prepared to do without (in a
// try that catches ImportError) are not spoken of.

// sayAbsent notes the absent imports of the program's files.
func (s *Session) sayAbsent(th *sim.Thread, main *syntax.Module) {
	for i, f := range s.run.Files {
		mod := main
		if i > 0 {
			if !strings.HasSuffix(f.Name, ".py") {
				continue
			}
			parsed, err := syntax.Parse(f)
			if err != nil {
				continue // said when it is imported
			}
			mod = parsed
		}
		imports{func(name string, at int32) {
			if _, ok := s.find(name); ok {
				return
			}
			line := f.Line(at)
			m := s.run.M
			text := "line " + strconv.Itoa(line) + " of " + f.Name + ": there is no module " + name +
				" here; the page What is supported lists those there are, and a file " + name + ".py beside the program would be one"
			m.Rec.Add(m.Now(), trace.NOTE, th.Lane(), 0, uint32(m.Str(text)), trace.MakeLoc(f.Index, line))
		}}.in(mod.Body)
	}
}

// imports tells found of each module that statements import for certain.
type imports struct {
	found func(name string, at int32)
}

func (im imports) in(body []syntax.Stmt) {
	for _, st := range body {
		switch st := st.(type) {
		case *syntax.Import:
			for _, n := range st.Names {
				top, _, _ := strings.Cut(n.Name, ".")
				im.found(top, st.Start)
			}
		case *syntax.ImportFrom:
			if st.Level == 0 {
				top, _, _ := strings.Cut(st.Module, ".")
				im.found(top, st.Start)
			}
		case *syntax.FunctionDef:
			im.in(st.Body)
		case *syntax.ClassDef:
			im.in(st.Body)
		case *syntax.For:
			im.in(st.Body)
			im.in(st.OrElse)
		case *syntax.While:
			im.in(st.Body)
			im.in(st.OrElse)
		case *syntax.If:
			if !typeChecking(st.Test) {
				im.in(st.Body)
			}
			im.in(st.OrElse)
		case *syntax.With:
			if !suppresses(st) {
				im.in(st.Body)
			}
		case *syntax.Match:
			for _, c := range st.Cases {
				im.in(c.Body)
			}
		case *syntax.Try:
			if !catchesImportError(st.Handlers) {
				im.in(st.Body)
			}
			im.in(st.OrElse)
			im.in(st.FinalBody)
		}
	}
}

// typeChecking tells of the test of a block that only type checkers read (PEP 484).
func typeChecking(test syntax.Expr) bool {
	switch e := test.(type) {
	case *syntax.Name:
		return e.Id == "TYPE_CHECKING"
	case *syntax.Attribute:
		return e.Attr == "TYPE_CHECKING"
	}
	return false
}

// suppresses tells whether a with statement has a context manager by the name of contextlib.suppress.
func suppresses(st *syntax.With) bool {
	for _, item := range st.Items {
		if call, ok := item.Context.(*syntax.Call); ok && named(call.Func, "suppress") {
			return true
		}
	}
	return false
}

func catchesImportError(handlers []*syntax.ExceptHandler) bool {
	for _, h := range handlers {
		if h.Type == nil {
			return true
		}
		classes := []syntax.Expr{h.Type}
		if t, ok := h.Type.(*syntax.Tuple); ok {
			classes = t.Elts
		}
		for _, c := range classes {
			if named(c, "ImportError") || named(c, "ModuleNotFoundError") || named(c, "Exception") || named(c, "BaseException") {
				return true
			}
		}
	}
	return false
}

func named(e syntax.Expr, name string) bool {
	switch e := e.(type) {
	case *syntax.Name:
		return e.Id == name
	case *syntax.Attribute:
		return e.Attr == name
	}
	return false
}
