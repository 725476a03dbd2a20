package object

import "unsafe"

// sameFunc tells whether two function values are the same function. Go compares
// functions with nil only; here both are plain functions (never closures), whose
// values are pointers to static data.
func sameFunc[F any](a, b F) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&a)) == *(*unsafe.Pointer)(unsafe.Pointer(&b))
}
