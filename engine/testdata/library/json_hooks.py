# Hooks, encoder and decoder classes, files, round trips.
import io
import json
from collections import OrderedDict
text = '{"type": "point", "x": 1.10, "y": [2, {"n": 3}], "z": NaN}'
print(json.loads(text, object_hook=lambda d: tuple(d.items())))
print(json.loads(text, object_pairs_hook=OrderedDict), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads("{}", object_pairs_hook=lambda p: ("empty", p)))
print(json.loads("[1.10, 2, -3e2, 1]", parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s), json.loads("[NaN, -Infinity]", parse_constant=lambda s: "<" + s + ">"))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: len(d), object_pairs_hook=lambda p: dict(p)))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"__point__": [o.x, o.y]}
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


class Decoder(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)

    def hook(self, d):
        return Point(*d["__point__"]) if "__point__" in d else d


s = json.dumps({"p": Point(1, Point(2, 3)), "s": {3, 1}}, cls=Encoder, indent=1)
print(s)
p = json.loads(s, cls=Decoder)["p"]
print(p.x, p.y.y, Encoder(sort_keys=True).encode({"b": {1}, "a": 2}))
try:
    json.dumps([1, Point], cls=Encoder)
except TypeError as e:
    print(e)
f = io.StringIO()
json.dump({"a": [1, 2]}, f, indent=2)
json.dump("é", f)
print(f.getvalue())
print(json.load(io.StringIO('{"k": [true]}')), json.load(io.BytesIO(b"[null]")))
d = json.JSONDecoder()
print(d.raw_decode('{"a": 1} tail'), d.raw_decode("  [1]", 2), d.decode(" [1] "))
stream, values, at = '1 [2] {"x": 3}"s" null', [], 0
while at < len(stream):
    v, at = d.raw_decode(stream, at)
    values.append(v)
    while at < len(stream) and stream[at] == " ":
        at += 1
print(values, list(json.JSONEncoder().iterencode([1, "a", {"b": [None, 2.5]}, []])), list(json.JSONEncoder(indent=1).iterencode({"k": [1]})))
try:
    d.decode("[1] x")
except json.JSONDecodeError as e:
    print(e)
data = {"s": "a\u2028\ud83d\ude00", "n": [1, -1.5, 1e-9, 0], "d": {"": None, " ": {"deep": [[[]]]}}}
print(json.loads(json.dumps(data)) == json.loads(json.dumps(data, ensure_ascii=True, indent=3)), json.loads(json.dumps({1: {2: 3}})), json.dumps(json.loads("[1.0, 1, 1e2]")))
