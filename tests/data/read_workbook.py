#!/usr/bin/python3
"""read_workbook.py FILE SHEET: a sheet of a workbook as lines of comma-separated cells."""
import re
import sys
import zipfile
from xml.etree import ElementTree

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def text_of(element):
    return "".join(part.text or "" for part in element.iter("{%s}t" % NAMES["m"]))


def column_of(reference):
    column = 0
    for letter in re.match("[A-Z]+", reference).group(0):
        column = 26 * column + ord(letter) - ord("A") + 1
    return column


def main(path, name):
    book = zipfile.ZipFile(path)
    read = lambda part: ElementTree.fromstring(book.read(part))
    shared = [text_of(item) for item in read("xl/sharedStrings.xml").findall("m:si", NAMES)]
    relations = {r.get("Id"): r.get("Target") for r in read("xl/_rels/workbook.xml.rels")}
    sheets = read("xl/workbook.xml").find("m:sheets", NAMES)
    target = next(relations[s.get(RELATION)] for s in sheets if s.get("name") == name)
    for row in read("xl/" + target.lstrip("/").removeprefix("xl/")).iter("{%s}row" % NAMES["m"]):
        cells = {}
        for cell in row.findall("m:c", NAMES):
            value = cell.find("m:v", NAMES)
            if value is not None:
                text = shared[int(value.text)] if cell.get("t") == "s" else value.text
                cells[column_of(cell.get("r"))] = text.strip()
        print(",".join(cells.get(i, "") for i in range(1, max(cells, default=0) + 1)))


main(*sys.argv[1:])
