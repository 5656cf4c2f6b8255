"""Writes archives with warcio and reads them, for TestWarcio.

roundtrip.py write FILE.warc[.gz] VERSION: 1,000 records, and one line of JSON on standard
output for each of what stands in it.
roundtrip.py read FILE: one line of JSON for each record, its digests checked.
"""
import gzip
import hashlib
import json
import random
import sys
import zlib
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def chunked(body, rng):
    out, at = b"", 0
    while at < len(body):
        n = rng.randint(1, 400)
        part = body[at:at + n]
        out += b"%x\r\n%s\r\n" % (len(part), part)
        at += n
    return out + b"0\r\n\r\n"


def answer(n, rng):
    """The body of an answer, and how it is sent."""
    body = ("<p>" + " ".join(rng.choice(["Bergen", "talks", "“quoted”", "ведёт", "会谈", "and"]) for _ in range(rng.randint(0, 3000))) + "</p>").encode()
    headers, sent = [("Content-Type", "text/html; charset=utf-8"), ("X-Number", str(n))], body
    if n % 3 == 0:
        headers.append(("Content-Encoding", "gzip"))
        sent = gzip.compress(sent)
    elif n % 3 == 1:
        headers.append(("Content-Encoding", "deflate"))
        sent = zlib.compress(sent)
    if n % 2 == 0:
        headers.append(("Transfer-Encoding", "chunked"))
        sent = chunked(sent, rng)
    return body, sent, headers


def write(path, version):
    rng = random.Random(17)
    with open(path, "wb") as out:
        writer = WARCWriter(out, gzip=path.endswith(".gz"), warc_version=version)
        for n in range(1000):
            target = "https://news.example/%d?q=ü" % n
            body, sent, headers = answer(n, rng)
            kind = ["response", "response", "response", "revisit", "request", "metadata", "resource", "conversion"][n % 8]
            if kind == "response":
                record = writer.create_warc_record(target, kind, payload=BytesIO(sent), http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"))
            elif kind == "revisit":
                body = b""
                record = writer.create_revisit_record(target, "sha1:" + "A" * 32, target, "2031-04-05T06:07:08Z", http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"))
            elif kind == "request":
                record = writer.create_warc_record(target, kind, payload=BytesIO(b""), http_headers=StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True))
            else:
                record = writer.create_warc_record(target, kind, payload=BytesIO(body), warc_content_type="text/html")
            writer.write_record(record)
            print(json.dumps({"type": kind, "target": record.rec_headers.get_header("WARC-Target-URI"), "id": record.rec_headers.get_header("WARC-Record-ID"),
                              "page": hashlib.sha256(body).hexdigest() if kind not in ("request", "revisit") else ""}))


def read(path):
    with open(path, "rb") as data:
        for record in ArchiveIterator(data, check_digests="raise"):
            body = record.content_stream().read() if record.rec_type == "response" else b""
            print(json.dumps({"type": record.rec_type, "target": record.rec_headers.get_header("WARC-Target-URI"), "id": record.rec_headers.get_header("WARC-Record-ID"),
                              "page": hashlib.sha256(body).hexdigest()}))


if __name__ == "__main__":
    {"write": write, "read": read}[sys.argv[1]](*sys.argv[2:])
