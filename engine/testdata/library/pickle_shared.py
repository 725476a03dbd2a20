# Identity inside one pickle: shared parts stay shared, separate pickles do not; cycles of every kind.
import pickle


class Node:
    def __init__(self, name):
        self.name, self.links = name, []


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n


a, b = Node("a"), Node("b")
a.links += [b, a]
b.links.append(a)
x, y = pickle.loads(pickle.dumps([a, b]))
print(x.links[0] is y, x.links[1] is x, y.links[0] is x, x is a)
shared = ["s"]
first, second = pickle.loads(pickle.dumps((shared, {"k": shared})))
print(first is second["k"], pickle.loads(pickle.dumps(shared)) is shared)
one = pickle.dumps((shared, shared))
two = pickle.dumps((shared, ["s"]))
print(len(one), len(two))
d = {Key(1): "one", (1, 2): "tuple", frozenset([3]): "frozen", None: 0, 1.5: "float"}
d["self"] = d
back = pickle.loads(pickle.dumps(d))
print(back["self"] is back, back[Key(1)], back[1, 2], back[frozenset([3])], back[None], list(back)[1:])
s = {Key(n) for n in range(3)}
print(sorted(k.n for k in pickle.loads(pickle.dumps(s))))
t = ([], {})
t[0].append(t)
t[1]["t"] = t
u = pickle.loads(pickle.dumps(t))
print(u[0][0] is u, u[1]["t"] is u)
text = "long enough not to be one of the short ones"
p, q = pickle.loads(pickle.dumps([text, text]))
print(p is q, len(pickle.dumps([text, text])) - len(pickle.dumps([text])))
method = a.links.append
pickle.loads(pickle.dumps(method))("into a copy")
print(len(a.links), pickle.loads(pickle.dumps(x.__init__)).__self__.name)
