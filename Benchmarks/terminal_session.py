"""A program on a pseudo-terminal, timed from outside: what a person at the screen would feel."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ESCAPES = re.compile(rb"\x1b\[[0-9;?>=]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]|\x1b\][^\x07]*\x07")


class TerminalSession:
    """Starts `command` in a terminal of 80x24 and reads what it draws."""

    def __init__(self, command, environment=None, rows=24, columns=80):
        settings = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", **(environment or {}))
        settings.pop("LINES", None)
        settings.pop("COLUMNS", None)
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            os.close(master)
            os.login_tty(slave) if hasattr(os, "login_tty") else _take_terminal(slave)
            os.execvpe(command[0], command, settings)
        os.close(slave)
        self.master = master
        self.drawn = b""

    def wait_for(self, text, seconds=20.0):
        """Seconds from the start until `text` has been drawn; None when it never was."""
        wanted = text.encode()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if self._read(end) is None:
                return None
            if wanted in ESCAPES.sub(b"", self.drawn):
                return time.perf_counter() - self.started
        return None

    def settle(self, quiet=0.05):
        """Reads until nothing has been drawn for `quiet` seconds."""
        while self._read(time.perf_counter() + quiet):
            pass

    def press(self, keys):
        """Seconds from writing `keys` to the first byte that the program draws for them."""
        self.settle()
        begin = time.perf_counter()
        os.write(self.master, keys)
        if not self._read(begin + 2.0):
            return None
        return time.perf_counter() - begin

    def peak_memory(self):
        """Highest resident memory so far, in MiB."""
        with open(f"/proc/{self.process}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        return float("nan")

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)

    def _read(self, end):
        """Bytes drawn before `end`; empty when none, None when the program has gone."""
        ready, _, _ = select.select([self.master], [], [], max(0.0, end - time.perf_counter()))
        if not ready:
            return b""
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            return None
        self.drawn += piece
        return piece or None


def _take_terminal(slave):
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for descriptor in range(3):
        os.dup2(slave, descriptor)
    if slave > 2:
        os.close(slave)
