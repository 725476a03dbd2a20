package content

import (
	"html"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// highlightLines colours Python, one string of HTML to a line. The classes are
// few, and nearly grey by design, since saturated colour belongs to entities:
// k keyword, s string, n number, c comment, d a name being defined.
func highlightLines(source string) []string {
	source = strings.TrimRight(source, "\n")
	it, err := chroma.Coalesce(lexers.Get("python")).Tokenise(nil, source+"\n")
	if err != nil {
		return strings.Split(html.EscapeString(source), "\n")
	}
	var b strings.Builder
	for tok := it(); tok != chroma.EOF; tok = it() {
		class := tokenClass(tok.Type)
		for i, part := range strings.Split(tok.Value, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			if part == "" {
				continue
			}
			if class == "" {
				b.WriteString(html.EscapeString(part))
			} else {
				b.WriteString(`<span class="` + class + `">` + html.EscapeString(part) + `</span>`)
			}
		}
	}
	return strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
}

func tokenClass(t chroma.TokenType) string {
	switch {
	case t == chroma.OperatorWord, t.InCategory(chroma.Keyword):
		return "k"
	case t == chroma.LiteralStringInterpol:
		return ""
	case t.InSubCategory(chroma.LiteralString):
		return "s"
	case t.InSubCategory(chroma.LiteralNumber):
		return "n"
	case t.InCategory(chroma.Comment):
		return "c"
	case t == chroma.NameFunction, t == chroma.NameClass:
		return "d"
	}
	return ""
}
