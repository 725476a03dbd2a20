from array import array, typecodes
import copy
a = array('i', [1, 2, 3]); print(a, len(a), a[0], a[-1], a[1:], a.itemsize, a.typecode, typecodes)
a.append(4); a.extend([5, 6]); a.insert(0, 0); a[1] = 10; del a[2]; print(a, a.pop(), a.pop(0), a, 10 in a, a.index(4), a.count(5))
a.remove(10); a.reverse(); print(a, a + a, a * 2, a == array('i', a), a < array('i', [9]), a.tolist())
print(array('d', [1.5, 2]), array('f', [0.1]), array('b', b'ab'), array('u', 'héy'), array('B'), array('q', range(3)))
print(array('h', [1, -2]).tobytes(), array('I', b'\x01\0\0\0\x02\0\0\0'), [array(t).itemsize for t in typecodes])
b = array('H', [1, 256]); b.byteswap(); print(b, copy.copy(b) == b, sum(array('d', [.5, .25])), sorted(array('i', [3, 1])), list(map(str, b)))
def t(f, *x):
    try: print(f(*x))
    except Exception as e: print(type(e).__name__, e)
t(array, 'z'); t(array, 'i', 'abc'); t(array('b').append, 200); t(array('B').append, -1); t(array('i').append, 1.5); t(array('i').append, 'x'); t(array('i', [1]).__getitem__, 5); t(array('i').pop); t(array('i', [1]).remove, 2); t(array('h').frombytes, b'abc'); t(lambda: array('i') + array('d')); t(lambda: array('i') + [1]); t(hash, array('i')); t(array('i').append, 2**31); t(array('i').extend, array('d'))
s = array('i', range(10)); s[2:5] = array('i', [0]); print(s, s[::-2]); s += array('i', [7]); s *= 1; print(s)
