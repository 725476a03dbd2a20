#!/usr/bin/python3
"""Write names.txt, the table of character names that \\N{...} knows.

It holds the blocks that programs use: Latin, Greek, Cyrillic, Hebrew, punctuation,
arrows, mathematics, box drawing, symbols, kana, full-width forms, emoji. All names
of Unicode would be three times the size of the scanner and parser together.

A line is one character, in the order of their codes: how far its code lies behind
the last one ("!" for 1, up to 90; more as ~hex;), how many letters its name shares
with the last one's ("!" for 0), and the rest of the name.
"""

import os
import unicodedata

BLOCKS = [(0x20, 0x250), (0x2B0, 0x530), (0x590, 0x5F5), (0x1E00, 0x2C00), (0x3000, 0x3100), (0xFB00, 0xFB07),
          (0xFE00, 0xFE10), (0xFEFF, 0x10000), (0x1F000, 0x1FB00)]
# Control characters have no names, only these aliases.
CONTROLS = ["NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE",
            "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN"]
ALIASES = ["ESCAPE", "DELETE", "NBSP", "TAB", "NUL", "LF", "CR", "ESC", "DEL", "NEXT LINE", "ZWJ", "ZWNJ", "ZWSP", "BOM"]

lines = []
before, last = "", -1


def add(code, name):
    global before, last
    gap = code - last
    shared = len(os.path.commonprefix([before, name]))
    shared = min(shared, 90)
    lines.append((chr(32 + gap) if 0 < gap <= 90 else f"~{gap & 0xFFFFFF:x};") + chr(33 + shared) + name[shared:])
    before, last = name, code


for code, name in enumerate(CONTROLS):
    assert unicodedata.lookup(name) == chr(code), name
    add(code, name)
for first, end in BLOCKS:
    for code in range(first, end):
        name = unicodedata.name(chr(code), None)
        if name:
            add(code, name)
for code, name in sorted((ord(unicodedata.lookup(name)), name) for name in ALIASES):
    lines.append(f"={code:x};{name}")
with open(os.path.join(os.path.dirname(__file__), "..", "names.txt"), "w", encoding="ascii", newline="\n") as f:
    f.write("\n".join(lines) + "\n")
print(len(lines), "names")
