# except: tuples, classes evaluated late, wrong classes, order, bare except, deleted names.
def classes():
    print("evaluated")
    return ValueError, KeyError


try:
    raise KeyError("k")
except classes() as error:
    print(repr(error))
try:
    try:
        raise KeyError("k")
    except 5:
        print("never")
except TypeError as error:
    print(error, repr(error.__context__))
try:
    try:
        raise KeyError("k")
    except (ValueError, "x"):
        print("never")
except TypeError as error:
    print(error)
try:
    pass
except undefined_name:
    print("never looked at")
try:
    raise SystemExit("leaving")
except Exception:
    print("never")
except BaseException as error:
    print(type(error).__name__, error)


class Meta(type):
    def __instancecheck__(cls, obj):
        return True

    def __subclasscheck__(cls, sub):
        return True


class Virtual(Exception, metaclass=Meta):
    pass


try:
    try:
        raise ValueError("hooks are not asked")
    except Virtual:
        print("never")
except ValueError as error:
    print(error)
try:
    raise ValueError
except:
    print("bare")
error = "kept?"
try:
    raise ValueError
except ValueError as error:
    pass
print("error" in globals())
try:
    raise ValueError
except ValueError as error:
    del error
print("deleted twice is fine")
