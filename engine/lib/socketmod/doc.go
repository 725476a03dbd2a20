// Package socketmod holds the modules around sockets: socket, select, selectors
// and socketserver.
//
// The network itself is engine/world's: a loopback that all processes of the run
// share. Here are the system calls on descriptors (module _socket, in Go), the
// ways to wait for several of them (select, poll and epoll), and in Python the
// classes that programs use.
//
// A thread that has to wait parks, so it gives up the GIL, with a reason such as
// "recv" and the connection on the timeline as what is waited for.
package socketmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

//go:embed socket.py
var socketSource string

//go:embed select.py
var selectSource string

//go:embed selectors.py
var selectorsSource string

//go:embed socketio.py
var socketioSource string

//go:embed socketserver.py
var socketserverSource string

type (
	value  = object.Value
	str    = object.Str
	exc    = object.Exc
	action = vm.Action
)

func init() {
	calls := lib.Table{Name: "_socket"}
	addCalls(&calls)
	addTransfers(&calls)
	addNames(&calls)
	lib.Register("_socket", calls.Spec(""))
	sel := lib.Table{Name: "select"}
	addSelect(&sel)
	lib.Register("select", sel.Spec(selectSource))
	lib.Register("socket", vm.Spec{Source: socketSource})
	lib.Register("_socketio", vm.Spec{Source: socketioSource})
	lib.Register("selectors", vm.Spec{Source: selectorsSource})
	lib.Register("socketserver", vm.Spec{Source: socketserverSource})
}
