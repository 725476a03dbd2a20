"""Records what the reference implementation answers to the expressions in *.txt.

Run it in this directory: /usr/bin/python3 record.py. Each line of NAME.txt is an
expression (blank lines and lines beginning with # are left out); NAME.json gets
[expression, answer] pairs, the answer being the repr of the value, or "!" and the
exception.
"""
import glob
import json
import warnings

warnings.simplefilter("ignore")


def answer(src):
    try:
        return repr(eval(src))
    except BaseException as e:
        return f"!{type(e).__name__}: {e}"


for name in sorted(glob.glob("*.txt")):
    with open(name, encoding="utf-8") as f:
        lines = [l.rstrip("\n") for l in f]
    cases = [[l, answer(l)] for l in lines if l.strip() and not l.startswith("#")]
    with open(name[:-4] + ".json", "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
