#!/usr/bin/env python3
"""Reads a khaosat batch (docs/formats/batch-v1.md) with nothing but the standard library.

usage: read_batch.py FOLDER      prints the records; exit code 1 and the names of files and lines that are damaged
"""
import hashlib
import json
import pathlib
import re
import sys

TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def main(folder):
    faults = []
    manifest = json.loads((folder / "manifest.json").read_bytes())
    if manifest["format"] != "khaosat-batch" or manifest["version"] != 1:
        sys.exit(f"{folder} is no batch of version 1")
    for file in manifest["files"]:
        path = folder / file["path"]
        if ".." in path.parts or not path.is_file():
            faults.append(f"{file['path']}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
            faults.append(f"{file['path']}: changed")
    versions = {record["record"]: record.get("version") for record in manifest["records"]}
    for number, line in enumerate((folder / "records.jsonl").read_bytes().splitlines(keepends=True), 1):
        checksum = re.search(rb',"c":"([0-9a-f]{8})"}\n$', line)
        if not checksum or crc32c(line[: checksum.start()]) != int(checksum[1], 16):
            faults.append(f"records.jsonl:{number}: damaged")
            continue
        record = json.loads(line)
        version = versions.pop(record["r"], "none")
        # The name of an opened line ("o") is that of the sealed one, which takes ChaCha20-Poly1305 to make again.
        if version is not None and "o" not in record and version != hashlib.sha256(line).hexdigest()[:32]:
            faults.append(f"records.jsonl:{number}: not the line that the manifest names")
        submission = record["x"]["submission"]
        print(record["r"], submission["form"], record["t"], record["x"]["label"], sep="\t")
        print(json.dumps(submission["answers"], ensure_ascii=False, indent=2))
    faults += [f"records.jsonl: no line of {record}" for record in versions]
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
