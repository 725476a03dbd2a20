//go:build unix

package web

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const knobProgram = `import sys
n = 3  #@param {type:"integer"}
name = "x"  #@param {type:"string"}
print(n * 2, name, sys.argv[1:])
print("to stderr", file=sys.stderr)
sys.exit(n)
`

func TestRunCommand(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, map[string]string{
		"knobs.py":  knobProgram,
		"broken.py": "if True\n    pass\n",
		"asks.py":   "print(input('name? ') + '!')\n",
		"long.py":   "while True: pass\n",
		"sleep.py":  "import time\ntime.sleep(3600)\nprint('an hour later')\n",
	})
	for _, test := range []struct {
		name        string
		args        []string
		stdin       string
		status      int
		out, errHas string
	}{
		{"as it is", []string{"knobs.py"}, "", 3, "6 x []\n", "to stderr\n"},
		{"knobs", []string{"knobs.py", "-p", "n=0", "-p", "name=Zoë 页", "--", "-a", "b"}, "", 0, "0 Zoë 页 ['-a', 'b']\n", ""},
		{"an unknown knob", []string{"-p", "m=1", "knobs.py"}, "", 1, "", "no parameter m; the program has n, name"},
		{"a knob without a value", []string{"-p", "n", "knobs.py"}, "", 2, "", "NAME=VALUE"},
		{"a syntax error", []string{"broken.py"}, "", 1, "", "SyntaxError: expected ':'"},
		{"input", []string{"asks.py"}, "Ada\n", 0, "name? Ada!\n", ""},
		{"a bound", []string{"long.py", "-limit", "instructions=1e6"}, "", 1, "", "(line 1)"},
		{"an unknown bound", []string{"long.py", "-limit", "patience=1"}, "", 1, "", "patience"},
		{"no file", nil, "", 2, "", "Usage:"},
		{"a file that is not there", []string{"gone.py"}, "", 1, "", "gone.py"},
		{"virtual time", []string{"sleep.py", "-stats"}, "", 0, "an hour later\n", "digest"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := command(t, append([]string{"run"}, test.args...)...)
			cmd.Dir = folder
			cmd.Stdin = strings.NewReader(test.stdin)
			var out, errs strings.Builder
			cmd.Stdout, cmd.Stderr = &out, &errs
			cmd.Run()
			if got := cmd.ProcessState.ExitCode(); got != test.status || out.String() != test.out || !strings.Contains(errs.String(), test.errHas) {
				t.Errorf("status %d, want %d\nstdout %q, want %q\nstderr %q, want it to have %q", got, test.status, out.String(), test.out, errs.String(), test.errHas)
			}
		})
	}
}

func TestRunWritesTraceAndPicture(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, map[string]string{"sleep.py": "import time\ntime.sleep(1)\n"})
	cmd := command(t, "run", "sleep.py", "-trace", "out.json", "-svg", "out.svg")
	cmd.Dir = folder
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	text, err := os.ReadFile(filepath.Join(folder, "out.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		TraceEvents []struct {
			Ph, Name string
			Ts, Dur  float64
		} `json:"traceEvents"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	slept := false
	for _, event := range file.TraceEvents {
		slept = slept || event.Ph == "X" && event.Dur >= 1e6 && event.Dur < 1.1e6
	}
	if !slept {
		t.Errorf("no slice of one second, in microseconds:\n%.2000s", text)
	}
	if picture := get(t, folder, "out.svg"); !strings.HasPrefix(picture, "<svg ") || !strings.Contains(picture, "MainThread") {
		t.Errorf("the picture is %.300s", picture)
	}
}
