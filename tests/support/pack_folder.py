#!/usr/bin/env python3
"""Puts a folder into one small file, for data that tests unpack (tests/support/unpack_folder.h): pack_folder.py FOLDER FILE

A line `path bytes` for each file, then its content in pieces: two little-endian 32-bit numbers, so many bytes as they follow and so many zeros after them.
"""
import pathlib
import re
import struct
import sys


def pieces(content):
    at = 0
    for run in [*re.finditer(rb"\0{16,}", content), None]:
        begin, end = run.span() if run else (len(content), len(content))
        if run is None and 0 < at == end:
            return
        yield struct.pack("<II", begin - at, end - begin) + content[at:begin]
        at = end


folder, target = map(pathlib.Path, sys.argv[1:])
with target.open("wb") as out:
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        content = file.read_bytes()
        out.write(f"{file.relative_to(folder)} {len(content)}\n".encode())
        for piece in pieces(content):
            out.write(piece)
