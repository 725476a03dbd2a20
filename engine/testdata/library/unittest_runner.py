import unittest, sys, io
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 2)
    def test_b(self): "Doc of b"; self.assertTrue(0, 'because')
    def test_c(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    @unittest.skip('no')
    def test_d(self): pass
    @unittest.expectedFailure
    def test_e(self): self.fail('x')
    @unittest.expectedFailure
    def test_f(self): pass
    def test_g(self): 1/0
    def test_h(self):
        with self.assertRaises(ValueError) as cm: int('x')
        self.assertIn('invalid', str(cm.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1)
    @classmethod
    def setUpClass(cls): print('suc')
    @classmethod
    def tearDownClass(cls): print('tdc')
    def setUp(self): self.addCleanup(print, 'cleanup', self._testMethodName)
class U(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('bad')
    def test_x(self): pass
for v in (1, 2):
    s = io.StringIO()
    r = unittest.TextTestRunner(stream=s, verbosity=v).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__']))
    t = s.getvalue().splitlines()
    print('\n'.join(l for l in t if not l.startswith('Ran')))
    print(r)
