// Package jsonmod is the module json. What works on built-in values alone is
// written in Go (scan.go, write.go); with hooks, subclasses or a default function
// the same is done in Python (json.py), which asks Go for the pieces.
package jsonmod

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

//go:embed json.py
var source string

func init() {
	tb := &lib.Table{Name: "_json"}
	tb.Leaf("parse", "text, start, strict, /", parse)
	tb.Leaf("scanstring", "string, end, strict=True, /", scanString)
	tb.Leaf("quote", "text, ascii, /", quoteLeaf)
	tb.Leaf("write", "obj, ascii, allow_nan, sort_keys, skipkeys, indent, item_separator, key_separator, /", write)
	lib.Register("_json", tb.Spec(""))
	lib.Register("json", vm.Spec{Source: source, Package: true})
	lib.Register("json.decoder", vm.Spec{Source: "from json import JSONDecoder, JSONDecodeError, scanstring\n"})
	lib.Register("json.encoder", vm.Spec{Source: "from json import JSONEncoder, encode_basestring, encode_basestring_ascii\n"})
	lib.Register("json.scanner", vm.Spec{Source: "from json import make_scanner\n"})
}

// maxDepth bounds how deep values nest, here and in the text.
const maxDepth = 900
