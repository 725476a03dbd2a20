// Package decimalmod is the module decimal, written in Python on integers: the
// arithmetic of the General Decimal Arithmetic Specification.
package decimalmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/vm"
)

var (
	//go:embed decimal.py
	source string
	//go:embed _decimal_context.py
	contextSource string
	//go:embed _decimal_math.py
	mathSource string
)

func init() {
	lib.Register("decimal", vm.Spec{Source: source})
	lib.Register("_decimal_context", vm.Spec{Source: contextSource})
	lib.Register("_decimal_math", vm.Spec{Source: mathSource})
}
