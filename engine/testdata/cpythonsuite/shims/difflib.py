"""As much as a failed assertion shows."""


def ndiff(a, b):
    return ["- " + x for x in a] + ["+ " + x for x in b]


def unified_diff(a, b, *args, **kwargs):
    return ndiff(a, b)
