package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// A fingerprint stands for the content of a set of files. Contents are hashed,
// not times: a fresh clone, a branch switched to and back and a touched file all
// count for what they hold.
type fingerprint string

// fileSet names files below a root: whole folders or single files, less what
// skip says. What does not exist counts as empty.
type fileSet struct {
	paths []string
	skip  func(path string, dir bool) bool
}

// notForTheProgram leaves out what a compiled program does not contain.
func notForTheProgram(path string, dir bool) bool {
	if dir {
		return filepath.Base(path) == "testdata"
	}
	return strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".md")
}

// neverRead leaves out what no step reads, whatever its set says.
func neverRead(path string, dir bool) bool {
	base := filepath.Base(path)
	if dir {
		return base == "node_modules" || base == "__pycache__" || strings.HasPrefix(base, ".")
	}
	// Editors write these beside the file that they save.
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".swp") || base == "4913"
}

// files lists the set, sorted, as slash paths relative to root.
func (s fileSet) files(root string) ([]string, error) {
	var found []string
	for _, path := range s.paths {
		err := filepath.WalkDir(filepath.Join(root, path), func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				if os.IsNotExist(err) {
					return nil
				}
				return err
			}
			rel, err := filepath.Rel(root, name)
			if err != nil {
				return err
			}
			if neverRead(rel, entry.IsDir()) || s.skip != nil && s.skip(rel, entry.IsDir()) {
				if entry.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if entry.Type().IsRegular() {
				found = append(found, filepath.ToSlash(rel))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(found)
	return found, nil
}

// fingerprint hashes names and contents of the set, and the extra facts that
// the step's result depends on (versions, options).
func (s fileSet) fingerprint(root string, facts ...any) (fingerprint, error) {
	names, err := s.files(root)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, fact := range facts {
		fmt.Fprintf(sum, "fact %v\x00", fact)
	}
	for _, name := range names {
		file, err := os.Open(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			if os.IsNotExist(err) { // gone since it was listed
				continue
			}
			return "", err
		}
		size, err := file.Stat()
		if err == nil {
			fmt.Fprintf(sum, "file %s %d\x00", name, size.Size())
			_, err = io.Copy(sum, file)
		}
		file.Close()
		if err != nil {
			return "", err
		}
	}
	return fingerprint(hex.EncodeToString(sum.Sum(nil)[:16])), nil
}

// fresh says whether the stamp file says print, and every output exists.
func fresh(stamp string, print fingerprint, outputs ...string) bool {
	text, err := os.ReadFile(stamp)
	if err != nil || strings.TrimSpace(string(text)) != string(print) {
		return false
	}
	for _, output := range outputs {
		if _, err := os.Stat(output); err != nil {
			return false
		}
	}
	return true
}

// setStamp notes that the outputs beside the stamp are those of print.
func setStamp(stamp string, print fingerprint) error {
	return writeFile(stamp, []byte(print+"\n"))
}

// writeFile writes a file whole or not at all, and its folder if need be.
func writeFile(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	part := name + ".part"
	if err := os.WriteFile(part, text, 0o644); err != nil {
		return err
	}
	return os.Rename(part, name)
}

// shortHash is the part of a content's hash that goes into file names.
func shortHash(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:5])
}
