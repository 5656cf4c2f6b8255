package pages

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
)

//go:embed static
var files embed.FS

// assetPrefix is where styles, modules and pictures lie.
const assetPrefix = "/static/"

// assets are the files that pages load. Their address holds a hash of them all, so that
// a browser keeps them until the program changes; modules name each other beside
// themselves and stay within the hash.
type assets struct {
	hash   string
	bodies map[string][]byte
}

// kinds are the media types of assets by their ending.
var kinds = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

func loadAssets() *assets {
	a := &assets{bodies: map[string][]byte{}}
	all, err := files.ReadDir("static")
	if err != nil {
		panic(err) // they are part of the program
	}
	sum := sha256.New()
	for _, f := range all {
		body, err := files.ReadFile(path.Join("static", f.Name()))
		if err != nil {
			panic(err)
		}
		a.bodies[f.Name()] = body
		sum.Write(body)
	}
	a.hash = hex.EncodeToString(sum.Sum(nil)[:6])
	return a
}

// address is where an asset lies.
func (a *assets) address(name string) string { return assetPrefix + a.hash + "/" + name }

// ServeHTTP gives an asset.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	hash, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, assetPrefix), "/")
	body, ok := a.bodies[name]
	if !ok || hash != a.hash {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(body)
}
