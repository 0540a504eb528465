package build

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestEachDoesEveryIndexOnce(t *testing.T) {
	for _, jobs := range []int{-1, 1, 3, 100} {
		const n = 50
		var did [n]atomic.Int32
		var running, most atomic.Int32
		err := each(context.Background(), jobs, n, func(i int) error {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			did[i].Add(1)
			time.Sleep(time.Microsecond)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i := range did {
			if did[i].Load() != 1 {
				t.Errorf("jobs %d: index %d was done %d times", jobs, i, did[i].Load())
			}
		}
		if int(most.Load()) > max(1, jobs) {
			t.Errorf("jobs %d: %d at a time", jobs, most.Load())
		}
	}
}

func TestEachStops(t *testing.T) {
	broken := errors.New("broken")
	var after atomic.Int32
	err := each(context.Background(), 2, 1000, func(i int) error {
		if i == 5 {
			return fmt.Errorf("index %d: %w", i, broken)
		}
		if i > 500 {
			after.Add(1)
		}
		time.Sleep(50 * time.Microsecond)
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if after.Load() > 0 {
		t.Errorf("work went on after the error")
	}

	ctx, cancel := context.WithCancel(context.Background())
	err = each(ctx, 2, 1000, func(i int) error {
		if i == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

func TestEachCatchesPanics(t *testing.T) {
	err := each(context.Background(), 2, 10, func(i int) error {
		if i == 4 {
			panic("a mistake of ours")
		}
		return nil
	})
	var fault *Fault
	if !errors.As(err, &fault) || fault.Index != 4 || !strings.Contains(string(fault.Stack), "workers_test.go") {
		t.Errorf("got %v", err)
	}
}
