package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestARESULTLineIsReadAsItWasWritten(t *testing.T) {
	r := result{
		name: "assign", file: "p10.bin", matched: 7, cost: -123,
		build: 1500 * time.Microsecond, solve: 2 * time.Second, mb: 12.5,
	}
	require.Equal(t, "RESULT,assign,p10.bin,7,-123,0.001500,2.000000,12.5", r.String())
	got, err := findResult(r.String())
	require.NoError(t, err)
	require.Equal(t, r, got)
}

func TestFindsTheRESULTLineAmongOthers(t *testing.T) {
	got, err := findResult("reading\nRUNG,served,0.1\nRESULT,x,f,1,2,0.0000,0.5,11\r\ndone\n")
	require.NoError(t, err)
	require.Equal(t, result{name: "x", file: "f", matched: 1, cost: 2, solve: 500 * time.Millisecond, mb: 11}, got)
}

func TestOutputWithoutARESULTLineIsNoResult(t *testing.T) {
	for _, output := range []string{"", "\n", "FAILED 2\n", " RESULT,x,f,1,2,0,0,0\n"} {
		_, err := findResult(output)
		require.ErrorIs(t, err, errNoResult, "%q", output)
	}
}

func TestRefusesAMalformedRESULTLine(t *testing.T) {
	for name, line := range map[string]string{
		"with a field missing":    "RESULT,x,f,1,2,0,0",
		"with a field more":       "RESULT,x,f,1,2,0,0,0,0",
		"with negative rows":      "RESULT,x,f,-1,2,0,0,0",
		"with a broken count":     "RESULT,x,f,1.5,2,0,0,0",
		"with a broken cost":      "RESULT,x,f,1,1e3,0,0,0",
		"with a cost too large":   "RESULT,x,f,1,9223372036854775808,0,0,0",
		"with negative time":      "RESULT,x,f,1,2,0,-1,0",
		"with time that is none":  "RESULT,x,f,1,2,NaN,0,0",
		"with endless time":       "RESULT,x,f,1,2,0,Inf,0",
		"with broken memory":      "RESULT,x,f,1,2,0,0,much",
		"that gives two answers":  "RESULT,x,f,1,2,0,0,0\nRESULT,x,f,1,2,0,0,0",
		"with nothing but commas": "RESULT,,,,,,,",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := findResult(line)
			require.ErrorIs(t, err, errBadResult)
		})
	}
}

// FuzzFindResult wants every line it accepts to survive being written again.
func FuzzFindResult(f *testing.F) {
	f.Add("RESULT,x,f,1,2,0.0001,0.5,11.0\n")
	f.Add("noise\nRESULT,x,f,1,-2,0,0,0")
	f.Fuzz(func(t *testing.T, output string) {
		r, err := findResult(output)
		if err != nil {
			return
		}
		again, err := parseResult(r.String())
		require.NoError(t, err)
		require.Equal(t, r.matched, again.matched)
		require.Equal(t, r.cost, again.cost)
		require.InDelta(t, r.solve, again.solve, float64(time.Microsecond))
	})
}
