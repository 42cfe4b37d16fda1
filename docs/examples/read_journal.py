#!/usr/bin/env python3
"""read_journal.py FILE...: the fields of a khaosat journal (docs/formats/journal-v1.md), then what is damaged."""
import hashlib, json, os, re, sys

def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0x82F63B78 * (crc & 1)
    return crc ^ 0xFFFFFFFF

def read(path, lines, problems):
    *whole, tail = open(path, "rb").read().split(b"\n")
    for number, raw in enumerate(whole, 1):
        trailer = re.fullmatch(rb'(.*),"c":"([0-9a-f]{8})"}', raw, re.DOTALL)
        if not trailer:
            problems.append((path, number, "frame"))
        elif crc32c(trailer[1]) != int(trailer[2], 16):
            problems.append((path, number, "checksum"))
        else:
            line = json.loads(raw)
            version = hashlib.sha256(raw + b"\n").hexdigest()[:32]
            lines[version] = (line["h"], line["d"], line["e"], line["n"], version, line)
    if tail:
        problems.append((path, len(whole) + 1, "torn"))

def chain(lines, problems):
    byplace = {}
    for _, device, epoch, number, version, line in lines.values():
        byplace.setdefault((device, epoch, number), []).append((version, line))
    for (device, epoch, number), found in sorted(byplace.items()):
        before = [version for version, _ in byplace.get((device, epoch, number - 1), [])]
        if len(found) > 1:
            problems.append((device, number, "fork"))
        if number > 1 and not before:
            problems.append((device, number - 1, "gap"))
        elif any(line["p"] not in (before or ["0" * 32]) for _, line in found):
            problems.append((device, number, "chain"))

def fold(lines):
    fields, before = {}, {}
    for *_, version, line in sorted(lines.values(), key=lambda entry: entry[:5]):
        if line["k"] == "done":  # Naming it replaces every version there was.
            before[version] = {v for (r, _), leaves in fields.items() if r == line["r"] for v in leaves}
        if line["k"] in ("set", "unset", "missing", "merge"):
            leaves = fields.get((line["r"], line["f"]), {})
            for replaced in line["x"].get("w", []):
                leaves = {v: x for v, x in leaves.items() if v not in before.get(replaced, {replaced})}
            # A sealed payload needs its team key; the frame says who wrote when.
            value = "(sealed)" if "sealed" in line["x"] else line["x"].get("value")
            fields[line["r"], line["f"]] = leaves | {version: value}
    return fields

lines, problems = {}, []
for path in sys.argv[1:]: read(path, lines, problems)
chain(lines, problems)
for (record, field), leaves in sorted(fold(lines).items()):
    print(json.dumps([record, field, *leaves.values()], ensure_ascii=False))
for place, number, kind in problems: print(f"{os.path.basename(str(place))}:{number}: {kind}")
