import logging, sys, timeit, warnings, traceback
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(threadName)s %(funcName)s %(lineno)d %(message)s", stream=sys.stdout)
logging.info("hello %s", "w"); logging.debug("d"); log = logging.getLogger("a.b"); log.warning("x %d %s", 1, [2]); print(log, log.parent, logging.getLogger("a"))
def f():
    try: 1/0
    except ZeroDivisionError: logging.exception("bad"); traceback.print_exc(file=sys.stdout); print(traceback.format_exc().splitlines()[-1])
f()
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("{levelname}|{message}", style="{")); log.addHandler(h); log.propagate = False; log.error("err"); log.setLevel("ERROR"); log.info("no"); log.log(50, "crit %s", {"a": 1})
print(logging.getLevelName(20), logging.getLevelName("INFO"), log.isEnabledFor(10), log.getEffectiveLevel(), logging.root.handlers)
logging.getLogger("q").info("dict %(a)s", {"a": 1})
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful"); print(w[0].message, w[0].category)
warnings.warn("to stderr")
try: raise KeyError("k") from ValueError("v")
except KeyError as e: print("".join(traceback.format_exception(e))); print(traceback.format_exception_only(e)); print(traceback.extract_tb(e.__traceback__)); traceback.print_exception(e, file=sys.stdout); traceback.print_tb(e.__traceback__, file=sys.stdout)
t = timeit.timeit("x+1", "x=1", number=10); print(t > 0, timeit.default_timer() > 0)
logging.getLogger().setLevel(logging.WARNING); logging.info("hidden"); 
ad = logging.LoggerAdapter(log, {"k": 1}); ad.error("adapted")
class Fl(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
log.addFilter(Fl()); log.error("a secret"); log.error("plain")
