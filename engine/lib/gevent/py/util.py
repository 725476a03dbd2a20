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
    # The greenlets of the process, by who has spawned whom.

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
        main = None
        trees = {}
        order = []
        for g in _gevent._greenlets():
            trees[id(g)] = tree = cls(g)
            order.append(tree)
        roots = []
        for tree in order:
            g = tree.greenlet
            parent = getattr(g, '_spawner', None)
            if parent is None:
                parent = g.parent
            above = trees.get(id(parent))
            if above is None or g.parent is None:
                roots.append(tree)
            else:
                above.add_child(tree)
        return roots

    @classmethod
    def current_tree(cls):
        current = getcurrent()

        def find(trees):
            for tree in trees:
                if tree.greenlet is current:
                    return tree
                below = find(tree.child_trees)
                if below is not None:
                    return below
        return find(cls.forest())

    @property
    def is_current_tree(self):
        return self.greenlet is getcurrent()

    def __getattr__(self, name):
        return getattr(self.greenlet, name)

    def format_lines(self, details=True):
        if not details:
            details = {}
        lines = []
        self._render(lines, '', details)
        return lines

    def format(self, details=True):
        return '\n'.join(self.format_lines(details)) + '\n'

    def __str__(self):
        return self.format(False)

    def _render(self, lines, indent, details, first=True):
        g = self.greenlet
        lines.append(indent + repr(g))
        inner = indent + ' :    '
        if g.parent is not None:
            lines.append(inner + 'Parent: ' + repr(g.parent))
        if details and not g.dead and g is not getcurrent() and g.gr_frame is not None:
            lines.append(inner + 'Running:')
            lines.extend(inner + '  ' + line for line in _gevent._stack(g).splitlines())
        for child in self.child_trees:
            child._render(lines, indent + ' +--- ' if False else indent + '|   ', details)


def format_run_info(thread_stacks=True, greenlet_stacks=True, limit=40, current_thread_ident=None):
    lines = ['*' * 80, '* Threads', '']
    lines += ['*' * 80, '* Greenlets']
    for tree in GreenletTree.forest():
        lines.extend(tree.format_lines(details=greenlet_stacks))
    return lines


def print_run_info(thread_stacks=True, greenlet_stacks=True, limit=40, file=None):
    lines = format_run_info(thread_stacks, greenlet_stacks, limit)
    (file or sys.stderr).write('\n'.join(lines) + '\n')
