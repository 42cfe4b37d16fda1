#!/usr/bin/env python3
"""Start, keystrokes and memory of khaosat beside dialog, side by side in one run, as a table.

    python3 Benchmarks/screen.py PATH_TO_KHAOSAT [--runs N]

The store has the 100 visits of the sample list and 50 finalised surveys. Times are medians; absolute figures depend on
the machine, the ratios much less.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

from terminal_session import TerminalSession

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FORMS = os.path.join(ROOT, "forms")


def prepare(binary, store):
    """100 visits, 50 surveys from the sample answers, and a person at the machine."""
    common = ["--store", store, "--forms", FORMS]
    subprocess.run([binary, "visits", "import", f"{FORMS}/samples/danh-sach-co-so.csv", *common], check=True, stdout=subprocess.DEVNULL)
    visits = json.loads(subprocess.run([binary, "visits", "--json", *common], check=True, capture_output=True).stdout)
    answers = f"{FORMS}/samples/khao_sat_co_so.json"
    for visit in visits[:50]:
        subprocess.run(
            [binary, "fill", "khao_sat_co_so", "--answers", answers, "--finalise", "--visit", visit["visit"], *common],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    records = json.loads(subprocess.run([binary, "records", "--json", *common], check=True, capture_output=True).stdout)
    return len(visits), len(records)


def first_start(binary, store):
    """Answers the questions of the first start once, so that the measured starts show the list."""
    session = TerminalSession([binary, "--store", store, "--forms", FORMS])
    session.wait_for("F10")
    for _ in range(12):
        session.settle(0.5)
        if b"BG24-" in session.drawn:
            break
        os.write(session.master, b"An\r")
    session.settle(1.0)
    session.end()


def starts(commands, runs):
    """Medians of the time until the text is there, the programs taking turns."""
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, text, environment) in commands.items():
            session = TerminalSession(command, environment)
            taken = session.wait_for(text)
            session.end()
            if taken is None:
                sys.exit(f"{name}: {text!r} was never drawn; the last of it: {session.drawn[-400:]!r}")
            times[name].append(taken * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def keys(command, text, environment, letters):
    """Median time from a typed letter to the first byte drawn, in ms, and the peak memory in MiB."""
    session = TerminalSession(command, environment)
    session.wait_for(text)
    times = []
    for letter in letters:
        taken = session.press(letter)
        if taken is not None:
            times.append(taken * 1000)
    memory = session.peak_memory()
    session.end()
    return statistics.median(times) if times else float("nan"), memory


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    store = tempfile.mkdtemp(prefix="khaosat-bench-")
    try:
        visits, records = prepare(binary, store)
        first_start(binary, store)
        fields = [part for row in range(1, 11) for part in (f"Field-{row}:", str(row), "1", "", str(row), "12", "30", "60")]
        commands = {
            "khaosat, visit list": ([binary, "--store", store, "--forms", FORMS], "BG24-001", {}),
            "dialog, form of 10 fields": (["dialog", "--form", "Establishment", "20", "70", "12", *fields], "ancel", {}),
        }
        medians = starts(commands, options.runs)
        letters = [b"d", b"a", b"i", b" ", b"s", b"o", b"n"] + [b"\x7f"] * 7
        felt = {name: keys(*command, letters * 4) for name, command in commands.items()}
        peer = medians["dialog, form of 10 fields"]
        print(f"\n{visits} visits, {records} records, {options.runs} starts each, 80x24, medians\n")
        print(f"{'':28}{'start to screen':>18}{'ratio':>8}{'key to screen':>16}{'peak memory':>14}")
        for name, median in medians.items():
            key, memory = felt[name]
            print(f"{name:28}{median:>15.1f} ms{median / peer:>8.2f}{key:>13.2f} ms{memory:>10.1f} MiB")
    finally:
        shutil.rmtree(store, ignore_errors=True)


if __name__ == "__main__":
    main()
