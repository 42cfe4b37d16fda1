"""The same work as the program's replay, in Python: every line's checksum and chain checked, a dict as the fold.

Usage: replay.py STORE. Prints the seconds, the number of lines and the number of fields.
Needs orjson and google-crc32c.
"""
import glob
import hashlib
import os
import sys
import time

import google_crc32c
import orjson


def main():
    begin = time.perf_counter()
    fields, lines = {}, 0
    for folder in sorted(glob.glob(os.path.join(sys.argv[1], "data", "*")) + glob.glob(os.path.join(sys.argv[1], "peers", "*"))):
        previous = {}
        for name in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
            with open(name, "rb") as file:
                for line in file:
                    body, _, tail = line.rpartition(b',"c"')
                    if google_crc32c.value(body) != int(tail[2:10], 16):
                        raise SystemExit("bad checksum in " + name)
                    event = orjson.loads(line)
                    expected = previous.get(event["e"])
                    if expected is not None and event["n"] > 1 and event["p"] != expected:
                        raise SystemExit("broken chain in " + name)
                    previous[event["e"]] = hashlib.sha256(line).hexdigest()[:32]
                    lines += 1
                    if event["k"] == "set":
                        key = (event["r"], event["f"])
                        old = fields.get(key)
                        if old is None or old[0] < event["h"]:
                            fields[key] = (event["h"], event["x"])
    print("%.3f %d %d" % (time.perf_counter() - begin, lines, len(fields)))


if __name__ == "__main__":
    main()
