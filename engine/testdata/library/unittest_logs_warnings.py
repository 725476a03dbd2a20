import logging, unittest, warnings

class T(unittest.TestCase):
    def runTest(self): pass

t = T()
def show(f):
    try: print('ok', f())
    except AssertionError as e: print(type(e).__name__, e)

def logs(name, level, *calls):
    with t.assertLogs(name, level) as cm:
        for lv, text in calls: logging.getLogger(name).log(lv, text)
    return cm.output, [r.levelname for r in cm.records]
show(lambda: logs('a', 'INFO', (20, 'one'), (10, 'low'), (40, 'two')))
show(lambda: logs('a', 'ERROR', (20, 'one')))
show(lambda: logs(None, None))
def none(name, *calls):
    with t.assertNoLogs(name):
        for lv, text in calls: logging.getLogger(name).log(lv, text)
show(lambda: none('b')); show(lambda: none('b', (30, 'oops')))

def warns(cls, *texts):
    with t.assertWarns(cls) as cm:
        for x in texts: warnings.warn(x, cls)
    return str(cm.warning), cm.lineno > 0
show(lambda: warns(DeprecationWarning, 'old'))
show(lambda: warns(UserWarning))
def regex():
    with t.assertWarnsRegex(UserWarning, 'n[ou]pe'): warnings.warn('something else')
show(regex)
show(lambda: t.assertWarns(UserWarning, warnings.warn, 'x'))
show(lambda: t.assertWarns(DeprecationWarning, lambda: None))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); t.assertEquals(1, 1); t.assertRegexpMatches('a', 'a')
print([(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('as error', RuntimeWarning)
    except RuntimeWarning as e: print('raised', e)
