import asyncio

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    async def coro():
        pass
    c = coro()
    for bad in (coro, c, 5):
        try:
            loop.call_soon(bad)
        except TypeError as e:
            print(str(e)[:52])
    c.close()

asyncio.run(main(), debug=True)
