import asyncio

async def inner():
    await asyncio.sleep(0)
    raise ValueError("deep")

async def middle():
    await inner()

async def main():
    await asyncio.create_task(middle())

asyncio.run(main())
