package principles

// Statement is a text with a footing of its own.
type Statement struct {
	Text       string     `json:"text"`
	Confidence Confidence `json:"confidence"`
}

// Citation names a publication.
type Citation struct {
	// Key is the handle by which data refer to the citation, snake_case.
	Key string `json:"key"`

	// Authors are the people or bodies who wrote it, surname first.
	Authors []string `json:"authors"`

	Title string `json:"title"`

	// Year of publication; 0: not known.
	Year int `json:"year,omitempty"`

	Publisher string `json:"publisher,omitempty"`

	// DOI begins with "10.", without the address of a resolver.
	DOI string `json:"doi,omitempty"`

	// URL begins with "https://".
	URL string `json:"url,omitempty"`

	// Licence says on what terms the content is used here.
	Licence string `json:"licence"`

	// Note holds what a reader should know about the source itself.
	Note string `json:"note,omitempty"`
}
