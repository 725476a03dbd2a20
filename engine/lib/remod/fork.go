package remod

import "loopscope/engine/object"

// What a forked process copies, see object.Describe. Compiled patterns never change.
func init() {
	object.Describe[Pattern](PatternType)
	object.Describe[Match](MatchType)
	object.Describe[matchIter](iterType, scannerType)
	object.CopyShared[program]()
}
