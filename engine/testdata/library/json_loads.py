# json.loads: numbers, strings, spaces, and where errors are.
import json
import math
print(json.loads(' \t\n\r{"a" : [1 , -2.5e3, true,false,null, "x"], "b":{}} \n'), json.loads("[]"), json.loads('""'), json.loads("0"), json.loads("-0"), json.loads("-0.0"))
print([type(json.loads(t)).__name__ for t in ("1", "1.0", "1e2", "1E+2", "true", "null", '"s"', "[]", "{}")], json.loads("123456789012345678901234567890"), json.loads("1e400"), json.loads("5e-324"))
print(json.loads('"\\u00e9\\n\\/\\\\\\"\\b\\f\\r\\t"'), json.loads('"\\ud83d\\ude00"'), len(json.loads('"\\ud83d"')), json.loads('"\\ud83d\\u0041"')[1], json.loads('"é日本"'))
print(json.loads("NaN"), json.loads("[Infinity, -Infinity]"), math.isnan(json.loads("NaN")), json.loads('{"a":1,"a":2}'))
for text in ("", " ", "[", "[1", "[1,", "[1,]", "[,1]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{'a':1}", '{1:2}', "nul", "tru", "+1", "01", "1.", ".5", "-", "1e", "--1", '"abc', '"a\nb"', '"\\x"', '"\\u12g4"', '"\\', "[1 2]", '{"a" 1}', "1 2", "[1]x", "\ufeff[]", "[1,\n 2,\n x]", '{"k": [1, 2,\n  {"b": ]}', "'a'", "\x00", "[1}"):
    try:
        print(repr(text), "=", json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "->", e, "|", e.msg, e.pos, e.lineno, e.colno)
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads("[1]".encode("utf-16")), json.loads('"é"'.encode("utf-32")), json.loads(b"\xef\xbb\xbf[2]"))
for bad in (5, None, ["[]"], b"\xff[]"):
    try:
        print(json.loads(bad))
    except (TypeError, UnicodeDecodeError) as e:
        print(type(e).__name__, e)
print(json.loads('"a\tb"', strict=False), issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__module__)
e = json.JSONDecodeError("bad", "line\nother", 7)
print(e, e.doc, e.lineno, e.colno)
