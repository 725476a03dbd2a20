#@title Three things to await
import asyncio

boil = 0.2  #@param {type:"slider", min:0, max:1, step:0.1}

async def kettle(water):
    await asyncio.sleep(boil)
    water.set_result("hot")
    print("kettle: click")

async def main():
    water = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(kettle(water), name="kettle")
    print("main: waiting")
    print("main: water is", await water)
    print("main: kettle is done:", task.done())
    tea = asyncio.sleep(0.1, "tea")
    print("main:", await tea)
    try:
        await tea
    except RuntimeError as error:
        print("main:", error)

asyncio.run(main())
