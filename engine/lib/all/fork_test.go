package all

import (
	"testing"

	"loopscope/engine/object"
)

// A fork copies every object of a process, so it must know the Go struct of every class whose instances refer to others.
func TestEveryClassCanBeForked(t *testing.T) {
	for _, name := range object.Undescribed() {
		t.Errorf("object.Describe does not name the Go struct of class %s", name)
	}
}
