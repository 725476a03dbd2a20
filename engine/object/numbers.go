package object

// initNumbers gives int, bool, float, complex and the singletons their slots.
func initNumbers() {
	t := IntType
	s := &t.Slots
	s.Repr, s.Hash, s.Compare, s.Bool = intRepr, intHash, intCompare, intBool
	s.Neg, s.Pos, s.Invert = intNeg, intPos, intInvert
	s.Binary[OpAdd], s.Binary[OpSub], s.Binary[OpMul] = intAdd, intSub, intMul
	s.Binary[OpTrueDiv], s.Binary[OpFloorDiv], s.Binary[OpMod] = intTrueDiv, intFloorDiv, intMod
	s.Binary[OpPow], s.Binary[OpLShift], s.Binary[OpRShift] = intPow, intLShift, intRShift
	s.Binary[OpOr], s.Binary[OpXor], s.Binary[OpAnd] = intOr, intXor, intAnd
	s.Format = intFormat
	initIntMethods()

	BoolType.Slots.Repr = boolRepr

	s = &FloatType.Slots
	s.Repr, s.Hash, s.Compare, s.Bool = floatRepr, floatHash, floatCompare, floatBool
	s.Neg, s.Pos = floatNeg, floatPos
	s.Binary[OpAdd], s.Binary[OpSub], s.Binary[OpMul] = floatAdd, floatSub, floatMul
	s.Binary[OpTrueDiv], s.Binary[OpFloorDiv], s.Binary[OpMod] = floatTrueDiv, floatFloorDiv, floatMod
	s.Binary[OpPow] = floatPow
	s.Format = floatFormat
	initFloatMethods()
	initComplex()

	single := func(t *Type, text string, v Value) {
		t.Slots.Repr = func(*Ctx, Value) (string, *Exc) { return text, nil }
		name := t.Name
		t.staticMethods([]def{{"__new__", "...", func(c *Ctx, a []Value, _ []*Str) (Value, *Exc) {
			if len(a) > 1 {
				return Null, NewExc(TypeError, "%s takes no arguments", name)
			}
			return v, nil
		}}})
	}
	single(NoneType, "None", None)
	single(EllipsisType, "Ellipsis", Ellipsis)
	// Asking for the truth of NotImplemented warns.
	NotImplementedType.Slots.Bool = func(*Ctx, Value) (bool, *Exc) { return false, NeedVM }
	single(NotImplementedType, "NotImplemented", NotImplemented)
	NoneType.Slots.Bool = func(*Ctx, Value) (bool, *Exc) { return false, nil }
	NoneType.Slots.Hash = func(c *Ctx, v Value) (int64, *Exc) { return 0x1F7A3C85, nil }
}
