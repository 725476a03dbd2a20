package object

// init fills in the built-in classes. Everything happens here, in this order,
// rather than in an init of each file, because the parts need each other.
func init() {
	initStrings()
	initTypes()
	initExcTypes()
	initSlotDefs()
	needVM.Type = BaseException

	initObject()
	initType()
	initNumbers()
	initStr()
	initBytes()
	initSequences()
	initDict()
	initSet()
	initIterators()
	initCallables()
	initExc()
	initTyping()

	for _, d := range builtinTypeDefs {
		finishType(d.t)
	}
	for _, t := range ExcTypes {
		finishType(t)
	}
	objectInitValue = objectEntry(strInit)
	ObjectType.Alloc = allocInstance
}

// finishType gives a class what follows from its slots.
func finishType(t *Type) {
	inheritSlots(t)
	if off := builtinAttrOffset(t); off != 0 {
		t.AttrOffset = off
	}
	addSlotWrappers(t)
}

// builtinAttrOffset is where instances of a built-in class itself keep attributes.
func builtinAttrOffset(t *Type) uintptr {
	switch t.Layout {
	case LayoutExc, LayoutClassMethod:
		return attrOffset(t.Layout)
	case LayoutObject:
		if t.Flags&HasDict != 0 {
			return attrOffset(t.Layout)
		}
	}
	return 0
}
