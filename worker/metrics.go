package worker

import (
	"fmt"
	"time"

	"rapporteur/record"

	prom "github.com/VictoriaMetrics/metrics"
)

// metrics count what a worker does.
type metrics struct{ set *prom.Set }

func newMetrics() *metrics { return &metrics{prom.NewSet()} }

func (m *metrics) count(format string, args ...any) {
	m.set.GetOrCreateCounter(fmt.Sprintf(format, args...)).Inc()
}

func (m *metrics) took(name string, d time.Duration) {
	m.set.GetOrCreatePrometheusHistogram(name).Update(d.Seconds())
}

func (m *metrics) countRead(result string, d time.Duration) {
	m.count(`rapporteur_worker_read_total{result=%q}`, result)
	m.took("rapporteur_worker_read_seconds", d)
}

func (m *metrics) countRecorded(o record.Outcome) {
	m.count(`rapporteur_worker_recorded_total{outcome=%q}`, string(o))
}

func (m *metrics) timeCommit(d time.Duration)   { m.took("rapporteur_worker_commit_seconds", d) }
func (m *metrics) timeSettling(d time.Duration) { m.took("rapporteur_worker_settle_seconds", d) }

func (m *metrics) countRetry(step, why string) {
	m.count(`rapporteur_worker_retries_total{step=%q,why=%q}`, step, why)
}

func (m *metrics) countDead(step string) { m.count(`rapporteur_worker_dead_total{step=%q}`, step) }
