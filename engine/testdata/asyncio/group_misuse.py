# create_task before, while shutting down and after; a group is entered once.
import asyncio

async def nop():
    pass

async def main():
    g = asyncio.TaskGroup()
    def attempt():
        c = nop()
        try:
            g.create_task(c)
        except RuntimeError as e:
            print(str(e).partition(">")[2])
            c.close()
    attempt()
    async with g:
        t = g.create_task(nop(), name="named")
        print(t.get_name(), repr(g)[:30])
    print(t.done())
    attempt()
    try:
        async with g:
            pass
    except RuntimeError as e:
        print(str(e).partition(">")[2])
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(asyncio.sleep(1))
            async def late():
                try:
                    await asyncio.sleep(1)
                finally:
                    attempt()
            g.create_task(late())
            await asyncio.sleep(0)
            raise ValueError
    except* ValueError:
        print("done")

asyncio.run(main())
