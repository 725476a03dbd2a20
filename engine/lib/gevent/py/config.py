import _gevent


class Config:
    __module__ = 'gevent._config'
    __slots__ = ('_values',)

    def __init__(self):
        object.__setattr__(self, '_values', {
            'ares_servers': None, 'ares_timeout': None, 'disable_watch_children': False, 'fileobject': None,
            'libev_backend': None, 'loop': None, 'max_blocking_time': 0.1, 'max_memory_usage': None,
            'memory_monitor_period': 5, 'monitor_thread': False, 'resolver': None, 'resolver_nameservers': None,
            'resolver_timeout': None, 'threadpool': None, 'threadpool_idle_task_timeout': 5.0, 'trace_malloc': False,
            'track_greenlet_tree': True, 'format_context': repr,
        })

    def __getattr__(self, name):
        if name == 'loop':
            from gevent.hub import get_hub
            return type(get_hub().loop)
        if name == 'threadpool':
            from gevent.threadpool import ThreadPool
            return ThreadPool
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self.set(name, value)

    def set(self, name, value):
        if name == 'monitor_thread' and value:
            _gevent._unsupported("gevent.config.monitor_thread: there is no monitor thread here; "
                                 "the recording shows when the hub is blocked")
        self._values[name] = value

    def __dir__(self):
        return sorted(self._values)


config = Config()
