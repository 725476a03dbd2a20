from gevent import config
import gevent

print(config.max_blocking_time, config.track_greenlet_tree, config.monitor_thread)
config.max_blocking_time = 0.5
print(config.max_blocking_time)
print(gevent.getswitchinterval())
