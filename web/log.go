package web

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A Log tells the person at the terminal what is being done and how long it took.
type Log struct {
	mu sync.Mutex
	w  io.Writer
}

// NewLog returns a log that writes to w.
func NewLog(w io.Writer) *Log { return &Log{w: w} }

// Printf writes one line.
func (l *Log) Printf(format string, args ...any) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l.w, format+"\n", args...)
}

// step announces a piece of work that may take a while and returns what to call
// when it is done.
func (l *Log) step(what string) func() {
	l.Printf("  %s …", what)
	began := time.Now()
	return func() { l.Printf("  %s: %s", what, spell(time.Since(began))) }
}

func spell(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
