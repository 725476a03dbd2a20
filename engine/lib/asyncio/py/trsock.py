"""The socket of a transport."""

from .selector_events import _Socket as TransportSocket
