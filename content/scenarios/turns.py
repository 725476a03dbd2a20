#@title First in, first out
import asyncio

rounds = 2  #@param {type:"slider", min:1, max:5}

async def count(name):
    for n in range(rounds):
        print(f"{name}: {n}")
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(
        count("a"), count("b"), count("c"))
    print("main: done")

asyncio.run(main())
