package strictjson

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"

	"github.com/peersupport/peersupport/peer"
)

// The defaults of Config; this project's own figures.
const (
	DefaultMaxBytes int64 = 1 << 20
	DefaultMaxDepth       = 50
	DefaultMaxText        = 4000
	DefaultMaxList        = 1000
	DefaultMaxKeys        = 1000
)

// deepest is where encoding/json gives up; no configuration reaches further.
const deepest = 10_000

// Config says how strict to be. The zero value is for the body of a request.
type Config struct {
	// Source is the name of the file for the faults; empty when there is none.
	Source string
	// MaxBytes is the largest input. Defaults to DefaultMaxBytes.
	MaxBytes int64
	// MaxDepth is how many objects and lists may stand within one another, at
	// most 10,000. Defaults to DefaultMaxDepth.
	MaxDepth int
	// MaxText is the largest number of characters of a text or key. Defaults
	// to DefaultMaxText.
	MaxText int
	// MaxList is the largest number of entries of a list. Defaults to
	// DefaultMaxList.
	MaxList int
	// MaxKeys is the largest number of keys of an object. Defaults to
	// DefaultMaxKeys.
	MaxKeys int
	// FoldKeys accepts a key in another case, as RFC 7643 section 2.1 asks of
	// SCIM. It is still accepted only once.
	FoldKeys bool
	// AllowUnknown passes over keys that the target does not declare.
	AllowUnknown bool
	// AllowMark strips one UTF-8 byte order mark, as files may have one.
	AllowMark bool
}

func (c Config) withDefaults() Config {
	c.MaxBytes = cmp.Or(c.MaxBytes, DefaultMaxBytes)
	c.MaxDepth = min(cmp.Or(c.MaxDepth, DefaultMaxDepth), deepest)
	c.MaxText = cmp.Or(c.MaxText, DefaultMaxText)
	c.MaxList = cmp.Or(c.MaxList, DefaultMaxList)
	c.MaxKeys = cmp.Or(c.MaxKeys, DefaultMaxKeys)
	return c
}

// Load reads all of r, or as much as shows that it is longer than
// cfg.MaxBytes, which is a fault. Another error is that of r.
func Load(r io.Reader, cfg Config) ([]byte, error) {
	cfg = cfg.withDefaults()
	cfg.MaxBytes = min(cfg.MaxBytes, math.MaxInt64-1) // one more can be counted
	data, err := io.ReadAll(io.LimitReader(r, cfg.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("strictjson: reading: %w", err)
	}
	if int64(len(data)) > cfg.MaxBytes {
		return nil, peer.Faults{newFault(cfg.Source, FaultTooLarge, 1, 1, "")}
	}
	return data, nil
}

// mark is the byte order mark in UTF-8.
const mark = "\uFEFF"

func (c Config) withoutMark(data []byte) []byte {
	if c.AllowMark {
		return bytes.TrimPrefix(data, []byte(mark))
	}
	return data
}
