# json: numbers, keys, surrogates, what each error says and where, and defaults that go wrong.
import json
import math

for text in ('1', '-0', '-0.0', '1e5', '1E-2', '"\\u00e9\\ud83d\\ude00"', '"\\ud800"', '[]', ' {"a" : [ 1 , 2 ] } ', 'NaN', '-Infinity', '1e999',
             '{"a":1,"a":2}', '123456789012345678901234567890', '"\\/\\b\\f\\n\\r\\t"', 'null', '[true,false]'):
    print(text, repr(json.loads(text)))
for text in ('', ' ', '{', '[1,]', '{"a" 1}', '{a:1}', "{'a':1}", '{"a":1,}', '[1 2]', '01', '1.', '.5', '+1', '-', '"a', '"\\x"', '"\\u12"', '"a\nb"', 'tru', '[1]x', '{"a":}', '"\t"',
             '[[[', '\ufeff1'):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, e.pos, e.lineno, e.colno)
print(json.loads('"\t"', strict=False), json.loads('[1]'.encode('utf-16-le')), json.loads(bytearray(b'[1]')))
print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5, "s": 6}), json.dumps([math.inf, -0.0, 1e16, 1e-7, 10**30]), json.dumps("é\u2028\ud800\x7f\"\\"), json.dumps("é", ensure_ascii=False))
for value, kw in (({1, 2}, {}), ({(1, 2): 3}, {}), (math.nan, {"allow_nan": False}), (object, {}), (b"x", {}), ({"b": 1, 2: 3}, {"sort_keys": True}), (1 + 2j, {})):
    try:
        print(json.dumps(value, **kw))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps({"b": 1, "a": [1, {"x": []}]}, indent=2, sort_keys=True))
print(json.dumps([1, {"a": 2}], indent="--"), json.dumps([1, 2], separators=(";", "=")), json.dumps({}, indent=4), json.dumps([[]], indent=0))
loop = []
loop.append(loop)
for call in (lambda: json.dumps(loop), lambda: json.dumps([1, {2}], default=lambda o: o), lambda: json.dumps({2}, default=lambda o: 1 / 0)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(json.loads('{"a": {"b": 1.5}}', object_hook=lambda d: sorted(d), parse_float=str), json.loads('[1, NaN]', parse_int=len, parse_constant=str.lower))
print(json.loads('{"x": {"y": 2}, "x": 3}', object_pairs_hook=lambda p: p))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return {"set": sorted(o)} if isinstance(o, set) else super().default(o)


class Text(str):
    def __str__(self):
        return "never"


class Number(int):
    def __repr__(self):
        return "never"


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps([Text("t"), Number(3)]), list(Encoder(indent=1).iterencode([1, [2]])))
d = json.JSONDecoder()
print(d.raw_decode('{"a": 1} tail'), json.dumps(dict.fromkeys("ab")), json.dumps((1, (2,))))
