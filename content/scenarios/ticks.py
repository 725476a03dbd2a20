#@title A clock that sleeps
import time

ticks = 4    #@param {type:"slider", min:1, max:10}
pause = 0.5  #@param {type:"number"}

class Clock:
    def __init__(self, name):
        self.name = name
        self.log = []

    def tick(self, n):
        self.log.append(n * pause)
        print(f"{self.name}: tick {n} of {ticks}")

    def __repr__(self):
        return f"<{self.name} {self.log}>"

clocks = {"hall": Clock("hall"), "cellar": Clock("cellar")}
try:
    for n in range(1, ticks + 1):
        time.sleep(pause)
        clocks["hall"].tick(n)
        if n % 2 == 0:
            clocks["cellar"].tick(n)
finally:
    for clock in clocks.values():
        print(clock)
