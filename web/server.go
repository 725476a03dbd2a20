package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// contentTypes are fixed here: what the operating system thinks of an ending
// must not decide whether a browser compiles WASM while it arrives.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".map": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
	".woff2": "font/woff2", ".png": "image/png", ".py": "text/plain; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".xml": "application/xml",
}

// A folder serves a built site the way a plain static host does: files, packed
// where the browser takes that, and nothing that a site would have to rely on.
// In particular no Cross-Origin-Opener-Policy: it would cut the page off from a
// window that it opens to hand a trace to.
type folder struct {
	dir string
}

func (f folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := path.Clean("/" + r.URL.Path)
	place := filepath.Join(f.dir, filepath.FromSlash(name))
	info, err := os.Stat(place)
	if err == nil && info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			to := "./" + path.Base(name) + "/"
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			// Written by hand: http.Redirect would make it absolute and lose a prefix.
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
		place = filepath.Join(place, "index.html")
		info, err = os.Stat(place)
	}
	if err != nil || info.IsDir() {
		f.lost(w, r)
		return
	}
	header := w.Header()
	if kind, ok := contentTypes[path.Ext(name)]; ok {
		header.Set("Content-Type", kind)
	} else {
		header.Set("Content-Type", "application/octet-stream")
	}
	header.Set("X-Content-Type-Options", "nosniff")
	// A page embedded in a sandboxed frame has no origin; without this it may not load its own scripts.
	header.Set("Access-Control-Allow-Origin", "*")
	if strings.HasPrefix(name, "/assets/") && strings.Count(path.Base(name), ".") > 1 {
		header.Set("Cache-Control", "public, max-age=31536000, immutable") // the name holds a hash
	} else {
		header.Set("Cache-Control", "no-cache")
	}
	if packable(name) {
		header.Set("Vary", "Accept-Encoding")
		for _, packed := range []struct{ coding, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
			if !takes(r.Header.Get("Accept-Encoding"), packed.coding) {
				continue
			}
			if with, err := os.Stat(place + packed.ending); err == nil {
				header.Set("Content-Encoding", packed.coding)
				place, info = place+packed.ending, with
				break
			}
		}
	}
	file, err := os.Open(place)
	if err != nil {
		f.lost(w, r)
		return
	}
	defer file.Close()
	header.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), header.Get("Content-Encoding")))
	http.ServeContent(w, r, "", info.ModTime(), file)
}

func (f folder) lost(w http.ResponseWriter, r *http.Request) {
	text, err := os.ReadFile(filepath.Join(f.dir, "404.html"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentTypes[".html"])
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodGet {
		w.Write(text)
	}
}

// takes says whether an Accept-Encoding header admits a coding.
func takes(accept, coding string) bool {
	for _, part := range strings.Split(accept, ",") {
		name, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), coding) {
			q := strings.ReplaceAll(rest, " ", "")
			return q != "q=0" && q != "q=0.0" && q != "q=0.00" && q != "q=0.000"
		}
	}
	return false
}

// Listen opens the address. A port in use is the error that everyone meets, so
// it says what to do about it.
func Listen(addr string) (net.Listener, error) {
	if inherited, err := inheritedListener(); inherited != nil || err != nil {
		return inherited, err
	}
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is in use, perhaps by another Loopscope.\nStop that one, or choose another port: go run . -addr localhost:8081 (port 0 takes any that is free)", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w", addr, err)
	}
	return listener, nil
}

// Address spells the address of a listener for a person to open.
func Address(listener net.Listener, under string) string {
	host, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return "http://" + listener.Addr().String() + under
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsLoopback() || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + under
}

// ServeFolder serves a built site until the context ends. under is the path to
// serve it at, "/" for the top.
func ServeFolder(ctx context.Context, listener net.Listener, dir, under string) error {
	var handler http.Handler = folder{dir}
	if under != "/" {
		handler = http.StripPrefix(strings.TrimSuffix(under, "/"), handler)
	}
	return serve(ctx, listener, handler)
}

func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// Open event streams end with ctx; whatever else is under way gets a moment.
	closing, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(closing); err != nil {
		return server.Close()
	}
	return nil
}
