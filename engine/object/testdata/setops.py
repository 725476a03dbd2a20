"""Records the order of sets of ints after sequences of operations: python3 setops.py.

setops.json holds [operations, order] pairs; n adds n (n >= 0) and discards -n-1 (n < 0),
None pops.
"""
import json
import random

random.seed(11)
cases = []
for size, count, span in [(8, 200, 40), (30, 150, 100), (100, 60, 1000), (500, 20, 10**5), (800, 10, 10**12)]:
    for _ in range(count):
        s, ops, popped = set(), [], []
        for _ in range(random.randrange(1, size)):
            r = random.random()
            if r < 0.6 or not s:
                n = random.randrange(span)
                s.add(n)
                ops.append(n)
            elif r < 0.95:
                n = random.choice(list(s)) if random.random() < 0.8 else random.randrange(span)
                s.discard(n)
                ops.append(-n - 1)
            else:
                popped.append(s.pop())
                ops.append(None)
        cases.append([ops, list(s), popped])
with open("setops.golden", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
