package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// result is what a call of the program did.
type result struct {
	status   int
	out, err string
}

// today is the day on which every test calls the program.
func today() time.Time { return time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC) }

// call runs the program as its main does.
func call(t *testing.T, args ...string) result {
	t.Helper()
	return callOn(t, today(), args...)
}

func callOn(t *testing.T, day time.Time, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	status := run(t.Context(), args, terminal{out: &out, err: &err, now: func() time.Time { return day }})
	return result{status: status, out: out.String(), err: err.String()}
}

// folder is a folder of input files for one round.
type folder struct {
	t    *testing.T
	path string
}

func newFolder(t *testing.T) folder {
	t.Helper()
	return folder{t: t, path: t.TempDir()}
}

func (f folder) file(name string) string { return filepath.Join(f.path, name) }

func (f folder) write(name string, lines ...string) string {
	f.t.Helper()
	require.NoError(f.t, os.WriteFile(f.file(name), []byte(strings.Join(lines, "\n")+"\n"), 0o600))
	return f.file(name)
}

func (f folder) read(name string) string {
	f.t.Helper()
	data, err := os.ReadFile(f.file(name))
	require.NoError(f.t, err)
	return string(data)
}

// small is a round of six people: ann manages bob and cyd, who manages dee;
// eve and fay report to ann too.
func small(t *testing.T) folder {
	t.Helper()
	f := newFolder(t)
	f.write("people.csv",
		"person_id,manager_id,team,location",
		"ann,,Board,Leeds", "bob,ann,Sales,Leeds", "cyd,ann,Care,Leeds", "dee,cyd,Care,Leeds", "eve,ann,IT,York", "fay,ann,IT,York")
	f.write("requests.csv",
		"request_id,person_id,asked_on,experiences,languages,consent,release",
		"R1,dee,2026-02-01,bereavement=3,en,experience|language,language",
		"R2,bob,2026-02-10,caring,en,experience|language,experience")
	f.write("supporters.csv",
		"person_id,capacity,experiences,languages,trained_until,consent,release",
		"cyd,1,bereavement,en,2027-01-01,experience|language,",
		"eve,1,bereavement|caring,en,2027-01-01,experience|language,experience|language",
		"fay,1,caring,en-GB,2027-01-01,experience|language,language")
	return f
}

// files are the flags that name the files of a folder.
func (f folder) files(more ...string) []string {
	return append([]string{
		"-people", f.file("people.csv"), "-requests", f.file("requests.csv"), "-supporters", f.file("supporters.csv"),
	}, more...)
}

func (f folder) match(more ...string) result {
	return call(f.t, append([]string{"match"}, f.files(append([]string{"-out", f.file("plan.json")}, more...)...)...)...)
}

func (f folder) verify(more ...string) result {
	return call(f.t, append([]string{"verify"}, f.files(append([]string{"-plan", f.file("plan.json")}, more...)...)...)...)
}

func (f folder) explain(more ...string) result {
	return call(f.t, append([]string{"explain"}, f.files(append([]string{"-plan", f.file("plan.json")}, more...)...)...)...)
}

// object reads JSON.
func object(t *testing.T, text string) map[string]any {
	t.Helper()
	var o map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &o))
	return o
}

func keys(o map[string]any) []string {
	var names []string
	for name := range o {
		names = append(names, name)
	}
	return names
}
