# Two processes exchange objects larger than a pipe, in both directions.
import multiprocessing as mp


def echo(conn):
    while True:
        try:
            data = conn.recv()
        except EOFError:
            break
        conn.send({"size": len(data), "sum": sum(data), "back": data[::-1]})


if __name__ == "__main__":
    here, there = mp.Pipe()
    p = mp.Process(target=echo, args=(there,))
    p.start()
    there.close()
    for n in (10, 1_000, 100_000):
        data = list(range(n))
        here.send(data)
        answer = here.recv()
        print(answer["size"], answer["sum"], answer["back"] == data[::-1])
    here.close()
    p.join(1)
    print("the child holds the other end, too:", p.exitcode is None)
    p.terminate()
    p.join()
