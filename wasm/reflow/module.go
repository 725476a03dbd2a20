package reflow

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// Sections of a module, by number.
const (
	secCustom   = 0
	secType     = 1
	secImport   = 2
	secFunction = 3
	secCode     = 10
)

// firstPC is the number of a program's first own function in Go's program counters (funcValueOffset of the linker).
const firstPC = 0x1000

// Stats says what became of a module's functions.
type Stats struct {
	Functions int // of the module
	Rewritten int
	Kept      int // have Go's form, but a flow that is left as it is
}

type section struct {
	id   byte
	name string // of a custom section
	body []byte
}

// Rewrite answers the module with the control flow of its functions restored. The module must have its names (built
// without -ldflags=-s); they are left out of the result.
func Rewrite(module []byte) ([]byte, Stats, error) {
	var stats Stats
	sections, err := split(module)
	if err != nil {
		return nil, stats, err
	}
	var types []byte
	m := &program{}
	kinds := []uint32(nil)
	for _, s := range sections {
		r := &reader{b: s.body}
		switch {
		case s.id == secType:
			types = s.body
		case s.id == secImport:
			m.imports = r.u32()
		case s.id == secFunction:
			for n := r.u32(); n > 0; n-- {
				kinds = append(kinds, r.u32())
			}
		case s.id == secCustom && s.name == "name":
			if err := m.readNames(r); err != nil {
				return nil, stats, err
			}
		}
		if r.failed {
			return nil, stats, errors.New("reflow: the module ends too early")
		}
	}
	if m.names == nil {
		return nil, stats, errors.New("reflow: the module has no names")
	}
	goType, err := goFunctionType(types)
	if err != nil {
		return nil, stats, err
	}

	out := append([]byte(nil), module[:8]...)
	for _, s := range sections {
		body := s.body
		switch {
		case s.id == secCustom && s.name == "name":
			continue
		case s.id == secCode:
			body, err = m.code(s.body, kinds, goType, &stats)
			if err != nil {
				return nil, stats, err
			}
		}
		out = append(out, s.id)
		out = appendUint(out, uint64(len(body)))
		out = append(out, body...)
	}
	return out, stats, nil
}

// program is what functions need to know of their module.
type program struct {
	imports uint32
	names   map[uint32]string
	// The runtime's functions whose calls mean something to the flow.
	sigpanic, deferreturn uint32
	// noReturn are the functions after whose calls the compiler writes nothing, since they do not come back.
	noReturn map[uint32]bool
}

// noReturn names what the compiler (cmd/compile/internal/ssagen) ends a block with; add runtime.goPanic….
var noReturn = map[string]bool{
	"runtime.gopanic": true, "runtime.throw": true, "runtime.throwinit": true, "runtime.panicwrap": true, "runtime.block": true,
	"runtime.panicmakeslicelen": true, "runtime.panicmakeslicecap": true, "runtime.panicunsafeslicelen": true,
	"runtime.panicunsafeslicenilptr": true, "runtime.panicunsafestringlen": true, "runtime.panicunsafestringnilptr": true,
	"runtime.panicrangestate": true, "runtime.panicshift": true, "runtime.panicdivide": true,
	"runtime.panicdottypeE": true, "runtime.panicdottypeI": true, "runtime.panicnildottype": true,
}

func (m *program) readNames(r *reader) error {
	m.names, m.noReturn = map[uint32]string{}, map[uint32]bool{}
	for !r.done() {
		kind, size := r.byte(), r.u32()
		sub := &reader{b: r.take(int(size))}
		if kind != 1 {
			continue
		}
		for n := sub.u32(); n > 0; n-- {
			index := sub.u32()
			name := string(sub.take(int(sub.u32())))
			m.names[index] = name
			if noReturn[name] || strings.HasPrefix(name, "runtime.goPanic") {
				m.noReturn[index] = true
			}
			switch name {
			case "runtime.sigpanic":
				m.sigpanic = index
			case "runtime.deferreturn":
				m.deferreturn = index
			}
		}
		if sub.failed {
			return errors.New("reflow: the names end too early")
		}
	}
	if m.sigpanic == 0 || m.deferreturn == 0 {
		return errors.New("reflow: the module has no runtime.sigpanic or no runtime.deferreturn: this is no Go program")
	}
	return nil
}

// goFunctionType is the number of the type (i32) -> i32, which Go's functions have.
func goFunctionType(types []byte) (uint32, error) {
	r := &reader{b: types}
	for i, n := uint32(0), r.u32(); i < n && !r.failed; i++ {
		r.byte()
		params := string(r.take(int(r.u32())))
		results := string(r.take(int(r.u32())))
		if params == "\x7f" && results == "\x7f" {
			return i, nil
		}
	}
	return 0, errors.New("reflow: no function has the type of Go's")
}

// code rewrites the functions, several at a time.
func (m *program) code(body []byte, kinds []uint32, goType uint32, stats *Stats) ([]byte, error) {
	r := &reader{b: body}
	bodies := make([][]byte, r.u32())
	for i := range bodies {
		bodies[i] = r.take(int(r.u32()))
	}
	if r.failed || len(bodies) != len(kinds) {
		return nil, errors.New("reflow: the code section ends too early")
	}
	stats.Functions = len(bodies)
	results := make([]error, len(bodies))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(bodies); i += workers {
				if kinds[i] != goType {
					results[i] = errOther
					continue
				}
				var code []byte
				if code, results[i] = m.function(bodies[i], uint32(i)); results[i] == nil {
					bodies[i] = code
				}
			}
		})
	}
	wait.Wait()
	out := appendUint(nil, uint64(len(bodies)))
	for i, code := range bodies {
		switch err := results[i]; {
		case err == nil:
			stats.Rewritten++
		case errors.Is(err, errKept):
			stats.Kept++
		case !errors.Is(err, errOther):
			return nil, fmt.Errorf("reflow: %s: %w", m.names[m.imports+uint32(i)], err)
		}
		out = appendUint(out, uint64(len(code)))
		out = append(out, code...)
	}
	return out, nil
}

var (
	errOther = errors.New("not of Go's form")
	errKept  = errors.New("a flow that is left as it is")
)

// function rewrites the body of the function with this index among the program's own.
func (m *program) function(body []byte, index uint32) ([]byte, error) {
	f, err := m.parse(body, index)
	if err != nil {
		return nil, err
	}
	f.switches()
	if err := f.enter(); err != nil {
		return nil, err
	}
	return f.emit()
}

func split(module []byte) ([]section, error) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, errors.New("reflow: this is no WASM module")
	}
	var out []section
	r := &reader{b: module, at: 8}
	for !r.done() {
		s := section{id: r.byte()}
		s.body = r.take(int(r.u32()))
		if s.id == secCustom {
			sub := &reader{b: s.body}
			s.name = string(sub.take(int(sub.u32())))
			if s.name == "name" {
				s.body = s.body[sub.at:]
			}
		}
		out = append(out, s)
	}
	if r.failed {
		return nil, errors.New("reflow: the module ends too early")
	}
	return out, nil
}
