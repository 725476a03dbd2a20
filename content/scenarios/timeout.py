#@title A deadline and a clean-up
import asyncio

limit = 0.5    #@param {type:"slider", min:0.1, max:1.5, step:0.1}
cleanup = 0.2  #@param {type:"slider", min:0, max:0.5, step:0.1}

async def work():
    try:
        print("work: start")
        await asyncio.sleep(1)
        print("work: end")
    except asyncio.CancelledError:
        print("work: cancelled")
        await asyncio.sleep(cleanup)
        print("work: cleaned up")
        raise

async def main():
    try:
        await asyncio.wait_for(work(), timeout=limit)
    except asyncio.TimeoutError:
        print("main: too late")

asyncio.run(main())
