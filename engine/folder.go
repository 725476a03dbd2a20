package engine

import (
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"
)

// MaxFileBytes bounds a file of a program that is read from a folder.
const MaxFileBytes = 4 << 20

// ReadProgram reads the files of a program that is a folder, for Request.Files: main.py (or
// __main__.py) first, then the others by name. What is hidden or belongs to a cache is left out, and
// so are files that are no text and those over MaxFileBytes.
func ReadProgram(folder fs.FS) ([]File, error) {
	main := "main.py"
	if _, err := fs.Stat(folder, main); err != nil {
		main = "__main__.py"
	}
	text, err := fs.ReadFile(folder, main)
	if err != nil {
		return nil, err
	}
	files := []File{{Name: main, Text: string(text)}}
	var others []File
	err = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); strings.HasPrefix(base, ".") && name != "." || base == "__pycache__" {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.Type().IsRegular() || name == main {
			return nil
		}
		if info, err := entry.Info(); err != nil || info.Size() > MaxFileBytes {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		if err != nil || !utf8.Valid(text) {
			return err
		}
		others = append(others, File{Name: name, Text: string(text)})
		return nil
	})
	sort.Slice(others, func(i, j int) bool { return others[i].Name < others[j].Name })
	return append(files, others...), err
}
