# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF of several pages with real text, written by hand so that tests need no tool for it."""

LINES_A_PAGE = 34


def page_lines(number, heading="Attention over Long Sequences"):
    """The lines of text on a page, counted from 1."""
    lines = [f"{heading}, page {number}", ""]
    for line in range(1, LINES_A_PAGE - 1):
        lines.append(f"Page {number} line {line}: the model attends to every earlier token of the text.")
    return lines


def _content(lines, left=72):
    commands = ["BT", "/F1 11 Tf", "16 TL", f"{left} 720 Td"]
    for line in lines:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        commands.append(f"({escaped}) Tj T*")
    commands.append("ET")
    return "\n".join(commands).encode("latin-1")


def make_pdf(pages=6, heading="Attention over Long Sequences"):
    """The bytes of a PDF of so many letter-sized pages."""
    return _make([_content(page_lines(number, heading)) for number in range(1, pages + 1)])


def make_edited_pdf(pages=6):
    """The same with a page before the first one, other words at the end of a line, and a line gone."""
    def edit(lines):
        return [line.replace("every earlier token of the text", "only some of the earlier tokens")
                if " line 3:" in line else line for line in lines if " line 5:" not in line]
    preface = [f"Remark {number}: what follows was gone through once more." for number in range(1, 20)]
    return _make([_content(preface)] + [_content(edit(page_lines(number))) for number in range(1, pages + 1)])


def make_columns_pdf(pages=2):
    """Two columns a page, one written after the other."""
    return _make(["\n".join(_column(number, side, left) for side, left in (("left", 72), ("right", 330))).encode()
                  for number in range(1, pages + 1)])


def _column(number, side, left):
    lines = [f"Page {number} {side} line {line} is short." for line in range(1, 31)]
    return _content(lines, left).decode()


def make_scanned_pdf(pages=2):
    """Pages without any text, as a scanner makes them."""
    return _make([b"0.8 g 72 72 468 648 re f"] * pages)


def _make(contents):
    first_page = 4
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, content in enumerate(contents):
        objects.append(
            (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
             f"/Resources << /Font << /F1 3 0 R >> >> "
             f"/Contents {first_page + 2 * index + 1} 0 R >>").encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _assemble(objects)


def _assemble(objects):
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
