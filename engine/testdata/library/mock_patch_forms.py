import asyncio, os, sys, unittest
from unittest import mock
from unittest.mock import patch, Mock, MagicMock, DEFAULT, call

class Service:
    url = 'real'
    def fetch(self, key, *, retry=1): return 'real ' + key
    @staticmethod
    def helper(a): return a
    @classmethod
    def make(cls, n): return cls()
    async def pull(self): return 'pulled'
def use(): return Service().fetch('k')

with patch('__main__.Service') as S:
    S.return_value.fetch.return_value = 'fake'
    print(use(), S.mock_calls)
with patch.object(Service, 'fetch', side_effect=lambda *a: a) as f: print(use(), f.call_count)
with patch('__main__.Service.fetch', autospec=True) as f:
    f.return_value = 'auto'; print(use(), f.call_args.args[1:])
    try: Service().fetch()
    except TypeError as e: print(e)
with patch('__main__.Service', autospec=True) as S:
    s = Service(); s.fetch('x', retry=2); print(isinstance(s, S.return_value.__class__), s.fetch.call_args)
    try: s.nothing
    except AttributeError as e: print(e)
    print(type(s.pull).__name__, S.helper is not None)
@patch.dict(os.environ, {'MODE': 'test'})
def env(): return os.environ['MODE']
print(env(), 'MODE' in os.environ)
@patch.object(Service, 'url', 'patched')
class Cases(unittest.TestCase):
    def test_it(self): print(Service.url)
    def other(self): print(Service.url)
Cases('test_it').run(); Cases('test_it').other()
@patch('__main__.use', new_callable=MagicMock, return_value=5)
@patch.multiple(Service, url='m', fetch=DEFAULT)
def several(use_mock, fetch): print(use(), Service.url, fetch is Service.fetch)
several()
@patch('__main__.use')
async def later(m): m.return_value = 'async'; return use()
print(asyncio.run(later()), use())
p = patch.object(Service, 'url', new='started'); p.start(); print(Service.url); mock.patch.stopall(); print(Service.url)
try:
    with patch.object(Service, 'missing'): pass
except AttributeError as e: print(e)
with patch.object(Service, 'missing', 3, create=True): print(Service.missing)
print(hasattr(Service, 'missing'))
for bad in (lambda: patch('x.y', new=1, new_callable=Mock), lambda: patch.object('str', 'x'), lambda: patch('__main__.use', autospec=True, spec=True).start()):
    try: bad()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
with patch('builtins.print') as pr: print('hidden')
print(pr.mock_calls)
with patch('sys.argv', ['a', 'b']): print(sys.argv)
m = mock.mock_open(read_data='one\ntwo\n')
with patch('builtins.open', m):
    with open('f') as h: print(h.read())
    print([l for l in open('g')], open('h').readline())
print(m.mock_calls[0])
