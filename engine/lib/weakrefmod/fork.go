package weakrefmod

import "loopscope/engine/object"

// What a forked process copies, see object.Describe.
func init() { object.Describe[ref](refType) }
