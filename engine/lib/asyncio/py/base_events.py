"""The event loop's class: what runs rarely. The core is in _asyncio."""

import sys
from _asyncio import (EventLoopCore, isfuture, _callback_text, _traceback_text, _error,
                      _unsupported, _setup, _describe)
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
        lines = [message]
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            lines.append(f'{key}: {context[key]!r}')
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

    # Signals: none arrive here, but handlers can be kept.

    def add_signal_handler(self, sig, callback, *args):
        if coroutines.iscoroutine(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._signal_handlers[sig] = (callback, args)

    def remove_signal_handler(self, sig):
        return self._signal_handlers.pop(sig, None) is not None

    # Connections

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        from . import transports
        return await transports.create_connection(self, protocol_factory, host, port, **options)

    async def create_server(self, protocol_factory, host=None, port=None, **options):
        from . import transports
        return await transports.create_server(self, protocol_factory, host, port, **options)

    # What is not simulated

    async def subprocess_shell(self, *args, **kwargs):
        _unsupported('asyncio subprocesses')

    async def subprocess_exec(self, *args, **kwargs):
        _unsupported('asyncio subprocesses')

    async def create_datagram_endpoint(self, *args, **kwargs):
        _unsupported('asyncio datagram endpoints')

    async def connect_read_pipe(self, *args, **kwargs):
        _unsupported('asyncio pipes')

    async def connect_write_pipe(self, *args, **kwargs):
        _unsupported('asyncio pipes')

    def add_reader(self, fd, callback, *args):
        _unsupported('add_reader(): there are no file descriptors here')

    def add_writer(self, fd, callback, *args):
        _unsupported('add_writer(): there are no file descriptors here')


def _log_error(text, exception=None):
    logging = sys.modules.get('logging')
    if logging is not None:
        logging.getLogger('asyncio').error(text, exc_info=exception)
        return
    sys.stderr.write(text + '\n' + (_traceback_text(exception) if exception is not None else ''))


class _UnixSelectorEventLoop(BaseEventLoop):
    __module__ = 'asyncio.unix_events'


SelectorEventLoop = _UnixSelectorEventLoop


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    __module__ = 'asyncio.unix_events'
    _loop_factory = _UnixSelectorEventLoop


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy

_setup(tasks._wrap_awaitable, SelectorEventLoop)
