import asyncio

async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())

loop = asyncio.get_event_loop_policy().get_event_loop()
print(loop is asyncio.get_event_loop(), loop.is_running())
loop.run_until_complete(main())
other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
print(asyncio.get_event_loop() is other)
asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.set_event_loop(5)
except TypeError as e:
    print(e)
loop.close()
other.close()
