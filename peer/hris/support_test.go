package hris_test

import (
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

// scale is by how much the counts of heavy tests are multiplied.
func scale(t *testing.T) int {
	t.Helper()
	text := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

func file(name, text string) tabular.File {
	return tabular.File{Name: name, Reader: strings.NewReader(text)}
}

// imported is everything that one import gives.
type imported struct {
	org    *peer.Organisation
	report hris.Report
	faults peer.Faults // of the error
	err    error
}

// importText imports people, and lines unless they are empty.
func importText(people, lines string, o hris.Options) imported {
	files := hris.Files{People: file("people.csv", people)}
	if lines != "" {
		files.Lines = file("lines.csv", lines)
	}
	return importFiles(files, o)
}

func importFiles(files hris.Files, o hris.Options) imported {
	var i imported
	i.org, i.report, i.err = hris.Import(files, o)
	i.faults, _ = i.err.(peer.Faults) //nolint:errorlint // the error itself is documented to be of this type
	return i
}

// place is where a fault is and what it is.
type place struct {
	source       string
	line, column int
	code         peer.FaultCode
}

func places(faults peer.Faults) []place {
	var list []place
	for _, f := range faults {
		list = append(list, place{f.Source, f.Line, f.Column, f.Code})
	}
	return list
}

// rows streams a header and n rows, so that a large file needs no memory.
type rows struct {
	buffer []byte
	next   int
	n      int
	row    func(to []byte, i int) []byte
}

func newRows(n int, row func(to []byte, i int) []byte) *rows {
	return &rows{buffer: []byte("person_id,manager_id,team,location\n"), n: n, row: row}
}

// Read implements io.Reader.
func (r *rows) Read(p []byte) (int, error) {
	for len(r.buffer) < len(p) && r.next < r.n {
		r.buffer = r.row(r.buffer, r.next)
		r.next++
	}
	n := copy(p, r.buffer)
	r.buffer = append(r.buffer[:0], r.buffer[n:]...)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// row appends one row of people; a negative manager is none.
func row(to []byte, person, manager int) []byte {
	to = strconv.AppendInt(append(to, 'E'), int64(person), 10)
	to = append(to, ',')
	if manager >= 0 {
		to = strconv.AppendInt(append(to, 'E'), int64(manager), 10)
	}
	to = strconv.AppendInt(append(to, ",Team "...), int64(person%2000), 10)
	to = strconv.AppendInt(append(to, ",Site "...), int64(person%40), 10)
	return append(to, '\n')
}

func importRows(n int, o hris.Options, row func(to []byte, i int) []byte) imported {
	return importFiles(hris.Files{People: tabular.File{Name: "people.csv", Reader: newRows(n, row)}}, o)
}
