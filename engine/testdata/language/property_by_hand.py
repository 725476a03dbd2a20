class M: pass
d = property(lambda s: s.k, lambda s, v: setattr(s, "k", v), lambda s: print("del"))
o = M()
d.__set__(o, 4); print(d.__get__(o), d.__get__(o, M), d.__get__(None, M) is d)
d.__delete__(o)
property.__set__(d, o, 7); print(property.__get__(d, o)); property.__delete__(d, o)
print(d.fget(o))
c = classmethod(lambda cls, x: (cls, x)); print(c.__get__(None, M)(3), c.__get__(o)(3))
s = staticmethod(lambda x: x); print(s.__get__(o)(3))
print((lambda s: s).__get__(o)() is o)
for f in (lambda: property().__get__(o), lambda: property().__set__(o, 1), lambda: property().__delete__(o), lambda: d.__get__(None)):
    try: print(f())
    except Exception as e: print(type(e), e)
class P(property):
    def __set__(self, o, v):
        print("set"); super().__set__(o, v)
    def __get__(self, o, t=None):
        return self if o is None else super().__get__(o, t)
class C:
    @P
    def a(self): return self._a
    @a.setter
    def a(self, v): self._a = v
x = C(); x.a = 3; print(x.a, C.a is C.__dict__["a"])
