package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func testFolder(t *testing.T) string {
	out := t.TempDir()
	put(t, out, map[string]string{
		"index.html": "start", "play/index.html": "play", "404.html": "lost",
		"assets/engine.0123456789.wasm": "plain", "assets/engine.0123456789.wasm.br": "br", "assets/engine.0123456789.wasm.gz": "gz",
		"assets/icon.svg": "<svg/>", "assets/f.ABC.woff2": "font",
	})
	return out
}

func TestFolderServesLikeAStaticHost(t *testing.T) {
	handler := folder{testFolder(t)}
	for _, test := range []struct {
		method, path, accept string
		status               int
		header               map[string]string
		body                 string
	}{
		{"GET", "/", "", 200, map[string]string{"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"}, "start"},
		{"GET", "/play/", "br", 200, nil, "play"},
		{"GET", "/play?a=1", "", 301, map[string]string{"Location": "./play/?a=1"}, ""},
		{"GET", "/gone", "", 404, map[string]string{"Content-Type": "text/html; charset=utf-8"}, "lost"},
		{"GET", "/assets/", "", 404, nil, "lost"},
		{"GET", "/../../../../etc/passwd", "", 404, nil, "lost"},
		{"POST", "/", "", 405, nil, "only GET and HEAD\n"},
		{"HEAD", "/", "", 200, nil, ""},
		{"GET", "/assets/engine.0123456789.wasm", "gzip, deflate, br", 200,
			map[string]string{"Content-Type": "application/wasm", "Content-Encoding": "br", "Vary": "Accept-Encoding", "Cache-Control": "public, max-age=31536000, immutable"}, "br"},
		{"GET", "/assets/engine.0123456789.wasm", "gzip", 200, map[string]string{"Content-Encoding": "gzip"}, "gz"},
		{"GET", "/assets/engine.0123456789.wasm", "br;q=0, identity", 200, map[string]string{"Content-Encoding": ""}, "plain"},
		{"GET", "/assets/icon.svg", "br", 200, map[string]string{"Content-Type": "image/svg+xml", "Content-Encoding": "", "Cache-Control": "no-cache"}, "<svg/>"},
		{"GET", "/assets/f.ABC.woff2", "br", 200, map[string]string{"Content-Type": "font/woff2"}, "font"},
	} {
		request := httptest.NewRequest(test.method, "http://localhost/", nil)
		request.URL.Path, request.URL.RawQuery, _ = strings.Cut(test.path, "?")
		if test.accept != "" {
			request.Header.Set("Accept-Encoding", test.accept)
		}
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code != test.status || answer.Body.String() != test.body {
			t.Errorf("%s %s (%s): %d %q, want %d %q", test.method, test.path, test.accept, answer.Code, answer.Body, test.status, test.body)
		}
		for name, want := range test.header {
			if got := answer.Header().Get(name); got != want {
				t.Errorf("%s %s (%s): %s is %q, want %q", test.method, test.path, test.accept, name, got, want)
			}
		}
		if got := answer.Header().Get("Cross-Origin-Opener-Policy"); got != "" {
			t.Errorf("%s: Cross-Origin-Opener-Policy %q cuts the page off from a window that it opens", test.path, got)
		}
	}
}

func TestAPortInUseSaysWhatToDo(t *testing.T) {
	first, err := Listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	_, err = Listen(first.Addr().String())
	if err == nil || !strings.Contains(err.Error(), "is in use") || !strings.Contains(err.Error(), "-addr localhost:8081") {
		t.Errorf("the error is %v", err)
	}
	if got := Address(first, "/a/"); !strings.HasPrefix(got, "http://localhost:") || !strings.HasSuffix(got, "/a/") {
		t.Errorf("the address is spelled %s", got)
	}
}

func TestServingUnderAPathAndStopping(t *testing.T) {
	listener, err := Listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- ServeFolder(ctx, listener, testFolder(t), "/a/b/") }()
	for path, want := range map[string]string{"/a/b/": "start", "/a/b/play": "play", "/a/b/play/": "play", "/": "404 page not found\n"} {
		if got := fetch(t, listener, path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("stopping: %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("the server does not stop")
	}
}

func fetch(t *testing.T, listener net.Listener, path string) string {
	t.Helper()
	answer, err := http.Get("http://" + listener.Addr().String() + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
