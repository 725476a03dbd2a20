# logging: styles and their checks, defaults, exceptions cached on a record, and errors inside a handler.
import logging
import sys

root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
root.addHandler(handler)
root.setLevel(logging.DEBUG)
log = logging.getLogger("a.b")
for style, form in (("%", "%(levelname)-8s|%(name)s|%(message)s"), ("{", "{levelname:>8}|{name}|{message!r}"), ("$", "$levelname|${name}|$message|$$")):
    handler.setFormatter(logging.Formatter(form, style=style))
    log.warning("value %d of %s", 3, "x")
for args in (("%(x)", None, "%"), ("{message", None, "{"), ("{message.upper}", None, "{"), ("$", None, "$"), ("x", None, "%"), ("{x!z}", None, "{"), ("%(message)s", None, "?")):
    try:
        print(logging.Formatter(*args)._fmt)
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
handler.setFormatter(logging.Formatter("%(who)s: %(message)s", defaults={"who": "nobody"}))
log.info("one")
log.info("two", extra={"who": "me"})
log.info("%(a)s and %(b)s", {"a": 1, "b": 2})
try:
    log.info("x", extra={"message": 1})
except KeyError as e:
    print(e)
handler.setFormatter(logging.Formatter("%(levelname)s %(funcName)s:%(lineno)d %(message)s"))


def work():
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
        log.error("no trace", exc_info=False)
        log.error("given", exc_info=ValueError("v"))
    log.debug("stack", stack_info=False, stacklevel=2)


work()
print(logging.getLevelName(25), logging.getLevelName("INFO"), logging.getLevelName(logging.WARN), logging.addLevelName(25, "NOTE"), logging.getLevelName(25))
log.log(25, "noted")
log.setLevel("ERROR")
print(log.getEffectiveLevel(), log.isEnabledFor(30), log, handler)
logging.disable(logging.CRITICAL)
log.critical("silent")
logging.disable(logging.NOTSET)
for level in ("LOUD", 1.5, None):
    try:
        log.setLevel(level)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
record = logging.makeLogRecord({"msg": "a %s", "args": ("b",), "levelno": 10})
print(record.getMessage(), record, logging.Formatter().format(record), logging.Formatter("%(message)s").usesTime())
logging.raiseExceptions = False
log.error("bad %d", "x")
adapter = logging.LoggerAdapter(log, {"id": 7})
handler.setFormatter(logging.Formatter("%(id)s %(message)s"))
adapter.error("adapted")
print(logging.getLogger("a").getChild("b") is log, log.parent.name, logging.getLogger("a.b.c").parent is log, log.hasHandlers())
