# stop() lets the iteration end; what was scheduled meanwhile stays for the next run.
import asyncio

loop = asyncio.new_event_loop()

def say(x):
    print(x)

def stopper():
    print("stop")
    loop.stop()
    loop.call_soon(say, "scheduled after stop")

loop.call_soon(stopper)
loop.call_soon(say, "same iteration")
loop.run_forever()
print("returned", loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
loop.stop()
loop.call_soon(say, "one iteration")
loop.call_soon(loop.call_soon, say, "two iterations")
loop.run_forever()
print("again")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
