package hris_test

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// heapPeak runs f under a soft memory limit above what is in use, and returns
// the largest heap beyond that which it saw.
func heapPeak(t *testing.T, limit int64, f func()) uint64 {
	t.Helper()
	debug.FreeOSMemory()
	var base runtime.MemStats
	runtime.ReadMemStats(&base)
	before := debug.SetMemoryLimit(int64(base.Sys-base.HeapReleased) + limit)
	defer debug.SetMemoryLimit(before)
	done, peak := make(chan struct{}), make(chan uint64)
	go func() {
		most := base.HeapAlloc
		for tick := time.NewTicker(5 * time.Millisecond); ; <-tick.C {
			var now runtime.MemStats
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
			select {
			case <-done:
				tick.Stop()
				peak <- most - base.HeapAlloc
				return
			default:
			}
		}
	}()
	f()
	close(done)
	return <-peak
}
