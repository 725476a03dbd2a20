"""Records what the reference implementation, Python 3.11, makes of the texts in this folder.

Run it with that interpreter, anywhere. It rewrites
  errors/NAME.out   for each case of errors/NAME.txt, what it prints for the error
  programs/NAME.out for each programs/NAME.py, the syntax tree with positions
"""
import glob
import os
import sys

import reference

HERE = os.path.dirname(os.path.abspath(__file__))
SEPARATOR = "\n---\n"


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


def cases(path):
    """The texts of a file: split at lines of three dashes. One that begins with repr: is a string literal."""
    text = read(path).removesuffix("\n")
    for case in text.split(SEPARATOR):
        if case.startswith("repr:"):
            yield reference.ast.literal_eval(case[5:])
        else:
            yield case + "\n"


def main():
    assert sys.version_info[:2] == (3, 11), "the reference is Python 3.11"
    only = sys.argv[1:]
    for path in sorted(glob.glob(HERE + "/errors/*.txt")):
        if only and os.path.basename(path) not in only:
            continue
        found = []
        for source in cases(path):
            found.append(reference.error(source.encode("utf-8")).rstrip("\n") or "accepted")
        write(path.removesuffix(".txt") + ".out", SEPARATOR.join(found) + "\n")
        print(path, len(found))
    for path in sorted(glob.glob(HERE + "/programs/*.py")):
        if only and os.path.basename(path) not in only:
            continue
        write(path.removesuffix(".py") + ".out", reference.dump(read(path)))
        print(path)


if __name__ == "__main__":
    main()
