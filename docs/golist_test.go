package docs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the library's folder as seen from this package.
const root = ".."

// listPackages returns the library's packages and all they link, as the go command sees them.
func listPackages(t *testing.T) []listed {
	t.Helper()
	watchFolders(t)
	out := runGo(t, "list", "-deps", "-json=ImportPath,Module,Imports,TestImports,XTestImports", "./...")
	var packages []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		require.NoError(t, err)
		packages = append(packages, p)
	}
}

// listRequirements returns the requirements of the library's go.mod.
func listRequirements(t *testing.T) []requirement {
	t.Helper()
	watchFolders(t)
	var file struct{ Require []requirement }
	require.NoError(t, json.Unmarshal(runGo(t, "mod", "edit", "-json"), &file))
	return file.Require
}

func runGo(t *testing.T, args ...string) []byte {
	t.Helper()
	command := exec.CommandContext(t.Context(), "go", args...)
	command.Dir = root
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	require.NoError(t, err, stderr.String())
	return out
}

// watchFolders opens every folder of the library. The go command caches a passed test until a file that the test
// opened has changed; what a child process reads it cannot see, so a new import elsewhere would go unnoticed.
func watchFolders(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		return nil
	})
	require.NoError(t, err)
}
