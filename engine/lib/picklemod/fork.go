package picklemod

import "loopscope/engine/object"

// What a forked process copies, see object.Describe.
func init() {
	object.Describe[picklerObject](picklerType)
	object.Describe[unpicklerObject](unpicklerType)
}
