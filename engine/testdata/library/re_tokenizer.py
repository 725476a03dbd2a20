# A tokenizer, a calculator and a small parser on top of re, with positions in errors.
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    value: object
    line: int
    column: int


SPEC = [("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"), ("STRING", r"'(?:[^'\\\n]|\\.)*'"), ("NAME", r"[^\W\d]\w*"), ("OP", r"\*\*|//|[-+*/%()=,<>]=?|!="), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|\#[^\n]*"), ("WRONG", r".")]
MASTER = re.compile("|".join(f"(?P<{k}>{p})" for k, p in SPEC))


def tokens(text):
    line, start = 1, 0
    for m in MASTER.finditer(text):
        kind, value, column = m.lastgroup, m.group(), m.start() - start + 1
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "WRONG":
            raise SyntaxError(f"unexpected {value!r} at {line}:{column}")
        elif kind != "SKIP":
            if kind == "NUMBER":
                value = float(value) if re.search(r"[.eE]", value) else int(value)
            elif kind == "STRING":
                value = re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), value[1:-1])
            yield Token(kind, value, line, column)


class Calculator:
    POWERS = {"+": 1, "-": 1, "*": 2, "/": 2, "//": 2, "%": 2, "**": 3}

    def __init__(self, text):
        self.items, self.at, self.names = list(tokens(text)), 0, {"pi": 3.5}

    def peek(self):
        return self.items[self.at].value if self.at < len(self.items) else None

    def take(self):
        self.at += 1
        return self.items[self.at - 1]

    def value(self, least=0):
        t = self.take()
        if t.value == "(":
            left = self.value()
            self.take()
        elif t.value == "-":
            left = -self.value(2)
        else:
            left = self.names[t.value] if t.kind == "NAME" else t.value
        while (op := self.peek()) in self.POWERS and self.POWERS[op] > least:
            self.take()
            right = self.value(self.POWERS[op] - (op == "**"))
            left = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b}[op](left, right)
        return left


for t in tokens("x1 = 3.5e2 + ünï('it\\'s\\n') # note\ny <= 'a' ** 2\n"):
    print(*t)
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2 + 1", "10 // 3 % 2", "2 * -3", "pi * 2", "1e3 / 4", "7 - 2 - 1"):
    print(text, "=", Calculator(text).value())
for bad in ("a $ b", "ok\n  'open", "x = ?"):
    try:
        print(list(tokens(bad)))
    except SyntaxError as e:
        print(e)
