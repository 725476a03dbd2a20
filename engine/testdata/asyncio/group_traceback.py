# A TaskGroup's failures arrive together; library frames are not shown.
import asyncio


async def fails(name, error):
    await asyncio.sleep(0.01)
    raise error(name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails("a", ValueError))
        group.create_task(fails("b", KeyError))


asyncio.run(main())
