from concurrent.futures import ThreadPoolExecutor
import time

for workers in (1, 2, 4):
    start = time.monotonic()
    with ThreadPoolExecutor(max_workers=workers) as ex:
        list(ex.map(time.sleep, [0.1] * 4))
    print(workers, round(time.monotonic() - start, 1))
