// Package web turns the sources of the page into a folder of static files, and
// serves that folder while you work on it.
//
// A build is a chain of steps. Each has a fingerprint of what it reads
// (stamp.go) and does nothing when that has not changed, so a build with nothing
// to do takes as long as hashing the sources:
//
//	npm      web/package-lock.json      -> web/node_modules
//	wasm     engine/, wasm/             -> .cache/wasm/engine.wasm
//	bundle   web/src/, node_modules     -> .cache/bundle-*/   (esbuild's Go API)
//	pages    content/, engine/          -> .cache/pages.json  (through Renderer)
//	site     all of these, templates/   -> the output folder
//	pack     the output folder          -> a .br and a .gz beside each file
//
// The output uses relative addresses only, so that it works at any path of any
// host. server.go serves such a folder; watch.go rebuilds on change and
// reload.go tells the open pages.
//
// The package may import the bundler, the compressor and the file watcher. It
// knows nothing of Python, of the engine or of Markdown: pages arrive finished
// through the Renderer, and package main joins the two.
package web
