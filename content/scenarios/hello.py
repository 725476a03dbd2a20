#@title Hello, later
import asyncio

pause = 1.0  #@param {type:"slider", min:0, max:3, step:0.5}

async def main():
    print("hello")
    await asyncio.sleep(pause)
    print("world")

asyncio.run(main())
