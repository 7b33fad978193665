package tabular

import (
	"bufio"
	"bytes"
)

// dropBOM takes one UTF-8 byte order mark off the beginning.
func dropBOM(r *bufio.Reader) {
	const bom = "\xEF\xBB\xBF"
	if start, _ := r.Peek(len(bom)); string(start) == bom {
		_, _ = r.Discard(len(bom)) // cannot fail: these bytes are in the buffer
	}
}

// wide reports whether the file begins as UTF-16 or UTF-32 does: with their
// byte order mark, or with ASCII characters spread out by NUL bytes.
func wide(r *bufio.Reader) bool {
	start, _ := r.Peek(4)
	if bytes.HasPrefix(start, []byte("\xFF\xFE")) || bytes.HasPrefix(start, []byte("\xFE\xFF")) {
		return true
	}
	return len(start) == 4 && bytes.Count(start, []byte{0}) >= 2
}
