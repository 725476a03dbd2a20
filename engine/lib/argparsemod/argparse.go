// Package argparsemod is the module argparse, written in Python: actions and
// parsing, and the texts of help and usage.
package argparsemod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

var (
	//go:embed argparse.py
	source string
	//go:embed _argparse_help.py
	helpSource string
	//go:embed _argparse_actions.py
	actionsSource string
)

func init() {
	lib.Register("argparse", vm.Spec{Source: source})
	lib.Register("_argparse_help", vm.Spec{Source: helpSource})
	lib.Register("_argparse_actions", vm.Spec{Source: actionsSource})
}
