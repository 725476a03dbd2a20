import sys
import _gevent
from _gevent import _Greenlet, get_hub, getcurrent, Waiter
from greenlet import GreenletExit, greenlet as RawGreenlet
from gevent.hub import iwait, wait, sleep
from gevent.timeout import Timeout

__all__ = ['Greenlet', 'joinall', 'killall']


class SpawnedLink:
    # Calls its function in a greenlet of its own.
    __slots__ = ('callback',)

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback,))
        self.callback = callback

    def __call__(self, source):
        g = RawGreenlet(self.callback, get_hub())
        g.switch(source)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    def __repr__(self):
        return repr(self.callback)


class SuccessSpawnedLink(SpawnedLink):
    __slots__ = ()

    def __call__(self, source):
        if source.successful():
            return SpawnedLink.__call__(self, source)


class FailureSpawnedLink(SpawnedLink):
    __slots__ = ()

    def __call__(self, source):
        if not source.successful():
            return SpawnedLink.__call__(self, source)


class _Ref:
    # What a weak reference to a greenlet answers.
    def __init__(self, target):
        self.target = target

    def __call__(self):
        return self.target


class Greenlet(_Greenlet):
    __module__ = 'gevent._gevent_cgreenlet'
    spawning_stack_limit = 10

    def __repr__(self):
        name = self._given_name
        cls = self.__class__.__name__
        name = ' "%s"' % (name,) if name is not None else ''
        result = '<%s%s at 0x%x' % (cls, name, id(self))
        info = self.__dict__.get('_info') or self._formatinfo()
        if info:
            result += ': ' + info
        return result + '>'

    def _formatinfo(self):
        fn = self._function
        if fn is None:
            fn = self._run
            method = getattr(fn, '__func__', None)
            name = '_run'
        else:
            method = None
            name = getattr(fn, '__name__', None)
            if name is None:
                name = repr(fn)
            elif hasattr(fn, '__func__'):
                name = repr(fn)
            elif type(fn).__name__ == 'builtin_function_or_method':
                name = repr(fn)
        args = [repr(x)[:50] for x in self.args]
        args += ['%s=%s' % (k, repr(v)[:50]) for k, v in self.kwargs.items()]
        if args:
            name += '(' + ', '.join(args) + ')'
        if self._function is not None:
            # What it was called with is forgotten at its end; who has seen it sees it again.
            self._info = name
        return name

    def link(self, callback, SpawnedLink=SpawnedLink):
        self.rawlink(SpawnedLink(callback))

    def link_value(self, callback, SpawnedLink=SuccessSpawnedLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def link_exception(self, callback, SpawnedLink=FailureSpawnedLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if not self._maybe_kill_before_start(exception):
            self._cancelled_by(getattr(exception, '__name__', None) or type(exception).__name__)
            waiter = Waiter() if block else None
            if waiter is not None:
                waiter._describe('kill to arrive')
            get_hub().loop.run_callback(_kill, self, exception, waiter)
            if waiter is not None:
                waiter.get()
                self.join(timeout)

    def _maybe_kill_before_start(self, exception):
        # What it was to call is forgotten at once: it is reported as a greenlet that runs its _run.
        self._cancel_start()
        if self.exc_info is None and not self.ready() or self.dead:
            self._forget()
        self._dead_before_start((exception,))
        return self.dead

    def _dead_before_start(self, args):
        if self.dead and not super().ready() or self.dead and self.exc_info is None:
            self._died_before_start(_gevent._make_exc(*args))

    def throw(self, *args):
        self._cancel_start()
        try:
            if not self.dead:
                return RawGreenlet.throw(self, *args)
        finally:
            if self.dead and self.exc_info is None:
                self._died_before_start(_gevent._make_exc(*args))

    @property
    def spawning_greenlet(self):
        return _Ref(self._spawner)

    spawning_stack = None

    @classmethod
    def add_spawn_callback(cls, callback):
        _gevent._on_spawn(callback, True)

    @classmethod
    def remove_spawn_callback(cls, callback):
        _gevent._on_spawn(callback, False)


def _kill(glet, exception, waiter):
    try:
        glet.throw(exception)
    except:
        glet.parent.handle_error(glet, *sys.exc_info())
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for obj in iwait(greenlets, timeout=timeout, count=count):
        if getattr(obj, 'exception', None) is not None:
            if hasattr(obj, '_raise_exception'):
                obj._raise_exception()
            raise obj.exception
        done.append(obj)
    return done


def _killall3(greenlets, exception, waiter):
    diehards = []
    for g in greenlets:
        if not g.dead:
            try:
                g.throw(exception)
            except:
                g.parent.handle_error(g, *sys.exc_info())
            if not g.dead:
                diehards.append(g)
    waiter.switch(diehards)


def _killall(greenlets, exception):
    for g in greenlets:
        if not g.dead:
            try:
                g.throw(exception)
            except:
                g.parent.handle_error(g, *sys.exc_info())


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    need_killed = []
    for g in greenlets:
        try:
            cancel = g._maybe_kill_before_start
        except AttributeError:
            need_killed.append(g)
        else:
            if not cancel(exception):
                g._cancelled_by('killall')
                need_killed.append(g)
    if not need_killed:
        return
    loop = need_killed[0].parent.loop if hasattr(need_killed[0].parent, 'loop') else get_hub().loop
    if block:
        waiter = Waiter()
        waiter._describe('kills to arrive')
        loop.run_callback(_killall3, need_killed, exception, waiter)
        t = Timeout._start_new_or_dummy(timeout)
        try:
            alive = waiter.get()
            if alive:
                joinall(alive, raise_error=False)
        finally:
            t.cancel()
    else:
        loop.run_callback(_killall, need_killed, exception)


_gevent._setup({'Greenlet': Greenlet})
