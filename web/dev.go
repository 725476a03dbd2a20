package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A Dev serves the site of a checkout, rebuilds it when its sources change and
// tells the open pages.
type Dev struct {
	Builder *Builder
	Log     *Log

	mu      sync.Mutex
	id      string        // of the site that is served; "" before the first build
	problem string        // what stopped the last build; "" when nothing did
	changed chan struct{} // closed and replaced on every change of the two
}

// programSources are what the running binary was compiled from. When they
// change, the binary is old: its engine, its templates' data, this file.
var programSources = fileSet{
	paths: []string{"serve.go", "web", "engine", "content", "go.mod", "go.sum"},
	skip: func(path string, dir bool) bool {
		if dir {
			switch filepath.ToSlash(path) {
			case "web/src", "web/test", "web/templates", "web/bench", "content/en", "content/zh", "content/scenarios":
				return true
			}
			return filepath.Base(path) == "testdata"
		}
		if notForTheProgram(path, dir) {
			return true
		}
		switch filepath.Ext(path) {
		case ".go", ".mod", ".sum", ".py", ".html": // engine/ and content/ embed the last two
			return false
		}
		return true
	},
}

// Run serves on the listener until the context ends.
func (d *Dev) Run(ctx context.Context, listener net.Listener, ready func()) error {
	d.changed = make(chan struct{})
	mine, err := programSources.fingerprint(d.Builder.Root)
	if err != nil {
		return err
	}
	watcher, err := newWatcher(d.Builder.Root)
	if err != nil {
		return err
	}
	defer watcher.Close()

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /-/events", d.events)
	mux.Handle("/", d.whenBuilt(folder{d.Builder.Out}))
	served := make(chan error, 1)
	go func() { served <- serve(ctx, listener, mux) }()

	began := time.Now()
	if d.build(ctx) {
		d.Log.Printf("Ready in %s.", spell(time.Since(began)))
		ready()
	}
	for {
		select {
		case err := <-served:
			return err
		case <-ctx.Done():
			return <-served
		case files := <-watcher.changes:
			d.Log.Printf("%s changed", files)
			now, err := programSources.fingerprint(d.Builder.Root)
			if err != nil {
				d.report("", err)
				continue
			}
			if now == mine {
				d.build(ctx)
				continue
			}
			if !canReplace {
				d.Log.Printf("The server's own code has changed: stop it with Ctrl-C and start it again.")
				mine = now
				continue
			}
			binary, err := d.Builder.binary(ctx)
			if err != nil {
				d.report("", err)
				continue
			}
			// The page's streams end here and come back to the new process, which inherits the open port.
			if err := replace(listener, binary); err != nil {
				d.report("", fmt.Errorf("cannot start the new binary: %w", err))
			}
		}
	}
}

// build builds once and reports; it says whether that worked.
func (d *Dev) build(ctx context.Context) bool {
	began := time.Now()
	result, err := d.Builder.Build(ctx)
	if ctx.Err() != nil {
		return false
	}
	if err != nil {
		d.report("", err)
		return false
	}
	if result.Problem != "" {
		d.report(result.ID, errors.New(result.Problem))
		return true
	}
	if d.report(result.ID, nil) && result.Changed > 0 {
		d.Log.Printf("  %d of %d files written in %s", result.Changed, result.Files, spell(time.Since(began)))
	}
	return true
}

// report notes a build's outcome and wakes the streams if it is another one.
func (d *Dev) report(id string, err error) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	problem := ""
	if err != nil {
		problem = err.Error()
		d.Log.Printf("\n%s\n\nWaiting for a change.", problem)
		if id == "" {
			id = d.id // nothing was built
		}
	}
	if id == d.id && problem == d.problem {
		return false
	}
	d.id, d.problem = id, problem
	close(d.changed)
	d.changed = make(chan struct{})
	return true
}

// events is the stream that a page listens to: the site's id now and whenever
// it changes, and what stops a build.
func (d *Dev) events(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", "text/event-stream")
	header.Set("Cache-Control", "no-store")
	stream := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 300\n\n")
	sent := ""
	beat := time.NewTicker(20 * time.Second)
	defer beat.Stop()
	for {
		d.mu.Lock()
		id, problem, changed := d.id, d.problem, d.changed
		d.mu.Unlock()
		if id != "" && (id != sent || problem == "") {
			sent = id
			fmt.Fprintf(w, "event: site\ndata: %s\n\n", id)
		}
		if problem != "" {
			text, _ := json.Marshal(problem)
			fmt.Fprintf(w, "event: problem\ndata: %s\n\n", text)
		}
		for waiting := true; waiting; {
			if stream.Flush() != nil {
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-changed:
				waiting = false
			case <-beat.C:
				fmt.Fprint(w, ":\n\n") // keeps proxies from closing the stream
			}
		}
	}
}

// whenBuilt holds requests back until there is something to serve.
func (d *Dev) whenBuilt(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for {
			d.mu.Lock()
			id, problem, changed := d.id, d.problem, d.changed
			d.mu.Unlock()
			if id != "" {
				next.ServeHTTP(w, r)
				return
			}
			if problem != "" {
				w.Header().Set("Content-Type", contentTypes[".html"])
				w.WriteHeader(http.StatusServiceUnavailable)
				fmt.Fprintf(w, "<!doctype html><meta charset=utf-8><title>Not built</title><h1>Not built yet</h1><pre>%s</pre>"+
					"<script>new EventSource('/-/events').addEventListener('site',()=>location.reload())</script>", html.EscapeString(problem))
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-changed:
			}
		}
	})
}

// binary compiles this program again and returns the file.
func (b *Builder) binary(ctx context.Context) (string, error) {
	file := filepath.Join(b.cache(), "bin", "loopscope")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	done := b.Log.step("engine and server")
	if err := b.command(ctx, b.Root, nil, "go", "build", "-o", file, "."); err != nil {
		return "", err
	}
	done()
	return file, nil
}
