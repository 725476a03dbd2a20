# SIGINT under asyncio.run cancels the main task, which can clean up; then KeyboardInterrupt comes out.
import asyncio
import signal

async def main():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("main cancelled", e.args, asyncio.current_task().cancelling())
        await asyncio.sleep(0.01)
        print("cleaned up")
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args, type(e.__context__).__name__)

async def swallow():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "swallowed"

print(asyncio.run(swallow()))

async def busy():
    signal.raise_signal(signal.SIGINT)
    print("still here")
    await asyncio.sleep(0)
    print("not reached")

try:
    asyncio.run(busy())
except KeyboardInterrupt:
    print("interrupted")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
