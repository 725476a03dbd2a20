# Calls of a small Python function.
def step(x):
    return x + 1


def main(n):
    x = 0
    for _ in range(n):
        x = step(x)
    return x


print(main(3_000_000))
