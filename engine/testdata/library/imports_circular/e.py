import f
x = 1
