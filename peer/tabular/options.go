package tabular

// Limits of a file; a file beyond one of them is refused. The first three are
// the conventions of this project for uploaded files.
const (
	// MaxRecord is the largest number of bytes of one record, quotation and
	// line end included.
	MaxRecord = 64 << 10
	// MaxColumns is the largest number of fields of one record.
	MaxColumns = 200
	// MaxFile is the largest number of bytes of a file.
	MaxFile = 256 << 20
	// MaxFaults is how many faults are gathered before a reading gives up;
	// this project's own figure.
	MaxFaults = 10_000
)

// Column is one column that the caller knows.
type Column struct {
	// Name is the caller's own name: lower-case ASCII without outer space.
	Name string
	// Required columns must be in the file; their fields may be empty.
	Required bool
	// FreeText columns may hold tabs and line breaks. Other columns may hold
	// no control character.
	FreeText bool
}

// Layout says under which headings a kind of export has the columns: own name
// to headings, of which any one may occur. A column that the layout does not
// name goes by its own name; a column with no headings has none that is known
// beforehand and needs a mapping.
type Layout map[string][]string

// Options says how a file is read. The zero value knows no column; each other
// field may be left out.
type Options struct {
	// Columns are what the caller knows, in the order of [Reader.Field].
	Columns []Column
	// Layouts are alternatives, best first: the first one whose required
	// columns are all in the file is used, and when none is, the first one
	// says what is missing. Empty: the columns go by their own names.
	Layouts []Layout
	// Mapping gives headings by own name, above any layout.
	Mapping map[string]string
	// Delimiter is ',', ';' or tab; 0 detects it from the header.
	Delimiter rune
	// Strict refuses columns that the caller does not know. Otherwise they are
	// dropped and listed.
	Strict bool
}
