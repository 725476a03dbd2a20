from concurrent.futures import ThreadPoolExecutor, CancelledError
import time

with ThreadPoolExecutor(1) as ex:
    running = ex.submit(time.sleep, 0.1)
    waiting = [ex.submit(print, "ran", n) for n in range(4)]
    print(running.cancel(), [f.cancel() for f in waiting[1:3]])
    print(running.running(), [f.cancelled() for f in waiting])
    try:
        waiting[1].result()
    except CancelledError:
        print("CancelledError")
print([f.done() for f in waiting], waiting[0].cancel())
