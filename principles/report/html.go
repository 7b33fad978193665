package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"

	"github.com/peersupport/peersupport/principles"
)

// templates holds the page, the picture and their styles. go:embed allows no
// constant, and nothing writes to it.
//
//go:embed templates
var templates embed.FS

// HTML writes one page that stands by itself: no script, nothing loaded from
// anywhere, a content security policy that allows its own style and nothing
// else. It reads on any width, in light and dark, with a screen reader, without
// colour and on paper. The error is that of w.
func HTML(w io.Writer, r principles.Report) error {
	p, err := newPage(r)
	if err != nil {
		return err
	}
	all, err := parsed()
	if err != nil {
		return err
	}
	data := htmlPage{page: p, Pictures: p.pictures()}
	if data.Policy, err = policy("palette.css", "picture.css", "page.css"); err != nil {
		return err
	}
	return execute(w, all, "page.html", data)
}

type htmlPage struct {
	*page
	Policy   string
	Pictures []picture
}

// execute writes all of it or nothing.
func execute(w io.Writer, all *template.Template, name string, data any) error {
	var b bytes.Buffer
	if err := all.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// parsed returns the templates. They are parsed anew each time, which takes about
// a millisecond, because the package keeps nothing.
func parsed() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"capital": capital,
		"n":       func(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) },
		"n2":      func(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) },
	}).ParseFS(templates, "templates/*")
}

// policy returns the content security policy of a page with one style element
// that holds these files. html/template passes style sheets on as they are, as
// long as they hold no comments.
func policy(styles ...string) (string, error) {
	digest := sha256.New()
	for _, name := range styles {
		text, err := templates.ReadFile("templates/" + name)
		if err != nil {
			return "", err
		}
		digest.Write(text)
	}
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest.Sum(nil)) +
		"'; base-uri 'none'; form-action 'none'", nil
}
