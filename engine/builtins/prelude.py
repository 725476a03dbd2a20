async def anext_default(awaitable, default):
    """anext(it, default)."""
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def dict_fromkeys(cls, keys, value):
    """dict.fromkeys of a subclass."""
    d = cls()
    if type(d) is dict:
        for k in keys:
            dict.__setitem__(d, k, value)
    else:
        for k in keys:
            d[k] = value
    return d


def _group_part(group, members):
    """A group like this one with these members, None without any."""
    if not members:
        return None
    part = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if notes is not None:
        part.__notes__ = list(notes)
    return part


def group_split(self, matcher):
    """BaseExceptionGroup.split, the general form."""
    if isinstance(matcher, type) and issubclass(matcher, BaseException) or isinstance(matcher, tuple):
        def test(exc):
            return isinstance(exc, matcher)
    elif callable(matcher):
        test = matcher
    else:
        raise TypeError("expected a function, exception type or tuple of exception types")

    def split(exc):
        if test(exc):
            return exc, None
        if not isinstance(exc, BaseExceptionGroup):
            return None, exc
        matching, rest = [], []
        for member in exc.exceptions:
            m, r = split(member)
            if m is not None:
                matching.append(m)
            if r is not None:
                rest.append(r)
        return _group_part(exc, matching), _group_part(exc, rest)
    return split(self)


def group_subgroup(self, matcher):
    """BaseExceptionGroup.subgroup, the general form."""
    if isinstance(matcher, type) and issubclass(matcher, BaseException) or isinstance(matcher, tuple):
        def test(exc):
            return isinstance(exc, matcher)
    elif callable(matcher):
        test = matcher
    else:
        raise TypeError("expected a function, exception type or tuple of exception types")

    def pick(exc):
        if test(exc):
            return exc
        if not isinstance(exc, BaseExceptionGroup):
            return None
        return _group_part(exc, [m for m in map(pick, exc.exceptions) if m is not None])
    return pick(self)
