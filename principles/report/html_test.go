package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

func TestThePageIsAsItWasSeenAndApproved(t *testing.T) {
	golden(t, "standings.html", rendered(t, report.HTML, standings()))
}

func TestThePageLoadsNothing(t *testing.T) {
	attribute := regexp.MustCompile(`\s([a-z:-]+)="([^"]*)"`)
	for name, r := range reports(t) {
		page := rendered(t, report.HTML, r)
		for _, found := range attribute.FindAllStringSubmatch(page, -1) {
			attr, value := found[1], found[2]
			switch attr {
			case "href":
				require.True(t, strings.HasPrefix(value, "#") || strings.HasPrefix(value, "https://"), "%s: %s", name, value)
			case "src", "srcset", "xlink:href", "action", "data", "poster", "background", "style", "ping", "formaction":
				require.Fail(t, "an attribute that loads or runs something", "%s: %s", name, attr)
			}
			require.False(t, strings.HasPrefix(attr, "on"), "%s: %s", name, attr)
		}
		for _, tag := range []string{"<script", "<link", "<iframe", "<object", "<embed", "<img", "<base", "<form", "@import", "url("} {
			require.NotContains(t, page, tag, name)
		}
	}
}

func TestThePolicyAllowsTheStyleOfThePageAndNothingElse(t *testing.T) {
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
	for name, r := range reports(t) {
		page := rendered(t, report.HTML, r)
		styles := style.FindAllStringSubmatch(page, -1)
		require.Len(t, styles, 1, name)
		digest := sha256.Sum256([]byte(styles[0][1]))
		require.Equal(t, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(digest[:])+
			"'; base-uri 'none'; form-action 'none'", html.UnescapeString(policy.FindStringSubmatch(page)[1]), name)
	}
}

func TestHeadingsAreInOrder(t *testing.T) {
	heading := regexp.MustCompile(`<h([1-6])`)
	for name, r := range reports(t) {
		last := 0
		for _, found := range heading.FindAllStringSubmatch(rendered(t, report.HTML, r), -1) {
			level := int(found[1][0] - '0')
			require.LessOrEqual(t, level, last+1, "%s: no level is skipped", name)
			require.Equal(t, last == 0, level == 1, "%s: one heading of the first level, at the top", name)
			last = level
		}
	}
}

func TestEveryAnchorThatALinkLeadsToIsThereOnce(t *testing.T) {
	link := regexp.MustCompile(`href="#([^"]*)"`)
	refers := regexp.MustCompile(`aria-(?:labelledby|describedby)="([^"]*)"`)
	anchor := regexp.MustCompile(`\sid="([^"]*)"`)
	for name, r := range reports(t) {
		page := rendered(t, report.HTML, r)
		ids := make(map[string]bool)
		for _, found := range anchor.FindAllStringSubmatch(page, -1) {
			require.False(t, ids[found[1]], "%s: %s", name, found[1])
			ids[found[1]] = true
		}
		for _, found := range append(link.FindAllStringSubmatch(page, -1), refers.FindAllStringSubmatch(page, -1)...) {
			require.True(t, ids[found[1]], "%s: %s", name, found[1])
		}
	}
}

func TestThePageHasWhatAScreenReaderNeeds(t *testing.T) {
	table := regexp.MustCompile(`<table[^>]*>\n<caption`)
	header := regexp.MustCompile(`<th(?:\s[^>]*)?>`)
	for name, r := range reports(t) {
		page := rendered(t, report.HTML, r)
		for _, want := range []string{`<html lang="en">`, `<main id="content"`, `<header`, `<footer`, `<nav aria-label`,
			`class="skip" href="#content"`, `<title>` + r.Framework.Title, `name="viewport"`} {
			require.Contains(t, page, want, name)
		}
		require.Len(t, table.FindAllString(page, -1), strings.Count(page, "<table"), "%s: every table has a caption", name)
		for _, th := range header.FindAllString(page, -1) {
			require.Contains(t, th, "scope=", name)
		}
		require.Equal(t, strings.Count(page, `class="scroll"`), strings.Count(page, `role="region" tabindex="0" aria-label`),
			"%s: what scrolls can be reached and has a name", name)
	}
}

func TestAStandingHasAShapeOfItsOwnBesideItsWord(t *testing.T) {
	page := rendered(t, report.HTML, standings())
	shape := regexp.MustCompile(`(?s)<span class="word"><svg class="mark m-([a-z-]+)"[^>]*>(.*?)</svg>([a-z ]+)</span>`)
	shapes := make(map[string]string)
	for _, found := range shape.FindAllStringSubmatch(page, -1) {
		for word, other := range shapes {
			require.Equal(t, word == found[3], other == found[2], "%s and %s", word, found[3])
		}
		shapes[found[3]] = found[2]
	}
	for _, s := range principles.Standings() {
		require.Contains(t, shapes, words()[s])
	}
}
