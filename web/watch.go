package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watchedPaths are where the sources of the site lie.
var watchedPaths = []string{"web", "content", "engine", "wasm"}

// settle is how long nothing must happen before a change counts: editors and
// version control write several files at once.
const settle = 80 * time.Millisecond

// A watcher reports changes below a checkout, gathered into bursts.
type watcher struct {
	changes chan string // a few of the names, for the log
	notify  *fsnotify.Watcher
	root    string
}

func newWatcher(root string) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{changes: make(chan string), notify: notify, root: root}
	// The top folder is watched for its files; the system watches folders, not trees.
	if err := notify.Add(root); err != nil {
		notify.Close()
		return nil, err
	}
	for _, path := range watchedPaths {
		if err := w.add(filepath.Join(root, path)); err != nil {
			notify.Close()
			return nil, err
		}
	}
	go w.gather()
	return w, nil
}

func (w *watcher) Close() error { return w.notify.Close() }

// add watches a folder and all below it.
func (w *watcher) add(dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			if os.IsNotExist(err) {
				return nil
			}
			return err
		}
		if !entry.IsDir() {
			return nil
		}
		if w.ignored(name, true) {
			return filepath.SkipDir
		}
		return w.notify.Add(name)
	})
}

// ignored says which paths are no sources.
func (w *watcher) ignored(name string, dir bool) bool {
	rel, err := filepath.Rel(w.root, name)
	if err != nil || neverRead(rel, dir) {
		return true
	}
	top, _, below := strings.Cut(filepath.ToSlash(rel), "/")
	if !below {
		switch top {
		case "serve.go", "go.mod", "go.sum", "web", "content", "engine", "wasm":
			return false
		}
		return true
	}
	for _, part := range strings.Split(filepath.ToSlash(rel), "/") {
		if part == "node_modules" || part == "testdata" {
			return true
		}
	}
	return false
}

// gather collects events until they pause and passes them on as one change.
func (w *watcher) gather() {
	pending := map[string]bool{}
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	var out chan string
	for {
		var names string
		if out != nil {
			names = summary(pending)
		}
		select {
		case event, ok := <-w.notify.Events:
			if !ok {
				return
			}
			if event.Op == fsnotify.Chmod {
				continue
			}
			info, err := os.Stat(event.Name)
			isDir := err == nil && info.IsDir()
			if w.ignored(event.Name, isDir) {
				continue
			}
			if isDir && event.Op.Has(fsnotify.Create) {
				w.add(event.Name) // a folder that appears is watched too; if it is gone again, so be it
			}
			rel, _ := filepath.Rel(w.root, event.Name)
			pending[filepath.ToSlash(rel)] = true
			out = nil
			timer.Reset(settle)
		case <-timer.C:
			out = w.changes
		case out <- names:
			out = nil
			pending = map[string]bool{}
		case _, ok := <-w.notify.Errors:
			if !ok {
				return
			}
			// Events were lost: act as if something had changed.
			pending["something"] = true
			timer.Reset(settle)
		}
	}
}

func summary(names map[string]bool) string {
	list := make([]string, 0, len(names))
	for name := range names {
		list = append(list, name)
	}
	sort.Strings(list)
	if len(list) > 3 {
		list = append(list[:3], "…")
	}
	return strings.Join(list, ", ")
}
