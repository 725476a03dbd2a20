# try, except, else and finally with return, break, continue and yield inside: who wins, and what is lost.
import sys


def returns():
    try:
        return "try"
    finally:
        return "finally"


def keeps_value():
    x = 1
    try:
        return x
    finally:
        x = 2


def mutates():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def swallows():
    for i in range(3):
        try:
            1 / 0
        finally:
            if i < 2:
                continue
            break
    return "swallowed", i, sys.exc_info()


def otherwise(n):
    try:
        if n == 0:
            raise KeyError(n)
        if n == 1:
            return "returned"
    except KeyError:
        result = "except"
    else:
        result = "else"
    finally:
        print("  finally", n)
    return result


def else_raises():
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise ValueError("of else")
    finally:
        print("  finally of else")


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            try:
                raise KeyError("in finally")
            except KeyError as error:
                print("  context:", repr(error.__context__))
    except ValueError as error:
        return repr(error), error.__context__


def replaced():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def deleted():
    error = "kept?"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as problem:
        return str(problem)


def deleted_early():
    try:
        raise ValueError
    except ValueError as error:
        del error
    return "fine"


def rebound():
    try:
        raise ValueError
    except ValueError as error:
        error = 5
        for error in "ab":
            try:
                return error
            finally:
                print("  finally, error is", error)


def generator():
    try:
        yield 1
        return "value"
    except GeneratorExit:
        print("  asked to close")
        raise
    finally:
        yield_later = 5
        print("  finally of the generator")


def loop():
    while True:
        try:
            try:
                break
            finally:
                print("  inner finally on break")
        finally:
            print("  outer finally on break")
    for i in (1, 2):
        try:
            continue
        finally:
            print("  finally on continue", i)
    else:
        print("  else of the loop")
    while True:
        try:
            return "from the loop"
        finally:
            break
    return "the break won"


def state():
    seen = []
    try:
        raise ValueError("a")
    except ValueError:
        seen.append(repr(sys.exc_info()[1]))
        try:
            raise KeyError("b")
        except KeyError:
            seen.append(repr(sys.exc_info()[1]))
        seen.append(repr(sys.exc_info()[1]))
        try:
            pass
        finally:
            seen.append(repr(sys.exc_info()[1]))
    seen.append(sys.exc_info()[1])
    return seen


def selector(kind):
    def expression():
        print("  evaluated")
        return kind

    try:
        raise ValueError("v")
    except KeyError:
        print("  no")
    except expression():
        return "caught"


for f in (returns, keeps_value, mutates, swallows, lambda: [otherwise(n) for n in range(3)], else_raises, nested, replaced, deleted, deleted_early, rebound, loop, state,
          lambda: selector(ValueError), lambda: selector((KeyError, (ValueError,))), lambda: selector(OSError), lambda: selector(5), lambda: selector("ValueError"), lambda: selector(ValueError("x"))):
    try:
        print(f.__name__, f())
    except Exception as error:
        print(f.__name__, "raises", repr(error), "context", repr(error.__context__))
g = generator()
print(next(g))
g.close()
g = generator()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
try:
    raise
except RuntimeError as error:
    print(error)
