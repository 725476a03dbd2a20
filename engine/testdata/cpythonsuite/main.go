// Command cpythonsuite runs test files of CPython 3.11's own suite, unmodified,
// under the engine, and says how many of their tests pass.
//
//	go run ./engine/testdata/cpythonsuite                     the ten files of test_asyncio that matter most
//	go run ./engine/testdata/cpythonsuite language            the files about Python itself; library: about its modules
//	go run ./engine/testdata/cpythonsuite test_tasks test_dict test_json    files and packages by name
//	go run ./engine/testdata/cpythonsuite -v test_locks.LockTests.test_cancel_race
//	go run ./engine/testdata/cpythonsuite -fails              names the tests that do not pass, with the last line of why
//
// The suite is found where a CPython 3.11 has it (on Debian: apt-get install
// libpython3.11-testsuite), or where -tests says. It is not part of this project.
// What the files need of package test.support, and what of the standard library
// the engine does not have, is in shims/: as little as lets them be imported.
//
// Each class of tests is a run of its own, in a process of its own; when one
// breaks off (a limit, a deadlock), its tests are run one by one.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"loopscope/engine"
)

var (
	where   = flag.String("tests", "", "the folder test of a CPython 3.11")
	verbose = flag.Bool("v", false, "show what the tests print")
	fails   = flag.Bool("fails", false, "list the tests that do not pass")

	patience = flag.Duration("patience", 40*time.Second, "how long a class of tests may run")
	alone    = flag.String("alone", "", "the module of a run in this process; the command starts itself with it")
)

func main() {
	flag.Parse()
	dir := find()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "no test suite of CPython 3.11 found; apt-get install libpython3.11-testsuite, or give -tests FOLDER")
		os.Exit(2)
	}
	suite := &suite{dir: dir, shims: shimFiles()}
	*where = dir
	args := flag.Args()
	if *alone != "" {
		suite.alone(*alone, args)
	}
	if len(args) == 0 {
		args = []string{"asyncio"}
	}
	var names []string
	for _, arg := range args {
		if list, ok := groups[arg]; ok {
			names = append(names, list...)
		} else {
			names = append(names, arg)
		}
	}
	var total tally
	for _, name := range names {
		for _, part := range suite.parts(name) {
			t := suite.runNamed(part)
			fmt.Printf("%-26s %4d of %4d pass", strings.TrimPrefix(part, "test."), t.passed, t.passed+t.failed)
			if t.skipped > 0 {
				fmt.Printf(", %d skipped", t.skipped)
			}
			fmt.Println()
			total.add(t)
		}
	}
	if len(names) > 1 {
		fmt.Printf("%-26s %4d of %4d pass, %d skipped\n", "together", total.passed, total.passed+total.failed, total.skipped)
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
		if _, err := os.Stat(filepath.Join(p, "test_dict.py")); err == nil {
			return p
		}
	}
	return ""
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

suite = unittest.defaultTestLoader.loadTestsFromName(sys.argv[2])
if sys.argv[1] == "list":
    for t in flatten(suite):
        if "_FailedTest" in t.id():
            t.debug()
        print("@test", t.id())
else:
    suite.run(Result())
`

// run runs the driver in a process of its own, so that a test in which the engine hangs or breaks costs that test
// only. It gives what the driver wrote, and why it ended early.
func run(module string, args ...string) (string, string) {
	ctx, cancel := context.WithTimeout(context.Background(), *patience)
	defer cancel()
	self, err := os.Executable()
	if err != nil {
		return "", err.Error()
	}
	cmd := exec.CommandContext(ctx, self, append([]string{"-tests", *where, "-alone", module}, args...)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	why := errs.String()
	if ctx.Err() != nil {
		why = "no end in " + patience.String()
	} else if err == nil {
		why = ""
	}
	if *verbose {
		os.Stdout.WriteString(out.String())
		os.Stderr.WriteString(why)
		return out.String(), why
	}
	lines := strings.Split(strings.TrimSpace(why), "\n")
	for _, l := range lines {
		if strings.HasPrefix(l, "panic: ") {
			return out.String(), l
		}
	}
	return out.String(), lines[len(lines)-1]
}

// alone is what a process of run does.
func (s *suite) alone(module string, args []string) {
	r := engine.Run(engine.Request{
		Files:  append([]engine.File{{Name: "main.py", Text: driver}}, s.files(module)...),
		Seed:   1,
		Argv:   args,
		Limits: engine.Limits{Instructions: 300_000_000, Events: 2_000_000, VirtualNs: 3600e9},
	})
	os.Stdout.WriteString(r.Stdout)
	os.Stderr.WriteString(r.Stderr)
	if r.Error != nil {
		fmt.Fprintln(os.Stderr, r.Error.Message)
		os.Exit(1)
	}
	os.Exit(r.Exit)
}

func (s *suite) runNamed(name string) tally {
	module := name
	out, why := run(module, "list", name)
	classes := map[string][]string{}
	var order []string
	for _, line := range strings.Split(out, "\n") {
		if id, ok := strings.CutPrefix(line, "@test "); ok {
			dot := strings.LastIndexByte(id, '.')
			if dot < 0 {
				continue // the examples of a text file have no name to be run by
			}
			class := id[:dot]
			if classes[class] == nil {
				order = append(order, class)
			}
			classes[class] = append(classes[class], id)
		}
	}
	if len(order) == 0 {
		fmt.Println(name, "cannot be loaded:", why)
		return tally{failed: 1}
	}
	var total tally
	for _, class := range order {
		tests := classes[class]
		target := class
		if len(tests) == 1 {
			target = tests[0]
		}
		total.add(runTests(module, target, tests))
	}
	return total
}

// runTests runs the tests of a class, those that it does not come to one by one.
func runTests(module, target string, tests []string) tally {
	mode := "run"
	if *verbose {
		mode = "verbose"
	}
	out, why := run(module, mode, target)
	got := map[string]string{}
	for _, line := range strings.Split(out, "\n") {
		if !strings.HasPrefix(line, "@") {
			continue
		}
		parts := strings.SplitN(line[1:], " ", 3)
		if len(parts) < 2 {
			continue
		}
		id := parts[1]
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
		t.add(runTests(module, id, []string{id}))
	}
	return t
}

func report(id, text string) {
	if *fails || *verbose {
		fmt.Println("   ", strings.TrimPrefix(id, "test."), text)
	}
}
