package compile

import (
	"os"
	"strings"
	"testing"

	"loopscope/engine/syntax"
)

// TestUnparse compares with the recorded texts of annotations, which are in
// ASCII, with what is not ASCII escaped.
func TestUnparse(t *testing.T) {
	in, err := os.ReadFile("testdata/annotations.txt")
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.ReadFile("testdata/annotations.out")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(out), "\n")
	for i, line := range strings.Split(strings.TrimSuffix(string(in), "\n"), "\n") {
		prefix := "def f(x: "
		if strings.HasPrefix(line, "*") {
			prefix = "def f(*x: "
		}
		f := syntax.NewFile("f.py", prefix+line+"): pass\n"+"w = "+want[i]+"\n")
		mod, err := syntax.Parse(f)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		args := mod.Body[0].(*syntax.FunctionDef).Args
		arg := args.VarArg
		if arg == nil {
			arg = args.Args[0]
		}
		want := mod.Body[1].(*syntax.Assign).Value.(*syntax.Str).V
		if got := unparse(arg.Annotation); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", line, got, want)
		}
	}
}
