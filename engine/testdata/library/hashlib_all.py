import hashlib, hmac
for n in sorted(hashlib.algorithms_guaranteed):
    for size in (0, 3, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 135, 136, 143, 144, 300):
        h = hashlib.new(n, b'a' * size); d = h.hexdigest(20) if n.startswith('shake') else h.hexdigest()
        print(n, size, d[:24], h.digest_size, h.block_size, h.name)
h = hashlib.sha256(); h.update(b'ab'); c = h.copy(); h.update(b'c'); print(h.hexdigest(), c.hexdigest(), hashlib.sha256(b'abc').digest())
try: hashlib.md5('x')
except TypeError as e: print(e)
try: hashlib.new('nope')
except ValueError as e: print(e)
print(hashlib.blake2b(b'x', digest_size=20, key=b'k', salt=b's', person=b'p').hexdigest(), hashlib.blake2s(b'hi'*50, key=b'kk').hexdigest())
print(hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.new(b'k'*200, b'msg', hashlib.md5).hexdigest(), hmac.digest(b'a', b'b', 'sha1'), hmac.compare_digest('a', 'a'), hmac.new(b'k', digestmod='sha512').name)
print(hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 1000).hex(), hashlib.pbkdf2_hmac('sha1', b'pw', b'salt', 3, 50).hex())
