from concurrent.futures import ThreadPoolExecutor, as_completed
import time

sizes = {"a.txt": 0.05, "b.txt": 0.15, "missing": 0.1, "c.txt": 0.2}


def fetch(name, timeout=1):
    time.sleep(sizes[name])
    if name == "missing":
        raise FileNotFoundError(name)
    return len(name)


with ThreadPoolExecutor(max_workers=5) as executor:
    future_to_name = {executor.submit(fetch, name, 60): name for name in sizes}
    for future in as_completed(future_to_name):
        name = future_to_name[future]
        try:
            data = future.result()
        except Exception as exc:
            print(f"{name!r} generated an exception: {exc!r}")
        else:
            print(f"{name!r} has {data} bytes")
