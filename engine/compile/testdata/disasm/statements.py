import asyncio
class A(Base, metaclass=M):
    """doc"""
    x: int = 1
    def f(self, a, *, k=2, **kw) -> int:
        nonlocal_ = super().f(a, k=k, **kw)
        try:
            for i in range(a):
                if i % 2: continue
                self.x += i
                with open(i) as f, b:
                    return f.read()
        except (ValueError, TypeError) as e:
            print(e)
        finally:
            print('done')
async def g(q):
    async with q as (a, *b):
        async for x in a:
            yield [await y async for y in x if y]
def m(p):
    match p:
        case [1, x, *_]: return x
        case {'a': A(y, z=w), **rest} if y: pass
        case (1 | 2) as z: pass
        case str() | None: pass
        case _: return 0
def s(n):
    i = s = 0
    while i < n:
        s += i*i
        i += 1
    return s
