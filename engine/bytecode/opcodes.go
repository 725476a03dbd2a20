package bytecode

// Op is an opcode.
type Op uint8

// The opcodes. Each comment is the stack before, an arrow, and the stack after;
// "k" names Consts[k], "n" a number, "i" a frame slot, "->" a jump target (an
// instruction index).
const (
	OpNop Op = iota // -> ; costs nothing, only appears where a jump needs a landing place

	// Stack.
	OpPopTop // x ->
	OpCopy   // B=n: x … -> x … x  (copies the nth from the top, 1 is the top)
	OpSwap   // B=n: x … y -> y … x (swaps the top with the nth from the top, n >= 2)

	// Variables. B is the slot, or the index in Names.
	OpLoadConst      // B=k: -> k
	OpLoadFast       // B=i: -> local; UnboundLocalError when unbound
	OpStoreFast      // B=i: x ->
	OpDeleteFast     // B=i
	OpLoadClosure    // B=i (slot of a cell or free variable): -> cell
	OpLoadDeref      // B=i: -> cell's contents; NameError or UnboundLocalError when empty
	OpStoreDeref     // B=i: x ->
	OpDeleteDeref    // B=i
	OpLoadClassDeref // B=i, A=name index: -> local namespace's value, else the cell's
	OpLoadName       // B=name, A=cache: -> from the local namespace, globals, builtins
	OpStoreName      // B=name, A=cache: x ->
	OpDeleteName     // B=name
	OpLoadGlobal     // B=name, A=cache: -> from globals, builtins
	OpStoreGlobal    // B=name, A=cache: x ->
	OpDeleteGlobal   // B=name

	// Attributes and items.
	OpLoadAttr     // B=name, A=cache: obj -> value
	OpStoreAttr    // B=name, A=cache: value obj ->
	OpDeleteAttr   // B=name: obj ->
	OpLoadMethod   // B=name, A=cache: obj -> func self | NULL value ; for OpCallMethod
	OpBinarySubscr // obj key -> value
	OpStoreSubscr  // value obj key ->
	OpDeleteSubscr // obj key ->

	// Unary.
	OpUnaryNegative // x -> -x
	OpUnaryPositive // x -> +x
	OpUnaryInvert   // x -> ~x
	OpUnaryNot      // x -> not x

	// Binary; A=1 for the in-place form.
	OpBinaryAdd      // a b -> a+b
	OpBinarySub      // a b -> a-b
	OpBinaryMul      // a b -> a*b
	OpBinaryMatMul   // a b -> a@b
	OpBinaryTrueDiv  // a b -> a/b
	OpBinaryMod      // a b -> a%b
	OpBinaryPow      // a b -> a**b
	OpBinaryLShift   // a b -> a<<b
	OpBinaryRShift   // a b -> a>>b
	OpBinaryOr       // a b -> a|b
	OpBinaryXor      // a b -> a^b
	OpBinaryAnd      // a b -> a&b
	OpBinaryFloorDiv // a b -> a//b

	OpCompare    // A=Cmp…: a b -> a op b
	OpIs         // A=1 inverts: a b -> a is b
	OpContains   // A=1 inverts: item container -> item in container
	OpLoadAssert // -> AssertionError

	// Jumps. B is the target. JUMP_BACK is the only one that may go backwards
	// unconditionally, and is a safe point; a conditional jump never goes backwards.
	OpJump             // ->
	OpJumpBack         // -> ; A=1 in the loop of await and yield from: no safe point there
	OpPopJumpIfFalse   // x ->
	OpPopJumpIfTrue    // x ->
	OpPopJumpIfNone    // x ->
	OpPopJumpIfNotNone // x ->
	OpJumpIfFalseOrPop // x -> x and jump | pop and go on
	OpJumpIfTrueOrPop  // x -> x and jump | pop and go on

	// Displays.
	OpBuildTuple  // B=n: x1…xn -> tuple
	OpBuildList   // B=n: x1…xn -> list
	OpBuildSet    // B=n: x1…xn -> set
	OpBuildMap    // B=n: k1 v1…kn vn -> dict
	OpBuildString // B=n: s1…sn -> str
	OpBuildSlice  // B=2 or 3: start stop [step] -> slice
	OpListAppend  // B=n: list … x -> list …   (list is the nth from the top after x is popped)
	OpSetAdd      // B=n: set … x -> set …
	OpMapAdd      // B=n: dict … k v -> dict …
	OpListExtend  // B=n: list … iterable -> list …   (A=1: the list is for f(*iterable), and f lies below it: "f() argument after * must be an iterable, not int")
	OpSetUpdate   // B=n: set … iterable -> set …
	OpDictUpdate  // B=n: dict … mapping -> dict …
	OpDictMerge   // B=n: callable … dict … mapping -> ; as above, but a repeated key is a TypeError naming the function (A = how deep below the dict the callable lies: 2 when CALL_EX's positional tuple is between)
	OpListToTuple // list -> tuple

	OpUnpackSequence // B=n: seq -> xn … x1
	OpUnpackEx       // B=before, A=after: seq -> after… rest before…  (as UNPACK_EX: first element on top)

	OpFormatValue // A: 0 none, 1 str, 2 repr, 3 ascii; plus 4 when a spec is on top: x [spec] -> str

	// Iteration.
	OpGetIter          // x -> iterator
	OpForIter          // B=-> : it -> it value | it -> (exhausted: pops it and jumps)
	OpGetYieldFromIter // x -> iterator (a coroutine only inside a coroutine)
	OpGetAwaitable     // A=1 after __aenter__, 2 after __aexit__ (for the error message): x -> awaitable's iterator
	OpGetAIter         // x -> async iterator
	OpGetANext         // aiter -> aiter awaitable
	OpEndAsyncFor      // aiter exc -> ; re-raises unless exc is StopAsyncIteration (runs in the handler, stack cut to aiter, no PUSH_EXC_INFO)
	OpSend             // B=-> : iter v -> iter yielded | value (iter finished: pops both, pushes its value, jumps)
	OpYieldValue       // x -> sent ; suspends. A=1 marks the yield of a yield-from/await loop (not a yield of the program's own)
	OpAsyncGenWrap     // x -> wrapped x ; before YIELD_VALUE in an async generator
	OpReturnGenerator  // -> ; first instruction of generators, coroutines and async generators: makes the object, returns it to the caller; when resumed the stack is empty and the sent None already dropped
	OpReturnValue      // x ->

	// Calls. Safe points. Arguments lie in order above the callable; with
	// keywords the last len(names) of them are values for the names in the tuple Consts[A].
	OpCall         // B=n: f x1…xn -> result
	OpCallKw       // B=n, A=k: f x1…xn -> result
	OpCallMethod   // B=n: func self x1…xn -> result | NULL value x1…xn -> result
	OpCallMethodKw // B=n, A=k
	OpCallEx       // A=1 with a dict: f tuple [dict] -> result

	// Functions and classes.
	OpMakeFunction   // A: 1 defaults tuple, 2 keyword-only defaults dict, 4 annotations dict, 8 closure tuple (pushed in this order): [..] code -> function
	OpLoadBuildClass // -> __build_class__

	// Exceptions. A handler is entered with its exception on the stack.
	OpPushExcInfo      // exc -> previous exc ; exc becomes the one being handled
	OpPopExcept        // previous -> ; previous is being handled again
	OpCheckExcMatch    // exc type -> exc bool
	OpCheckEGMatch     // exc type -> rest match ; except*: None when nothing matches; exc's naked form is wrapped. match also becomes the exception being handled when not None
	OpPrepReraiseStar  // original list -> exc or None ; what except* must raise at its end
	OpReraise          // exc -> ; raises again, keeping the traceback as it is
	OpRaiseVarargs     // B=0: -> ; B=1: exc -> ; B=2: exc cause ->
	OpBeforeWith       // mgr -> exit result-of-enter
	OpBeforeAsyncWith  // mgr -> exit awaitable-of-aenter
	OpWithExceptStart  // exit previous exc -> exit previous exc result ; calls exit(type, exc, tb)
	OpSetupAnnotations // makes __annotations__ in the local namespace
	OpPrintExpr        // x -> ; interactive mode only

	// Imports.
	OpImportName // B=name: level fromlist -> module
	OpImportFrom // B=name: module -> module attr
	OpImportStar // module ->

	// Patterns.
	OpGetLen        // x -> x len(x)
	OpMatchMapping  // x -> x bool
	OpMatchSequence // x -> x bool
	OpMatchKeys     // subject keys -> subject keys values-or-None
	OpMatchClass    // B=positional patterns: subject cls names -> attrs-tuple-or-None

	// OpMakeCell: B=slot: what is in the slot (a parameter or nothing) goes into a new cell.
	// Stands at the beginning of a code object (behind RETURN_GENERATOR), on empty
	// slots; parameters are then moved in by LOAD_FAST, STORE_DEREF, at no cost.
	OpMakeCell

	// Fused and specialised instructions, made by the compiler's last pass only.
	// Slots and constants that do not fit keep the plain form. In the comments
	// a and b are slots, k a constant.
	OpLoadFastLoadFast   // A=a, B=b
	OpLoadFastLoadConst  // A=a, B=k
	OpStoreFastLoadFast  // A=store, B=load
	OpStoreFastStoreFast // A=first, B=second
	// Where an operator is named, B holds the operator's Op number (OpBinaryAdd …), plus 256 for the in-place form.
	OpBinaryFastFast       // A=a|b<<8 (both < 256): LOAD a, LOAD b, op
	OpBinaryFastConst      // A=a|k<<8: LOAD a, LOAD_CONST k, op
	OpBinaryConst          // A=k: x -> x op k
	OpBinaryFast           // A=b: x -> x op b
	OpAddStore             // A=1 in-place, B=i: x y -> ; local i = x+y
	OpIncFast              // A=i|k<<8, operator add or sub: LOAD i, LOAD_CONST k, op, STORE i; k an int constant
	OpCompareJump          // A=cmp|8 when jumping if true, B=-> : a b ->
	OpCompareFastFastJump  // A=a|b<<8, B=target|cmp<<24|jumpIfTrue<<27 (target < 1<<24): LOAD a, LOAD b, COMPARE, POP_JUMP_IF
	OpCompareFastConstJump // A=a|k<<8, B as above
	OpCompareConstJump     // A=k, B as above: x ->
	OpForIterStore         // A=slot, B=-> : FOR_ITER, STORE_FAST
	OpLoadFastAttr         // A=slot|name<<6 is too narrow, so: A=cache, B=slot|name<<8: LOAD_FAST slot, LOAD_ATTR name
	OpLoadFastMethod       // A=cache, B=slot|name<<8: LOAD_FAST slot, LOAD_METHOD name
	OpReturnFast           // B=i: LOAD_FAST i, RETURN_VALUE
	OpReturnConst          // B=k: LOAD_CONST k, RETURN_VALUE
	OpCallPop              // B=n: CALL n, POP_TOP
	OpCallMethodPop        // B=n: CALL_METHOD n, POP_TOP
	OpYieldPop             // YIELD_VALUE, POP_TOP
	OpSubscrFastFast       // A=a, B=b: LOAD a, LOAD b, BINARY_SUBSCR
	OpLast                 // number of opcodes, not an instruction
)

// Comparison operators, A of OpCompare.
const (
	CmpLT = iota
	CmpLE
	CmpEQ
	CmpNE
	CmpGT
	CmpGE
)
