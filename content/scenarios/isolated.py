#@title A list in two processes
import multiprocessing as mp
import os
import psutil

method = "fork"  #@param ["fork", "spawn"]
basket = ["bread"]

def shop(answers):
    basket.append("milk")
    parent = psutil.Process(os.getpid()).ppid()
    answers.put((basket, parent == os.getppid()))

if __name__ == "__main__":
    basket.append("apples")
    ctx = mp.get_context(method)
    answers = ctx.Queue()
    child = ctx.Process(target=shop, args=(answers,), name="child")
    child.start()
    theirs, related = answers.get()
    child.join()
    print("child: ", theirs)
    print("parent:", basket)
    print("exit code", child.exitcode, related)
