"""Files in tests."""

import os

TESTFN = "@test_tmp"


def unlink(name):
    try:
        os.unlink(name)
    except (FileNotFoundError, NotADirectoryError):
        pass
