#!/usr/bin/python3
"""Write engine/object/charmaps.txt: what the bytes from 128 on mean in the encodings of one byte a character.

A line is the name of an encoding, its other names, a tab, and 128 characters; U+FFFE stands where a
byte means nothing. Run it again when the list below changes.
"""
import encodings.aliases
import os

WANTED = """cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp852 cp866 iso8859_2 iso8859_3
iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16
koi8_r koi8_u mac_roman""".split()

out = []
for name in WANTED:
    codec = __import__("encodings." + name, fromlist=["x"])
    table = getattr(codec, "decoding_table", None)
    for low in range(128):
        assert table[low] == chr(low), (name, low)
    upper = table[128:].ljust(128, "\ufffe")
    also = sorted(a for a, to in encodings.aliases.aliases.items() if to == name)
    out.append(" ".join([name] + also) + "\t" + upper)
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "charmaps.txt")
with open(path, "w", encoding="utf-8", newline="") as f:
    f.write("\n".join(out) + "\n")
