# Without the guard, a spawned child that imports the main file would start a process itself.
import multiprocessing as mp


def work():
    print("working")


ctx = mp.get_context("spawn")
p = ctx.Process(target=work)
p.start()
p.join()
print("exit code", p.exitcode)
