from signal import *
import signal as _signal
from signal import signal, getsignal

__all__ = ['signal', 'getsignal']
