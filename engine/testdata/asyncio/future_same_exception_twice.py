# A stored exception is the same object for everyone who awaits; its traceback does not grow without end.
import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    err = ValueError("shared")
    f.set_exception(err)
    seen = []
    for _ in range(3):
        try:
            await f
        except ValueError as e:
            seen.append(e)
    print(all(e is err for e in seen))

    async def fails():
        raise KeyError("task")

    t = asyncio.create_task(fails())
    for _ in range(2):
        try:
            await t
        except KeyError as e:
            print(e is t.exception())

asyncio.run(main())
