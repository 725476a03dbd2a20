from greenlet import GreenletExit
from _gevent import ConcurrentObjectUseError, InvalidThreadUseError

__all__ = ['LoopExit']


class LoopExit(Exception):
    @property
    def hub(self):
        return self.args[1] if len(self.args) == 3 else None

    def __repr__(self):
        if len(self.args) == 3:
            import pprint
            return ("%s\n\tHub: %s\n\tHandles:\n%s"
                    % (self.args[0], self.args[1], pprint.pformat(self.args[2])))
        return Exception.__repr__(self)

    def __str__(self):
        return repr(self)


class BlockingSwitchOutError(AssertionError):
    pass


class InvalidSwitchError(AssertionError):
    pass


class HubDestroyed(GreenletExit):
    def __init__(self, destroy_loop):
        GreenletExit.__init__(self, destroy_loop)
        self.destroy_loop = destroy_loop
