package object

// The classes that unboxed values name directly; see value.go.
var (
	intType            Type
	floatType          Type
	boolType           Type
	noneType           Type
	ellipsisType       Type
	notImplementedType Type
)

// The built-in classes. They are filled in by init: a literal with methods would
// make the initialisation circular.
var (
	ObjectType         = &Type{Name: "object"}
	TypeType           = &Type{Name: "type"}
	IntType            = &intType
	FloatType          = &floatType
	BoolType           = &boolType
	NoneType           = &noneType
	EllipsisType       = &ellipsisType
	NotImplementedType = &notImplementedType

	ComplexType    = &Type{Name: "complex"}
	StrType        = &Type{Name: "str"}
	BytesType      = &Type{Name: "bytes"}
	ByteArrayType  = &Type{Name: "bytearray"}
	MemoryViewType = &Type{Name: "memoryview"}
	TupleType      = &Type{Name: "tuple"}
	ListType       = &Type{Name: "list"}
	DictType       = &Type{Name: "dict"}
	SetType        = &Type{Name: "set"}
	FrozenSetType  = &Type{Name: "frozenset"}
	SliceType      = &Type{Name: "slice"}
	RangeType      = &Type{Name: "range"}

	CellType               = &Type{Name: "cell"}
	CodeType               = &Type{Name: "code"}
	FunctionType           = &Type{Name: "function"}
	BuiltinType            = &Type{Name: "builtin_function_or_method"}
	MethodDescriptorType   = &Type{Name: "method_descriptor"}
	ClassMethodDescrType   = &Type{Name: "classmethod_descriptor"}
	SlotWrapperType        = &Type{Name: "wrapper_descriptor"}
	MethodWrapperType      = &Type{Name: "method-wrapper"}
	MethodType             = &Type{Name: "method"}
	ModuleType             = &Type{Name: "module"}
	PropertyType           = &Type{Name: "property"}
	ClassMethodType        = &Type{Name: "classmethod"}
	StaticMethodType       = &Type{Name: "staticmethod"}
	SuperType              = &Type{Name: "super"}
	GeneratorType          = &Type{Name: "generator"}
	CoroutineType          = &Type{Name: "coroutine"}
	AsyncGeneratorType     = &Type{Name: "async_generator"}
	TracebackType          = &Type{Name: "traceback"}
	FrameType              = &Type{Name: "frame"}
	MappingProxyType       = &Type{Name: "mappingproxy"}
	GetSetDescriptorType   = &Type{Name: "getset_descriptor"}
	MemberDescriptorType   = &Type{Name: "member_descriptor"}
	SimpleNamespaceType    = &Type{Name: "SimpleNamespace"}
	GenericAliasType       = &Type{Name: "GenericAlias"}
	UnionType              = &Type{Name: "UnionType"}
	DictKeysType           = &Type{Name: "dict_keys"}
	DictValuesType         = &Type{Name: "dict_values"}
	DictItemsType          = &Type{Name: "dict_items"}
	DictKeyIterType        = &Type{Name: "dict_keyiterator"}
	DictValueIterType      = &Type{Name: "dict_valueiterator"}
	DictItemIterType       = &Type{Name: "dict_itemiterator"}
	DictReverseKeyIterType = &Type{Name: "dict_reversekeyiterator"}
	DictReverseValIterType = &Type{Name: "dict_reversevalueiterator"}
	DictReverseItemIter    = &Type{Name: "dict_reverseitemiterator"}
	ListIterType           = &Type{Name: "list_iterator"}
	ListReverseIterType    = &Type{Name: "list_reverseiterator"}
	TupleIterType          = &Type{Name: "tuple_iterator"}
	StrIterType            = &Type{Name: "str_iterator"}
	StrASCIIIterType       = &Type{Name: "str_ascii_iterator"}
	BytesIterType          = &Type{Name: "bytes_iterator"}
	ByteArrayIterType      = &Type{Name: "bytearray_iterator"}
	MemoryIterType         = &Type{Name: "memory_iterator"}
	RangeIterType          = &Type{Name: "range_iterator"}
	LongRangeIterType      = &Type{Name: "longrange_iterator"}
	SetIterType            = &Type{Name: "set_iterator"}
	SeqIterType            = &Type{Name: "iterator"}
	CallIterType           = &Type{Name: "callable_iterator"}
	EnumerateType          = &Type{Name: "enumerate"}
	ZipType                = &Type{Name: "zip"}
	ReversedType           = &Type{Name: "reversed"}
)

// builtinTypes lists every class above, bases before the classes that inherit
// from them; each entry says what the zero Type does not.
type typeDef struct {
	t      *Type
	base   *Type
	layout Layout
	flags  TypeFlags
	module string
}

var builtinTypeDefs = []typeDef{
	{ObjectType, nil, LayoutObject, 0, ""},
	{TypeType, nil, LayoutType, HasDict, ""},
	{IntType, nil, LayoutInt, 0, ""},
	{BoolType, &intType, LayoutInt, NotBase, ""},
	{FloatType, nil, LayoutFloat, 0, ""},
	{ComplexType, nil, LayoutComplex, 0, ""},
	{NoneType, nil, LayoutOther, NotBase, ""},
	{EllipsisType, nil, LayoutOther, NotBase, ""},
	{NotImplementedType, nil, LayoutOther, NotBase, ""},
	{StrType, nil, LayoutStr, 0, ""},
	{BytesType, nil, LayoutBytes, 0, ""},
	{ByteArrayType, nil, LayoutByteArray, 0, ""},
	{MemoryViewType, nil, LayoutOther, NotBase | SequencePattern, ""},
	{TupleType, nil, LayoutTuple, SequencePattern, ""},
	{ListType, nil, LayoutList, SequencePattern, ""},
	{DictType, nil, LayoutDict, MappingPattern, ""},
	{SetType, nil, LayoutSet, 0, ""},
	{FrozenSetType, nil, LayoutSet, 0, ""},
	{SliceType, nil, LayoutOther, NotBase, ""},
	{RangeType, nil, LayoutOther, NotBase | SequencePattern, ""},
	{CellType, nil, LayoutOther, NotBase, ""},
	{CodeType, nil, LayoutOther, NotBase, ""},
	{FunctionType, nil, LayoutOther, NotBase, ""},
	{BuiltinType, nil, LayoutOther, NotBase, ""},
	{MethodDescriptorType, nil, LayoutOther, NotBase, ""},
	{ClassMethodDescrType, nil, LayoutOther, NotBase, ""},
	{SlotWrapperType, nil, LayoutOther, NotBase, ""},
	{MethodWrapperType, nil, LayoutOther, NotBase, ""},
	{MethodType, nil, LayoutOther, NotBase, ""},
	{ModuleType, nil, LayoutModule, 0, ""},
	{PropertyType, nil, LayoutProperty, 0, ""},
	{ClassMethodType, nil, LayoutClassMethod, 0, ""},
	{StaticMethodType, nil, LayoutClassMethod, 0, ""},
	{SuperType, nil, LayoutOther, NotBase, ""},
	{GeneratorType, nil, LayoutOther, NotBase, ""},
	{CoroutineType, nil, LayoutOther, NotBase, ""},
	{AsyncGeneratorType, nil, LayoutOther, NotBase, ""},
	{TracebackType, nil, LayoutOther, NotBase, ""},
	{FrameType, nil, LayoutOther, NotBase, ""},
	{MappingProxyType, nil, LayoutOther, NotBase | MappingPattern, ""},
	{GetSetDescriptorType, nil, LayoutOther, NotBase, ""},
	{MemberDescriptorType, nil, LayoutOther, NotBase, ""},
	{SimpleNamespaceType, nil, LayoutObject, HasDict, "types"},
	{GenericAliasType, nil, LayoutOther, NotBase, "types"},
	{UnionType, nil, LayoutOther, NotBase, "types"},
	{DictKeysType, nil, LayoutOther, NotBase, ""},
	{DictValuesType, nil, LayoutOther, NotBase, ""},
	{DictItemsType, nil, LayoutOther, NotBase, ""},
	{DictKeyIterType, nil, LayoutOther, NotBase, ""},
	{DictValueIterType, nil, LayoutOther, NotBase, ""},
	{DictItemIterType, nil, LayoutOther, NotBase, ""},
	{DictReverseKeyIterType, nil, LayoutOther, NotBase, ""},
	{DictReverseValIterType, nil, LayoutOther, NotBase, ""},
	{DictReverseItemIter, nil, LayoutOther, NotBase, ""},
	{ListIterType, nil, LayoutOther, NotBase, ""},
	{ListReverseIterType, nil, LayoutOther, NotBase, ""},
	{TupleIterType, nil, LayoutOther, NotBase, ""},
	{StrIterType, nil, LayoutOther, NotBase, ""},
	{StrASCIIIterType, nil, LayoutOther, NotBase, ""},
	{BytesIterType, nil, LayoutOther, NotBase, ""},
	{ByteArrayIterType, nil, LayoutOther, NotBase, ""},
	{MemoryIterType, nil, LayoutOther, NotBase, ""},
	{RangeIterType, nil, LayoutOther, NotBase, ""},
	{LongRangeIterType, nil, LayoutOther, NotBase, ""},
	{SetIterType, nil, LayoutOther, NotBase, ""},
	{SeqIterType, nil, LayoutOther, NotBase, ""},
	{CallIterType, nil, LayoutOther, NotBase, ""},
	{EnumerateType, nil, LayoutOther, 0, ""},
	{ZipType, nil, LayoutOther, 0, ""},
	{ReversedType, nil, LayoutOther, NotBase, ""},
}

// initTypes fills in what all built-in classes need before any of them gets methods.
func initTypes() {
	for i := range builtinTypeDefs {
		d := &builtinTypeDefs[i]
		setupType(d.t, d.base, d.layout, d.flags, d.module)
	}
}

var builtinNames = [...]struct {
	t    *Type
	name string
}{
	{&intType, "int"}, {&floatType, "float"}, {&boolType, "bool"}, {&noneType, "NoneType"},
	{&ellipsisType, "ellipsis"}, {&notImplementedType, "NotImplementedType"},
}

// staticTypes are all built-in classes.
var staticTypes []*Type

// setupType makes t a built-in class with a single base.
func setupType(t, base *Type, layout Layout, flags TypeFlags, module string) {
	for _, n := range builtinNames {
		if n.t == t {
			t.Name = n.name
		}
	}
	if module == "" {
		module = "builtins"
	}
	staticTypes = append(staticTypes, t)
	t.Header.Type = TypeType
	t.QualName = t.Name
	t.Module = module
	t.Layout = layout
	t.setFull()
	t.Flags = flags
	t.Version = 1
	t.Dict = NewDict()
	t.Root = emptyShape
	if t == ObjectType {
		t.MRO = []*Type{t}
		return
	}
	if base == nil {
		base = ObjectType
	}
	t.Base = base
	t.Bases = []*Type{base}
	t.MRO = append([]*Type{t}, base.MRO...)
	t.Flags |= base.Flags & (IsExc | HasDict | SequencePattern | MappingPattern)
}

// NewStaticType makes a built-in class for a package further up. It is to be
// called while packages are initialised, never during a run. The class cannot be
// subclassed unless flags and layout say how: pass NotBase and LayoutOther
// otherwise.
func NewStaticType(name, module string, base *Type, layout Layout, flags TypeFlags) *Type {
	t := &Type{Name: name}
	setupType(t, base, layout, flags, module)
	t.AttrOffset = t.Base.AttrOffset
	t.Alloc = t.Base.Alloc
	inheritSlots(t)
	return t
}
