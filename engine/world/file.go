package world

import (
	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

// File is an open file of the disk: a Device with a position.
type File struct {
	d        *Disk
	m        *kernel.Machine
	node     *Node
	pos      int64
	append   bool
	entity   trace.Entity
	watchers Watchers
}

// Open opens what lies at a path, or makes a file there. The name is for the
// timeline; parent the process, creator who opens it.
func (d *Disk) Open(m *kernel.Machine, cwd *Node, path string, flags int, mode uint32, parent, creator trace.Entity) (*Description, Errno) {
	p, e := d.walk(cwd, path, flags&NoFollow == 0 && flags&(Create|Exclusive) != Create|Exclusive)
	if e != 0 {
		return nil, e
	}
	n := p.node
	switch {
	case n == nil && flags&Create == 0:
		return nil, ENOENT
	case n == nil:
		if path[len(path)-1] == '/' {
			return nil, EISDIR
		}
		if e := changeable(p); e != 0 {
			return nil, e
		}
		n = d.newNode(TypeRegular|mode&0o7777, userID)
		d.link(p.dir, p.name, n)
	case flags&(Create|Exclusive) == Create|Exclusive:
		return nil, EEXIST
	case n.IsLink():
		return nil, ELOOP
	case n.IsDir() && (flags&Access != ReadOnly || flags&Create != 0):
		return nil, EISDIR
	case !n.IsDir() && flags&Directory != 0:
		return nil, ENOTDIR
	case flags&Access != WriteOnly && !n.may(4), flags&Access != ReadOnly && !n.may(2):
		return nil, EACCES
	}
	f := &File{d: d, m: m, node: n, append: flags&Append != 0}
	if flags&Truncate != 0 && flags&Access != ReadOnly {
		f.Truncate(0)
	}
	n.opens++
	if !n.IsDir() && n.device == "" {
		f.entity = m.NewEntity(trace.File, "file "+path, parent, creator)
	}
	return NewDescription(f, flags&^(Create|Exclusive|Truncate|CloExec)), 0
}

// Node is what has been opened.
func (f *File) Node() *Node { return f.node }

// Read takes bytes from the position on.
func (f *File) Read(n int) ([]byte, Errno) {
	if f.node.IsDir() {
		return nil, EISDIR
	}
	if f.node.device == "zero" {
		return make([]byte, n), 0
	}
	data := f.node.data
	if f.pos >= int64(len(data)) {
		return nil, 0
	}
	data = data[f.pos:]
	n = min(n, len(data))
	f.pos += int64(n)
	f.node.atime = f.d.Now()
	return append([]byte(nil), data[:n]...), 0
}

// Write puts bytes at the position, or at the end in append mode.
func (f *File) Write(b []byte) (int, Errno) {
	n := f.node
	if n.device != "" {
		return len(b), 0
	}
	if f.append {
		f.pos = int64(len(n.data))
	}
	if len(b) == 0 {
		return 0, 0
	}
	if e := f.resize(max(f.pos+int64(len(b)), int64(len(n.data)))); e != 0 {
		return 0, e
	}
	copy(n.data[f.pos:], b)
	f.pos += int64(len(b))
	n.touched(f.d.Now())
	return len(b), 0
}

func (f *File) resize(size int64) Errno {
	n := f.node
	old := int64(len(n.data))
	if size == old {
		return 0
	}
	if !f.d.Reserve(size - old) {
		return ENOSPC
	}
	switch {
	case size < old:
		n.data = n.data[:size:size]
	case size <= int64(cap(n.data)):
		n.data = n.data[:size]
		clear(n.data[old:])
	default:
		grown := make([]byte, size, size+size/4)
		copy(grown, n.data)
		n.data = grown
	}
	return 0
}

// Truncate changes the size.
func (f *File) Truncate(size int64) Errno {
	if f.node.IsDir() || f.node.device != "" || size < 0 {
		return EINVAL
	}
	if e := f.resize(size); e != 0 {
		return e
	}
	f.node.touched(f.d.Now())
	return 0
}

// MoveTo moves the position.
func (f *File) MoveTo(offset int64, whence int) (int64, Errno) {
	base := int64(0)
	switch whence {
	case 0:
	case 1:
		base = f.pos
	case 2:
		base = int64(len(f.node.data))
	default:
		return 0, EINVAL
	}
	if base+offset < 0 {
		return 0, EINVAL
	}
	f.pos = base + offset
	return f.pos, 0
}

// Cost is the time that a transfer takes; see Coster.
func (f *File) Cost(n int) int64 {
	if f.node.device != "" {
		return 0
	}
	return f.m.Price(kernel.PriceDiskSeek) + int64(n)*f.m.Price(kernel.PriceDiskByte)
}

// Ready is always.
func (f *File) Ready() Events { return In | Out }

// Watchers are those who wait for a file: nobody has to.
func (f *File) Watchers() *Watchers { return &f.watchers }

// Close gives the file back.
func (f *File) Close() {
	f.node.opens--
	f.d.free(f.node)
}

// Stat describes the file.
func (f *File) Stat() Stat { return f.node.Stat() }

// Entity is the open file on the timeline.
func (f *File) Entity() trace.Entity { return f.entity }
