package picklemod

// The opcodes (pickletools documents each).
const (
	opMark           = '('
	opStop           = '.'
	opPop            = '0'
	opPopMark        = '1'
	opDup            = '2'
	opFloat          = 'F'
	opInt            = 'I'
	opBinInt         = 'J'
	opBinInt1        = 'K'
	opLong           = 'L'
	opBinInt2        = 'M'
	opNone           = 'N'
	opPersID         = 'P'
	opBinPersID      = 'Q'
	opReduce         = 'R'
	opString         = 'S'
	opBinString      = 'T'
	opShortBinString = 'U'
	opUnicode        = 'V'
	opBinUnicode     = 'X'
	opAppend         = 'a'
	opBuild          = 'b'
	opGlobal         = 'c'
	opDict           = 'd'
	opEmptyDict      = '}'
	opAppends        = 'e'
	opGet            = 'g'
	opBinGet         = 'h'
	opInst           = 'i'
	opLongBinGet     = 'j'
	opList           = 'l'
	opEmptyList      = ']'
	opObj            = 'o'
	opPut            = 'p'
	opBinPut         = 'q'
	opLongBinPut     = 'r'
	opSetItem        = 's'
	opTuple          = 't'
	opEmptyTuple     = ')'
	opSetItems       = 'u'
	opBinFloat       = 'G'
	opBinBytes       = 'B'
	opShortBinBytes  = 'C'
)

// The opcodes of protocol 2 and later.
const (
	opProto = iota + 0x80
	opNewObj
	opExt1
	opExt2
	opExt4
	opTuple1
	opTuple2
	opTuple3
	opNewTrue
	opNewFalse
	opLong1
	opLong4
	opShortBinUnicode
	opBinUnicode8
	opBinBytes8
	opEmptySet
	opAddItems
	opFrozenSet
	opNewObjEx
	opStackGlobal
	opMemoize
	opFrame
	opByteArray8
	opNextBuffer
	opReadonlyBuffer
)
