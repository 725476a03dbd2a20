"""Imports in tests."""

import sys


def import_module(name, *args, **kwargs):
    __import__(name)
    return sys.modules[name]
