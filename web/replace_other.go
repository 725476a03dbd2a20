//go:build !unix

package web

import (
	"errors"
	"net"
)

const canReplace = false

func replace(net.Listener, string) error { return errors.ErrUnsupported }

func inheritedListener() (net.Listener, error) { return nil, nil }
