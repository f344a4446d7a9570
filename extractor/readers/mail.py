"""Mail as it is sent and kept: EML and MBOX, and web pages that browsers keep in its form, MHTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.fragments import text_of_fragment
from extractor.readers.html import html_article
from extractor.readers.items import Found, Item, Page, Reading, Source
from extractor.readers.open import bytes_of
from extractor.readers.published import read_published
from extractor.readers.streams import lines, too_long

_FROM = re.compile(rb"From \S+.*\d{4}\s*")
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[ \t][^\n]*\r?\n)")


def mail_article(item: Item, reading: Reading) -> Article:
    """The text of a mail, with subject, sender and date; the page in an MHTML file, read as web pages are.

    Raises:
        InputError: When it is no mail.
        EmptyInputError: When it holds no text.
    """
    message = BytesParser(policy=policy.default).parsebytes(bytes_of(item, reading))
    assert isinstance(message, EmailMessage)
    if not message.keys():
        raise InputError("not a mail: it has no header", where=item.name, remedy="give it as text")
    if message.get_content_type() == "multipart/related" and (page := _page(message)):
        return html_article(Item(item.name, item.format, page, item.path), reading)
    published = read_published(filter(None, [_header(message, "Date")]))
    name, address = parseaddr(_header(message, "From"))
    return Article(
        _text(message, item.name),
        id=item.name,
        title=_header(message, "Subject") or None,
        author=name or address or None,
        path=item.path,
        **published.as_fields,
        flags=published.flags,
    )


def mbox_items(source: Source, reading: Reading) -> Found:
    """The mails of a mailbox as ``PATH:N``; one too long comes as an error in its place.

    Raises:
        InputError: When there is none.
    """
    number = 0
    for number, mail in enumerate(_mails(source, reading), 1):
        name = f"{source.name}:{number}"
        too_big = len(mail) > reading.max_bytes
        yield too_long(name, reading.max_bytes) if too_big else Item(name, "mail", mail, source.path)
    if not number:
        raise EmptyInputError("a mailbox without mails", where=source.name, remedy="leave it out")


def is_mbox(head: bytes) -> bool:
    """Whether a file begins as a mailbox does."""
    first, _, rest = head.partition(b"\n")
    return _FROM.fullmatch(first) is not None and _HEADER.match(rest) is not None


def is_mhtml(head: bytes) -> bool:
    """Whether a file begins as a web page that a browser kept."""
    return (
        _HEADER.match(head) is not None and b"multipart/related" in head.lower() and b"MIME-Version" in head
    )


def _mails(source: Source, reading: Reading) -> Iterator[bytes]:
    mail: list[bytes] = []
    size = 0
    blank = True
    begun = False
    for line in lines(source.chunks, reading.max_bytes):
        if line is not None and blank and _FROM.fullmatch(line):
            if begun:
                yield b"\n".join(mail)
            mail, size, begun = [], 0, True
        else:
            size += reading.max_bytes if line is None else len(line)
            if size <= 2 * reading.max_bytes:  # enough to tell that it is too long
                mail.append(b"" if line is None else re.sub(rb"^>(>*From )", rb"\1", line))
        blank = line is not None and not line.strip()
    if begun:
        yield b"\n".join(mail)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "").strip()
    except (ValueError, IndexError, TypeError):  # of headers that the library cannot parse
        return ""


def _page(message: EmailMessage) -> Page | None:
    """The first page of a message, and the address it was kept from."""
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                url = _header(part, "Content-Location") or _header(message, "Snapshot-Content-Location")
                return Page(body, url or None, charset=part.get_content_charset())
    return None


def _text(message: EmailMessage, where: str) -> str:
    body = message.get_body(("plain", "html"))
    try:
        text = body.get_content() if body is not None else ""
    except (LookupError, ValueError, KeyError):  # an encoding that nobody knows
        payload = body.get_payload(decode=True) if body is not None else b""
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if body is not None and body.get_content_type() == "text/html":
        text = text_of_fragment(text)
    if not isinstance(text, str) or not text.strip():
        raise EmptyInputError("a mail without text", where=where, remedy="leave it out")
    return text.replace("\r\n", "\n")
