import signal, os, time, threading, sys
def h(s, f): print('handler', signal.Signals(s).name, f.f_code.co_name if f else None)
print(signal.signal(signal.SIGUSR1, h), signal.getsignal(signal.SIGUSR1) is h)
os.kill(os.getpid(), signal.SIGUSR1); print('after kill')
signal.raise_signal(signal.SIGUSR1); print('after raise')
signal.signal(signal.SIGALRM, h)
t = time.monotonic(); signal.setitimer(signal.ITIMER_REAL, 0.1); time.sleep(0.3); print(round(time.monotonic() - t, 1))
class Timeout(Exception): pass
def boom(s, f): raise Timeout('too late')
signal.signal(signal.SIGALRM, boom); signal.alarm(1)
try: time.sleep(10)
except Timeout as e: print('Timeout', e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    for _ in iter(int, 1): n = 5; n += 1
except Timeout as e: print('Timeout busy', e)
ev = threading.Event()
signal.signal(signal.SIGALRM, lambda s, f: ev.set()); signal.setitimer(signal.ITIMER_REAL, 0.05, 0)
print(ev.wait(5))
n = 0
def tick(s, f):
    global n; n += 1
signal.signal(signal.SIGALRM, tick); signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
while n < 3: signal.pause()
print(n, signal.setitimer(signal.ITIMER_REAL, 0)[1])
try: os.kill(os.getpid(), signal.SIGINT); time.sleep(1)
except KeyboardInterrupt: print('KI')
print(signal.signal(signal.SIGINT, signal.SIG_IGN), repr(signal.getsignal(signal.SIGINT))); os.kill(os.getpid(), signal.SIGINT); print('ignored')
for a in ((100, h), (9, h), (2, 'x')):
    try: signal.signal(*a)
    except (ValueError, OSError, TypeError) as e: print(type(e).__name__, e)
def thr():
    try: signal.signal(signal.SIGUSR1, h)
    except ValueError as e: print(e)
x = threading.Thread(target=thr); x.start(); x.join()
signal.signal(signal.SIGUSR1, lambda s, f: print('got', s)); signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1}); os.kill(os.getpid(), signal.SIGUSR1); print('blocked', signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1}); print('unblocked')
print(signal.strsignal(15), signal.strsignal(11), len(signal.valid_signals()), signal.alarm(5), signal.alarm(0), repr(signal.SIGTERM), signal.SIGTERM)
pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGTERM, lambda s, f: (print('child term', flush=True), sys.exit(3)))
    time.sleep(5); os._exit(1)
time.sleep(0.1); os.kill(pid, signal.SIGTERM); print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
signal.signal(signal.SIGCHLD, h)
if os.fork() == 0: os._exit(0)
time.sleep(0.2); os.wait()
t0 = threading.Thread(target=lambda: (time.sleep(0.1), os.kill(os.getpid(), signal.SIGUSR1))); t0.start(); t0.join(); print('joined')
