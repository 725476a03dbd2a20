#@title In which order do results come?
import asyncio

how = "gather"  #@param ["gather", "as_completed", "wait"]

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print("arrived:", name)
    return name

async def main():
    jobs = [fetch("slow", 0.3), fetch("quick", 0.1),
            fetch("middle", 0.2)]
    if how == "gather":
        for name in await asyncio.gather(*jobs):
            print("main: got", name)
    elif how == "as_completed":
        for next_one in asyncio.as_completed(jobs):
            print("main: got", await next_one)
    else:
        tasks = [asyncio.create_task(j) for j in jobs]
        done, pending = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_COMPLETED)
        print("main: done", len(done), "pending", len(pending))

asyncio.run(main())
