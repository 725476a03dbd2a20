package iomod

import "loopscope/engine/object"

// What a forked process copies, see object.Describe.
func init() {
	object.Describe[bytesIO](BytesIOType)
	object.Describe[stringIO](StringIOType)
}
