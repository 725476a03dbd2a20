# _thread.interrupt_main: KeyboardInterrupt in the main thread, a cancellation under asyncio.run.
import _thread, signal, threading, time, asyncio
try:
    threading.Timer(0.05, _thread.interrupt_main).start()
    time.sleep(1)
    print("no")
except KeyboardInterrupt:
    print("interrupted")
async def main():
    threading.Timer(0.05, _thread.interrupt_main).start()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled"); raise
try: asyncio.run(main())
except KeyboardInterrupt: print("ki")
async def spin():
    threading.Timer(0.05, _thread.interrupt_main).start()
    while True: await asyncio.sleep(0)
try: asyncio.run(spin())
except KeyboardInterrupt: print("ki")
