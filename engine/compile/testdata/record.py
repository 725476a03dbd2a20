"""Records which SyntaxError the reference interpreter reports for each program
in errors.txt (they are separated by lines of ---), and where.

Usage: /usr/bin/python3 record.py   (in this directory; writes errors.out)
"""

with open("errors.txt") as f:
    programs = f.read().split("---\n")
with open("errors.out", "w") as out:
    for source in programs:
        try:
            compile(source, "main.py", "exec")
        except SyntaxError as e:
            print(f"{type(e).__name__}: {e.msg} @ {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}", file=out)
        else:
            print("no error", file=out)

# What annotations.txt, an expression a line, is turned into by
# "from __future__ import annotations".
with open("annotations.txt") as f, open("annotations.out", "w") as out:
    for line in f:
        names = {}
        prefix = "def f(*x: " if line.startswith("*") else "def f(x: "
        exec("from __future__ import annotations\n" + prefix + line.strip() + "): pass", names)
        print(ascii(names["f"].__annotations__["x"]), file=out)
