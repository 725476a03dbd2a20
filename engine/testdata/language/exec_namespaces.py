# exec and eval with odd namespaces: __builtins__ of their own, mappings as locals, locals() afterwards, modes.
import builtins
import types


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


t(eval, "len([1])", {"__builtins__": {}})
t(eval, "len([1])", {"__builtins__": {"len": lambda x: "mine"}})
t(eval, "abs(-1)", {"__builtins__": builtins})
g = {"__builtins__": {"print": print}}
exec("print('hi')\ndef f():\n    return len('a')\n", g)
t(g["f"])
t(exec, "import os", {"__builtins__": {}})
t(exec, "class A: pass", {"__builtins__": {}})
ns = {"__builtins__": {"__import__": lambda name, *a: (name, a[2:])}}
exec("import os.path as q, zlib", ns) if False else exec("import zlib", ns)
print(ns["zlib"])
ns = {"__builtins__": {"__build_class__": lambda fn, *bases, **k: (fn.__name__, bases)}}
exec("class A(1): pass", ns)
print(ns["A"])
d = {}
exec("x = 1", d)
print(sorted(d), d["__builtins__"] is builtins.__dict__, eval("__builtins__", {}) is builtins.__dict__)
f = types.FunctionType((lambda: len("abc")).__code__, {"__builtins__": {"len": lambda s: "L"}})
print(f(), sorted(f.__builtins__), (lambda: 1).__builtins__ is builtins.__dict__)


class Names(dict):
    def __missing__(self, key):
        if key.startswith("_"):
            raise KeyError(key)
        return f"<{key}>"

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


n = Names()
t(eval, "a + b", {}, n)
exec("c = a\ndel c\nd: int = 5", {}, n)
print(dict(n))
t(eval, "_x", {}, n)
t(eval, "[len for _ in '1']", {}, n)
t(eval, "a", Names())
t(eval, "1", 5)
t(eval, "1", Names(), 5)
t(eval, "x", {}, {"x": 1})
t(exec, "x", None, {"x": 1})
t(exec, "global z; z = 1", d, {})
print(d["z"])


def fn():
    a = 1
    exec("b = 2; a = 5")
    print(sorted(locals()), a, "b" in locals(), eval("a"), eval("[a for _ in '1']", {"a": "global"}))
    return locals() is locals()


print(fn())
for mode, text in (("single", "1 + 1; None; 'x'"), ("single", "if 1:\n    3\n"), ("eval", " 5 "), ("exec", "7"), ("single", "1\n2"), ("eval", "x = 1"), ("eval", ""), ("other", "1")):
    try:
        print(mode, exec(compile(text, "<t>", mode)))
    except (SyntaxError, ValueError) as e:
        print(mode, type(e).__name__, e, getattr(e, "lineno", None), getattr(e, "offset", None))
t(eval, compile("4 * 4", "<t>", "eval"))
t(eval, compile("y = 3", "<t>", "exec"), d)
t(eval, b"1 + 1")
t(eval, "1\0")
t(exec, 5)
t(compile, "1", "f", "eval", 1 << 20)
