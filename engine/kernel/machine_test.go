package kernel

import (
	"testing"
)

const ms = 1_000_000

func TestFourThreadsFourCores(t *testing.T) {
	for _, c := range []struct {
		gil   bool
		cores int
		want  int64
	}{{true, 4, 400 * ms}, {false, 4, 100 * ms}, {false, 2, 200 * ms}, {true, 1, 400 * ms}, {false, 1, 400 * ms}} {
		f := setup(t, exact(c.cores, c.gil))
		for _, name := range []string{"a", "b", "c", "d"} {
			f.start(name, work(100*ms))
		}
		if st := f.run(); st != Finished {
			t.Fatalf("%+v: status %d", c, st)
		}
		if got := f.m.Time(); got != c.want {
			t.Errorf("%+v: took %d, want %d", c, got, c.want)
		}
	}
}
