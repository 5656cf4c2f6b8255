package pdf

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryMost is how much memory one file may take, in pages of 64 KiB: 384 MiB.
const memoryMost = 6144

// engine compiles PDFium when the first file comes, which takes two seconds, or a few
// hundredths where this user's cache has what was compiled before. Each file is read
// in an instance of its own, which sees no files and no clock of this machine.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryMost).WithCloseOnContextDone(true)
	if folder, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "rapporteur", "pdfium")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{MaxIdle: 1, MaxTotal: max(2, runtime.GOMAXPROCS(0)), FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
		Stdout: io.Discard, Stderr: io.Discard, RandomSource: zeros{}})
})

// zeros gives the engine no randomness: the same bytes give the same text.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

var errEnded = errors.New("the engine was stopped")

// within lends an instance of the engine for one file, and stops it when the context
// is over.
func within(ctx context.Context, do func(pdfium.Pdfium) error) error {
	pool, err := engine()
	if err != nil {
		return err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return err
	}
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(killed)
		_ = instance.Kill() // it ends with the module
	})
	err = do(instance)
	if !stop() {
		<-killed
		return errors.Join(errEnded, ctx.Err())
	}
	_ = instance.Close() // nothing was written
	return err
}
