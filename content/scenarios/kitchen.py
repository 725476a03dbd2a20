#@title Who runs, and when
import asyncio

boil = 0.3      #@param {type:"slider", min:0, max:0.5, step:0.1}
as_task = True  #@param {type:"boolean"}

async def cook(dish, seconds):
    print(f"{dish}: start")
    await asyncio.sleep(seconds)
    print(f"{dish}: ready")

async def main():
    soup = cook("soup", boil)
    toast = cook("toast", 0.2)
    if as_task:
        toast = asyncio.create_task(toast, name="toast")
    print("main: table is set")
    await soup
    await toast
    print("main: dinner")

asyncio.run(main())
