package gate

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

// bounds are the upper bounds in seconds of the buckets of times.
var bounds = []float64{.005, .025, .1, .25, .5, 1, 5}

// Counts are what happened since the start; safe for use by several goroutines.
type Counts struct {
	mu       sync.Mutex
	requests map[string]int64 // by method and class of status
	buckets  [8]int64         // the last one holds what took longer
	seconds  float64
	inFlight int64
	refused  int64
}

// refuse counts a request that came too soon after others.
func (c *Counts) refuse() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.refused++
}

func (c *Counts) begin() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inFlight++
}

func (c *Counts) end(method string, status int, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.requests == nil {
		c.requests = map[string]int64{}
	}
	c.inFlight--
	c.requests[fmt.Sprintf(`method=%q,status="%dxx"`, known(method), status/100)]++
	s := took.Seconds()
	i, _ := slices.BinarySearch(bounds, s)
	c.buckets[i]++
	c.seconds += s
}

// known keeps what strangers write out of the names of counts.
func known(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return method
	}
	return "other"
}

// Write writes the counts in the text format of Prometheus (exposition format 0.0.4).
func (c *Counts) Write(w io.Writer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintln(w, "# TYPE rapporteur_http_requests_total counter")
	labels := make([]string, 0, len(c.requests))
	for l := range c.requests {
		labels = append(labels, l)
	}
	slices.Sort(labels)
	for _, l := range labels {
		fmt.Fprintf(w, "rapporteur_http_requests_total{%s} %d\n", l, c.requests[l])
	}
	fmt.Fprintln(w, "# TYPE rapporteur_http_requests_in_flight gauge")
	fmt.Fprintln(w, "rapporteur_http_requests_in_flight", c.inFlight)
	fmt.Fprintln(w, "# TYPE rapporteur_http_requests_limited_total counter")
	fmt.Fprintln(w, "rapporteur_http_requests_limited_total", c.refused)
	fmt.Fprintln(w, "# TYPE rapporteur_http_request_seconds histogram")
	sum := int64(0)
	for i, n := range c.buckets {
		sum += n
		le := "+Inf"
		if i < len(bounds) {
			le = strconv.FormatFloat(bounds[i], 'g', -1, 64)
		}
		fmt.Fprintf(w, "rapporteur_http_request_seconds_bucket{le=%q} %d\n", le, sum)
	}
	fmt.Fprintf(w, "rapporteur_http_request_seconds_sum %g\nrapporteur_http_request_seconds_count %d\n", c.seconds, sum)
}

// counted counts and logs requests.
func counted(next http.Handler, log *slog.Logger, counts *Counts) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen, began := &seen{ResponseWriter: w, status: http.StatusOK}, time.Now()
		r = withClient(r)
		counts.begin()
		defer func() {
			took := time.Since(began)
			counts.end(r.Method, seen.status, took)
			from := clientOf(r)
			log.Info("request", "method", r.Method, "path", r.URL.Path, "status", seen.status, "bytes", seen.bytes, "ms", took.Milliseconds(),
				"address", from.address, "who", from.who)
		}()
		next.ServeHTTP(seen, r)
	})
}

// seen remembers what was answered.
type seen struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (s *seen) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

func (s *seen) Write(b []byte) (int, error) {
	n, err := s.ResponseWriter.Write(b)
	s.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController find what lies below.
func (s *seen) Unwrap() http.ResponseWriter { return s.ResponseWriter }
