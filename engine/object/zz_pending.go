package object

func initIntMethods()   {}
func initFloatMethods() {}
func initComplex()      {}
func initStr()          {}
func initBytes()        {}
func initSequences()    { initList(); initTuple() }
func initCallables()    {}
func initTyping()       {}

func intFormat(c *Ctx, v Value, spec string) (string, *Exc)   { return intRepr(c, v) }
func floatFormat(c *Ctx, v Value, spec string) (string, *Exc) { return floatRepr(c, v) }
func longRangeNext(c *Ctx, v Value) (Value, *Exc)             { return Null, nil }
func IsIdentifier(s string) bool                              { return s != "" }
func typeOr(c *Ctx, a, b Value) (Value, *Exc)                 { return NotImplemented, nil }
func typeGetItem(c *Ctx, t *Type, key Value) (Value, *Exc)    { return Null, NeedVM }
func classGetItem(c *Ctx, a []Value, kw []*Str) (Value, *Exc) { return Null, NeedVM }
func complexPower(x, y complex128) (Value, *Exc)              { return Null, NeedVM }

func UnionArgs(v Value) []Value                     { return nil }
func ASCII(s string) string                         { return s }
