# exec, eval, compile: namespaces, modes, code objects, errors.
ns = {}
exec("a = 1\ndef f(): return a + b\nb = 2", ns)
print(ns["f"](), sorted(k for k in ns if k != "__builtins__"), eval("a + b", ns), eval("x * 2", {"x": 21}), eval(" 1 + 1 "), eval("[i for i in range(n)]", {"n": 3}))
code = compile("y = 5; y + 1", "<src>", "exec")
print(exec(code, ns), ns["y"], eval(compile("1 if True else 2", "f", "eval")), type(code).__name__, code.co_filename, code.co_name, code.co_names)
exec(compile("40 + 2\n'text'\nNone", "<single>", "single")) if False else exec(compile("40 + 2", "<single>", "single"))


def locals_in_function():
    v = 1
    exec("v = 2; w = 3")
    return v, eval("v")


print(locals_in_function())
g, l = {"p": 1}, {"q": 2}
exec("r = p + q\nglobal s\ns = 9", g, l)
print(l, g["s"], eval("p", g, l))


class Mapping(dict):
    def __missing__(self, key):
        return f"<{key}>" if not key.startswith("__") else super().__missing__(key)


print(eval("a + b", {}, Mapping()))
for call in (lambda: eval("x ="), lambda: eval("x = 1"), lambda: exec(5), lambda: eval("1", 5), lambda: exec("1", {}, 5), lambda: compile("1", "f", "other"), lambda: compile(5, "f", "exec"), lambda: eval("nope", {}), lambda: exec("raise KeyError('k')"), lambda: exec("import nope_module"), lambda: compile("1\x00", "f", "exec"), lambda: eval("__import__('math').pi > 3"), lambda: eval(b"1 + 1"), lambda: exec(b"z = 1"), lambda: eval("(yield)"), lambda: eval("lambda: (yield)")().gi_code.co_name):
    try:
        print(call())
    except (SyntaxError, TypeError, ValueError, NameError, KeyError, ImportError) as error:
        print(type(error).__name__, error)
