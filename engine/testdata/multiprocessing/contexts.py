# Contexts and start methods.
import multiprocessing as mp

if __name__ == "__main__":
    print(mp.get_all_start_methods(), mp.get_start_method(allow_none=True))
    ctx = mp.get_context("spawn")
    print(ctx.get_start_method(), ctx.get_context() is ctx, mp.get_context("spawn") is ctx, type(ctx).__name__)
    try:
        ctx.set_start_method("fork")
    except ValueError as e:
        print("ValueError:", e)
    try:
        mp.get_context("thread")
    except ValueError as e:
        print("ValueError:", e)
    mp.set_start_method("spawn")
    print(mp.get_start_method())
    try:
        mp.set_start_method("fork")
    except RuntimeError as e:
        print("RuntimeError:", e)
    mp.set_start_method("fork", force=True)
    print(mp.get_start_method(), mp.get_context().get_start_method())
    print(issubclass(mp.TimeoutError, mp.ProcessError), mp.BufferTooShort.__mro__[1].__name__, mp.AuthenticationError.__name__)
    print(ctx.cpu_count() == mp.cpu_count() >= 1, mp.freeze_support())
    print(mp.Process.__name__, ctx.Process.__name__, mp.get_context("fork").Process.__mro__[1].__name__)
