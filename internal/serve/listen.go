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

// listen opens the address, which must be on this machine. An empty one is the
// first free port from 8080 on.
func listen(ctx context.Context, address string) (net.Listener, error) {
	if address != "" {
		return listenAt(ctx, address)
	}
	for port := firstPort; ; port++ {
		l, err := listenAt(ctx, net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil || port == lastPort || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
	}
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
	if host == "localhost" {
		host = "127.0.0.1" // whatever the machine's name table says
	}
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("the address %s is taken; use another port with --addr: %w", address, err)
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
