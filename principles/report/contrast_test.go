package report_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// palettes returns the colours of the light and the dark palette.
func palettes(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	text, err := os.ReadFile("templates/palette.css")
	require.NoError(t, err)
	colour := regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)
	read := func(css string) map[string]string {
		colours := make(map[string]string)
		for _, found := range colour.FindAllStringSubmatch(css, -1) {
			colours[found[1]] = found[2]
		}
		return colours
	}
	bright, night, found := strings.Cut(string(text), "@media")
	require.True(t, found)
	return read(bright), read(night)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		channel, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c := float64(channel) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	require.InDelta(t, 21, contrast(t, "#ffffff", "#000000"), 1e-9)
	require.InDelta(t, 4.54, contrast(t, "#ffffff", "#767676"), 0.005)
}

func TestEveryColourOfATextContrastsWithEveryPaper(t *testing.T) {
	light, dark := palettes(t)
	require.Len(t, dark, len(light), "both palettes have the same colours")
	for name, palette := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, paper := range []string{"paper", "wash"} {
			for _, ink := range []string{"ink", "soft", "link", "upheld", "partly", "at-risk", "not-upheld", "not-known"} {
				require.Contains(t, palette, ink)
				require.GreaterOrEqual(t, contrast(t, palette[paper], palette[ink]), 4.5, "%s: %s on %s", name, ink, paper)
			}
		}
	}
}

func TestColoursAreNamedInThePaletteAlone(t *testing.T) {
	for _, file := range []string{"page.css", "picture.css"} {
		text, err := os.ReadFile("templates/" + file)
		require.NoError(t, err)
		screen, _, _ := strings.Cut(string(text), "@media print")
		require.NotRegexp(t, `#[0-9a-fA-F]{3}`, screen, file)
		require.NotContains(t, string(text), "/*", "a comment would be taken out, and the digest of the policy would be wrong")
	}
}
