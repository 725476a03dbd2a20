# Pending tasks that nothing refers to: reported when the cycle is collected, or when the loop that held them is closed.
import asyncio, gc
gc.disable()
async def w():
    await asyncio.get_running_loop().create_future()
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    del t
    print("deleted")
    gc.collect()
    print("collected")
asyncio.run(main())
print("-- 3")
async def z():
    try:
        while True: await asyncio.sleep(0)
    finally: print("z finally")
loop = asyncio.new_event_loop()
async def mk():
    asyncio.create_task(z(), name="z")
    await asyncio.sleep(0)
loop.run_until_complete(mk())
print("closing")
loop.close()
print("closed")
print("-- 4")
async def s():
    try: await asyncio.sleep(10)
    finally: print("s finally")
loop = asyncio.new_event_loop()
async def mk():
    asyncio.create_task(s(), name="s")
    await asyncio.sleep(0)
loop.run_until_complete(mk())
print("closing")
loop.close()
print("closed")
gc.collect()
print("collected")
print("-- 5")
loop = asyncio.new_event_loop()
async def mk():
    t = asyncio.create_task(s(), name="quiet")
    t._log_destroy_pending = False
    await asyncio.sleep(0)
loop.run_until_complete(mk())
loop.close()
gc.collect()
print("-- 6 held by a local")
async def mk():
    f = loop.create_future()
    async def waits(): await f
    t = asyncio.create_task(waits(), name="held")
    await asyncio.sleep(0)
    return f
loop = asyncio.new_event_loop()
f = loop.run_until_complete(mk())
f = None
print("f gone")
gc.collect()
print("collected")
loop.close()
