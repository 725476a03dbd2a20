# Policies: an own one makes the loops; set_event_loop and get_event_loop go through it.
import asyncio

class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        counts.append(1)
        return super().call_soon(callback, *args, context=context)

class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop

    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()

counts = []

async def main():
    return type(asyncio.get_running_loop()).__name__

print(type(asyncio.get_event_loop_policy()).__name__)
asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))
loop = asyncio.get_event_loop_policy().new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop(None)
for f in (asyncio.get_event_loop,):
    try:
        f()
    except RuntimeError as e:
        print(e)
for bad in (5, asyncio.AbstractEventLoop):
    for f in (asyncio.set_event_loop, asyncio.set_event_loop_policy):
        try:
            f(bad)
        except TypeError as e:
            print(e)
asyncio.set_event_loop_policy(None)
a = asyncio.AbstractEventLoop()
for f in (a.run_forever, a.is_running, lambda: a.call_soon(print), a.time):
    try:
        f()
    except NotImplementedError:
        print("not implemented")
