package frameworks_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// textsOf returns all texts of a framework by their place, but for the titles of
// citations, which are as their authors wrote them.
func textsOf(t *testing.T, f principles.Framework) map[string]string {
	t.Helper()
	for i := range f.Sources {
		f.Sources[i].Title = ""
	}
	data, err := json.Marshal(f)
	require.NoError(t, err)
	var tree any
	require.NoError(t, json.Unmarshal(data, &tree))
	texts := make(map[string]string)
	gather(texts, string(f.ID), tree)
	return texts
}

func gather(texts map[string]string, path string, node any) {
	switch node := node.(type) {
	case string:
		texts[path] = node
	case []any:
		for i, entry := range node {
			gather(texts, fmt.Sprintf("%s[%d]", path, i), entry)
		}
	case map[string]any:
		for key, value := range node {
			gather(texts, path+"."+key, value)
		}
	}
}

func TestNobodyIsCalledByALabel(t *testing.T) {
	label := regexp.MustCompile(`(?i)\b(clients?|cases?|patients?|service[ _-]users?|users? of services)\b`)
	// Here the label itself is what hurts.
	allowed := map[string]string{"core_principles.principles[0].meaning": "to be seen as a patient"}
	for _, f := range everyList(t) {
		for path, text := range textsOf(t, f) {
			if phrase, ok := allowed[path]; ok {
				require.Contains(t, text, phrase, "%s: no longer needs to be allowed", path)
				text = strings.Replace(text, phrase, "", 1)
			}
			require.NotRegexp(t, label, text, "%s", path)
		}
	}
}

func TestPublishedListsSpeakInWholeSentences(t *testing.T) {
	sentence := regexp.MustCompile(`\.(summary|meaning|asks|note|text)$`)
	for _, id := range publishedLists() {
		f := listed(t, id)
		for path, text := range textsOf(t, f) {
			if !sentence.MatchString(path) || strings.Contains(path, ".aliases[") {
				continue
			}
			require.Contains(t, ".?", text[len(text)-1:], "%s", path)
			require.Equal(t, strings.TrimSpace(text), text, "%s", path)
			require.NotContains(t, text, "  ", "%s", path)
		}
	}
}

// What the reference marks as recalled is in no text, so nobody can mistake it
// for something that was read.
func TestNothingThatWasOnlyRecalledIsInAnyText(t *testing.T) {
	for _, f := range everyList(t) {
		for path, text := range textsOf(t, f) {
			require.NotContains(t, strings.ToLower(text), "unverified", "%s", path)
			require.NotRegexp(t, `(?i)psychological approaches|doing (to|for|with)\b|withhold judge?ment|share hope|embody equality`, text, "%s", path)
		}
	}
}
