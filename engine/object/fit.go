package object

// Fit is Signature.Bind for the calls that programs make all the time: positional
// arguments in the right number for a receiver of the right class. It answers nil where Bind must
// decide. Arguments that were left out need room, which holds them until the call is over.
func (b *Builtin) Fit(args, room []Value) []Value {
	s := b.Sig
	if !s.parsed {
		s.parse()
	}
	n := len(args)
	switch b.Kind {
	case KindFunction:
	case KindMethod, KindSlot:
		if n == 0 || args[0].H.Type != b.Owner && !args[0].H.Type.IsSubtype(b.Owner) {
			return nil
		}
		n--
	case KindStaticMethod:
		if b.Name == "__new__" {
			if b.CheckSelf(args) != nil {
				return nil
			}
			n--
		}
	default:
		return nil
	}
	if n < s.minPos || n > s.maxPos {
		return nil
	}
	missing := len(s.params) - n
	if missing == 0 {
		return args
	}
	if s.minPos != s.maxPos && s.required(n) >= 0 || len(args)+missing > len(room) {
		return nil
	}
	room = room[:len(args)+missing]
	copy(room, args)
	clear(room[len(args):])
	return room
}
