#@title The wait ends, the work goes on
import asyncio

limit = 0.2      #@param {type:"slider", min:0.1, max:1, step:0.1}
shielded = True  #@param {type:"boolean"}

async def save():
    await asyncio.sleep(0.5)
    print("save: written")

async def main():
    task = asyncio.create_task(save(), name="save")
    waiter = asyncio.shield(task) if shielded else task
    try:
        await asyncio.wait_for(waiter, timeout=limit)
    except asyncio.TimeoutError:
        print("main: stopped waiting")
    print("main: task cancelled:", task.cancelled())
    await asyncio.sleep(0.5)
    print("main: end")

asyncio.run(main())
