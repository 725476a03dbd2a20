package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sort"
	"sync"

	"github.com/andybalholm/brotli"
)

// packable says which files gain from compression; fonts and pictures are
// compressed already.
func packable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".wasm", ".svg", ".json", ".map", ".txt", ".py", ".xml":
		return true
	}
	return false
}

// pack writes a .br and a .gz beside each file that gains from it. Packing at
// the best level is slow, so results are kept by the content's hash.
func (b *Builder) pack(ctx context.Context, files map[string][]byte) error {
	type job struct {
		name, cached string
		text         []byte
		pack         func([]byte) ([]byte, error)
	}
	var jobs []job
	for name, text := range files {
		if !packable(name) {
			continue
		}
		sum := sha256.Sum256(text)
		cached := filepath.Join(b.cache(), "packed", hex.EncodeToString(sum[:16]))
		place := filepath.Join(b.Out, filepath.FromSlash(name))
		jobs = append(jobs, job{place + ".br", cached + ".br", text, toBrotli}, job{place + ".gz", cached + ".gz", text, toGzip})
	}
	// The largest first, so that it does not keep one core busy at the end.
	sort.Slice(jobs, func(i, j int) bool {
		if len(jobs[i].text) != len(jobs[j].text) {
			return len(jobs[i].text) > len(jobs[j].text)
		}
		return jobs[i].name < jobs[j].name
	})
	var (
		mu      sync.Mutex
		failed  error
		next    int
		started bool
		done    = func() {}
		work    sync.WaitGroup
	)
	take := func(err error) (job, bool) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil && failed == nil {
			failed = err
		}
		if failed == nil {
			failed = ctx.Err()
		}
		if failed != nil || next == len(jobs) {
			return job{}, false
		}
		next++
		return jobs[next-1], true
	}
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			var err error
			for {
				job, ok := take(err)
				if !ok {
					return
				}
				packed, readErr := os.ReadFile(job.cached)
				if readErr != nil {
					mu.Lock()
					if !started {
						started, done = true, b.Log.step("compressing")
					}
					mu.Unlock()
					if packed, err = job.pack(job.text); err != nil {
						continue
					}
					if err = writeFile(job.cached, packed); err != nil {
						continue
					}
				}
				if old, readErr := os.ReadFile(job.name); readErr != nil || !bytes.Equal(old, packed) {
					err = writeFile(job.name, packed)
				}
			}
		})
	}
	work.Wait()
	if failed == nil {
		done()
	}
	return failed
}

func toBrotli(text []byte) ([]byte, error) {
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	err := w.Close()
	return packed.Bytes(), err
}

func toGzip(text []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
}
