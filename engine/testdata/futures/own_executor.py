from concurrent.futures import Executor, Future, ThreadPoolExecutor
import concurrent.futures


class Inline(Executor):
    def submit(self, fn, /, *args, **kwargs):
        f = Future()
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as e:
            f.set_exception(e)
        return f


with Inline() as ex:
    print(list(ex.map(lambda x: x + 1, range(3))))
    print(ex.submit(lambda: 1 / 0).exception())
print(isinstance(ex, Executor), issubclass(ThreadPoolExecutor, Executor))
try:
    Executor().submit(print)
except NotImplementedError as e:
    print(repr(e))


class Counting(ThreadPoolExecutor):
    count = 0

    def submit(self, fn, *args):
        self.count += 1
        return super().submit(fn, *args)


with Counting(2) as ex:
    list(ex.map(str, range(5)))
    print(ex.count)
print(sorted(n for n in concurrent.futures.__all__ if "Process" not in n))
