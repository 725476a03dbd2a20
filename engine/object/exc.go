package object

// needVM is the sentinel NeedVM. It is never raised.
var needVM = &Exc{Args: []Value{}}

// NeedVM is what a leaf operation answers when Python code would have to run.
var NeedVM = needVM

// NewExc makes an exception with one argument, the message; see Sprintf for the
// format. Without arguments the format is the message as it is; an empty one
// makes an exception without arguments.
func NewExc(t *Type, format string, args ...any) *Exc {
	if len(args) > 0 {
		format = Sprintf(format, args...)
	}
	e := newExc(t)
	if format != "" {
		e.Args = []Value{NewStr(format)}
	}
	initExcFields(e)
	return e
}

// ExcArgs makes an exception with these arguments.
func ExcArgs(t *Type, args ...Value) *Exc {
	e := newExc(t)
	if args != nil {
		e.Args = args
	}
	initExcFields(e)
	return e
}

// What a call of an exception class comes down to, see Type.PlainExc.
const (
	OtherExc  uint8 = iota + 1 // something else
	PlainInit                  // its arguments are kept, and nothing else happens
	OwnInit                    // that, then an __init__ that is not built in
)

// PlainExc tells what a call of the exception class t comes down to.
func (t *Type) PlainExc() uint8 {
	if t.excForm == 0 || t.excVersion != t.Version {
		t.excForm, t.excVersion = t.findExcForm(), t.Version
	}
	return t.excForm
}

func (t *Type) findExcForm() uint8 {
	base := BaseException
	t.excArgsOnly = !t.IsSubtype(StopIteration) && !t.IsSubtype(SystemExit) && !t.IsSubtype(ImportError)
	if t.Flags&(AbstractClass|HasDel) != 0 || t.Lookup(strNew) != base.Lookup(strNew) {
		return OtherExc
	}
	for _, own := range []*Type{OSError, SyntaxError, UnicodeError, BaseExceptionGroup} {
		if t.IsSubtype(own) {
			return OtherExc
		}
	}
	if init := t.Lookup(strInit); init == base.Lookup(strInit) {
		return PlainInit
	} else if init.H.Type == FunctionType {
		return OwnInit
	}
	return OtherExc
}

// ExcCopy is ExcArgs with a copy of the arguments, for a class whose PlainExc allows it.
func ExcCopy(t *Type, args []Value) *Exc {
	var e *Exc
	if len(args) == 1 {
		// Most have one: it is allocated with the exception.
		one := &struct {
			Exc
			arg [1]Value
		}{}
		one.arg[0] = args[0]
		e = &one.Exc
		e.Args = one.arg[:]
	} else {
		e = newExc(t)
		e.Args = append(e.Args, args...)
	}
	e.Type = t
	if !t.excArgsOnly {
		initExcFields(e)
	}
	return e
}

func newExc(t *Type) *Exc {
	e := &Exc{Args: []Value{}}
	e.Type = t
	return e
}

// Is tells whether e is an instance of t.
func (e *Exc) Is(t *Type) bool { return e.Type.IsSubtype(t) }

// Message is what str(e) shows; the built-in form where a class has a __str__ in Python.
func (e *Exc) Message(c *Ctx) string {
	s, x := StrOf(c, e.Value())
	if x == needVM {
		s, x = excStr(c, e.Value())
	}
	if x != nil {
		return "<exception str() failed>"
	}
	return s
}

// NewKeyError makes a KeyError for a key.
func NewKeyError(k Value) *Exc { return ExcArgs(KeyError, k) }

// NewStopIteration makes a StopIteration with a generator's return value (None for none).
func NewStopIteration(v Value) *Exc {
	e := newExc(StopIteration)
	e.Val = v
	if !v.IsNone() {
		e.Args = []Value{v}
	}
	return e
}

// NewAttributeError makes an AttributeError with its name and obj.
func NewAttributeError(obj Value, name *Str, format string, args ...any) *Exc {
	e := NewExc(AttributeError, format, args...)
	e.Val = name.Value()
	e.Extra = []Value{obj}
	return e
}

// NewNameError makes a NameError (or subclass) with its name.
func NewNameError(t *Type, name *Str, format string, args ...any) *Exc {
	e := NewExc(t, format, args...)
	e.Val = name.Value()
	return e
}

// NewImportError makes an ImportError (or subclass).
func NewImportError(t *Type, name string, format string, args ...any) *Exc {
	e := NewExc(t, format, args...)
	e.Val = NewStr(name)
	return e
}

// NewOSError makes an OSError of the subclass that errno calls for. filename may be Null.
func NewOSError(errno int, strerror string, filename Value) *Exc {
	args := []Value{Int(int64(errno)), NewStr(strerror)}
	if !filename.IsNull() {
		args = append(args, filename)
	}
	e := newExc(osErrorClass(OSError, int64(errno)))
	e.Args = args
	initExcFields(e)
	return e
}

// NewOSError2 is NewOSError for an operation on two files.
func NewOSError2(errno int, strerror string, filename, filename2 Value) *Exc {
	e := newExc(osErrorClass(OSError, int64(errno)))
	e.Args = []Value{Int(int64(errno)), NewStr(strerror), filename, None, filename2}
	initExcFields(e)
	return e
}

// osErrorClass is the subclass of OSError for an errno of Linux.
func osErrorClass(t *Type, errno int64) *Type {
	if t != OSError {
		return t
	}
	switch errno {
	case 11, 114, 115:
		return BlockingIOError
	case 10:
		return ChildProcessError
	case 32, 108:
		return BrokenPipeError
	case 103:
		return ConnectionAbortedError
	case 111:
		return ConnectionRefusedError
	case 104:
		return ConnectionResetError
	case 17:
		return FileExistsError
	case 2:
		return FileNotFoundError
	case 4:
		return InterruptedError
	case 21:
		return IsADirectoryError
	case 20:
		return NotADirectoryError
	case 1, 13:
		return PermissionError
	case 3:
		return ProcessLookupError
	case 110:
		return TimeoutError
	}
	return t
}

// The positions in Exc.Extra; Exc.Val holds the first field of each class.
const (
	extraImportPath = 0
	extraImportMsg  = 1

	extraOSStrerror  = 0
	extraOSFilename  = 1
	extraOSFilename2 = 2

	extraSyntaxFilename = 0 // then lineno, offset, text, end_lineno, end_offset, print_file_and_line

	extraUnicodeObject = 0
	extraUnicodeStart  = 1
	extraUnicodeEnd    = 2
	extraUnicodeReason = 3

	extraGroupExceptions = 0
)

// extra reads a field, None when it was never set.
func (e *Exc) extra(i int) Value {
	if i < 0 {
		if e.Val.IsNull() {
			return None
		}
		return e.Val
	}
	if i < len(e.Extra) && !e.Extra[i].IsNull() {
		return e.Extra[i]
	}
	return None
}

func (e *Exc) setExtra(i int, v Value) {
	if i < 0 {
		e.Val = v
		return
	}
	for len(e.Extra) <= i {
		e.Extra = append(e.Extra, Null)
	}
	e.Extra[i] = v
}

// initExcFields sets the fields of a class from the arguments, as its __init__ does.
func initExcFields(e *Exc) {
	t := e.Type
	args := e.Args
	switch {
	case t == ValueError || t == TypeError || t == RuntimeError || t == KeyError || t == IndexError:
	case t.IsSubtype(StopIteration):
		e.Val = None
		if len(args) > 0 {
			e.Val = args[0]
		}
	case t.IsSubtype(SystemExit):
		switch len(args) {
		case 0:
			e.Val = None
		case 1:
			e.Val = args[0]
		default:
			e.Val = NewTuple(args)
		}
	case t.IsSubtype(ImportError):
		if len(args) == 1 {
			e.setExtra(extraImportMsg, args[0])
		}
	case t.IsSubtype(OSError):
		if len(args) >= 2 && len(args) <= 5 {
			e.Val = args[0]
			e.setExtra(extraOSStrerror, args[1])
			if _, written := ToInt64(args[len(args)-1]); len(args) == 3 && written && t.IsSubtype(BlockingIOError) {
				break // the third argument is the number of characters written
			}
			if len(args) > 2 {
				e.setExtra(extraOSFilename, args[2])
				if len(args) > 4 {
					e.setExtra(extraOSFilename2, args[4])
				}
				e.Args = args[:2:2]
			}
		}
	case t.IsSubtype(SyntaxError):
		initSyntaxError(e)
	case t.IsSubtype(UnicodeTranslateError):
		if len(args) == 4 {
			e.Extra = append([]Value(nil), args...)
		}
	case t.IsSubtype(UnicodeDecodeError), t.IsSubtype(UnicodeEncodeError):
		if len(args) == 5 {
			e.Val = args[0]
			e.Extra = append([]Value(nil), args[1:]...)
		}
	case t.IsSubtype(BaseExceptionGroup):
		if len(args) == 2 {
			e.Val = args[0]
			if x := AsList(args[1]); x != nil {
				e.Extra = []Value{NewTuple(append([]Value(nil), x.Elems...))}
			} else {
				e.Extra = []Value{args[1]}
			}
		}
	}
}

func initSyntaxError(e *Exc) {
	if len(e.Args) > 0 {
		e.Val = e.Args[0]
	}
	if len(e.Args) != 2 {
		return
	}
	var info []Value
	if t := AsTuple(e.Args[1]); t != nil {
		info = t.Elems
	} else if l := AsList(e.Args[1]); l != nil {
		info = l.Elems
	}
	if len(info) >= 4 {
		e.Extra = append([]Value(nil), info...)
	}
}

// GroupExceptions are the members of an exception group, nil for other exceptions.
func (e *Exc) GroupExceptions() []Value {
	if !e.Is(BaseExceptionGroup) || len(e.Extra) == 0 {
		return nil
	}
	if t := AsTuple(e.Extra[extraGroupExceptions]); t != nil {
		return t.Elems
	}
	return nil
}

// DeriveGroup makes a group like e with other members: same message, traceback,
// cause, context and notes. Its class is that of the built-in derive().
func (e *Exc) DeriveGroup(members []Value) *Exc {
	t := ExceptionGroup
	for _, m := range members {
		if x := AsExc(m); x != nil && !x.Is(Exception) {
			t = BaseExceptionGroup
		}
	}
	g := ExcArgs(t, e.extra(-1), NewList(members))
	g.Traceback, g.Cause, g.Context, g.Suppress = e.Traceback, e.Cause, e.Context, true
	if n := AsList(e.Notes); n != nil {
		g.Notes = NewList(append([]Value(nil), n.Elems...))
	}
	return g
}

// SetImportPath says where the module of an ImportError comes from.
func (e *Exc) SetImportPath(file Value) { e.setExtra(extraImportPath, file) }
