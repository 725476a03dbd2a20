import time as _time
from time import *
from gevent.hub import sleep

__all__ = ['sleep']
