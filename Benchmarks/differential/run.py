"""Random forms with random answers, khaosat beside JavaRosa. Prints how many cases agree, and every difference that no rule explains."""
import argparse
import collections
import concurrent.futures
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import compare
from generate import Form

ZONE = dict(os.environ, TZ="Asia/Ho_Chi_Minh")


def workbook(sheets):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def prepare(seed, steps, folder):
    """Makes form and script of a case; form.xml when pyxform accepts the form."""
    from pyxform.xls2xform import convert

    form, place = Form(seed), folder / str(seed)
    place.mkdir()
    data = workbook(form.sheets())
    (place / "form.xlsx").write_bytes(data)
    script, refused = form.steps(steps), None
    try:
        (place / "form.xml").write_text(convert(io.BytesIO(data), form_name="data", file_type=".xlsx").xform, encoding="utf-8")
    except Exception as problem:  # every refusal of pyxform is a result of its own
        refused = f"pyxform: {problem}"
    return form, script, refused


def peers(scripts, folder, jar, classes, fresh=False):
    """What JavaRosa makes of the scripts by seed, all in one process."""
    requests = [json.dumps({"form": str(folder / str(seed) / "form.xml"), "steps": script, "fresh": fresh}) for seed, script in scripts.items()]
    command = ["java", "-Xss16m", "-Duser.timezone=Asia/Ho_Chi_Minh", "-cp", f"{jar}:{classes}", "Peer"]
    done = subprocess.run(command, input="\n".join(requests) + "\n", capture_output=True, text=True, encoding="utf-8", env=ZONE)
    lines = done.stdout.rstrip("\n").split("\n")
    if done.returncode != 0 or len(lines) != len(requests):
        sys.exit(f"the peer stopped with {done.returncode} after {len(lines)} of {len(requests)} replies: {done.stderr[-500:]}")
    return {seed: json.loads(line) for seed, line in zip(scripts, lines)}


def ours(program, place, kind, steps):
    """What khaosat makes of one case."""
    script, store = place / f"steps-{kind}.json", place / f"store-{kind}"
    script.write_text(json.dumps([{k: v for k, v in s.items() if k != "outcome"} for s in steps], ensure_ascii=False), encoding="utf-8")
    command = [program, "fill", str(place / f"form.{kind}"), "--answers", str(script), "--strict", "--json", "--store", str(store)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=ZONE, timeout=60)
    except subprocess.TimeoutExpired:
        return {"refused": "no result within a minute"}
    finally:
        shutil.rmtree(store, ignore_errors=True)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        return {"refused": (done.stderr or done.stdout or f"exit {done.returncode}").strip()[:300]}


class Run:
    """The tally of a run, and the differences that no rule explains."""

    def __init__(self, options):
        self.options, self.tally, self.rules, self.unexplained = options, collections.Counter(), collections.Counter(), []

    def batch(self, seeds):
        """Prepares, replays and compares the cases of some seeds."""
        options, folder = self.options, pathlib.Path(tempfile.mkdtemp(prefix="differential-"))
        cases = {seed: prepare(seed, options.steps, folder) for seed in seeds}
        replies = {seed: {"refused": refused} for seed, (_, _, refused) in cases.items() if refused}
        replies |= peers({seed: script for seed, (_, script, refused) in cases.items() if not refused}, folder, options.jar, options.classes)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            runs = {(seed, kind): pool.submit(ours, options.khaosat, folder / str(seed), kind, reply.get("steps", []))
                    for seed, reply in replies.items() if "failed" not in reply
                    for kind in ("xlsx", "xml") if (folder / str(seed) / f"form.{kind}").exists()}
        for reply in (reply for reply in replies.values() if "failed" in reply):
            self.tally["left out, JavaRosa fails"] += 1
            self.rules[f"JavaRosa fails: {reply['failed'].split(': ', 1)[-1].split(chr(10))[0][:90]}"] += 1
        left = {}
        for (seed, kind), run in runs.items():
            found = self.compared(cases[seed][0], replies[seed], run.result(), kind)
            if found is None:
                self.tally["same"] += 1
            elif not found[1]:
                self.tally["explained"] += 1
                self.rules.update(set(found[0].values()))
            else:
                left[seed, kind] = found[1]
        if left:
            self.again(left, cases, replies, folder)
        shutil.rmtree(folder, ignore_errors=True)

    def compared(self, form, reply, result, kind):
        """Nothing when both agree, else the explained and the other differences."""
        sections = {n.name for n in form.nodes if n.kind in ("group", "repeat")}
        leaves = {path: text for path, text in reply.get("leaves", {}).items() if compare.name(path) not in sections}
        found = compare.differences({**reply, "leaves": leaves}, result)
        return compare.explain(form, found, result.get("leaves", {}), kind) if found else None

    def again(self, left, cases, replies, folder):
        """Replays what is unexplained with every expression worked out after each step: what then agrees was stale in JavaRosa."""
        scripts = {seed: replies[seed]["steps"] for seed, _ in left if "steps" in replies[seed]}
        fresh = peers(scripts, folder, self.options.jar, self.options.classes, fresh=True) if scripts else {}
        for (seed, kind), differences in left.items():
            found, reply = ({}, differences), fresh.get(seed, {})
            if "leaves" in reply:
                # An answer that JavaRosa took only because something was stale is not given when nothing is.
                again = ours(self.options.khaosat, folder / str(seed), kind, reply["steps"])
                found = self.compared(cases[seed][0], reply, again, kind)
            if found is None or not found[1]:
                self.tally["explained"] += 1
                self.rules.update({"stale values are worked out again"} | set(found[0].values() if found else []))
                continue
            self.tally["unexplained"] += 1
            self.unexplained.append(seed)
            self.show(seed, kind, cases[seed][0], differences)
            if self.options.keep:
                shutil.copytree(folder / str(seed), pathlib.Path(self.options.keep) / str(seed), dirs_exist_ok=True)

    def show(self, seed, kind, form, differences):
        nodes = {n.name: n for n in form.nodes} | {n.name + "_count": n for n in form.nodes}
        print(f"seed {seed} {kind}: {len(differences)} unexplained")
        for what, path, a, b in differences[:4]:
            node = nodes.get(compare.name(path))
            cells = {k: v for k, v in node.cells.items() if k[0] != "_"} if node else ""
            print(f"   {what} {path}: JavaRosa {a!r}, khaosat {b!r}   {cells}", flush=True)

    def report(self):
        print("differences that a listed departure explains, by rule:")
        for rule, count in self.rules.most_common():
            print(f"  {count:6} {rule}")
        seeds = " ".join(str(seed) for seed in sorted(set(self.unexplained)))
        print(f"unexplained: {len(self.unexplained)}" + (f" (seeds {seeds})" if seeds else ""))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    for flag, default, kind, words in [
        ("--cases", 2000, int, "how many forms"), ("--seed", 1, int, "the seed of the first; each next one counts up"), ("--steps", 25, int, "answers of a script"),
        ("--khaosat", "", str, "the program"), ("--jar", "", str, "ODK_Validate.jar of pyxform"), ("--classes", "", str, "folder of the compiled peer"),
        ("--keep", "", str, "folder that keeps what is unexplained"), ("--jobs", os.cpu_count() or 2, int, "programs at a time"),
    ]:
        options.add_argument(flag, default=default, type=kind, help=words)
    options = options.parse_args()
    run = Run(options)
    print(f"cases {options.cases}, seed {options.seed}; each form runs as .xlsx and as the .xml of pyxform", flush=True)
    for start in range(options.seed, options.seed + options.cases, 200):
        run.batch(range(start, min(start + 200, options.seed + options.cases)))
        print(f"{sum(run.tally.values())} runs: " + ", ".join(f"{k} {v}" for k, v in sorted(run.tally.items())), flush=True)
    run.report()
    sys.exit(1 if run.unexplained else 0)


if __name__ == "__main__":
    main()
