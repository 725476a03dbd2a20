package compile

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"
	"strings"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// Limits on folded constants, CPython's: what is larger is computed when it runs.
const (
	maxFoldBits  = 128
	maxFoldStr   = 4096
	maxFoldTuple = 256
)

func namedConst(k syntax.ConstKind) bytecode.Const {
	switch k {
	case syntax.False:
		return bytecode.Const{Kind: bytecode.ConstFalse}
	case syntax.True:
		return bytecode.Const{Kind: bytecode.ConstTrue}
	case syntax.Ellipsis:
		return bytecode.Const{Kind: bytecode.ConstEllipsis}
	}
	return bytecode.Const{Kind: bytecode.ConstNone}
}

// fold computes a constant expression.
func fold(e syntax.Expr) (bytecode.Const, bool) {
	switch e := e.(type) {
	case *syntax.Int:
		if e.Big != nil {
			return bigConst(e.Big), true
		}
		return bytecode.Const{Kind: bytecode.ConstInt, I: e.V}, true
	case *syntax.Float:
		return bytecode.Const{Kind: bytecode.ConstFloat, F: e.V}, true
	case *syntax.Imag:
		return bytecode.Const{Kind: bytecode.ConstComplex, F: e.V}, true
	case *syntax.Str:
		return strConst(e.V), true
	case *syntax.Bytes:
		return bytecode.Const{Kind: bytecode.ConstBytes, S: e.V}, true
	case *syntax.NameConst:
		return namedConst(e.Kind), true
	case *syntax.Name:
		if e.Id == "__debug__" {
			return bytecode.Const{Kind: bytecode.ConstTrue}, true
		}
	case *syntax.JoinedStr:
		if len(e.Values) == 0 {
			return strConst(""), true
		}
	case *syntax.Tuple:
		return foldElements(e.Elts, bytecode.ConstTuple)
	case *syntax.UnaryOp:
		if k, ok := fold(e.Operand); ok {
			return foldUnary(e.Op, k)
		}
	case *syntax.BinOp:
		return foldChain(e)
	case *syntax.Subscript:
		return foldItem(e)
	}
	return bytecode.Const{}, false
}

// foldItem folds "abc"[0], b"abc"[0] and (1, 2)[0].
func foldItem(e *syntax.Subscript) (k bytecode.Const, ok bool) {
	switch e.Value.(type) {
	case *syntax.Str, *syntax.Bytes, *syntax.Tuple:
	default:
		return k, false
	}
	i, ok := fold(e.Index)
	if !ok || i.Kind != bytecode.ConstInt {
		return k, false
	}
	if k, ok = fold(e.Value); !ok {
		return k, false
	}
	n := int64(len(k.S))
	if k.Kind == bytecode.ConstTuple {
		n = int64(len(k.Elems))
	}
	for j := 0; j < len(k.S) && k.Kind == bytecode.ConstStr; j++ {
		if k.S[j] >= 0x80 {
			return k, false
		}
	}
	if i.I < 0 {
		i.I += n
	}
	if i.I < 0 || i.I >= n {
		return k, false
	}
	switch k.Kind {
	case bytecode.ConstStr:
		return strConst(k.S[i.I : i.I+1]), true
	case bytecode.ConstBytes:
		return intConst(int(k.S[i.I])), true
	}
	return k.Elems[i.I], true
}

// foldChain folds operators from the left end of their chain, without recursion.
func foldChain(e *syntax.BinOp) (bytecode.Const, bool) {
	var chain []*syntax.BinOp
	leaf := syntax.Expr(e)
	for {
		op, ok := leaf.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, op)
		leaf = op.Left
	}
	k, ok := fold(leaf)
	for i := len(chain) - 1; i >= 0 && ok; i-- {
		var right bytecode.Const
		if right, ok = fold(chain[i].Right); ok {
			k, ok = foldBinary(chain[i].Op, k, right)
		}
	}
	return k, ok
}

func foldElements(elts []syntax.Expr, kind bytecode.ConstKind) (bytecode.Const, bool) {
	k := bytecode.Const{Kind: kind}
	for _, e := range elts {
		x, ok := fold(e)
		if !ok {
			return k, false
		}
		k.Elems = append(k.Elems, x)
	}
	return k, true
}

func truth(k bytecode.Const) bool {
	switch k.Kind {
	case bytecode.ConstNone, bytecode.ConstFalse:
		return false
	case bytecode.ConstInt:
		return k.I != 0
	case bytecode.ConstFloat:
		return k.F != 0
	case bytecode.ConstComplex:
		return k.F != 0 || k.F2 != 0
	case bytecode.ConstStr, bytecode.ConstBytes:
		return k.S != ""
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		return len(k.Elems) > 0
	}
	return true
}

func boolConst(b bool) bytecode.Const {
	if b {
		return bytecode.Const{Kind: bytecode.ConstTrue}
	}
	return bytecode.Const{Kind: bytecode.ConstFalse}
}

func bigConst(b *big.Int) bytecode.Const {
	if b.IsInt64() {
		return bytecode.Const{Kind: bytecode.ConstInt, I: b.Int64()}
	}
	return bytecode.Const{Kind: bytecode.ConstBigInt, Big: b}
}

// integer gives the value of an int or bool.
func integer(k bytecode.Const) (*big.Int, bool) {
	switch k.Kind {
	case bytecode.ConstInt:
		return big.NewInt(k.I), true
	case bytecode.ConstBigInt:
		return k.Big, true
	case bytecode.ConstTrue:
		return big.NewInt(1), true
	case bytecode.ConstFalse:
		return big.NewInt(0), true
	}
	return nil, false
}

// float gives the value of a float, or of an int that a float holds exactly.
func float(k bytecode.Const) (float64, bool) {
	if k.Kind == bytecode.ConstFloat {
		return k.F, true
	}
	if n, ok := integer(k); ok && n.BitLen() <= 53 {
		return float64(n.Int64()), true
	}
	return 0, false
}

func foldUnary(op syntax.UnaryOperator, k bytecode.Const) (bytecode.Const, bool) {
	if op == syntax.Not {
		return boolConst(!truth(k)), true
	}
	if n, ok := integer(k); ok {
		switch op {
		case syntax.UAdd:
			return bigConst(n), true
		case syntax.USub:
			return bigConst(new(big.Int).Neg(n)), true
		case syntax.Invert:
			return bigConst(new(big.Int).Not(n)), true
		}
	}
	if op == syntax.USub {
		switch k.Kind {
		case bytecode.ConstFloat:
			k.F = -k.F
			return k, true
		case bytecode.ConstComplex:
			k.F, k.F2 = -k.F, -k.F2
			return k, true
		}
	}
	return k, op == syntax.UAdd && (k.Kind == bytecode.ConstFloat || k.Kind == bytecode.ConstComplex)
}

func foldBinary(op syntax.Operator, a, b bytecode.Const) (bytecode.Const, bool) {
	x, xInt := integer(a)
	y, yInt := integer(b)
	switch {
	case xInt && yInt:
		return foldInts(op, x, y)
	case a.Kind == bytecode.ConstComplex || b.Kind == bytecode.ConstComplex:
		return foldComplex(op, a, b)
	case xInt && isSequence(b) && op == syntax.Mult:
		return repeat(b, x)
	case yInt && isSequence(a) && op == syntax.Mult:
		return repeat(a, y)
	case isSequence(a) && a.Kind == b.Kind && op == syntax.Add:
		a.S += b.S
		if len(a.S) > 1<<16 {
			return a, false
		}
		a.Elems = append(append([]bytecode.Const(nil), a.Elems...), b.Elems...)
		return a, true
	}
	f, ok1 := float(a)
	g, ok2 := float(b)
	if !ok1 || !ok2 {
		return a, false
	}
	r := bytecode.Const{Kind: bytecode.ConstFloat}
	switch op {
	case syntax.Add:
		r.F = f + g
	case syntax.Sub:
		r.F = f - g
	case syntax.Mult:
		r.F = f * g
	case syntax.Div:
		if g == 0 {
			return r, false
		}
		r.F = f / g
	default:
		return r, false
	}
	return r, true
}

func foldInts(op syntax.Operator, x, y *big.Int) (bytecode.Const, bool) {
	r := new(big.Int)
	switch op {
	case syntax.Add:
		r.Add(x, y)
	case syntax.Sub:
		r.Sub(x, y)
	case syntax.Mult:
		if x.Sign() != 0 && y.Sign() != 0 && x.BitLen()+y.BitLen() > maxFoldBits {
			return bytecode.Const{}, false
		}
		r.Mul(x, y)
	case syntax.Div:
		if y.Sign() == 0 || x.BitLen() > 53 || y.BitLen() > 53 {
			return bytecode.Const{}, false
		}
		return bytecode.Const{Kind: bytecode.ConstFloat, F: float64(x.Int64()) / float64(y.Int64())}, true
	case syntax.FloorDiv, syntax.Mod:
		if y.Sign() == 0 {
			return bytecode.Const{}, false
		}
		// Towards minus infinity; big.Int offers towards zero.
		m := new(big.Int)
		r.QuoRem(x, y, m)
		if m.Sign() != 0 && m.Sign() != y.Sign() {
			r.Sub(r, big.NewInt(1))
			m.Add(m, y)
		}
		if op == syntax.Mod {
			r = m
		}
	case syntax.Pow:
		if y.Sign() < 0 || !y.IsInt64() || x.Sign() != 0 && y.Sign() != 0 && (y.Int64() > maxFoldBits || int64(x.BitLen())*y.Int64() > maxFoldBits) {
			return bytecode.Const{}, false
		}
		r.Exp(x, y, nil)
	case syntax.LShift:
		if y.Sign() < 0 || y.Cmp(big.NewInt(maxFoldBits)) > 0 || x.BitLen()+int(y.Int64()) > maxFoldBits {
			return bytecode.Const{}, false
		}
		r.Lsh(x, uint(y.Int64()))
	case syntax.RShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > 1<<20 {
			return bytecode.Const{}, false
		}
		r.Rsh(x, uint(y.Int64()))
	case syntax.BitAnd:
		r.And(x, y)
	case syntax.BitOr:
		r.Or(x, y)
	case syntax.BitXor:
		r.Xor(x, y)
	default:
		return bytecode.Const{}, false
	}
	return bigConst(r), true
}

// foldComplex makes complex literals: 1 + 2j.
func foldComplex(op syntax.Operator, a, b bytecode.Const) (bytecode.Const, bool) {
	part := func(k bytecode.Const) (re, im float64, ok bool) {
		if k.Kind == bytecode.ConstComplex {
			return k.F2, k.F, true
		}
		re, ok = float(k)
		return re, 0, ok
	}
	re1, im1, ok1 := part(a)
	re2, im2, ok2 := part(b)
	if !ok1 || !ok2 {
		return a, false
	}
	switch op {
	case syntax.Add:
		return bytecode.Const{Kind: bytecode.ConstComplex, F: im1 + im2, F2: re1 + re2}, true
	case syntax.Sub:
		return bytecode.Const{Kind: bytecode.ConstComplex, F: im1 - im2, F2: re1 - re2}, true
	}
	return a, false
}

func isSequence(k bytecode.Const) bool {
	return k.Kind == bytecode.ConstStr || k.Kind == bytecode.ConstBytes || k.Kind == bytecode.ConstTuple
}

func repeat(k bytecode.Const, times *big.Int) (bytecode.Const, bool) {
	if times.Sign() <= 0 {
		return bytecode.Const{Kind: k.Kind}, true
	}
	limit, size := int64(maxFoldStr), len(k.S)
	if k.Kind == bytecode.ConstTuple {
		limit, size = maxFoldTuple, len(k.Elems)
	}
	if size > 0 && (!times.IsInt64() || times.Int64() > limit/int64(size)) {
		return k, false
	}
	if size == 0 {
		return k, true
	}
	n := int(times.Int64())
	r := bytecode.Const{Kind: k.Kind, S: strings.Repeat(k.S, n)}
	for i := 0; i < n; i++ {
		r.Elems = append(r.Elems, k.Elems...)
	}
	// Elements of elements would multiply without a bound.
	return r, constSize(r, 0) <= 1<<12
}

func constSize(k bytecode.Const, n int) int {
	n++
	for i := 0; i < len(k.Elems) && n <= 1<<12; i++ {
		n = constSize(k.Elems[i], n)
	}
	return n
}

// constKey is the identity of a constant: 1, 1.0 and True differ, as do 0.0 and -0.0.
func constKey(k bytecode.Const) string { return string(appendKey(nil, k)) }

func appendKey(b []byte, k bytecode.Const) []byte {
	b = append(b, byte(k.Kind))
	switch k.Kind {
	case bytecode.ConstInt:
		b = binary.LittleEndian.AppendUint64(b, uint64(k.I))
	case bytecode.ConstBigInt:
		s := k.Big.Text(62)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	case bytecode.ConstFloat, bytecode.ConstComplex:
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(k.F))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(k.F2))
	case bytecode.ConstStr, bytecode.ConstBytes:
		b = binary.LittleEndian.AppendUint32(b, uint32(len(k.S)))
		b = append(b, k.S...)
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		b = binary.LittleEndian.AppendUint32(b, uint32(len(k.Elems)))
		for _, x := range k.Elems {
			b = appendKey(b, x)
		}
	}
	return b
}

// normalKey makes equal dict keys the same constant.
func normalKey(k bytecode.Const) bytecode.Const {
	if n, ok := integer(k); ok {
		return bigConst(n)
	}
	if k.Kind == bytecode.ConstFloat && k.F == math.Trunc(k.F) && math.Abs(k.F) < 1<<62 {
		return bytecode.Const{Kind: bytecode.ConstInt, I: int64(k.F)}
	}
	if k.Kind == bytecode.ConstComplex && k.F2 == 0 {
		return normalKey(bytecode.Const{Kind: bytecode.ConstFloat, F: k.F})
	}
	return k
}

// constRepr shows a key in an error message.
func constRepr(k bytecode.Const) string {
	switch k.Kind {
	case bytecode.ConstTrue:
		return "True"
	case bytecode.ConstFalse:
		return "False"
	case bytecode.ConstNone:
		return "None"
	case bytecode.ConstInt:
		return strconv.FormatInt(k.I, 10)
	case bytecode.ConstBigInt:
		return k.Big.String()
	case bytecode.ConstFloat:
		s := strconv.FormatFloat(k.F, 'g', -1, 64)
		if !strings.ContainsAny(s, ".en") {
			s += ".0"
		}
		return s
	case bytecode.ConstComplex:
		part := func(f float64) string {
			return strings.TrimSuffix(constRepr(bytecode.Const{Kind: bytecode.ConstFloat, F: f}), ".0")
		}
		if k.F == 0 && !math.Signbit(k.F) {
			return part(k.F2) + "j"
		}
		sign := "+"
		if math.Signbit(k.F2) {
			sign = ""
		}
		return "(" + part(k.F) + sign + part(k.F2) + "j)"
	case bytecode.ConstStr:
		return "'" + k.S + "'"
	case bytecode.ConstBytes:
		return "b'" + k.S + "'"
	}
	return "..."
}
