# SyntaxErrors of statements: message, line, columns.
def show(source):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}")


for source in (
    "if x\n  pass", "if x = 1: pass", "if x:\npass", "for x in y\n  pass", "for in y: pass", "while: pass", "while True print(1)",
    "def f(\n", "def f()\n  pass", "def f(x, x): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass",
    "def f(a, /, b, /): pass", "def f(/): pass", "def f(*a, *b): pass", "def f(a, *, b=1, c, /): pass", "def 1f(): pass", "def f(a, (b, c)): pass", "def f(None): pass", "def f(a.b): pass",
    "class", "class A", "class A(: pass", "class A(x for x in y): pass", "return", "break", "continue", "for x in y:\n  def f(): break",
    "try: pass", "try:\n  pass\nx = 1", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept*: pass", "except: pass", "finally: pass",
    "with x as y, z\n  pass", "with x as 1: pass", "with x as f(): pass", "import", "import a.b as c.d", "from a import", "from a import b,", "from a import (b, c", "from . import *\n\ndef f():\n  from a import *", "from a import b.c",
    "import a as None", "global x, y z", "x = 1\nglobal x\n", "def f():\n  x = 1\n  global x", "def f(x):\n  global x", "def f():\n  nonlocal q", "nonlocal x", "def f():\n  print(x)\n  nonlocal x",
    "del f()", "del x + 1", "del (a, b), [c], 5", "del", "assert", "raise x from", "pass x", "else: pass", "elif x: pass",
    "@\ndef f(): pass", "@f\nx = 1", "async x", "async def f(): pass\nawait x", "lambda x: = 1", "match x:\n  case 1 pass",
):
    show(source)
