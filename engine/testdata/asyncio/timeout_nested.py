import asyncio

async def main():
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                print("inner must not time out")
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print("outer expired:", outer.expired())
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                print("inner", inner.expired())
            await asyncio.sleep(0.01)
            print("outer goes on")
    except TimeoutError:
        print("never")
    t = asyncio.current_task()
    print(t.cancelling())
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("swallowed")
        print("no timeout raised")
    except TimeoutError:
        print("timeout raised")
    print(t.cancelling())

asyncio.run(main())
