# Raising an exception in one function and catching it in another.
def check(i):
    if i % 2:
        raise ValueError(i)
    return i


def main(n):
    caught = 0
    for i in range(n):
        try:
            check(i)
        except ValueError as e:
            caught += e.args[0] & 3
    return caught


print(main(600_000))
