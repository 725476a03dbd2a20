package object

import "unsafe"

// Shape is an order of attribute names, shared by all instances that set the
// same names in the same order.
type Shape struct {
	parent *Shape
	name   *Str
	n      int // number of names
	names  []*Str
	next   *Shape // the child most recently used
	nexts  map[*Str]*Shape
	find   map[*Str]int32
}

// maxShape is how many attributes an instance keeps in a shape.
const maxShape = 64

var emptyShape = &Shape{}

// NewRoot makes a shape without names.
func NewRoot() *Shape { return &Shape{} }

// Len is the number of names.
func (s *Shape) Len() int { return s.n }

// Names are the names in order.
func (s *Shape) Names() []*Str {
	if s.names == nil && s.n > 0 {
		s.names = make([]*Str, s.n)
		for p := s; p.n > 0; p = p.parent {
			s.names[p.n-1] = p.name
		}
	}
	return s.names
}

// Find is the index of an interned name, or -1.
func (s *Shape) Find(name *Str) int {
	if s.n <= 8 {
		for i, n := range s.Names() {
			if n == name {
				return i
			}
		}
		return -1
	}
	if s.find == nil {
		s.find = make(map[*Str]int32, s.n)
		for i, n := range s.Names() {
			s.find[n] = int32(i)
		}
	}
	if i, ok := s.find[name]; ok {
		return int(i)
	}
	return -1
}

// Add is the shape with one name more, nil when there are too many.
func (s *Shape) Add(name *Str) *Shape {
	if s.next != nil && s.next.name == name {
		return s.next
	}
	if child, ok := s.nexts[name]; ok {
		s.next = child
		return child
	}
	if s.n == maxShape {
		return nil
	}
	child := &Shape{parent: s, name: name, n: s.n + 1}
	if s.nexts == nil {
		s.nexts = make(map[*Str]*Shape, 1)
	}
	s.nexts[name] = child
	s.next = child
	return child
}

// slotPrefix begins the names under which the values of __slots__ are kept. They
// are no attributes of the instance's dictionary.
const slotPrefix = "\x00"

// Get reads an attribute.
func (a *Attrs) Get(name *Str) (Value, bool) {
	if a.Dict != nil {
		return a.Dict.GetStr(name)
	}
	if a.Shape == nil {
		return Null, false
	}
	name = InternStr(name)
	if i := a.Shape.Find(name); i >= 0 {
		return a.Vals[i], true
	}
	return Null, false
}

// Set writes an attribute of an instance of t.
func (a *Attrs) Set(t *Type, name *Str, v Value) {
	if a.Dict != nil {
		a.Dict.SetStr(name, v)
		return
	}
	name = InternStr(name)
	if a.Shape == nil {
		a.Shape = t.Root
	}
	if i := a.Shape.Find(name); i >= 0 {
		a.Vals[i] = v
		return
	}
	s := a.Shape.Add(name)
	if s == nil {
		a.ToDict().SetStr(name, v)
		return
	}
	a.Shape = s
	a.Vals = append(a.Vals, v)
	if len(a.Vals) > t.ValsHint {
		t.ValsHint = len(a.Vals)
	}
}

// Del removes an attribute and tells whether it was there.
func (a *Attrs) Del(name *Str) bool {
	if _, ok := a.Get(name); !ok {
		return false
	}
	return a.ToDict().DelStr(name)
}

// ToDict is the dictionary of the attributes, which from now on holds them.
// Values of __slots__ stay behind in the shape.
func (a *Attrs) ToDict() *Dict {
	if a.Dict != nil {
		return a.Dict
	}
	d := NewDict()
	if a.Shape != nil {
		kept := emptyShape
		var vals []Value
		for i, n := range a.Shape.Names() {
			if isSlotName(n) {
				kept = kept.Add(n)
				vals = append(vals, a.Vals[i])
			} else {
				d.SetStr(n, a.Vals[i])
			}
		}
		a.Shape, a.Vals = kept, vals
	}
	a.Dict = d
	return d
}

// SetDict replaces the dictionary (assignment to __dict__).
func (a *Attrs) SetDict(d *Dict) {
	a.ToDict()
	a.Dict = d
}

func isSlotName(n *Str) bool { return len(n.Text) > 0 && n.Text[0] == 0 }

// Len is the number of attributes.
func (a *Attrs) Len() int {
	if a.Dict != nil {
		return a.Dict.Len()
	}
	return len(a.Vals)
}

// slot and setSlot read and write a value of __slots__; key has slotPrefix.
func (a *Attrs) slot(key *Str) (Value, bool) {
	if a.Shape != nil {
		if i := a.Shape.Find(key); i >= 0 && a.Vals[i].H != nil {
			return a.Vals[i], true
		}
	}
	return Null, false
}

func (a *Attrs) setSlot(key *Str, v Value) {
	if a.Shape == nil {
		a.Shape = emptyShape
	}
	if i := a.Shape.Find(key); i >= 0 {
		a.Vals[i] = v
		return
	}
	if s := a.Shape.Add(key); s != nil {
		a.Shape = s
		a.Vals = append(a.Vals, v)
	}
}

// AttrsOf is where v keeps its attributes, nil when it has none.
func AttrsOf(v Value) *Attrs {
	off := v.H.Type.AttrOffset
	if off == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Pointer(uintptr(unsafe.Pointer(v.H)) + off))
}
