import pprint, textwrap, reprlib, collections, types, dataclasses
d = {'name': 'x'*30, 'list': list(range(30)), 'nested': {'a': [1,2,{'b': (1,)}], 'long': 'the quick brown fox jumps over the lazy dog ' * 3}, 3: None} if False else {'name': 'x'*30, 'list': list(range(30)), 'nested': {'a': [1,2,{'b': (1,)}], 'long': 'the quick brown fox jumps over the lazy dog ' * 3}, 'z': None}
pprint.pprint(d); pprint.pprint(d, width=40, compact=True); pprint.pprint(d, indent=4); pprint.pprint(d, depth=1)
pprint.pp(dict(b=1, a=2)); pprint.pprint(set('hello world this is a longer set of chars'.split()), width=20)
pprint.pprint(collections.OrderedDict((c, c*10) for c in 'abcdefgh')); pprint.pprint(collections.Counter('abracadabra'*3), width=20)
pprint.pprint(collections.defaultdict(list, {i: list(range(10)) for i in range(4)}))
pprint.pprint(collections.deque(range(40), 50)); pprint.pprint(types.SimpleNamespace(a='x'*40, b='y'*40))
@dataclasses.dataclass
class P: x: str; y: list
pprint.pprint(P('a'*40, list(range(20)))); l = [1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable(3))
pprint.pprint('a long string that goes on and on\nwith newlines in it and then some more text to pass the width of the line ok')
pprint.pprint(b'bytes that are long enough to be wrapped around the line because they are rather long, yes'); pprint.pprint(1234567, underscore_numbers=True)
pprint.pprint([('tuple', 'of', 'several', 'strings', 'that', 'is', 'long', 'enough', 'to', 'be', 'wrapped')]); print(pprint.saferepr({2:1, 1:2}))
pprint.pprint(collections.ChainMap({i: i*100 for i in range(8)}, {j: 'v'*10 for j in range(5)}))
t = "The quick-brown fox jumped over the lazy dog--or so they say... and a verylongwordthatdoesnotfit in (well-known) e-mail, re-use, foo-bar-baz a-b; --option=x. Ends here. Ok?"
for w in (10, 20, 33, 70): print(textwrap.wrap(t, w))
print(textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  ')); print(textwrap.shorten(t, 40)); print(textwrap.shorten(t, 20, placeholder='...'))
print(textwrap.wrap(t, 20, break_long_words=False, break_on_hyphens=False)); print(textwrap.wrap("a\tb\n c", 10)); print(textwrap.wrap("Foo bar. Baz qux! ok", 70, fix_sentence_endings=True))
print(textwrap.wrap(t, 25, max_lines=2)); print(repr(textwrap.dedent("  a\n    b\n\n   \n  c\n"))); print(repr(textwrap.indent("a\n\nb\n", '> '))); print(textwrap.wrap('', 10), textwrap.wrap('   ', 10), textwrap.wrap('  lead', 10))
print(reprlib.repr(list(range(20))), reprlib.repr('x'*50), reprlib.repr({i:i for i in range(10)}), reprlib.repr(10**50), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(set(range(10))), reprlib.repr((1,)))
class R(list):
    @reprlib.recursive_repr()
    def __repr__(self): return '<' + '|'.join(map(repr, self)) + '>'
r = R('ab'); r.append(r); print(r)
