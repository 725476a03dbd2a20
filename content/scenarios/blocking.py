#@title One who does not give way
import asyncio
import time

how = "time.sleep"  #@param ["time.sleep", "asyncio.sleep", "to_thread"]

async def pulse():
    for n in range(5):
        print("pulse", n)
        await asyncio.sleep(0.1)

async def work():
    await asyncio.sleep(0.15)
    print("work: start")
    if how == "time.sleep":
        time.sleep(0.3)
    elif how == "asyncio.sleep":
        await asyncio.sleep(0.3)
    else:
        await asyncio.to_thread(time.sleep, 0.3)
    print("work: end")

async def main():
    await asyncio.gather(pulse(), work())

asyncio.run(main())
