package vm

import (
	"loopscope/engine/object"
	"loopscope/engine/syntax"
)

// The codecs in object need the names of characters, which the scanner has.
func init() {
	object.CharacterName = syntax.CharacterName
	object.NamedCharacter = syntax.NamedCharacter
}
