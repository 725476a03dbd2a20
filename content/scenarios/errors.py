#@title When one of them fails
import asyncio

how = "gather"  #@param ["gather", "TaskGroup"]

async def job(name, seconds):
    await asyncio.sleep(seconds)
    if name == "b":
        raise ValueError("b is broken")
    print("finished:", name)

async def main():
    names = {"a": 0.1, "b": 0.2, "c": 0.3}
    try:
        if how == "gather":
            await asyncio.gather(
                *(job(n, s) for n, s in names.items()))
        else:
            async with asyncio.TaskGroup() as group:
                for n, s in names.items():
                    group.create_task(job(n, s))
    except ValueError as error:
        print("main: caught", error)
    except ExceptionGroup as group:
        print("main: caught", group.exceptions)
    await asyncio.sleep(0.2)
    print("main: end")

asyncio.run(main())
