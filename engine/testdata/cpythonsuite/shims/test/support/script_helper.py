"""Other interpreters: there are none here."""

import unittest


def assert_python_ok(*args, **env):
    raise unittest.SkipTest("starts another interpreter")


assert_python_failure = assert_python_ok
