package bytecode

import (
	"strings"
	"testing"

	"loopscope/engine/syntax"
)

// TestEveryOpcode walks the opcodes: each has a name, an effect, and never
// leaves less on the stack than its effect on what it takes away says.
func TestEveryOpcode(t *testing.T) {
	names := map[string]Op{}
	for op := Op(0); op < OpLast; op++ {
		name := op.String()
		if name == "" || strings.HasPrefix(name, "OP_") {
			t.Errorf("opcode %d has no name", op)
		}
		if other, ok := names[name]; ok {
			t.Errorf("opcodes %d and %d are both called %s", other, op, name)
		}
		names[name] = op
		for _, in := range []Instr{{Op: op, B: 2}, {Op: op, B: 3, A: 1}, {Op: op, B: 2, A: 15}} {
			pops, effect := Pops(in), Effect(in)
			if pops < 0 || pops+effect < 0 {
				t.Errorf("%s takes %d and adds %d", name, pops, effect)
			}
			if pops+JumpEffect(in) < 0 {
				t.Errorf("%s takes %d and adds %d when it jumps", name, pops, JumpEffect(in))
			}
		}
	}
}

func TestVerify(t *testing.T) {
	ret, none := Instr{Op: OpReturnValue}, Instr{Op: OpLoadConst}
	for _, test := range []struct {
		name    string
		instrs  []Instr
		handler []Handler
		want    string // part of the error, "" for none
	}{
		{"good", []Instr{none, ret}, nil, ""},
		{"underflow", []Instr{{Op: OpPopTop}, none, ret}, nil, "needs 1 stack entries"},
		{"overflow", []Instr{none, none, none, ret}, nil, "leaves a stack of 3"},
		{"falls off", []Instr{none}, nil, "outside the code"},
		{"bad constant", []Instr{{Op: OpLoadConst, B: 7}, ret}, nil, "constant 7"},
		{"bad target", []Instr{{Op: OpJump, B: 9}, none, ret}, nil, "outside the code"},
		{"backwards", []Instr{none, {Op: OpJump, B: 0}}, nil, "wrong direction"},
		{"depths meet", []Instr{none, {Op: OpPopJumpIfTrue, B: 3}, none, none, ret}, nil, "with a stack of"},
		{"handler", []Instr{none, ret}, []Handler{{0, 2, 0, 0}}, "with a stack of"},
		{"deep handler", []Instr{none, ret}, []Handler{{0, 2, 1, 5}}, "handler wants 5"},
	} {
		c := &Code{Name: "f", QualName: "f", File: syntax.NewFile("f.py", ""), StackSize: 2, Consts: []Const{{}}, Instrs: test.instrs, Handlers: test.handler}
		c.SpanOf = make([]int32, len(test.instrs))
		c.Spans = make([]syntax.Span, 1)
		err := Verify(c)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}
