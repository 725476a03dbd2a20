# 'was never awaited': when a coroutine is dropped, and what is not reported.
import asyncio


async def work():
    return 1


async def main():
    work()
    print("dropped at once")
    c = work()
    c = None
    print("dropped by rebinding")
    kept = work()
    kept.close()
    print("closed: nothing to report")
    await work()


asyncio.run(main())
for _ in range(2):
    work()
print("end")
