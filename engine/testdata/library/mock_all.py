from unittest.mock import *
from unittest import mock
import asyncio
m = Mock(return_value=3)
print(m(1, 2, a=3), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
m.assert_called_with(1,2,a=3)
def fails(f, *a, **k):
    try: f(*a, **k)
    except Exception as e: print(type(e).__name__, str(e))
fails(m.assert_called_with, 1)
fails(m.assert_not_called)
m(); fails(m.assert_called_once); fails(m.assert_called_once_with, 1); fails(m.assert_any_call, 7); fails(m.assert_has_calls, [call(9)])
m.assert_has_calls([call(1,2,a=3), call()])
n = Mock(); n.foo.bar(1).baz(x=2); print(n.mock_calls, n.method_calls, n.foo.mock_calls)
print(call.foo.bar(1).baz(x=2).call_list() == n.mock_calls)
mm = MagicMock()
mm.__getitem__.return_value = 'item'; print(mm['k'], len(mm), [*iter(mm)], bool(mm), int(mm), 3 in mm, mm == mm, mm != 3)
mm.__str__.return_value = 'S!'; print(str(mm))
with mm as v: v.do()
mm.__iter__.return_value = [1,2]; print(list(mm))
s = Mock(side_effect=[1, ValueError('x'), 3]); print(s()); fails(s); print(s()); fails(s)
s = Mock(side_effect=KeyError('k')); fails(s)
s = Mock(side_effect=lambda x: x*2); print(s(4))
class Thing:
    attr = 5
    def method(self, a, b=1): return a
    async def amethod(self, z): pass
    @property
    def prop(self): return 1
sp = Mock(spec=Thing); print(isinstance(sp, Thing), sp.method, sp.attr is not None) if False else print(isinstance(sp, Thing))
fails(lambda: sp.nope); sp.other = 1
ss = Mock(spec_set=Thing); fails(lambda: setattr(ss, 'nope', 1))
au = create_autospec(Thing); print(isinstance(au, type)); inst = au(); inst.method(1, b=2); fails(inst.method); fails(inst.method, 1, 2, 3); inst.method.assert_called_once_with(1, 2); fails(au, 1)
def fn(x, y=2): return x
af = create_autospec(fn); af.return_value = 7; print(af(1), af.call_args, af.__name__); fails(af); fails(af.assert_called_with, 3)
with patch('__main__.fn') as p: p.return_value = 11; print(fn(1)); p.assert_called_once_with(1)
print(fn(1))
with patch.object(Thing, 'attr', 6): print(Thing.attr)
print(Thing.attr)
with patch.object(Thing, 'method', autospec=True) as pm: t = Thing(); t.method(3); pm.assert_called_once_with(t, 3)
d = {'a': 1}
with patch.dict(d, {'b': 2}, c=3): print(d)
with patch.dict(d, clear=True): print(d)
print(d)
@patch.multiple(Thing, attr=DEFAULT, method=DEFAULT)
def g(attr, method): print(type(attr).__name__, type(method).__name__)
g()
@patch('__main__.fn')
@patch.object(Thing, 'attr')
def h(a, f): print(a is Thing.attr, f is fn)
h()
pp = patch('__main__.fn', new=5); pp.start(); print(fn); pp.stop(); print(callable(fn))
fails(lambda: patch('foo'))
print(sentinel.A, sentinel.A is sentinel.A, ANY == 3, call(1, ANY) == call(1, 5), repr(ANY), call.a.b(1), call)
am = AsyncMock(return_value=4)
async def main():
    print(await am(1), am.await_count, am.await_args); am.assert_awaited_once_with(1); fails(am.assert_not_awaited)
    x = Mock(spec=Thing); print(asyncio.iscoroutinefunction(x.amethod), asyncio.iscoroutinefunction(x.method))
    c = MagicMock(); c.__aenter__.return_value = 'ae'
    async with c as q: print(q)
    c.__aiter__.return_value = [1,2,3]
    print([i async for i in c])
    am2 = AsyncMock(side_effect=ValueError('v'))
    try: await am2()
    except ValueError as e: print(e)
asyncio.run(main())
with patch.object(Thing, 'prop', new_callable=PropertyMock) as pr: pr.return_value = 9; print(Thing().prop); pr.assert_called_once_with()
m = Mock(name='nm'); print(str(m)[:17], str(m.x.y())[:26], repr(Mock(spec=Thing))[:20]); m.reset_mock(); print(m.mock_calls)
m = Mock(**{'a.b.return_value': 3, 'c': 4}); print(m.a.b(), m.c)
w = Mock(wraps=[1,2]); print(w.index(2))
parent = Mock(); c1 = Mock(); parent.attach_mock(c1, 'child'); c1(5); print(parent.mock_calls)
del m.a; fails(lambda: m.a)
m = Mock(); seal(m); fails(lambda: m.x); fails(m)
fails(lambda: Mock().assert_foo); fails(lambda: Mock().asert_called)
m = Mock(); m.__len__ = lambda self: 5; print(len(m))
print(mock.FILTER_DIR, sorted(x for x in dir(Mock(spec=['a','b'])) if not x.startswith('_') and not x.startswith('assert')))
