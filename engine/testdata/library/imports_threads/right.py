import time

time.sleep(0.3)
import left as other

name = "R"
