"""General functions for HTML: escape(). (Entities of HTML 5 are not here.)"""
from sys import _UnsupportedError as UnsupportedError
import re

__all__ = ["escape", "unescape"]
_named = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "hellip": "\u2026", "ndash": "\u2013", "mdash": "\u2014", "lsquo": "\u2018", "rsquo": "\u2019",
          "ldquo": "\u201c", "rdquo": "\u201d", "euro": "\u20ac", "times": "\xd7", "deg": "\xb0", "middot": "\xb7"}


def escape(s, quote=True):
    """Replace special characters "&", "<" and ">" to HTML-safe sequences, and quotes unless quote is false."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _one(m):
    body = m.group(1)
    if body[0] == "#":
        n = int(body[2:], 16) if body[1] in "xX" else int(body[1:])
        return chr(n) if n < 0x110000 and not 0xD800 <= n < 0xE000 and n else "\ufffd"
    if body in _named:
        return _named[body]
    raise UnsupportedError(f"html.unescape(): the entity &{body}; is not known here")


def unescape(s):
    """Convert character references in the string s to the corresponding unicode characters."""
    return re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", _one, s) if "&" in s else s
