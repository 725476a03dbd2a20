from gevent import monkey
import math
import types

monkey.patch_item(math, 'pi', 3)
print(math.pi, monkey.get_original('math', 'pi') > 3.1, monkey.is_object_patched('math', 'pi'), monkey.is_object_patched('math', 'e'))
source = types.ModuleType('source')
source.__implements__ = ['e', 'tau']
source.e, source.tau = 2, 6
monkey.patch_module(math, source)
print(math.e, math.tau, sorted(monkey.saved['math']))
print(monkey.get_original('math', ['pi', 'e']) == [3.141592653589793, 2.718281828459045])
