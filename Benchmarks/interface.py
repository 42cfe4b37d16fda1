"""Start, key echo and memory of the program beside dialog, each in a raw pseudo terminal.

Prints rows of a table: what, ours, peer, ratio. Medians of paired runs, taken in turns so that a loaded
machine loads both.
"""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 24, 80


def start(command, environment):
    """Starts a command in a pseudo terminal of 80x24 and returns its process id and the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.clear()
        os.environ.update(environment)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return process, terminal


def read_until(terminal, wanted, limit=20.0):
    """Reads until the bytes are seen; returns all that was read."""
    seen = b""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if not ready:
            continue
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        seen += part
        if wanted in seen:
            return seen
    raise SystemExit("never saw %r; saw %r" % (wanted, seen[-400:]))


def stop(process, terminal):
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


def time_to_paint(command, environment, wanted):
    begin = time.monotonic()
    process, terminal = start(command, environment)
    read_until(terminal, wanted)
    elapsed = time.monotonic() - begin
    peak = memory(process)
    stop(process, terminal)
    return elapsed * 1000, peak


def memory(process):
    """Peak resident memory of a process in KiB."""
    with open("/proc/%d/status" % process) as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1))


def drain(terminal, quiet=0.3):
    while select.select([terminal], [], [], quiet)[0]:
        try:
            os.read(terminal, 65536)
        except OSError:
            return


def echo_times(command, environment, wanted, letters):
    """Milliseconds from a typed letter to the first byte drawn for it."""
    process, terminal = start(command, environment)
    read_until(terminal, wanted)
    drain(terminal)
    times = []
    for letter in letters:
        begin = time.monotonic()
        os.write(terminal, letter.encode())
        select.select([terminal], [], [], 5.0)
        os.read(terminal, 65536)
        times.append((time.monotonic() - begin) * 1000)
        drain(terminal, 0.02)
    peak = memory(process)
    stop(process, terminal)
    return times, peak


def fill_store(program, forms, store, environment):
    """100 visits and 50 records with answers."""
    subprocess.run([program, "visits", "import", os.path.join(forms, "samples", "danh-sach-co-so.csv"),
                    "--store", store, "--forms", forms], check=True, stdout=subprocess.DEVNULL, env=environment)
    answers = os.path.join(forms, "samples", "khao_sat_co_so.json")
    for number in range(1, 51):
        subprocess.run([program, "fill", "khao_sat_co_so", "--answers", answers, "--visit", "BG24-%03d" % number,
                        "--store", store, "--forms", forms], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=environment)


def main():
    program, forms = sys.argv[1], sys.argv[2]
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/tmp",
                   "TZ": "Asia/Ho_Chi_Minh", "KHAOSAT_FORMS": forms, "KHAOSAT_USER": "Bench"}
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "store")
        fill_store(program, forms, store, environment)
        ours = [program, "--store", store, "--forms", forms]
        peer = ["dialog", "--form", "Form", "20", "60", "10"] + sum(
            [["Field %d" % line, str(line), "1", "value", str(line), "20", "30", "60"] for line in range(1, 10)], [])
        mine, theirs, peaks = [], [], []
        for _ in range(15):
            elapsed, peak = time_to_paint(ours, environment, b"BG24-003")
            mine.append(elapsed)
            peaks.append(peak)
            theirs.append(time_to_paint(peer, environment, b"Field 9")[0])
        ratio = statistics.median(a / b for a, b in zip(mine, theirs))
        print("| start to painted list, 100 visits and 50 records | %.1f ms | dialog --form %.1f ms | %.2f (bar 3) |"
              % (statistics.median(mine), statistics.median(theirs), ratio))
        keys, peak = echo_times(ours, environment, b"BG24-003", "hiep hoa dai son tan yen" * 3)
        peaks.append(peak)
        print("| typed key on the screen, median of %d | %.2f ms | | (bar 3 ms) |" % (len(keys), statistics.median(keys)))
        print("| peak memory | %.1f MiB | | (bar 40 MiB) |" % (max(peaks) / 1024))


if __name__ == "__main__":
    main()
