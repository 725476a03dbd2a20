// Package hashmod is the modules hashlib and hmac: the hash functions in Go, the
// objects in Python.
package hashmod

import (
	_ "embed"

	"loopscope/engine/lib"
	"loopscope/engine/object"
	"loopscope/engine/vm"
)

var (
	//go:embed hashlib.py
	hashlibSource string
	//go:embed hmac.py
	hmacSource string
)

// digest is the named hash of a message. size counts for the functions of any size.
func digest(name string, msg []byte, size int) []byte {
	switch name {
	case "md5":
		return md5(msg)
	case "sha1":
		return sha1(msg)
	case "sha224":
		return sha256(msg, 28)
	case "sha256":
		return sha256(msg, 32)
	case "sha384":
		return sha512(msg, 48)
	case "sha512":
		return sha512(msg, 64)
	case "sha3_224":
		return keccak(msg, 144, 6, 28)
	case "sha3_256":
		return keccak(msg, 136, 6, 32)
	case "sha3_384":
		return keccak(msg, 104, 6, 48)
	case "sha3_512":
		return keccak(msg, 72, 6, 64)
	case "shake_128":
		return keccak(msg, 168, 0x1f, size)
	case "shake_256":
		return keccak(msg, 136, 0x1f, size)
	}
	return nil
}

// blockSize is the size of a block in bytes, which HMAC needs.
var blockSize = map[string]int{
	"md5": 64, "sha1": 64, "sha224": 64, "sha256": 64, "sha384": 128, "sha512": 128,
	"sha3_224": 144, "sha3_256": 136, "sha3_384": 104, "sha3_512": 72,
}

// mac is HMAC (RFC 2104).
func mac(name string, secret, msg []byte) []byte {
	block := blockSize[name]
	if len(secret) > block {
		secret = digest(name, secret, 0)
	}
	inner, outer := make([]byte, block), make([]byte, block)
	copy(inner, secret)
	copy(outer, secret)
	for i := range inner {
		inner[i] ^= 0x36
		outer[i] ^= 0x5c
	}
	return digest(name, append(outer, digest(name, append(inner, msg...), 0)...), 0)
}

// pbkdf2 is PBKDF2 with HMAC (RFC 8018).
func pbkdf2(name string, password, salt []byte, iterations, size int) []byte {
	var out []byte
	for n := 1; len(out) < size; n++ {
		u := mac(name, password, append(append([]byte(nil), salt...), byte(n>>24), byte(n>>16), byte(n>>8), byte(n)))
		t := append([]byte(nil), u...)
		for range iterations - 1 {
			u = mac(name, password, u)
			for i := range t {
				t[i] ^= u[i]
			}
		}
		out = append(out, t...)
	}
	return out[:size]
}

func init() {
	tb := &lib.Table{Name: "_hashes"}
	// The arguments come from the Python part: they are of the right classes.
	data := func(v object.Value) []byte { return []byte(object.AsBytes(v).Data) }
	text := func(v object.Value) string { return object.AsStr(v).Text }
	number := func(v object.Value) int {
		n, _ := object.ToInt64(v)
		return int(n)
	}
	answer := func(b []byte) (object.Value, *object.Exc) { return object.NewBytes(string(b)), nil }
	tb.Leaf("digest", "name, data, size=0, /", func(c *object.Ctx, a []object.Value, _ []*object.Str) (object.Value, *object.Exc) {
		size := 0
		if !a[2].IsNull() {
			size = number(a[2])
		}
		return answer(digest(text(a[0]), data(a[1]), size))
	})
	tb.Leaf("blake2", "data, key, params, small, /", func(c *object.Ctx, a []object.Value, _ []*object.Str) (object.Value, *object.Exc) {
		return answer(blake2(data(a[0]), data(a[1]), data(a[2]), a[3] == object.True))
	})
	tb.Native("pbkdf2", "name, password, salt, iterations, size, /", func(t *vm.Thread, a []object.Value, _ []*object.Str) vm.Action {
		n := number(a[3])
		t.Charge(int64(n) * 40) // what it costs: some dozens of plain instructions a round
		return vm.ReturnOr(answer(pbkdf2(text(a[0]), data(a[1]), data(a[2]), n, number(a[4]))))
	})
	lib.Register("_hashes", tb.Spec(""))
	lib.Register("hashlib", vm.Spec{Source: hashlibSource})
	lib.Register("hmac", vm.Spec{Source: hmacSource})
}
