"""Durable appends by others on the same file system: a bare write and fdatasync loop, and SQLite with WAL and synchronous=FULL.

Usage: appends.py FOLDER COUNT. Prints microseconds an append: bare, sqlite.
"""
import os
import sqlite3
import sys
import time

LINE = b'{"v":1,"d":"k7m2q4x9ab","e":"3f9c","n":412,"t":"2026-11-20T22:13:16.512Z","h":"01967c3f2a4b0003",' \
       b'"p":"00112233445566778899aabbccddeeff","k":"set","r":"6d1c4a57-8f0e-4a52-9a3b-3f9c01ef77aa",' \
       b'"f":"/data/may{7f3a}/gia","x":{"v":"1250000"},"c":"9a3b01ef"}\n'


def bare(folder, count):
    descriptor = os.open(os.path.join(folder, "bare.log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    begin = time.perf_counter()
    for _ in range(count):
        os.write(descriptor, LINE)
        os.fdatasync(descriptor)
    elapsed = time.perf_counter() - begin
    os.close(descriptor)
    return elapsed / count * 1e6


def sqlite(folder, count):
    database = sqlite3.connect(os.path.join(folder, "peer.db"), isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE event (n INTEGER PRIMARY KEY, record TEXT, field TEXT, value TEXT)")
    begin = time.perf_counter()
    for _ in range(count):
        database.execute("INSERT INTO event (record, field, value) VALUES (?, ?, ?)",
                         ("6d1c4a57-8f0e-4a52-9a3b-3f9c01ef77aa", "/data/may{7f3a}/gia", "1250000"))
    elapsed = time.perf_counter() - begin
    database.close()
    return elapsed / count * 1e6


if __name__ == "__main__":
    print("%.1f %.1f" % (bare(sys.argv[1], int(sys.argv[2])), sqlite(sys.argv[1], int(sys.argv[2]))))
