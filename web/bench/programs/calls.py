# Calls of a small Python function.
def step(x):
    return x + 1


n = 3_000_000
x = 0
for _ in range(n):
    x = step(x)
print(x)
