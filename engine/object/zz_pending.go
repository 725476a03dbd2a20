package object

func initBytes()     {}
func initSequences() { initList(); initTuple(); initRange() }
func initTyping()    {}

func typeOr(c *Ctx, a, b Value) (Value, *Exc)                 { return NotImplemented, nil }
func typeGetItem(c *Ctx, t *Type, key Value) (Value, *Exc)    { return Null, NeedVM }
func classGetItem(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return Null, NeedVM }

func UnionArgs(v Value) []Value { return nil }
func BytesLike(v Value) (string, bool) {
	if b := AsBytes(v); b != nil {
		return b.Data, true
	}
	return "", false
}
func quoteBytes(s string) string                       { return QuoteStr(s) }
func bytesOfInts(c *Ctx, items []Value) (string, *Exc) { return "", nil }
