from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(8) as ex:
    fs = [ex.submit(lambda n=n: n * n) for n in range(500)]
    print(sum(f.result() for f in fs))
    print(sum(f.result() for f in as_completed(fs)))
    print(sum(ex.map(lambda n: n % 7, range(1000))))
