"""A selector for greenlets."""

import selectors as _real
from selectors import EVENT_READ, EVENT_WRITE, SelectorKey, BaseSelector
from gevent.select import poll as _poll
import math as _math

__all__ = ['DefaultSelector', 'GeventSelector']


class GeventSelector(_real.PollSelector):
    _selector_cls = _poll


DefaultSelector = GeventSelector


def _patch(patch_item, module):
    patch_item(module, 'DefaultSelector', GeventSelector)
    for name in ('EpollSelector', 'PollSelector', 'SelectSelector'):
        if hasattr(module, name):
            patch_item(module, name, GeventSelector)
