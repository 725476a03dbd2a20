import asyncio, io, unittest
from unittest.mock import AsyncMock, patch

log = []
class A(unittest.IsolatedAsyncioTestCase):
    def setUp(self): log.append('setUp')
    async def asyncSetUp(self):
        log.append('asyncSetUp'); self.q = asyncio.Queue(); self.addAsyncCleanup(self.bye, 1)
    async def bye(self, n): log.append(f'cleanup {n}')
    async def test_queue(self):
        await self.q.put(1); self.assertEqual(await self.q.get(), 1)
    async def test_fail(self): await asyncio.sleep(0); self.assertEqual(1, 2)
    async def test_error(self):
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    async def test_mock(self):
        m = AsyncMock(side_effect=[1, 2]); self.assertEqual([await m(), await m()], [1, 2]); m.assert_awaited()
        with self.assertRaises(StopAsyncIteration): await m()
    def test_sync(self): log.append('sync')
    async def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertEqual(i, 0)
    @unittest.skip('later')
    async def test_skip(self): pass
    async def asyncTearDown(self): log.append('asyncTearDown')
    def tearDown(self): log.append('tearDown')

out = io.StringIO()
r = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(A))
print(log)
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
print('\n'.join(l for l in out.getvalue().splitlines() if l.startswith('test_') or l.startswith('  test_')))
print([e[1].splitlines()[-1] for e in r.failures + r.errors])
