import unittest

class T(unittest.TestCase):
    maxDiff = None
    def runTest(self): pass

t = T()
def show(f, *a, **k):
    try: f(*a, **k)
    except AssertionError as e: print(f.__name__, '->', e)
    else: print(f.__name__, 'ok')

show(t.assertEqual, 1, 2); show(t.assertEqual, 'abc', 'abd'); show(t.assertEqual, 'a\nb\n', 'a\nc\n'); show(t.assertEqual, [1, 2, 3], [1, 3])
show(t.assertEqual, (1,), (1, 2)); show(t.assertEqual, {'a': 1}, {'a': 2, 'b': 3}); show(t.assertEqual, {1, 2}, {2, 3}); show(t.assertEqual, [1], (1,))
show(t.assertEqual, 'x' * 100 + 'a', 'x' * 100 + 'b'); show(t.assertEqual, list(range(50)), list(range(49)), 'message')
show(t.assertNotEqual, 1, 1); show(t.assertTrue, []); show(t.assertFalse, [1], 'note'); show(t.assertIs, 1, 2); show(t.assertIsNot, t, t and None); show(t.assertIsNone, 3); show(t.assertIsNotNone, None)
show(t.assertIn, 1, [2]); show(t.assertNotIn, 1, [1]); show(t.assertIsInstance, 1, str); show(t.assertNotIsInstance, 1, int)
show(t.assertAlmostEqual, 1.0, 1.1); show(t.assertAlmostEqual, 1, 1.00000001); show(t.assertAlmostEqual, 1, 2, delta=0.5); show(t.assertNotAlmostEqual, 1.0, 1.00000001); show(t.assertAlmostEqual, 1, 1.01, places=1)
show(t.assertGreater, 1, 2); show(t.assertGreaterEqual, 1, 2); show(t.assertLess, 2, 1); show(t.assertLessEqual, 2, 1)
show(t.assertRegex, 'abc', 'x+'); show(t.assertNotRegex, 'abc', 'b'); show(t.assertCountEqual, [1, 1, 2], [2, 2, 1]); show(t.assertCountEqual, [[1], [2]], [[2], [3]]); show(t.assertCountEqual, 'ab', 'ba')
show(t.assertRaises, ValueError, int, '3'); show(t.assertRaisesRegex, ValueError, 'foo', int, 'x'); show(t.assertRaises, (KeyError, IndexError), lambda: None)
show(t.assertSequenceEqual, [1], (2,)); show(t.assertDictEqual, {}, []); show(t.fail, 'failed'); show(t.assertMultiLineEqual, 'one', 'two'); show(t.assertSetEqual, frozenset('a'), frozenset('b'))
with t.assertRaises(KeyError) as cm: {}['k']
print(repr(cm.exception), cm.expected)
try:
    with t.assertRaises(KeyError, msg='extra'): pass
except AssertionError as e: print(e)
try: t.assertRaises(3)
except TypeError as e: print(e)
T.longMessage = False
show(t.assertEqual, 1, 2, 'only this'); T.longMessage = True; T.maxDiff = 10
show(t.assertEqual, [1, 2, 3] * 5, [3, 2, 1] * 5)
