# Depth, size, subclasses that override things, and what callers of default may see.
import json
deep = "[" * 500 + "]" * 500
print(len(json.dumps(json.loads(deep))), json.dumps(json.loads(deep)) == deep)
for text in ("[" * 100_000, '{"a":' * 100_000):
    try:
        json.loads(text)
    except RecursionError as e:
        print(type(e).__name__)
x = []
for _ in range(100_000):
    x = [x]
try:
    json.dumps(x)
except RecursionError as e:
    print(type(e).__name__)
while x:
    x = x[0]
big = {f"key{i}": [i, str(i), i / 4] for i in range(3000)}
s = json.dumps(big)
print(len(s), json.loads(s) == big, len(json.dumps(big, indent=1)), sum(len(c) for c in json.JSONEncoder().iterencode(big)))


class D(dict):
    def items(self):
        return [("from", "items")]


class L(list):
    def __iter__(self):
        return iter(["from", "iter"])


class I(int):
    def __str__(self):
        return "never"
    __repr__ = __str__


print(json.dumps([I(5)]), json.dumps({I(5): 1}), json.dumps(D(a=1)), json.dumps({"x": L([1])}, indent=0).split())
calls = []


def default(o):
    calls.append(type(o).__name__)
    if len(calls) > 3:
        raise KeyError("enough")
    return [o]


try:
    json.dumps(1j, default=default, check_circular=False)
except KeyError as e:
    print(e, calls)
print(json.dumps("</script>"), json.dumps({"a": "\u2029"}), json.dumps("\ud800"), json.dumps([True, 1, 1.0, "1"]), json.dumps({True: 1, 1.0: 2}))
print(json.dumps({"date": [2024, 1]}, default=str, sort_keys=True, ensure_ascii=False), json.encoder.__name__ if hasattr(json, "encoder") else "", json.decoder.JSONDecodeError is json.JSONDecodeError)
