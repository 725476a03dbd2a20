"""Databases in files are not simulated; tests of pickles only want the name of a function."""


def whichdb(filename):
    raise NotImplementedError("dbm is not simulated")
