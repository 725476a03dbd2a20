"""Options of a command line in the manner of C's getopt()."""
import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = msg = ""

    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(word, longopts, rest, found):
    name, equals, value = word.partition("=")
    fits = [o for o in longopts if o.startswith(name)]
    if not fits:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in fits:
        takes = False
    elif name + "=" in fits:
        takes = True
    elif len(fits) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        name, takes = fits[0].removesuffix("="), fits[0].endswith("=")
    if takes:
        if not equals:
            if not rest:
                raise GetoptError(f"option --{name} requires argument", name)
            value, rest = rest[0], rest[1:]
    elif equals:
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append(("--" + name, value))
    return rest


def _short(word, shortopts, rest, found):
    while word:
        letter, word = word[0], word[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ":":
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts.startswith(":", at + 1):
            if not word:
                if not rest:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                word, rest = rest[0], rest[1:]
            value, word = word, ""
        found.append(("-" + letter, value))
    return rest


def _scan(args, shortopts, longopts, mixed):
    found, plain = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args:
        word, rest = args[0], args[1:]
        if word == "--":
            plain += rest
            break
        if word.startswith("--"):
            args = _long(word[2:], longopts, rest, found)
        elif word.startswith("-") and word != "-":
            args = _short(word[1:], shortopts, rest, found)
        elif mixed:
            plain.append(word)
            args = rest
        else:
            plain += args
            break
    return found, plain


def getopt(args, shortopts, longopts=[]):
    """The options before the first argument that is none, and what follows them."""
    return _scan(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options and arguments mixed, unless shortopts begins with "+"."""
    mixed = not shortopts.startswith("+") and not os.environ.get("POSIXLY_CORRECT")
    return _scan(args, shortopts.removeprefix("+"), longopts, mixed)
