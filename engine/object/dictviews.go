package object

// MappingProxy is a read-only view of a mapping.
type MappingProxy struct {
	Header
	Mapping Value
}

// NewMappingProxy makes a view of a mapping.
func NewMappingProxy(v Value) Value {
	return Obj(&(&MappingProxy{Header{Type: MappingProxyType}, v}).Header)
}
