# unittest: what a run writes to stderr for each outcome, subtests, expected failures, fixtures that fail.
import unittest


def setUpModule():
    print("module up")


def tearDownModule():
    print("module down")


class Outcomes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def tearDown(self):
        print("down", self._testMethodName)

    def test_pass(self):
        """A first line.

        Not this one."""

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 5, 3], "with a message")

    def test_error(self):
        {}["missing"]

    @unittest.skip("not now")
    def test_skip(self):
        pass

    def test_skip_inside(self):
        self.skipTest("changed my mind")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_subtests(self):
        for i in range(3):
            with self.subTest("odd", i=i):
                self.assertEqual(i % 2, 0)

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "^inv.*10") as cm:
            int("x")
        print(cm.exception)


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no set up")

    def test_never(self):
        print("never")


class Strict(unittest.TestCase):
    def test_texts(self):
        self.assertMultiLineEqual("a\nb\n", "a\nc\n")

    def test_sets(self):
        self.assertCountEqual([1, 1, 2], [1, 2, 2])

    def test_dict(self):
        self.assertDictEqual({"a": 1}, {"a": 2})

    def test_almost(self):
        self.assertAlmostEqual(1.0, 1.001, places=2)
        self.assertAlmostEqual(1.0, 1.1, delta=0.05)


class Timeless(unittest.TextTestRunner):
    def run(self, test):
        return super().run(test)


import re, sys, io

buffer = io.StringIO()
result = unittest.TextTestRunner(buffer, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))
text = re.sub(r"in \d+\.\d+s", "in TIMEs", buffer.getvalue())
text = re.sub(r'File "[^"]*"', 'File "FILE"', text)
text = re.sub(r"line \d+", "line N", text)
print(text)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())
