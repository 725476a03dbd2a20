"""Objects that live in a process of their own, and proxies by which other processes use them.

A server process keeps the objects. Whoever has a proxy can talk to it: it sends one end of a new pipe through
the server's door, a pipe that any process can write to, and the server gives each such connection a thread. So a lock
that a thread of some process takes through a proxy is held by that thread's own helper in the server.
"""

import os
import queue
import threading
import traceback
import types

import _processes
from multiprocessing import connection, get_context, pool, process, util, reduction

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]


def rebuild_as_list(obj):
    return list, (list(obj),)


for _view in ({}.items(), {}.keys(), {}.values()):
    reduction.register(type(_view), rebuild_as_list)


class Token:
    """The name of an object of a server."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


def convert_to_error(kind, result):
    if kind == "#ERROR":
        return result
    if kind in ("#TRACEBACK", "#UNSERIALIZABLE"):
        if kind == "#UNSERIALIZABLE":
            return RemoteError("Unserializable message: %s\n" % result)
        return RemoteError(result)
    return ValueError("Unrecognized message type {!r}".format(kind))


def all_methods(obj):
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != "_"]


# The server.

class Server:
    def __init__(self, registry, door):
        self.registry, self.door = registry, door
        self.objects = {}
        self.stop = False

    def serve(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        self.door.send(("ready", os.getpid()))
        while not self.stop:
            handle = self.door.recv()
            if handle is None:
                break
            conn = connection.Connection(_processes.rebuild(handle))
            threading.Thread(target=self.client, args=(conn,), daemon=True).start()

    def client(self, conn):
        """Answer one connection until it is closed."""
        conn.send("#ACCEPTED")
        while True:
            try:
                what, args = conn.recv()
            except (EOFError, OSError):
                return
            try:
                answer = getattr(self, "do_" + what)(*args)
            except Exception:
                answer = ("#TRACEBACK", traceback.format_exc())
            try:
                conn.send(answer)
            except (EOFError, OSError):
                return
            except Exception as e:
                try:
                    conn.send(("#UNSERIALIZABLE", traceback.format_exc()))
                except OSError:
                    return

    def create(self, typeid, *args, **kwds):
        callable, exposed, method_to_typeid, proxytype = self.registry[typeid]
        if callable is None:
            if kwds or len(args) != 1:
                raise ValueError("Without callable, must have one non-keyword argument")
            obj = args[0]
        else:
            obj = callable(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        if method_to_typeid is not None:
            exposed = list(exposed) + list(method_to_typeid)
        ident = "%x" % id(obj)
        self.objects[ident] = (obj, set(exposed), method_to_typeid)
        return ident, tuple(exposed)

    def do_create(self, typeid, args, kwds):
        try:
            return "#RETURN", self.create(typeid, *args, **kwds)
        except Exception:
            return "#TRACEBACK", traceback.format_exc()

    def do_methods(self, ident):
        return "#RETURN", tuple(self.objects[ident][1])

    def do_count(self):
        return "#RETURN", len(self.objects)

    def do_info(self):
        lines = ["  %s: %s" % (ident, str(entry[0])[:75]) for ident, entry in sorted(self.objects.items())]
        return "#RETURN", "\n".join(lines)

    def do_shutdown(self):
        self.stop = True
        return "#RETURN", None

    def do_call(self, ident, name, args, kwds):
        obj, exposed, method_to_typeid = self.objects[ident]
        if name not in exposed:
            if name == "__str__":
                return "#RETURN", str(obj)
            if name == "__repr__":
                return "#RETURN", repr(obj)
            if name == "#GETVALUE":
                return "#RETURN", obj
            return "#TRACEBACK", "AttributeError: method %r of %r object is not in exposed=%r" % (name, type(obj), exposed)
        try:
            res = getattr(obj, name)(*args, **kwds)
        except Exception as e:
            return "#ERROR", e
        typeid = method_to_typeid and method_to_typeid.get(name)
        if typeid:
            rident, rexposed = self.create(typeid, res)
            return "#PROXY", (rexposed, typeid, rident)
        return "#RETURN", res


def _run_server(registry, door, initializer, initargs):
    Server(registry, door).serve(initializer, initargs)
    # Its threads may still wait for clients; they end with the process.
    util._flush_std_streams()


# The other side.

_connections = {}


def _connect(address):
    """This thread's connection to the server at that address."""
    key = (address, os.getpid(), threading.get_ident())
    conn = _connections.get(key)
    if conn is None:
        try:
            door = connection.Connection(_processes.rebuild(address), readable=False)
        except OSError:
            raise ConnectionRefusedError(111, "Connection refused") from None
        conn, theirs = connection.Pipe()
        try:
            door.send(theirs._end.handle)
            door.close()
            conn.recv()
        except (EOFError, OSError):
            raise ConnectionRefusedError(111, "Connection refused") from None
        theirs.close()
        _connections[key] = conn
    return conn


def _ask(address, what, *args):
    conn = _connect(address)
    conn.send((what, args))
    kind, result = conn.recv()
    if kind == "#RETURN":
        return result
    raise convert_to_error(kind, result)


class State:
    __slots__ = ["value"]
    INITIAL, STARTED, SHUTDOWN = 0, 1, 2


class BaseManager:
    """Starts a server, and makes objects in it."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if address is not None:
            raise NotImplementedError("multiprocessing.managers: servers with an address are not simulated; "
                                      "leave the address out and pass proxies to other processes")
        self._address = None
        self._state = State()
        self._state.value = State.INITIAL
        self._ctx = ctx or get_context()
        self._shutdown_timeout = shutdown_timeout

    def get_server(self):
        raise NotImplementedError("multiprocessing.managers: get_server() is not simulated; use start()")

    def connect(self):
        raise NotImplementedError("multiprocessing.managers: connect() to an address is not simulated; use start()")

    def start(self, initializer=None, initargs=()):
        if self._state.value != State.INITIAL:
            from multiprocessing import ProcessError
            if self._state.value == State.STARTED:
                raise ProcessError("Already started server")
            raise ProcessError("Manager has shut down")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        # The server's own end of the door; everybody else writes into the other one.
        a, b = _processes.Pipe(True, "door of " + type(self).__name__)
        mine, theirs = connection.Connection(a), connection.Connection(b)
        self._process = self._ctx.Process(target=_run_server, args=(self._registry, theirs, initializer, initargs))
        self._process.name = type(self).__name__ + "-" + ":".join(str(i) for i in self._process._identity)
        self._process.start()
        theirs.close()
        mine.recv()
        self._door = mine
        self._address = a.handle
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(self, BaseManager._end, args=(self,), exitpriority=0)

    @staticmethod
    def _end(self):
        if self._process.is_alive():
            try:
                self._door.send(None)
            except OSError:
                pass
            self._process.join(timeout=self._shutdown_timeout)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join(timeout=self._shutdown_timeout)
                if self._process.is_alive():
                    self._process.kill()
                    self._process.join()
        self._state.value = State.SHUTDOWN
        self._door.close()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, "server not yet started"
        ident, exposed = _ask(self._address, "create", typeid, args, kwds)
        return Token(typeid, self._address, ident), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _debug_info(self):
        return _ask(self._address, "info")

    def _number_of_objects(self):
        return _ask(self._address, "count")

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        assert self._state.value == State.STARTED
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Make a type known; managers get a method of that name."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def temp(self, /, *args, **kwds):
                token, exp = self._create(typeid, *args, **kwds)
                return proxytype(token, manager=self, exposed=exp)
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class BaseProxy:
    """Stands for an object of a server."""

    def __init__(self, token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True,
                 manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object, and answer a copy of the result."""
        conn = _connect(self._token.address)
        conn.send(("call", (self._id, methodname, args, kwds)))
        kind, result = conn.recv()
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            exposed, typeid, ident = result
            proxytype = _proxy_types.get(typeid) or (self._manager and self._manager._registry[typeid][-1]) or AutoProxy
            return proxytype(Token(typeid, self._token.address, ident), manager=self._manager, exposed=exposed)
        raise convert_to_error(kind, result)

    def _getvalue(self):
        """A copy of the object itself."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        if hasattr(self, "_isauto"):
            return RebuildProxy, (AutoProxy, self._token, self._exposed_)
        return RebuildProxy, (type(self), self._token, None)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(kind, token, exposed):
    return kind(token, exposed=exposed)


def _method(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    call.__name__ = name
    return call


def MakeProxyType(name, exposed, _cache={}):
    """A class of proxies with those methods."""
    exposed = tuple(exposed)
    try:
        return _cache[(name, exposed)]
    except KeyError:
        pass
    body = {meth: _method(meth) for meth in exposed}
    body["_exposed_"] = exposed
    made = _cache[(name, exposed)] = type(name, (BaseProxy,), body)
    return made


def AutoProxy(token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the public methods of the object."""
    if exposed is None:
        exposed = _ask(token.address, "methods", token.id)
    proxy = MakeProxyType("AutoProxy[%s]" % token.typeid, exposed)(token, manager=manager)
    proxy._isauto = True
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted("%s=%r" % item for item in self.__dict__.items() if not item[0].startswith("_"))
        return "%s(%s)" % (self.__class__.__name__, ", ".join(items))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


class IteratorProxy(BaseProxy):
    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)

    send, throw, close = _method("send"), _method("throw"), _method("close")


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

    release = _method("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        import time
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        left = None
        while not result:
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = ("is_set", "set", "clear", "wait")
    is_set, set, clear = _method("is_set"), _method("set"), _method("clear")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))


def _attribute(name):
    return property(lambda self: self._callmethod("__getattribute__", (name,)))


class BarrierProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "wait", "abort", "reset")
    abort, reset = _method("abort"), _method("reset")
    parties, n_waiting, broken = _attribute("parties"), _attribute("n_waiting"), _attribute("broken")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, "_callmethod")("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return object.__getattribute__(self, "_callmethod")("__delattr__", (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")
    get = _method("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(types.GenericAlias)


BaseListProxy = MakeProxyType("BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__",
    "__setitem__", "append", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "__imul__"))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


DictProxy = MakeProxyType("DictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear", "copy", "get",
    "items", "keys", "pop", "popitem", "setdefault", "update", "values"))
DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}

ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))

BasePoolProxy = MakeProxyType("PoolProxy", (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async",
    "terminate"))
BasePoolProxy._method_to_typeid_ = {
    "apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult", "imap": "Iterator",
    "imap_unordered": "Iterator"}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


for _kind in (BaseListProxy, DictProxy, ArrayProxy, BasePoolProxy):
    _kind.__module__ = __name__
    globals().setdefault(_kind.__name__, _kind)
_proxy_types = {"Iterator": IteratorProxy}


class SyncManager(BaseManager):
    """A manager of the usual containers and locks."""


for _typeid, _callable, _proxy in (
        ("Queue", queue.Queue, None), ("JoinableQueue", queue.Queue, None), ("Event", threading.Event, EventProxy),
        ("Lock", threading.Lock, AcquirerProxy), ("RLock", threading.RLock, AcquirerProxy),
        ("Semaphore", threading.Semaphore, AcquirerProxy), ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
        ("Condition", threading.Condition, ConditionProxy), ("Barrier", threading.Barrier, BarrierProxy),
        ("Pool", pool.Pool, PoolProxy), ("list", list, ListProxy), ("dict", dict, DictProxy),
        ("Value", Value, ValueProxy), ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
    SyncManager.register(_typeid, _callable, _proxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)


class SharedMemoryManager(BaseManager):
    """A manager whose end gives back the shared memory that was made with it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._segments = []

    def __del__(self):
        pass

    def SharedMemory(self, size):
        from multiprocessing import shared_memory
        shm = shared_memory.SharedMemory(None, create=True, size=size)
        self._segments.append(shm)
        return shm

    def ShareableList(self, sequence):
        from multiprocessing import shared_memory
        sl = shared_memory.ShareableList(sequence)
        self._segments.append(sl.shm)
        return sl

    def __exit__(self, exc_type, exc_val, exc_tb):
        for shm in self._segments:
            try:
                shm.unlink()
            except FileNotFoundError:
                pass
        super().__exit__(exc_type, exc_val, exc_tb)
