"""How values are shown in messages, and comparisons of collections."""
from collections import Counter, namedtuple

_LONGEST = 80      # of a representation in a message
_BEGIN = _END = _COMMON = 5
_PLACEHOLDER = 12  # what "[123 chars]" may take
_DIFFERENCE = _LONGEST - (_BEGIN + _PLACEHOLDER + _COMMON + _PLACEHOLDER + _END)


def _shorten(s, head, tail):
    left_out = len(s) - head - tail
    if left_out > _PLACEHOLDER:
        return "%s[%d chars]%s" % (s[:head], left_out, s[len(s) - tail:])
    return s


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _common_shorten_repr(*args):
    """Representations that are cut where they agree rather than where they differ."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _LONGEST:
        return args
    prefix = _common_prefix(args)
    n = len(prefix)
    room = _LONGEST - (longest - n + _BEGIN + _PLACEHOLDER)
    if room > _COMMON:
        prefix = _shorten(prefix, _BEGIN, room)
        return tuple(prefix + s[n:] for s in args)
    prefix = _shorten(prefix, _BEGIN, _COMMON)
    return tuple(prefix + _shorten(s[n:], _DIFFERENCE, _END) for s in args)


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _LONGEST:
        return result
    return result[:_LONGEST] + " [truncated]..."


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def sorted_list_difference(expected, actual):
    """What is only in the first, and what is only in the second, of two sorted lists."""
    missing, unexpected, i, j = [], [], 0, 0
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
            i += 1
            while i < len(expected) and expected[i] == e:
                i += 1
        elif e > a:
            unexpected.append(a)
            j += 1
            while j < len(actual) and actual[j] == a:
                j += 1
        else:
            i += 1
            while i < len(expected) and expected[i] == e:
                i += 1
            j += 1
            while j < len(actual) and actual[j] == a:
                j += 1
    return missing + expected[i:], unexpected + actual[j:]


def unorderable_list_difference(expected, actual):
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    return (x > y) - (x < y)


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_all_purpose(actual, expected):
    """_Mismatch for every element whose counts differ, for elements that cannot be hashed."""
    s, t, result = list(actual), list(expected), []
    gone = object()
    for i, elem in enumerate(s):
        if elem is gone:
            continue
        counts = [0, 0]
        for side, items, start in ((0, s, i), (1, t, 0)):
            for j in range(start, len(items)):
                if items[j] == elem:
                    counts[side] += 1
                    items[j] = gone
        if counts[0] != counts[1]:
            result.append(_Mismatch(counts[0], counts[1], elem))
    for i, elem in enumerate(t):
        if elem is gone:
            continue
        count = 0
        for j in range(i, len(t)):
            if t[j] == elem:
                count += 1
                t[j] = gone
        result.append(_Mismatch(0, count, elem))
    return result


def _count_diff_hashable(actual, expected):
    s, t = Counter(actual), Counter(expected)
    result = [_Mismatch(n, t.get(elem, 0), elem) for elem, n in s.items() if n != t.get(elem, 0)]
    result += [_Mismatch(0, n, elem) for elem, n in t.items() if elem not in s]
    return result
