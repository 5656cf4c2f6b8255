// Package client asks a server of rapporteur over HTTP. Its operations and their
// parameters (operations.go, params.go) are made of the OpenAPI document of package api
// by "go test ./api/client -update"; a test holds them to it.
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"
)

// Client asks one server.
type Client struct {
	// Base is the address of the server, http://127.0.0.1:8080.
	Base string
	// Key is sent with each request, if there is one.
	Key string
	// Namespace is the desk in whose name is asked, empty for what is everybody's.
	Namespace string
	// HTTP sends requests, http.DefaultClient if it is nil.
	HTTP *http.Client
}

// Problem is why there is no answer (RFC 9457).
type Problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (p *Problem) Error() string { return fmt.Sprintf("%d %s: %s", p.Status, p.Title, p.Detail) }

// do sends a request and puts the answer into out: JSON into the value that out points
// to, any answer as it is into a *[]byte, none into nil.
func (c *Client) do(ctx context.Context, method, path string, params, body, out any) error {
	address := strings.TrimSuffix(c.Base, "/") + path
	if q := query(params).Encode(); q != "" {
		address += "?" + q
	}
	var sent io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			return err
		}
		sent = bytes.NewReader(data)
	}
	r, err := http.NewRequestWithContext(ctx, method, address, sent)
	if err != nil {
		return err
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.Key != "" {
		r.Header.Set("Authorization", "Bearer "+c.Key)
	}
	if c.Namespace != "" {
		r.Header.Set("Rapporteur-Namespace", c.Namespace)
	}
	sender := c.HTTP
	if sender == nil {
		sender = http.DefaultClient
	}
	answer, err := sender.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }() // it was only read
	return take(answer, out)
}

// take puts an answer where it is wanted.
func take(answer *http.Response, out any) error {
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode >= 400 {
		p := &Problem{Status: answer.StatusCode, Title: http.StatusText(answer.StatusCode)}
		_ = json.Unmarshal(data, p) // one that is no problem has a status at least
		return p
	}
	switch out := out.(type) {
	case nil:
		return nil
	case *[]byte: // as it is
		*out = data
		return nil
	}
	if answer.StatusCode == http.StatusNoContent {
		return nil
	}
	return json.Unmarshal(data, out)
}

// query writes parameters, a struct whose fields have names of their own, as an address
// takes them; what is zero is left out.
func query(params any) url.Values {
	out := url.Values{}
	if params == nil {
		return out
	}
	v := reflect.ValueOf(params)
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("query")
		switch f := v.Field(i); {
		case f.IsZero():
		case f.Kind() == reflect.Slice:
			for j := range f.Len() {
				out.Add(name, fmt.Sprint(f.Index(j)))
			}
		default:
			out.Set(name, fmt.Sprint(f))
		}
	}
	return out
}
