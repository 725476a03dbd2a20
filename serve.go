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
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"loopscope/content"
	"loopscope/web"
)

const usage = `Usage:
  go run .                   build what is missing or stale, serve it, rebuild and reload on change
      -addr HOST:PORT        where to serve (localhost:8080; port 0 takes any free one)
      -open                  open the page in a browser
      -dir FOLDER            serve this built site as it is, build nothing
      -under /PATH/          with -dir: serve at this path, as some hosts do
  go run . build -o FOLDER   write the static site (dist)
  go run . run FILE.py       run a program; "go run . run -h" tells more
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
	pages, _ := course.Render(content.Engine{}, content.Options{})
	made := &web.Content{}
	for _, page := range pages {
		made.Pages = append(made.Pages, web.Page(page))
	}
	return made, nil
}
