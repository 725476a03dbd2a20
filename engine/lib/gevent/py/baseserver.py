"""What servers have in common: they accept, and have greenlets handle."""

from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.hub import get_hub

__all__ = ['BaseServer']


def _handle_and_close_when_done(handle, close, args):
    try:
        return handle(*args)
    finally:
        close(*args)


def _parse_address(address):
    if isinstance(address, tuple):
        if not address[0] or ':' in address[0]:
            return 2, ('', address[1]) if not address[0] else address
        return 2, address
    if isinstance(address, str) and ':' in address or isinstance(address, int):
        if isinstance(address, int):
            return 2, ('', address)
        host, port = address.rsplit(':', 1)
        return 2, ('' if host == '*' else host, int(port))
    if isinstance(address, str):
        if address.isdigit():
            return 2, ('', int(address))
    if not isinstance(address, str):
        raise TypeError('Expected tuple or string, got %s' % (type(address),))
    raise ValueError('Failed to parse address %r' % (address,))


class BaseServer:
    """A listening socket, a function, and how greenlets are made for it."""

    min_delay = 0.01
    max_delay = 1
    max_accept = 100
    stop_timeout = 1
    fatal_errors = (9, 22, 88)

    def __init__(self, listener, handle=None, spawn='default'):
        self._stop_event = Event()
        self._stop_event.set()
        self._watcher = None
        self._timer = None
        self._handle = None
        self.pool = None
        try:
            self.set_listener(listener)
            self.set_spawn(spawn)
            self.set_handle(handle)
            self.delay = self.min_delay
            self.loop = get_hub().loop
            if self.max_accept < 1:
                raise ValueError('max_accept must be positive int: %r' % (self.max_accept,))
        except:
            self.close()
            raise

    def set_listener(self, listener):
        if hasattr(listener, 'accept'):
            if hasattr(listener, 'do_handshake'):
                raise TypeError('Expected a regular socket, not SSLSocket: %r' % (listener,))
            self.family = listener.family
            self.address = listener.getsockname()
            self.socket = listener
        else:
            self.family, self.address = _parse_address(listener)

    def set_spawn(self, spawn):
        if spawn == 'default':
            self.pool = None
            self._spawn = Greenlet.spawn
        elif hasattr(spawn, 'spawn'):
            self.pool = spawn
            self._spawn = spawn.spawn
        elif isinstance(spawn, int):
            from gevent.pool import Pool
            self.pool = Pool(spawn)
            self._spawn = self.pool.spawn
        else:
            self.pool = None
            self._spawn = spawn
        if hasattr(self.pool, 'full'):
            self.full = self.pool.full
        if self.pool is not None:
            self.pool._semaphore.rawlink(self._start_accepting_if_started)

    def set_handle(self, handle):
        if handle is not None:
            self.handle = handle
        if hasattr(self, 'handle'):
            self._handle = self.handle
        else:
            raise TypeError("'handle' must be provided")

    def _start_accepting_if_started(self, _event=None):
        if self.started:
            self.start_accepting()

    def start_accepting(self):
        if self._watcher is None:
            self._watcher = self.loop.io(self.socket.fileno(), 1)
            self._watcher.start(self._do_read)

    def stop_accepting(self):
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.close()
            self._watcher = None
        if self._timer is not None:
            self._timer.stop()
            self._timer.close()
            self._timer = None

    def do_handle(self, *args):
        spawn = self._spawn
        handle = self._handle
        try:
            if spawn is None:
                _handle_and_close_when_done(handle, self.do_close, args)
            else:
                spawn(_handle_and_close_when_done, handle, self.do_close, args)
        except:
            self.do_close(*args)
            raise

    def do_close(self, *args):
        pass

    def do_read(self):
        raise NotImplementedError()

    def _do_read(self):
        for _ in range(self.max_accept):
            if self.full():
                self.stop_accepting()
                if self.pool is not None:
                    self.pool._semaphore.rawlink(self._start_accepting_if_started)
                return
            try:
                args = self.do_read()
                self.delay = self.min_delay
                if not args:
                    return
            except:
                import sys
                self.loop_error(*sys.exc_info())
                return
            try:
                self.do_handle(*args)
            except:
                import sys
                get_hub().handle_error((args[1:], self), *sys.exc_info())
                return

    def loop_error(self, kind, value, tb):
        hub = get_hub()
        if self.is_fatal_error(value):
            self.close()
            hub.handle_error(self, kind, value, tb)
            return
        if self.delay >= 0:
            self.stop_accepting()
            self._timer = self.loop.timer(self.delay)
            self._timer.start(self._start_accepting_if_started)
            self.delay = min(self.max_delay, self.delay * 2)

    def is_fatal_error(self, ex):
        return isinstance(ex, OSError) and ex.errno in self.fatal_errors

    def full(self):
        return False

    def __repr__(self):
        return '<%s at %s %s>' % (type(self).__name__, hex(id(self)), self._formatinfo())

    def _formatinfo(self):
        if hasattr(self, 'socket'):
            try:
                fileno = self.socket.fileno()
            except Exception as ex:
                fileno = str(ex)
            result = 'fileno=%s ' % fileno
        else:
            result = ''
        try:
            if isinstance(self.address, tuple) and len(self.address) == 2:
                result += 'address=%s:%s' % self.address
            else:
                result += 'address=%s' % (self.address,)
        except Exception as ex:
            result += str(ex) or '<error>'
        handle = self.__dict__.get('handle')
        if handle is not None:
            owner = getattr(handle, '__self__', None)
            if owner is self:
                text = '<%s.%s of self>' % (handle.__self__.__class__.__name__, handle.__name__)
            else:
                text = repr(handle)
            result += ' handle=' + text
        return result

    @property
    def server_host(self):
        if isinstance(self.address, tuple):
            return self.address[0]

    @property
    def server_port(self):
        if isinstance(self.address, tuple):
            return self.address[1]

    def init_socket(self):
        pass

    @property
    def started(self):
        return not self._stop_event.is_set()

    def start(self):
        self.init_socket()
        self._stop_event.clear()
        try:
            self.start_accepting()
        except:
            self.close()
            raise

    @property
    def closed(self):
        return not hasattr(self, 'socket')

    def close(self):
        self._stop_event.set()
        self.stop_accepting()
        sock = self.__dict__.pop('socket', None)
        if sock is not None:
            sock.close()
        self.__dict__.pop('handle', None)
        self.__dict__.pop('_handle', None)
        self.__dict__.pop('_spawn', None)
        self.__dict__.pop('full', None)
        if self.pool is not None:
            self.pool._semaphore.unlink(self._start_accepting_if_started)

    def stop(self, timeout=None):
        self.close()
        if timeout is None:
            timeout = self.stop_timeout
        if self.pool:
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()
