#@title Two greenlets take turns
from greenlet import greenlet

rounds = 3  #@param {type:"slider", min:1, max:6}

def knit():
    for n in range(rounds):
        print("knit", n)
        purl_row.switch()
    print("knit ends")

def purl():
    for n in range(rounds):
        print("purl", n)
        knit_row.switch()
    print("purl ends")

knit_row = greenlet(knit)
purl_row = greenlet(purl)
knit_row.switch()
print("main: knit is dead:", knit_row.dead)
print("main: purl is dead:", purl_row.dead)
