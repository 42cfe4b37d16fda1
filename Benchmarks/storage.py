"""Measures storage beside its peers, one table, side by side in one run.

    storage.py PROBE FOLDER [QUICK]      PROBE is the built StorageProbe, FOLDER lies on the file system to be measured; QUICK leaves out a million

Peers: the same replay in Python (replay.py: orjson, hashlib, google-crc32c), a bare write and fdatasync loop, SQLite with WAL and synchronous=FULL.
What a machine lacks is left out with a message. Medians of paired runs.
"""
import importlib.util
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
RUNS = 3


def run(*command):
    """The numbers a measurement prints."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(" ".join(map(str, command)) + ": " + done.stderr.strip())
    return [float(number) for number in done.stdout.split()]


def median(rows, place=0):
    return statistics.median(row[place] for row in rows)


def lacks(*modules):
    return [module for module in modules if importlib.util.find_spec(module) is None]


def row(what, value, peer, ratio, bar, holds):
    mark = "" if holds is None else "ok" if holds else "MISSED"
    print(f"{what:<46} {value:>16} {peer:>20} {ratio:>8}  {bar:<22} {mark}")


def store(probe, folder, name, events, devices):
    path = folder / name
    run(probe, "make", path, events, devices)
    return path


def without_cache(path):
    shutil.rmtree(path / "cache", ignore_errors=True)


def replays(probe, folder, counts, python):
    """Seconds of a replay by number of lines, and those of the peer."""
    speeds = {}
    for count in counts:
        path = store(probe, folder, f"one-{count}", count, 1)
        ours, theirs = [], []
        for _ in range(RUNS):
            without_cache(path)
            ours.append(run(probe, "open", path))
            if python and count == counts[-1]:
                theirs.append(run(sys.executable, HERE / "replay.py", path))
        seconds, lines = median(ours), ours[0][1]
        speeds[count] = lines / seconds
        value = f"{seconds * 1000:.0f} ms"
        if theirs:
            assert theirs[0][1] == lines, "the peer read another number of lines"
            ratio = median(theirs) / seconds
            row(f"replay, {lines:,.0f} lines", value, f"Python {median(theirs):.2f} s", f"{ratio:.1f}x", ">= 3x", ratio >= 3)
        else:
            row(f"replay, {lines:,.0f} lines", value, "", f"{seconds / lines * 1e6:.2f} µs", "a line: linear", None)
        if count == counts[-1]:
            row("  memory a line", f"{median(ours, 2):.0f} bytes", "", "", "<= 400 bytes", median(ours, 2) <= 400)
            warm(probe, path, lines)
    return speeds


def warm(probe, path, lines):
    without_cache(path)
    run(probe, "close", path)
    opened = [run(probe, "open", path) for _ in range(RUNS * 3)]
    row(f"opening with a cache, {lines:,.0f} lines", f"{median(opened) * 1000:.0f} ms", "", "", "<= 100 ms", median(opened) <= 0.1)
    listed = [run(probe, "list", path) for _ in range(RUNS * 3)]
    row(f"first list, {listed[0][1]:,.0f} records", f"{median(listed) * 1000:.0f} ms", "", "", "<= 150 ms", median(listed) <= 0.15)


def merge(probe, folder, speed, count):
    path = store(probe, folder, "ten", count, 10)
    rows = []
    for _ in range(RUNS):
        without_cache(path)
        rows.append(run(probe, "open", path))
    ratio = rows[0][1] / median(rows) / speed
    row(f"merge of 10 devices x {count:,} lines", f"{median(rows) * 1000:.0f} ms", "replay of one log", f"{ratio:.2f}x", ">= 0.5x of its speed", ratio >= 0.5)


def appends(probe, folder):
    # A disk is moody, so short rounds take turns, and who begins changes.
    count, rows = 150, []
    for number in range(RUNS * 3):
        place = folder / f"append-{number}"
        place.mkdir()
        if number % 2:
            bare, sqlite = run(sys.executable, HERE / "appends.py", place, count)
        ours = run(probe, "append", place / "store", count)[0]
        if number % 2 == 0:
            bare, sqlite = run(sys.executable, HERE / "appends.py", place, count)
        rows.append((ours, bare, sqlite, bare / ours, sqlite / ours))
    row("a durable answer", f"{median(rows):.0f} µs", f"bare {median(rows, 1):.0f} µs", f"{median(rows, 3):.2f}x", ">= 0.9x", median(rows, 3) >= 0.9)
    row("", "", f"SQLite {median(rows, 2):.0f} µs", f"{median(rows, 4):.2f}x", ">= 1x", median(rows, 4) >= 1)


def main():
    probe, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    quick = len(sys.argv) > 3
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    missing = lacks("orjson", "google_crc32c")
    if missing:
        print("replay in Python is not measured: pip install orjson google-crc32c")
    row("storage", "khaosat", "peer", "ratio", "bar", None)
    counts = [10_000, 100_000] if quick else [10_000, 100_000, 1_000_000]
    speeds = replays(probe, folder, counts, not missing)
    merge(probe, folder, speeds[counts[-1]], counts[-1] // 10)
    if lacks("sqlite3"):
        print("durable answers are not measured: this Python has no sqlite3")
    else:
        appends(probe, folder)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
