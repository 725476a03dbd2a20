import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        ns = {} if globals is None else dict(globals)
        self._setup = setup if callable(setup) else self._function(setup, ns)
        self._stmt = stmt if callable(stmt) else self._function(stmt, ns)

    def _function(self, text, ns):
        if not isinstance(text, str):
            raise ValueError("stmt is neither a string nor callable")
        code = compile(text, "<timeit-src>", "exec")
        return lambda: exec(code, ns)

    def timeit(self, number=default_number):
        self._setup()
        stmt, timer = self._stmt, self.timer
        start = timer()
        for _ in range(number):
            stmt()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def print_exc(self, file=None):
        """The traceback of an error in the timed code."""
        import traceback
        traceback.print_exc(file=file)

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
