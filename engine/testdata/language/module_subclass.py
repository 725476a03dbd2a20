import types, sys
class M(types.ModuleType):
    def __getattr__(self, n): raise AttributeError("no " + n)
m = M("x")
print(m.__dict__)
m.__dict__.update({"a": 1})
print(m.a, vars(m) is m.__dict__, sorted(m.__dict__))
m.b = 3
print(m.__dict__["b"]); del m.a
print(hasattr(m, "a"))
old = sys.modules["__main__"]
m.__dict__.update(old.__dict__)
del m.m, m.old
print(m.types.ModuleType is types.ModuleType, hasattr(m, "old"), repr(types.ModuleType("q")))
