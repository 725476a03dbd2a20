"""The assert methods of test cases."""
import collections
import warnings

from .contexts import _AssertRaisesContext, _AssertWarnsContext, _AssertLogsContext
from .util import (strclass, safe_repr, _count_diff_all_purpose, _count_diff_hashable, _common_shorten_repr)

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _diff(a, b, joiner="\n"):
    import difflib
    return "\n" + joiner.join(difflib.ndiff(a, b))


def _pretty_diff(a, b):
    import pprint
    return _diff(pprint.pformat(a).splitlines(), pprint.pformat(b).splitlines())


class Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16  # strings that are longer are not compared line by line

    def _formatMessage(self, msg, standardMsg):
        """The message of a failure: the standard one, then the one that was given."""
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standardMsg), safe_repr(msg))

    def _truncateMessage(self, message, diff):
        limit = self.maxDiff
        if limit is None or len(diff) <= limit:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    def fail(self, msg=None):
        """Fail immediately, with the given message."""
        raise self.failureException(msg)

    def _unless(self, ok, msg, standardMsg, *values):
        if not ok:
            raise self.failureException(self._formatMessage(msg, standardMsg % tuple(safe_repr(v) for v in values)))

    def assertFalse(self, expr, msg=None):
        """Check that the expression is false."""
        if expr:
            self._unless(False, msg, "%s is not false", expr)

    def assertTrue(self, expr, msg=None):
        """Check that the expression is true."""
        if not expr:
            self._unless(False, msg, "%s is not true", expr)

    # --- what must be raised, warned of, logged

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless an exception of class expected_exception is raised by the callable."""
        context = _AssertRaisesContext(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            context = None

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail unless a warning of class warnClass is triggered by the callable."""
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Asserts that the message in a raised exception matches a regex."""
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Asserts that the message in a triggered warning matches a regexp."""
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fail unless a log message of level *level* or higher is emitted on *logger*."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Fail if a log message of level *level* or higher is emitted on *logger*."""
        return _AssertLogsContext(self, logger, level, no_logs=True)

    # --- equality

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            special = self._type_equality_funcs.get(type(first))
            if special is not None:
                return getattr(self, special) if isinstance(special, str) else special
        return self._baseAssertEqual

    def addTypeEqualityFunc(self, typeobj, function):
        """Add a type specific assertEqual style function to compare a type."""
        self._type_equality_funcs[typeobj] = function

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, "%s != %s" % _common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        """Fail if the two objects are unequal as determined by the '==' operator."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """Fail if the two objects are equal as determined by the '!=' operator."""
        self._unless(first != second, msg, "%s == %s", first, second)

    def _tolerance(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        return abs(first - second)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are unequal as determined by their difference rounded to the given places."""
        if first == second:
            return
        diff = self._tolerance(first, second, places, delta)
        if delta is not None:
            if diff <= delta:
                return
            text = "%s != %s within %s delta (%s difference)" % (
                safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(diff))
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            text = "%s != %s within %r places (%s difference)" % (
                safe_repr(first), safe_repr(second), places, safe_repr(diff))
        raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are equal as determined by their difference rounded to the given places."""
        diff = self._tolerance(first, second, places, delta)
        if delta is not None:
            if not first == second and diff > delta:
                return
            text = "%s == %s within %s delta (%s difference)" % (
                safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(diff))
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            text = "%s == %s within %r places" % (safe_repr(first), safe_repr(second), places)
        raise self.failureException(self._formatMessage(msg, text))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """An equality assertion for ordered sequences (like lists and tuples)."""
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, name, safe_repr(seq)))
        else:
            name = "sequence"
        text, sizes = None, []
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                sizes.append(len(seq))
            except (TypeError, NotImplementedError):
                if text is None:
                    text = "%s %s has no length.    Non-sequence?" % (which, name)
        if text is None:
            if seq1 == seq2:
                return
            text = "%ss differ: %s != %s\n" % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
            len1, len2 = sizes
            for i in range(min(len1, len2)):
                items = []
                for which, seq in (("first", seq1), ("second", seq2)):
                    try:
                        items.append(seq[i])
                    except (TypeError, IndexError, NotImplementedError):
                        text += "\nUnable to index element %d of %s %s\n" % (i, which, name)
                        break
                if len(items) < 2:
                    break
                if items[0] != items[1]:
                    text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _common_shorten_repr(*items))
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return  # the types differ, the elements do not
            longer = ("First", seq1, len1, len2) if len1 > len2 else ("Second", seq2, len2, len1)
            if len1 != len2:
                which, seq, more, less = longer
                text += "\n%s %s contains %d additional elements.\n" % (which, name, more - less)
                try:
                    text += "First extra element %d:\n%s\n" % (less, safe_repr(seq[less]))
                except (TypeError, IndexError, NotImplementedError):
                    text += "Unable to index element %d of %s %s\n" % (less, which.lower(), name)
        self.fail(self._formatMessage(msg, self._truncateMessage(text, _pretty_diff(seq1, seq2))))

    def assertListEqual(self, list1, list2, msg=None):
        """A list-specific equality assertion."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """A tuple-specific equality assertion."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """A set-specific equality assertion."""
        sides = []
        for which, a, b in (("first", set1, set2), ("second", set2, set1)):
            try:
                sides.append(a.difference(b))
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
        if not (sides[0] or sides[1]):
            return
        lines = []
        if sides[0]:
            lines.append("Items in the first set but not the second:")
            lines += [repr(item) for item in sides[0]]
        if sides[1]:
            lines.append("Items in the second set but not the first:")
            lines += [repr(item) for item in sides[1]]
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % _common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(text, _pretty_diff(d1, d2))))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Checks whether dictionary is a superset of subset."""
        warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
        missing = [k for k in subset if k not in dictionary]
        wrong = ["%s, expected: %s, actual: %s" % (safe_repr(k), safe_repr(v), safe_repr(dictionary[k]))
                 for k, v in subset.items() if k in dictionary and v != dictionary[k]]
        if not (missing or wrong):
            return
        text = ""
        if missing:
            text = "Missing: %s" % ",".join(safe_repr(m) for m in missing)
        if wrong:
            text += ("; " if text else "") + "Mismatched values: %s" % ",".join(wrong)
        self.fail(self._formatMessage(msg, text))

    def assertCountEqual(self, first, second, msg=None):
        """Asserts that two iterables have the same elements, the same number of times, without regard to order."""
        a, b = list(first), list(second)
        try:
            a, b = collections.Counter(a), collections.Counter(b)
        except TypeError:
            differences = _count_diff_all_purpose(a, b)
        else:
            if a == b:
                return
            differences = _count_diff_hashable(list(first), list(second))
        if differences:
            lines = ["First has %d, Second has %d:  %r" % d for d in differences]
            text = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
            self.fail(self._formatMessage(msg, text))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Assert that two multi-line strings are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        a, b = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(a) == 1 and first.strip("\r\n") == first:
            a, b = [first + "\n"], [second + "\n"]
        text = "%s != %s" % _common_shorten_repr(first, second)
        self.fail(self._formatMessage(msg, self._truncateMessage(text, _diff(a, b, ""))))

    # --- relations

    def assertIn(self, member, container, msg=None):
        """Just like self.assertTrue(a in b), but with a nicer default message."""
        self._unless(member in container, msg, "%s not found in %s", member, container)

    def assertNotIn(self, member, container, msg=None):
        """Just like self.assertTrue(a not in b), but with a nicer default message."""
        self._unless(member not in container, msg, "%s unexpectedly found in %s", member, container)

    def assertIs(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is b), but with a nicer default message."""
        self._unless(expr1 is expr2, msg, "%s is not %s", expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is not b), but with a nicer default message."""
        self._unless(expr1 is not expr2, msg, "unexpectedly identical: %s", expr1)

    def assertLess(self, a, b, msg=None):
        """Just like self.assertTrue(a < b), but with a nicer default message."""
        self._unless(a < b, msg, "%s not less than %s", a, b)

    def assertLessEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a <= b), but with a nicer default message."""
        self._unless(a <= b, msg, "%s not less than or equal to %s", a, b)

    def assertGreater(self, a, b, msg=None):
        """Just like self.assertTrue(a > b), but with a nicer default message."""
        self._unless(a > b, msg, "%s not greater than %s", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a >= b), but with a nicer default message."""
        self._unless(a >= b, msg, "%s not greater than or equal to %s", a, b)

    def assertIsNone(self, obj, msg=None):
        """Same as self.assertTrue(obj is None), with a nicer default message."""
        self._unless(obj is None, msg, "%s is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        """Included for symmetry with assertIsNone."""
        self._unless(obj is not None, msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        """Same as self.assertTrue(isinstance(obj, cls)), with a nicer default message."""
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is not an instance of %r" % (safe_repr(obj), cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Included for symmetry with assertIsInstance."""
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is an instance of %r" % (safe_repr(obj), cls)))

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail the test unless the text matches the regular expression."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            raise self.failureException(self._formatMessage(
                msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail the test if the text matches the regular expression."""
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            raise self.failureException(self._formatMessage(msg, "Regex matched: %r matches %r in %r" % (
                text[match.start():match.end()], unexpected_regex.pattern, text)))

    def _deprecated(name):
        def method(self, *args, **kwargs):
            warnings.warn("Please use {0} instead.".format(name), DeprecationWarning, 2)
            return getattr(self, name)(*args, **kwargs)
        return method

    failUnlessEqual = assertEquals = _deprecated("assertEqual")
    failIfEqual = assertNotEquals = _deprecated("assertNotEqual")
    failUnlessAlmostEqual = assertAlmostEquals = _deprecated("assertAlmostEqual")
    failIfAlmostEqual = assertNotAlmostEquals = _deprecated("assertNotAlmostEqual")
    failUnless = assert_ = _deprecated("assertTrue")
    failUnlessRaises = _deprecated("assertRaises")
    failIf = _deprecated("assertFalse")
    assertRaisesRegexp = _deprecated("assertRaisesRegex")
    assertRegexpMatches = _deprecated("assertRegex")
    assertNotRegexpMatches = _deprecated("assertNotRegex")
    del _deprecated
