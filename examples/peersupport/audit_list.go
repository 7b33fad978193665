package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// ListSchema names the version of what audit -list prints as JSON.
const ListSchema = "peersupport/frameworks/v1"

// listed is one framework as a list shows it.
type listed struct {
	ID         principles.FrameworkID `json:"id"`
	Version    string                 `json:"version"`
	Digest     string                 `json:"digest"`
	Title      string                 `json:"title"`
	Form       principles.Form        `json:"form"`
	Principles int                    `json:"principles"`
	Indicators int                    `json:"indicators"`
	Voices     []principles.Voice     `json:"voices_needed"`
	Sources    []principles.Citation  `json:"sources"`
}

// checkList refuses flags that -list would ignore.
func (in *auditInputs) checkList(f *flag.FlagSet) error {
	var ignored []string
	f.Visit(func(given *flag.Flag) {
		if !slices.Contains([]string{"list", "further", "format"}, given.Name) {
			ignored = append(ignored, "-"+given.Name)
		}
	})
	if len(ignored) > 0 {
		return usageError{"audit -list takes -further and -format, not " + strings.Join(ignored, " ")}
	}
	if in.format != "text" && in.format != "json" {
		return usageError{"audit -list is written as text or json"}
	}
	return in.checkFurther()
}

// listFrameworks prints which frameworks there are.
func (in *auditInputs) listFrameworks(t terminal) error {
	library, _, err := readLibrary(list(in.further))
	if err != nil {
		return err
	}
	if in.format == "json" {
		return writeJSON(t.out, listOf(library))
	}
	return printFrameworks(t.out, library)
}

func listOf(l *principles.Library) any {
	all := []listed{}
	for _, f := range l.Frameworks() {
		one := listed{
			ID: f.ID, Version: f.Version, Digest: f.Digest(), Title: f.Title, Form: f.Form, Principles: len(f.Principles),
			Indicators: len(f.Indicators), Voices: []principles.Voice{}, Sources: f.Sources}
		for _, v := range f.Voices {
			if v.Needed {
				one.Voices = append(one.Voices, v.Voice)
			}
		}
		all = append(all, one)
	}
	return struct {
		Schema     string   `json:"schema"`
		Frameworks []listed `json:"frameworks"`
	}{ListSchema, all}
}

// printFrameworks writes the list for people: what can be audited first.
func printFrameworks(w io.Writer, l *principles.Library) error {
	b := bufio.NewWriter(w)
	all := l.Frameworks()
	slices.SortStableFunc(all, func(x, y principles.Framework) int {
		return cmp.Compare(min(len(y.Indicators), 1), min(len(x.Indicators), 1))
	})
	for _, f := range all {
		fmt.Fprintf(b, "%s  %s\n", strings.ReplaceAll(string(f.ID), "_", "-"), f.Title)
		fmt.Fprintf(b, "    %d %s, %s", len(f.Principles), f.Form, count(len(f.Indicators), "indicator", "indicators"))
		var needed []string
		for _, v := range f.Voices {
			if v.Needed {
				needed = append(needed, v.Name)
			}
		}
		if len(needed) > 0 {
			fmt.Fprintf(b, "; needs to hear %s", strings.Join(needed, " and "))
		}
		fmt.Fprintf(b, "\n    version %s, content %s\n", f.Version, f.Digest())
		fmt.Fprintf(b, "    %s\n", strings.Join(citations(f), "; "))
	}
	return b.Flush()
}

// citations names the sources of a framework in a few words each.
func citations(f principles.Framework) []string {
	var all []string
	for _, c := range f.Sources {
		name := c.Authors[0]
		if len(c.Authors) > 1 {
			name += " and others"
		}
		if c.Year != 0 {
			name += fmt.Sprintf(" %d", c.Year)
		}
		all = append(all, name)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
