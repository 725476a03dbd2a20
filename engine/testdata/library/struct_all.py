# struct: sizes, alignment, ranges and their messages, buffers.
import struct
for e in ('', '<', '>'):
    for c in 'bBhHiIlLqQnN':
        for v in (1<<70, -1, 1<<63, 1<<15, 'x', 1.5):
            try: print(repr(e+c), v, struct.pack(e+c, v))
            except Exception as x: print(repr(e+c), v, type(x).__name__, x)
for f, a in (('2h', (1,)), ('z', (1,)), ('<n', (1,)), ('5', ()), ('s', (1,)), ('c', (b'ab',)), ('c', ('a',)), ('f', ('x',)), ('f', (1e40,)), ('3s', ('abc',)), ('5p', (b'abcdefgh',)), ('?', ('',)), ('e', (1e6,)), ('x', ()), (' 2 h', (1, 2)), ('h 2', (1,)), ('@bi', (1, 2)), ('=bi', (1, 2)), ('bxxi0l', (1, 2)), ('P', (5,)), ('3x', ()), ('d', (1,)), ('!I', (7,)), ('0s', (b'',)), ('ii', (1, 2, 3)), ('', ())):
    try: print(f, struct.pack(f, *a), struct.calcsize(f))
    except Exception as x: print(f, a, type(x).__name__, x)
for f in (lambda: struct.unpack('<I', b'abc'), lambda: struct.unpack_from('<I', b'abcdef', 4), lambda: struct.pack_into('<I', bytearray(3), 0, 1), lambda: struct.pack_into('<I', b'abcd', 0, 1), lambda: list(struct.iter_unpack('<H', b'abc')), lambda: list(struct.iter_unpack('<H', b'abcd')), lambda: struct.unpack('<I', 'abcd'), lambda: struct.unpack_from('<H', b'abcd', -2), lambda: struct.unpack_from('<H', b'abcd', -9), lambda: struct.iter_unpack('', b'')):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
s = struct.Struct('<2sHf'); print(s.size, s.format, s.pack(b'ab', 1, 2.5), s.unpack(s.pack(b'ab', 1, 2.5)), s.unpack_from(b'x'+s.pack(b'ab', 1, 2.5), 1))
b = bytearray(10); s.pack_into(b, 1, b'zz', 3, 0.5); print(b, struct.unpack('<5p', b'\x03abcd'), struct.unpack('>e?c', b'\x3c\x00\x01z'))
try: s.pack(1)
except struct.error as e: print(e)
