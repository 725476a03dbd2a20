import base64, binascii, uuid, secrets
for s in (b'', b'f', b'fo', b'foo', b'foob', b'fooba', b'foobar', bytes(range(256))):
    for e, d in ((base64.b64encode, base64.b64decode), (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.b32hexencode, base64.b32hexdecode)):
        x = e(s); print(x[:40], d(x) == s)
print(base64.encodebytes(bytes(range(100))), base64.a85encode(b'\0\0\0\0    hello', foldspaces=True, adobe=True), binascii.hexlify(b'abc', '-'), binascii.crc32(b'hello'), binascii.crc_hqx(b'hello', 0))
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
t(base64.b64decode, 'abc'); t(base64.b64decode, 'abcde'); t(base64.b64decode, 'ab!c'); t(base64.b64decode, 'ab!c', validate=True); t(base64.b64decode, 'YWJj\nZGVm'); t(base64.b32decode, 'abc'); t(binascii.unhexlify, 'abc'); t(binascii.unhexlify, 'zz'); t(base64.b64encode, 'str'); t(base64.b64decode, 'é'); t(base64.b64decode, '====', validate=True); t(base64.b64decode, 'YQ=='); t(base64.b64decode, 'YQ=a'); t(base64.b16decode, 'ab'); t(base64.b85decode, 'a"b')
u = uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant, hash(u) == hash(u.int), u.time, u.clock_seq, u.node)
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'http://x'), uuid.uuid4().version, uuid.uuid1().version, uuid.UUID(int=5) < u, uuid.UUID('{' + str(u) + '}') == u)
t(uuid.UUID, 'xx'); t(uuid.UUID); t(setattr, u, 'int', 3); print(len(secrets.token_hex(8)), len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest('a', 'b'))
