package resolve

import (
	"sort"
	"strings"

	"loopscope/engine/syntax"
)

// Kind tells the scopes apart.
type Kind uint8

// The kinds of scopes. Lambdas and comprehensions are functions.
const (
	Module Kind = iota
	Class
	Function
)

// CompKind tells comprehensions apart.
type CompKind uint8

// The kinds of comprehensions.
const (
	NoComp CompKind = iota
	ListComp
	SetComp
	DictComp
	GenExpr
)

func (k CompKind) String() string {
	return [...]string{"", "list comprehension", "set comprehension", "dict comprehension", "generator expression"}[k]
}

// Place is where a name lives, seen from one scope.
type Place uint8

// The places of names.
const (
	GlobalImplicit Place = iota // not bound in any enclosing function
	GlobalExplicit              // declared global
	Local
	Cell // local, and shared with inner functions
	Free // a cell of an enclosing function
)

// What a scope does with a name.
type use uint16

const (
	defGlobal use = 1 << iota
	defLocal
	defParam
	defNonlocal
	used
	defAnnot
	defCompIter
	defImport

	bound = defLocal | defParam | defImport
)

type symbol struct {
	name  string
	uses  use
	place Place
	free  bool        // received from outside, if only to hand it on
	decl  syntax.Span // its global or nonlocal statement
}

// Scope is what the resolver knows of a module, class, function, lambda or comprehension.
type Scope struct {
	Kind   Kind
	Comp   CompKind
	Lambda bool
	Async  bool // async def
	Name   string
	Parent *Scope
	Nested bool   // inside a function
	Class  string // the innermost class around, for name mangling

	Generator bool // contains yield, or is a generator expression
	Coroutine bool // a comprehension that awaits

	Params []string
	Cells  []string // sorted
	Frees  []string // sorted
	// NeedsClassCell says that a method of this class uses __class__ or super.
	NeedsClassCell bool

	symbols  map[string]*symbol
	order    []*symbol // in order of first appearance
	children []*Scope

	iterTarget bool // while visiting a comprehension's target
	iterExpr   int  // depth of comprehension iterables being visited
}

// Place tells where a (mangled) name lives.
func (s *Scope) Place(name string) Place {
	if sym := s.symbols[name]; sym != nil {
		return sym.place
	}
	return GlobalImplicit
}

// Imported says that an import statement of the scope binds the name.
func (s *Scope) Imported(name string) bool {
	sym := s.symbols[name]
	return sym != nil && sym.uses&defImport != 0
}

// IsFunction says whether locals live in slots.
func (s *Scope) IsFunction() bool { return s.Kind == Function }

// Mangle applies the private-name rule of class bodies.
func (s *Scope) Mangle(name string) string { return mangle(s.Class, name) }

func mangle(class, name string) string {
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// Info is what is known of a whole program.
type Info struct {
	Top *Scope
	// FutureAnnotations: from __future__ import annotations is in force.
	FutureAnnotations bool
	// FutureEnd is the number of leading statements among which __future__ imports may stand.
	FutureEnd int

	scopes map[syntax.Node]*Scope
}

// Of returns the scope that a node opens.
func (i *Info) Of(n syntax.Node) *Scope { return i.scopes[n] }

func (s *Scope) get(name string) *symbol {
	sym := s.symbols[name]
	if sym == nil {
		sym = &symbol{name: name}
		s.symbols[name] = sym
		s.order = append(s.order, sym)
	}
	return sym
}

// analyse finds the place of every name of s and of the scopes within.
func (r *resolver) analyse(s *Scope) {
	// Indexed, because looking up free names adds symbols to scopes in between;
	// those are placed already.
	for i := 0; i < len(s.order); i++ {
		if sym := s.order[i]; !sym.free {
			r.analyseName(s, sym)
		}
	}
	for _, child := range s.children {
		r.analyse(child)
	}
	for _, sym := range s.order {
		if sym.place == Cell {
			s.Cells = append(s.Cells, sym.name)
		}
		if sym.free {
			s.Frees = append(s.Frees, sym.name)
		}
	}
	if s.NeedsClassCell {
		s.Cells = append(s.Cells, "__class__")
	}
	sort.Strings(s.Cells)
	sort.Strings(s.Frees)
}

func (r *resolver) analyseName(s *Scope, sym *symbol) {
	switch {
	case sym.uses&defGlobal != 0:
		if sym.uses&defNonlocal != 0 {
			r.fail(sym.decl, "name '"+sym.name+"' is nonlocal and global")
		}
		sym.place = GlobalExplicit
	case sym.uses&defNonlocal != 0:
		if s.Kind == Module {
			r.fail(sym.decl, "nonlocal declaration not allowed at module level")
		}
		if !s.capture(sym) {
			r.fail(sym.decl, "no binding for nonlocal '"+sym.name+"' found")
		}
	case sym.uses&bound != 0:
		if sym.place != Cell {
			sym.place = Local
		}
	case !s.capture(sym):
		sym.place = GlobalImplicit
	}
}

// capture looks for an enclosing function that binds the name. When there is
// one, the name becomes a cell there and free in every scope on the way.
func (s *Scope) capture(sym *symbol) bool {
	var home *Scope
search:
	for p := s.Parent; p != nil; p = p.Parent {
		switch p.Kind {
		case Class:
			if sym.name == "__class__" {
				p.NeedsClassCell = true
				home = p
				break search
			}
		case Function:
			outer := p.symbols[sym.name]
			if outer == nil {
				continue
			}
			if outer.uses&defGlobal != 0 {
				return false
			}
			if outer.uses&defNonlocal == 0 && outer.uses&bound != 0 {
				outer.place = Cell
				home = p
				break search
			}
		}
	}
	if home == nil {
		return false
	}
	sym.place, sym.free = Free, true
	for p := s.Parent; p != home; p = p.Parent {
		between := p.get(sym.name)
		between.free = true
		// A class may bind a variable of the same name for itself and hand on the
		// outer one to its methods.
		switch {
		case between.uses&defGlobal != 0:
			between.place = GlobalExplicit
		case p.Kind == Function || between.uses&defNonlocal != 0 || between.uses&bound == 0:
			between.place = Free
		default:
			between.place = Local
		}
	}
	return true
}
