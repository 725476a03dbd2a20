import unittest

class TestNumbers(unittest.TestCase):
    def test_add(self):
        """Addition works."""
        self.assertEqual(1 + 1, 2)

    @unittest.skipIf(True, 'not now')
    def test_skipped(self):
        pass

    def test_wrong(self):
        with self.assertRaisesRegex(ValueError, r'base \d+'):
            int('x')
        self.assertDictEqual({'a': [1, 2]}, {'a': [1, 3]}, 'dicts')

class Result(unittest.TextTestResult):
    def startTestRun(self): print('begin')
    def stopTestRun(self): print('end', self.testsRun)

class Runner(unittest.TextTestRunner):
    resultclass = Result
    def run(self, test):
        result = super().run(test)
        print(result.failures[0][1])
        return result

if __name__ == '__main__':
    import io
    program = unittest.main(argv=['prog', '-v'], testRunner=Runner(stream=io.StringIO(), verbosity=2), exit=False)
    print(program.result, program.verbosity, program.testNames)
    program = unittest.main(argv=['prog', 'TestNumbers.test_add'], testRunner=Runner.__base__(stream=io.StringIO()), exit=False)
    print(program.result.testsRun, program.result.wasSuccessful())
    try: unittest.main(argv=['prog', 'TestNumbers.test_wrong', '-q'], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
    except SystemExit as e: print('exit', e.code)
