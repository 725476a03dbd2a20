package engine

import (
	"strings"

	"loopscope/engine/bytecode"
	"loopscope/engine/compile"
	"loopscope/engine/object"
	"loopscope/engine/syntax"
	"loopscope/engine/vm"
)

// From source texts to code: those of the program, of the library, and those
// that a program gives to compile(), exec(), eval() and ast.parse().

// compileLibrary compiles the text of an embedded module, or text that the
// program gives to compile(), exec() and eval().
func (s *Session) compileLibrary(name, src string, hidden bool) (*bytecode.Code, *vm.Exc) {
	f := syntax.NewFile(name, src)
	plain := s.Request.Machine.Preempt == "every"
	if !hidden {
		f.Index = s.fileIndex(name)
		return Compile(f, compile.Exec, false, plain)
	}
	key := libraryKey{name, src, plain}
	if code, ok := libraryCode[key]; ok {
		return code, nil
	}
	code, exc := Compile(f, compile.Exec, true, plain)
	if exc == nil && strings.HasPrefix(name, "<frozen ") { // a module, and no text that one has made
		libraryCode[key] = code
	}
	return code, exc
}

// libraryCode keeps the compiled modules of the library, which never change: each process of each run imports them.
var libraryCode = map[libraryKey]*bytecode.Code{}

type libraryKey struct {
	name, src string
	plain     bool
}

// compileMode compiles text that the program gives to compile(), exec() and eval().
func (s *Session) compileMode(name, src, mode string, hidden bool) (*bytecode.Code, *vm.Exc) {
	return Compile(s.textFile(name, src), modes[mode], hidden, s.Request.Machine.Preempt == "every")
}

// modes are the modes of compile() by name.
var modes = map[string]compile.Mode{"exec": compile.Exec, "eval": compile.Eval, "single": compile.Single}

// textFile is a text that the program has made, under the name that it gives it.
func (s *Session) textFile(name, src string) *syntax.File {
	f := syntax.NewFile(name, src)
	f.Index = s.fileIndex(name)
	f.Unseen = true
	for _, g := range s.run.Files {
		if g.Name == name {
			f.Unseen = false
		}
	}
	return f
}

func (s *Session) fileIndex(name string) int {
	for i, f := range s.run.Files {
		if f.Name == name {
			return i
		}
	}
	return 0
}

// Compile compiles a source text; the exception is a SyntaxError ready to be raised.
func Compile(f *syntax.File, mode compile.Mode, hidden, plain bool) (*bytecode.Code, *vm.Exc) {
	tree, err := parse(f, mode)
	if err != nil {
		return nil, err
	}
	return compileTree(tree, mode, flags(hidden, plain))
}

func flags(hidden, plain bool) (out compile.Flags) {
	if hidden {
		out |= compile.Hidden
	}
	if plain {
		out |= compile.NoFuse
	}
	return out
}

// parse reads a source text in a mode of compile().
func parse(f *syntax.File, mode compile.Mode) (*vm.Tree, *vm.Exc) {
	if f.Src == "" && mode != compile.Exec { // there is no line that it could name
		zero := object.Int(0)
		return nil, object.ExcArgs(object.SyntaxError, object.NewStr("invalid syntax"),
			object.TupleOf(object.NewStr(f.Name), zero, zero, object.NewStr(""), zero, zero))
	}
	if mode == compile.Eval {
		if text := strings.TrimLeft(f.Src, " \t"); len(text) < len(f.Src) {
			at := int32(len(f.Src) - len(text))
			return nil, syntaxError(&syntax.Error{Kind: "IndentationError", Msg: "unexpected indent", File: f,
				Span: syntax.Span{Start: at, End: syntax.OneCaret}, Scanned: true})
		}
		e, warnings, err := syntax.ParseExpr(f)
		if err != nil {
			if f.Line(err.Span.Start) == f.Line(int32(len(f.Src))) {
				err.Scanned = true // the text of an expression gets no line end
			}
			return nil, syntaxError(err)
		}
		return &vm.Tree{File: f, Expr: e, Warnings: warnings}, nil
	}
	mod, err := syntax.Parse(f)
	if err != nil {
		return nil, syntaxError(err)
	}
	if mode == compile.Single {
		for i := 1; i < len(mod.Body); i++ {
			before, at := mod.Body[i-1].Pos(), mod.Body[i].Pos()
			if f.Line(before.End) != f.Line(at.Start) {
				return nil, syntaxError(&syntax.Error{Kind: "SyntaxError", Msg: "multiple statements found while compiling a single statement",
					File: f, Span: syntax.Span{Start: lineEnd(f, before.End), End: syntax.OneCaret}})
			}
		}
	}
	return &vm.Tree{File: f, Module: mod}, nil
}

// lineEnd is where the line of a place ends.
func lineEnd(f *syntax.File, at int32) int32 {
	if n := strings.IndexByte(f.Src[at:], '\n'); n >= 0 {
		return at + int32(n)
	}
	return int32(len(f.Src))
}

// compileTree makes code of what parse has read, or of a tree that the program has built.
func compileTree(tree *vm.Tree, mode compile.Mode, how compile.Flags) (code *bytecode.Code, exc *vm.Exc) {
	var err *syntax.Error
	if mode == compile.Eval {
		code, err = compile.CompileExpr(tree.Expr, tree.Warnings, tree.File, how)
	} else {
		code, err = compile.Compile(tree.Module, tree.File, mode, how)
	}
	if err != nil {
		return nil, syntaxError(err)
	}
	return code, nil
}

// syntaxError makes the exception for an error in a source text.
func syntaxError(err *syntax.Error) *vm.Exc {
	cls := object.SyntaxError
	switch err.Kind {
	case "IndentationError":
		cls = object.IndentationError
	case "TabError":
		cls = object.TabError
	}
	line, col := err.File.Position(err.Span.Start)
	text := err.File.LineText(line)
	runes := func(s string, n int) int64 {
		if n > len(s) {
			n = len(s)
		}
		return int64(len([]rune(s[:n])))
	}
	offset := runes(text, col) + 1
	endLine, end := line, offset
	src := strings.TrimRight(err.File.Src, "\n")
	switch {
	case err.Kind == "TabError":
		offset, end = 1, 0
	case err.Kind == "IndentationError" && strings.HasPrefix(err.Msg, "unexpected"):
		offset, end = offset-1, -1
	case err.Kind == "IndentationError" && err.Scanned:
		end = -1
	case strings.HasSuffix(err.Msg, "was never closed"), strings.HasPrefix(err.Msg, "':' expected after dictionary key"):
		end = 0
	case err.Span.End == syntax.NoCaret && (err.Kind == "IndentationError" || strings.HasPrefix(err.Msg, "expected 'except'")):
		// What is missing would come after the last line.
		line, _ = err.File.Position(int32(max(len(src)-1, 0)))
		text = err.File.LineText(line)
		endLine, offset, end = line, runes(text, len(text))+1, -1
	case err.Kind == "IndentationError":
		for n := col; n < len(text) && (text[n] == '_' || text[n] >= 'a' && text[n] <= 'z' || text[n] >= 'A' && text[n] <= 'Z' || text[n] >= '0' && text[n] <= '9' || text[n] >= 0x80); n++ {
			end = runes(text, n+1) + 1
		}
		if end == offset {
			end++
		}
	case err.Span.End > err.Span.Start && int(err.Span.Start) < len(err.File.Src) && err.File.Src[err.Span.Start] != '\n':
		el, ec := err.File.Position(err.Span.End)
		endLine, end = el, runes(err.File.LineText(el), ec)+1
	}
	if err.Elsewhere() {
		l := err.Location()
		text, offset, end = l.Text, int64(l.Offset), int64(max(l.EndOffset, l.Offset))
		line, endLine = l.Line, l.EndLine
	}
	shown := text + "\n"
	if err.Scanned && err.Kind == "SyntaxError" {
		shown = text
	}
	info := []vm.Value{object.NewStr(err.File.Name), object.Int(int64(line)), object.Int(offset), object.NewStr(shown),
		object.Int(int64(endLine)), object.Int(end)}
	e := object.ExcArgs(cls, object.NewStr(err.Msg), object.NewTuple(info))
	e.Val = object.NewStr(err.Msg)
	e.Extra = info
	return e
}
