import time

time.sleep(0.2)
import right as other

name = "L"
