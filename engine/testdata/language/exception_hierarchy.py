# The tree of built-in exceptions, and their aliases.
def tree(cls, depth=0):
    if cls.__module__ == "builtins" and cls.__name__ != "UnsupportedError":
        print("  " * depth + cls.__name__)
        for sub in sorted(set(cls.__subclasses__()), key=lambda c: c.__name__):
            tree(sub, depth + 1)


tree(BaseException)
print(IOError is OSError, EnvironmentError is OSError)
for pair in ((ModuleNotFoundError, ImportError), (UnicodeDecodeError, ValueError), (RecursionError, RuntimeError), (TimeoutError, OSError), (BlockingIOError, OSError), (KeyboardInterrupt, Exception)):
    print(pair[0].__name__, issubclass(*pair), pair[0].__base__.__name__)
