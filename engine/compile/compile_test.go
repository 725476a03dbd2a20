package compile

import (
	"strings"
	"testing"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// Programs that once compiled to something that could not run.
var regressions = []string{
	// A jump past the beginning of a handler's region.
	"try: pass\nexcept E: f()\ntry:\n    print(x) if 0 else print(y)\nexcept E: pass\n",
	"def f():\n    for x in y:\n        try:\n            if 1: continue\n            g()\n        finally:\n            while 1:\n                try: break\n                finally: h()\n",
	"def f():\n    try: return (yield)\n    finally:\n        try: return 1\n        finally:\n            for x in y: return x\n",
}

func TestRegressions(t *testing.T) {
	for _, src := range regressions {
		for _, flags := range []Flags{0, NoFuse} {
			if _, err := compileText("f.py", src, flags); err != nil {
				t.Errorf("%v\n%s", err, src)
			}
		}
	}
}

// TestLongChains compiles expressions and statements that are as long as the
// parser allows without running out of anything.
func TestLongChains(t *testing.T) {
	const n = 900 // the parser allows trees of height 1000
	for name, src := range map[string]string{
		"sum":       "x = a" + strings.Repeat(" + a", n),
		"constants": "x = 1" + strings.Repeat(" + 1", n),
		"calls":     "x = a" + strings.Repeat(".b()", 400),
		"items":     "x = a" + strings.Repeat("[0]", 900),
		"and":       "x = a" + strings.Repeat(" and a", 20*n),
		"compare":   "x = a" + strings.Repeat(" < a", 20*n),
		"list":      "x = [" + strings.Repeat("a, ", 20*n) + "]",
		"dict":      "x = {" + strings.Repeat("a: b, ", 20*n) + "}",
		"call":      "f(" + strings.Repeat("a, ", 20*n) + ")",
		"statement": strings.Repeat("x = 1\n", 20*n),
		"elif":      "if a: pass\n" + strings.Repeat("elif b: pass\n", n),
		"strings":   "x = f'" + strings.Repeat("{a}", n) + "'",
		"names":     manyNames(70000),
	} {
		code, err := compileText("f.py", src+"\n", 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if code.StackSize > 20*n+10 {
			t.Errorf("%s: needs a stack of %d", name, code.StackSize)
		}
	}
}

func manyNames(n int) string {
	var b strings.Builder
	b.WriteString("def f():\n")
	for i := 0; i < n; i++ {
		b.WriteString("    v")
		b.WriteString(strings.Repeat("x", i%7))
		b.WriteString(string(rune('a' + i%26)))
		b.WriteString(" = a.b\n")
	}
	return b.String()
}

func TestTooLarge(t *testing.T) {
	// Each finally body is repeated for every return inside it.
	var b strings.Builder
	b.WriteString("def f():\n")
	for i := 0; i < 19; i++ {
		b.WriteString(strings.Repeat(" ", i+1) + "try: return g()\n" + strings.Repeat(" ", i+1) + "finally:\n")
	}
	b.WriteString(strings.Repeat(" ", 20) + "return h()\n")
	_, err := compileText("f.py", b.String(), 0)
	if e, ok := err.(*syntax.Error); !ok || !strings.Contains(e.Msg, "too large") {
		t.Errorf("got %v", err)
	}
}

func TestHidden(t *testing.T) {
	code, err := compileText("f.py", "def f():\n    return [x for x in y]\n", Hidden)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(c *bytecode.Code)
	walk = func(c *bytecode.Code) {
		if c.Flags&bytecode.Hidden == 0 {
			t.Errorf("%s is not hidden", c.QualName)
		}
		for _, k := range c.Consts {
			if k.Kind == bytecode.ConstCode {
				walk(k.Code)
			}
		}
	}
	walk(code)
}
