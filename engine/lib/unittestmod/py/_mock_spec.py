"""create_autospec: mocks with the attributes and signatures of something else; mock_open; seal."""
__name__ = "unittest.mock"
import inspect
from types import FunctionType, MethodType, BuiltinFunctionType

from ._mock_calls import DEFAULT, call, _missing
from ._mock_objects import (NonCallableMock, NonCallableMagicMock, MagicMock, AsyncMock, Mock, InvalidSpecError,
                            PropertyMock, _SpecState, _check_sig, _is_instance_mock, _is_list, _is_async_func,
                            _is_async_obj, _is_magic, _get_signature_object, _callable, _extract_mock)

FunctionTypes = (FunctionType, MethodType)


def _spec_is_mock(spec):
    return _is_instance_mock(spec)


def _must_skip(spec, entry, is_type):
    """Whether the first parameter of that attribute is taken by the object it belongs to."""
    if not isinstance(spec, type):
        if entry in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for klass in spec.__mro__:
        result = klass.__dict__.get(entry, DEFAULT)
        if result is DEFAULT:
            continue
        if isinstance(result, (staticmethod, classmethod)):
            return False
        if isinstance(result, FunctionTypes):
            return is_type
        return False
    return is_type


def _instance_callable(obj):
    if not isinstance(obj, type):
        return getattr(obj, "__call__", None) is not None
    return any(base.__dict__.get("__call__") is not None for base in obj.__mro__)


def _copy_attributes(funcopy, func):
    for name in ("__name__", "__doc__", "__module__", "__qualname__", "__text_signature__", "__defaults__",
                 "__kwdefaults__"):
        try:
            setattr(funcopy, name, getattr(func, name))
        except (AttributeError, TypeError):
            pass


def _set_signature(mock, original, instance=False):
    """A function with the signature of the original that calls the mock, and has the mock's methods."""
    skipfirst = isinstance(original, type)
    found = _get_signature_object(original, instance, skipfirst)
    if found is None:
        return mock
    func, sig = found

    def funcopy(*args, **kwargs):
        sig.bind(*args, **kwargs)
        return mock(*args, **kwargs)
    for name in ("__name__", "__doc__", "__module__", "__qualname__"):
        try:
            setattr(funcopy, name, getattr(original, name))
        except (AttributeError, TypeError):
            pass
    funcopy.__signature__ = sig
    _setup_func(funcopy, mock, sig)
    return funcopy


def _set_async_signature(mock, original, instance=False, is_async_mock=False):
    skipfirst = isinstance(original, type)
    func, sig = _get_signature_object(original, instance, skipfirst)

    async def funcopy(*args, **kwargs):
        sig.bind(*args, **kwargs)
        return await mock(*args, **kwargs)
    for name in ("__name__", "__doc__", "__module__", "__qualname__"):
        try:
            setattr(funcopy, name, getattr(original, name))
        except (AttributeError, TypeError):
            pass
    funcopy.__signature__ = sig
    _setup_async_mock(funcopy, mock, sig)
    return funcopy


def _setup_func(funcopy, mock, sig):
    funcopy.mock = mock
    funcopy.called = False
    funcopy.call_count = 0
    funcopy.call_args = None
    funcopy.call_args_list = type(mock.call_args_list)()
    funcopy.method_calls = type(mock.call_args_list)()
    funcopy.mock_calls = type(mock.call_args_list)()
    funcopy.return_value = mock.return_value
    funcopy.side_effect = mock.side_effect
    funcopy._mock_children = mock._mock_children
    for name in ("assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call",
                 "assert_called", "assert_not_called", "assert_called_once"):
        setattr(funcopy, name, _through(mock, name))

    def reset_mock():
        funcopy.method_calls = type(mock.call_args_list)()
        funcopy.mock_calls = type(mock.call_args_list)()
        mock.reset_mock()
        ret = funcopy.return_value
        if _is_instance_mock(ret) and ret is not mock:
            ret.reset_mock()
    funcopy.reset_mock = reset_mock
    funcopy.__signature__ = sig
    mock._mock_delegate = funcopy


def _through(mock, name):
    return lambda *args, **kwargs: getattr(mock, name)(*args, **kwargs)


def _setup_async_mock(funcopy, mock, sig):
    _setup_func(funcopy, mock, sig)
    funcopy.await_count = 0
    funcopy.await_args = None
    funcopy.await_args_list = type(mock.call_args_list)()
    for name in ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with",
                 "assert_any_await", "assert_has_awaits", "assert_not_awaited"):
        setattr(funcopy, name, _through(mock, name))


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """Create a mock object using another object as a spec: its attributes are specced the same way, and functions
    are only called with arguments that fit."""
    if _is_list(spec):
        spec = type(spec)  # a list of names is no object to be specced
    is_type = isinstance(spec, type)
    if _spec_is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_async = _is_async_func(spec)
    settings = {"spec": spec}
    if spec_set:
        settings = {"spec_set": spec}
    elif spec is None:
        settings = {}
    if settings and instance and not is_type:
        settings["_spec_as_instance"] = True
    if not unsafe:
        for bad in ("auto_spec", "set_spec"):
            if bad in kwargs:
                raise RuntimeError(f"{bad!r} might be a typo; use unsafe=True if this is intended")
    settings.update(kwargs)
    Klass = MagicMock
    if inspect.isdatadescriptor(spec):
        settings = {}  # only the value that it answers could be specced
    elif is_type and instance and not _instance_callable(spec):
        Klass = NonCallableMagicMock
    elif not _callable(spec):
        Klass = NonCallableMagicMock
    elif is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        Klass = AsyncMock
    name = settings.pop("name", _name)
    mock = Klass(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name, **settings)
    if isinstance(spec, FunctionTypes):
        mock = _set_async_signature(mock, spec) if is_async else _set_signature(mock, spec)
    else:
        _check_sig(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for entry in dir(spec):
        if _is_magic(entry):
            continue  # MagicMock knows which of them are there
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        settings = {"spec_set": original} if spec_set else {"spec": original}
        if not isinstance(original, FunctionTypes):
            new = _SpecState(original, spec_set, mock, entry)
            mock._mock_children[entry] = new
        else:
            parent = mock.mock if isinstance(spec, FunctionTypes) else mock
            skipfirst = _must_skip(spec, entry, is_type)
            settings["_eat_self"] = skipfirst
            child = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            new = child(parent=parent, name=entry, _new_name=entry, _new_parent=parent, **settings)
            mock._mock_children[entry] = new
            _check_sig(original, new, skipfirst=skipfirst)
        if isinstance(new, FunctionTypes):
            setattr(mock, entry, new)
    return mock


def seal(mock):
    """Disable the automatic generation of child mocks."""
    mock._mock_sealed = True
    for attr in dir(mock):
        try:
            m = getattr(mock, attr)
        except AttributeError:
            continue
        if not isinstance(m, NonCallableMock) or isinstance(m._mock_children.get(attr), _SpecState):
            continue
        if m._mock_new_parent is mock:
            seal(m)


def mock_open(mock=None, read_data=""):
    """A mock to replace open: what it opens reads read_data, each handle from its beginning."""
    import io
    as_bytes = isinstance(read_data, bytes)

    def fresh():
        return io.BytesIO(read_data) if as_bytes else io.StringIO(read_data)

    stream = [fresh()]

    def reader(name):
        """What the handle's method of that name does, unless a return value is set."""
        def method(*args, **kwargs):
            chosen = getattr(handle, name).return_value
            return getattr(stream[0], name)(*args, **kwargs) if chosen is None else chosen
        return method

    def iterate():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        for line in stream[0]:
            yield line

    def following():
        if handle.readline.return_value is not None:
            return handle.readline.return_value
        return next(stream[0])

    def leave(exctype, excinst, exctb):
        handle.close()

    if mock is None:
        mock = MagicMock(name="open", spec=open)
    names = sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
    handle = MagicMock(spec=names)
    handle.__enter__.return_value = handle
    for name in ("write", "read", "readline", "readlines"):
        getattr(handle, name).return_value = None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = reader(name)
    handle.__iter__.side_effect = iterate
    handle.__next__.side_effect = following
    handle.__exit__.side_effect = leave

    def reset(*args, **kwargs):
        stream[0] = fresh()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
