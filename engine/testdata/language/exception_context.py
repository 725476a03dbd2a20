# __context__, __cause__ and what clears or keeps them; the name of except disappears.
def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + (" (cause)" if error.__cause__ else "") + (" (hidden)" if error.__suppress_context__ else ""))
        error = error.__cause__ or error.__context__
    return seen

try:
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise TypeError(3)
except TypeError as error:
    print(chain(error))
try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError as error:
    print(chain(error))
try:
    print(error)
except NameError as e:
    print(e)
same = ValueError("same")
try:
    try:
        raise same
    except ValueError:
        raise same
except ValueError as error:
    print(chain(error), error.__context__)

def rethrow():
    try:
        raise OSError("os")
    except OSError as error:
        stored = error
    try:
        raise stored
    except OSError as again:
        return again.__context__, again is stored

print(rethrow())
try:
    raise ValueError("a") from KeyError
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__)
try:
    raise
except RuntimeError as error:
    print(error)

def generator():
    try:
        yield 1
    except ValueError:
        raise KeyError("in generator")

g = generator()
next(g)
try:
    try:
        raise OSError("outside")
    except OSError:
        g.throw(ValueError("thrown"))
except KeyError as error:
    print(chain(error))
class Bad(Exception):
    def __new__(cls):
        return 5

for thing in (5, "text", int, Bad, None):
    try: raise thing
    except TypeError as error: print(error)
