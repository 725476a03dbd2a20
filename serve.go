// Command loopscope builds the site, serves it while you work on it, and runs
// programs on the engine without a browser.
//
//	go run .                    build what is stale, serve, rebuild and reload on change
//	go run . build -o dist      write the static site
//	go run . run FILE.py        run a program
//
// This file only reads the command line and joins the packages: web builds and
// serves, content renders the course, engine runs programs. Each of them works
// without the others.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"loopscope/content"
	"loopscope/engine"
	"loopscope/engine/trace"
	"loopscope/web"
)

const usage = `Usage:
  go run .                   build what is missing or stale, serve it, rebuild and reload on change
      -addr HOST:PORT        where to serve (localhost:8080; port 0 takes any free one)
      -open                  open the page in a browser
      -dir FOLDER            serve this built site as it is, build nothing
      -under /PATH/          with -dir: serve at this path, as some hosts do
  go run . build -o FOLDER   write the static site (dist)
  go run . run FILE.py       run a program, or a folder with a main.py; "go run . run -h" tells more
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	args := os.Args[1:]
	command := serve
	if len(args) > 0 {
		switch args[0] {
		case "build":
			command, args = build, args[1:]
		case "run":
			command, args = run, args[1:]
		case "help":
			args = []string{"-h"}
		}
	}
	err := command(ctx, args)
	var status exitStatus
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
	case errors.As(err, &status):
		os.Exit(int(status))
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "\nStopped.")
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// exitStatus ends the program with that status and no further words.
type exitStatus int

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// parse reads flags that may stand before or after the other arguments.
func parse(flags *flag.FlagSet, args []string, most int) ([]string, error) {
	flags.SetOutput(os.Stderr)
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, exitStatus(2) // flags has said what is wrong
		}
		if flags.NArg() == 0 {
			break
		}
		rest = append(rest, flags.Arg(0))
		args = flags.Args()[1:]
	}
	if len(rest) > most {
		fmt.Fprintf(os.Stderr, "unexpected argument %q\n", rest[most])
		flags.Usage()
		return nil, exitStatus(2)
	}
	return rest, nil
}

func serve(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("loopscope", flag.ContinueOnError)
	flags.Usage = func() { fmt.Fprint(os.Stderr, usage) }
	addr := flags.String("addr", "localhost:8080", "")
	open := flags.Bool("open", false, "")
	dir := flags.String("dir", "", "")
	under := flags.String("under", "/", "")
	if _, err := parse(flags, args, 0); err != nil {
		return err
	}
	if !strings.HasPrefix(*under, "/") || !strings.HasSuffix(*under, "/") || *under != "/" && *dir == "" {
		return fmt.Errorf("-under %s: a path begins and ends with a slash, and goes with -dir", *under)
	}
	log := web.NewLog(os.Stdout)
	// The port first: with it taken, there is no point in building.
	listener, err := web.Listen(*addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := web.Address(listener, *under)
	ready := func() {
		if *open {
			openBrowser(address, log)
		}
	}
	if *dir != "" {
		log.Printf("Serving %s at %s (Ctrl-C stops)", *dir, address)
		ready()
		if err := web.ServeFolder(ctx, listener, *dir, *under); err != nil {
			return err
		}
		log.Printf("\nStopped.")
		return nil
	}
	root, err := web.FindRoot(".")
	if err != nil {
		return err
	}
	log.Printf("Loopscope at %s (Ctrl-C stops)", address)
	dev := web.Dev{
		Builder: &web.Builder{Root: root, Out: filepath.Join(root, ".cache", "site"), Dev: true, Render: render, Log: log},
		Log:     log,
	}
	if err := dev.Run(ctx, listener, ready); err != nil {
		return err
	}
	log.Printf("\nStopped.")
	return nil
}

func build(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("loopscope build", flag.ContinueOnError)
	out := flags.String("o", "dist", "the folder to write")
	if _, err := parse(flags, args, 0); err != nil {
		return err
	}
	root, err := web.FindRoot(".")
	if err != nil {
		return err
	}
	log := web.NewLog(os.Stdout)
	began := time.Now()
	builder := &web.Builder{Root: root, Out: *out, Render: render, Log: log}
	result, err := builder.Build(ctx)
	if err != nil {
		return err
	}
	if problems, err := web.CheckLinks(*out); err != nil {
		return err
	} else if len(problems) > 0 {
		return fmt.Errorf("links that lead nowhere:\n  %s", strings.Join(problems, "\n  "))
	}
	log.Printf("%s: %d files, %d of them new or changed, in %s", *out, result.Files, result.Changed, time.Since(began).Round(time.Millisecond))
	return nil
}

// openBrowser shows the address in the person's browser; failing is no reason to stop.
func openBrowser(address string, log *web.Log) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		command[0] = "open"
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(command[0], command[1:]...).Start(); err != nil {
		log.Printf("No browser could be opened (%v).", err)
	}
}

// render makes the pages of the course below root.
func render(root string) (*web.Content, error) {
	course, err := content.Load(os.DirFS(filepath.Join(root, "content")))
	if err != nil {
		return nil, err
	}
	made := &web.Content{Engine: engine.Version}
	pages, err := course.Render(content.Engine{}, content.Options{})
	if err != nil {
		made.Problem = err.Error()
	}
	for _, page := range pages {
		made.Pages = append(made.Pages, web.Page(page))
	}
	return made, nil
}

const runUsage = `Usage: go run . run [FLAGS] FILE.py [FLAGS] [-- ARGUMENT...]
  Runs the program (or a folder: its main.py, with the other files at hand) on the simulated computer; its console and exit status are yours.
  -p NAME=VALUE     turn a knob: a top-level assignment with a #@param comment (repeat for more)
  -seed N           what decides all that a computer leaves open (1)
  -cores N          cores of the simulated computer (4)
  -limit NAME=N     another bound: instructions, events, virtualNs, outputBytes, memoryBytes, recursion
  -trace FILE       write a trace for ui.perfetto.dev or chrome://tracing
  -svg FILE         write the timeline as a picture
  -stats            at the end, say on stderr who ran and waited for how long
  -real             print at the pace of the simulated clock
  -unrecorded       record nothing, to see what recording costs
`

// assignments collects the values of a flag that may be given again.
type assignments []string

func (a *assignments) String() string { return strings.Join(*a, " ") }

func (a *assignments) Set(text string) error {
	if name, _, ok := strings.Cut(text, "="); !ok || name == "" {
		return errors.New("write it as NAME=VALUE")
	}
	*a = append(*a, text)
	return nil
}

// readProgram reads a program: one file, or a folder with a main.py.
func readProgram(name string) ([]engine.File, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return engine.ReadProgram(os.DirFS(name))
	}
	source, err := os.ReadFile(name)
	return []engine.File{{Name: filepath.Base(name), Text: string(source)}}, err
}

// run runs a program with its console on ours.
func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("loopscope run", flag.ContinueOnError)
	flags.Usage = func() { fmt.Fprint(os.Stderr, runUsage) }
	var params, limits assignments
	flags.Var(&params, "p", "")
	flags.Var(&limits, "limit", "")
	seed := flags.Int64("seed", 1, "")
	cores := flags.Int("cores", 0, "")
	traceFile := flags.String("trace", "", "")
	svgFile := flags.String("svg", "", "")
	stats := flags.Bool("stats", false, "")
	paced := flags.Bool("real", false, "")
	unrecorded := flags.Bool("unrecorded", false, "")
	var argv []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, argv = args[:i], args[i+1:]
	}
	files, err := parse(flags, args, 1)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		flags.Usage()
		return exitStatus(2)
	}
	program, err := readProgram(files[0])
	if err != nil {
		return err
	}
	debug.SetGCPercent(400) // the process lives for one run: memory is cheaper than collecting it
	request := engine.Request{
		Files:   program,
		Params:  map[string]any{},
		Seed:    *seed,
		Machine: engine.Machine{Cores: *cores},
		Argv:    argv,

		Unrecorded: *unrecorded,
	}
	for _, assignment := range params {
		name, value, _ := strings.Cut(assignment, "=")
		request.Params[name] = literal(value)
	}
	if err := setLimits(&request.Limits, limits); err != nil {
		return err
	}
	if request.Stdin, err = stdin(request.Files[0].Text); err != nil {
		return err
	}

	session := engine.Start(request)
	began, interrupted := time.Now(), false
	show := func() {
		for _, chunk := range session.Progress().Out {
			if *paced && !interrupted {
				select {
				case <-time.After(time.Until(began.Add(time.Duration(chunk.Time)))):
				case <-ctx.Done():
				}
			}
			to := os.Stdout
			if chunk.Stream == 2 {
				to = os.Stderr
			}
			if _, err := to.WriteString(chunk.Text); err != nil {
				interrupted = true // whoever reads our output has gone
			}
		}
	}
	// The engine looks at signals between its steps; should a step not end, that is a fault, but
	// Ctrl-C has to end the program all the same.
	context.AfterFunc(ctx, func() {
		time.Sleep(2 * time.Second)
		fmt.Fprintln(os.Stderr, "loopscope: the engine did not stop by itself")
		os.Exit(130)
	})
	for !session.Step(64) {
		show()
		if interrupted = interrupted || ctx.Err() != nil; interrupted {
			session.Cancel()
		}
	}
	show()
	result := session.Result()
	if result.Error != nil && !interrupted {
		where := ""
		if result.Error.Line > 0 {
			where = fmt.Sprintf(" (line %d)", result.Error.Line)
		}
		fmt.Fprintf(os.Stderr, "loopscope: %s%s\n", result.Error.Message, where)
	}
	if *stats {
		fmt.Fprint(os.Stderr, result.Recording.Stats())
	}
	if *traceFile != "" {
		if err := os.WriteFile(*traceFile, result.Recording.ChromeTrace(), 0o644); err != nil {
			return err
		}
	}
	if *svgFile != "" {
		picture := result.Recording.SVG(trace.SVGOptions{Standalone: true, Title: filepath.Base(files[0])})
		if err := os.WriteFile(*svgFile, []byte(picture), 0o644); err != nil {
			return err
		}
	}
	switch {
	case interrupted:
		return exitStatus(130)
	case result.Exit != 0:
		return exitStatus(result.Exit)
	}
	return nil
}

// literal reads a value as the command line has it: a number or a truth value
// where it looks like one, text otherwise.
func literal(text string) any {
	if n, err := strconv.ParseInt(text, 0, 64); err == nil {
		return n
	}
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return x
	}
	switch text {
	case "True", "true":
		return true
	case "False", "false":
		return false
	}
	return text
}

// setLimits reads NAME=N into the field of that name; N may be written 1e9.
func setLimits(limits *engine.Limits, assignments []string) error {
	values := map[string]int64{}
	for _, assignment := range assignments {
		name, text, _ := strings.Cut(assignment, "=")
		value, err := strconv.ParseFloat(text, 64)
		if err != nil || value < 1 || value > 1e18 {
			return fmt.Errorf("-limit %s: %q is not a number from 1 to 1e18", name, text)
		}
		values[name] = int64(value)
	}
	object, err := json.Marshal(values)
	if err != nil {
		return err
	}
	fields := json.NewDecoder(bytes.NewReader(object))
	fields.DisallowUnknownFields()
	if err := fields.Decode(limits); err != nil {
		return fmt.Errorf("-limit: %w", err)
	}
	return nil
}

// stdin reads what the program is given to read. The engine wants all of it
// before the run; so nothing is read from a terminal, nor for a program that
// never asks, which might otherwise wait for a pipe that nobody closes.
func stdin(source string) (string, error) {
	info, err := os.Stdin.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice != 0 {
		return "", nil
	}
	if !strings.Contains(source, "input") && !strings.Contains(source, "stdin") {
		return "", nil
	}
	text, err := io.ReadAll(os.Stdin)
	return string(text), err
}
