#!/usr/bin/python3
"""Small random programs, and whether the engine does with them what the reference does.

    engine/testdata/fuzz.py SEED               write the program of a seed to standard output
    engine/testdata/fuzz.py --corpus 1-40      write those of a range to generated/, for record.py
    engine/testdata/fuzz.py --run 1-1000 CMD   run each with the reference and with "CMD FILE", and compare
                                               standard output and the last line of standard error

CMD is a program that runs a Python file, for example a build of this repository:

    go build -o /tmp/loopscope . && engine/testdata/fuzz.py --run 1-1000 /tmp/loopscope run

The programs in generated/ are conformance programs like all others: they need no
reference to be tested. Every statement of a program stands in a try of its own that prints what
is raised, so one error does not hide what comes after it.
"""

import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"


class Maker:
    """Makes one program. Values have a kind: int, float, str, bool, list, dict, tuple, bytes, any."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = {"int": ["n"], "float": ["q"], "str": ["s"], "list": ["items"], "dict": ["d"], "tuple": ["t"]}
        self.functions = []
        self.classes = []
        self.count = 0
        self.depth = 0

    def fresh(self, kind):
        self.count += 1
        return f"{kind[0]}{self.count}"

    def pick(self, *options):
        return self.r.choice(options)

    def literal(self, kind):
        r = self.r
        if kind == "int":
            return str(self.pick(0, 1, -1, 2, 3, 7, 10, 255, -13, 2**31, 2**63, -(2**64), 10**20, r.randint(-50, 50)))
        if kind == "float":
            return repr(self.pick(0.0, -0.0, 0.5, 1.5, -2.25, 3.14159, 1e10, 1e-5, 1e300, 100.0, r.uniform(-10, 10)))
        if kind == "str":
            return repr(self.pick("", "a", "abc", "Hello World", "x,y,,z", "  pad ", "éß页", "tab\tnew\n", "123", "it's", "ABC" * 3, "%d {} {0}", "aXbXc"))
        if kind == "bool":
            return self.pick("True", "False")
        if kind == "bytes":
            return repr(self.pick(b"", b"abc", b"\x00\xff", b"a,b"))
        if kind == "list":
            return "[" + ", ".join(self.expr(self.pick("int", "int", "str", "float")) for _ in range(r.randint(0, 4))) + "]"
        if kind == "ints":
            return "[" + ", ".join(self.literal("int") for _ in range(r.randint(0, 5))) + "]"
        if kind == "tuple":
            return "(" + "".join(self.expr(self.pick("int", "str")) + ", " for _ in range(r.randint(0, 3))) + ")"
        if kind == "dict":
            return "{" + ", ".join(f"{self.literal(self.pick('int', 'str'))}: {self.expr('int')}" for _ in range(r.randint(0, 3))) + "}"
        return "None"

    def expr(self, kind):
        self.depth += 1
        try:
            if self.depth > 4 or self.r.random() < 0.2:
                known = self.names.get(kind, [])
                return self.r.choice(known) if known and self.r.random() < 0.6 else self.literal(kind)
            return getattr(self, "make_" + kind, lambda: self.literal(kind))()
        finally:
            self.depth -= 1

    def make_int(self):
        e = self.expr
        return self.pick(
            lambda: f"({e('int')} {self.pick('+', '-', '*', '//', '%', '&', '|', '^')} {e('int')})",
            lambda: f"({e('int')} {self.pick('<<', '>>', '**')} {self.r.randint(0, 9)})",
            lambda: f"len({e(self.pick('str', 'list', 'dict', 'tuple', 'bytes'))})",
            lambda: f"int({e('float')})",
            lambda: f"int({e('str')})",
            lambda: f"{self.pick('abs', 'hash', 'int', '-', '~', '+')}({e('int')})",
            lambda: f"sum({self.literal('ints')})",
            lambda: f"{self.pick('min', 'max')}({e('int')}, {e('int')})",
            lambda: f"{e('str')}.{self.pick('count', 'find', 'rfind', 'index')}({self.literal('str')})",
            lambda: f"{e('list')}[{e('int')}]",
            lambda: f"{e('dict')}[{self.literal(self.pick('int', 'str'))}]",
            lambda: f"({e('int')} if {e('bool')} else {e('int')})",
            lambda: f"divmod({e('int')}, {e('int')})[{self.pick(0, 1, -1)}]",
            lambda: f"{e('int')}.bit_length()",
            lambda: f"round({e('float')})",
            lambda: f"pow({e('int')}, {self.r.randint(0, 5)}, {e('int')})",
            lambda: f"sum(x * x for x in range({self.r.randint(0, 6)}) if x % {self.pick(1, 2, 3)})",
            lambda: f"(lambda x, y={self.literal('int')}: x - y)({e('int')})",
            lambda: f"{self.r.choice(self.functions)}({e('int')}, {e('int')})" if self.functions else self.literal("int"),
            lambda: f"{e('list')}.{self.pick('count', 'index')}({e('int')})",
            lambda: f"ord({e('str')}[{self.pick(0, -1, 2)}])",
        )()

    def make_float(self):
        e = self.expr
        return self.pick(
            lambda: f"({e('float')} {self.pick('+', '-', '*', '/', '//', '%')} {e(self.pick('float', 'int'))})",
            lambda: f"({e('int')} / {e('int')})",
            lambda: f"float({e(self.pick('int', 'str'))})",
            lambda: f"round({e('float')}, {self.r.randint(-2, 5)})",
            lambda: f"abs({e('float')})",
            lambda: f"({e('float')} ** {self.r.randint(-3, 3)})",
            lambda: f"{self.pick('min', 'max')}({e('float')}, {e('int')})",
        )()

    def make_str(self):
        e = self.expr
        spec = self.pick("", ">8", "<6", "^9", "*^10", ".2", "5")
        return self.pick(
            lambda: f"({e('str')} + {e('str')})",
            lambda: f"({e('str')} * {self.r.randint(-1, 3)})",
            lambda: f"{e('str')}.{self.pick('upper', 'lower', 'title', 'strip', 'swapcase', 'capitalize', 'casefold', 'lstrip', 'rstrip', 'expandtabs')}()",
            lambda: f"{self.pick('str', 'repr', 'ascii')}({e(self.pick('int', 'float', 'str', 'list', 'dict', 'tuple', 'bool', 'bytes'))})",
            lambda: f"{e('str')}[{self.pick('', e('int'))}:{self.pick('', e('int'))}:{self.pick('', '2', '-1')}]",
            lambda: f"{e('str')}[{e('int')}]",
            lambda: f"{self.literal('str')}.join(map(str, {e('list')}))",
            lambda: f"{e('str')}.replace({self.literal('str')}, {e('str')})",
            lambda: 'f"{' + e("int").replace('"', "'") + ":" + self.pick("", ",", "x", "08d", "+", "_b", "e") + '}"' if True else "",
            lambda: f"format({e('str')}, {spec!r})",
            lambda: f"format({e('float')}, {self.pick('.2f', 'g', 'e', '10.3f', ',.1f', '%', '')!r})",
            lambda: f"'%s|%5d|%r' % ({e('str')}, {e('int')}, {e('float')})",
            lambda: f"'{{}}-{{!r:>6}}'.format({e('int')}, {e('str')})",
            lambda: f"{e('str')}.{self.pick('center', 'ljust', 'rjust', 'zfill')}({self.r.randint(0, 12)})",
            lambda: f"{e('str')}.partition({self.pick(repr('a'), repr(','), repr('X'))})[{self.pick(0, 1, 2)}]",
            lambda: f"chr({e('int')} % 300 + 33)",
            lambda: f"{self.pick('hex', 'bin', 'oct')}({e('int')})",
        )()

    def make_bool(self):
        e = self.expr
        kind = self.pick("int", "float", "str", "list", "tuple")
        return self.pick(
            lambda: f"({e(kind)} {self.pick('<', '<=', '==', '!=', '>', '>=')} {e(kind)})",
            lambda: f"({e('bool')} {self.pick('and', 'or')} {e('bool')})",
            lambda: f"(not {e('bool')})",
            lambda: f"({e('int')} in {e('list')})",
            lambda: f"({self.literal('str')} in {e('str')})",
            lambda: f"{e('str')}.{self.pick('isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'istitle', 'isidentifier', 'isalnum')}()",
            lambda: f"isinstance({e(self.pick('int', 'str', 'list'))}, {self.pick('int', 'str', '(list, int)', 'object')})",
            lambda: f"{self.pick('any', 'all')}(x > 1 for x in {self.literal('ints')})",
            lambda: f"({e('int')} < {e('int')} <= {e('int')})",
            lambda: f"bool({e(self.pick('int', 'float', 'str', 'list', 'dict'))})",
        )()

    def make_list(self):
        e = self.expr
        return self.pick(
            lambda: f"({e('list')} + {e('list')})",
            lambda: f"({e('list')} * {self.r.randint(-1, 2)})",
            lambda: f"sorted({self.literal('ints')}, key=lambda x: {self.pick('-x', 'x % 3', 'abs(x)', 'str(x)')})",
            lambda: f"{e('list')}[{self.pick('', e('int'))}:{self.pick('', e('int'))}:{self.pick('', '2', '-1', '-2')}]",
            lambda: f"list({self.pick('range', 'reversed', 'enumerate', 'zip', 'map', 'filter')}(" if False else f"[x for x in {e('list')} if x]",
            lambda: f"[(i, x) for i, x in enumerate({e('list')})]",
            lambda: f"list(range({self.r.randint(-5, 5)}, {self.r.randint(-5, 9)}, {self.pick(1, 2, -1, -3)}))",
            lambda: f"list(zip({e('list')}, {e('str')}))",
            lambda: f"{e('str')}.{self.pick('split()', 'splitlines()', 'split(chr(44))', 'rsplit(None, 1)')}",
            lambda: f"list(map(lambda x: x * 2, {e('list')}))",
            lambda: f"list({e('dict')}.{self.pick('keys', 'values', 'items')}())",
            lambda: f"sorted({{x % 5 for x in {self.literal('ints')}}})",
            lambda: f"[*{e('list')}, *{e('tuple')}]",
            lambda: f"list(reversed({e('list')}))",
            lambda: f"list(gen({self.r.randint(0, 4)}))",
        )()

    def make_dict(self):
        e = self.expr
        return self.pick(
            lambda: f"{{x: x * {self.literal('int')} for x in range({self.r.randint(0, 4)})}}",
            lambda: f"({e('dict')} | {e('dict')})",
            lambda: f"dict(zip({self.literal('str')}, {self.literal('ints')}))",
            lambda: f"{{**{e('dict')}, {self.literal('str')}: {e('int')}}}",
            lambda: f"dict.fromkeys({self.literal('ints')}, {e('int')})",
        )()

    def make_tuple(self):
        e = self.expr
        return self.pick(
            lambda: f"tuple({e(self.pick('list', 'str'))})",
            lambda: f"({e('tuple')} + {e('tuple')})",
            lambda: f"divmod({e('int')}, {e('int')})",
            lambda: f"{e('str')}.partition('a')",
            lambda: f"({e('float')}).as_integer_ratio()",
        )()

    # Statements are lists of lines.

    def statement(self, level=0):
        options = [self.show, self.show, self.show, self.assign, self.assign, self.mutate, self.loop, self.branch, self.unpack]
        if level == 0:
            options += [self.function, self.klass, self.attempt, self.closure, self.matching]
        return self.r.choice(options)(level)

    def body(self, level, n=2):
        kept = {k: list(v) for k, v in self.names.items()}
        lines = [line for _ in range(self.r.randint(1, n)) for line in self.statement(level + 1)]
        self.names = kept
        return ["    " + line for line in lines]

    def show(self, level):
        return [f"print({self.expr(self.pick('int', 'float', 'str', 'bool', 'list', 'dict', 'tuple'))})"]

    def assign(self, level):
        kind = self.pick("int", "float", "str", "list", "dict", "tuple")
        value = self.expr(kind)
        name = self.pick(*self.names[kind]) if level else self.fresh(kind)
        if level == 0:
            return [f"{name} = {self.literal(kind)}", f"{name} = {value}", ("bind", kind, name)]
        return [f"{name} = {value}"]

    def mutate(self, level):
        e = self.expr
        items, d = self.pick(*self.names["list"]), self.pick(*self.names["dict"])
        return self.pick(
            lambda: [f"{items}.append({e('int')})"],
            lambda: [f"{items}.insert({e('int')}, {e('str')})"],
            lambda: [f"{items}[{e('int')}] = {e('int')}"],
            lambda: [f"{items}[{self.r.randint(0, 3)}:{self.r.randint(0, 5)}] = {e('list')}"],
            lambda: [f"del {items}[{e('int')}]"],
            lambda: [f"print({items}.pop({self.pick('', '0', '-1')}))"],
            lambda: [f"{items}.sort(key={self.pick('str', 'repr', 'lambda v: (str(type(v)), str(v))')})"],
            lambda: [f"{items}.{self.pick('reverse', 'clear')}()"],
            lambda: [f"{d}[{self.literal(self.pick('int', 'str'))}] = {e('int')}"],
            lambda: [f"print({d}.pop({self.literal('int')}, 'none'), {d}.setdefault({self.literal('str')}, 1))"],
            lambda: [f"{d}.update({e('dict')})"],
            lambda: [f"{self.pick(*self.names['int'])} {self.pick('+=', '-=', '*=', '//=', '%=')} {e('int')}"],
            lambda: [f"{items} += {e(self.pick('list', 'tuple', 'str'))}"],
        )()

    def loop(self, level):
        if level > 2:
            return self.show(level)
        over = self.pick(f"range({self.r.randint(0, 4)})", f"{self.expr('str')}[:3]", f"list({self.expr('list')})[:3]", f"gen({self.r.randint(0, 3)})")
        lines = [f"for v{level} in {over}:", f"    print('loop', v{level})"] + self.body(level)
        if self.r.random() < 0.3:
            lines += [f"    if {self.expr('bool')}:", f"        {self.pick('break', 'continue')}"]
        if self.r.random() < 0.3:
            lines += ["else:", "    print('else')"]
        return lines

    def branch(self, level):
        lines = [f"if {self.expr('bool')}:"] + self.body(level)
        if self.r.random() < 0.5:
            lines += [f"elif {self.expr('bool')}:"] + self.body(level)
        return lines + ["else:"] + self.body(level)

    def unpack(self, level):
        return [f"a, {self.pick('b', '*b', '(b, *c)')} = {self.expr(self.pick('tuple', 'list', 'str'))}", "print(a, b)"]

    def function(self, level):
        name = f"f{len(self.functions)}"
        lines = [f"def {name}(n, m={self.literal('int')}, *rest, k={self.literal('int')}):"] + self.body(0)
        if self.r.random() < 0.4:
            lines += [f"    if n > {self.r.randint(1, 3)} and n < 50:", f"        return {name}(n - {self.r.randint(1, 4)}) + 1"]
        lines += [f"    return {self.expr('int')}", ("function", name)]
        return lines

    def closure(self, level):
        return [
            "def counter(start):",
            "    total = start",
            "    def add(x):",
            "        nonlocal total",
            f"        total {self.pick('+=', '-=', '*=')} x",
            "        return total",
            "    return add",
            f"add = counter({self.expr('int')})",
            f"print(add({self.expr('int')}), add({self.literal('int')}), [f(2) for f in [lambda x, i=i: x + i for i in range(3)]])",
        ]

    def klass(self, level):
        name, base = f"C{len(self.classes)}", self.r.choice(self.classes) if self.classes and self.r.random() < 0.6 else ""
        lines = [f"class {name}{'(' + base + ')' if base else ''}:", f"    shared = {self.literal('int')}"]
        if self.r.random() < 0.7 or not base:
            lines += ["    def __init__(self, x):", *(["        super().__init__(x)"] if base else []), f"        self.x = {self.pick('x', 'x * 2', '[x]', 'str(x)')}"]
        for method in self.r.sample(["__repr__", "__eq__", "__add__", "__len__", "__getitem__", "__call__", "__iter__", "__lt__", "__bool__", "__getattr__"], 3):
            lines += {
                "__repr__": ["    def __repr__(self):", f"        return f'{name}<{{self.x}}>'"],
                "__eq__": ["    def __eq__(self, other):", "        return isinstance(other, type(self)) and self.x == other.x"],
                "__add__": ["    def __add__(self, other):", f"        return {self.pick('type(self)(1)', 'NotImplemented', 'self.x + other', '(self.x, other)')}"],
                "__len__": ["    def __len__(self):", f"        return {self.pick('3', '0', '-1', 'len(str(self.x))')}"],
                "__getitem__": ["    def __getitem__(self, i):", "        if i == 3:", "            raise IndexError(i)", "        return (i, self.x)"],
                "__call__": ["    def __call__(self, *a, **k):", "        return a, k, self.shared"],
                "__iter__": ["    def __iter__(self):", "        yield from (1, self.shared)"],
                "__lt__": ["    def __lt__(self, other):", f"        return {self.pick('str(self.x) < str(other)', 'NotImplemented', 'True')}"],
                "__bool__": ["    def __bool__(self):", f"        return {self.pick('True', 'False', '1')}"],
                "__getattr__": ["    def __getattr__(self, name):", "        if name.startswith('_') or name == 'x': raise AttributeError(name)", "        return name * 2"],
            }[method]
        lines += [("class", name)]
        make = f"{name}({self.expr('int')})"
        uses = ["str(o) if type(o).__repr__ is not object.__repr__ else 'o'", "o == o2", "o != 5", "o + 1", "1 + o", "len(o)", "o[1]", "list(o)", "o(1, k=2)", "o < o2", "sorted([o, o2])[0] is o", "bool(o)", "o.other", "o.shared", "o.x", "hash(o) == hash(o)", "[c.__name__ for c in type(o).__mro__]", "5 in o", "max(o, o2) is o", "vars(o)", "o.shared.x", "type(o).__name__"]
        lines += [f"o, o2 = {make}, {make}"] if False else [f"o = {make}", f"o2 = {make}"]
        for use in self.r.sample(uses, 6):
            lines += ["try:", f"    print({use})", "except Exception as e:", "    print(type(e).__name__, e)"]
        return lines

    def attempt(self, level):
        kinds = ["ValueError", "KeyError", "IndexError", "ZeroDivisionError", "TypeError", "(ValueError, TypeError)", "LookupError", "Exception"]
        lines = ["try:"] + self.body(0) + [f"    raise {self.pick('ValueError', 'KeyError', 'IndexError', 'TypeError')}({self.expr('int')})" if self.r.random() < 0.6 else "    pass"]
        for kind in self.r.sample(kinds, 2):
            lines += [f"except {kind} as error:", "    print('caught', type(error).__name__, error)"] + (["    raise RuntimeError('again') from error"] if self.r.random() < 0.2 else [])
        if self.r.random() < 0.5:
            lines += ["else:"] + self.body(0, 1)
        if self.r.random() < 0.5:
            lines += ["finally:", "    print('finally')"]
        return lines

    def matching(self, level):
        return [
            f"match {self.expr(self.pick('tuple', 'list', 'dict', 'int', 'str'))}:",
            f"    case {self.pick('[]', '[x]', '(x, y)', '[x, *rest]')} as whole:",
            "        print('sequence', whole)",
            f"    case {self.pick('{1: x}', '{}', '{**more}')} as whole:",
            "        print('mapping', whole)",
            f"    case {self.pick('int(x)', '0 | 1', 'str()', 'bool() | float()')} as whole:",
            "        print('value', whole)",
            "    case _:",
            "        print('nothing')",
        ]

    def program(self):
        lines = [f"# Generated by fuzz.py from a seed.", "n, q, s, items, d, t = 5, 2.5, 'start', [3, 1, 2], {1: 10, 'a': 20}, (1, 'b')", "",
                 "", "def gen(k):", "    try:", "        for i in range(k):", "            yield i * i", "    finally:", "        print('gen ends')", "", ""]
        for _ in range(self.r.randint(8, 14)):
            made = self.statement()
            later = [x for x in made if isinstance(x, tuple)]
            plain = [x for x in made if isinstance(x, str)]
            lines += ["try:"] + ["    " + x for x in plain] + ["except Exception as error:", "    print(type(error).__name__, error)"]
            for what in later:
                if what[0] == "bind":
                    self.names[what[1]].append(what[2])
                elif what[0] == "function":
                    self.functions.append(what[1])
                else:
                    self.classes.append(what[1])
        lines += ["print(n, q, s, items, d, t)", f"print({self.expr('int')})"]
        return "\n".join(lines) + "\n"


def program(seed):
    return Maker(seed).program()


ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def run(command, path):
    try:
        done = subprocess.run([*command, path], capture_output=True, timeout=20, cwd=os.path.dirname(path))
    except subprocess.TimeoutExpired:
        return None
    err = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return ADDRESS.sub("0x", done.stdout.decode("utf-8", "replace")), ADDRESS.sub("0x", err[-1]) if err else ""


def seeds(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main():
    words = sys.argv[1:]
    if words[:1] == ["--corpus"] and len(words) == 2:
        os.makedirs(os.path.join(HERE, "generated"), exist_ok=True)
        for seed in seeds(words[1]):
            with open(os.path.join(HERE, "generated", f"seed_{seed:04}.py"), "w", encoding="utf-8") as f:
                f.write(program(seed))
    elif words[:1] == ["--run"] and len(words) >= 3:
        bad = 0
        with tempfile.TemporaryDirectory() as folder:
            for seed in seeds(words[1]):
                path = os.path.join(folder, "main.py")
                with open(path, "w", encoding="utf-8") as f:
                    f.write(program(seed))
                want, got = run([PYTHON, "-B"], path), run(words[2:], path)
                if want is not None and want != got:
                    bad += 1
                    pairs = zip((want[0] + want[1]).splitlines(), ((got or ("", "timeout"))[0] + (got or ("", "timeout"))[1]).splitlines())
                    a, b = next(((a, b) for a, b in pairs if a != b), ("(one ends earlier)", ""))
                    print(f"seed {seed}\n  - {a[:300]}\n  + {b[:300]}")
        print(f"{len(seeds(words[1]))} programs, {bad} differ")
        sys.exit(1 if bad else 0)
    elif len(words) == 1 and words[0].isdigit():
        sys.stdout.write(program(int(words[0])))
    else:
        sys.exit(__doc__.strip())


if __name__ == "__main__":
    main()
