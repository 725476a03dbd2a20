package web

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// An event of the stream that a page listens to.
type streamEvent struct{ kind, data string }

func listen(t *testing.T, ctx context.Context, address string) <-chan streamEvent {
	t.Helper()
	events, err := tryListen(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// tryListen is listen for when the server may just be going.
func tryListen(ctx context.Context, address string) (<-chan streamEvent, error) {
	request, err := http.NewRequestWithContext(ctx, "GET", address+"-/events", nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	events := make(chan streamEvent, 16)
	go func() {
		defer answer.Body.Close()
		defer close(events)
		var event streamEvent
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			switch line := lines.Text(); {
			case strings.HasPrefix(line, "event: "):
				event.kind = line[7:]
			case strings.HasPrefix(line, "data: "):
				event.data = line[6:]
			case line == "" && event.kind != "":
				events <- event
				event = streamEvent{}
			}
		}
	}()
	return events, nil
}

func next(t *testing.T, events <-chan streamEvent, kind string) string {
	t.Helper()
	select {
	case event, ok := <-events:
		if !ok {
			t.Fatal("the stream ended")
		}
		if event.kind != kind {
			t.Fatalf("the stream said %s %s, want %s", event.kind, event.data, kind)
		}
		return event.data
	case <-time.After(60 * time.Second):
		t.Fatalf("the stream did not say %s", kind)
	}
	return ""
}

func TestDevRebuildsAndTellsThePages(t *testing.T) {
	root := fixture(t)
	b, log := builder(t, root)
	b.Dev = true
	listener, err := Listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	address := Address(listener, "/")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	done := make(chan error, 1)
	dev := &Dev{Builder: b, Log: b.Log}
	go func() { done <- dev.Run(ctx, listener, func() {}) }()
	var events <-chan streamEvent
	for range 50 { // until the handler is there
		if answer, err := http.Get(address + "play/"); err == nil {
			answer.Body.Close()
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	events = listen(t, ctx, address)
	first := next(t, events, "site")

	put(t, root, map[string]string{"web/src/base/word.ts": "export const word: string = 'second';\n"})
	second := next(t, events, "site")
	if second == first {
		t.Error("the site's id is the same after a change")
	}
	if text := get(t, b.Out, only(t, b.Out, "assets/main.", ".js")); !strings.Contains(text, "second") {
		t.Errorf("the script is an old one:\n%s", text)
	}

	put(t, root, map[string]string{"web/src/base/word.ts": "export const word: string = ;\n"})
	if problem := next(t, events, "problem"); !strings.Contains(problem, "word.ts:1:28") {
		t.Errorf("the problem is told as %s", problem)
	}
	if page := fetch(t, listener, "/play/"); !strings.Contains(page, "hello") {
		t.Errorf("a problem took the last good page away:\n%s", page)
	}

	// A folder that did not exist when watching began.
	put(t, root, map[string]string{"web/src/base/word.ts": "export { word } from './deep/er/word';\n"})
	next(t, events, "problem")
	put(t, root, map[string]string{"web/src/base/deep/er/word.ts": "export const word: string = 'third';\n"})
	third := next(t, events, "site")
	put(t, root, map[string]string{"web/src/base/deep/er/word.ts": "export const word: string = 'fourth';\n"})
	if next(t, events, "site") == third {
		t.Error("a change in a new folder changed nothing")
	}

	// What is no source rebuilds nothing.
	put(t, root, map[string]string{"web/src/.hidden.swp": "x", "notes.txt": "x", "web/node_modules/a/b.js": "x"})
	select {
	case event := <-events:
		t.Errorf("a file that is no source caused %v", event)
	case <-time.After(3 * settle):
	}

	stop()
	if err := <-done; err != nil {
		t.Errorf("stopping: %v", err)
	}
	if !strings.Contains(log.String(), "web/src/base/word.ts changed") {
		t.Errorf("the log does not say what changed:\n%s", log)
	}
}

func TestDevShowsWhyTheFirstBuildFailed(t *testing.T) {
	root := fixture(t)
	put(t, root, map[string]string{"web/src/app/main.ts": "const a = '<b>' +;\n"})
	b, _ := builder(t, root)
	b.Dev = true
	listener, err := Listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- (&Dev{Builder: b, Log: b.Log}).Run(ctx, listener, func() { t.Error("ready though nothing was built") })
	}()
	page := fetch(t, listener, "/")
	if !strings.Contains(page, "main.ts:1:17") || !strings.Contains(page, "&lt;b&gt;") {
		t.Errorf("the page does not say what is wrong:\n%s", page)
	}
	if _, err := os.Stat(filepath.Join(b.Out, "index.html")); !os.IsNotExist(err) {
		t.Errorf("half a site was written: %v", err)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("stopping: %v", err)
	}
}
