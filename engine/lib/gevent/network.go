package gevent

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

// The modules around sockets, which are Python: over the system calls of module _socket and the watchers of io.go.

//go:embed py/socket.py
var pySocket string

//go:embed py/select.py
var pySelect string

//go:embed py/selectors.py
var pySelectors string

//go:embed py/baseserver.py
var pyBaseserver string

//go:embed py/server.py
var pyServer string

//go:embed py/pywsgi.py
var pyPywsgi string

func init() {
	for _, m := range [...]struct{ name, src string }{
		{"socket", pySocket}, {"select", pySelect}, {"selectors", pySelectors}, {"baseserver", pyBaseserver},
		{"server", pyServer}, {"pywsgi", pyPywsgi},
	} {
		lib.Register("gevent."+m.name, vm.Spec{Source: m.src})
	}
}
