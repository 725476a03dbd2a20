# Reprs of futures, tasks and handles show the values of the program with their own __repr__.
import asyncio
class A:
    def __repr__(self): return "AAA"
    def __call__(self, *a): pass
class E(Exception):
    def __repr__(self): return "EEE"
async def f(): return A()
async def g(): raise E()
async def main():
    t = asyncio.create_task(f()); u = asyncio.create_task(g())
    t.add_done_callback(A())
    print(t)
    await asyncio.wait([t,u])
    print(t, u, [t], f"{t!r}")
    h = asyncio.get_running_loop().call_later(1, A(), A())
    print(str(h).partition("AAA")[1:])
    print(A().__call__)
asyncio.run(main())
