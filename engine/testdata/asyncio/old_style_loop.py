import asyncio

# As programs of ten years wrote it.

async def slow_operation(future, n):
    await asyncio.sleep(0.01 * n)
    future.set_result(f"Future {n} is done!")

def got_result(future):
    print(future.result())
    left.pop()
    if not left:
        loop.stop()

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
left = [1, 2]
for n in (2, 1):
    future = asyncio.Future()
    asyncio.ensure_future(slow_operation(future, n))
    future.add_done_callback(got_result)
try:
    loop.run_forever()
finally:
    loop.close()
