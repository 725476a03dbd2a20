// Command cpythonsuite runs test files of CPython 3.11's own suite, unmodified,
// under the engine, and says how many of their tests pass.
//
//	go run ./engine/testdata/cpythonsuite                     the ten files of test_asyncio that matter most
//	go run ./engine/testdata/cpythonsuite test_tasks          one file
//	go run ./engine/testdata/cpythonsuite -v test_locks.LockTests.test_cancel_race
//	go run ./engine/testdata/cpythonsuite -fails              names the tests that do not pass, with the last line of why
//
// The suite is found where a CPython 3.11 has it (on Debian: apt-get install
// libpython3.11-testsuite), or where -tests says. It is not part of this project.
// What the files need of package test.support, and what of the standard library
// the engine does not have, is in shims/: as little as lets them be imported.
//
// Each class of tests is a run of its own; when one breaks off (a limit, a
// deadlock), its tests are run one by one.
package main

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"loopscope/engine"
	"loopscope/engine/lib"
)

//go:embed all:shims
var shims embed.FS

var wanted = []string{"test_tasks", "test_futures", "test_locks", "test_queues", "test_taskgroups", "test_timeouts",
	"test_waitfor", "test_runners", "test_base_events", "test_events"}

// certificates are read when utils.py is imported.
var certificates = []string{"ssl_cert.pem", "ssl_key.pem", "keycert3.pem", "pycacert.pem"}

var (
	where   = flag.String("tests", "", "the folder test of a CPython 3.11")
	verbose = flag.Bool("v", false, "show what the tests print")
	fails   = flag.Bool("fails", false, "list the tests that do not pass")
)

func main() {
	flag.Parse()
	dir := find()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "no test suite of CPython 3.11 found; apt-get install libpython3.11-testsuite, or give -tests FOLDER")
		os.Exit(2)
	}
	files := support(dir)
	names := flag.Args()
	if len(names) == 0 {
		names = wanted
	}
	var total tally
	for _, name := range names {
		t := runNamed(files, name)
		fmt.Printf("%-18s %4d of %4d pass", name, t.passed, t.passed+t.failed)
		if t.skipped > 0 {
			fmt.Printf(", %d skipped", t.skipped)
		}
		fmt.Println()
		total.add(t)
	}
	if len(names) > 1 {
		fmt.Printf("%-18s %4d of %4d pass, %d skipped\n", "together", total.passed, total.passed+total.failed, total.skipped)
	}
}

// find is the folder of the suite.
func find() string {
	if *where != "" {
		return *where
	}
	places := []string{"/usr/lib/python3.11/test", "/usr/local/lib/python3.11/test", "/opt/homebrew/opt/python@3.11/Frameworks/Python.framework/Versions/3.11/lib/python3.11/test"}
	if home, err := os.UserHomeDir(); err == nil {
		more, _ := filepath.Glob(home + "/.pyenv/versions/3.11*/lib/python3.11/test")
		places = append(places, more...)
	}
	for _, p := range places {
		if _, err := os.Stat(filepath.Join(p, "test_asyncio", "test_tasks.py")); err == nil {
			return p
		}
	}
	return ""
}

// support are the files of every run, without the main program: the suite's package and the shims.
func support(dir string) []engine.File {
	var files []engine.File
	list, _ := filepath.Glob(filepath.Join(dir, "test_asyncio", "*.py"))
	for _, path := range list {
		if text, err := os.ReadFile(path); err == nil {
			files = append(files, engine.File{Name: "test/test_asyncio/" + filepath.Base(path), Text: string(text)})
		}
	}
	for _, name := range certificates {
		if text, err := os.ReadFile(filepath.Join(dir, name)); err == nil {
			files = append(files, engine.File{Name: "test/" + name, Text: string(text)})
		}
	}
	fs.WalkDir(shims, "shims", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
			return err
		}
		name := strings.TrimPrefix(path, "shims/")
		module := strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(name, ".py"), "/__init__"), "/", ".")
		if _, ok := lib.Find(module); ok {
			return nil // the engine has it
		}
		text, _ := shims.ReadFile(path)
		files = append(files, engine.File{Name: name, Text: string(text)})
		return nil
	})
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files
}

type tally struct{ passed, failed, skipped int }

func (t *tally) add(u tally) {
	t.passed += u.passed
	t.failed += u.failed
	t.skipped += u.skipped
}

// driver runs the tests named on its command line, or lists them, and writes a line for each.
const driver = `import sys, unittest

def flatten(suite):
    for t in suite:
        if isinstance(t, unittest.TestSuite):
            yield from flatten(t)
        else:
            yield t

class Result(unittest.TestResult):
    def say(self, kind, test, err=None):
        why = ""
        if err is not None:
            text = str(err[1]) or type(err[1]).__name__
            why = err[0].__name__ + ": " + text.strip().replace("\n", " | ")[:300]
            if sys.argv[1] == "verbose":
                print(self._exc_info_to_string(err, test))
        sys.stdout.write(f"@{kind} {test.id()} {why}\n")
        sys.stdout.flush()
    def addSuccess(self, test): self.say("ok", test)
    def addError(self, test, err):
        super().addError(test, err); self.say("error", test, err)
    def addFailure(self, test, err):
        super().addFailure(test, err); self.say("fail", test, err)
    def addSkip(self, test, reason): self.say("skip", test)
    def addExpectedFailure(self, test, err): self.say("ok", test)
    def addUnexpectedSuccess(self, test): self.say("fail", test)
    def addSubTest(self, test, subtest, err):
        if err is not None:
            super().addSubTest(test, subtest, err); self.say("sub", test, err)

suite = unittest.defaultTestLoader.loadTestsFromName("test.test_asyncio." + sys.argv[2])
if sys.argv[1] == "list":
    for t in flatten(suite):
        if "_FailedTest" in t.id():
            t.debug()
        print("@test", t.id())
else:
    suite.run(Result())
`

func run(files []engine.File, args ...string) (string, string) {
	r := engine.Run(engine.Request{
		Files:  append([]engine.File{{Name: "main.py", Text: driver}}, files...),
		Seed:   1,
		Argv:   args,
		Limits: engine.Limits{Instructions: 300_000_000, Events: 2_000_000, VirtualNs: 3600e9},
	})
	why := ""
	if r.Error != nil {
		why = r.Error.Message
	} else if r.Exit != 0 {
		lines := strings.Split(strings.TrimSpace(r.Stderr), "\n")
		why = lines[len(lines)-1]
		if *verbose {
			why = r.Stderr
		}
	}
	if *verbose {
		os.Stdout.WriteString(r.Stdout)
		os.Stderr.WriteString(r.Stderr)
	}
	return r.Stdout, why
}

func runNamed(files []engine.File, name string) tally {
	out, why := run(files, "list", name)
	groups := map[string][]string{}
	var order []string
	for _, line := range strings.Split(out, "\n") {
		if id, ok := strings.CutPrefix(line, "@test "); ok {
			id = strings.TrimPrefix(id, "test.test_asyncio.")
			class := id[:strings.LastIndexByte(id, '.')]
			if groups[class] == nil {
				order = append(order, class)
			}
			groups[class] = append(groups[class], id)
		}
	}
	if len(order) == 0 {
		fmt.Println(name, "cannot be loaded:", why)
		return tally{failed: 1}
	}
	var total tally
	for _, class := range order {
		tests := groups[class]
		target := class
		if len(tests) == 1 {
			target = tests[0]
		}
		total.add(runTests(files, target, tests))
	}
	return total
}

// runTests runs the tests of a class, those that it does not come to one by one.
func runTests(files []engine.File, target string, tests []string) tally {
	mode := "run"
	if *verbose {
		mode = "verbose"
	}
	out, why := run(files, mode, target)
	got := map[string]string{}
	for _, line := range strings.Split(out, "\n") {
		if !strings.HasPrefix(line, "@") {
			continue
		}
		parts := strings.SplitN(line[1:], " ", 3)
		if len(parts) < 2 {
			continue
		}
		id := strings.TrimPrefix(parts[1], "test.test_asyncio.")
		if old := got[id]; old != "" && !strings.HasPrefix(old, "ok") {
			continue
		}
		text := parts[0]
		if len(parts) > 2 {
			text += " " + parts[2]
		}
		got[id] = text
	}
	var t tally
	var missing []string
	for _, id := range tests {
		switch text := got[id]; {
		case text == "":
			missing = append(missing, id)
		case strings.HasPrefix(text, "ok"):
			t.passed++
		case strings.HasPrefix(text, "skip"):
			t.skipped++
		default:
			t.failed++
			report(id, text)
		}
	}
	if len(missing) == len(tests) && len(tests) == 1 {
		t.failed++
		report(tests[0], "broken off: "+why)
		return t
	}
	for _, id := range missing {
		t.add(runTests(files, id, []string{id}))
	}
	return t
}

func report(id, text string) {
	if *fails || *verbose {
		fmt.Println("   ", id, text)
	}
}
