package reflow

// reader reads the binary format. Reading past the end sets failed and answers zeros.
type reader struct {
	b      []byte
	at     int
	failed bool
}

func (r *reader) done() bool { return r.failed || r.at >= len(r.b) }

func (r *reader) byte() byte {
	if r.at >= len(r.b) {
		r.failed = true
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b)-r.at {
		r.failed = true
		return nil
	}
	r.at += n
	return r.b[r.at-n : r.at]
}

func (r *reader) u32() uint32 {
	var v uint64
	for shift := uint(0); ; shift += 7 {
		c := r.byte()
		v |= uint64(c&0x7f) << shift
		if c < 0x80 || shift > 28 {
			return uint32(v)
		}
	}
}

func (r *reader) s64() int64 {
	var v int64
	for shift := uint(0); ; {
		c := r.byte()
		v |= int64(c&0x7f) << shift
		shift += 7
		if c < 0x80 || shift > 63 {
			if shift < 64 && c&0x40 != 0 {
				v |= -1 << shift
			}
			return v
		}
	}
}

func appendUint(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

func appendInt(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// Opcodes that the package knows by name.
const (
	opUnreachable  = 0x00
	opNop          = 0x01
	opBlock        = 0x02
	opLoop         = 0x03
	opIf           = 0x04
	opElse         = 0x05
	opEnd          = 0x0b
	opBr           = 0x0c
	opBrIf         = 0x0d
	opBrTable      = 0x0e
	opReturn       = 0x0f
	opCall         = 0x10
	opCallIndirect = 0x11
	opLocalGet     = 0x20
	opLocalSet     = 0x21
	opLocalTee     = 0x22
	opGlobalGet    = 0x23
	opGlobalSet    = 0x24
	opI64Load8U    = 0x31
	opI32Const     = 0x41
	opI64Const     = 0x42
	opF32Const     = 0x43
	opF64Const     = 0x44
	opI32Eqz       = 0x45
	opI64Eqz       = 0x50
	opI64Eq        = 0x51
	opI64Ne        = 0x52
	opI64LtU       = 0x54
	opI64GtU       = 0x56
	opI64LeU       = 0x58
	opI64GeU       = 0x5a
	opI64Sub       = 0x7d
	opI32WrapI64   = 0xa7
	opMisc         = 0xfc
	void           = 0x40
)

// instr is one instruction.
type instr struct {
	op       byte
	from, to int   // where it lies in the body
	n        int64 // its first immediate: a constant, an index, a depth
	table    []uint32
}

// next reads an instruction. What Go does not emit fails.
func (r *reader) next() instr {
	in := instr{from: r.at}
	in.op = r.byte()
	switch op := in.op; {
	case op == opBlock || op == opLoop || op == opIf:
		in.n = int64(r.byte())
	case op == opBr || op == opBrIf || op == opCall || op >= opLocalGet && op <= opGlobalSet:
		in.n = int64(r.u32())
	case op == opBrTable:
		in.table = make([]uint32, r.u32()+1)
		for i := range in.table {
			in.table[i] = r.u32()
		}
	case op == opCallIndirect:
		in.n = int64(r.u32())
		r.u32()
	case op >= 0x28 && op <= 0x3e: // loads and stores
		r.u32()
		in.n = int64(r.u32())
	case op == 0x3f || op == 0x40:
		r.byte()
	case op == opI32Const || op == opI64Const:
		in.n = r.s64()
	case op == opF32Const:
		r.take(4)
	case op == opF64Const:
		r.take(8)
	case op == opMisc:
		in.n = int64(r.u32())
		switch {
		case in.n <= 7:
		case in.n == 10:
			r.take(2)
		case in.n == 11:
			r.take(1)
		default:
			r.failed = true
		}
	case op == opUnreachable || op == 0x01 || op == opElse || op == opEnd || op == opReturn || op == 0x1a || op == 0x1b ||
		op >= opI32Eqz && op <= 0xc4:
	default:
		r.failed = true
	}
	in.to = r.at
	return in
}
