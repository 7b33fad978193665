package principles_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// small is a catalogue with one principle, in which tests change one thing.
const small = `{
	"schema": "peersupport/principles/catalogue/v1",
	"id": "mine", "version": "1", "title": "Mine",
	"sources": [{"key": "book", "authors": ["A"], "title": "T", "year": 2020, "licence": "cited",
		"doi": "10.1/x", "url": "https://example.org/x"}],
	"principles": [{"id": "calm", "name": "calm", "meaning": "No hurry.",
		"aims": [{"name": "time", "meaning": "There is time."}],
		"practice": [{"text": "Wait", "confidence": "read"}],
		"aliases": [{"text": "un-hurried", "confidence": "own_reading"}],
		"breach": {"text": "Hurry", "confidence": "own_reading"},
		"sources": ["book"], "confidence": "stated"}]
}`

// decodeFaults returns path and code of everything that is wrong.
func decodeFaults(t testing.TB, text string) []principles.CatalogueError {
	t.Helper()
	c, err := principles.DecodeCatalogue(strings.NewReader(text))
	if err == nil {
		return nil
	}
	require.Zero(t, c)
	errs := []error{err}
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		errs = joined.Unwrap()
	}
	var found []principles.CatalogueError
	for _, e := range errs {
		var fault *principles.CatalogueError
		require.ErrorAs(t, e, &fault)
		found = append(found, *fault)
	}
	return found
}

func TestACatalogueIsDecodedWhole(t *testing.T) {
	c, err := principles.DecodeCatalogue(strings.NewReader(small))
	require.NoError(t, err)
	require.Equal(t, principles.Catalogue{
		ID: "mine", Version: "1", Title: "Mine",
		Principles: []principles.Principle{{
			ID: "calm", Name: "calm", Meaning: "No hurry.",
			Aims:     []principles.Aim{{Name: "time", Meaning: "There is time."}},
			Practice: []principles.Statement{{Text: "Wait", Confidence: principles.Read}},
			Aliases:  []principles.Statement{{Text: "un-hurried", Confidence: principles.OwnReading}},
			Breach:   principles.Statement{Text: "Hurry", Confidence: principles.OwnReading},
			Sources: []principles.Citation{{
				Key: "book", Authors: []string{"A"}, Title: "T", Year: 2020, Licence: "cited",
				DOI: "10.1/x", URL: "https://example.org/x",
			}},
			Confidence: principles.Stated,
		}},
	}, c)
}

func TestOneFaultInACatalogue(t *testing.T) {
	cases := map[string]struct {
		old, new string
		path     string
		code     principles.Code
	}{
		"another schema":      {"catalogue/v1", "catalogue/v2", "schema", principles.CodeUnknownSchema},
		"id with a hyphen":    {`"id": "mine"`, `"id": "my-own"`, "id", principles.CodeInvalid},
		"no title":            {`"title": "Mine"`, `"title": " "`, "title", principles.CodeMissing},
		"no author":           {`["A"]`, `[]`, "sources[0].authors", principles.CodeMissing},
		"no licence":          {`"cited"`, `""`, "sources[0].licence", principles.CodeMissing},
		"year too early":      {"2020", "1799", "sources[0].year", principles.CodeInvalid},
		"DOI with resolver":   {"10.1/x", "https://doi.org/10.1/x", "sources[0].doi", principles.CodeInvalid},
		"URL with a space":    {"org/x", "org/ x", "sources[0].url", principles.CodeInvalid},
		"URL without TLS":     {"https:", "http:", "sources[0].url", principles.CodeInvalid},
		"unknown source":      {`["book"]`, `["book", "film"]`, "principles[0].sources[1]", principles.CodeUnknownSource},
		"source twice":        {`["book"]`, `["book", "book"]`, "principles[0].sources[1]", principles.CodeDuplicate},
		"no meaning":          {"No hurry.", "", "principles[0].meaning", principles.CodeMissing},
		"line break in text":  {"No hurry.", `No\nhurry.`, "principles[0].meaning", principles.CodeInvalid},
		"reordered text":      {"No hurry.", `No \u202ehurry.`, "principles[0].meaning", principles.CodeInvalid},
		"text too long":       {"No hurry.", strings.Repeat("x", 4001), "principles[0].meaning", principles.CodeInvalid},
		"unverified":          {`"stated"`, `"unverified"`, "principles[0].confidence", principles.CodeUnverified},
		"unknown confidence":  {`"stated"`, `"sure"`, "principles[0].confidence", principles.CodeInvalid},
		"no confidence":       {`"stated"`, `""`, "principles[0].confidence", principles.CodeMissing},
		"unverified practice": {`"read"`, `"unverified"`, "principles[0].practice[0].confidence", principles.CodeUnverified},
		"breach without text": {"Hurry", "", "principles[0].breach.text", principles.CodeMissing},
		"aim without name":    {`"time"`, `""`, "principles[0].aims[0].name", principles.CodeMissing},
		"unknown key":         {`"version"`, `"revision"`, "", principles.CodeUnknownKey},
		"key in upper case":   {`"version"`, `"Version"`, "", principles.CodeUnknownKey},
		"key twice":           {`"version": "1"`, `"version": "1", "version": "2"`, "", principles.CodeDuplicateKey},
		"key twice, deep":     {`"text": "Wait"`, `"text": "Wait", "text": "Go"`, "", principles.CodeDuplicateKey},
		"wrong type":          {"2020", `"2020"`, "sources.year", principles.CodeMalformedJSON},
		"a comma too many":    {`["A"]`, `["A",]`, "", principles.CodeMalformedJSON},
		"not UTF-8":           {"No hurry.", "\xff", "", principles.CodeMalformedJSON},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(small, c.old), "the case changes one place")
			changed := strings.Replace(small, c.old, c.new, 1)
			require.Equal(t, []principles.CatalogueError{{Path: c.path, Code: c.code}}, decodeFaults(t, changed))
		})
	}
}

func TestAFileThatIsNoCatalogueIsRefused(t *testing.T) {
	cases := map[string]struct {
		text string
		code principles.Code
	}{
		"empty":         {"", principles.CodeMalformedJSON},
		"cut off":       {small[:len(small)-1], principles.CodeMalformedJSON},
		"trailing text": {small + "{}", principles.CodeMalformedJSON},
		"a number":      {"3", principles.CodeMalformedJSON},
		"a list":        {"[]", principles.CodeMalformedJSON},
		"deep":          {strings.Repeat("[", 50) + strings.Repeat("]", 50), principles.CodeMalformedJSON},
		"too deep":      {strings.Repeat("[", 51) + strings.Repeat("]", 51), principles.CodeTooDeep},
		"too large":     {strings.Repeat(" ", 1<<20) + small, principles.CodeTooLarge},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := decodeFaults(t, c.text)
			require.Len(t, got, 1)
			require.Equal(t, c.code, got[0].Code)
		})
	}
}

func TestEveryFaultOfACatalogueIsReported(t *testing.T) {
	got := decodeFaults(t, `{"sources": [{"key": "a"}, {"key": "a", "authors": [""], "title": "T", "licence": "L"}],
		"principles": [
			{"id": "one", "name": "one", "meaning": "m", "sources": ["a"], "confidence": "read"},
			{"id": "one", "name": "One", "meaning": "m", "sources": [], "confidence": "read"}]}`)
	require.Equal(t, []principles.CatalogueError{
		{Path: "schema", Code: principles.CodeUnknownSchema},
		{Path: "id", Code: principles.CodeMissing},
		{Path: "version", Code: principles.CodeMissing},
		{Path: "title", Code: principles.CodeMissing},
		{Path: "sources[0].authors", Code: principles.CodeMissing},
		{Path: "sources[0].title", Code: principles.CodeMissing},
		{Path: "sources[0].licence", Code: principles.CodeMissing},
		{Path: "sources[1].key", Code: principles.CodeDuplicate},
		{Path: "sources[1].authors[0]", Code: principles.CodeMissing},
		{Path: "principles[1].id", Code: principles.CodeDuplicate},
		{Path: "principles[1].sources", Code: principles.CodeMissing},
		{Path: "principles[1].name", Code: principles.CodeDuplicate},
	}, got)
}

func TestASourceThatNothingNamesIsReported(t *testing.T) {
	changed := strings.Replace(small, `"sources": [{`, `"sources": [{"key": "film", "authors": ["B"], "title": "F", "licence": "L"}, {`, 1)
	require.Equal(t, []principles.CatalogueError{{Path: "sources[0]", Code: principles.CodeUnused}}, decodeFaults(t, changed))
}

func TestACatalogueNeedsPrinciples(t *testing.T) {
	got := decodeFaults(t, `{"schema": "peersupport/principles/catalogue/v1", "id": "a", "version": "1", "title": "T"}`)
	require.Equal(t, []principles.CatalogueError{{Path: "principles", Code: principles.CodeMissing}}, got)
}

func TestErrorsOfTheReaderComeBackAsTheyAre(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := principles.DecodeCatalogue(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
}

func TestPrinciplesAreFoundByAnyName(t *testing.T) {
	c, err := principles.DecodeCatalogue(strings.NewReader(small))
	require.NoError(t, err)
	for _, name := range []string{"calm", " CALM ", "un-hurried", "Un hurried", "un_hurried"} {
		p, ok := c.Find(name)
		require.True(t, ok, "%q", name)
		require.Equal(t, principles.PrincipleID("calm"), p.ID)
	}
	_, ok := c.Find("hurried")
	require.False(t, ok)
	_, ok = c.Lookup("un-hurried")
	require.False(t, ok, "Lookup takes ids only")
}

func TestConfidencesSurviveJSON(t *testing.T) {
	for c := principles.Unverified; c <= principles.Stated; c++ {
		data, err := json.Marshal(c)
		require.NoError(t, err)
		var back principles.Confidence
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, c, back)
	}
	c := principles.Stated
	require.ErrorIs(t, c.UnmarshalText([]byte("unknown")), principles.ErrUnknownConfidence)
	require.Equal(t, principles.Unverified, c)
	_, err := principles.Confidence(9).MarshalText()
	require.ErrorIs(t, err, principles.ErrUnknownConfidence)
	require.Equal(t, "unknown", principles.Confidence(9).String())
}

func FuzzDecodeCatalogue(f *testing.F) {
	f.Add(small)
	f.Add(`{"principles":[{"id":null}]}`)
	f.Add(`[[[`)
	f.Fuzz(func(t *testing.T, text string) {
		if faults := decodeFaults(t, text); len(faults) > 0 {
			return
		}
		c, err := principles.DecodeCatalogue(strings.NewReader(text))
		require.NoError(t, err)
		require.NotEmpty(t, c.Principles)
		for _, p := range c.Principles {
			require.True(t, p.ID.Valid())
			require.NotEmpty(t, p.Sources)
			require.NotEqual(t, principles.Unverified, p.Confidence)
			found, ok := c.Find(p.Name)
			require.True(t, ok)
			require.Equal(t, p, found)
		}
	})
}
