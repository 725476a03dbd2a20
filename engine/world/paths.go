package world

// The operations on paths: what system calls do with names.

// free to be made or removed in: the directory of p must allow writing.
func changeable(p place) Errno {
	if p.dir.nlink == 0 {
		return ENOENT
	}
	if !p.dir.may(3) {
		return EACCES
	}
	return 0
}

// vacant is the place for a new name.
func (d *Disk) vacant(cwd *Node, path string) (place, Errno) {
	p, e := d.walk(cwd, path, false)
	if e == 0 && p.node != nil {
		e = EEXIST
	}
	if e == 0 {
		e = changeable(p)
	}
	return p, e
}

// Mkdir makes a directory.
func (d *Disk) Mkdir(cwd *Node, path string, mode uint32) Errno {
	p, e := d.vacant(cwd, path)
	if e != 0 {
		return e
	}
	d.link(p.dir, p.name, d.newNode(TypeDir|mode&0o7777, userID))
	return 0
}

// BindSocket makes the file by which others find a socket.
func (d *Disk) BindSocket(cwd *Node, path string) (*Node, Errno) {
	p, e := d.vacant(cwd, path)
	if e == EEXIST {
		return nil, EADDRINUSE
	}
	if e != 0 {
		return nil, e
	}
	n := d.newNode(TypeSocket|0o755, userID)
	d.link(p.dir, p.name, n)
	return n, 0
}

// Symlink makes a symbolic link to target.
func (d *Disk) Symlink(cwd *Node, target, path string) Errno {
	p, e := d.vacant(cwd, path)
	if e != 0 {
		return e
	}
	n := d.newNode(TypeLink|0o777, userID)
	n.target = target
	d.link(p.dir, p.name, n)
	return 0
}

// Mkfifo is not offered: named pipes would need opens that wait for each other.

// Link gives a file a second name.
func (d *Disk) Link(cwd *Node, from, to string) Errno {
	n, e := d.Find(cwd, from, false)
	if e != 0 {
		return e
	}
	p, e := d.vacant(cwd, to)
	if e != 0 {
		return e
	}
	if n.IsDir() {
		return EPERM
	}
	n.nlink++
	n.ctime = d.Now()
	d.link(p.dir, p.name, n)
	return 0
}

// Readlink is the target of a symbolic link.
func (d *Disk) Readlink(cwd *Node, path string) (string, Errno) {
	n, e := d.Find(cwd, path, false)
	if e != 0 {
		return "", e
	}
	if !n.IsLink() {
		return "", EINVAL
	}
	return n.target, 0
}

// existing is the place of a name that is there, and may be removed.
func (d *Disk) existing(cwd *Node, path string) (place, Errno) {
	p, e := d.walk(cwd, path, false)
	if e == 0 && p.node == nil {
		e = ENOENT
	}
	if e == 0 {
		e = changeable(p)
	}
	if e == 0 && p.dir.Mode&0o1000 != 0 && p.dir.uid != userID && p.node.uid != userID {
		e = EPERM
	}
	return p, e
}

// Unlink removes the name of a file.
func (d *Disk) Unlink(cwd *Node, path string) Errno {
	p, e := d.existing(cwd, path)
	if e != 0 {
		return e
	}
	if p.node.IsDir() {
		return EISDIR
	}
	d.unlink(p.dir, p.name)
	return 0
}

// Rmdir removes an empty directory.
func (d *Disk) Rmdir(cwd *Node, path string) Errno {
	p, e := d.existing(cwd, path)
	switch {
	case e != 0:
		return e
	case !p.node.IsDir():
		return ENOTDIR
	case p.name == ".":
		return EINVAL
	case len(p.node.order) > 0:
		return ENOTEMPTY
	}
	d.unlink(p.dir, p.name)
	return 0
}

// Rename moves a file or a directory; what lies at the new name is replaced.
func (d *Disk) Rename(cwd *Node, from, to string) Errno {
	a, e := d.existing(cwd, from)
	if e != 0 {
		return e
	}
	b, e := d.walk(cwd, to, false)
	if e == 0 {
		e = changeable(b)
	}
	switch {
	case e != 0:
		return e
	case a.name == "." || b.name == ".":
		return EINVAL
	case a.node == b.node:
		return 0
	}
	if a.node.IsDir() {
		for n := b.dir; ; n = n.parent {
			if n == a.node {
				return EINVAL
			}
			if n == d.Root {
				break
			}
		}
	}
	if b.node != nil {
		switch {
		case a.node.IsDir() && !b.node.IsDir():
			return ENOTDIR
		case !a.node.IsDir() && b.node.IsDir():
			return EISDIR
		case b.node.IsDir() && len(b.node.order) > 0:
			return ENOTEMPTY
		}
		d.unlink(b.dir, b.name)
	}
	n := a.node
	n.nlink++ // so that taking the old name away does not end it
	links := n.nlink
	d.unlink(a.dir, a.name)
	n.nlink = links - 1
	d.link(b.dir, b.name, n)
	return 0
}

// List is the names in a directory.
func (d *Disk) List(cwd *Node, path string) ([]string, Errno) {
	n, e := d.Find(cwd, path, true)
	switch {
	case e != 0:
		return nil, e
	case !n.IsDir():
		return nil, ENOTDIR
	case !n.may(4):
		return nil, EACCES
	}
	return append([]string(nil), n.order...), 0
}

// Chmod changes permissions.
func (d *Disk) Chmod(n *Node, mode uint32) Errno {
	if n.uid != userID {
		return EPERM
	}
	n.Mode = n.Mode&TypeMask | mode&0o7777
	n.ctime = d.Now()
	return 0
}

// SetTimes changes the times of access and of change, in ns since 1970.
func (d *Disk) SetTimes(n *Node, atime, mtime int64) Errno {
	if n.uid != userID {
		return EPERM
	}
	n.atime, n.mtime, n.ctime = atime, mtime, d.Now()
	return 0
}

// Allows is access(2): how is a sum of 4 (read), 2 (write) and 1 (execute).
func (n *Node) Allows(how uint32) bool { return n.may(how) }

// Chdir is the directory at a path.
func (d *Disk) Chdir(cwd *Node, path string) (*Node, Errno) {
	n, e := d.Find(cwd, path, true)
	switch {
	case e != 0:
		return nil, e
	case !n.IsDir():
		return nil, ENOTDIR
	case !n.may(1):
		return nil, EACCES
	}
	return n, 0
}

// Put places a file with that text, making the directories above it: for the
// program's own files, before the run begins.
func (d *Disk) Put(dir *Node, path, text string) {
	for i := 0; i < len(path); i++ {
		if path[i] == '/' && i > 0 {
			d.Mkdir(dir, path[:i], 0o755) // it may be there
		}
	}
	p, e := d.vacant(dir, path)
	if e != 0 {
		return
	}
	n := d.newNode(TypeRegular|0o644, userID)
	n.data = []byte(text)
	d.link(p.dir, p.name, n)
}
