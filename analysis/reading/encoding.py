"""Open what people have: compressed or not, in UTF-8, UTF-16 or Windows-1256, as text that knows its encoding."""

import bz2
import codecs
import gzip
import io
import lzma
import zlib

import pyarrow as pa

from analysis.errors import InputError

SAMPLE = 65536
"""Bytes looked at to tell the encoding of a file."""

LONGEST = 32_000_000
"""Characters of the longest line that is read: an article of 10 MB fits even where JSON writes \\uXXXX for each letter."""

BROKEN = 0.02
"""Share of bytes that may be broken in what still counts as UTF-8: one bad byte must not turn a file into Windows-1256."""

NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with BOM", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1256": "Windows-1256"}
"""Python's name of an encoding → the name that is reported."""

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, UnicodeError)
"""What a stream raises that is damaged, cut off, or on a failing disk."""


def _zstandard(path):
    # pyarrow says when a stream is cut off; the zstandard package takes it for whole.
    return io.BufferedReader(pa.CompressedInputStream(pa.OSFile(str(path)), "zstd"))


OPENERS = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open, ".zst": _zstandard}


def open_bytes(path):
    """Open a file for reading bytes, decompressed by its ending (.gz, .bz2, .xz, .zst)."""
    opener = OPENERS.get(path.suffix.lower())
    return io.BufferedReader(opener(path)) if opener else open(path, "rb")


def open_text(path):
    """Return (text stream, encoding) of a file. Line ends stay; a byte that is not of the encoding becomes a lone surrogate.

    Raises InputError where the file is empty, binary, or in no known encoding.
    """
    encoding = detect(_sample(path))
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(open_bytes(path), encoding=encoding, errors=errors, newline=""), encoding


def _sample(path):
    """Return the first bytes of a file: of one that breaks off, those before the fault."""
    sample = b""
    try:
        with open_bytes(path) as stream:
            while len(sample) < SAMPLE and (part := stream.read1(SAMPLE)):
                sample += part
    except FAULTS as error:
        if not sample:
            raise InputError(f"cannot be read: {error}", remedy="fetch the file again") from None
    return sample


def detect(sample, where=None):
    """Return Python's name of the encoding of a file, from its first bytes.

        >>> detect("قال الوزير".encode("cp1256")), detect("قال الوزير".encode("utf-16-le")), detect("قال".encode("utf-8-sig"))
        ('cp1256', 'utf-16-le', 'utf-8-sig')
        >>> detect("قال الوزير إن الأمر انتهى في موعده. ".encode() * 3 + b"\\xff")
        'utf-8'
    """
    if not sample.strip():
        raise InputError("is empty", where=where, remedy="give a file with articles")
    for mark, encoding in MARKS.items():
        if sample.startswith(mark):
            return encoding
    if _is_utf8(sample):
        return "utf-8"
    for encoding in ("utf-16-le", "utf-16-be", "cp1256"):
        if _is_arabic(sample[:len(sample) // 2 * 2].decode(encoding, "replace")):
            return encoding
    raise InputError("is binary or in no encoding that is read (UTF-8, UTF-16, Windows-1256)", where=where, value=sample[:12], remedy="save the file as UTF-8")


def _is_utf8(sample):
    """Say whether bytes are UTF-8, but for a few broken ones and a cut last letter."""
    text = sample.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text[:-3])
    return not _is_binary(text) and broken <= BROKEN * (len(sample) - len(text) + 1)


def _is_arabic(text):
    """Say whether most of the letters beyond ASCII are Arabic: tags, keys and addresses are Latin in every corpus."""
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    return not _is_binary(text) and bool(letters) and sum("\u0621" <= c <= "\u064a" for c in letters) > 0.6 * len(letters)


def _is_binary(text):
    return sum(c < " " and c not in "\t\r\n\f\v" for c in text[:4000]) > 4


class Lines:
    """The lines of a text stream with their numbers. Lines that were taken can be put back to be read again.

    A line of more than LONGEST characters is given as None, and memory does not grow with it. Iteration ends early where
    the stream breaks off; `fault` then says why, and `last` is the number of the last line given.
    """

    def __init__(self, stream):
        self.stream, self.last, self.fault = stream, 0, None
        self._again = []

    def __iter__(self):
        return self

    def __next__(self):
        if self._again:
            self.last, line = self._again.pop()
            return line
        try:
            line = self.stream.readline(LONGEST)
            if len(line) == LONGEST and not line.endswith("\n"):
                line = self._pass_over()
        except FAULTS as error:
            self.fault = f"the file breaks off here: {error}"
            raise StopIteration from None
        if line == "":
            raise StopIteration
        self.last += 1
        return line

    def put_back(self, lines):
        """Give these (number, line) pairs again, in their order."""
        self._again.extend(reversed(lines))
        self.last = lines[0][0] - 1 if lines else self.last

    def _pass_over(self):
        part = "…"
        while part and not part.endswith("\n"):
            part = self.stream.readline(LONGEST)


def reject_undecoded(text, encoding):
    """Raise InputError if the text holds a broken byte or half a character, which no file could be written with."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        bad = text[error.start]
        what = f"holds a byte that is not {NAMES.get(encoding, encoding)}" if "\udc80" <= bad <= "\udcff" else "holds half a character (a lone surrogate)"
        raise InputError(f"{what} after {text[max(0, error.start - 20):error.start]!r}", remedy="save the record again") from None
