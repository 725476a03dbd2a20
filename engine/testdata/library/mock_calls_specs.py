from unittest.mock import *
m = MagicMock(name='m')
m.a(1).b[2] = 3; m.c += 1; del m.d; -m.e
print(m.mock_calls[0], len(m.mock_calls) > 3, m.a.return_value.b.__setitem__.call_args)
k = call(1, x=2); print(k.args, k.kwargs, k == ((1,), {'x': 2}), k == call(1, x=2), call.a(1) == ('a', (1,)), call.a(1) == ('a', (1,), {}), call() == (), repr(call.x.y(3).z))
for x in ([call(1)], [call(1), call(2)]):
    c = Mock(); c(1); c(2); print(x in [c.mock_calls], c.mock_calls == x); c.assert_has_calls(x)
c.assert_has_calls([call(2), call(1)], any_order=True); c.assert_any_call(1); c.assert_called_with(ANY)
def err(f, *a, **kw):
    try: f(*a, **kw)
    except Exception as e: print(type(e).__name__, str(e))
err(c.assert_has_calls, [call(2), call(1)]); err(c.assert_has_calls, [call(3)], any_order=True)
def spec(a, b, *, c=0): pass
s = Mock(spec=spec); s(1, b=2); s.assert_called_with(a=1, b=2); err(s.assert_called_with, 1)
class C:
    x: int = 1
    def __init__(self, v): pass
    def go(self, a): "doc"
    def __len__(self): return 3
    def __call__(self, q): pass
s = MagicMock(spec=C); print(len(s), isinstance(s, C)); err(iter, s); err(getattr, s, 'zz')
i = create_autospec(C, instance=True); i.go(1); err(i.go); i(q=1); err(i, 1, 2); print(i.go.mock_calls, i.mock_calls, type(i.x).__name__)
cls = create_autospec(C); err(cls); o = cls(5); cls.assert_called_once_with(5); o.go(a=2); o.go.assert_called_with(2)
se = Mock(side_effect=[1, KeyError('k'), DEFAULT], return_value='rv'); print(se()); err(se); print(se())
r = Mock(); r.x.return_value = 5; r.y.side_effect = ValueError; r.x(); r.reset_mock(); print(r.x.call_count, r.x()); r.reset_mock(return_value=True, side_effect=True); print(r.x() == 5, r.y() is not None)
w = Mock(wraps='abc'); print(w.upper(), w.upper.call_count); w.upper.return_value = 'no'; print(w.upper())
n = NonCallableMock(); err(n); print(callable(n), callable(Mock()), Mock(a=1, b=Mock(return_value=2)).b())
m = MagicMock(); m.__enter__.return_value = 'in'; m.__int__.return_value = 9; m.__contains__.side_effect = lambda x: x == 2; m.__eq__.return_value = True
with m as v: print(v, int(m), 2 in m, 3 in m, m == 'anything', m.__exit__.called)
print(m.__exit__.called, m.__exit__.call_args, float(m), complex(m), hash(m) == hash(m), m.__hash__ is not None, bool(m), list(reversed([1])), round(MagicMock().__round__.return_value is not None))
m.configure_mock(**{'p.q': 3, 'r.side_effect': KeyError}); print(m.p.q); err(m.r); err(m.attach_mock, 1, 'x') if 0 else None
p = Mock(); p.a, p.b = Mock(), Mock(name='named'); p.a(1); p.b(2); print(p.mock_calls); f = Mock(); f.__name__ = 'fname'; print(f.__name__)
err(setattr, Mock(), '__init__', 1); err(lambda: Mock(spec=['ok']).bad); print(PropertyMock(return_value=3).__get__(None), sentinel.x, DEFAULT)
