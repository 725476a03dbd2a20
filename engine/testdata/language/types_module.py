"""types: functions, methods, namespaces, proxies and classes built by hand; DynamicClassAttribute and coroutine."""

import types
from types import *


def sample(a, b=2, *, c=3):
    "doc"
    return a, b, c, outer_name


outer_name = "module"
made = FunctionType(sample.__code__, {"outer_name": "mine"}, "renamed", (7,))
made.__kwdefaults__ = {"c": 8}
print(made(1), made.__name__, made.__qualname__, made.__defaults__, made.__module__, made.__globals__["outer_name"], made.__doc__)


def closed(x):
    def inner():
        return x

    return inner


inner = closed(5)
print(FunctionType(inner.__code__, {}, closure=(CellType(9),))(), inner.__closure__[0].cell_contents, CellType().__class__.__name__)
for call in (
    lambda: FunctionType(inner.__code__, {}),
    lambda: FunctionType(sample.__code__, {}, closure=(CellType(1),)),
    lambda: FunctionType(5, {}),
    lambda: FunctionType(sample.__code__, 5),
    lambda: FunctionType(sample.__code__, {}, None, 5),
    lambda: FunctionType(inner.__code__, {}, closure=(1,)),
    lambda: CellType().cell_contents,
    lambda: MethodType(5, 1),
    lambda: MethodType(sample, None),
    lambda: MethodType(sample),
    lambda: ModuleType(),
    lambda: ModuleType(5),
    lambda: MappingProxyType(5),
    lambda: MappingProxyType({})["x"],
    lambda: MappingProxyType({}).__setitem__("x", 1),
    lambda: SimpleNamespace(1),
    lambda: SimpleNamespace(a=1) < SimpleNamespace(a=2),
    lambda: SimpleNamespace().x,
    lambda: GeneratorType(),
    lambda: NoneType(1),
    lambda: EllipsisType(),
    lambda: UnionType(),
    lambda: TracebackType(None, 5, 1, 1),
    lambda: GenericAlias(list),
    lambda: coroutine(5),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

bound = MethodType(sample, "self")
print(bound(1), bound.__self__, bound.__func__ is sample, bound == MethodType(sample, "self"), MethodType(len, [1, 2])(), bound.__name__, MethodType(int, "5")())
space = SimpleNamespace(b=1, a=[2])
space.me = space
print(space, space == SimpleNamespace(b=1, a=[2]), vars(space).keys(), SimpleNamespace(**{"not valid": 1}), SimpleNamespace() == SimpleNamespace())
del space.me, space.b
print(space)
inside = {"x": 1}
proxy = MappingProxyType(inside)
inside["y"] = 2
print(proxy, list(proxy.items()), proxy | {"z": 3}, proxy.copy(), len(proxy), "y" in proxy, proxy == {"x": 1, "y": 2}, type(vars(int)).__name__, list(reversed(proxy)), proxy.get("q", 0))
mod = ModuleType("fresh", "its doc")
mod.value = 3
print(mod, mod.__dict__.keys(), mod.__doc__)
try:
    mod.nothing
except AttributeError as error:
    print(error)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, *args, **kw):
        pass


K = new_class("K", (int,), {"metaclass": Meta, "flag": 1}, lambda ns: ns.update(x=1))
print(K.__mro__, K.x, K.prepared, type(K).__name__, K.__module__, new_class("Plain").__bases__)
print(prepare_class("Q", (K,), {"k": 2}), resolve_bases((list[int], int)), resolve_bases((int,)), get_original_bases if "get_original_bases" in globals() else "no get_original_bases")


class Odd:
    def __mro_entries__(self, bases):
        return (dict, object)[:1]


print(resolve_bases([Odd(), str]), new_class("L", (list[int],)).__orig_bases__)


class Holder:
    def __init__(self):
        self._v = 1

    @DynamicClassAttribute
    def v(self):
        "the v"
        return self._v

    @v.setter
    def v(self, value):
        self._v = value


h = Holder()
h.v = 5
print(h.v, Holder.__dict__["v"].__doc__)
try:
    Holder.v
except AttributeError as error:
    print("AttributeError", error)


@coroutine
def old_style():
    got = yield "yielded"
    return got


async def run():
    return await old_style()


c = run()
print(c.send(None))
try:
    c.send("sent")
except StopIteration as stop:
    print(stop.value, old_style.__code__.co_flags & 0x100 != 0)
print([t.__name__ for t in (BuiltinFunctionType, LambdaType, WrapperDescriptorType, MethodDescriptorType, MethodWrapperType, ClassMethodDescriptorType, GetSetDescriptorType, MemberDescriptorType, CodeType, FrameType)])
print(type(len) is BuiltinFunctionType, type(str.join) is MethodDescriptorType, type(object.__init__) is WrapperDescriptorType, type("".join) is BuiltinMethodType, type(dict.__dict__["fromkeys"]) is ClassMethodDescriptorType)
