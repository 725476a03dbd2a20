package trace

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"math/bits"
	"strconv"
)

// WireVersion is the version of the header and the columns.
const WireVersion = 1

// Columns is the recording as typed arrays, little endian, as they are handed to a page. Each slice
// holds one element an event, or an entity (those that begin with E).
type Columns struct {
	Time                      []byte // float64, ns
	Kind                      []byte // uint8
	Who, Obj, Arg, Loc        []byte // uint32
	EKind                     []byte // uint8
	EName, EParent, EventBorn []byte // uint32
}

// Columns makes the typed arrays.
func (r *Recording) Columns() Columns {
	n, m := r.n, len(r.entities)
	c := Columns{
		Time: make([]byte, 8*n), Kind: make([]byte, n),
		Who: make([]byte, 4*n), Obj: make([]byte, 4*n), Arg: make([]byte, 4*n), Loc: make([]byte, 4*n),
		EKind: make([]byte, m), EName: make([]byte, 4*m), EParent: make([]byte, 4*m), EventBorn: make([]byte, 4*m),
	}
	le := binary.LittleEndian
	i := 0
	for _, chunk := range r.chunks {
		for j := range chunk {
			if i == n {
				break
			}
			p := &chunk[j]
			le.PutUint64(c.Time[8*i:], math.Float64bits(float64(p.meta>>8)))
			c.Kind[i] = uint8(p.meta)
			le.PutUint32(c.Who[4*i:], p.who)
			le.PutUint32(c.Obj[4*i:], p.obj)
			le.PutUint32(c.Arg[4*i:], p.arg)
			le.PutUint32(c.Loc[4*i:], p.loc)
			if Kind(p.meta) == CREATE && int(p.who) < m {
				le.PutUint32(c.EventBorn[4*p.who:], uint32(i))
			}
			i++
		}
	}
	for e, info := range r.entities {
		c.EKind[e] = uint8(info.Kind)
		le.PutUint32(c.EName[4*e:], uint32(info.Name))
		le.PutUint32(c.EParent[4*e:], uint32(info.Parent))
	}
	return c
}

// Header is the JSON that travels with the columns.
type Header struct {
	Version     int          `json:"version"`
	Engine      string       `json:"engine"`
	Kinds       []HeaderKind `json:"kinds"`
	EntityKinds []string     `json:"entityKinds"`
	Strings     []string     `json:"strings"`
	Files       []string     `json:"files"`
	End         int64        `json:"end"`
	Digest      string       `json:"digest"`
	Seed        int64        `json:"seed"`
	Cores       int          `json:"cores"`
	Exit        int          `json:"exit"`
	Error       *RunError    `json:"error"`
	Truncated   bool         `json:"truncated"`
	NEvents     int          `json:"nEvents"`
	NEntities   int          `json:"nEntities"`
}

// HeaderKind is a row of the table of event kinds, for readers that were not compiled with it.
type HeaderKind struct {
	Name  string `json:"name"`
	Arg   string `json:"arg"`             // none, string, count or us
	State string `json:"state,omitempty"` // the state it puts who into
	Edge  string `json:"edge,omitempty"`  // "to" or "from" obj
}

// Header makes the header. Kinds and entity kinds are indexed by number.
func (r *Recording) Header() Header {
	h := Header{
		Version: WireVersion, Engine: r.Meta.Engine, Strings: r.strings, Files: r.Meta.Files,
		End: r.End(), Digest: r.Digest(), Seed: r.Meta.Seed, Cores: r.Meta.Cores, Exit: r.Meta.Exit,
		Error: r.Meta.Error, Truncated: r.Meta.Truncated, NEvents: r.n, NEntities: len(r.entities),
	}
	if h.Files == nil {
		h.Files = []string{}
	}
	for k := range Kinds {
		info := &Kinds[k]
		row := HeaderKind{Name: info.Name, Arg: info.ArgIs.String(), Edge: [...]string{"", "to", "from"}[info.Edge]}
		if info.To != NoState {
			row.State = info.To.String()
		}
		h.Kinds = append(h.Kinds, row)
	}
	for k := range EntityKinds {
		h.EntityKinds = append(h.EntityKinds, EntityKinds[k].Name)
	}
	return h
}

// HeaderJSON is the header as bytes.
func (r *Recording) HeaderJSON() []byte {
	b, err := json.Marshal(r.Header())
	if err != nil {
		// Strings and numbers only: cannot happen.
		panic(err)
	}
	return b
}

// Digest is 64 bits over everything recorded: events, entities, the strings they
// mention, output and how the run ended. It does not depend on the numbers that strings have
// got, nor on the engine's name, so equal behaviour gives equal digests.
func (r *Recording) Digest() string {
	hashes := make([]uint64, len(r.strings))
	for i, s := range r.strings {
		hashes[i] = hashString(s)
	}
	name := func(s uint32) uint64 {
		if int(s) < len(hashes) {
			return hashes[s]
		}
		return 0
	}
	h := mix(uint64(r.n)^k0, uint64(len(r.entities))^k1)
	i := 0
	for _, chunk := range r.chunks {
		for j := range chunk {
			if i == r.n {
				break
			}
			i++
			p := &chunk[j]
			arg := uint64(p.arg)
			if k := Kind(p.meta); k < numKinds && Kinds[k].ArgIs == ArgString {
				arg = name(p.arg)
			}
			h = mix(h^p.meta, uint64(p.who)<<32|uint64(p.obj)^k0)
			h = mix(h^arg, uint64(p.loc)^k1)
		}
	}
	for _, e := range r.entities {
		h = mix(h^uint64(e.Kind)<<32^uint64(e.Parent), name(uint32(e.Name))^k0)
	}
	h = mix(h^uint64(r.End()), uint64(int64(r.Meta.Exit))^k1)
	if e := r.Meta.Error; e != nil {
		h = mix(h^hashString(e.Kind), hashString(e.Message)^uint64(e.Line))
	}
	hex := strconv.FormatUint(h, 16)
	return "0000000000000000"[len(hex):] + hex
}

// The hash multiplies 64 by 64 bits and folds the halves: one multiplication a
// word, the same on every platform. It guards against accidents, not against forgers.
const (
	k0 = 0x9e3779b97f4a7c15
	k1 = 0xd1b54a32d192ed03
)

func mix(a, b uint64) uint64 {
	// A factor of 0 would forget the other one.
	hi, lo := bits.Mul64(a|1, b|1)
	return hi ^ lo ^ bits.RotateLeft64(a, 23) ^ bits.RotateLeft64(b, 41)
}

func hashString(s string) uint64 {
	h := uint64(len(s)) ^ k1
	for len(s) >= 8 {
		h = mix(h^(uint64(s[0])|uint64(s[1])<<8|uint64(s[2])<<16|uint64(s[3])<<24|
			uint64(s[4])<<32|uint64(s[5])<<40|uint64(s[6])<<48|uint64(s[7])<<56), k0)
		s = s[8:]
	}
	var tail uint64
	for i := 0; i < len(s); i++ {
		tail |= uint64(s[i]) << (8 * i)
	}
	return mix(h^tail, k1)
}
