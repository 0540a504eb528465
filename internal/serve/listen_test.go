package serve_test

import (
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"bulletin/internal/build"
	"bulletin/internal/serve"
)

// TestTakenAddress: an address that was asked for is never swapped for another.
func TestTakenAddress(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	err = serve.Run(t.Context(), serve.Options{Dir: t.TempDir(), Addr: taken.Addr().String(), Now: time.Now})
	var failure *serve.Failure
	if !errors.As(err, &failure) || !strings.Contains(failure.Message, taken.Addr().String()+" is taken") || !strings.Contains(failure.Hint, "--addr") {
		t.Errorf("got %v", err)
	}
}

// TestTakenDefault: without an address the next free port serves.
func TestTakenDefault(t *testing.T) {
	if taken, err := net.Listen("tcp", "127.0.0.1:8080"); err == nil { // else it is taken already
		defer func() { _ = taken.Close() }()
	}
	s := startAt(t, "", nil)
	_, port, err := net.SplitHostPort(strings.TrimPrefix(s.host(), "http://"))
	if err != nil || len(port) != 4 || port <= "8080" || port > "8099" {
		t.Errorf("serves at %s", s.url)
	}
	if response, _ := s.get(s.url, ""); response.StatusCode != 200 {
		t.Errorf("answers with %d", response.StatusCode)
	}
}

func TestRefusedAddress(t *testing.T) {
	for address, want := range map[string]string{
		"0.0.0.0:8080":       "can be reached from other machines",
		":8080":              "can be reached from other machines",
		"[::]:8080":          "can be reached from other machines",
		"192.0.2.7:8080":     "can be reached from other machines",
		"example.org:8080":   "can be reached from other machines",
		"8080":               "is not an address with a port",
		"127.0.0.1":          "is not an address with a port",
		"127.0.0.1:":         "is not a port",
		"127.0.0.1:http":     "is not a port",
		"127.0.0.1:99999":    "is not a port",
		"localhost:-1":       "is not a port",
		"127.0.0.1:08080":    "is not a port",
		"127.0.0.1:8080/foo": "is not a port",
	} {
		err := serve.Run(t.Context(), serve.Options{Dir: t.TempDir(), Addr: address, Now: time.Now})
		var usage *build.UsageError
		if !errors.As(err, &usage) || !strings.Contains(usage.Message, want) || usage.Hint == "" {
			t.Errorf("%s: got %v", address, err)
		}
	}
}
