// Package abcmod is the module abc: abstract classes, written in Python.
package abcmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed abc.py
var source string

func init() {
	lib.Register("abc", vm.Spec{Source: source})
}
