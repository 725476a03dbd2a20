"""Reading a password, and the name of the user."""
import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """Prompt for a password; it is read from the standard input."""
    out = stream or sys.stderr
    out.write(prompt)
    out.flush()
    line = sys.stdin.readline()
    out.write("\n")
    if not line:
        raise EOFError
    return line.rstrip("\n")


unix_getpass = win_getpass = getpass


def getuser():
    """Get the username from the environment."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return "user"
