package world

import "strings"

// The types and permissions of a file, as in st_mode.
const (
	TypeMask    = 0o170000
	TypePipe    = 0o010000
	TypeChar    = 0o020000
	TypeDir     = 0o040000
	TypeRegular = 0o100000
	TypeLink    = 0o120000
	TypeSocket  = 0o140000
)

// userID is who runs the programs; the directories above the home belong to 0.
const userID = 1000

// Stat is what stat answers. Times are in ns since 1970.
type Stat struct {
	Ino                 uint64
	Mode                uint32
	Nlink               int
	UID, GID            int
	Size                int64
	BlockSize           int64
	Atime, Mtime, Ctime int64
}

// Node is a file, a directory or a symbolic link of the disk.
type Node struct {
	ino                 uint64
	Mode                uint32
	uid                 int
	nlink               int
	data                []byte
	target              string // of a symbolic link
	names               map[string]*Node
	order               []string // the names of a directory, in the order in which they came
	parent              *Node    // of a directory
	opens               int
	atime, mtime, ctime int64
	device              string // of a character device: null, zero
}

// Disk is the file system of a run, in memory. All processes share it.
type Disk struct {
	Root *Node
	// Home is the directory in which programs begin.
	Home *Node
	// Now is the time in ns since 1970.
	Now func() int64
	// Reserve answers whether there is room for n more bytes.
	Reserve func(n int64) bool
	lastIno uint64
}

// NewDisk makes a disk with the directories that a Linux system has, as far as programs look for them.
func NewDisk(now func() int64, reserve func(n int64) bool) *Disk {
	d := &Disk{Now: now, Reserve: reserve, lastIno: 1}
	d.Root = d.newNode(TypeDir|0o755, 0)
	d.Root.parent = d.Root
	for _, path := range [...]string{"bin", "dev", "etc", "home", "home/user", "tmp", "usr", "usr/bin", "usr/lib", "usr/local", "usr/local/bin", "var", "var/tmp"} {
		dir, name := d.Root, path
		if i := strings.LastIndexByte(path, '/'); i >= 0 {
			dir, _ = d.Find(d.Root, path[:i], true)
			name = path[i+1:]
		}
		n := d.newNode(TypeDir|0o755, 0)
		switch path {
		case "tmp", "var/tmp":
			n.Mode = TypeDir | 0o1777
		case "home/user":
			n.uid = userID
			d.Home = n
		}
		d.link(dir, name, n)
	}
	dev, _ := d.Find(d.Root, "dev", true)
	for _, name := range [...]string{"null", "zero"} {
		n := d.newNode(TypeChar|0o666, 0)
		n.device = name
		d.link(dev, name, n)
	}
	return d
}

func (d *Disk) newNode(mode uint32, uid int) *Node {
	d.lastIno++
	t := d.Now()
	n := &Node{ino: d.lastIno, Mode: mode, uid: uid, nlink: 1, atime: t, mtime: t, ctime: t}
	if mode&TypeMask == TypeDir {
		n.names = make(map[string]*Node)
		n.nlink = 2
	}
	return n
}

// link puts a node into a directory.
func (d *Disk) link(dir *Node, name string, n *Node) {
	dir.names[name] = n
	dir.order = append(dir.order, name)
	if n.IsDir() {
		n.parent = dir
		dir.nlink++
	}
	dir.touched(d.Now())
}

func (d *Disk) unlink(dir *Node, name string) {
	n := dir.names[name]
	delete(dir.names, name)
	for i, o := range dir.order {
		if o == name {
			dir.order = append(dir.order[:i:i], dir.order[i+1:]...)
			break
		}
	}
	if n.IsDir() {
		n.nlink = 0
		dir.nlink--
	} else {
		n.nlink--
		d.free(n)
	}
	n.ctime = d.Now()
	dir.touched(d.Now())
}

// free gives back the room of a file that nobody can reach any more.
func (d *Disk) free(n *Node) {
	if n.nlink == 0 && n.opens == 0 && n.data != nil {
		d.Reserve(-int64(len(n.data)))
		n.data = nil
	}
}

func (n *Node) touched(now int64) { n.mtime, n.ctime = now, now }

// IsDir tells whether the node is a directory.
func (n *Node) IsDir() bool { return n.Mode&TypeMask == TypeDir }

// Text is what is in a file.
func (n *Node) Text() string { return string(n.data) }

// IsLink tells whether the node is a symbolic link.
func (n *Node) IsLink() bool { return n.Mode&TypeMask == TypeLink }

// may tells whether the program may read (4), write (2) or execute (1).
func (n *Node) may(how uint32) bool {
	if n.uid == userID {
		return n.Mode>>6&how == how
	}
	return n.Mode&how == how
}

// Stat describes the node.
func (n *Node) Stat() Stat {
	s := Stat{Ino: n.ino, Mode: n.Mode, Nlink: n.nlink, UID: n.uid, GID: n.uid, Size: int64(len(n.data)), BlockSize: 4096, Atime: n.atime, Mtime: n.mtime, Ctime: n.ctime}
	switch {
	case n.IsDir():
		s.Size = 4096
	case n.IsLink():
		s.Size = int64(len(n.target))
	}
	return s
}

// maxLinks bounds the symbolic links of one path, maxName the length of a name.
const (
	maxLinks = 40
	maxName  = 255
)

// place is where a path leads: a name in a directory, and what lies there.
type place struct {
	dir  *Node
	name string
	node *Node // nil when there is nothing
}

// walk follows a path. follow says whether a symbolic link at its end is followed, too.
func (d *Disk) walk(cwd *Node, path string, follow bool) (place, Errno) {
	if path == "" {
		return place{}, ENOENT
	}
	links := 0
	at := cwd
	if path[0] == '/' {
		at = d.Root
	}
	rest := strings.Split(path, "/")
	mustDir := strings.HasSuffix(path, "/")
	p := place{dir: at, name: ".", node: at}
	for len(rest) > 0 {
		name := rest[0]
		rest = rest[1:]
		if name == "" || name == "." {
			if p.node != nil && !p.node.IsDir() {
				return p, ENOTDIR
			}
			continue
		}
		if p.node == nil {
			return p, ENOENT
		}
		if !p.node.IsDir() {
			return p, ENOTDIR
		}
		if !p.node.may(1) {
			return p, EACCES
		}
		if len(name) > maxName {
			return p, ENAMETOOLONG
		}
		if name == ".." {
			p = place{dir: p.node.parent, name: ".", node: p.node.parent}
			continue
		}
		dir := p.node
		p = place{dir: dir, name: name, node: dir.names[name]}
		last := true
		for _, r := range rest {
			if r != "" {
				last = false
			}
		}
		if p.node == nil || !p.node.IsLink() || last && !follow && !mustDir {
			continue
		}
		if links++; links > maxLinks {
			return p, ELOOP
		}
		target := strings.Split(p.node.target, "/")
		rest = append(target, rest...)
		start := dir
		if strings.HasPrefix(p.node.target, "/") {
			start = d.Root
		}
		p = place{dir: start, name: ".", node: start}
	}
	if mustDir && p.node != nil && !p.node.IsDir() {
		return p, ENOTDIR
	}
	return p, 0
}

// Find is the node at a path.
func (d *Disk) Find(cwd *Node, path string, follow bool) (*Node, Errno) {
	p, e := d.walk(cwd, path, follow)
	if e == 0 && p.node == nil {
		e = ENOENT
	}
	if e != 0 {
		return nil, e
	}
	return p.node, 0
}

// PathOf is the absolute path of a directory; ENOENT when it has been removed.
func (d *Disk) PathOf(n *Node) (string, Errno) {
	path := ""
	for n != d.Root {
		name := ""
		for _, k := range n.parent.order {
			if n.parent.names[k] == n {
				name = k
			}
		}
		if name == "" {
			return "", ENOENT
		}
		path = "/" + name + path
		n = n.parent
	}
	if path == "" {
		path = "/"
	}
	return path, 0
}
