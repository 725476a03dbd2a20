"""collections.UserString: the methods of strings, that answer the class."""
from collections import UserString


class Name(UserString):
    def shout(self):
        return self.upper() + "!"


n = Name("ada lovelace")
for v in (n.title(), n.shout(), n + " x", "x " + n, n * 2, n[2:5], n[0], n.replace(Name("a"), "b"), n.strip("ae"),
          n.center(16, "*"), n.zfill(14), n.removeprefix(Name("ada ")), n.swapcase(), n.translate({97: "A"}), n % ()):
    print(type(v).__name__, repr(v))
for v in (n.split(), n.find(Name("l")), n.count("a"), n.encode(), n.startswith("ada"), n.isalpha(), n.partition(" "),
          n.join(["1", "2"]), n.index("v"), n.splitlines(), len(n), "ada" in n, Name("ada") in n, hash(n) == hash(str(n)),
          n == "ada lovelace", n < "b", n == Name(n), max(n), list(reversed(Name("abc")))):
    print(type(v).__name__, v)
print(int(Name("12")), float(Name("1.5")), complex(Name("1j")), Name("%s-%d") % ("a", 2), repr("<%s>" % n), Name(12))
print(Name("{} {x}").format(1, x=2), Name("{x}").format_map({"x": 3}), str(n), bool(Name("")))
print(UserString.maketrans("ab", "xy"), Name("abc").translate(Name.maketrans("ab", "xy")))
try:
    n.index("zz")
except ValueError as e:
    print(e)
try:
    n[0] = "x"
except TypeError as e:
    print(e)
print("lower" in dir(n), hasattr(n, "nothing"), n.__getnewargs__(), {n: 1}["ada lovelace"])
