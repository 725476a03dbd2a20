package content

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// check goes through every text and looks at what can be known without a run.
func (c *Course) check(errs *Errors) {
	for _, name := range sitePages {
		for _, lang := range Langs {
			d := c.pages[name][lang]
			if d == nil {
				continue
			}
			c.checkDoc(d, errs)
			if s := d.front.Scenario; s != "" && c.byName[s] == nil {
				errs.add(d.file, 1, "there is no scenario %s", s)
			}
			if (name == "home" || name == "play") && d.front.Scenario == "" {
				errs.add(d.file, 1, "the front matter has no scenario")
			}
			for _, s := range d.front.Cards {
				if c.byName[s] == nil || c.byName[s].Draft {
					errs.add(d.file, 1, "there is no scenario %s", s)
				}
			}
		}
	}
	for _, ch := range c.Chapters {
		for _, lang := range Langs {
			if d := ch.docs[lang]; d != nil {
				c.checkDoc(d, errs)
			}
		}
		for _, l := range ch.Lessons {
			var first *outline
			for _, lang := range Langs {
				d := l.docs[lang]
				if d == nil {
					continue
				}
				o := c.checkDoc(d, errs)
				if d.front.Minutes <= 0 {
					errs.add(d.file, 1, "the front matter does not say how many minutes the lesson takes")
				}
				for _, part := range o.parts {
					name, is := strings.CutPrefix(part.what, "scenario ")
					if s := c.byName[name]; is && s != nil && s.Draft && !d.front.Draft {
						errs.add(d.file, part.line, "scenario %s is a draft, but the lesson is not", name)
					}
				}
				if len(o.parts) == 0 || !strings.HasPrefix(o.parts[0].what, "scenario ") {
					errs.add(d.file, d.skip+1, "a lesson begins with a scenario")
				}
				if first == nil {
					first = o
				} else {
					first.compare(o, errs)
				}
			}
		}
	}
}

// An outline is what two translations must have in common: the scenarios and
// predictions, in their order. The sentences between them are each language's
// own.
type outline struct {
	file  string
	parts []outlinePart
}

type outlinePart struct {
	what    string
	options int
	line    int
}

func (a *outline) compare(b *outline, errs *Errors) {
	for i := 0; i < len(a.parts) || i < len(b.parts); i++ {
		switch {
		case i >= len(a.parts):
			errs.add(b.file, b.parts[i].line, "%s: %s has nothing like it", b.parts[i].what, a.file)
		case i >= len(b.parts):
			errs.add(a.file, a.parts[i].line, "%s: %s has nothing like it", a.parts[i].what, b.file)
		case a.parts[i].what != b.parts[i].what || a.parts[i].options != b.parts[i].options:
			errs.add(b.file, b.parts[i].line, "%s with %d options, where %s has %s with %d options (line %d)",
				b.parts[i].what, b.parts[i].options, a.file, a.parts[i].what, a.parts[i].options, a.parts[i].line)
		default:
			continue
		}
		return
	}
}

// checkDoc parses the arguments of directives, braces and links, remembers them
// in the nodes, and ties each to the scenario it is about.
func (c *Course) checkDoc(d *doc, errs *Errors) *outline {
	o := &outline{file: d.file}
	current, number := "", 0
	needScenario := func(line int, what string) {
		if current == "" {
			errs.add(d.file, line, "%s before any ::: scenario", what)
		}
	}
	ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		line := d.line(n.Pos())
		switch n := n.(type) {
		case *directive:
			if !n.closed {
				errs.add(d.file, line, "::: %s is not closed by a line :::", n.name)
			}
			switch n.name {
			case "scenario":
				current = n.args
				n.scenario = current
				o.parts = append(o.parts, outlinePart{"scenario " + n.args, 0, line})
				if c.byName[current] == nil {
					errs.add(d.file, line, "there is no scenario %q (scenarios/%s.py, listed in scenarios/index.yaml)", current, current)
				}
			case "predict":
				needScenario(line, "a prediction")
				number++
				n.scenario, n.number = current, number
				c.checkPrediction(d, n, line, errs)
				options := 0
				if list := optionList(n); list != nil {
					options = list.ChildCount()
				}
				o.parts = append(o.parts, outlinePart{"predict " + strings.Join(strings.Fields(n.args), " "), options, line})
			case "try":
				needScenario(line, "::: try")
				n.scenario = current
				var err error
				if n.with, err = parseOverrides(n.args); err != nil {
					errs.add(d.file, line, "%v", err)
				}
				c.checkOverrides(d, current, n.with, line, errs)
			case "takeaway", "more", "note":
				if n.args != "" {
					errs.add(d.file, line, "::: %s takes nothing after it", n.name)
				}
			default:
				errs.add(d.file, line, "there is no directive ::: %s (scenario, predict, try, takeaway, more, note)", n.name)
			}
		case *brace:
			needScenario(line, "{"+n.name+": …}")
			n.scenario = current
			switch n.name {
			case "who":
				if n.arg == "" {
					errs.add(d.file, line, "{who: } names nobody")
				}
			case "value":
				var err error
				if n.query, err = ParseQuery(n.arg); err != nil {
					errs.add(d.file, line, "%v", err)
				}
			default:
				errs.add(d.file, line, "there is no {%s: …} (who, value)", n.name)
			}
		case *ast.Text:
			// What our parsers did not take stays in the text, where a reader would see it.
			if m := leftoverRE.Find(n.Segment.Value(d.body)); m != nil {
				errs.add(d.file, d.line(n.Segment.Start), "%q is not read as such here; a link to a moment with blanks is written (<moment:…>)", m)
			}
		case *ast.Link:
			dest := string(n.Destination)
			kind, rest, ok := strings.Cut(dest, ":")
			if !ok {
				return ast.WalkContinue, nil
			}
			switch kind {
			case "moment":
				needScenario(line, "a moment")
				n.SetAttributeString(linkScenario, []byte(current))
				if _, err := ParseMoment(rest); err != nil {
					errs.add(d.file, line, "%v", err)
				}
			case "lesson":
				if c.lesson(rest) == nil {
					errs.add(d.file, line, "there is no lesson %q (written chapter/lesson, without their numbers)", rest)
				}
			case "scenario":
				if c.byName[rest] == nil {
					errs.add(d.file, line, "there is no scenario %q", rest)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return o
}

var leftoverRE = regexp.MustCompile(`\((moment|lesson|scenario):|\{(who|value):|^:::`)

func (c *Course) checkPrediction(d *doc, n *directive, line int, errs *Errors) {
	query, with, hasWith := strings.Cut(n.args, " with ")
	var err error
	if n.query, err = ParseQuery(query); err != nil {
		errs.add(d.file, line, "%v", err)
	}
	if hasWith {
		if n.with, err = parseOverrides(with); err != nil {
			errs.add(d.file, line, "%v", err)
		}
		c.checkOverrides(d, n.scenario, n.with, line, errs)
	}
	if n.query.Verb == "ratio" && !hasWith {
		errs.add(d.file, line, "ratio compares a run with overrides to the one without: add with name=value")
	}
	list := optionList(n)
	if list == nil {
		return
	}
	if list.ChildCount() < 2 {
		errs.add(d.file, line, "a prediction has at least two options, or no list for a free answer")
	}
	seen := map[string]bool{}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		v := optionValue(item, d.body)
		if v == "" {
			errs.add(d.file, d.line(item.Pos()), "this option says nothing")
		}
		if seen[v] {
			errs.add(d.file, d.line(item.Pos()), "the option %q is there twice", v)
		}
		seen[v] = true
	}
}

func (c *Course) checkOverrides(d *doc, scenario string, with []Override, line int, errs *Errors) {
	if s := c.byName[scenario]; s != nil {
		_, err := s.With(with)
		if err == nil {
			_, err = s.MachineWith(with)
		}
		if err != nil {
			errs.add(d.file, line, "%v", err)
		}
	}
}

// optionList is the list of options of a prediction; what follows a thematic
// break is the explanation and may have lists of its own.
func optionList(n *directive) ast.Node {
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		switch ch.(type) {
		case *ast.ThematicBreak:
			return nil
		case *ast.List:
			return ch
		}
	}
	return nil
}

// optionValue is what an option claims: its text, or what stands before "::"
// where the text explains it.
func optionValue(item ast.Node, source []byte) string {
	text := plainText(item, source)
	if before, _, ok := strings.Cut(text, " :: "); ok {
		text = before
	}
	return normalise(text)
}

// lesson finds "chapter/lesson".
func (c *Course) lesson(slugs string) *Lesson {
	for _, ch := range c.Chapters {
		for _, l := range ch.Lessons {
			if ch.Slug+"/"+l.Slug == slugs {
				return l
			}
		}
	}
	return nil
}
