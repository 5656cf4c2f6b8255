"""Load an export with what researchers use, and say where two of them differ.

python3 checks/loads/loads.py RAPPORTEUR RECORD.db FOLDER

Tables are read by pandas from CSV, Parquet and XLSX, by DuckDB from CSV, Parquet and
load.sql, and where it is there by LibreOffice; rows, names, types and values must be the
same. GeoJSON, iCalendar and Atom are read by packages that check them. It needs pandas,
pyarrow, openpyxl, duckdb, geojson_pydantic, icalendar and feedparser; without one it
exits with 77 and says which.
"""
import json, os, shutil, subprocess, sys

try:
    import duckdb, feedparser, icalendar, pandas as pd
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


def office(folder):
    """Have a spreadsheet open the workbook and count the rows of its first sheet."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        print("LibreOffice is not there; left out")
        return 0
    subprocess.run([soffice, "--headless", "--convert-to", "csv", "--outdir", folder, os.path.join(folder, "book.xlsx")], check=True, stdout=subprocess.DEVNULL)
    got = pd.read_csv(os.path.join(folder, "book.csv"), dtype="string")
    want = pd.read_csv(os.path.join(folder, "csv", "events.csv"), dtype="string")
    print("LibreOffice:", len(got), "rows of events")
    return int(len(got) != len(want) or list(got.columns) != list(want.columns))


def validators(program, record, folder):
    def export(form, *more):
        return subprocess.run([program, "export", form, "--db", record, *more], check=True, capture_output=True).stdout

    wrong = 0
    places = FeatureCollection.model_validate_json(export("geojson"))
    print("GeoJSON:", len(places.features), "features")
    calendar = icalendar.Calendar.from_ical(export("ical", "--today", "1990-01-01"))
    days = [e for e in calendar.walk("VEVENT")]
    for e in days:
        wrong += int(bool(e.errors) or not all(k in e for k in ("UID", "DTSTAMP", "DTSTART")))
    print("iCalendar:", len(days), "days to come")
    feed = feedparser.parse(export("atom"))
    wrong += int(bool(feed.bozo) or feed.version != "atom10" or any(not e.get("id") or not e.get("title") or not e.get("updated_parsed") for e in feed.entries))
    print("Atom:", len(feed.entries), "entries")
    return wrong


if __name__ == "__main__":
    os.makedirs(sys.argv[3], exist_ok=True)
    wrong = tables(*sys.argv[1:4]) + office(sys.argv[3]) + validators(*sys.argv[1:4])
    print(wrong, "wrong")
    sys.exit(1 if wrong else 0)
