package content

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"
)

//go:embed templates/*.html
var templateFiles embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"dict": dict}).ParseFS(templateFiles, "templates/*.html"))

// dict makes several values one, for a template that takes only one.
func dict(pairs ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// A Page is the inside of one page; package web puts the header, the footer and
// the head around it.
type Page struct {
	Path        string // "lessons/asyncio/event-loop/", ends in a slash; "" is the start page
	Lang        string
	Kind        string // home, lessons, chapter, lesson, scenarios, play, supported
	Title       string
	Description string
	Body        string            // HTML; addresses in it are relative to the page
	Alternates  map[string]string // language to the path of the same page
}

// Options are for authors.
type Options struct {
	Drafts bool // render drafts too
}

// Render runs the scenarios and writes every page. Its error, if any, is an
// Errors; the pages are those that could be written nevertheless, so that a
// server can show the rest of the course while an author mends a lesson.
func (c *Course) Render(runner Runner, opts Options) ([]Page, error) {
	r := &site{course: c, runs: newRuns(runner), drafts: opts.Drafts}
	for _, lang := range Langs {
		r.home(lang)
		r.lessons(lang)
		r.play(lang) // before the scenarios: the first page of kind play is the playground
		r.scenarios(lang)
		r.supported(lang)
	}
	return r.pages, r.errs.result()
}

// shown are the scenarios that readers see.
func (c *Course) shown(drafts bool) []*Scenario {
	var list []*Scenario
	for _, s := range c.Scenarios {
		if drafts || !s.Draft {
			list = append(list, s)
		}
	}
	return list
}

type site struct {
	course *Course
	runs   *runs
	drafts bool
	pages  []Page
	errs   Errors
	survey map[string]any // what the page of what is supported shows, once it is known
}

// Prefix is where a language's pages begin: "" or "zh/".
func Prefix(lang string) string {
	if lang == Langs[0] {
		return ""
	}
	return lang + "/"
}

func lessonPath(lang string, l *Lesson) string {
	return Prefix(lang) + "lessons/" + l.Chapter.Slug + "/" + l.Slug + "/"
}

func scenarioPath(lang, name string) string { return Prefix(lang) + "scenarios/" + name + "/" }

// Relative is the link from one page to another. Links are relative so that the
// site works below any path of any host.
func Relative(from, to string) string {
	if from == to {
		return "./"
	}
	fs, ts := strings.Split(strings.Trim(from, "/"), "/"), strings.Split(strings.Trim(to, "/"), "/")
	if fs[0] == "" {
		fs = nil
	}
	if ts[0] == "" {
		ts = nil
	}
	n := 0
	for n < len(fs) && n < len(ts) && fs[n] == ts[n] {
		n++
	}
	rel := strings.Repeat("../", len(fs)-n) + strings.Join(ts[n:], "/")
	if len(ts) > n {
		rel += "/"
	}
	return rel
}

// page adds a page from a template; data is what the template reads beside the
// page's own text.
func (r *site) page(p Page, d *doc, tmpl string, data map[string]any) {
	p.Lang = d.lang
	if p.Title == "" {
		p.Title, p.Description = d.front.Title, d.front.Description
	}
	p.Alternates = map[string]string{}
	tail := strings.TrimPrefix(p.Path, Prefix(p.Lang))
	for _, lang := range Langs {
		p.Alternates[lang] = Prefix(lang) + tail
	}
	data["Lang"], data["Front"] = d.lang, d.front
	data["Play"] = Relative(p.Path, Prefix(d.lang)+"play/")
	data["AllLessons"] = Relative(p.Path, Prefix(d.lang)+"lessons/")
	data["AllScenarios"] = Relative(p.Path, Prefix(d.lang)+"scenarios/")
	data["W"] = wordMap(d.lang)
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, tmpl, data); err != nil {
		r.errs.report(d.file, 0, err)
		return
	}
	p.Body = b.String()
	r.pages = append(r.pages, p)
}

// wordMap makes keys usable from templates, where a dash is an operator.
func wordMap(lang string) map[string]string {
	m := map[string]string{}
	for k, v := range words[lang] {
		m[strings.ReplaceAll(k, "-", "_")] = v
	}
	return m
}

func (r *site) writer(d *doc, path string) *pageWriter {
	return &pageWriter{course: r.course, runs: r.runs, doc: d, path: path, errs: &r.errs, drafts: r.drafts, asked: map[string]bool{}}
}

// body is the text of a page that is not a lesson.
func (r *site) body(d *doc, path string) template.HTML {
	return template.HTML(r.writer(d, path).write())
}

type lessonLink struct {
	Title, Description, Path string
	Minutes                  string
	Number                   int
}

func (r *site) link(lang, from string, l *Lesson, number int) *lessonLink {
	d := l.docs[lang]
	return &lessonLink{d.front.Title, d.front.Description, Relative(from, lessonPath(lang, l)), fmt.Sprintf(word(lang, "minutes"), d.front.Minutes), number}
}

// published are the lessons of a chapter that are shown.
func (r *site) published(ch *Chapter) []*Lesson {
	var out []*Lesson
	for _, l := range ch.Lessons {
		if !l.Draft || r.drafts {
			out = append(out, l)
		}
	}
	return out
}

func (r *site) lessons(lang string) {
	type chapterView struct {
		Title, Description, Path string
		Lessons                  []*lessonLink
	}
	index := r.course.pages["lessons"][lang]
	indexPath := Prefix(lang) + "lessons/"
	var all []*Lesson
	for _, ch := range r.course.Chapters {
		all = append(all, r.published(ch)...)
	}
	var views []chapterView
	at := 0
	for _, ch := range r.course.Chapters {
		list := r.published(ch)
		if len(list) == 0 {
			continue
		}
		d := ch.docs[lang]
		chPath := indexPath + ch.Slug + "/"
		v := chapterView{Title: d.front.Title, Description: d.front.Description, Path: Relative(indexPath, chPath)}
		own := chapterView{}
		for i, l := range list {
			v.Lessons = append(v.Lessons, r.link(lang, indexPath, l, at+i+1))
			own.Lessons = append(own.Lessons, r.link(lang, chPath, l, at+i+1))
		}
		views = append(views, v)
		r.page(Page{Path: chPath, Kind: "chapter"}, d, "chapter.html",
			map[string]any{"Body": r.body(d, chPath), "Lessons": own.Lessons})
		for i, l := range list {
			r.lesson(lang, d.front.Title, l, i+1, len(list), all, at+i)
		}
		at += len(list)
	}
	r.page(Page{Path: indexPath, Kind: "lessons"}, index, "lessons.html",
		map[string]any{"Body": r.body(index, indexPath), "Chapters": views})
}

func (r *site) lesson(lang, chapter string, l *Lesson, n, of int, all []*Lesson, at int) {
	d, path := l.docs[lang], lessonPath(lang, l)
	w := r.writer(d, path)
	body := w.write()
	data := map[string]any{
		"Body":        template.HTML(body),
		"Kicker":      fmt.Sprintf(word(lang, "kicker"), chapter, n, of),
		"Minutes":     fmt.Sprintf(word(lang, "minutes"), d.front.Minutes),
		"ChapterPath": Relative(path, Prefix(lang)+"lessons/"+l.Chapter.Slug+"/"),
		"Stage":       template.HTML(""),
	}
	if len(w.shown) > 0 {
		stage, err := w.stage(r.course.byName[w.shown[0]], 900)
		if err != nil {
			r.errs.report(d.file, d.skip+1, err)
		}
		data["Stage"] = template.HTML(stage)
		data["Cover"] = w.asked[w.shown[0]]
	}
	if at > 0 {
		data["Previous"] = r.link(lang, path, all[at-1], at)
	}
	if at+1 < len(all) {
		data["Next"] = r.link(lang, path, all[at+1], at+2)
	}
	r.page(Page{Path: path, Kind: "lesson"}, d, "lesson.html", data)
}

type card struct {
	Name, Title, Text, Area, Path string
	SVG                           template.HTML
}

// cards are small pictures of scenarios; a scenario that does not run is a
// mistake of the index.
func (r *site) cards(lang, from string, list []*Scenario) []card {
	var out []card
	for _, s := range list {
		c := card{Name: s.Name, Title: s.Title[lang], Text: s.Text[lang], Area: word(lang, "area-"+s.Area), Path: Relative(from, scenarioPath(lang, s.Name))}
		result, _, err := r.runs.of(s, nil)
		if err == nil {
			var svg string
			svg, err = result.SVG(SVGOptions{Width: 368, Height: 132, Lang: lang, Axis: s.Axis, Card: true, ID: "card-" + s.Name, Title: fmt.Sprintf(word(lang, "timeline-of"), c.Title)})
			c.SVG = template.HTML(svg)
		}
		if err != nil {
			r.errs.report("scenarios/index.yaml", s.line, err)
		}
		out = append(out, c)
	}
	return out
}

func (r *site) home(lang string) {
	d, path := r.course.pages["home"][lang], Prefix(lang)
	var list []*Scenario
	for _, name := range d.front.Cards {
		list = append(list, r.course.byName[name])
	}
	w := r.writer(d, path)
	stage, err := w.stage(r.course.byName[d.front.Scenario], 760)
	if err != nil {
		r.errs.report(d.file, 1, err)
	}
	data := map[string]any{
		"Body": r.body(d, path), "Stage": template.HTML(stage), "Cards": r.cards(lang, path, list),
		"All": fmt.Sprintf(word(lang, "all"), len(r.course.shown(r.drafts))), "First": Relative(path, Prefix(lang)+"lessons/"),
		"Live": Relative(path, scenarioPath(lang, d.front.Scenario)),
	}
	for _, ch := range r.course.Chapters {
		if list := r.published(ch); len(list) > 0 {
			data["First"] = Relative(path, lessonPath(lang, list[0]))
			break
		}
	}
	r.page(Page{Path: path, Kind: "home"}, d, "home.html", data)
}

func (r *site) scenarios(lang string) {
	d, path := r.course.pages["scenarios"][lang], Prefix(lang)+"scenarios/"
	type area struct {
		Title string
		Cards []card
	}
	var areas []*area
	for _, s := range r.course.shown(r.drafts) {
		title := word(lang, "area-"+s.Area)
		if len(areas) == 0 || areas[len(areas)-1].Title != title {
			areas = append(areas, &area{Title: title})
		}
		a := areas[len(areas)-1]
		a.Cards = append(a.Cards, r.cards(lang, path, []*Scenario{s})...)
	}
	r.page(Page{Path: path, Kind: "scenarios"}, d, "scenarios.html",
		map[string]any{"Body": r.body(d, path), "Areas": areas})
	for _, s := range r.course.shown(r.drafts) {
		own := scenarioPath(lang, s.Name)
		r.stagePage(lang, Page{Path: own, Kind: "play", Title: s.Title[lang], Description: s.Text[lang]}, d, s)
	}
}

func (r *site) play(lang string) {
	d := r.course.pages["play"][lang]
	r.stagePage(lang, Page{Path: Prefix(lang) + "play/", Kind: "play"}, d, r.course.byName[d.front.Scenario], r.course.shown(r.drafts)...)
}

// stagePage is a page that is a stage alone; the reader may choose others for it.
func (r *site) stagePage(lang string, p Page, d *doc, s *Scenario, others ...*Scenario) {
	w := r.writer(d, p.Path)
	list := make([]scenarioJSON, len(others))
	for i, s := range others {
		list[i] = w.scenarioJSON(s, "")
	}
	stage, err := w.stage(s, 1200)
	if err != nil {
		r.errs.report("scenarios/index.yaml", s.line, err)
	}
	title := p.Title
	if title == "" {
		title = d.front.Title
	}
	r.page(p, d, "play.html", map[string]any{"Stage": template.HTML(stage), "Heading": title, "Scenarios": list})
}

// scenarioJSON is what the page's script reads: everything to run the program
// again, and the digest that the build got.
type scenarioJSON struct {
	Name        string         `json:"name"`
	File        string         `json:"file"`
	Source      string         `json:"source"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Page        string         `json:"page"` // relative address of the scenario's own page
	Seed        uint64         `json:"seed"`
	Machine     map[string]any `json:"machine,omitempty"`
	Digest      string         `json:"digest,omitempty"`
	View        *viewJSON      `json:"view,omitempty"`
}

type viewJSON struct {
	Axis string `json:"axis"`
}

func (w *pageWriter) scenarioJSON(s *Scenario, digest string) scenarioJSON {
	lang := w.doc.lang
	var view *viewJSON
	if s.Axis != "" {
		view = &viewJSON{s.Axis}
	}
	return scenarioJSON{s.Name, path.Base(s.file), s.Source, s.Title[lang], s.Text[lang],
		Relative(w.path, scenarioPath(lang, s.Name)), s.Seed, s.Machine, digest, view}
}

// stage is the container that the live stage takes over: the scenario as JSON
// and the static picture of its run. A scenario that does not run still has its
// program shown; the error says what is wrong.
func (w *pageWriter) stage(s *Scenario, width int) (string, error) {
	lang := w.doc.lang
	data := map[string]any{
		"Name": s.Name, "File": path.Base(s.file), "W": wordMap(lang), "Lines": codeLines(s.Source),
		"Label": fmt.Sprintf(word(lang, "stage"), s.Title[lang]),
	}
	digest := ""
	result, rec, err := w.runs.of(s, nil)
	if err == nil {
		var svg string
		svg, err = result.SVG(SVGOptions{Width: width, Lang: lang, Axis: s.Axis, ID: "run-" + s.Name, Title: fmt.Sprintf(word(lang, "timeline-of"), s.Title[lang])})
		digest = result.Digest()
		data["SVG"], data["Console"] = template.HTML(svg), consoleLines(rec, result)
		data["Recorded"] = fmt.Sprintf(word(lang, "recorded"), s.Seed, FormatDuration(rec.End), digest)
	}
	js, jsErr := json.Marshal(w.scenarioJSON(s, digest))
	if jsErr != nil {
		return "", jsErr
	}
	data["JSON"] = template.JS(js)
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, "stage.html", data); err != nil {
		return "", err
	}
	return b.String(), err
}

func codeLines(source string) []template.HTML {
	var out []template.HTML
	for _, l := range highlightLines(source) {
		out = append(out, template.HTML(l))
	}
	return out
}

type consoleLine struct {
	Time, Text, Who string // Who only where the speaker changes
	Err             bool
	Style           template.CSS
}

// consoleLines are the outputs of a run with who spoke when. A line may be
// written in pieces; its time and speaker are those of its first one.
func consoleLines(rec *Recording, result Result) []consoleLine {
	var out []consoleLine
	open := map[string]int{}
	last := 0
	for _, e := range rec.Events {
		if e.Kind != "out" && e.Kind != "err" {
			continue
		}
		pieces := strings.SplitAfter(e.Arg, "\n")
		for _, p := range pieces {
			if p == "" {
				continue
			}
			i, ok := open[e.Kind]
			if !ok {
				l := consoleLine{Time: FormatDuration(e.Time), Err: e.Kind == "err"}
				if h := result.Hue(e.Who); h >= 0 {
					l.Style = template.CSS(fmt.Sprintf("--e:var(--h%d)", h))
				}
				if e.Who != last {
					l.Who, last = rec.Entities[e.Who].Name, e.Who
				}
				i = len(out)
				out = append(out, l)
				open[e.Kind] = i
			}
			out[i].Text += strings.TrimSuffix(p, "\n")
			if strings.HasSuffix(p, "\n") {
				delete(open, e.Kind)
			}
		}
	}
	return out
}

func overridesJSON(with []Override) string {
	m := map[string]string{}
	for _, o := range with {
		m[o.Name] = o.Value
	}
	b, _ := json.Marshal(m) // a map of strings always marshals, keys in order
	return string(b)
}

func overridesText(with []Override) string {
	var parts []string
	for _, o := range with {
		name, _ := strings.CutPrefix(o.Name, "machine.")
		if name == "gil" {
			name = "GIL"
		}
		parts = append(parts, name+" = "+o.Value)
	}
	return strings.Join(parts, ", ")
}
