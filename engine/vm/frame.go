package vm

import (
	"unsafe"

	"loopscope/engine/bytecode"
	"loopscope/engine/object"
)

type (
	// Value is object.Value; the package uses it on every line.
	Value = object.Value
	// Exc is a Python exception.
	Exc = object.Exc
	// Str is a Python string.
	Str = object.Str
)

// retMode says what the frame below does with a frame's result.
type retMode uint8

const (
	retPush   retMode = iota // push it on the evaluation stack
	retDrop                  // drop it
	retInit                  // result of __init__: must be None; push the instance (Frame.retVal) instead
	retNext                  // next item of the for loop at pc-1; StopIteration ends the loop
	retSend                  // what SEND at pc-1 gets from its iterator
	retBranch                // condition of the conditional jump at pc-1
	retStore                 // goes into the local that the fused instruction at pc-1 names
	retNative                // the frame below is native
	retGen                   // the frame below is native and asked for a generator's next step
	retNot                   // push its negated truth
	retTruth                 // push its truth
	retIter                  // result of __iter__: must be an iterator; push it
	retTried                 // of the method that an operator tries first: see Thread.tried
	retImport                // a module body has run: push the module (Frame.retVal)
)

// Frame is one activation: of Python code, or of native code that waits for a
// result (native is set, and nothing else but Back and ret is used).
type Frame struct {
	Back   *Frame
	instrs []bytecode.Instr
	Slots  []Value // locals, cells, free variables, then the evaluation stack
	pc     int     // the instruction to execute next
	sp     int     // index in Slots of the first unused stack entry
	Code   *object.Code
	ret    retMode
	part   uint8 // which part of the fused instruction before partPC is at work; see at
	partPC int32
	kept   uint8 // why it is not simply used again after its end, see keep…
	jumped int32 // while the line that the frame is on is not that before pc, the pc to tell it from: that of the jump back with
	// which the thread has stopped, or of what has raised; else 0
	ends int // what is under way took something that nothing else may refer to: what it counts for in mayEnd, see passes

	native  Native
	retVal  Value
	Globals *object.Dict
	Locals  *object.Dict // namespace of a module or class body; nil for functions
	NS      Value        // that namespace when it is no plain dict, else Null
	Gen     *Generator   // the generator whose frame this is
	Fn      *object.Function
	shown   *Activation // what tracebacks have of this call, nil when none has
	// snapshot is the dictionary that locals() has answered in a function, nil before it was called.
	snapshot *object.Dict
}

// Why a frame is not simply used again.
const (
	keepFrame  uint8 = 1 << iota // somebody may look at it for ever: a generator's, a module's, a frame object's
	keepShown                    // shown must get its variables first
	keepLocals                   // it has a snapshot
)

// Hidden tells whether the frame belongs to the library.
func (f *Frame) Hidden() bool {
	return f.native != nil || f.Code.Code.Flags&bytecode.Hidden != 0
}

// Line is the source line at which the frame is (the instruction last begun).
func (f *Frame) Line() int {
	if f.Code == nil {
		return 0
	}
	pc := f.pc - 1
	if f.jumped != 0 {
		pc = int(f.jumped) - 1
	}
	if pc < 0 {
		pc = 0
	}
	if k := f.partNow(); k != 0 {
		return f.Code.Line(pc, k)
	}
	return lineAt(f.Code, pc)
}

// lineAt is the line of an instruction, from a table made when it is first asked for.
func lineAt(code *object.Code, pc int) int {
	if code.Lines == nil {
		code.Lines = make([]int32, len(code.Instrs))
		for i := range code.Lines {
			code.Lines[i] = int32(code.Line(i, 0))
		}
	}
	return int(code.Lines[pc])
}

// slots is where the Slots begin, slot the i-th of them, and caches Code.Caches, for the evaluation loop: it
// stays inside, as the compiler has computed how much a frame needs, and does not pay for being watched.
func (f *Frame) slots() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(f.Slots)) }

func slot[I int | int32 | uint16 | uint8](slots unsafe.Pointer, i I) *Value {
	return (*Value)(unsafe.Add(slots, uintptr(i)*unsafe.Sizeof(Value{})))
}

func (f *Frame) caches() *[1 << 16]object.Cache {
	return (*[1 << 16]object.Cache)(unsafe.Pointer(unsafe.SliceData(f.Code.Caches)))
}

const instrSize = unsafe.Sizeof(bytecode.Instr{})

// instr is the instruction at pc.
func (f *Frame) instr(pc int) *bytecode.Instr {
	return (*bytecode.Instr)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(f.instrs)), uintptr(pc)*instrSize))
}

// after is the pc behind the instruction in.
func (f *Frame) after(in *bytecode.Instr) int {
	return int((uintptr(unsafe.Pointer(in))-uintptr(unsafe.Pointer(unsafe.SliceData(f.instrs))))/instrSize) + 1
}

// newFrame takes a frame for code from its pool, or makes one. Its slots may
// hold anything: setArgs fills those that count.
func newFrame(code *object.Code) *Frame {
	if n := code.Pool.Free - 1; n >= 0 {
		code.Pool.Free = n
		return (*Frame)(code.Pool.Frames[n])
	}
	return makeFrame(code)
}

func makeFrame(code *object.Code) *Frame {
	return &Frame{
		Code:   code,
		instrs: code.Instrs,
		Slots:  make([]Value, code.NSlots),
	}
}

// free gives a finished frame back to its code's pool. What its slots hold stays
// until the next use: clearing them would cost every call, and only Go's
// collector sees them.
func (f *Frame) free() {
	if f.kept != 0 && !f.settle() {
		return
	}
	f.release()
}

// release is free for a frame that nothing keeps.
func (f *Frame) release() {
	f.part = 0
	p := &f.Code.Pool
	if n := p.Free; n < len(p.Frames) {
		if p.Frames[n] != unsafe.Pointer(f) {
			p.Frames[n] = unsafe.Pointer(f)
		}
	} else {
		p.Frames = append(p.Frames, unsafe.Pointer(f))
	}
	p.Free++
}

func (f *Frame) push(v Value) {
	f.Slots[f.sp] = v
	f.sp++
}

func (f *Frame) pop() Value {
	f.sp--
	v := f.Slots[f.sp]
	f.Slots[f.sp] = Value{}
	return v
}

// Local returns the value of a local variable by slot, looking into cells; Null when unbound.
func (f *Frame) Local(i int) Value {
	v := f.Slots[i]
	if c := object.AsCell(v); c != nil && i >= f.Code.NumLocals() {
		return c.V
	}
	return v
}

// at says that part k of the fused instruction just fetched is at work, for
// tracebacks and the recording.
func (f *Frame) at(k uint8) { f.part, f.partPC = k, int32(f.pc) }

// partNow is the part of the current instruction that is at work.
func (f *Frame) partNow() int {
	if f.partPC == int32(f.pc) {
		return int(f.part)
	}
	return 0
}
