package content

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// This file is the parsing half of our Markdown: nodes and the parsers that
// make them. What they mean is checked in check.go and written in render.go.

var kindDirective = ast.NewNodeKind("Directive")

// A directive is a block that begins with three colons and a name.
type directive struct {
	ast.BaseBlock
	name string
	args string
	// closed is false for a container that the end of the file closed.
	closed bool
	// scenario and what follows are filled in by the check.
	scenario string
	query    Query
	with     []Override
	number   int
}

func (n *directive) Kind() ast.NodeKind { return kindDirective }
func (n *directive) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"name": n.name, "args": n.args}, nil)
}

// containers are the directives that hold blocks and end with a line ":::".
var containers = map[string]bool{"predict": true, "try": true, "takeaway": true, "more": true, "note": true}

type directiveParser struct{}

func (directiveParser) Trigger() []byte { return []byte{':'} }

var directiveRE = regexp.MustCompile(`^:::[ \t]*([a-z]+)[ \t]*(.*?)[ \t]*\r?\n?$`)

func (directiveParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	m := directiveRE.FindSubmatch(line[max(pc.BlockOffset(), 0):])
	if m == nil {
		return nil, parser.NoChildren
	}
	n := &directive{name: string(m[1]), args: string(m[2])}
	if !containers[n.name] {
		n.closed = true
		return n, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

func (directiveParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*directive)
	if !containers[n.name] {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	if string(bytes.TrimSpace(line)) == ":::" {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (directiveParser) Close(ast.Node, text.Reader, parser.Context) {}
func (directiveParser) CanInterruptParagraph() bool                 { return true }
func (directiveParser) CanAcceptIndentedLine() bool                 { return false }

var kindBrace = ast.NewNodeKind("Brace")

// A brace is an inline {who: NAME} or {value: QUERY}.
type brace struct {
	ast.BaseInline
	name     string
	arg      string
	scenario string
	query    Query
}

func (n *brace) Kind() ast.NodeKind { return kindBrace }
func (n *brace) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"name": n.name, "arg": n.arg}, nil)
}

type braceParser struct{}

func (braceParser) Trigger() []byte { return []byte{'{'} }

var braceRE = regexp.MustCompile(`^\{([a-z]+):[ \t]*([^{}\n]*?)[ \t]*\}`)

func (braceParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := braceRE.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &brace{name: string(m[1]), arg: string(m[2])}
}

// linkScenario is where the check leaves what it found out about a moment link.
const linkScenario = "data-loopscope-scenario"

// newMarkdown is a goldmark with our parsers; w writes our nodes and is nil
// where a text is only parsed.
func newMarkdown(w *pageWriter) goldmark.Markdown {
	md := goldmark.New(
		goldmark.WithExtensions(
			extension.Table,
			// Chinese text is broken into lines anywhere; a line end between two
			// Chinese characters is not a blank.
			extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksSimple)),
		),
		goldmark.WithParserOptions(
			parser.WithAutoHeadingID(),
			parser.WithBlockParsers(util.Prioritized(directiveParser{}, 90)),
			parser.WithInlineParsers(util.Prioritized(braceParser{}, 90)),
		),
	)
	if w != nil {
		md.Renderer().AddOptions(withNodes(w))
	}
	return md
}

// plainText is what a node says, without markup.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *brace:
			b.WriteString(n.arg)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
