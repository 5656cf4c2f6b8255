"""Load an export with what researchers use, and say where two of them differ.

python3 checks/loads/loads.py RAPPORTEUR RECORD.db FOLDER

Tables are read by pandas from CSV, Parquet and XLSX, by DuckDB from CSV, Parquet and
load.sql, by R and by LibreOffice where they are there; rows, names, types and values must
be the same. GeoJSON is checked by geojson, geojson_validator and geojson_pydantic,
iCalendar by icalendar and vobject, Atom by feedparser and by the grammar atom.rng. It needs
pandas, pyarrow, openpyxl, duckdb, geojson, geojson_validator, geojson_pydantic, icalendar,
vobject, feedparser and lxml; without one it exits with 77 and says which.
"""
import csv, json, os, shutil, subprocess, sys

try:
    import duckdb, feedparser, geojson, geojson_validator, icalendar, lxml.etree, vobject, pandas as pd
    import openpyxl, pyarrow  # noqa: F401, pandas reads with them
    from geojson_pydantic import FeatureCollection
except ImportError as e:
    print("skipped:", e)
    sys.exit(77)

KIND = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "string"}


def frame(data, types):
    """Give a table the types of its columns; a day is written as one."""
    for name, kind in types.items():
        if kind == "date":
            data[name] = data[name].map(lambda d: None if pd.isna(d) else str(d)[:10]).astype("string")
        elif kind == "boolean":
            data[name] = data[name].map(lambda b: None if pd.isna(b) else str(b).lower() in ("true", "1")).astype("boolean")
        else:
            data[name] = data[name].astype(KIND[kind])
    return data


def tables(program, record, folder):
    for form, where in (("csv", "csv"), ("parquet", "parquet"), ("xlsx", "book.xlsx")):
        subprocess.run([program, "export", form, "--exact", "--db", record, "--to", os.path.join(folder, where)], check=True)
    with open(os.path.join(folder, "csv", "datapackage.json"), encoding="utf-8") as f:
        package = json.load(f)
    wrong = 0
    base = duckdb.connect(os.path.join(folder, "record.duckdb"))
    here = os.getcwd()
    os.chdir(os.path.join(folder, "parquet"))
    with open("load.sql", encoding="utf-8") as f:
        base.execute(f.read())
    os.chdir(here)
    for resource in package["resources"]:
        name, types = resource["name"], {f["name"]: f["type"] for f in resource["schema"]["fields"]}
        path = os.path.join(folder, "csv", name + ".csv")
        want = frame(pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""]), types)
        if list(want.columns) != list(types):
            wrong += 1
            print(name, "columns differ from the dictionary")
        text = {k: "string" for k, v in types.items() if v == "string"}
        others = {
            "Parquet": pd.read_parquet(os.path.join(folder, "parquet", name + ".parquet")),
            "XLSX": pd.read_excel(os.path.join(folder, "book.xlsx"), sheet_name=name, dtype=text, keep_default_na=False, na_values=[""]),
            "DuckDB, load.sql": base.execute("SELECT * FROM " + name).df(),
            "DuckDB, CSV": duckdb.execute("SELECT * FROM read_csv('%s', header=true, all_varchar=true, nullstr='')" % path).df(),
        }
        for how, data in others.items():
            try:
                pd.testing.assert_frame_equal(want, frame(data, types), check_column_type=False)
            except (AssertionError, ValueError, TypeError) as e:
                wrong += 1
                print(name, "differs as", how + ":", str(e)[:300])
        print(name, len(want), "rows,", len(types), "columns")
    return wrong


def dictionary(folder):
    """The tables of an export with the types of their columns, and each as CSV has it."""
    with open(os.path.join(folder, "csv", "datapackage.json"), encoding="utf-8") as f:
        package = json.load(f)
    for resource in package["resources"]:
        types = {f["name"]: f["type"] for f in resource["schema"]["fields"]}
        path = os.path.join(folder, "csv", resource["name"] + ".csv")
        yield resource["name"], types, frame(pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""]), types)


def differs(how, name, want, got, types):
    """1 where a table of another program is not the same, with what is not."""
    try:
        if list(got.columns) != list(types):
            raise ValueError("the columns are " + ", ".join(got.columns))
        pd.testing.assert_frame_equal(want, frame(got, types), check_column_type=False)
    except (AssertionError, ValueError, TypeError) as e:
        print(name, "differs in", how + ":", str(e)[:300])
        return 1
    return 0


def office(folder):
    """Have a spreadsheet open the workbook: every sheet has the same rows and values, and
    what is text and what a number, a day or true is told apart by quotation marks."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        print("LibreOffice is not there; left out")
        return 0
    where = os.path.join(folder, "office")
    subprocess.run([soffice, "--headless", "-env:UserInstallation=file://" + os.path.abspath(folder) + "/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1",
                    "--outdir", where, os.path.join(folder, "book.xlsx")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wrong = n = 0
    for name, types, want in dictionary(folder):
        path = os.path.join(where, "book-" + name + ".csv")
        got = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""])
        wrong += differs("LibreOffice", name, want, got, types) + unquoted(path, name, types)
        n += len(got)
    print("LibreOffice:", n, "rows of all sheets")
    return wrong


def unquoted(path, name, types):
    """Count the columns of a sheet that are text where they are to be numbers, or the other
    way round: text alone stands in quotation marks."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    wrong = 0
    kinds = list(types.values())
    for row in parted(text)[1:]:
        for kind, (cell, quoted) in zip(kinds, row):
            if cell and quoted != (kind == "string" or kind == "date" and len(cell) != 10):
                wrong += 1
    if wrong:
        print(name, "has", wrong, "cells of another type in LibreOffice")
    return int(wrong > 0)


def parted(text):
    """Part CSV into rows of cells, each with whether it stood in quotation marks."""
    rows, row, i = [], [], 0
    while i < len(text):
        quoted = text[i] == '"'
        if quoted:
            end = i + 1
            while text[end] != '"' or text[end + 1:end + 2] == '"':
                end += 2 if text[end] == '"' else 1
            cell, i = text[i + 1:end].replace('""', '"'), end + 1
        else:
            end = min(x for x in (text.find(",", i), text.find("\n", i), len(text)) if x >= 0)
            cell, i = text[i:end].rstrip("\r"), end
        row.append((cell, quoted))
        if text[i:i + 1] != ",":
            rows.append(row)
            row = []
            i = text.find("\n", i) + 1 or len(text)
        else:
            i += 1
    return rows


def statistics(folder):
    """Have R read the tables by the types of their dictionary, and compare what it has."""
    rscript = shutil.which("Rscript")
    if not rscript:
        print("R is not there; left out")
        return 0
    where = os.path.join(folder, "r")
    os.makedirs(where, exist_ok=True)
    with open(os.path.join(where, "types.csv"), "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f)
        out.writerow(["table", "name", "type"])
        for name, types, _ in dictionary(folder):
            out.writerows([name, column, kind] for column, kind in types.items())
    here = os.path.dirname(os.path.abspath(__file__))
    subprocess.run([rscript, os.path.join(here, "loads.R"), os.path.join(folder, "csv"), where], check=True)
    wrong = n = 0
    for name, types, want in dictionary(folder):
        got = pd.read_csv(os.path.join(where, name + ".csv"), dtype="string", keep_default_na=False, na_values=[""])
        wrong += differs("R", name, want, got, types)
        n += len(got)
    print("R:", n, "rows of all tables")
    return wrong


def validators(program, record, folder):
    def export(form, *more):
        return subprocess.run([program, "export", form, "--db", record, *more], check=True, capture_output=True).stdout

    wrong = 0
    places = export("geojson")
    features = FeatureCollection.model_validate_json(places).features
    data = json.loads(places)
    geojson_validator.configure_logging(enabled=False)
    wrong += int(bool(geojson_validator.validate_structure(data)) or not geojson.loads(places).is_valid)
    invalid = geojson_validator.validate_geometries(data)
    wrong += int(bool(invalid.get("invalid")))
    print("GeoJSON:", len(features), "features")
    text = export("ical", "--today", "1990-01-01")
    days = [e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    for e in days:
        wrong += int(bool(e.errors) or not all(k in e for k in ("UID", "DTSTAMP", "DTSTART")))
    try:
        vobject.readOne(text.decode("utf-8")).validate(raiseException=True)
    except vobject.base.VObjectError as e:
        wrong += 1
        print("iCalendar:", e)
    wrong += int(any(len(line) > 75 for line in text.split(b"\r\n")))  # RFC 5545, 3.1
    print("iCalendar:", len(days), "days to come")
    text = export("atom")
    feed = feedparser.parse(text)
    wrong += int(bool(feed.bozo) or feed.version != "atom10" or any(not e.get("id") or not e.get("title") or not e.get("updated_parsed") for e in feed.entries))
    schema = lxml.etree.RelaxNG(file=os.path.join(os.path.dirname(os.path.abspath(__file__)), "atom.rng"))
    if not schema.validate(lxml.etree.fromstring(text)):
        wrong += 1
        print("Atom:", schema.error_log.last_error)
    print("Atom:", len(feed.entries), "entries")
    return wrong


if __name__ == "__main__":
    os.makedirs(sys.argv[3], exist_ok=True)
    wrong = tables(*sys.argv[1:4]) + office(sys.argv[3]) + statistics(sys.argv[3]) + validators(*sys.argv[1:4])
    print(wrong, "wrong")
    sys.exit(1 if wrong else 0)
