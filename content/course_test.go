package content

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// fakeRunner stands in for the engine: its recordings come from the program's
// print() lines, all spoken by one task.
type fakeRunner struct{ ran []string }

type fakeResult struct{ rec *Recording }

func (f *fakeRunner) Run(src Source) (Result, error) {
	f.ran = append(f.ran, src.Text)
	if strings.Contains(src.Text, "import nothing") {
		return nil, fmt.Errorf("UnsupportedError: nothing, line 1\nsecond line")
	}
	rec := &Recording{Exit: strings.Count(src.Text, "exit("), Entities: []Entity{{Kind: "none"}, {"thread", "MainThread", 0}, {"task", "main", 1}}}
	n := 3
	for _, p := range params(src.Text) {
		fmt.Sscan(p.Value, &n)
	}
	rec.Events = append(rec.Events, Event{0, "create", 1, 0, "MainThread", 0}, Event{0, "run", 1, 0, "", 1}, Event{0, "run", 2, 0, "", 2})
	for i := range n {
		rec.Events = append(rec.Events, Event{int64(i+1) * 1e8, "out", 2, 0, fmt.Sprintf("line %d <&>\n", i+1), 3})
	}
	rec.End = int64(n) * 1e8
	return fakeResult{rec}, nil
}

func (r fakeResult) Digest() string        { return "00ff" }
func (r fakeResult) Recording() *Recording { return r.rec }
func (r fakeResult) Hue(e int) int         { return e - 1 }
func (r fakeResult) SVG(o SVGOptions) (string, error) {
	return fmt.Sprintf(`<svg width="%d"><title>%s</title></svg>`, o.Width, o.Title), nil
}

// tiny is a course with everything in it once.
func tiny() fstest.MapFS {
	fsys := fstest.MapFS{}
	put := func(name, text string) { fsys[name] = &fstest.MapFile{Data: []byte(text)} }
	put("scenarios/index.yaml", "- name: one\n  area: asyncio\n  title: {en: One, zh: 一}\n  text: {en: First., zh: 第一。}\n"+
		"- name: two\n  area: asyncio\n  title: {en: Two, zh: 二}\n  text: {en: Second., zh: 第二。}\n")
	put("scenarios/one.py", "n = 3  #@param {type:\"integer\"}\nfor i in range(n):\n    print(f\"line {i} </script>\")\n")
	put("scenarios/two.py", "print(\"two\")\n")
	for _, lang := range Langs {
		front := "---\ntitle: T %s\ndescription: D\n%s---\n"
		put(lang+"/home.md", fmt.Sprintf(front, "home", "hero: H\nlead: L\nscenario: one\ncards: [one, two]\n"))
		put(lang+"/play.md", fmt.Sprintf(front, "play", "scenario: one\n"))
		put(lang+"/lessons.md", fmt.Sprintf(front, "lessons", ""))
		put(lang+"/scenarios.md", fmt.Sprintf(front, "scenarios", ""))
		put(lang+"/supported.md", fmt.Sprintf(front, "supported", ""))
		put(lang+"/01-loops/index.md", fmt.Sprintf(front, "loops", ""))
		put(lang+"/01-loops/01-first.md", fmt.Sprintf(front, "first", "minutes: 5\n")+lessonBody)
		put(lang+"/01-loops/02-second.md", fmt.Sprintf(front, "second", "minutes: 6\n")+"::: scenario two\n\nSee [the first](lesson:loops/first) and [two](scenario:two).\n")
	}
	return fsys
}

// Line 6 of the file is the first line here.
const lessonBody = `::: scenario one

A {who: main} speaks [twice](moment:main/out#2) within {value: end}.

::: predict output 2 with n=4
Which line is *second*?

- line 1 <&>
- line 2 <&> :: ` + "`line 2`" + `, of course
- line 9

---

As [always](<moment:*/out:line 1>).
:::

::: predict lines
How many?
:::

::: try n=5
More of it.
:::

::: scenario two

## Another

` + "```python\nawait f(\"x\")\n```" + `

::: takeaway
Less is more.
:::
`

func TestRender(t *testing.T) {
	c, err := Load(tiny())
	if err != nil {
		t.Fatal(err)
	}
	runner := &fakeRunner{}
	pages, err := c.Render(runner, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(runner.ran) != 3 {
		t.Errorf("ran %d programs, want 3: one, one with n=4, two", len(runner.ran))
	}
	byPath := map[string]Page{}
	for _, p := range pages {
		if _, twice := byPath[p.Path]; twice {
			t.Errorf("two pages at %q", p.Path)
		}
		byPath[p.Path] = p
	}
	for _, prefix := range []string{"", "zh/"} {
		for _, path := range []string{"", "play/", "lessons/", "lessons/loops/", "lessons/loops/first/", "lessons/loops/second/", "scenarios/", "scenarios/one/"} {
			if p, ok := byPath[prefix+path]; !ok {
				t.Errorf("no page %q", prefix+path)
			} else if p.Alternates["zh"] != "zh/"+path || p.Alternates["en"] != path {
				t.Errorf("page %q has the alternates %v", p.Path, p.Alternates)
			}
		}
	}
	body := byPath["lessons/loops/first/"].Body
	for _, want := range []string{
		`<span class="who" data-scenario="one" data-who="main" style="--e:var(--h1)">main</span>`,
		`<a class="moment" id="m1" href="#m1" data-scenario="one" data-moment="main/out#2" title="main, 200 ms" style="--e:var(--h1)">twice</a>`,
		`within <span class="value">300 ms</span>.`,
		`data-query="output 2" data-with="{&#34;n&#34;:&#34;4&#34;}"`,
		`<div class="question"><p>Which line is <em>second</em>?</p>`,
		`<input type="radio" name="predict-1" value="line 1 &lt;&amp;&gt;"><span>line 1 &lt;&amp;&gt;</span>`,
		`value="line 2 &lt;&amp;&gt;"><span><code>line 2</code>, of course</span>`,
		`<button type="submit" class="btn pri">Run with n = 4</button>`,
		`<details class="explanation"><summary>What the run shows</summary>`,
		`data-moment="*/out:line 1"`,
		`<input type="text" name="predict-2">`,
		`<section class="try" data-scenario="one" data-with="{&#34;n&#34;:&#34;5&#34;}">`,
		`<section class="scene" data-scenario="two">`,
		`<h2 id="another">Another</h2>`,
		`<pre class="snippet"><code><span class="k">await</span> f(<span class="s">&#34;x&#34;</span>)`,
		`<aside class="takeaway">`,
		`<a rel="next" href="../second/">`,
		`"file":"one.py"`,
		`<section class="beside">`,
		`</script>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the first lesson lacks %s", want)
		}
	}
	if n := strings.Count(body, "</script>"); n != 2 {
		t.Errorf("%d ends of scripts in the lesson, want 2: the program's own must be escaped", n)
	}
	second := byPath["zh/lessons/loops/second/"].Body
	for _, want := range []string{`<a href="../first/">the first</a>`, `<a href="../../../scenarios/two/">two</a>`, "第 2 课，共 2 课"} {
		if !strings.Contains(second, want) {
			t.Errorf("the second lesson in Chinese lacks %s", want)
		}
	}
	if t.Failed() {
		t.Log(body)
	}
}

// TestMistakes makes one mistake at a time and wants to be told where it is.
func TestMistakes(t *testing.T) {
	const first = "en/01-loops/01-first.md"
	for _, c := range []struct{ name, file, old, new, want string }{
		{"unknown scenario", first, "::: scenario two", "::: scenario three", first + ":30: there is no scenario \"three\""},
		{"unknown moment", first, "moment:main/out#2", "moment:main/out#7", first + ":8: moment main/out#7 of scenario one: main has 3 × out"},
		{"unknown lane", first, "moment:main/out#2", "moment:mainn/out", first + ":8: moment mainn/out of scenario one: no mainn in this run; there are MainThread, main"},
		{"moment in an explanation", first, "<moment:*/out:line 1>", "<moment:*/out:line 8>", first + ":19: moment"},
		{"bad moment", first, "moment:main/out#2", "moment:main", first + ":8: a moment is written"},
		{"blank in a link", first, "<moment:*/out:line 1>", "moment:*/out:line 1", first + ":19: \"(moment:\" is not read"},
		{"stray end", first, "Less is more.\n:::", "Less is more.\n:::\n\n:::", first + ":42: \":::\" is not read"},
		{"unknown name", first, "{who: main}", "{who: Main}", first + ":8: no Main in a run"},
		{"bad query", first, "predict output 2", "predict output two", first + ":10: output wants"},
		{"no right option", first, "- line 2 <&> ::", "- line 3 <&> ::", first + ":10: no option is right: the run answers \"line 2 <&>\""},
		{"unknown override", first, "with n=4", "with m=4", first + ":10: scenario one has no parameter m"},
		{"unanswerable", first, "predict output 2 with n=4", "predict output 2 with n=1", first + ":10: the prediction cannot be answered: the run prints 1 lines"},
		{"doubled option", first, "- line 9", "- line 1 <&>", first + ":15: the option"},
		{"unclosed", first, "Less is more.\n:::", "Less is more.", first + ":38: ::: takeaway is not closed"},
		{"unknown directive", first, "::: takeaway", "::: takaway", first + ":38: there is no directive"},
		{"unknown brace", first, "{value: end}", "{price: end}", first + ":8: there is no {price: …}"},
		{"unknown setting", first, "minutes: 5", "minuten: 5", first + ":4: there is no setting minuten"},
		{"wrong type", first, "minutes: 5", "minutes: five", first + ":4: cannot unmarshal"},
		{"no minutes", first, "minutes: 5\n", "", first + ":1: the front matter does not say how many minutes"},
		{"no title", first, "title: T first", "", first + ":1: the front matter has no title"},
		{"no front matter", first, "---\ntitle", "title", first + ":1: a text begins with front matter"},
		{"unknown lesson", "en/01-loops/02-second.md", "lesson:loops/first", "lesson:loops/zeroth", "en/01-loops/02-second.md:8: there is no lesson"},
		{"no scenario", "en/01-loops/02-second.md", "::: scenario two", "", "en/01-loops/02-second.md:6: a lesson begins with a scenario"},
		{"another prediction", first, "::: predict lines", "::: predict end", "zh/01-loops/01-first.md:22: predict lines with 0 options, where " + first + " has predict end"},
		{"no translation", "zh/01-loops/02-second.md", "", "", "zh/01-loops/02-second.md: does not exist, but en/01-loops/02-second.md does"},
		{"no original", first, "", "", first + ": does not exist, but zh/01-loops/01-first.md does"},
		{"program not there", "scenarios/two.py", "", "", "scenarios/index.yaml:5: scenario two: scenarios/two.py does not exist"},
		{"program not listed", "scenarios/index.yaml", "- name: two\n  area: asyncio\n  title: {en: Two, zh: 二}\n  text: {en: Second., zh: 第二。}\n", "", "scenarios/two.py: is not listed"},
		{"untranslated scenario", "scenarios/index.yaml", ", zh: 二", "", "scenarios/index.yaml:5: scenario two has no title or text for \"zh\""},
		{"program does not run", "scenarios/one.py", "for i", "import nothing\nfor i", "scenarios/index.yaml:1: scenario one does not run: UnsupportedError: nothing, line 1"},
		{"program fails", "scenarios/one.py", "for i", "exit(1)\nfor i", "scenarios/index.yaml:1: scenario one ends with status 1, not 0"},
		{"draft program", "scenarios/index.yaml", "- name: two", "- name: two\n  draft: true", "en/01-loops/02-second.md:6: scenario two is a draft"},
		{"bad yaml", "scenarios/index.yaml", "area: asyncio", "area: [", "scenarios/index.yaml:"},
	} {
		fsys := tiny()
		if c.old == "" && c.new == "" {
			delete(fsys, c.file)
		} else {
			text := string(fsys[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s: %q is not in %s", c.name, c.old, c.file)
			}
			fsys[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.new, 1))}
			if c.name == "unanswerable" { // the translation must ask the same
				zh := "zh" + c.file[2:]
				fsys[zh] = &fstest.MapFile{Data: []byte(strings.Replace(string(fsys[zh].Data), c.old, c.new, 1))}
			}
		}
		course, err := Load(fsys)
		if err == nil {
			_, err = course.Render(&fakeRunner{}, Options{})
		}
		if err == nil {
			t.Errorf("%s: no error, want %s", c.name, c.want)
		} else if !strings.Contains(err.Error(), "content/"+c.want) {
			t.Errorf("%s: the error is\n%v\nwant\ncontent/%s", c.name, err, c.want)
		}
	}
}

func TestDrafts(t *testing.T) {
	fsys := tiny()
	for _, lang := range Langs {
		f := fsys[lang+"/01-loops/02-second.md"]
		f.Data = []byte(strings.Replace(string(f.Data), "description: D\n", "description: D\ndraft: true\n", 1))
	}
	c, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, drafts := range []bool{false, true} {
		pages, err := c.Render(&fakeRunner{}, Options{Drafts: drafts})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, p := range pages {
			found = found || p.Path == "lessons/loops/second/"
		}
		if found != drafts {
			t.Errorf("with drafts %v the draft is rendered: %v", drafts, found)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range [][3]string{
		{"", "", "./"}, {"", "lessons/", "lessons/"}, {"lessons/", "", "../"}, {"a/b/", "a/c/", "../c/"},
		{"zh/a/", "a/", "../../a/"}, {"a/b/", "a/b/c/", "c/"}, {"a/b/c/", "a/", "../../"},
	} {
		if got := Relative(c[0], c[1]); got != c[2] {
			t.Errorf("from %q to %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestOverrides(t *testing.T) {
	s := &Scenario{Name: "x", Source: "n = 4  #@param {type:\"slider\"}\nmode = 'a'  #@param ['a', 'b']\nm = 4\n"}
	got, err := s.With([]Override{{"n", "8"}, {"mode", "b"}})
	if want := "n = 8  #@param {type:\"slider\"}\nmode = \"b\"  #@param ['a', 'b']\nm = 4\n"; err != nil || got != want {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := s.With([]Override{{"m", "8"}}); err == nil {
		t.Error("m is not a parameter, but can be overridden")
	}
}

func TestWordsInEveryLanguage(t *testing.T) {
	for _, lang := range Langs {
		for key := range words["en"] {
			if _, ok := words[lang][key]; !ok {
				t.Errorf("%s has no word for %q", lang, key)
			}
		}
	}
}

// TestOwnCourse loads the course that lies beside this package.
func TestOwnCourse(t *testing.T) {
	c, err := Load(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Scenarios) == 0 || len(c.Chapters) == 0 {
		t.Error("the course is empty")
	}
	for _, s := range c.Scenarios {
		if word("en", "area-"+s.Area) == "area-"+s.Area {
			t.Errorf("the area %s of scenario %s has no title", s.Area, s.Name)
		}
		if n := strings.Count(s.Source, "\n"); n > 40 {
			t.Errorf("scenario %s has %d lines; a program fits a screen", s.Name, n)
		}
		if !strings.HasPrefix(s.Source, "#@title "+s.Title["en"]+"\n") {
			t.Errorf("scenario %s does not begin with #@title %s", s.Name, s.Title["en"])
		}
	}
}
