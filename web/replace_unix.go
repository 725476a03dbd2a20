//go:build unix

package web

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// listenerVariable tells a new binary which file is the open port.
const listenerVariable = "LOOPSCOPE_LISTENER"

// canReplace says whether a running process can become another program.
const canReplace = true

// replace makes this process run another binary with the same arguments and
// the same open port. It returns only on failure.
func replace(listener net.Listener, binary string) error {
	tcp, ok := listener.(*net.TCPListener)
	if !ok {
		return fmt.Errorf("a %T has no file to hand on", listener)
	}
	file, err := tcp.File() // a copy that survives exec, once it is told to
	if err != nil {
		return err
	}
	fd := file.Fd()
	if _, _, errno := syscall.Syscall(syscall.SYS_FCNTL, fd, syscall.F_SETFD, 0); errno != 0 {
		return errno
	}
	env := []string{listenerVariable + "=" + strconv.Itoa(int(fd))}
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(entry, listenerVariable+"=") {
			env = append(env, entry)
		}
	}
	return syscall.Exec(binary, append([]string{binary}, os.Args[1:]...), env)
}

// inheritedListener returns the port that a predecessor left open, or nil.
func inheritedListener() (net.Listener, error) {
	value := os.Getenv(listenerVariable)
	if value == "" {
		return nil, nil
	}
	os.Unsetenv(listenerVariable) // not for the programs that we start
	fd, err := strconv.Atoi(value)
	if err != nil {
		return nil, fmt.Errorf("%s=%q is not a number", listenerVariable, value)
	}
	syscall.CloseOnExec(fd)
	file := os.NewFile(uintptr(fd), "listener")
	defer file.Close()
	return net.FileListener(file)
}
