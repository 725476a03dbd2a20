# Exceptions taken apart by module traceback: limits, TracebackException, frames and stacks as objects, notes of odd kinds.
import traceback, sys
def f(n):
    if n: f(n-1)
    else: 1/0
try: f(2)
except Exception as e: err=e
for lim in (None,0,1,-1,2,-2,10):
    print(lim, traceback.format_exception(err, limit=lim)[:2], len(traceback.format_exception(err, limit=lim)), traceback.format_tb(err.__traceback__, lim)[:1], len(traceback.extract_tb(err.__traceback__, lim)))
print(traceback.format_exception(ValueError("x")), traceback.format_exception_only(None), traceback.format_exception(None, None, None))
class N(Exception): pass
e=ValueError("a"); e.__notes__=5
print(traceback.format_exception_only(e))
e.__notes__=["a\nb", 5]
print(traceback.format_exception_only(e))
te=traceback.TracebackException.from_exception(err, capture_locals=True)
print("".join(traceback.TracebackException.from_exception(err).format()), te.stack[0].colno, te.stack[0].end_colno, te.stack[0].end_lineno, te.stack[1].locals)
print(te, repr(te.exc_type), te.__cause__, te.__context__, te.__notes__, te.__suppress_context__, te == traceback.TracebackException.from_exception(err), sorted(vars(te)))
print(traceback.TracebackException(None, None, None).format_exception_only().__next__())
try:
    compile("a b", "f", "exec")
except SyntaxError as s:
    t=traceback.TracebackException.from_exception(s)
    print(t.filename, t.lineno, t.end_lineno, t.text, t.offset, t.end_offset, t.msg, list(t.format_exception_only()))
try:
    try: 1/0
    except Exception as x: raise KeyError("k") from x
except Exception as k:
    t=traceback.TracebackException.from_exception(k, compact=True)
    print(t.__cause__, t.__context__, "".join(t.format()), "".join(t.format(chain=False)))
    t.print()
sys.tracebacklimit=1
try: f(3)
except Exception: traceback.print_exc()
del sys.tracebacklimit
g=ExceptionGroup("g",[ValueError(i) for i in range(4)]+[ExceptionGroup("n",[TypeError()])])
print("".join(traceback.TracebackException.from_exception(g, max_group_width=2).format()))
print("".join(traceback.TracebackException.from_exception(g, max_group_depth=1).format()))
fs=traceback.FrameSummary("f",1,"dummy")
print(fs, fs.line, tuple(fs), fs==("f",1,"dummy",""), fs[0:2], len(fs), traceback.FrameSummary("f",None,"d").line, traceback.FrameSummary("f",1,"d",line="  x ").line)
ss=traceback.StackSummary.from_list([("f",1,"d","line"), traceback.FrameSummary("g",2,"e",locals={"a":1},lookup_line=False)])
print(ss.format())
