import asyncio

async def job(n, d):
    await asyncio.sleep(d)
    print("job", n)
    return n

async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(job(i, 0.01 * (3 - i))) for i in range(3)]
        print(tg)
    print([t.result() for t in ts], tg)
    try:
        tg.create_task(c := job(9, 0))
    except RuntimeError as e:
        print(e)
        c.close()
    try:
        asyncio.TaskGroup().create_task(c := job(9, 0))
    except RuntimeError as e:
        print(e)
        c.close()
    async with asyncio.TaskGroup() as tg:
        async def spawns():
            tg.create_task(job(7, 0))
        tg.create_task(spawns())
    print("end")

asyncio.run(main())
