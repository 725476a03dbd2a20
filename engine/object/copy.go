package object

import (
	"math/big"
	"reflect"
	"strings"
	"unsafe"

	"loopscope/engine/bytecode"
)

// A fork gives the new process a copy of everything that the old one can reach. A Copier makes it: of every
// object once, so that what was shared is shared among the copies, and cycles stay cycles.
//
// How to copy a class's instances follows from the Go struct that they are, which Describe names: reflection finds the
// fields that refer to something once for each struct, and every copy then follows that plan. So there is no second description
// of a class beside its struct, and a field added later is copied without further ado.
//
// Shared and not copied are: unboxed values and singletons, built-in classes and their methods, strings, bytes, numbers, shapes,
// bytecode; objects with FlagShared; and Go types that CopyShared names. Functions of Go are shared, so those of built-in functions
// must hold nothing of a process: what they need they find from their thread. A function in a field of another struct must
// hold nothing at all: a closure that has captured variables would still see those of the old process. A Copier notes
// such a one as a leak, and the fork is refused.

// Describe says that the instances of built-in classes are structs of Go type T, whose first field is
// a Header. A class whose instances refer to nothing and never change needs no description: they are shared.
func Describe[T any](types ...*Type) {
	st := reflect.TypeFor[T]()
	for _, t := range types {
		t.structure = st
	}
}

// Undescribed lists the built-in classes whose instances refer to something, and which Describe does not name: a process that
// has some of them cannot be forked.
func Undescribed() []string {
	var out []string
	for _, t := range staticTypes {
		if t.Traverse != nil && t.Layout == LayoutOther && t.instanceStruct() == nil && t != BuiltinType && t != MethodWrapperType {
			out = append(out, t.Module+"."+t.Name)
		}
	}
	return out
}

// CopyShared says that what pointers to T point to is not the process's and never copied.
func CopyShared[T any]() { sharedStructs[reflect.TypeFor[T]()] = true }

// CopyPointer says how a pointer to a T is copied. It gets the old one, which is not nil.
func CopyPointer[T any](f func(c *Copier, old *T) *T) {
	copyPointers[reflect.TypeFor[T]()] = func(c *Copier, p unsafe.Pointer) unsafe.Pointer {
		return unsafe.Pointer(f(c, (*T)(p)))
	}
}

// CopyPrepared has f look at each copy of a T before what it refers to is copied.
func CopyPrepared[T any](f func(c *Copier, n *T)) {
	copyPrepares[reflect.TypeFor[T]()] = func(c *Copier, p unsafe.Pointer) { f(c, (*T)(p)) }
}

// CopyField says what becomes of a T that is part of another struct: f gets it as it was in the old one, in place.
func CopyField[T any](f func(c *Copier, field *T)) {
	copyFields[reflect.TypeFor[T]()] = func(c *Copier, p unsafe.Pointer) { f(c, (*T)(p)) }
}

var (
	sharedStructs = map[reflect.Type]bool{
		reflect.TypeFor[big.Int](): true, reflect.TypeFor[Shape](): true, reflect.TypeFor[strAux](): true, reflect.TypeFor[Signature](): true,
	}
	copyPointers = map[reflect.Type]func(c *Copier, p unsafe.Pointer) unsafe.Pointer{}
	copyPrepares = map[reflect.Type]func(c *Copier, p unsafe.Pointer){}
	copyFields   = map[reflect.Type]func(c *Copier, p unsafe.Pointer){}
	plans        = map[reflect.Type]*plan{}
)

// Copier copies what a process can reach.
type Copier struct {
	// Env is for those who have registered with CopyPointer and CopyField.
	Env any
	// Leaks names the places of Go closures that hold something, see above, and classes that cannot be copied.
	Leaks []string

	table []copied
	plain map[plainKey]unsafe.Pointer
	work  []fill
}

type copied struct{ old, new *Header }

type plainKey struct {
	p unsafe.Pointer
	t reflect.Type
}

type fill struct {
	new  unsafe.Pointer
	plan *plan
}

// NewCopier makes one. Finish it with Run, then Close.
func NewCopier(env any) *Copier {
	return &Copier{Env: env, plain: map[plainKey]unsafe.Pointer{}}
}

// Count is how many objects have been copied.
func (c *Copier) Count() int { return len(c.table) }

// Run completes the copies of everything that was asked for.
func (c *Copier) Run() {
	for len(c.work) > 0 {
		f := c.work[len(c.work)-1]
		c.work = c.work[:len(c.work)-1]
		c.fill(f.new, f.plan)
	}
}

// Close ends the use of the old objects' marks. Nothing can be copied afterwards.
func (c *Copier) Close() {
	for _, x := range c.table {
		x.old.Mark, x.new.Mark = 0, 0
	}
	c.table, c.plain = nil, nil
}

// Value is the copy of v.
func (c *Copier) Value(v Value) Value {
	if v.H == nil {
		return v
	}
	return Value{c.Header(v.H), v.N}
}

// Known is the copy of an object, if one was made; for tables that do not keep their objects alive.
func (c *Copier) Known(h *Header) (*Header, bool) {
	if i := h.Mark; i != 0 && int(i) <= len(c.table) && c.table[i-1].old == h {
		return c.table[i-1].new, true
	}
	return nil, false
}

// Header is the copy of an object.
func (c *Copier) Header(h *Header) *Header {
	if n, ok := c.Known(h); ok {
		return n
	}
	t := h.Type
	if h.Flags&FlagShared != 0 || t == nil {
		return h
	}
	st := t.structure
	switch {
	case t == StrType || t == IntType || t == FloatType || t == BoolType || t == NoneType:
		return h
	case t == BuiltinType || t == MethodWrapperType:
		b := (*Builtin)(unsafe.Pointer(h))
		if b.Self.IsNull() {
			return h
		}
		st = reflect.TypeFor[Builtin]()
	case t == GetSetDescriptorType || t == MemberDescriptorType:
		if o := (*GetSet)(unsafe.Pointer(h)).Owner; o == nil || !o.IsHeap() {
			return h
		}
		st = reflect.TypeFor[GetSet]() // of __slots__
	case t.Layout == LayoutType:
		if k := (*Type)(unsafe.Pointer(h)); !k.IsHeap() {
			return h
		}
		st = reflect.TypeFor[Type]()
	case st == nil && (t.IsHeap() || t.Layout == LayoutExc || t.Layout == LayoutOther):
		st = t.instanceStruct()
	}
	if st == nil {
		if t.Traverse != nil || t.IsHeap() {
			c.leak("class " + t.Module + "." + t.Name)
		}
		return h
	}
	pl := planOf(st)
	p := reflect.New(st)
	p.Elem().Set(reflect.NewAt(st, unsafe.Pointer(h)).Elem())
	n := (*Header)(p.UnsafePointer())
	if f, ok := copyPrepares[st]; ok {
		f(c, unsafe.Pointer(n))
	}
	c.table = append(c.table, copied{h, n})
	h.Mark = uint32(len(c.table))
	c.work = append(c.work, fill{unsafe.Pointer(n), pl})
	return n
}

// instanceStruct is the Go struct of a class that Describe does not name, from its layout or the built-in class that it inherits from.
func (t *Type) instanceStruct() reflect.Type {
	if t.structure != nil {
		return t.structure
	}
	for _, k := range t.MRO {
		if !k.IsHeap() && k.structure != nil && k.Layout == LayoutOther && t.Layout == LayoutOther {
			t.structure = k.structure
			return k.structure
		}
	}
	t.structure = layoutStructs[t.Layout]
	return t.structure
}

var layoutStructs = map[Layout]reflect.Type{
	LayoutObject: reflect.TypeFor[Instance](), LayoutInt: reflect.TypeFor[IntInstance](), LayoutFloat: reflect.TypeFor[FloatInstance](),
	LayoutComplex: reflect.TypeFor[ComplexInstance](), LayoutStr: reflect.TypeFor[StrInstance](), LayoutBytes: reflect.TypeFor[BytesInstance](),
	LayoutByteArray: reflect.TypeFor[ByteArrayInstance](), LayoutTuple: reflect.TypeFor[TupleInstance](), LayoutList: reflect.TypeFor[ListInstance](),
	LayoutDict: reflect.TypeFor[DictInstance](), LayoutSet: reflect.TypeFor[SetInstance](), LayoutExc: reflect.TypeFor[Exc](),
	LayoutModule: reflect.TypeFor[ModuleInstance](), LayoutProperty: reflect.TypeFor[PropertyInstance](), LayoutClassMethod: reflect.TypeFor[ClassMethod](),
}

func (c *Copier) leak(what string) {
	for _, l := range c.Leaks {
		if l == what {
			return
		}
	}
	c.Leaks = append(c.Leaks, what)
}

// checkFunc notes a function that has captured variables.
func (c *Copier) checkFunc(f reflect.Value, where string) {
	if f.IsValid() && !f.IsNil() && capturing(f) {
		c.leak("function in " + where)
	}
}

// capturing tells whether a Go function holds variables. The value of one that does not lies among the
// constants of the executable, that of a closure on the heap, which comes after them.
func capturing(f reflect.Value) bool {
	p := reflect.New(f.Type())
	p.Elem().Set(f)
	return *(*uintptr)(p.UnsafePointer()) > constantsEnd
}

// Captures tells whether a Go function holds variables, which a forked process does not have.
func Captures(f any) bool { return capturing(reflect.ValueOf(f)) }

// constantsEnd is an address behind the constants: that of a variable of the executable is behind them and before the heap.
var (
	afterConstants [1]*Type
	constantsEnd   = uintptr(unsafe.Pointer(&afterConstants))
)

// A plan says what to do with the fields of a struct that refer to something.
type plan struct{ steps []step }

type stepKind uint8

const (
	stepValue   stepKind = iota // a Value
	stepObject                  // a pointer to a struct that begins with a Header
	stepPointer                 // a pointer to another struct
	stepValues                  // a []Value
	stepSlice                   // another slice
	stepMap
	stepAny // an interface
	stepFunc
	stepField // a struct with a rule of its own
	stepClear // what belongs to the old process alone
)

type step struct {
	kind stepKind
	off  uintptr
	t    reflect.Type // of the field; of what it points to, for pointers
	elem *plan        // of a slice's elements; nil when they refer to nothing
	do   func(c *Copier, p unsafe.Pointer)
}

func planOf(t reflect.Type) *plan {
	if p, ok := plans[t]; ok {
		return p
	}
	p := &plan{}
	plans[t] = p
	p.add(t, 0)
	return p
}

var (
	valueStruct  = reflect.TypeFor[Value]()
	headerStruct = reflect.TypeFor[Header]()
)

// copySkips are fields, by struct and name, that a copy begins without.
var copySkips = map[reflect.Type][]string{
	reflect.TypeFor[Type](): {"cache"},
	reflect.TypeFor[Code](): {"Pool"},
}

// copyKeeps are fields, by struct and name, that a copy has in common with the old one: the functions of bound methods are
// those of built-in classes, which hold nothing of a process.
var copyKeeps = map[reflect.Type][]string{
	reflect.TypeFor[Builtin](): {"Leaf", "Native"},
	reflect.TypeFor[GetSet]():  {"Get", "Set"},
	reflect.TypeFor[Code]():    {"KwCache", "Lines"},
	reflect.TypeFor[Type]():    {"Alloc", "Slots", "structure"},
}

// CopyWithout names fields of T that a copy begins without.
func CopyWithout[T any](fields ...string) {
	t := reflect.TypeFor[T]()
	for _, f := range fields {
		if _, ok := t.FieldByName(f); !ok {
			panic("object: " + t.String() + " has no field " + f)
		}
	}
	copySkips[t] = append(copySkips[t], fields...)
}

func (p *plan) add(t reflect.Type, off uintptr) {
	put := func(k stepKind, t reflect.Type) *step {
		p.steps = append(p.steps, step{kind: k, off: off, t: t})
		return &p.steps[len(p.steps)-1]
	}
	if do, ok := copyFields[t]; ok {
		put(stepField, t).do = do
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		if t == valueStruct {
			put(stepValue, t)
			return
		}
	fields:
		for i := range t.NumField() {
			f := t.Field(i)
			for _, skip := range copySkips[t] {
				if f.Name == skip {
					p.steps = append(p.steps, step{kind: stepClear, off: off + f.Offset, t: f.Type})
					continue fields
				}
			}
			for _, keep := range copyKeeps[t] {
				if f.Name == keep {
					continue fields
				}
			}
			p.add(f.Type, off+f.Offset)
		}
	case reflect.Array:
		for i := range t.Len() {
			p.add(t.Elem(), off+uintptr(i)*t.Elem().Size())
		}
	case reflect.Pointer:
		e := t.Elem()
		switch {
		case isShared(e):
		case e == reflect.TypeFor[Str]():
		case beginsWithHeader(e):
			put(stepObject, e)
		default:
			put(stepPointer, e)
		}
	case reflect.Slice:
		if t.Elem() == valueStruct {
			put(stepValues, t)
			return
		}
		if t.Elem() == reflect.TypeFor[bytecode.Instr]() || t.Elem() == reflect.TypeFor[*Str]() {
			return // never changes
		}
		e := planOf(t.Elem())
		put(stepSlice, t).elem = e
	case reflect.Map:
		put(stepMap, t)
	case reflect.Interface:
		put(stepAny, t)
	case reflect.Func:
		put(stepFunc, t)
	case reflect.UnsafePointer, reflect.Chan:
		put(stepClear, t)
	}
}

func isShared(t reflect.Type) bool {
	if sharedStructs[t] {
		return true
	}
	if copyPointers[t] != nil {
		return false
	}
	// Source, bytecode and the recording are nobody's; disks and networks are the computer's.
	path := t.PkgPath()
	return strings.HasSuffix(path, "engine/world") || strings.HasSuffix(path, "engine/bytecode") || strings.HasSuffix(path, "engine/syntax") || strings.HasSuffix(path, "engine/trace") || path == "math/big"
}

func beginsWithHeader(t reflect.Type) bool {
	for t.Kind() == reflect.Struct && t.NumField() > 0 {
		if t == headerStruct {
			return true
		}
		t = t.Field(0).Type
	}
	return false
}

func (c *Copier) fill(p unsafe.Pointer, pl *plan) {
	for i := range pl.steps {
		s := &pl.steps[i]
		at := unsafe.Add(p, s.off)
		switch s.kind {
		case stepValue:
			v := (*Value)(at)
			if v.H != nil {
				v.H = c.Header(v.H)
			}
		case stepObject:
			h := (**Header)(at)
			if *h != nil {
				*h = c.Header(*h)
			}
		case stepPointer:
			q := (*unsafe.Pointer)(at)
			if *q != nil {
				*q = c.pointer(*q, s.t)
			}
		case stepValues:
			old := *(*[]Value)(at)
			if old == nil {
				continue
			}
			out := make([]Value, len(old))
			for j, v := range old {
				out[j] = c.Value(v)
			}
			*(*[]Value)(at) = out
		case stepSlice:
			old := reflect.NewAt(s.t, at).Elem()
			if old.IsNil() {
				continue
			}
			n := reflect.MakeSlice(s.t, old.Len(), old.Len())
			reflect.Copy(n, old)
			if len(s.elem.steps) > 0 {
				size := s.t.Elem().Size()
				for j := range old.Len() {
					c.fill(unsafe.Add(n.UnsafePointer(), uintptr(j)*size), s.elem)
				}
			}
			old.Set(n)
		case stepMap:
			c.mapping(reflect.NewAt(s.t, at).Elem())
		case stepAny:
			c.any(reflect.NewAt(s.t, at).Elem())
		case stepFunc:
			c.checkFunc(reflect.NewAt(s.t, at).Elem(), s.t.String())
		case stepField:
			s.do(c, at)
		case stepClear:
			reflect.NewAt(s.t, at).Elem().SetZero()
		}
	}
}

// pointer is the copy of what p points to, a t.
func (c *Copier) pointer(p unsafe.Pointer, t reflect.Type) unsafe.Pointer {
	k := plainKey{p, t}
	if n, ok := c.plain[k]; ok {
		return n
	}
	if f, ok := copyPointers[t]; ok {
		n := f(c, p)
		c.plain[k] = n
		return n
	}
	n := reflect.New(t)
	n.Elem().Set(reflect.NewAt(t, p).Elem())
	c.plain[k] = n.UnsafePointer()
	if f, ok := copyPrepares[t]; ok {
		f(c, n.UnsafePointer())
	}
	c.work = append(c.work, fill{n.UnsafePointer(), planOf(t)})
	return n.UnsafePointer()
}

// mapping replaces a map by its copy.
func (c *Copier) mapping(m reflect.Value) {
	if m.IsNil() {
		return
	}
	t := m.Type()
	n := reflect.MakeMapWithSize(t, m.Len())
	keys, vals := planOf(t.Key()), planOf(t.Elem())
	k, v := reflect.New(t.Key()), reflect.New(t.Elem())
	for it := m.MapRange(); it.Next(); {
		k.Elem().Set(it.Key())
		v.Elem().Set(it.Value())
		c.fill(k.UnsafePointer(), keys)
		c.fill(v.UnsafePointer(), vals)
		n.SetMapIndex(k.Elem(), v.Elem())
	}
	m.Set(n)
}

// any replaces what an interface holds by its copy.
func (c *Copier) any(f reflect.Value) {
	if f.IsNil() {
		return
	}
	x := f.Elem()
	switch t := x.Type(); t.Kind() {
	case reflect.Pointer:
		e := t.Elem()
		if isShared(e) {
			return
		}
		p := x.UnsafePointer()
		if p == nil {
			return
		}
		if beginsWithHeader(e) {
			p = unsafe.Pointer(c.Header((*Header)(p)))
		} else {
			p = c.pointer(p, e)
		}
		f.Set(reflect.NewAt(e, p))
	case reflect.Func:
		c.checkFunc(x, t.String())
	default:
		n := reflect.New(t)
		n.Elem().Set(x)
		c.fill(n.UnsafePointer(), planOf(t))
		f.Set(n.Elem())
	}
}

// CopyOf is the copy of what x points to, for packages that keep structs of their own.
func CopyOf[T any](c *Copier, x *T) *T {
	if x == nil {
		return nil
	}
	t := reflect.TypeFor[T]()
	if beginsWithHeader(t) {
		return (*T)(unsafe.Pointer(c.Header((*Header)(unsafe.Pointer(x)))))
	}
	return (*T)(c.pointer(unsafe.Pointer(x), t))
}

// CopyAny is the copy of what packages keep for a process or a thread under a name.
func CopyAny(c *Copier, m map[string]any) map[string]any {
	v := reflect.New(reflect.TypeOf(m))
	v.Elem().Set(reflect.ValueOf(m))
	c.mapping(v.Elem())
	return v.Elem().Interface().(map[string]any)
}

func init() {
	Describe[Tuple](TupleType)
	Describe[List](ListType)
	Describe[Dict](DictType)
	Describe[Set](SetType, FrozenSetType)
	Describe[ByteArray](ByteArrayType)
	Describe[MemoryView](MemoryViewType)
	Describe[Slice](SliceType)
	Describe[Cell](CellType)
	Describe[Function](FunctionType)
	Describe[BoundMethod](MethodType)
	Describe[Module](ModuleType)
	Describe[Property](PropertyType)
	Describe[ClassMethod](ClassMethodType, StaticMethodType)
	Describe[Super](SuperType)
	Describe[Traceback](TracebackType)
	Describe[Code](CodeType)
	Describe[Instance](ObjectType, SimpleNamespaceType)
	Describe[MappingProxy](MappingProxyType)
	Describe[GenericAlias](GenericAliasType)
	Describe[Union](UnionType)
	Describe[dictView](DictKeysType, DictValuesType, DictItemsType)
	Describe[dictIter](DictKeyIterType, DictValueIterType, DictItemIterType, DictReverseKeyIterType, DictReverseValIterType, DictReverseItemIter)
	Describe[seqIter](ListIterType, ListReverseIterType, TupleIterType, StrIterType, StrASCIIIterType, BytesIterType, ByteArrayIterType, MemoryIterType, SeqIterType, ReversedType)
	Describe[rangeIter](RangeIterType)
	Describe[setIter](SetIterType)
	Describe[CallIter](CallIterType)
	Describe[Enumerate](EnumerateType)
	Describe[Zip](ZipType)
	for _, t := range ExcTypes {
		Describe[Exc](t)
	}
	// What instructions remember is of the classes of the old process.
	CopyField(func(_ *Copier, c *Cache) { *c = Cache{} })
}

// CopyCtx makes n the state of a forked process's objects: the same as old but for what belongs to the runtime, which its
// caller sets. It is called when everything else is copied.
func CopyCtx(c *Copier, old, n *Ctx) {
	*n = Ctx{
		HashSeed: old.HashSeed, MemUsed: old.MemUsed, MemLimit: old.MemLimit,
		Builtins: CopyOf(c, old.Builtins),
		versions: old.versions, firstID: old.firstID, lastID: old.lastID, idTag: old.idTag,
		ids: make(map[*Header]uint64, len(old.ids)),
	}
	n.CodecHook = c.Value(old.CodecHook)
	n.ShareMemory(old)
	sub := reflect.New(reflect.TypeOf(old.subclasses))
	sub.Elem().Set(reflect.ValueOf(old.subclasses))
	c.mapping(sub.Elem())
	n.subclasses = sub.Elem().Interface().(map[*Type][]*Type)
	c.Run()
	for h, id := range old.ids {
		if k, ok := c.Known(h); ok {
			h = k
		}
		n.ids[h] = id
	}
}

// CopyKeeping names fields of T that a copy has in common with the old one.
func CopyKeeping[T any](fields ...string) {
	copyKeeps[reflect.TypeFor[T]()] = append(copyKeeps[reflect.TypeFor[T]()], fields...)
}
