"""A folder of inputs that nobody should have to read, and good articles among them.

python -m tests.faults.bad_inputs FOLDER
"""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

GOOD = 100
SENTENCE = "Mayor Lina Osei said on Tuesday that {} ferries had cost $1.5 million. "


def good_articles() -> dict[str, bytes]:
    """Articles without fault, by name."""
    return {
        f"good-{number:03}.txt": f"Ferries, part {number}\n\nTuesday, 5 March 2024\n\n{SENTENCE.format(number)}\n".encode()
        for number in range(GOOD)
    }


def _json(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("article.txt", "Ana Kask said no.")
    return stream.getvalue()


def _deep(depth: int) -> bytes:
    return b'{"text": ' + b"[" * depth + b"]" * depth + b"}\n"


def _page(charset: str, sentence: str, attributes: str = "") -> str:
    words = (sentence + _SAID) * 10
    return f'<html><head><meta charset="{charset}"></head><body><article><p {attributes}>{words}</p></article></body></html>'


_SAID = "Ana Kask said that 23 flights were late. "
_ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE n [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<nitf><body><body.content><p>&d;</p></body.content></body></nitf>"""
_FOREIGN = b"""<?xml version="1.0"?><!DOCTYPE n [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<nitf><body><body.content><p>&a;</p></body.content></body></nitf>"""
_DAYS = ("0000-00-00", "0001-01-01", "9999-12-31", "99999-01-01")
_BOMB = gzip.compress(bytes(50_000_000))

BAD: dict[str, Callable[[], bytes]] = {
    # bytes that are no text
    "image.txt": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 40,
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
    "document.txt": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 10,
    "office.txt": _zip,
    "program.txt": lambda: b"\x7fELF" + bytes(1000),
    "nul.txt": lambda: b"Ana Kask \0 said no.\n",
    "only-nul.txt": lambda: bytes(100_000),
    "random.txt": lambda: bytes((number * 7919 + 13) % 256 for number in range(50_000)),
    "archive.txt": lambda: gzip.compress(_SAID.encode()),
    "packed-twice.txt.gz": lambda: gzip.compress(gzip.compress(_SAID.encode())),
    "packed-tar.txt.gz": lambda: gzip.compress(b"article.txt".ljust(257, b"\0") + b"ustar\0" + bytes(249)),
    "image.html": lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
    "image.jsonl": lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
    "tar.txt": lambda: b"article.txt".ljust(257, b"\0") + b"ustar\0" + bytes(249),
    # encodings
    "latin.txt": lambda: "Der Bürgermeister, café, naïve. ".encode("latin-1") * 20,
    "cp1252.txt": lambda: "“No,” Ana Kask said — twice… €5".encode("cp1252") * 5,
    "mixed.txt": lambda: "“No,” Ana Kask said.\n".encode() + "“Café,” he said.\n".encode("cp1252"),
    "bom.txt": lambda: b"\xef\xbb\xbf" + _SAID.encode(),
    "bom-only.txt": lambda: b"\xef\xbb\xbf",
    "two-boms.txt": lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + _SAID.encode(),
    "utf16.txt": lambda: _SAID.encode("utf-16"),
    "utf16-no-bom.txt": lambda: _SAID.encode("utf-16-le"),
    "utf16-be-no-bom.txt": lambda: _SAID.encode("utf-16-be"),
    "utf16-wrong-mark.txt": lambda: b"\xff\xfe" + _SAID.encode("utf-16-be"),
    "utf32-no-bom.txt": lambda: _SAID.encode("utf-32-le"),
    "declared-latin.html": lambda: _page("iso-8859-1", "“No,” Ana Kask said — it cost €5 million. ").encode(
        "cp1252"
    ),
    "declared-wrong.html": lambda: _page("utf-8", "The café owner Ana Kask said no, naïve as ever. ").encode(
        "latin-1"
    ),
    "declared-nonsense.html": lambda: _page("x-no-such", _SAID).encode(),
    "encoded-twice.txt": lambda: ("“No,” Ana Kask said. ".encode().decode("latin-1") * 9).encode(),
    "bad-bytes.jsonl": lambda: (
        b'{"id": "bb", "text": "Caf\xe9 said no."}\n{"id": "bc", "text": "Ben said yes."}\n'
    ),
    "utf16-odd.txt": lambda: _SAID.encode("utf-16") + b"x",
    "utf32.txt": lambda: _SAID.encode("utf-32"),
    "surrogates.txt": lambda: "Ana \ud800 said \udfff no.".encode("utf-8", "surrogatepass"),
    "surrogates.jsonl": lambda: b'{"id": "s", "text": "Ana \\ud800 said \\udfff no."}\n',
    "overlong.txt": lambda: b"Ana \xc0\xaf said no.",
    "cut.txt": lambda: "Ana Kask said “no”".encode()[:-1],
    # nothing
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b" \n\t\r\n " * 1000,
    "empty.jsonl": lambda: b"",
    "blank-lines.jsonl": lambda: b"\n" * 1000,
    "empty.json": lambda: b"[]",
    "empty.csv": lambda: b"",
    "empty.html": lambda: b"",
    "zero-width.txt": lambda: ("\u200b\ufeff\u2060" * 500).encode(),
    # much
    "one-line.txt": lambda: (_SAID * 125_000).encode(),
    "quotes.txt": lambda: b'"' * 200_000,
    "curly.txt": lambda: ("“" * 100_000 + "”" * 100_000).encode(),
    "quote-words.txt": lambda: b'"no" ' * 5_000,
    "digits.txt": lambda: b"1" * 100_000,
    "digits-and-commas.txt": lambda: b"1," * 50_000,
    "numbers.txt": lambda: b"17 " * 5_000,
    "brackets.txt": lambda: b"(" * 100_000,
    "nested-brackets.txt": lambda: b"(a " * 2_500 + b") " * 2_500,
    "dollars.txt": lambda: b"$" * 100_000,
    "hashes.txt": lambda: b"# " * 5_000,
    "dots.txt": lambda: b"." * 100_000,
    "letters.txt": lambda: b"a" * 1_000_000,
    "addresses.txt": lambda: b"http://a.example/" * 10_000,
    "newlines.txt": lambda: b"\n" * 500_000 + _SAID.encode(),
    "spaces.txt": lambda: b" " * 1_000_000 + _SAID.encode(),
    "lines.txt": lambda: b"a\n" * 10_000,
    "emoji.txt": lambda: "👩‍👩‍👧".encode() * 5_000,
    "marks.txt": lambda: b"e" + "\u0301".encode() * 50_000,
    "capitals.txt": lambda: b"ANA KASK SAID NO. " * 300,
    "dates.txt": lambda: b"1/2/2024 " * 500,
    "weekdays.txt": lambda: b"Monday, " * 3_000,
    "names.txt": lambda: b"Ana Kask Ben Otto " * 1_000,
    "decimals.txt": lambda: b"1.5 " * 5_000,
    "at-signs.txt": lambda: b"@a " * 4_000,
    "one-quotation.txt": lambda: (
        b'"' + b"The mayor had talked about the harbour all day. " * 1_500 + b'," she said.'
    ),
    "table.txt": lambda: "".join(f"Ward {n}\t{n * 37}\t{n % 100}%\n" for n in range(1_500)).encode(),
    "tabs.txt": lambda: b"\t" * 100_000 + _SAID.encode(),
    "no-break-spaces.txt": lambda: ("\u00a0" * 30_000 + _SAID).encode(),
    "base64.txt": lambda: b"QW5hIHNhaWQgbm8u\n" * 1_500,
    "said.txt": lambda: b"said " * 3_000,
    # directions and controls
    "rtl.txt": lambda: "قال الوزير إن ٢٣ رحلة تأخرت. \u202eAna Kask said no.\u202c".encode() * 50,
    "overrides.txt": lambda: "\u202e\u2066\u202d".encode() * 3_000,
    "escapes.txt": lambda: b"\x1b[31mAna\x1b[0m said \x07\x08 no. " * 100,
    "controls.txt": lambda: bytes([*range(1, 9), *range(14, 32)]) * 1000,
    "crlf.txt": lambda: b"Ana said no.\r\n\r\n\rBen said yes.\r" * 50,
    "endings.txt": lambda: (_SAID + f"\r\n\r\n{_SAID}\r\r{_SAID}\n\n{_SAID}\u2028{_SAID}\x85").encode(),
    "separators.txt": lambda: "Ana said no.\u2028\u2029\x85\x0b\x0c".encode() * 50,
    # what is not what it says
    "page.txt": lambda: b"<!DOCTYPE html><html><body><p>" + _SAID.encode() * 5 + b"</p></body></html>",
    "tags.html": lambda: b"<div>" * 20_000,
    "open.html": lambda: b"<html><body><p" + b" a=b" * 20_000,
    "deep-closed.html": lambda: b"<html><body>" + b"<div>" * 50_000 + _SAID.encode() + b"</div>" * 50_000,
    "attribute.html": lambda: _page("utf-8", "", 'title="' + "x" * 1_000_000 + '"').encode(),
    "comments.html": lambda: b"<html><body>" + b"<!-- " * 100_000,
    "json-ld.html": lambda: (
        b'<html><script type="application/ld+json">' + b"[" * 50_000 + b"</script></html>"
    ),
    "scripts.html": lambda: b"<html><script>" + b"x" * 100_000 + b"</script></html>",
    "notes.pdf.txt": lambda: b"%!PS-Adobe-3.0\n" * 100,
    "article.docx": _zip,
    # broken containers
    "broken.jsonl": lambda: b'{"id": "b", "text": "One."}\n{"id": \n[1]\n"text"\nnull\n{}\n{"text": 5}\n',
    "not-json.jsonl": lambda: b"Ana Kask said no.\n" * 10,
    "nan.jsonl": lambda: b'{"id": NaN, "text": "Ana said no."}\n',
    "one-bad.jsonl": lambda: (
        b'{"id": "o1", "text": "One."}\n{"id": "o2", "text":\n{"id": "o3", "text": "Three."}\n'
    ),
    "array.jsonl": lambda: b'[{"id": "y1", "text": "One."}, {"id": "y2", "text": "Two."}]\n',
    "pretty.jsonl": lambda: json.dumps({"id": "p", "text": "Ana said no."}, indent=2).encode(),
    "doubled-keys.json": lambda: b'[{"id": "k", "id": "l", "text": "One.", "text": "Two."}]',
    "huge-whole-number.json": lambda: b'[{"id": "w", "n": ' + b"9" * 50_000 + b', "text": "No."}]',
    "huge-exponents.json": lambda: b'[{"id": 1e400, "text": "No."}, {"published": 1e400, "text": "No."}]',
    "number-texts.json": lambda: (
        b'[{"text": 12345}, {"text": 1.5}, {"text": true}, {"text": {"a": 1}}, {"text": [1, 2]}]'
    ),
    "ids.json": lambda: json.dumps(
        [{"id": "i" * 1_000_000, "text": "No."}, {"id": "a\0\n\ud800", "text": "No."}]
    ).encode(),
    "years.json": lambda: _json(
        [{"id": f"y{day}", "published": day, "text": "Ana said no last week."} for day in _DAYS]
    ),
    "wrapped.json": lambda: b'{"articles": [{"text": "Ana said no."}]}',
    "deep-field.json": lambda: (
        b'[{"id": "q", "text": "No.", "m": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}]"
    ),
    "deep.jsonl": lambda: _deep(100_000),
    "deep.json": lambda: b"[" * 200_000,
    "long-key.jsonl": lambda: _json({"k" * 1_000_000: 1, "text": "Ana said no."}),
    "dates.jsonl": lambda: _json({"id": "d", "text": "No.", "published": "2023-02-30"}),
    "far-dates.jsonl": lambda: _json({"id": "f", "text": "No.", "published": "9" * 5_000}),
    "doubles.jsonl": lambda: _json({"id": "double", "text": "One."}, {"id": "double", "text": "Two."}),
    "huge-number.jsonl": lambda: b'{"id": ' + b"9" * 10_000 + b', "text": "Ana said no."}\n',
    "object.json": lambda: b'{"text": "Ana said no."',
    "columns.csv": lambda: b"a,b,c\n1,2\n3,4,5,6\n",
    "wide.csv": lambda: b"c," * 1_000_000 + b"text\n" + b"," * 1_000_000 + _SAID.encode() + b"\n",
    "commas.csv": lambda: b"text\n" + b"," * 1_000_000 + b"\n",
    "mac.csv": lambda: b"id,text\r1,Ana said no.\r2,Ben said yes.\r",
    "same-columns.csv": lambda: b"text,text\nOne.,Two.\n",
    "blank-rows.csv": lambda: b"text\n" + b"\n" * 100_000,
    "quote.csv": lambda: b'text\n"never closed' + b"x" * 150_000,
    "nul.csv": lambda: b"text\nAna\0said no.\n",
    "bomb.txt.gz": lambda: _BOMB,
    "bomb.jsonl.gz": lambda: _BOMB,
    "bomb-in-bomb.txt.gz": lambda: gzip.compress(_BOMB),
    "truncated.txt.gz": lambda: gzip.compress((_SAID * 500).encode())[:-20],
    "members.txt.gz": lambda: gzip.compress(_SAID.encode()) * 50,
    "trailing.txt.gz": lambda: gzip.compress(_SAID.encode()) + b"more",
    "bad-sum.txt.gz": lambda: gzip.compress(_SAID.encode())[:-8] + bytes(8),
    "not-gzip.txt.gz": lambda: _SAID.encode(),
    "empty.txt.gz": lambda: b"",
    "not-zst.txt.zst": lambda: _SAID.encode(),
    "broken.parquet": lambda: b"PAR1" + bytes(200) + b"PAR1",
    "broken.warc": lambda: b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n",
    "broken.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\n" + bytes(1000))[:-5],
    "entities.xml": lambda: _ENTITIES,
    "foreign-entity.xml": lambda: _FOREIGN,
    "feed.xml": lambda: b"<?xml version='1.0'?><rss><channel><item><title>No.</title></item></channel></rss>",
    "wide.xml": lambda: b"<?xml version='1.0'?><nitf><body><body.content>" + b"<p>a</p>" * 200_000,
    "broken.xml": lambda: b"<?xml version='1.0'?><nitf><body>",
}
"""What each file holds; made when it is asked for."""


def write(folder: Path) -> None:
    """Write them all, and links that lead nowhere and in circles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in good_articles().items():
        (folder / name).write_bytes(data)
    for name, make in BAD.items():
        (folder / name).write_bytes(make())
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "nowhere.txt").symlink_to("no-such-file.txt")
    (folder / "outside.txt").symlink_to("/etc/passwd")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(folder, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{here}/socket.txt")  # a socket's own path may have 107 bytes
        os.close(here)
    for undecodable in (b"bytes-\xff.txt", b"bytes-\xff.jsonl"):
        (folder / os.fsdecode(undecodable)).write_bytes(b'{"text": "Ana Kask said no."}\n')
    for name in ("-rf.txt", "  .txt", "a:1.txt", "\u202etxt.exe.txt"):
        (folder / name).write_bytes(b"Ana Kask said no.")
    (folder / ("n" * 240 + ".txt")).write_bytes(b"Ana Kask said no.")
    (folder / "new\nline \x1b[31m.txt").write_bytes(b"Ana Kask said no.")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
