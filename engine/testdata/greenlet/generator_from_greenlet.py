# A generator class made of greenlets: nested yields without yield from.
from greenlet import getcurrent, greenlet


class Generator:
    def __init__(self, fn, *args):
        self.args = args
        self.g = greenlet(fn)
        self.g.owner = self

    def __iter__(self):
        return self

    def __next__(self):
        self.g.parent = getcurrent()
        if self.args is not None:
            args, self.args = self.args, None
            result = self.g.switch(*args)
        else:
            result = self.g.switch()
        if self.g.dead:
            raise StopIteration(result)
        return result


def produce(value):
    getcurrent().parent.switch(value)


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            walk(branch)
    else:
        produce(tree)


print(list(Generator(walk, [1, [2, [3, 4], 5], [[6]]])))
for letter, number in zip(Generator(walk, ["a", ["b"]]), Generator(walk, [[1], 2, 3])):
    print(letter, number)


def nested():
    for x in Generator(walk, [1, [2]]):
        for y in Generator(walk, [[x * 10], x * 100]):
            produce((x, y))
    return "nested is over"


it = Generator(nested)
while True:
    try:
        print(next(it))
    except StopIteration as e:
        print("stopped:", e.value)
        break


def failing():
    produce(1)
    raise ValueError("inside the generator")


try:
    for n in Generator(failing):
        print(n)
except ValueError as e:
    print(e)
