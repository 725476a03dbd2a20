# except*: splitting, matching of plain exceptions, re-raising, several handlers, return of what is left.
def attempt(exception, reraise=False):
    try:
        try:
            raise exception
        except* (ValueError, KeyError) as group:
            print(" values:", repr(group))
            if reraise:
                raise
        except* OSError as group:
            print(" os:", repr(group), group.exceptions[0].args)
        else:
            print(" else")
        finally:
            print(" finally")
    except BaseException as error:
        print(" left:", repr(error), type(error).__name__)


attempt(ExceptionGroup("a", [ValueError(1), OSError(2), ValueError(3)]))
attempt(ExceptionGroup("b", [TypeError(1), ExceptionGroup("c", [KeyError(2), ZeroDivisionError()])]))
attempt(ValueError("plain"))
attempt(TypeError("unmatched"))
attempt(ExceptionGroup("d", [ValueError(1), TypeError(2)]), reraise=True)
attempt(BaseExceptionGroup("e", [KeyboardInterrupt(), ValueError()]))
try:
    try:
        raise ValueError(5)
    except* ExceptionGroup:
        print("never")
except TypeError as error:
    print(error)
try:
    try:
        raise ExceptionGroup("f", [ValueError(5)])
    except* 3:
        print("never")
except BaseException as error:
    print(repr(error))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError("one")
    except* TypeError as t:
        raise t.exceptions[0]
except ExceptionGroup as error:
    print(repr(error), [repr(e.__context__) for e in error.exceptions])
for _ in range(1):
    try:
        pass
    except* ValueError:
        print("never")
    else:
        print("no exception")
