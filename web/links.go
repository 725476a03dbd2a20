package web

import (
	"fmt"
	"html"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var (
	commentRE = regexp.MustCompile(`(?s)<!--.*?-->`)
	// Text inside scripts and styles is not markup; a script's own attributes are.
	scriptRE = regexp.MustCompile(`(?s)(<(?:script|style)\b[^>]*>).*?</(?:script|style)>`)
	linkRE   = regexp.MustCompile(`\s(?:href|src|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`)
	tagRE    = regexp.MustCompile(`(?s)<[a-zA-Z][-\w]*\b[^>]*>`)
	idRE     = regexp.MustCompile(`\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`)
	configRE = regexp.MustCompile(`(?s)id="loopscope-config">(\{.*?\})</script>`)
	assetRE  = regexp.MustCompile(`"(?:worker|wasm|wasmExec|play|base)":"([^"]*)"`)
	urlRE    = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)
)

// CheckLinks reads a built site and returns every address in it that leads to
// no file of it, to no element of a page, or out of the folder; an absolute one
// would break at any path but the one it was made for. Links to other hosts are
// only checked for being https.
func CheckLinks(out string) ([]string, error) {
	names, err := listSite(out)
	if err != nil {
		return nil, err
	}
	exists := map[string]bool{}
	texts := map[string]string{}
	ids := map[string]map[string]bool{}
	for _, name := range names {
		exists[name] = true
		if ext := path.Ext(name); ext == ".html" || ext == ".css" {
			text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
			if err != nil {
				return nil, err
			}
			texts[name] = string(text)
		}
	}
	for name, text := range texts {
		if path.Ext(name) == ".html" {
			ids[name] = map[string]bool{}
			for _, tag := range tagRE.FindAllString(scriptRE.ReplaceAllString(commentRE.ReplaceAllString(text, ""), "$1"), -1) {
				if m := idRE.FindStringSubmatch(tag); m != nil {
					id := html.UnescapeString(m[1] + m[2] + m[3])
					if ids[name][id] {
						// Two elements of one name: a link finds the wrong one.
						ids[name]["\x00"+id] = true
					}
					ids[name][id] = true
				}
			}
		}
	}
	var problems []string
	say := func(name, format string, args ...any) {
		problems = append(problems, name+": "+fmt.Sprintf(format, args...))
	}
	check := func(name, link string) {
		to, err := url.Parse(link)
		switch {
		case err != nil:
			say(name, "%q is no address: %v", link, err)
			return
		case to.Scheme == "data" || to.Scheme == "mailto" || to.Scheme == "https":
			return
		case to.Scheme != "":
			say(name, "%q: only https leads out", link)
			return
		case to.Host != "" || strings.HasPrefix(to.Path, "/"):
			say(name, "%q is not relative: the site would work at one path only", link)
			return
		}
		target := name
		if to.Path != "" {
			target = path.Join(path.Dir(name), to.Path)
			if strings.HasPrefix(target, "..") {
				say(name, "%q leads out of the site", link)
				return
			}
			if strings.HasSuffix(to.Path, "/") || to.Path == "." || to.Path == ".." || target == "." {
				target = path.Join(target, "index.html")
			}
		}
		if !exists[target] {
			say(name, "%q leads to %s, which does not exist", link, target)
			return
		}
		if to.Fragment != "" && ids[target] != nil && !ids[target][to.Fragment] && !strings.Contains(to.Fragment, "=") {
			say(name, "%q: %s has no element #%s", link, target, to.Fragment)
		}
	}
	for _, name := range names {
		text, ok := texts[name]
		if !ok {
			continue
		}
		if path.Ext(name) == ".css" {
			for _, m := range urlRE.FindAllStringSubmatch(text, -1) {
				check(name, m[1])
			}
			continue
		}
		if m := configRE.FindStringSubmatch(text); m != nil {
			for _, q := range assetRE.FindAllStringSubmatch(m[1], -1) {
				check(name, q[1])
			}
		}
		text = scriptRE.ReplaceAllString(commentRE.ReplaceAllString(text, ""), "$1")
		for _, tag := range tagRE.FindAllString(text, -1) {
			for _, m := range linkRE.FindAllStringSubmatch(tag, -1) {
				check(name, html.UnescapeString(m[1]+m[2]+m[3]))
			}
		}
		for id := range ids[name] {
			if strings.HasPrefix(id, "\x00") {
				say(name, "two elements have the id %q", id[1:])
			}
		}
	}
	sort.Strings(problems)
	return problems, nil
}
