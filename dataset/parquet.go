package dataset

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"rapporteur/service"
)

// groupRows is the number of rows of a row group: what is held of a table at most.
const groupRows = 20_000

// parquetBook writes each table to a Parquet file of its own.
type parquetBook struct {
	files []*parquetFile
}

// parquetFile is a table on its way.
type parquetFile struct {
	to      io.WriteCloser
	out     *parquet.GenericWriter[any]
	columns []Column
	values  parquet.Row
}

// newParquet opens an export of tables as Parquet, with load.sql, which makes tables of
// them in DuckDB.
func newParquet(o Options) (Writer, error) {
	return newTabular(o.Tables, func(tables []Table) (book, error) {
		b := &parquetBook{}
		for _, t := range tables {
			w, err := o.To.Main(t.Name + ".parquet")
			if err != nil {
				return nil, err
			}
			b.files = append(b.files, &parquetFile{to: w, out: parquetWriter(w, t, o.Provenance), columns: t.Columns})
		}
		if err := loadSQL(o.To, tables); err != nil {
			return nil, err
		}
		return b, beside(o.To, tables, "parquet", o.Provenance)
	})
}

func parquetWriter(w io.Writer, t Table, p service.Provenance) *parquet.GenericWriter[any] {
	options := []parquet.WriterOption{parquetSchema(t), parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(groupRows),
		parquet.PageBufferSize(32 << 10), parquet.WriteBufferSize(64 << 10), parquet.CreatedBy("rapporteur", p.Program, p.Model)}
	for _, pair := range about(p) {
		options = append(options, parquet.KeyValueMetadata("rapporteur."+strings.ReplaceAll(pair[0], " ", "."), pair[1]))
	}
	return parquet.NewGenericWriter[any](w, options...)
}

// parquetSchema is the schema of a table. Its columns are the fields of a struct because
// parquet-go sorts those of a group by their names.
func parquetSchema(t Table) *parquet.Schema {
	var fields []reflect.StructField
	for i, c := range t.Columns {
		goType, tag := reflect.TypeFor[string](), c.Name+",optional"
		switch c.Type {
		case Integer:
			goType = reflect.TypeFor[int64]()
		case Number:
			goType = reflect.TypeFor[float64]()
		case Boolean:
			goType = reflect.TypeFor[bool]()
		case Date:
			goType, tag = reflect.TypeFor[int32](), tag+",date"
		}
		fields = append(fields, reflect.StructField{Name: fmt.Sprintf("C%d", i), Type: goType, Tag: reflect.StructTag(`parquet:"` + tag + `"`)})
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

func (b *parquetBook) add(table int, row Row) error {
	f := b.files[table]
	f.values = f.values[:0]
	for i, v := range row {
		value, level := parquetValue(v, f.columns[i].Type), 1
		if value.IsNull() {
			level = 0
		}
		f.values = append(f.values, value.Level(0, level, i))
	}
	_, err := f.out.WriteRows([]parquet.Row{f.values})
	return err
}

func parquetValue(v any, t Type) parquet.Value {
	switch v := v.(type) {
	case string:
		if t == Date {
			day, err := time.Parse(time.DateOnly, v)
			if err != nil {
				return parquet.NullValue()
			}
			return parquet.Int32Value(int32(day.Unix() / (24 * 60 * 60)))
		}
		return parquet.ByteArrayValue([]byte(v))
	case int64:
		return parquet.Int64Value(v)
	case float64:
		return parquet.DoubleValue(v)
	case bool:
		return parquet.BooleanValue(v)
	}
	return parquet.NullValue()
}

func (b *parquetBook) close() error {
	for _, f := range b.files {
		if err := f.out.Close(); err != nil {
			return err
		}
		if err := f.to.Close(); err != nil {
			return err
		}
	}
	return nil
}

// loadSQL writes what makes tables of the files in DuckDB, with the meanings of their
// columns.
func loadSQL(to Output, tables []Table) error {
	w, err := to.Beside("load.sql")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, "-- duckdb record.duckdb < load.sql, in this folder\n"); err != nil {
		return err
	}
	quoted := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	for _, t := range tables {
		if _, err := fmt.Fprintf(w, "CREATE OR REPLACE TABLE %s AS SELECT * FROM read_parquet(%s);\nCOMMENT ON TABLE %s IS %s;\n", t.Name, quoted(t.Name+".parquet"), t.Name, quoted(t.Meaning)); err != nil {
			return err
		}
		for _, c := range t.Columns {
			if _, err := fmt.Fprintf(w, "COMMENT ON COLUMN %s.\"%s\" IS %s;\n", t.Name, c.Name, quoted(describe(c))); err != nil {
				return err
			}
		}
	}
	return w.Close()
}
