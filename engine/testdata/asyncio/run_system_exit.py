import asyncio
import sys

async def leaves():
    try:
        await asyncio.sleep(0.01)
        sys.exit(7)
    finally:
        print("leaving")

async def other():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("other cancelled")
        raise

async def main():
    t = asyncio.create_task(other())
    await asyncio.gather(leaves(), t)

asyncio.run(main())
