import types
m = types.ModuleType("x")
print(m, m.__doc__, m.__name__, sorted(m.__dict__))
m.__file__ = "foo.py"
print(m)
try:
    types.ModuleType(1)
except TypeError as e:
    print(e)
print(types.ModuleType("y", "doc").__doc__)
