package object

// The exception hierarchy.
var (
	BaseException      = &Type{Name: "BaseException"}
	BaseExceptionGroup = &Type{Name: "BaseExceptionGroup"}
	GeneratorExit      = &Type{Name: "GeneratorExit"}
	KeyboardInterrupt  = &Type{Name: "KeyboardInterrupt"}
	SystemExit         = &Type{Name: "SystemExit"}
	Exception          = &Type{Name: "Exception"}

	ArithmeticError    = &Type{Name: "ArithmeticError"}
	FloatingPointError = &Type{Name: "FloatingPointError"}
	OverflowError      = &Type{Name: "OverflowError"}
	ZeroDivisionError  = &Type{Name: "ZeroDivisionError"}
	AssertionError     = &Type{Name: "AssertionError"}
	AttributeError     = &Type{Name: "AttributeError"}
	BufferError        = &Type{Name: "BufferError"}
	EOFError           = &Type{Name: "EOFError"}
	ExceptionGroup     = &Type{Name: "ExceptionGroup"}

	ImportError         = &Type{Name: "ImportError"}
	ModuleNotFoundError = &Type{Name: "ModuleNotFoundError"}
	LookupError         = &Type{Name: "LookupError"}
	IndexError          = &Type{Name: "IndexError"}
	KeyError            = &Type{Name: "KeyError"}
	MemoryError         = &Type{Name: "MemoryError"}
	NameError           = &Type{Name: "NameError"}
	UnboundLocalError   = &Type{Name: "UnboundLocalError"}

	OSError                = &Type{Name: "OSError"}
	BlockingIOError        = &Type{Name: "BlockingIOError"}
	ChildProcessError      = &Type{Name: "ChildProcessError"}
	ConnectionError        = &Type{Name: "ConnectionError"}
	BrokenPipeError        = &Type{Name: "BrokenPipeError"}
	ConnectionAbortedError = &Type{Name: "ConnectionAbortedError"}
	ConnectionRefusedError = &Type{Name: "ConnectionRefusedError"}
	ConnectionResetError   = &Type{Name: "ConnectionResetError"}
	FileExistsError        = &Type{Name: "FileExistsError"}
	FileNotFoundError      = &Type{Name: "FileNotFoundError"}
	InterruptedError       = &Type{Name: "InterruptedError"}
	IsADirectoryError      = &Type{Name: "IsADirectoryError"}
	NotADirectoryError     = &Type{Name: "NotADirectoryError"}
	PermissionError        = &Type{Name: "PermissionError"}
	ProcessLookupError     = &Type{Name: "ProcessLookupError"}
	TimeoutError           = &Type{Name: "TimeoutError"}

	ReferenceError        = &Type{Name: "ReferenceError"}
	RuntimeError          = &Type{Name: "RuntimeError"}
	NotImplementedError   = &Type{Name: "NotImplementedError"}
	RecursionError        = &Type{Name: "RecursionError"}
	StopAsyncIteration    = &Type{Name: "StopAsyncIteration"}
	StopIteration         = &Type{Name: "StopIteration"}
	SyntaxError           = &Type{Name: "SyntaxError"}
	IndentationError      = &Type{Name: "IndentationError"}
	TabError              = &Type{Name: "TabError"}
	SystemError           = &Type{Name: "SystemError"}
	TypeError             = &Type{Name: "TypeError"}
	ValueError            = &Type{Name: "ValueError"}
	UnicodeError          = &Type{Name: "UnicodeError"}
	UnicodeDecodeError    = &Type{Name: "UnicodeDecodeError"}
	UnicodeEncodeError    = &Type{Name: "UnicodeEncodeError"}
	UnicodeTranslateError = &Type{Name: "UnicodeTranslateError"}

	Warning                   = &Type{Name: "Warning"}
	BytesWarning              = &Type{Name: "BytesWarning"}
	DeprecationWarning        = &Type{Name: "DeprecationWarning"}
	EncodingWarning           = &Type{Name: "EncodingWarning"}
	FutureWarning             = &Type{Name: "FutureWarning"}
	ImportWarning             = &Type{Name: "ImportWarning"}
	PendingDeprecationWarning = &Type{Name: "PendingDeprecationWarning"}
	ResourceWarning           = &Type{Name: "ResourceWarning"}
	RuntimeWarning            = &Type{Name: "RuntimeWarning"}
	SyntaxWarning             = &Type{Name: "SyntaxWarning"}
	UnicodeWarning            = &Type{Name: "UnicodeWarning"}
	UserWarning               = &Type{Name: "UserWarning"}

	// UnsupportedError names what this engine does not offer. It is not a class of
	// Python's; a program cannot catch it by name, only as an Exception.
	UnsupportedError = &Type{Name: "UnsupportedError"}
)

// ExcTypes lists the exception classes in an order that puts bases first, for
// whoever fills module builtins.
var ExcTypes = []*Type{
	BaseException, BaseExceptionGroup, GeneratorExit, KeyboardInterrupt, SystemExit, Exception,
	ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError,
	AssertionError, AttributeError, BufferError, EOFError, ExceptionGroup,
	ImportError, ModuleNotFoundError, LookupError, IndexError, KeyError, MemoryError,
	NameError, UnboundLocalError,
	OSError, BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError,
	ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError,
	FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError,
	NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError,
	ReferenceError, RuntimeError, NotImplementedError, RecursionError,
	StopAsyncIteration, StopIteration, SyntaxError, IndentationError, TabError,
	SystemError, TypeError, ValueError, UnicodeError, UnicodeDecodeError,
	UnicodeEncodeError, UnicodeTranslateError,
	Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning,
	ImportWarning, PendingDeprecationWarning, ResourceWarning, RuntimeWarning,
	SyntaxWarning, UnicodeWarning, UserWarning,
	UnsupportedError,
}

// excBase answers the base of a built-in exception class. Most inherit from
// Exception; the rest are named here.
func excBase(t *Type) *Type {
	switch t {
	case BaseException:
		return ObjectType
	case BaseExceptionGroup, GeneratorExit, KeyboardInterrupt, SystemExit, Exception:
		return BaseException
	case FloatingPointError, OverflowError, ZeroDivisionError:
		return ArithmeticError
	case ModuleNotFoundError:
		return ImportError
	case IndexError, KeyError:
		return LookupError
	case UnboundLocalError:
		return NameError
	case BlockingIOError, ChildProcessError, ConnectionError, FileExistsError, FileNotFoundError,
		InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError,
		ProcessLookupError, TimeoutError:
		return OSError
	case BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError:
		return ConnectionError
	case NotImplementedError, RecursionError:
		return RuntimeError
	case IndentationError:
		return SyntaxError
	case TabError:
		return IndentationError
	case UnicodeError:
		return ValueError
	case UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError:
		return UnicodeError
	case BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning,
		PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning,
		UnicodeWarning, UserWarning:
		return Warning
	}
	return Exception
}

func initExcTypes() {
	for _, t := range ExcTypes {
		setupType(t, excBase(t), LayoutExc, IsExc|HasDict, "")
		if t == ExceptionGroup { // its second base
			t.Bases = []*Type{BaseExceptionGroup, Exception}
			t.Base = BaseExceptionGroup
			t.MRO = []*Type{ExceptionGroup, BaseExceptionGroup, Exception, BaseException, ObjectType}
		}
	}
}
