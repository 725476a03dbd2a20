// Package inspectmod is the module inspect, written in Python: predicates and
// members, signatures, sources and frames; and linecache, where lines of the
// program's files come from.
package inspectmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

var (
	//go:embed inspect.py
	inspectSource string
	//go:embed _signature.py
	signatureSource string
	//go:embed _sources.py
	sourcesSource string
	//go:embed linecache.py
	linecacheSource string
)

func init() {
	lib.Register("inspect", vm.Spec{Source: inspectSource})
	lib.Register("_signature", vm.Spec{Source: signatureSource})
	lib.Register("_sources", vm.Spec{Source: sourcesSource})
	lib.Register("linecache", vm.Spec{Source: linecacheSource})
}
