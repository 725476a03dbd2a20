"""Writes ../nfkc.txt: how characters of identifiers are normalised.

First line: each character that normalises to something else, with what that
is. Second line: each pair of characters that composes, with the result. A
space stands before each entry.
"""
import os
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
singles, pairs = [], []
for code in range(0x80, 0x110000):
    char = chr(code)
    if not ("a" + char).isidentifier():
        continue
    normal = unicodedata.normalize("NFKC", char)
    if normal != char:
        singles.append(char + normal)
    parts = unicodedata.decomposition(char).split()
    if len(parts) == 2 and not parts[0].startswith("<") and unicodedata.normalize("NFC", char) == char:
        pairs.append("".join(chr(int(p, 16)) for p in parts) + char)
with open(os.path.join(HERE, "..", "nfkc.txt"), "w", encoding="utf-8") as f:
    f.write(" " + " ".join(singles) + " \n " + " ".join(pairs) + " \n")
