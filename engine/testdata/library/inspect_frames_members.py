import inspect, types, functools
def outer(a, b=2, *c, d=4, **e):
    f = inspect.currentframe(); info = inspect.getargvalues(f)
    print(inspect.formatargvalues(*info), f.f_code.co_name, f.f_back.f_code.co_name, inspect.getframeinfo(f).function, inspect.getframeinfo(f).lineno, inspect.getframeinfo(f).code_context)
    return [(s.function, s.lineno, s.index) for s in inspect.stack()]
print(outer(1, 5, 6, z=7))
try: outer(1, 2, 3)[100]
except IndexError: print([(t.function, t.lineno, t.code_context) for t in inspect.trace()])
class Base:
    "Base doc"
    def method(self):
        """Method doc.

            more
        """
    @property
    def prop(self): "prop doc"
    attr = 3
class Child(Base):
    def method(self): pass
    @staticmethod
    def st(): pass
    @classmethod
    def cl(cls): pass
print(inspect.getdoc(Child.method), '|', inspect.getdoc(Child), '|', inspect.getdoc(Child().method), '|', inspect.getdoc(Base.prop))
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Child) if not a.name.startswith('__')])
print([n for n, v in inspect.getmembers(Child, inspect.isroutine) if not n.startswith('_')], [n for n, v in inspect.getmembers(Child()) if not n.startswith('_')])
print(inspect.getmembers_static(Base)[-1], inspect.getattr_static(Child, 'st'). __class__, inspect.getattr_static(Child(), 'zz', 'dflt'))
def gen(x):
    y = x * 2
    z = yield y
    print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)['z'])
g = gen(5); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); next(g); print(inspect.getgeneratorlocals(g))
try: g.send('sent')
except StopIteration: print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
async def co(): await nothing()
@types.coroutine
def nothing(): yield
c = co(); print(inspect.getcoroutinestate(c), inspect.isawaitable(c), inspect.isawaitable(nothing()), inspect.isawaitable(gen(1)), inspect.iscoroutinefunction(nothing)); c.send(None); print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c)); c.close(); print(inspect.getcoroutinestate(c))
sig = inspect.signature(outer); print(sig, sig.replace(return_annotation=int), list(sig.parameters), sig.parameters['d'].kind, sig == inspect.signature(outer), hash(sig) == hash(inspect.signature(outer)))
P = inspect.Parameter; print(inspect.Signature([P('a', P.POSITIONAL_ONLY), P('b', P.KEYWORD_ONLY, default=3, annotation='str')]), repr(P('q', P.VAR_KEYWORD)), P('a', P.POSITIONAL_ONLY).replace(name='b'))
for bad in (lambda: inspect.Signature([P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)]), lambda: P('x', P.VAR_POSITIONAL, default=1), lambda: inspect.Signature([P('a', P.KEYWORD_ONLY)] * 2), lambda: P('class', P.KEYWORD_ONLY), lambda: inspect.getfile(3), lambda: inspect.getsource(len), lambda: inspect.getfullargspec(5)):
    try: bad()
    except (ValueError, TypeError, OSError) as e: print(type(e).__name__, e)
print(inspect.getsource(Child.st), inspect.getsourcelines(gen)[1], inspect.getcomments(gen), inspect.unwrap(functools.wraps(outer)(lambda: 0)) is outer, inspect.isabstract(Base), inspect.ismodule(types))
