package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"gopkg.in/yaml.v3"
)

// Langs are the languages of the course. The first one lives at the root of the
// site, the others under /LANG/.
var Langs = []string{"en", "zh"}

// A Course is everything in the content folder, checked but not run.
type Course struct {
	Chapters  []*Chapter
	Scenarios []*Scenario

	byName map[string]*Scenario
	pages  map[string]map[string]*doc // "home", "lessons", … by language
}

// A Chapter is a folder of lessons.
type Chapter struct {
	Slug    string
	Lessons []*Lesson
	docs    map[string]*doc
}

// A Lesson is one idea, in every language.
type Lesson struct {
	Slug    string
	Chapter *Chapter
	Draft   bool
	docs    map[string]*doc
}

// frontMatter is the YAML between two lines --- that a text begins with.
type frontMatter struct {
	Title       string   `yaml:"title"`
	Description string   `yaml:"description"`
	Minutes     int      `yaml:"minutes"`
	Draft       bool     `yaml:"draft"`
	Hero        string   `yaml:"hero"`     // home: the line in large type
	Lead        string   `yaml:"lead"`     // what stands under a title
	Scenario    string   `yaml:"scenario"` // home, playground: the one shown
	Cards       []string `yaml:"cards"`    // home: scenarios to show
}

// A doc is one Markdown file.
type doc struct {
	file  string
	lang  string
	front frontMatter
	body  []byte
	skip  int // lines before the body
	root  ast.Node
}

// line is the line of a byte offset of the body, in the file.
func (d *doc) line(offset int) int {
	if offset < 0 || offset > len(d.body) {
		return d.skip + 1
	}
	return d.skip + 1 + bytes.Count(d.body[:offset], []byte("\n"))
}

// sitePages are the texts that are not lessons, with the settings each needs.
var sitePages = []string{"home", "lessons", "scenarios", "play", "supported"}

// Load reads the content folder. Its error, if any, is an Errors with
// everything that is wrong and can be known before a program runs.
func Load(fsys fs.FS) (*Course, error) {
	var errs Errors
	c := &Course{byName: map[string]*Scenario{}, pages: map[string]map[string]*doc{}}
	c.Scenarios = loadScenarios(fsys, Langs, &errs)
	for _, s := range c.Scenarios {
		c.byName[s.Name] = s
	}
	for _, name := range sitePages {
		c.pages[name] = map[string]*doc{}
		for _, lang := range Langs {
			if d := readDoc(fsys, lang, name+".md", &errs); d != nil {
				c.pages[name][lang] = d
			}
		}
	}
	c.loadChapters(fsys, &errs)
	c.check(&errs)
	return c, errs.result()
}

var orderedRE = regexp.MustCompile(`^\d\d-(.+)$`)

// loadChapters walks the folders of all languages together, so that what one of
// them lacks is noticed.
func (c *Course) loadChapters(fsys fs.FS, errs *Errors) {
	for _, dir := range c.union(fsys, "", true) {
		m := orderedRE.FindStringSubmatch(dir)
		ch := &Chapter{Slug: m[1], docs: map[string]*doc{}}
		for _, lang := range Langs {
			if d := readDoc(fsys, lang, dir+"/index.md", errs); d != nil {
				ch.docs[lang] = d
			}
		}
		for _, file := range c.union(fsys, dir, false) {
			slug := orderedRE.FindStringSubmatch(strings.TrimSuffix(file, ".md"))[1]
			l := &Lesson{Slug: slug, Chapter: ch, docs: map[string]*doc{}}
			for _, lang := range Langs {
				d := readDoc(fsys, lang, dir+"/"+file, errs)
				if d == nil {
					continue
				}
				l.docs[lang] = d
				l.Draft = l.Draft || d.front.Draft
			}
			ch.Lessons = append(ch.Lessons, l)
		}
		c.Chapters = append(c.Chapters, ch)
	}
}

// union lists the NN-names below dir that at least one language has.
func (c *Course) union(fsys fs.FS, dir string, dirs bool) []string {
	seen := map[string]bool{}
	for _, lang := range Langs {
		entries, _ := fs.ReadDir(fsys, path.Join(lang, dir))
		for _, e := range entries {
			name := e.Name()
			if e.IsDir() == dirs && orderedRE.MatchString(name) && (dirs || strings.HasSuffix(name, ".md")) {
				seen[name] = true
			}
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// readDoc reads and parses lang/name; a file that is not there is an error: the
// other language has it, or the site needs it.
func readDoc(fsys fs.FS, lang, name string, errs *Errors) *doc {
	file := lang + "/" + name
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		others := []string{}
		for _, l := range Langs {
			if _, err := fs.Stat(fsys, l+"/"+name); err == nil {
				others = append(others, l+"/"+name)
			}
		}
		if len(others) > 0 {
			errs.add(file, 0, "does not exist, but %s does: every text needs its translation", strings.Join(others, ", "))
		} else {
			errs.add(file, 0, "does not exist")
		}
		return nil
	}
	d := &doc{file: file, lang: lang}
	front, err := d.split(data)
	if err != nil {
		errs.add(file, 1, "%v", err)
		return nil
	}
	var node yaml.Node
	if err := yaml.Unmarshal(front, &node); err != nil {
		errs.add(file, 1+yamlLine(err), "%s", yamlMessage(err))
		return nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(front))
	dec.KnownFields(true)
	if err := dec.Decode(&d.front); err != nil {
		errs.add(file, 1+yamlLine(err), "%s", yamlMessage(err))
		return nil
	}
	if d.front.Title == "" {
		errs.add(file, 1, "the front matter has no title")
	}
	if d.front.Description == "" {
		errs.add(file, 1, "the front matter has no description")
	}
	d.root = newMarkdown(nil).Parser().Parse(text.NewReader(d.body))
	return d
}

// split takes the front matter off.
func (d *doc) split(data []byte) (front []byte, err error) {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if !bytes.HasPrefix(data, []byte("---\n")) {
		return nil, fmt.Errorf("a text begins with front matter between two lines ---")
	}
	end := bytes.Index(data, []byte("\n---\n"))
	if end < 0 {
		return nil, fmt.Errorf("the front matter is not closed by a line ---")
	}
	front = data[4 : end+1]
	d.body = data[end+5:]
	d.skip = bytes.Count(data[:end+5], []byte("\n"))
	return front, nil
}
