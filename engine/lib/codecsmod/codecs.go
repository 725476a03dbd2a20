// Package codecsmod is the module codecs: the registry of encodings and of ways to deal with errors. The
// codecs themselves are in package object.
package codecsmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

type (
	value = object.Value
	str   = object.Str
	exc   = object.Exc
	ctx   = object.Ctx
)

//go:embed codecs.py
var source string

func init() {
	tb := &lib.Table{Name: "_codecregistry"}
	// hook gets the function that is asked for encodings and handlers that are not built in.
	tb.Leaf("hook", "fn, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		c.CodecHook = a[0]
		return object.None, nil
	})
	tb.Leaf("builtin_name", "encoding, /", func(c *ctx, a []value, _ []*str) (value, *exc) {
		s := object.AsStr(a[0])
		if s == nil {
			return value{}, object.NewExc(object.TypeError, "lookup() argument must be str, not %s", object.TypeOf(a[0]))
		}
		if name, ok := object.HasCodec(s.Text); ok {
			return object.NewStr(name), nil
		}
		return object.None, nil
	})
	lib.Register("_codecregistry", tb.Spec(""))
	lib.Register("codecs", vm.Spec{Source: source})
}
