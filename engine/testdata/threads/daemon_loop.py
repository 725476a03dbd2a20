import asyncio
import threading
import time


class Noisy:
    def __del__(self):
        print("never printed: its thread is only stopped")


def forever():
    noisy = Noisy()

    async def main():
        while True:
            await asyncio.sleep(0.03)

    asyncio.run(main())


def generator():
    try:
        while True:
            yield 1
    finally:
        print("nor this")


def consume():
    for _ in generator():
        time.sleep(0.03)


threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=consume, daemon=True).start()
time.sleep(0.1)
print("the end")
