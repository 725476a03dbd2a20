import gevent.exceptions as x

print(issubclass(x.BlockingSwitchOutError, AssertionError), issubclass(x.InvalidSwitchError, AssertionError),
      issubclass(x.ConcurrentObjectUseError, AssertionError), issubclass(x.HubDestroyed, x.GreenletExit),
      issubclass(x.InvalidThreadUseError, RuntimeError), x.__all__)
e = x.LoopExit('only a message')
print(repr(e), str(e), e.args, e.hub)
