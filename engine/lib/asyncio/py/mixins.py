"""What belongs to the loop in which it is first waited for."""

from .locks import _Bound as _LoopBoundMixin
