import logging, logging.handlers, logging.config, queue, sys, io, importlib, importlib.util
q = queue.Queue(); root = logging.getLogger(); out = logging.StreamHandler(sys.stdout); out.setFormatter(logging.Formatter('%(levelname)s|%(name)s|%(message)s'))
root.addHandler(logging.handlers.QueueHandler(q)); root.setLevel(logging.INFO)
l = logging.handlers.QueueListener(q, out); l.start(); logging.info('hello %s', 'q'); logging.getLogger('a.b').warning('w')
try: 1/0
except ZeroDivisionError: logging.exception('boom')
l.stop(); root.handlers.clear()
m = logging.handlers.MemoryHandler(3, target=out); lg = logging.getLogger('mem'); lg.addHandler(m); lg.propagate = False
lg.info('1'); print('not yet'); lg.error('2'); print('flushed'); lg.info('3'); m.close()
class F(logging.Filter):
    def __init__(self, word): self.word = word
    def filter(self, r): return self.word not in r.getMessage()
logging.config.dictConfig({'version': 1, 'formatters': {'f': {'format': '[{levelname:>8}] {name} {message}', 'style': '{'}, 'd': {'format': '$name: $message', 'style': '$'}},
  'filters': {'nosecret': {'()': F, 'word': 'secret'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'f', 'filters': ['nosecret']}, 'e': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'level': 'ERROR', 'formatter': 'd'}},
  'loggers': {'app': {'level': 'DEBUG', 'handlers': ['e'], 'propagate': True}}, 'root': {'level': 'WARNING', 'handlers': ['h']}})
logging.getLogger('app.x').debug('dbg'); logging.getLogger('app').error('err'); logging.getLogger('other').info('no'); logging.getLogger('other').warning('the secret'); print(logging.getLogger('mem').disabled)
def bad(c):
    try: logging.config.dictConfig(c)
    except ValueError as e: print(e, '|', e.__cause__)
bad({}); bad({'version': 2}); bad({'version': 1, 'handlers': {'x': {'class': 'nope.Nope'}}}); bad({'version': 1, 'root': {'handlers': ['zz']}})
a = logging.LoggerAdapter(logging.getLogger('app'), {'u': 1}); a.warning('adapted'); print(a.isEnabledFor(10), importlib.import_module('json').__name__, importlib.util.find_spec('nope_nope'), importlib.util.find_spec('json').name)
try: importlib.import_module('.x')
except TypeError as e: print(e)
rh = logging.handlers.RotatingFileHandler('x.log', maxBytes=40, backupCount=2); rl = logging.getLogger('rot'); rl.propagate = False; rl.addHandler(rh); rl.setLevel(10)
for i in range(8): rl.info('message %d', i)
rh.close(); import os; print(sorted(f for f in os.listdir('.') if f.startswith('x.log')), open('x.log').read(), open('x.log.1').read())
