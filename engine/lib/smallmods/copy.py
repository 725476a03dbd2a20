class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, property,
           type(Ellipsis), type(NotImplemented), type(len), type(lambda: None)}


def _rebuild(x, reduced, deep, memo):
    """An object made as its __reduce_ex__ says."""
    func, args, *rest = reduced
    state, items, pairs = (rest + [None] * 3)[:3]
    if deep:
        args = tuple([deepcopy(a, memo) for a in args])
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            for name, value in (slots or {}).items():
                setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _bare(x):
    """A copy of an instance of a subclass of a container, without attributes."""
    cls = type(x)
    for base in (list, dict, set, bytearray, tuple, frozenset, str, bytes, int, float):
        if isinstance(x, base):
            return base, base.__new__(cls, x) if base not in (list, dict, set, bytearray) else base.__new__(cls)
    return None, None


def _copy_instance(x, deep, memo):
    cls = type(x)
    base, y = _bare(x)
    if base is None:
        if isinstance(x, BaseException):
            y = cls.__new__(cls, *x.args)
            y.args = deepcopy(x.args, memo) if deep else x.args
        else:
            return _rebuild(x, x.__reduce_ex__(4), deep, memo)
    if deep:
        memo[id(x)] = y
    if base in (list, bytearray):
        base.extend(y, [deepcopy(v, memo) for v in x] if deep else x)
    elif base is set:
        set.update(y, [deepcopy(v, memo) for v in x] if deep else x)
    elif base is dict:
        for k, v in dict.items(x):
            dict.__setitem__(y, deepcopy(k, memo) if deep else k, deepcopy(v, memo) if deep else v)
    if hasattr(x, "__dict__"):
        state = x.__dict__
        y.__dict__.update(deepcopy(state, memo) if deep else state)
    return y


def copy(x):
    cls = type(x)
    if cls in _atomic:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    if cls.__reduce_ex__ is not object.__reduce_ex__ or cls.__reduce__ is not object.__reduce__:
        reduced = x.__reduce_ex__(4) if cls.__reduce_ex__ is not object.__reduce_ex__ else x.__reduce__()
        return x if isinstance(reduced, str) else _rebuild(x, reduced, False, None)
    return _copy_instance(x, False, None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if cls is list:
        y = []
        memo[key] = y
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        parts = [deepcopy(v, memo) for v in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(parts, x)) else tuple(parts)
    elif cls is set:
        y = {deepcopy(v, memo) for v in x}
    elif cls is frozenset:
        y = frozenset([deepcopy(v, memo) for v in x])
    elif cls is bytearray:
        y = bytearray(x)
    elif cls in _atomic or issubclass(cls, type):
        return x
    elif type(x).__name__ == "method":
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        copier = getattr(cls, "__deepcopy__", None)
        if copier is not None:
            y = copier(x, memo)
        elif cls.__reduce_ex__ is not object.__reduce_ex__ or cls.__reduce__ is not object.__reduce__:
            reduced = x.__reduce_ex__(4) if cls.__reduce_ex__ is not object.__reduce_ex__ else x.__reduce__()
            y = x if isinstance(reduced, str) else _rebuild(x, reduced, True, memo)
        else:
            y = _copy_instance(x, True, memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y
