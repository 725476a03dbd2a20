//go:build js && wasm

// Command wasm carries the engine into a Web Worker: bytes and JSON at the
// boundary, nothing else. It sets globalThis.loopscope, whose functions answer
// JSON text or typed arrays; web/src/worker is the other side.
//
//	version()              the engine's version
//	start(request)         prepares a run; {ok:true}, or {ok:false, error} for a program that cannot be compiled
//	step(n)                runs about n steps of the scheduler; {done, events, time, out}
//	cancel()               ends the run where it stands
//	recording()            header (JSON) and columns (Uint8Array each) of what is recorded
//	inspect(request, i)    runs again up to event i; frames, locals, queues
package main

import (
	"encoding/json"
	"runtime/debug"
	"syscall/js"

	"loopscope/engine"
)

var session *engine.Session

func main() {
	// A run is short and its garbage is plenty: collect late, as long as the
	// browser has the memory.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	js.Global().Set("loopscope", js.ValueOf(map[string]any{
		"version":   js.FuncOf(version),
		"start":     js.FuncOf(start),
		"step":      js.FuncOf(step),
		"cancel":    js.FuncOf(cancel),
		"recording": js.FuncOf(recording),
		"inspect":   js.FuncOf(inspect),
	}))
	if ready := js.Global().Get("loopscopeReady"); ready.Type() == js.TypeFunction {
		ready.Invoke()
	}
	select {}
}

type problem struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Line    int    `json:"line"`
	Col     int    `json:"col,omitempty"`
	EndLine int    `json:"endLine,omitempty"`
	EndCol  int    `json:"endCol,omitempty"`
	Text    string `json:"text,omitempty"`
}

type answer struct {
	OK    bool     `json:"ok"`
	Error *problem `json:"error,omitempty"`
}

func toJSON(v any) any {
	b, err := json.Marshal(v)
	if err != nil {
		return `{"ok":false,"error":{"kind":"internal","message":"the answer could not be written"}}`
	}
	return string(b)
}

func version(js.Value, []js.Value) any { return engine.Version }

func parse(args []js.Value) (engine.Request, *problem) {
	var req engine.Request
	if len(args) == 0 {
		return req, &problem{Kind: "internal", Message: "no request"}
	}
	if err := json.Unmarshal([]byte(args[0].String()), &req); err != nil {
		return req, &problem{Kind: "internal", Message: "the request could not be read: " + err.Error()}
	}
	if len(req.Files) == 0 {
		return req, &problem{Kind: "internal", Message: "the request has no files"}
	}
	return req, nil
}

// start compiles first, so that the page can underline an error; the run itself
// then reports it on the console as CPython does.
func start(_ js.Value, args []js.Value) any {
	req, p := parse(args)
	if p != nil {
		return toJSON(answer{Error: p})
	}
	session = engine.Start(req)
	if e := engine.Check(req); e != nil {
		return toJSON(answer{OK: true, Error: &problem{
			Kind: e.Kind, Message: e.Msg, Line: e.Line, Col: e.Col, EndLine: e.EndLine, EndCol: e.EndCol, Text: e.Text,
		}})
	}
	return toJSON(answer{OK: true})
}

type progress struct {
	Done   bool    `json:"done"`
	Events int     `json:"events"`
	Time   int64   `json:"time"`
	Out    [][]any `json:"out"`
}

func step(_ js.Value, args []js.Value) any {
	if session == nil {
		return toJSON(progress{Done: true, Out: [][]any{}})
	}
	n := 64
	if len(args) > 0 {
		n = args[0].Int()
	}
	session.Step(n)
	p := session.Progress()
	out := make([][]any, 0, len(p.Out))
	for _, c := range p.Out {
		out = append(out, []any{c.Stream, c.Text, c.Time, uint32(c.Who)})
	}
	return toJSON(progress{Done: p.Done, Events: p.Events, Time: p.Time, Out: out})
}

func cancel(js.Value, []js.Value) any {
	if session != nil {
		session.Cancel()
	}
	return nil
}

func recording(js.Value, []js.Value) any {
	if session == nil {
		return nil
	}
	r := session.Recording()
	c := r.Columns()
	return js.ValueOf(map[string]any{
		"header": string(r.HeaderJSON()),
		"time":   array(c.Time), "kind": array(c.Kind), "who": array(c.Who), "obj": array(c.Obj),
		"arg": array(c.Arg), "loc": array(c.Loc),
		"ekind": array(c.EKind), "ename": array(c.EName), "eparent": array(c.EParent), "eborn": array(c.EventBorn),
	})
}

// array copies bytes into a Uint8Array that the worker can transfer.
func array(b []byte) any {
	a := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(a, b)
	return a
}

func inspect(_ js.Value, args []js.Value) any {
	req, p := parse(args)
	if p != nil {
		return toJSON(answer{Error: p})
	}
	event := -1
	if len(args) > 1 {
		event = args[1].Int()
	}
	return toJSON(engine.Inspect(req, event))
}
