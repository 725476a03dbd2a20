# A producer and a consumer as generators: next, send, close, and what finally sees of it.
def consumer(name):
    total = 0
    print(f"{name}: ready")
    try:
        while True:
            item = yield total
            if item is None:
                print(f"{name}: nothing sent")
                continue
            total += item
            print(f"{name}: got {item!r:>4}, total {total:05}")
    except GeneratorExit:
        print(f"{name}: closing")
        raise
    finally:
        print(f"{name}: finally, {total}")


def produce(target, items):
    next(target)
    for item in items:
        answer = target.send(item)
        print(f"producer: {item} -> {answer}")
    next(target)
    target.close()
    target.close()


c = consumer("adder")
produce(c, [1, 2, 3.5])
try:
    c.send(4)
except StopIteration as stop:
    print("stopped:", stop.value)

fresh = consumer("fresh")
try:
    fresh.send(1)
except TypeError as error:
    print(error)
fresh.close()


def careless():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = careless()
next(g)
try:
    g.close()
except RuntimeError as error:
    print("RuntimeError:", error)


def running():
    yield me.send(None)


me = running()
try:
    next(me)
except ValueError as error:
    print("ValueError:", error)
