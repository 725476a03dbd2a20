class W:
    def __init__(self, n): self.n = n
    def __del__(self): print("end", self.n)
    def __add__(self, o): return W(self.n + 10)
def f():
    a = W(1); b = W(2)
    a, b = 5, 6
    print("swapped")
    x = W(3)
    x = b
    print("s", x)
    def g():
        return y
    y = W(4)
    y = 0
    print("cell", g())
    z = W(5)
    z += 1
    print("added")
    q = W(6)
    q = z + 3
    print("plus")
    for i in [W(7), W(8)]:
        print("loop", i.n)
    i = 0
    print("done")
    l = [W(9)]
    l[0] = None
    d = {"a": W(11)}
    d["a"] = 1
    print("items")
    k = [[W(12)]]
    k.clear()
    print("cleared")
    class H: pass
    h = H(); h.x = H(); h.x.y = W(13)
    h = None
    print("deep")
f()
