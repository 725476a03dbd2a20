// Package typingmod is the module typing, in Python. It is one module in several
// files, since their classes refer to one another: special forms, type variables
// and forward references, aliases (forms with their arguments), Generic and
// Protocol, the classes that are made of annotations, and functions.
package typingmod

import (
	_ "embed"
	"strings"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

//go:embed forms.py
var forms string

//go:embed variables.py
var variables string

//go:embed aliases.py
var aliases string

//go:embed generic.py
var generic string

//go:embed classes.py
var classes string

//go:embed functions.py
var functions string

func init() {
	parts := []string{forms, variables, aliases, generic, classes, functions}
	lib.Register("typing", vm.Spec{Source: strings.Join(parts, "\n\n")})
}
