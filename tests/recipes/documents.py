"""Opens the documents that `tests/papers` (and whoever else) left in target/documents with other people's programs.

Each NAME.docx has a NAME.json beside it: what has to be found in it. python-docx reads its structure; LibreOffice makes a
PDF of it, whose words, pages and outline are read with poppler. Each NAME.ics has a NAME.ics.json: the PyPI library
icalendar reads it, and its times are looked at by London's clocks.
"""

import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile
import zoneinfo

import docx
import icalendar
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

root = pathlib.Path(__file__).resolve().parent.parent.parent
folder = root / "target/documents"
wrong = []


def check(name, what, holds):
    if not holds:
        wrong.append(f"{name}: {what}")


def bare(text):
    """Without white space: where lines end differs from page to page."""
    return re.sub(r"\s+", "", text)


def has_fonts_everywhere(text):
    """Whether any computer has a font for it, so that its letters arrive in a PDF in the order in which they were written."""
    return all(it < "\u0250" or it in "–—‘’“”…•·" for it in text)


def structure(name, file, expected):
    for part in zipfile.ZipFile(file).namelist():
        if part.endswith((".xml", ".rels")):
            tree.fromstring(zipfile.ZipFile(file).read(part))
    paper = docx.Document(file)
    core = paper.core_properties
    check(name, f"its title is {core.title!r}", core.title == " ".join(expected["title"].split()))
    check(name, f"its language is {core.language!r}", core.language == expected["language"])
    language = paper.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    check(name, "its words have no language", language is not None and language.get(qn("w:val")) == "en-GB")

    styled = [(it.style.name, it.text) for it in paper.paragraphs]
    check(name, "no title", [words for style, words in styled if style == "Title"] == [expected["title"]])
    headings = [
        [int(style.rpartition(" ")[2]), words] for style, words in styled if style.lower().startswith("heading")
    ]
    check(name, f"headings {headings}", headings == expected["headings"])
    if expected["contents"]:
        listed = [[int(s.rpartition(" ")[2]), w] for s, w in styled if s.lower().startswith("toc ") and s[-1].isdigit()]
        check(name, f"list of contents {listed}", listed == [it for it in expected["headings"] if it[0] < 3])

    said = "\n".join(words for _, words in styled)
    for line in expected["lines"]:
        check(name, f"not in Word: {line!r}", line in said)
    tables = [
        {"rows": [[cell.text for cell in row.cells] for row in table.rows], "table": table} for table in paper.tables
    ]
    check(name, f"{len(tables)} tables", len(tables) == len(expected["tables"]))
    for found, wanted in zip(tables, expected["tables"]):
        rows = ([wanted["columns"]] if wanted["columns"] else []) + wanted["rows"]
        wide = max(map(len, rows), default=0)
        rows = [row + [""] * (wide - len(row)) for row in rows]
        check(name, f"a table differs: {found['rows'][:2]} {rows[:2]}", found["rows"] == rows)
        repeats = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found["table"].rows]
        check(name, "rows that repeat", repeats == [bool(wanted["columns"])] + [False] * (len(repeats) - 1))
    alternatives = [it.get("descr") for it in paper.element.iter(qn("wp:docPr"))]
    check(name, f"pictures without words: {alternatives}", alternatives == expected["alternatives"])

    section = paper.sections[0]
    check(name, "not an upright A4 page", (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297))
    check(name, "lies on its side", section.orientation == WD_ORIENT.PORTRAIT)
    foot = "\n".join(it.text for it in section.header.paragraphs + section.footer.paragraphs)
    for words in expected["foot"]:
        check(name, f"not at the foot: {words!r}", words in foot)
    fields = [it.text for it in section.footer._element.iter(qn("w:instrText"))]
    check(name, f"fields {fields}", fields == ["PAGE", "NUMPAGES"])
    if expected["watermark"]:
        drawn = section.header._element.iter("{urn:schemas-microsoft-com:vml}textpath")
        check(name, "no watermark", expected["watermark"] in [it.get("string") for it in drawn])


def text_of(pdf, *arguments):
    done = subprocess.run(["pdftotext", "-raw", *arguments, str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def paper_of(name, pdf, expected):
    # The middle of each page, without its head and its foot; then whole pages.
    middle = bare(text_of(pdf, "-x", "0", "-y", "58", "-W", "596", "-H", "716"))
    pages = text_of(pdf).split("\f")[:-1]
    cells = [words for table in expected["tables"] for row in table["rows"] for cell in row for words in cell.split("\n")]
    headings = [words for _, words in expected["headings"]]
    for line in expected["lines"] + headings + cells:
        if has_fonts_everywhere(line):
            check(name, f"not on paper: {line!r}", bare(line) in middle)
    for number, page in enumerate(pages, 1):
        page = bare(page)
        for words in [*expected["foot"], f"Page {number} of {len(pages)}"]:
            check(name, f"page {number} does not say {words!r}", bare(words) in page)
    for table in expected["tables"]:
        if table["columns"] and len(table["rows"]) > 60:
            head = bare("".join(table["columns"]))
            times = sum(head in bare(page) for page in pages)
            check(name, f"its longest table has headings on {times} pages", times >= 3)
    # Whoever must decide tonight reads one page (`domain.md` R37).
    if "out-of-hours" in name:
        check(name, f"it has {len(pages)} pages", len(pages) == 1)
    outline = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", str(pdf)], capture_output=True, check=True)
    outline = re.findall(r"<item[^>]*>(.*?)</item>", outline.stdout.decode(), re.DOTALL)
    for words in headings:
        if has_fonts_everywhere(words) and not re.search("[<>&\"']", words):
            check(name, f"not in the outline: {words!r}", words in outline)


def dates(name, file, expected):
    london = zoneinfo.ZoneInfo("Europe/London")

    def shown(value):
        if value is None:
            return None
        moment = value.dt
        return (moment.astimezone(london).replace(tzinfo=None) if isinstance(moment, datetime.datetime) else moment).isoformat()

    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    found = [
        {"uid": str(it["UID"]), "says": str(it["SUMMARY"]), "from": shown(it["DTSTART"]), "until": shown(it.get("DTEND"))}
        for it in calendar.walk("VEVENT")
    ]
    check(name, f"dates {found}", found == expected)
    for event in calendar.walk("VEVENT"):
        check(name, "not stamped", isinstance(event["DTSTAMP"].dt, datetime.datetime))
        check(name, f"says more: {sorted(event)}", not {"DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER"} & set(event))


documents = sorted(folder.glob("*.docx"))
if len(documents) < 2:
    sys.exit(f"No documents in {folder}: the tests on this computer leave them there.")
for file in documents:
    structure(file.stem, file, json.loads(file.with_suffix(".json").read_text(encoding="utf-8")))

calendars = sorted(folder.glob("*.ics"))
for file in calendars:
    dates(file.name, file, json.loads((folder / f"{file.name}.json").read_text(encoding="utf-8")))

made = pathlib.Path(tempfile.mkdtemp(prefix="hearth-documents-"))
try:
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{made}/office", "--convert-to"]
    kind = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
    subprocess.run([*office, kind, "--outdir", str(made), *map(str, documents)], check=True, capture_output=True)
    for file in documents:
        pdf = made / f"{file.stem}.pdf"
        if pdf.is_file():
            paper_of(file.stem, pdf, json.loads(file.with_suffix(".json").read_text(encoding="utf-8")))
        else:
            wrong.append(f"{file.stem}: LibreOffice did not open it")
finally:
    shutil.rmtree(made)

if wrong:
    sys.exit("\n".join(wrong))
print(f"{len(documents)} documents opened in python-docx and LibreOffice, {len(calendars)} calendars in icalendar")
