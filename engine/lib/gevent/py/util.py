import sys
import _gevent
from _gevent import getcurrent, get_hub, get_hub_if_exists
from greenlet import greenlet as RawGreenlet

__all__ = ['format_run_info', 'print_run_info', 'GreenletTree', 'wrap_errors', 'assert_switches']


class wrap_errors:
    # Calls a function, and answers the given exceptions as values.
    def __init__(self, errors, func):
        self.__errors = errors
        self.__func = func
        self.__wrapped__ = func

    @property
    def func(self):
        return self.__func

    def __call__(self, *args, **kwargs):
        try:
            return self.__func(*args, **kwargs)
        except self.__errors as e:
            return e

    def __getattr__(self, name):
        return getattr(self.__func, name)

    def __str__(self):
        return str(self.__func)

    def __repr__(self):
        return repr(self.__func)


class _FailedToSwitch(AssertionError):
    pass


class assert_switches:
    # A block in which control must go to another greenlet.
    hub = None
    tracer = None
    _entered = None

    def __init__(self, max_blocking_time=None, hub_only=False):
        self.max_blocking_time = max_blocking_time
        self.hub_only = hub_only

    def __enter__(self):
        import time
        self._switches = _gevent._switches()
        self._entered = time.perf_counter()
        return self

    def __exit__(self, t, v, tb):
        import time
        if t is not None:
            return
        did = _gevent._switches() != self._switches
        took = time.perf_counter() - self._entered
        if not did or self.max_blocking_time is not None and took > self.max_blocking_time and not did:
            hub = get_hub_if_exists()
            raise _FailedToSwitch('To the hub' if self.hub_only else '')


class GreenletTree:
    # The greenlets of the thread, by who has spawned whom.

    def __init__(self, greenlet):
        self.greenlet = greenlet
        self.child_trees = []

    def add_child(self, tree):
        if tree is not self:
            self.child_trees.append(tree)

    @property
    def root(self):
        return self.greenlet.parent is None

    @classmethod
    def forest(cls):
        trees = {}
        hubs = []
        order = []
        for g in _gevent._greenlets():
            trees[id(g)] = tree = cls(g)
            (hubs if isinstance(g, _gevent.WaitOperationsGreenlet) else order).append(tree)
        roots = []
        for tree in order + hubs:
            g = tree.greenlet
            above = getattr(g, '_spawner', None)
            if above is None:
                above = g.parent
                if isinstance(above, _gevent.WaitOperationsGreenlet):
                    above = above.parent
            above = trees.get(id(above))
            if above is None:
                roots.append(tree)
            else:
                above.add_child(tree)
        return roots

    @classmethod
    def current_tree(cls):
        current = getcurrent()
        for tree in cls.forest():
            if tree.greenlet is current or any(t.greenlet is current for t in tree._all()):
                return tree

    def _all(self):
        yield self
        for child in self.child_trees:
            yield from child._all()

    @property
    def is_current_tree(self):
        return any(tree.greenlet is getcurrent() for tree in self._all())

    def __getattr__(self, name):
        return getattr(self.greenlet, name)

    def format_lines(self, details=True):
        lines = []
        self._render(lines, details, '', ' ', '')
        return lines

    def format(self, details=True):
        return '\n'.join(self.format_lines(details))

    def __str__(self):
        return self.format(False)

    def _render(self, lines, details, head, above, beside):
        # above goes before the branches of the children, beside before the details.
        g = self.greenlet
        getattr(g, 'name', None)
        lines.append(head + repr(g))
        if details:
            inner = beside + ('      ' if head else ' :    ' if self.child_trees else '      ')
            lines.append(inner + 'Parent: %r' % (g.parent,))
            stack = _gevent._stack(g).splitlines()
            if stack:
                lines.append(inner + 'Running:')
                lines.extend(inner + line for line in stack if line.strip(' ^~'))
        for i, child in enumerate(self.child_trees):
            last = i == len(self.child_trees) - 1
            child._render(lines, details, above + '+--- ', above + ('     ' if last else '|    '),
                          beside + ('      ' if last else ' :    '))


def format_run_info(thread_stacks=True, greenlet_stacks=True, limit=None, current_thread_ident=None):
    import threading
    lines = ['*' * 80, '* Threads', '*' * 80]
    me = threading.current_thread()
    for thread in threading.enumerate():
        lines.append('Thread 0x%x (%s)%s' % (thread.ident or 0, thread.name, ' (CURRENT)' if thread is me else ''))
        lines.append('')
    lines += ['*' * 80, '* Greenlets', '*' * 80, '---- Thread boundary']
    for tree in GreenletTree.forest():
        lines.extend(tree.format_lines(details=greenlet_stacks))
    return lines


def print_run_info(thread_stacks=True, greenlet_stacks=True, limit=None, file=None):
    lines = format_run_info(thread_stacks, greenlet_stacks, limit)
    print('\n'.join(lines), file=file or sys.stderr)
