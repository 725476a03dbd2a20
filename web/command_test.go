//go:build unix

package web

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// program compiles the command itself, once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "loopscope-")
	if err != nil {
		return "", err
	}
	programDir = dir
	file := filepath.Join(dir, "loopscope")
	compile := exec.Command("go", "build", "-o", file, ".")
	compile.Dir = ".."
	if output, err := compile.CombinedOutput(); err != nil {
		return "", errors.New(string(output))
	}
	return file, nil
})

var programDir string

func TestMain(m *testing.M) {
	status := m.Run()
	if programDir != "" {
		os.RemoveAll(programDir)
	}
	os.Exit(status)
}

func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), file, args...)
	cmd.Dir = ".."
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

func TestCommandMistakes(t *testing.T) {
	taken, err := Listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, test := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"-addr", taken.Addr().String()}, 1, "is in use"},
		{[]string{"-adr", "x"}, 2, "flag provided but not defined: -adr"},
		{[]string{"-h"}, 0, "go run . build -o FOLDER"},
		{[]string{"biuld"}, 2, `unexpected argument "biuld"`},
		{[]string{"build", "-o", "web"}, 1, "web is not empty"},
		{[]string{"-under", "a"}, 1, "begins and ends with a slash"},
	} {
		cmd := command(t, test.args...)
		output, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Fatalf("%q: %v", test.args, err)
		}
		if got := cmd.ProcessState.ExitCode(); got != test.status || !strings.Contains(string(output), test.says) {
			t.Errorf("%q: status %d, want %d, and to read %q in:\n%s", test.args, got, test.status, test.says, output)
		}
	}
}

func TestBuildNeedsACheckout(t *testing.T) {
	cmd := command(t, "build")
	cmd.Dir = t.TempDir()
	output, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(output), "not inside a checkout") {
		t.Errorf("%v\n%s", err, output)
	}
}

// start runs the server and waits for a line that matches.
func start(t *testing.T, cmd *exec.Cmd, pattern string) (match []string, stop func() string) {
	t.Helper()
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	lines := bufio.NewScanner(stdout)
	for re := regexp.MustCompile(pattern); match == nil && lines.Scan(); {
		said.WriteString(lines.Text() + "\n")
		match = re.FindStringSubmatch(lines.Text())
	}
	stop = func() string {
		t.Helper()
		cmd.Process.Signal(syscall.SIGINT)
		for lines.Scan() {
			said.WriteString(lines.Text() + "\n")
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("Ctrl-C: %v\n%s", err, stderr.String())
		}
		return said.String()
	}
	if match == nil {
		t.Fatalf("no line is like %s in:\n%s%s", pattern, stop(), stderr.String())
	}
	return match, stop
}

func TestServingAFolderEndsCleanly(t *testing.T) {
	out := testFolder(t)
	match, stop := start(t, command(t, "-dir", out, "-addr", "localhost:0", "-under", "/a/"), ` at (http\S+)`)
	if !strings.HasSuffix(match[1], "/a/") {
		t.Errorf("the address is %s", match[1])
	}
	if said := stop(); !strings.HasSuffix(said, "Stopped.\n") {
		t.Errorf("the last words are not about stopping:\n%s", said)
	}
}

// The promise of a quick second start, on the checkout itself.
func TestASecondStartTakesLessThanASecond(t *testing.T) {
	_, stop := start(t, command(t, "-addr", "localhost:0"), `^Ready`)
	stop()
	var best time.Duration
	for range 3 { // other tests run at the same time
		began := time.Now()
		_, stop := start(t, command(t, "-addr", "localhost:0"), `^Ready in (\S+ \S+)\.$`)
		took := time.Since(began)
		if said := stop(); strings.Contains(said, "…") {
			t.Errorf("a second start worked on something:\n%s", said)
		}
		if best == 0 || took < best {
			best = took
		}
	}
	if best > time.Second {
		t.Errorf("a second start with nothing changed took %v", best)
	}
	t.Logf("a second start takes %v", best)
}
