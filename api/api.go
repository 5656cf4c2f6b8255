package api

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/cache"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Prefix is where the interface lies.
const Prefix = "/api/v1"

// Options are what the interface is made over.
type Options struct {
	Record *record.Record
	// Version is the program's.
	Version string
	// Read and Knowing read what is posted, as service.Ingest has them; without Read
	// nothing can be added.
	Read    service.Read
	Knowing service.Knowing
	// Explain reads a report with the words by which each entry is told, for evidence; it
	// may be missing.
	Explain service.Read
	// Publish puts a report into a queue from which others read it, in the place of
	// reading it here; nil where there is no queue.
	Publish func(ctx context.Context, report *rapporteur.Report) error
	// Tables are where a correction looks up actors that the record does not know.
	Tables service.Tables
	Now    func() time.Time
	// Revision tells how the record stands, so that answers are remembered as long as it
	// stands so; without it each is made anew. Makers is how many are made side by side.
	Revision func(context.Context) (cache.Revision, error)
	Makers   int
	// Trail gives what was done to the record, nil for no trail.
	Trail func(context.Context, access.TrailQuery) ([]access.Line, error)
	// Alerts are the rules of alerts and what they found, nil for none.
	Alerts alert.Store
	// Follows is what is followed, nil for nothing.
	Follows follow.Store
	// Note writes into the trail what was done to the record, nil for no trail.
	Note func(ctx context.Context, what access.What, about string)
}

// server holds what every operation needs.
type server struct{ Options }

// Handler answers all requests below Prefix of those who may make them: access.From
// says who asks, and signs what they correct.
func Handler(o Options) http.Handler {
	mux := http.NewServeMux()
	build(mux, o)
	return permitted((&server{o}).atDesks(memoryOf(o).tagged(mux)))
}

// Document is the OpenAPI 3.1 document of the interface, as JSON.
func Document(version string) ([]byte, error) {
	return build(http.NewServeMux(), Options{Version: version}).OpenAPI().MarshalJSON()
}

// build declares every operation.
func build(mux *http.ServeMux, o Options) huma.API {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Note == nil {
		o.Note = func(context.Context, access.What, string) {}
	}
	config := huma.DefaultConfig("rapporteur", o.Version)
	config.Info.Description = "The record of a negotiation: meetings and who was left out, statements, events and positions, each with the exact words that support it."
	config.OpenAPIPath, config.SchemasPath = Prefix+"/openapi", Prefix+"/schemas"
	config.DocsPath = ""     // its page would load scripts from elsewhere
	config.CreateHooks = nil // nor do bodies carry the address of their schema
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	config.FieldsOptionalByDefault = true
	secured(&config)
	for _, empty := range []reflect.Type{reflect.TypeFor[rapporteur.Text](), reflect.TypeFor[rapporteur.Date](), reflect.TypeFor[rapporteur.Direction]()} {
		config.Components.Schemas.RegisterTypeAlias(empty, reflect.TypeFor[*string]())
	}
	a := humago.New(mux, config)
	a.UseMiddleware(strict(a))
	s := &server{o}
	s.lists(a)
	s.entries(a)
	(&tabler{o}).tables(a)
	(&tabler{o}).proofs(a)
	(&tabler{o}).reviews(a)
	(&tabler{o}).webs(a)
	s.changes(a)
	s.writes(a)
	s.dossiers(a)
	s.tables(a)
	s.exports(a)
	(&knower{o}).known(a)
	(&knower{o}).search(a)
	(&knower{o}).profiles(a)
	(&knower{o}).readings(a)
	s.trails(a)
	(&alerter{o}).alerts(a)
	(&follower{o}).follows(a)
	nullable(a.OpenAPI().Components.Schemas)
	emptyIsNone(a.OpenAPI().Paths)
	askedByDesks(a.OpenAPI().Paths)
	return a
}

// schemaName is the name of a type in the document. A report as a reader has it stands
// in one document with that of the record.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == reflect.TypeFor[rapporteur.Report]() {
		return "ReadReport"
	}
	if t.PkgPath() == reflect.TypeFor[alert.Rule]().PkgPath() { // it has notices and letters of its own
		return "Alert" + t.Name()
	}
	return huma.DefaultSchemaNamer(t, hint)
}
