import asyncio

log = []

async def background(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        log.append(f"background cancelled {n}")
        if n == 2:
            raise ValueError("while ending")
        raise
    finally:
        await asyncio.sleep(0)
        log.append(f"clean {n}")

async def main():
    for i in range(4):
        asyncio.create_task(background(i))
    await asyncio.sleep(0)
    return "result"

print(asyncio.run(main()))
# In which order they are cancelled is left open, but all before one cleans up.
print(sorted(log[:4]), sorted(log[4:]))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
