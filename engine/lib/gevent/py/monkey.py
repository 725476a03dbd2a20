import sys
import _gevent

__all__ = ['patch_all', 'patch_builtins', 'patch_dns', 'patch_os', 'patch_queue', 'patch_select', 'patch_signal',
           'patch_socket', 'patch_ssl', 'patch_subprocess', 'patch_sys', 'patch_thread', 'patch_time', 'get_original',
           'is_module_patched', 'is_object_patched', 'patch_module', 'main']

saved = {}   # module name -> name -> what was there before


class MonkeyPatchWarning(RuntimeWarning):
    pass


def is_anything_patched():
    return bool(saved)


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def get_original(mod_name, item_name):
    mod = __import__(mod_name, fromlist=['x'])
    before = saved.get(mod_name, {})
    if isinstance(item_name, str):
        return before[item_name] if item_name in before else getattr(mod, item_name)
    return [before[n] if n in before else getattr(mod, n) for n in item_name]


_NONE = object()


def patch_item(module, attr, newitem):
    olditem = getattr(module, attr, _NONE)
    if olditem is not _NONE:
        saved.setdefault(module.__name__, {}).setdefault(attr, olditem)
    setattr(module, attr, newitem)


def remove_item(module, attr):
    olditem = getattr(module, attr, _NONE)
    if olditem is _NONE:
        return
    saved.setdefault(module.__name__, {}).setdefault(attr, olditem)
    delattr(module, attr)


def patch_module(target_module, source_module, items=None, **kwargs):
    if items is None:
        items = getattr(source_module, '__implements__', None)
        if items is None:
            raise AttributeError('%r does not have __implements__' % (source_module,))
    for attr in items:
        patch_item(target_module, attr, getattr(source_module, attr))
    return True


def _import(name):
    try:
        return __import__(name, fromlist=['x'])
    except ImportError:
        return None


def patch_time():
    import time
    from gevent.hub import sleep
    patch_item(time, 'sleep', sleep)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True, _warnings=None):
    import _thread as real
    from gevent import thread as green
    from gevent import threading as greens
    if is_module_patched('threading') or is_module_patched('_thread'):
        return
    if threading:
        import threading as module
        names = greens._define()
        if not Event:
            names.pop('Event')
        if not _threading_local:
            names.pop('local')
        for name, value in names.items():
            patch_item(module, name, value)
        import queue
        # The queues of the standard library wait for locks: those of greenlets, from now on.
        for name, value in greens._green_queues().items():
            _green[name] = getattr(queue, name)
            setattr(queue, name, value)
        from gevent import _futures
        _futures.patch()
    for name in ('allocate_lock', 'get_ident', 'exit', 'LockType', 'start_new_thread', 'start_new', 'exit_thread', 'allocate'):
        if hasattr(real, name):
            patch_item(real, name, getattr(green, name))
    if _threading_local:
        saved.setdefault('_threading_local', {})
    if logging:
        saved.setdefault('logging', {})


_green = {}


def patch_queue():
    import queue
    from gevent.queue import SimpleQueue
    patch_item(queue, 'SimpleQueue', SimpleQueue)


def _network(name, patch):
    # Modules of the simulated network, where there are some.
    module = _import(name)
    green = _import('gevent.' + name)
    if module is None or green is None:
        saved.setdefault(name, {})
        return
    hook = getattr(green, '_patch', None)
    if hook is not None:
        hook(patch_item, module)
        saved.setdefault(name, {})
        return
    for attr in getattr(green, '__implements__', None) or getattr(green, '__all__', ()):
        if hasattr(module, attr) and hasattr(green, attr):
            patch_item(module, attr, getattr(green, attr))
    saved.setdefault(name, {})


def patch_socket(dns=True, aggressive=True):
    _network('socket', patch_item)


def patch_dns():
    saved.setdefault('socket', {})


def patch_select(aggressive=True):
    _network('select', patch_item)
    patch_selectors(aggressive, _select=True)


def patch_selectors(aggressive=True, _select=False):
    _network('selectors', patch_item)


def patch_ssl(_warnings=None, _first_time=True):
    saved.setdefault('ssl', {})


def patch_subprocess():
    saved.setdefault('subprocess', {})


def patch_builtins():
    pass


def patch_signal():
    saved.setdefault('signal', {})


def patch_contextvars():
    pass


def patch_sys(stdin=True, stdout=True, stderr=True):
    pass


def patch_os():
    saved.setdefault('os', {})


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False,
              aggressive=True, Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs):
    settings = dict(socket=socket, dns=dns, time=time, select=select, thread=thread, os=os, ssl=ssl, subprocess=subprocess,
                    sys=sys, aggressive=aggressive, Event=Event, builtins=builtins, signal=signal, queue=queue,
                    contextvars=contextvars)
    settings.update(kwargs)
    first = '_gevent_saved_patch_all_module_settings' not in saved
    saved.setdefault('_gevent_saved_patch_all_module_settings', settings)
    if os:
        patch_os()
    if thread:
        patch_thread(Event=Event)
    if time:
        patch_time()
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if select:
        patch_select(aggressive=aggressive)
    if ssl:
        patch_ssl()
    if subprocess:
        patch_subprocess()
    if builtins:
        patch_builtins()
    if signal:
        patch_signal()
    if queue:
        patch_queue()
    return True


def main():
    _gevent._unsupported("gevent.monkey.main(): a program is run as it is; call monkey.patch_all() in it")
