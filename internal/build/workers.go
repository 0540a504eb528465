package build

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// each calls do once for every index below n, from at most jobs workers. After
// an error no new work is begun; the error of the lowest index is returned. A
// panic in do becomes an error that says which index it was.
func each(ctx context.Context, jobs, n int, do func(i int) error) error {
	var (
		wait   sync.WaitGroup
		next   atomic.Int64
		lock   sync.Mutex
		failed error
		where  = n
	)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for range max(1, min(jobs, n)) {
		wait.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := guarded(i, do); err != nil {
					cancel()
					lock.Lock()
					if i < where {
						failed, where = err, i
					}
					lock.Unlock()
				}
			}
		})
	}
	wait.Wait()
	if failed != nil {
		return failed
	}
	if int(next.Load()) < n {
		return context.Cause(ctx)
	}
	return nil
}

// Fault is a mistake in the generator itself, met while working on one item.
type Fault struct {
	Index int
	Value any
	Stack []byte
}

// Error tells the panic without its stack.
func (f *Fault) Error() string { return fmt.Sprintf("the generator failed: %v", f.Value) }

func guarded(i int, do func(int) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Fault{Index: i, Value: v, Stack: debug.Stack()}
		}
	}()
	return do(i)
}
