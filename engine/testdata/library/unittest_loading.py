import io, sys, types, unittest

class Base(unittest.TestCase):
    def test_b(self): pass
    def test_a(self): pass
    def helper(self): pass
class Other(unittest.TestCase):
    def check_it(self): pass
    def runTest(self): print('runTest')
L = unittest.TestLoader()
print(L.getTestCaseNames(Base), L.loadTestsFromTestCase(Base), L.loadTestsFromTestCase(Other))
print(L.loadTestsFromName('Base.test_a', sys.modules['__main__']), L.loadTestsFromNames(['Base', '__main__.Other']).countTestCases())
L.testMethodPrefix = 'check'; print(L.getTestCaseNames(Other)); L.testMethodPrefix = 'test'
L.sortTestMethodsUsing = lambda a, b: (a < b) - (a > b); print(L.getTestCaseNames(Base))
s = L.loadTestsFromName('Base.nothing', sys.modules['__main__']); r = unittest.TestResult(); s.run(r); print(r, [e[1].splitlines()[-1] for e in r.errors])
s = L.loadTestsFromName('no_such_module_at_all'); r = unittest.TestResult(); s.run(r); print(r, L.errors[-1].splitlines()[0])
L.testNamePatterns = ['*test_a*']; print(L.getTestCaseNames(Base))
suite = unittest.TestSuite([Base('test_a'), unittest.TestSuite([Other()])]); print(suite.countTestCases(), list(suite)[0].id(), str(Base('test_a')), repr(Base('test_b')), Base('test_a') == Base('test_a'))
for bad in (3, Base):
    try: suite.addTest(bad)
    except TypeError as e: print(e)
try: Base('nope')
except ValueError as e: print(e)
def fn(): "A function test."; assert 1 == 2
f = unittest.FunctionTestCase(fn, description=None); r = unittest.TestResult(); f.run(r); print(r, f.shortDescription(), f.id(), str(f))
m = types.ModuleType('m'); m.setUpModule = lambda: print('setUpModule'); m.tearDownModule = lambda: print('tearDownModule'); sys.modules['m'] = m
class InM(unittest.TestCase):
    def test_1(self): self.enterContext(self.subTest()); print('in m')
    @classmethod
    def setUpClass(cls): cls.addClassCleanup(print, 'class cleanup')
InM.__module__ = 'm'; m.InM = InM
unittest.TestSuite([InM('test_1')]).run(unittest.TestResult())
class Fast(unittest.TestCase):
    def test_1(self): self.fail()
    def test_2(self): print('not reached')
r = unittest.TextTestRunner(io.StringIO(), failfast=True).run(unittest.defaultTestLoader.loadTestsFromTestCase(Fast)); print(r.testsRun, r.shouldStop)
class Buf(unittest.TestCase):
    def test_out(self): print('captured'); self.fail('x')
r = unittest.TextTestRunner(io.StringIO(), buffer=True).run(Buf('test_out')); print(r.failures[0][1].splitlines()[-2:])
