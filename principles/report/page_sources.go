package report

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// source is an entry of the list of sources.
type source struct {
	Number                          int
	Anchor                          string
	Authors, Title, Publisher, Year string
	Link, Unlinked, Licence         string
	Notes                           []string
}

// ref leads to an entry of the list of sources.
type ref struct {
	Anchor string // empty where the list has no such entry
	Label  string
}

func (w *words) refs(keys []string) (all []ref) {
	for _, key := range keys {
		r := ref{Label: key}
		if n, ok := w.numbers[key]; ok {
			r = ref{Anchor: anchor("source", n-1), Label: strconv.Itoa(n)}
		}
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	return all
}

// listSources makes the list of sources. Frameworks that serve one another often
// cite the same publication, each under its own key: it is listed once.
func (w *words) listSources() {
	w.numbers = make(map[string]int)
	for _, c := range w.of.Sources {
		s := source{
			Authors: list(c.Authors), Title: sentence(c.Title), Publisher: sentence(c.Publisher), Licence: c.Licence,
			Notes: []string{sentence(c.Note)},
		}
		if c.Year != 0 {
			s.Year = strconv.Itoa(c.Year)
		}
		s.Link, s.Unlinked = address(c)
		at := slices.IndexFunc(w.sources, s.same)
		if at < 0 {
			at = len(w.sources)
			s.Number, s.Anchor = at+1, anchor("source", at)
			w.sources = append(w.sources, s)
		}
		if known := &w.sources[at]; !slices.Contains(known.Notes, s.Notes[0]) {
			known.Notes = append(known.Notes, s.Notes[0])
		}
		w.numbers[c.Key] = at + 1
	}
}

// same reports whether two entries name one publication on the same terms.
func (c source) same(other source) bool {
	return c.Authors == other.Authors && c.Title == other.Title && c.Year == other.Year &&
		c.Publisher == other.Publisher && c.Link == other.Link && c.Unlinked == other.Unlinked && c.Licence == other.Licence
}

// Note is what a reader should know about the source.
func (c source) Note() string { return strings.TrimSpace(sentences(c.Notes)) }

// address returns where a publication is to be found: as a link if it is a DOI
// or a plain address of the web, otherwise as it is written.
func address(c principles.Citation) (link, unlinked string) {
	if link = doiLink(c.DOI); link != "" {
		return link, ""
	}
	if link = webLink(c.URL); link != "" {
		return link, c.DOI
	}
	return "", strings.TrimSpace(c.DOI + " " + c.URL)
}

// doiLink returns the address of a DOI, or nothing for what is none. The form
// is the one that Crossref recommends for matching, which 97 in 100 have.
func doiLink(doi string) string {
	form := regexp.MustCompile(`^10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$`)
	if !form.MatchString(doi) {
		return ""
	}
	return "https://doi.org/" + doi
}

// webLink returns the address if it is a plain one of the web with https,
// without anybody's name or password in it.
func webLink(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsAny(address, " \\\"'<>`") {
		return ""
	}
	return u.String()
}
