# A value sent into a generator, and one that comes back.
def echo():
    received = 0
    while True:
        received = yield received + 1


def main(n):
    generator = echo()
    x = next(generator)
    for _ in range(n):
        x = generator.send(x)
    return x


print(main(1_000_000))
