"""The event loop's class: what runs rarely. The core is in _asyncio."""

import sys
from _asyncio import (EventLoopCore, isfuture, _callback_text, _traceback_text, _error,
                      _unsupported, _setup, _describe, _is_main_thread, _get_set_loop)
from . import coroutines, events, futures, tasks

__all__ = ('BaseEventLoop', 'SelectorEventLoop', 'DefaultEventLoopPolicy')


def _run_until_complete_cb(future):
    if not future.cancelled():
        exception = future._exception
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            # It has left run_forever() already.
            return
    future.get_loop().stop()


class BaseEventLoop(EventLoopCore, events.AbstractEventLoop):
    def __init__(self):
        super().__init__()
        self._asyncgens_shutdown_called = False
        self._exception_handler = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._signal_handlers = {}
        if coroutines._is_debug_mode():
            self.set_debug(True)
        _log('debug', 'Using selector: EpollSelector')

    _own_way = False
    _clock_resolution = 1e-09

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if not cls._own_way and any(name in cls.__dict__ for name in ('time', 'call_at', '_run_once')):
            from . import own_loops
            own_loops.adopt(cls)
        elif 'call_later' in cls.__dict__:
            from . import own_loops
            own_loops.sleep_by_call_later(cls)

    def _run_once(self):
        from . import own_loops
        own_loops._run_once(self)

    def _process_events(self, event_list):
        pass

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')

    def run_until_complete(self, future):
        """Run until the future, or the coroutine as a task, is done; answer its result."""
        self._check_closed()
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        new_task = not isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            # Whoever looks at the loop knows that it is pending.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                # Whoever called gets the exception already.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        if self.get_debug():
            _log('debug', 'Close %r', self)
        self._close()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    # Async generators

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f'asynchronous generator {agen!r} was scheduled after '
                          'loop.shutdown_asyncgens() call', ResourceWarning, source=self)
        self._note_asyncgen(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._forget_asyncgen(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close all async generators that are still suspended."""
        self._asyncgens_shutdown_called = True
        closing = self._take_asyncgens()
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result, 'asyncgen': agen})

    # Executors

    def _check_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self.get_debug():
            if coroutines.iscoroutine(func) or coroutines.iscoroutinefunction(func):
                raise TypeError('coroutines cannot be used with run_in_executor()')
            if not callable(func):
                raise TypeError(f'a callable object was expected by run_in_executor(), got {func!r}')
        if executor is None:
            executor = self._default_executor
            self._check_default_executor()
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self):
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        from threading import Thread
        future = _describe(self.create_future(), 'shutdown of the default executor')

        def shutdown():
            try:
                executor.shutdown(wait=True)
                if not self.is_closed():
                    self.call_soon_threadsafe(future.set_result, None)
            except Exception as exception:
                if not self.is_closed():
                    self.call_soon_threadsafe(future.set_exception, exception)

        thread = Thread(target=shutdown)
        thread.start()
        try:
            await future
        finally:
            thread.join()

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Report what went wrong, on stderr or, where it is set up, through logging."""
        message = context.get('message') or 'Unhandled exception in event loop'
        exception = context.get('exception')
        if 'source_traceback' not in context:
            handle = self._current_handle
            if handle is not None and handle._source_traceback:
                context['handle_traceback'] = handle._source_traceback
        lines = [message]
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                what = 'Object' if key == 'source_traceback' else 'Handle'
                text = f'{what} created at (most recent call last):\n' + _stack_text(value)
            else:
                text = repr(value)
            lines.append(f'{key}: {text}')
        _log_error('\n'.join(lines), exception)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e:
                _log_error('Exception in default exception handler', e)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            try:
                self.default_exception_handler({'message': 'Unhandled error in exception handler',
                                                'exception': e, 'context': context})
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e2:
                _log_error('Exception in default exception handler while handling an unexpected '
                           'error in custom exception handler', e2)

    def _report_slow(self, what, seconds):
        # In debug mode, of what has just run.
        _log('warning', 'Executing %s took %.3f seconds', repr(what), seconds)

    # Signals

    def add_signal_handler(self, sig, callback, *args):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._check_signal(sig)
        self._check_closed()
        from threading import current_thread, main_thread
        if current_thread() is not main_thread():
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
        import signal
        handle = events.Handle(callback, args, self, None)
        try:
            signal.signal(sig, lambda *_: self._handle_signal(sig))
        except OSError:
            raise RuntimeError(f'sig {sig} cannot be caught')
        self._signal_handlers[sig] = handle

    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle.cancelled():
            self.remove_signal_handler(sig)
        else:
            self._add_callback_signalsafe(handle)

    def remove_signal_handler(self, sig):
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        import signal
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        import signal
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    # Descriptors

    def _fileno(self, fd):
        if not isinstance(fd, int):
            try:
                fd = int(fd.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        if fd < 0:
            raise ValueError(f'Invalid file descriptor: {fd}')
        return fd

    def _add_reader(self, fd, callback, *args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        self._watch(self._fileno(fd), False, handle)
        return handle

    def _add_writer(self, fd, callback, *args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        self._watch(self._fileno(fd), True, handle)
        return handle

    def _remove_reader(self, fd):
        if self.is_closed() or fd == -1:
            return False
        return self._watch(self._fileno(fd), False, None)

    def _remove_writer(self, fd):
        if self.is_closed() or fd == -1:
            return False
        return self._watch(self._fileno(fd), True, None)

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        from . import _sendfile
        return await _sendfile.sock_sendfile(self, sock, file, offset, count, fallback)

    def add_reader(self, fd, callback, *args):
        self._add_reader(fd, callback, *args)

    def add_writer(self, fd, callback, *args):
        self._add_writer(fd, callback, *args)

    def remove_reader(self, fd):
        return self._remove_reader(fd)

    def remove_writer(self, fd):
        return self._remove_writer(fd)


# Connections: what the loop offers is in selector_events, which is brought in when it is first used.

def _of_sockets(name):
    async def method(self, *args, **kwargs):
        from . import selector_events
        return await getattr(selector_events, name)(self, *args, **kwargs)
    method.__name__ = name
    method.__qualname__ = 'BaseEventLoop.' + name
    setattr(BaseEventLoop, name, method)


for _name in ('create_connection', 'create_server', 'create_unix_connection', 'create_unix_server',
              'create_datagram_endpoint', 'connect_accepted_socket', 'sock_accept', 'sock_connect', 'sock_recv',
              'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall', 'sock_sendto', 'getaddrinfo',
              'getnameinfo'):
    _of_sockets(_name)


def _refuse(name, why, is_async=True):
    # The method of that name, which says what is not simulated.
    if is_async:
        async def method(self, *args, **kwargs):
            _unsupported(f'loop.{name}(): {why}')
    else:
        def method(self, *args, **kwargs):
            _unsupported(f'loop.{name}(): {why}')
    method.__name__ = name
    method.__qualname__ = 'BaseEventLoop.' + name
    setattr(BaseEventLoop, name, method)


for _name in ('subprocess_shell', 'subprocess_exec'):
    _refuse(_name, 'there are no other programs to run here')
for _name in ('connect_read_pipe', 'connect_write_pipe'):
    _refuse(_name, 'pipes are not simulated in asyncio')
_refuse('sendfile', 'files are not sent by the system here; read the file and write() it')
_refuse('start_tls', 'connections with ssl are not simulated')


def _stack_text(entries):
    lines = []
    for file, line, function, text in entries:
        lines.append(f'  File "{file}", line {line}, in {function}')
        if text:
            lines.append('    ' + text)
    return '\n'.join(lines)


def __getattr__(name):
    if name == 'logger':
        from .log import logger
        return logger
    raise AttributeError(f"module 'asyncio.base_events' has no attribute '{name}'")


def _logger():
    # A program that has not imported logging hears of errors and warnings all the same, and does not wait for the module.
    logger = globals().get('logger')
    if logger is None:
        logging = sys.modules.get('logging')
        if logging is None:
            return None
        logger = logging.getLogger('asyncio')
    return logger


def _log(level, text, *args):
    logger = _logger()
    if logger is not None:
        getattr(logger, level)(text, *args)
    elif level != 'debug':
        sys.stderr.write(text % args + '\n')


def _log_error(text, exception=None):
    logger = _logger()
    if logger is not None:
        logger.error(text, exc_info=(type(exception), exception, exception.__traceback__) if exception is not None else False)
        return
    sys.stderr.write(text + '\n' + (_traceback_text(exception) if exception is not None else ''))


class BaseSelectorEventLoop(BaseEventLoop):
    __module__ = 'asyncio.selector_events'

    def __init__(self, selector=None):
        # Which selector makes no difference: the computer tells the loop by itself.
        super().__init__()


class _UnixSelectorEventLoop(BaseSelectorEventLoop):
    __module__ = 'asyncio.unix_events'


SelectorEventLoop = _UnixSelectorEventLoop


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    __module__ = 'asyncio.unix_events'
    _loop_factory = _UnixSelectorEventLoop

    def __init__(self):
        self._watcher = None

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if self._watcher is not None and _is_main_thread():
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        if self._watcher is None:
            from .unix_events import ThreadedChildWatcher
            self._watcher = ThreadedChildWatcher()
            if _is_main_thread():
                self._watcher.attach_loop(_get_set_loop()[0])
        return self._watcher

    def set_child_watcher(self, watcher):
        from .unix_events import AbstractChildWatcher
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy

_setup(tasks._wrap_awaitable, SelectorEventLoop)
