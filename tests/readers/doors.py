"""One small file of each kind that newsrooms bring, made here."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping

from tests.readers.samples import PAGE, PARAGRAPHS, gzip_, response

BODY = "\n\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
OTHER = "Rain fell on Ferrow for nine days. “It is enough,” said farmer Tom Rudd, who lost 40 sheep."


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    """A TAR archive, and in it a link to a file outside."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return stream.getvalue()


def docx(*paragraphs: str) -> bytes:
    """A document of Word."""
    import docx as library

    document, stream = library.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title, document.core_properties.author = "Bridge opens", "Jo Smith"
    document.save(stream)
    return stream.getvalue()


def odt(*paragraphs: str) -> bytes:
    """A document of LibreOffice."""
    import odfdo

    document, stream = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(odfdo.Paragraph(paragraph))
    document.save(stream)
    return stream.getvalue()


def rtf(text: str) -> bytes:
    """A document in RTF."""
    signs = "".join(sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in text)
    return ("{\\rtf1\\ansi\\deff0 " + signs.replace("\n", "\\par\n") + "}").encode()


def pdf(*columns: list[str]) -> bytes:
    """A page of PDF with its lines in columns, the columns written one line of each at a time."""
    drawn = []
    for number in range(max(map(len, columns))):
        for place, column in enumerate(columns):
            if number < len(column):
                words = column[number].replace("(", "\\(").replace(")", "\\)")
                drawn.append(f"BT /F1 10 Tf {50 + 280 * place} {780 - 12 * number} Td ({words}) Tj ET")
    content = "\n".join(drawn).encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + head + table + end


def epub() -> bytes:
    """An issue of two articles, with a cover and contents that hold none."""
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'
    package = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Ferrow Post</dc:title><dc:date>2024-03-05</dc:date></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/>
<item id="c" href="cover.xhtml"/><item id="a" href="a.xhtml"/><item id="b" href="b%20b.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "O/c.opf": package.encode(),
            "O/nav.xhtml": b"<html><body><nav>Contents</nav></body></html>",
            "O/cover.xhtml": b"<html><body><img src='c.jpg'/></body></html>",
            "O/a.xhtml": f"<html><head><title>x</title></head><body><h1>Bridge opens</h1>{HTML}</body></html>".encode(),
            "O/b b.xhtml": f"<html><body><h2>Rain</h2><p>{OTHER}</p></body></html>".encode(),
        }
    )


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ferrow Post</title><item><title>Bridge opens</title><guid>g1</guid><link>https://ferrow.example/1</link>
<pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[{HTML}]]></content:encoded>
</item><item><title>Rain</title><guid>g2</guid><description>{OTHER}</description></item></channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ferrow Post</title><entry><title>Bridge opens</title>
<id>g3</id><author><name>Jo Smith</name></author><updated>2024-03-05T08:00:00Z</updated><content type="html"><![CDATA[{HTML}]]></content>
</entry></feed>""".encode()

MAIL = f"""From: Jo Smith <jo@ferrow.example>
Subject: =?utf-8?q?Bridge_opens?=
Date: Tue, 05 Mar 2024 08:00:00 +0000
Content-Type: text/plain; charset=utf-8

{BODY}
""".encode()

NEWSLETTER = f"""From: news@ferrow.example
Subject: Bridge opens
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body>{HTML}</body></html>
""".encode()

MBOX = (
    b"From jo@ferrow.example Tue Mar  5 08:00:00 2024\n"
    + MAIL
    + b"\nFrom news@ferrow.example Tue Mar  5 09:00:00 2024\n"
    + NEWSLETTER
)

MHTML = (
    b"From: <Saved by a browser>\nSnapshot-Content-Location: https://ferrow.example/1\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n'
    + PAGE.encode()
    + b"\n--b--\n"
)

VTT = b"""WEBVTT

NOTE made here

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ana Kask>The bridge cost <i>$1.5 million</i>,
12 percent more than planned.

00:00:04.000 --> 00:00:06.000
<v Tom Rudd>It rained &amp; rained.</v>
"""

SRT = b"1\n00:00:01,000 --> 00:00:03,000\nANA KASK: The bridge\n\n2\n00:00:03,000 --> 00:00:05,000\nopens in May.\n"

TTML = b"""<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>
<p begin="00:00:01.000" end="00:00:02.000">The bridge<br/>opens in May.</p></div></body></tt>"""

MARKDOWN = f'---\ntitle: "Bridge opens"\ndate: 2024-03-05\n---\n\n# Bridge opens\n\n{BODY}\n\n- **One**: [a link](https://o.example)\n'.encode()

LEXIS = f"""1 of 2 DOCUMENTS

The Ferrow Post (Ferrow)

March 5, 2024 Tuesday

Bridge opens

BYLINE: Jo Smith

SECTION: NEWS; Pg. 4

LENGTH: 60 words

{BODY}

LOAD-DATE: March 6, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

Copyright 2024 Ferrow Newspapers
All Rights Reserved

2 of 2 DOCUMENTS

Wire News

7 March 2024 Thursday

Rain

LENGTH: 20 words

{OTHER}

LOAD-DATE: March 7, 2024
"""

NEXIS = f"""User Name: Jo
Documents (2)
1. Bridge opens

Bridge opens
The Ferrow Post
March 5, 2024 Tuesday

Copyright 2024 Ferrow Newspapers All Rights Reserved
Section: NEWS; Pg. 4
Length: 60 words
Byline: Jo Smith
Body

{BODY}

Load-Date: March 6, 2024

End of Document

Rain
Wire News
March 7, 2024 Thursday

Length: 20 words
Body

{OTHER}

Load-Date: March 7, 2024

End of Document
"""

FACTIVA = f"""Bridge opens
By Jo Smith
60 words
5 March 2024
The Ferrow Post
FERPO
4
English
Copyright 2024 Ferrow Newspapers

{BODY}

Document FERPO00020240305ek3500001

Rain
20 words
7 March 2024
09:30
Wire News
WIRE
English
(c) 2024 Wire News

{OTHER}

Document WIRE000020240307ek3700002
"""

FACTIVA_HTML = "".join(
    f'<div class="article enArticle"><table><tr><td><b>HD</b></td><td>{title}</td></tr><tr><td><b>PD</b></td><td>{day}</td></tr>'
    f"<tr><td><b>SN</b></td><td>{outlet}</td></tr><tr><td><b>LP</b></td><td>{text}</td></tr></table></div>"
    for title, day, outlet, text in (
        ("Bridge opens", "5 March 2024", "The Ferrow Post", HTML),
        ("Rain", "7 March 2024", "Wire News", f"<p>{OTHER}</p>"),
    )
)

PROQUEST = f"""____________________________________________________________

Document 1 of 2

Bridge opens

Author: Smith, Jo

Publication info: The Ferrow Post ; Ferrow [Ferrow] 05 Mar 2024: 4.

Abstract: None available.

Full text: {BODY}

Subject: Bridges

Publication date: Mar 5, 2024

Document URL: https://o.example/1

____________________________________________________________

Document 2 of 2

Rain

Full text: {OTHER}

Publication title: Wire News

Publication date: Mar 7, 2024
"""

LIVE_HTML = """<!doctype html><html><head><title>Storm live</title><meta property="og:site_name" content="Ferrow Post">
<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"articleBody":"Short.","datePublished":"2024-03-05T14:00:00Z"}]}
</script></head><body><main><h1>Storm live</h1><article><time datetime="2024-03-05T14:00:00Z">2.00pm</time><h2>14 dead</h2>
<a rel="author" href="/jo">Jo Smith</a><p>Fourteen people have died, the minister said.</p></article><article>
<time datetime="2024-03-04T21:00:00Z">Mon 9.00pm</time><h2>Six dead</h2><p>The army would send 400 soldiers tomorrow, police said.</p>
</article></main></body></html>"""

LIVE_TEXT = """Storm over Ferrow: live

Tuesday, 5 March 2024

2.00pm GMT

Fourteen people have died, interior minister Ann Lee said at a press conference. “We are still looking for 30 people.”

11.15am GMT

The port authority reported that 23 boats were lost, three more than in the storm of last year.

Mon 9.00pm

Six people have died, police said on Monday evening. The army said it would send 400 soldiers tomorrow.
"""

DOORS: dict[str, bytes] = {
    "a.rss": RSS,
    "a.atom": ATOM,
    "a.zip": zipped({"b/one.txt": BODY.encode(), "two.jsonl": json.dumps({"text": OTHER}).encode()}),
    "a.tar": tarred({"b/one.txt": BODY.encode(), "two.txt": OTHER.encode()}),
    "a.tgz": gzip_(tarred({"one.txt": BODY.encode()})),
    "a.wacz": zipped({"archive/x.warc": response(PAGE.encode()), "pages/pages.jsonl": b'{"title": "x"}'}),
    "a.epub": epub(),
    "a.docx": docx(*PARAGRAPHS),
    "a.odt": odt(*PARAGRAPHS),
    "a.rtf": rtf(BODY),
    "a.pdf": pdf(list(PARAGRAPHS)),
    "a.eml": MAIL,
    "a.mbox": MBOX,
    "a.mhtml": MHTML,
    "a.vtt": VTT,
    "a.srt": SRT,
    "a.ttml": TTML,
    "a.md": MARKDOWN,
    "lexis.txt": LEXIS.encode(),
    "nexis.txt": NEXIS.encode(),
    "factiva.txt": FACTIVA.encode(),
    "factiva.html": FACTIVA_HTML.encode(),
    "proquest.txt": PROQUEST.encode(),
    "live.html": LIVE_HTML.encode(),
    "live.txt": LIVE_TEXT.encode(),
}
"""By name."""
