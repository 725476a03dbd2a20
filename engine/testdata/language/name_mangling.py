# Private names: where they are mangled, and where they are not.
class Account:
    __rate = 5
    __dunder__ = "kept"
    _single = "kept"

    def __init__(self):
        self.__balance = 10
        self.__class__.__rate += 1

    def __helper(self, __argument=1):
        __local = __argument + 1
        return __local, sorted(locals())

    def use(self):
        return self.__helper(), self.__balance, self.__rate

    def other(self, obj):
        return obj.__secret

    def text(self):
        return getattr(self, "__balance", "not found by text")

    def keyword(self, **kw):
        return self.__target(__key=1)

    def __target(self, **kw):
        return kw

    class __Nested:
        __inner = 2

    def exec_text(self):
        return eval("self._Account__balance")

    def imported(self):
        import math as __math

        return sorted(locals()), __math.pi > 3

    def loops(self):
        for __i in range(2):
            pass
        with open.__class__ and __import__("contextlib").nullcontext(4) as __c:
            pass
        try:
            raise ValueError
        except ValueError as __e:
            names = sorted(locals())
        return names, lambda __p: __p

    def annotated(self, __x: int = 0) -> "__T":
        __v: int = 3
        return __v

class Sub(Account):
    def peek(self):
        try:
            return self.__balance
        except AttributeError as error:
            return str(error)

class ___Under:
    __value = 1

class __(Account):
    __value = 3

a = Sub()
print(a.use(), a.peek(), a.text(), a.keyword(), a.exec_text(), a.imported())
print(a.loops()[0], a.loops()[1].__code__.co_varnames, a.annotated.__annotations__)
print(sorted(n for n in vars(Account) if "_Account" in n), vars(a))
print([n for n in vars(___Under) if "value" in n], [n for n in vars(__) if "value" in n])
try:
    a.other(a)
except AttributeError as error:
    print(error)
