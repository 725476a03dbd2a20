"""Examples in docstrings.

>>> 1 + 1
2
"""
import doctest


def double(x):
    """Doubles.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> double(3)
    7
    >>> double(None)
    Traceback (most recent call last):
      ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for i in range(2):
    ...     print(double(i))
    0
    2
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(30))  # doctest: +ELLIPSIS
    [0, 1, ..., 29]
    >>> {"a":   1}  # doctest: +NORMALIZE_WHITESPACE
    {'a':
       1}
    >>> 1 / 0  # doctest: +SKIP
    >>> True
    1
    """
    return x * 2


class Stack:
    """
    >>> s = Stack()
    >>> s.push(3)
    >>> s.top
    3
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        """
        >>> Stack().push(1) is None
        True
        """
        self.items.append(x)

    @property
    def top(self):
        """The last one.

        >>> Stack().top
        Traceback (most recent call last):
        IndexError: list index out of range
        """
        return self.items[-1]


__test__ = {"extra": ">>> double(5)\n11\n"}

print(doctest.testmod(verbose=False))
example = doctest.DocTestParser().get_examples("  >>> x = 3\n  >>> x\n  3\n")[1]
print(repr(example.source), repr(example.want), example.lineno, example.indent)
print([t.name for t in doctest.DocTestFinder().find(Stack, "Stack")])
checker = doctest.OutputChecker()
print(checker.check_output("1\n", "1.0\n", 0), checker.check_output("a...z\n", "abcz\n", doctest.ELLIPSIS),
      checker.check_output("a  b\n", "a b\n", doctest.NORMALIZE_WHITESPACE))
