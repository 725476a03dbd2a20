//go:build unix

package web

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A server of the fixture, as a program of its own: package main in small.
const smallMain = `package main

import (
	"context"
	"os"
	"os/signal"

	"loopscope/web"
)

func render(string) (*web.Content, error) {
	return &web.Content{Pages: []web.Page{{Lang: "en", Kind: "home", Title: "Start", Body: "<h1>VERSION</h1>"}}}, nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	log := web.NewLog(os.Stdout)
	listener, err := web.Listen("localhost:0")
	if err != nil {
		panic(err)
	}
	log.Printf("at %s", web.Address(listener, "/"))
	dev := web.Dev{Builder: &web.Builder{Root: ".", Out: ".cache/site", Dev: true, Render: render, Log: log}, Log: log}
	if err := dev.Run(ctx, listener, func() {}); err != nil {
		panic(err)
	}
	log.Printf("stopped")
}
`

// When its own code changes, the server becomes the new program: same process,
// same port, and the open pages hear of it.
func TestTheServerReplacesItself(t *testing.T) {
	root := fixture(t)
	checkout, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	gomod := strings.Replace(get(t, checkout, "go.mod"), "module loopscope", "module small", 1)
	put(t, root, map[string]string{
		"serve.go": strings.Replace(smallMain, "VERSION", "first", 1),
		"go.mod":   gomod + "\nrequire loopscope v0.0.0\n\nreplace loopscope => " + checkout + "\n",
		"go.sum":   get(t, checkout, "go.sum"),
	})
	binary := filepath.Join(t.TempDir(), "small")
	compile := exec.Command("go", "build", "-o", binary, ".")
	compile.Dir = root
	if output, err := compile.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	server := exec.Command(binary)
	server.Dir = root
	stdout, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Process.Kill()
	lines := bufio.NewScanner(stdout)
	address := ""
	for address == "" && lines.Scan() {
		_, address, _ = strings.Cut(lines.Text(), "at ")
	}
	var rest strings.Builder
	read := make(chan bool)
	go func() {
		for lines.Scan() {
			rest.WriteString(lines.Text() + "\n")
		}
		close(read)
	}()

	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	first := next(t, listen(t, ctx, address), "site")
	put(t, root, map[string]string{"serve.go": strings.Replace(smallMain, "VERSION", "second", 1)})
	var second string
	for second == "" || second == first {
		// The old process' stream ends when it is replaced; a page comes back after a moment, and so do we.
		events, err := tryListen(ctx, address)
		if err != nil && ctx.Err() == nil { // it is being replaced at this very moment
			time.Sleep(50 * time.Millisecond)
			continue
		}
		select {
		case event, ok := <-events:
			if ok && event.kind == "site" {
				second = event.data
			}
			time.Sleep(50 * time.Millisecond)
		case <-ctx.Done():
			t.Fatalf("the server was not replaced; it said:\n%s", rest.String())
		}
	}
	if page := get(t, root, ".cache/site/index.html"); !strings.Contains(page, "<h1>second</h1>") {
		t.Errorf("the page was made by the old program:\n%s", page)
	}
	if err := server.Process.Signal(syscall.SIGINT); err != nil {
		t.Errorf("the process has gone: %v", err)
	}
	<-read
	if err := server.Wait(); err != nil {
		t.Errorf("the replaced server does not end cleanly: %v", err)
	}
	if !strings.HasSuffix(rest.String(), "stopped\n") {
		t.Errorf("the server's last words were not about stopping:\n%s", rest.String())
	}
}
