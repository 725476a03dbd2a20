# async with: awaiting, suppression, several items, wrong objects.
import asyncio


class Conn:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("opening", self.name)
        await asyncio.sleep(0.01)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, trace):
        print("closing", self.name, repr(value))
        await asyncio.sleep(0)
        print("closed", self.name)
        return self.swallow


class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return None


class NotAwaitable:
    def __aenter__(self):
        return 5

    def __aexit__(self, *a):
        return None


async def early():
    async with Conn("early"):
        return "returned"


async def main():
    async with Conn("a") as a, Conn("b", swallow=True) as b:
        print(a.name, b.name)
        raise ValueError("x")
    print("swallowed")
    print(await early())
    for thing in (Sync(), 3, NotAwaitable()):
        try:
            async with thing:
                print("never")
        except TypeError as error:
            print(error)
    try:
        with Conn("wrong way"):
            pass
    except TypeError as error:
        print(error)
    try:
        async with Conn("c"):
            1 / 0
    except ZeroDivisionError as error:
        print("escaped", error)


asyncio.run(main())
