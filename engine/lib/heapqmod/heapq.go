// Package heapqmod is module heapq, written in Python. It imports the registry
// of modules only.
package heapqmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed heapq.py
var source string

func init() { lib.Register("heapq", vm.Spec{Source: source}) }
