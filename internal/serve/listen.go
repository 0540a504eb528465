package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"

	"bulletin/internal/build"
)

const (
	firstPort = 8080
	lastPort  = 8099
)

// winsockInUse is EADDRINUSE as Windows says it (WSAEADDRINUSE).
const winsockInUse = syscall.Errno(10048)

// Failure is what keeps the server from starting, and what to do about it.
type Failure struct {
	Message string
	Hint    string
	Err     error // what lies behind it
}

func (f *Failure) Error() string { return f.Message }

// Unwrap is what lies behind it.
func (f *Failure) Unwrap() error { return f.Err }

// listen opens the address, which must be on this machine. An empty one is the
// first free port from 8080 on.
func listen(ctx context.Context, address string) (net.Listener, error) {
	if address != "" {
		l, err := listenAt(ctx, address)
		if taken(err) {
			return nil, &Failure{
				Message: fmt.Sprintf("the address %s is taken by another program, maybe another bulletin serve", address),
				Hint:    "end that one, name another port with --addr, or leave --addr out for the next free one",
				Err:     err,
			}
		}
		return l, err
	}
	for port := firstPort; port <= lastPort; port++ {
		l, err := listenAt(ctx, net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if !taken(err) {
			return l, err
		}
	}
	return nil, &Failure{
		Message: fmt.Sprintf("the ports %d to %d are all taken", firstPort, lastPort),
		Hint:    "name a free one with --addr, or write --addr 127.0.0.1:0 for any that is free",
		Err:     syscall.EADDRINUSE,
	}
}

func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, winsockInUse)
}

func listenAt(ctx context.Context, address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, &build.UsageError{Message: fmt.Sprintf("%q is not an address with a port", address), Hint: "write it as 127.0.0.1:8080"}
	}
	if !loopback(host) {
		return nil, &build.UsageError{
			Message: fmt.Sprintf("the address %s can be reached from other machines, and drafts are for this one only", address),
			Hint:    "use 127.0.0.1:8080; to show the site to others, publish it",
		}
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || strconv.FormatUint(n, 10) != port {
		return nil, &build.UsageError{Message: fmt.Sprintf("%q is not a port", port), Hint: "give a number up to 65535, as in 127.0.0.1:8080"}
	}
	if host == "localhost" {
		host = "127.0.0.1" // whatever the machine's name table says
	}
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if errors.Is(err, syscall.EACCES) {
		return nil, &Failure{
			Message: fmt.Sprintf("the address %s is not for everybody to open", address),
			Hint:    "use a port from 1024 on, as 127.0.0.1:8080",
			Err:     err,
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open the address %s: %w", address, err)
	}
	return l, nil
}

// loopback tells whether a host name or address is this machine's own.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
