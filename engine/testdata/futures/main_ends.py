from concurrent.futures import ThreadPoolExecutor
import time


def job(n):
    time.sleep(0.02)
    print("job", n)


ex = ThreadPoolExecutor(1)
for n in range(4):
    ex.submit(job, n)
print("main is over")
