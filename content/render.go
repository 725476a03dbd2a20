package content

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// A pageWriter writes one text as HTML. It carries what our nodes need: the
// course, the runs, the page's own address, and where to put complaints.
type pageWriter struct {
	course *Course
	runs   *runs
	doc    *doc
	path   string // of the page, for relative links
	errs   *Errors
	drafts bool
	// shown are the scenarios met so far. The first one has the stage beside the
	// text; each later one gets a figure in the text and takes the stage over when
	// the reader comes to it.
	shown  []string
	moment int
	// asked says of each program whether the first question about it is about
	// the program as it came: then its run stays covered until it is answered.
	asked map[string]bool
}

// write renders the body of the text.
func (w *pageWriter) write() string {
	var b bytes.Buffer
	if err := newMarkdown(w).Renderer().Render(&b, w.doc.body, w.doc.root); err != nil {
		w.errs.add(w.doc.file, 0, "%v", err)
	}
	return b.String()
}

func (w *pageWriter) fail(n ast.Node, format string, args ...any) {
	w.errs.add(w.doc.file, w.doc.line(n.Pos()), format, args...)
}

func (w *pageWriter) word(key string) string { return word(w.doc.lang, key) }

func withNodes(w *pageWriter) renderer.Option {
	return renderer.WithNodeRenderers(util.Prioritized(w, 90))
}

// RegisterFuncs implements goldmark's renderer.NodeRenderer.
func (w *pageWriter) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindDirective, w.directive)
	reg.Register(kindBrace, w.brace)
	reg.Register(ast.KindLink, w.link)
	reg.Register(ast.KindFencedCodeBlock, w.fence)
	reg.Register(ast.KindHeading, w.heading)
}

func (w *pageWriter) heading(b util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Heading)
	// The title is the page's h1; a text begins with h2 wherever its author began.
	level := max(n.Level, 2)
	if entering {
		fmt.Fprintf(b, `<h%d`, level)
		if id, ok := n.AttributeString("id"); ok {
			if s, ok := id.([]byte); ok && w.doc.lang == "en" {
				fmt.Fprintf(b, ` id="%s"`, html.EscapeString(string(s)))
			}
		}
		b.WriteString(">")
	} else {
		fmt.Fprintf(b, "</h%d>\n", level)
	}
	return ast.WalkContinue, nil
}

func (w *pageWriter) fence(b util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.FencedCodeBlock)
	var code strings.Builder
	for i := 0; i < n.Lines().Len(); i++ {
		seg := n.Lines().At(i)
		code.Write(seg.Value(source))
	}
	text := html.EscapeString(code.String())
	if lang := string(n.Language(source)); lang == "python" || lang == "py" {
		text = strings.Join(highlightLines(code.String()), "\n") + "\n"
	}
	fmt.Fprintf(b, "<pre class=\"snippet\"><code>%s</code></pre>\n", text)
	return ast.WalkSkipChildren, nil
}

func (w *pageWriter) link(b util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		b.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	dest := string(n.Destination)
	kind, rest, _ := strings.Cut(dest, ":")
	switch kind {
	case "moment":
		w.momentLink(b, n, rest)
		return ast.WalkContinue, nil
	case "lesson":
		l := w.course.lesson(rest)
		if l.Draft && !w.drafts {
			w.fail(n, "lesson %s is a draft and is not published", rest)
		}
		dest = Relative(w.path, lessonPath(w.doc.lang, l))
	case "scenario":
		dest = Relative(w.path, scenarioPath(w.doc.lang, rest))
	}
	attrs := ""
	if strings.HasPrefix(dest, "http") {
		attrs = ` rel="noopener"`
	}
	fmt.Fprintf(b, `<a href="%s"%s>`, html.EscapeString(dest), attrs)
	return ast.WalkContinue, nil
}

// momentLink writes the link and makes sure that a run with the knobs as they
// are has that moment.
func (w *pageWriter) momentLink(b util.BufWriter, n *ast.Link, text string) {
	attr, _ := n.AttributeString(linkScenario)
	name := string(attr.([]byte))
	w.moment++
	title, style := "", ""
	m, err := ParseMoment(text)
	if s := w.course.byName[name]; s != nil && err == nil {
		result, rec, err := w.runs.of(s, nil)
		if err != nil {
			w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
		} else if i, err := rec.Find(m); err != nil {
			w.fail(n, "moment %s of scenario %s: %v", text, name, err)
		} else {
			e := rec.Events[i]
			title = rec.Entities[e.Who].Name + ", " + FormatDuration(e.Time)
			style = hueStyle(result.Hue(e.Who))
		}
	}
	id := fmt.Sprintf("m%d", w.moment)
	fmt.Fprintf(b, `<a class="moment" id="%s" href="#%s" data-scenario="%s" data-moment="%s" title="%s"%s>`,
		id, id, html.EscapeString(name), html.EscapeString(text), html.EscapeString(title), style)
}

func hueStyle(hue int) string {
	if hue < 0 {
		return ""
	}
	return fmt.Sprintf(` style="--e:var(--h%d)"`, hue)
}

func (w *pageWriter) brace(b util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*brace)
	s := w.course.byName[n.scenario]
	result, rec, err := w.runs.of(s, nil)
	if err != nil {
		w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
		return ast.WalkContinue, nil
	}
	switch n.name {
	case "who":
		name, k := n.arg, 1
		if m, err := ParseMoment(n.arg + "/run"); err == nil {
			name, k = m.Lane, m.At
		}
		who, ok := rec.EntityNamed(name, k)
		if !ok {
			w.fail(n, "no %s in a run of scenario %s; there are %s", n.arg, n.scenario, rec.laneNames())
			break
		}
		fmt.Fprintf(b, `<span class="who" data-scenario="%s" data-who="%s"%s>%s</span>`,
			html.EscapeString(n.scenario), html.EscapeString(n.arg), hueStyle(result.Hue(who)), html.EscapeString(name))
	case "value":
		a, err := rec.Ask(n.query, nil)
		if err != nil {
			w.fail(n, "%s of scenario %s: %v", n.query.Text, n.scenario, err)
			break
		}
		fmt.Fprintf(b, `<span class="value">%s</span>`, html.EscapeString(a.Text))
	}
	return ast.WalkContinue, nil
}

func (w *pageWriter) directive(b util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*directive)
	switch n.name {
	case "scenario":
		if entering {
			w.scenario(b, n)
		}
	case "predict":
		if entering {
			w.prediction(b, n)
		}
		return ast.WalkSkipChildren, nil
	case "try":
		if entering {
			fmt.Fprintf(b, `<section class="try" data-scenario="%s" data-with="%s">`+"\n",
				html.EscapeString(n.scenario), html.EscapeString(overridesJSON(n.with)))
		} else {
			fmt.Fprintf(b, `<p class="row"><button type="button" class="btn" data-action="try">%s</button></p>`+"\n</section>\n",
				html.EscapeString(fmt.Sprintf(w.word("set"), overridesText(n.with))))
		}
	case "takeaway", "more", "note":
		if entering {
			fmt.Fprintf(b, "<aside class=\"%s\">\n", n.name)
			if title := w.word("box-" + n.name); title != "" {
				fmt.Fprintf(b, "<h2>%s</h2>\n", html.EscapeString(title))
			}
		} else {
			b.WriteString("</aside>\n")
		}
	}
	return ast.WalkContinue, nil
}

// scenario marks the place where the text turns to another program.
func (w *pageWriter) scenario(b util.BufWriter, n *directive) {
	s := w.course.byName[n.scenario]
	for _, name := range w.shown {
		if name == s.Name {
			fmt.Fprintf(b, `<span class="scene" data-scenario="%s"></span>`+"\n", html.EscapeString(s.Name))
			return
		}
	}
	w.shown = append(w.shown, s.Name)
	if len(w.shown) == 1 {
		fmt.Fprintf(b, `<span class="scene" data-scenario="%s"></span>`+"\n", html.EscapeString(s.Name))
		return
	}
	fmt.Fprintf(b, `<section class="scene" data-scenario="%s"><p class="row"><b class="mono">%s.py</b> <span>%s</span> <button type="button" class="btn" data-action="show">%s</button></p>`+"\n",
		html.EscapeString(s.Name), html.EscapeString(s.Name), html.EscapeString(s.Title[w.doc.lang]), html.EscapeString(w.word("show")))
	stage, err := w.stage(s, 512)
	if err != nil {
		w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
	}
	b.WriteString(stage)
	b.WriteString("</section>\n")
}

// prediction writes the question. The right option is not in the page; that
// there is exactly one is made sure of here, by asking the run.
func (w *pageWriter) prediction(b util.BufWriter, n *directive) {
	s := w.course.byName[n.scenario]
	values, labels := []string{}, []string{}
	var question, explanation strings.Builder
	list := optionList(n)
	into := &question
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		if _, ok := ch.(*ast.ThematicBreak); ok && into == &question {
			into = &explanation
			continue
		}
		if ch == list {
			continue
		}
		into.WriteString(w.fragment(ch))
	}
	if list != nil {
		for item := list.FirstChild(); item != nil; item = item.NextSibling() {
			values = append(values, optionValue(item, w.doc.body))
			labels = append(labels, w.optionLabel(item))
		}
	}
	w.checkAnswer(n, s, list, values)
	if _, ok := w.asked[s.Name]; !ok {
		w.asked[s.Name] = len(n.with) == 0
	}

	id := fmt.Sprintf("predict-%d", n.number)
	fmt.Fprintf(b, `<form class="predict" id="%s" data-scenario="%s" data-query="%s" data-with="%s" autocomplete="off">`+"\n",
		id, html.EscapeString(s.Name), html.EscapeString(n.query.Text), html.EscapeString(overridesJSON(n.with)))
	fmt.Fprintf(b, "<fieldset>\n<legend>%s</legend>\n<div class=\"question\">%s</div>\n", html.EscapeString(w.word("predict")), question.String())
	for i, v := range values {
		fmt.Fprintf(b, `<label><input type="radio" name="%s" value="%s"><span>%s</span></label>`+"\n", id, html.EscapeString(v), labels[i])
	}
	if list == nil {
		fmt.Fprintf(b, `<label><span>%s</span><input type="text" name="%s"></label>`+"\n", html.EscapeString(w.word("your-answer")), id)
	}
	button := w.word("run")
	if len(n.with) > 0 {
		button = fmt.Sprintf(w.word("run-with"), overridesText(n.with))
	}
	fmt.Fprintf(b, `<div class="row"><button type="submit" class="btn pri">%s</button><span class="hint">%s</span></div>`+"\n",
		html.EscapeString(button), html.EscapeString(w.word("the-run-answers")))
	b.WriteString("</fieldset>\n<div class=\"verdict\" role=\"status\" aria-live=\"polite\"></div>\n")
	if explanation.Len() > 0 {
		fmt.Fprintf(b, "<details class=\"explanation\"><summary>%s</summary>\n%s</details>\n", html.EscapeString(w.word("after-the-run")), explanation.String())
	}
	b.WriteString("</form>\n")
}

// checkAnswer asks the run and complains unless exactly one option is right.
func (w *pageWriter) checkAnswer(n *directive, s *Scenario, list ast.Node, values []string) {
	_, base, err := w.runs.of(s, nil)
	if err != nil {
		w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
		return
	}
	_, rec, err := w.runs.of(s, n.with)
	if err != nil {
		w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
		return
	}
	a, err := rec.Ask(n.query, base)
	if err != nil {
		w.fail(n, "the prediction cannot be answered: %v", err)
		return
	}
	if list == nil {
		return
	}
	var right []string
	for _, v := range values {
		if a.Fits(v) {
			right = append(right, v)
		}
	}
	switch {
	case len(right) == 0:
		w.fail(n, "no option is right: the run answers %q, the options are %q", a.Text, values)
	case len(right) > 1:
		w.fail(n, "%d options are right: the run answers %q, which %q fit", len(right), a.Text, right)
	}
}

// fragment renders one child of a directive.
func (w *pageWriter) fragment(n ast.Node) string {
	var b bytes.Buffer
	r := newMarkdown(w).Renderer()
	if err := r.Render(&b, w.doc.body, n); err != nil {
		w.errs.report(w.doc.file, w.doc.line(n.Pos()), err)
	}
	return b.String()
}

// optionLabel is what the reader sees of an option: what stands after "::" or
// all of it.
func (w *pageWriter) optionLabel(item ast.Node) string {
	var b strings.Builder
	for block := item.FirstChild(); block != nil; block = block.NextSibling() {
		for ch := block.FirstChild(); ch != nil; ch = ch.NextSibling() {
			b.WriteString(w.fragment(ch))
		}
	}
	s := strings.TrimSpace(b.String())
	if _, after, ok := strings.Cut(s, " :: "); ok {
		s = after
	}
	return s
}

var _ parser.BlockParser = directiveParser{}
