"""Objects that stand for others and record how they are used.

The parts: _mock_calls (call objects), _mock_objects (Mock and its kin), _mock_patch (patch), _mock_spec (create_autospec,
mock_open). All of it belongs to module unittest.mock."""
from ._mock_calls import sentinel, DEFAULT, ANY, call, FILTER_DIR, _Call, _CallList, _ANY, _SentinelObject
from . import _mock_objects
from ._mock_objects import (Base, NonCallableMock, CallableMixin, Mock, MagicMock, NonCallableMagicMock, AsyncMock,
                            AsyncMockMixin, AsyncMagicMixin, MagicMixin, PropertyMock, MagicProxy, _is_magic,
                            _check_sig, InvalidSpecError)
from ._mock_patch import patch, _patch, _patch_dict, _importer, _get_target
from ._mock_spec import create_autospec, mock_open, seal, _must_skip, _SpecState

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")
