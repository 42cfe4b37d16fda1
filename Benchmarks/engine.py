"""Measures the form engine beside JavaRosa (the engine inside pyxform's ODK_Validate.jar), one table, side by side in one run.

    engine.py PROBE JAR CLASSES      PROBE is the built EngineProbe, CLASSES the folder of the compiled EnginePeer
"""
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import quoteattr

HEAD = ('<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">'
        '<h:head><h:title>do</h:title><model><instance><data id="do" version="1">{tree}</data></instance>{lists}{binds}</model></h:head><h:body>{body}</h:body></h:html>')


def bind(path, kind, **attributes):
    return f'<bind nodeset="/data/{path}" type="{kind}"' + "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items()) + "/>"


def question(path, label):
    return f'<input ref="/data/{path}"><label>{label}</label></input>'


def form(tree, binds, body, lists=""):
    return HEAD.format(tree="".join(tree), lists=lists, binds="".join(binds), body="".join(body))


def questions(count):
    """Integers with constraints, every third asked only after the answer fifty before it, every tenth a calculation."""
    tree, binds, body = [], [], []
    for n in range(count):
        name = f"q{n}"
        tree.append(f"<{name}/>")
        if n % 10 == 9:
            binds.append(bind(name, "string", calculate=f"/data/q{n - 1} + /data/q{n - 2} * 2"))
            continue
        relevant = {"relevant": f"/data/q{n - 50} != 1"} if n % 3 == 0 and n >= 50 and (n - 50) % 10 != 9 else {}
        binds.append(bind(name, "int", constraint=". >= 0 and . < 100", required="true()", **relevant))
        body.append(question(name, f"Câu hỏi {n}"))
    return form(tree, binds, body)


def chain(count):
    tree, binds = ["<a0/>"], [bind("a0", "int")]
    for n in range(1, count + 1):
        tree.append(f"<a{n}/>")
        binds.append(bind(f"a{n}", "int", calculate=f"/data/a{n - 1} + 1"))
    return form(tree, binds, [question("a0", "Đầu")])


def rows():
    row = "<r jr:template=''><x/><y/><z/></r><r><x/><y/><z/></r>"
    binds = [bind("r/x", "int", constraint=". >= 0"), bind("r/y", "int"), bind("r/z", "int", calculate="../x * 2"), bind("s", "int", calculate="sum(/data/r/z)"), bind("m", "int", calculate="max(/data/r/z)")]
    body = [f'<group ref="/data/r"><label>Hàng</label><repeat nodeset="/data/r">{question("r/x", "x")}{question("r/y", "y")}</repeat></group>']
    return form([row, "<s/><m/>"], binds, body)


def choices(count):
    items = "".join(f"<item><name>c{n}</name><label>Xã {n}</label><tinh>t{n % 63}</tinh></item>" for n in range(count))
    select = ('<select1 ref="/data/xa"><label>Xã</label><itemset nodeset="instance(\'xa\')/root/item[tinh = /data/tinh ]">'
              '<value ref="name"/><label ref="label"/></itemset></select1>')
    return form(["<tinh/><xa/>"], [bind("tinh", "string"), bind("xa", "string")], [question("tinh", "Tỉnh"), select], f'<instance id="xa"><root>{items}</root></instance>')


# name, form, arguments after the form, bars by measure (how many times faster, or smaller); None: khaosat alone
WORKLOADS = [
    ("load a form of 600 questions", lambda: questions(600), "load", ["25"], {"load": 5}),
    ("answer at the head of 300 calculations", lambda: chain(300), "answer", ["-", "2", "/data/a0", "300"], {"answer": 20}),
    ("answer in a repeat of 100 rows", rows, "answer", ["/data/r", "100", "/data/r*/x", "300"], {"answer": 10}),
    ("50,000 choices", lambda: choices(50000), "choices", ["/data/tinh", "/data/xa", "5"], {"load": 8, "first-filter": 20, "next-filter": 10, "peak-kib": 5}),
    ("answer among 5,000 questions", lambda: questions(5000), "answer", ["-", "2", "/data/q0", "300"], {"answer": None}),
    ("answer in a repeat of 10,000 rows", rows, "answer", ["/data/r", "10000", "/data/r*/x", "100"], None),
]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        return {"error": (done.stdout + done.stderr).strip()[-300:]}
    return {name: int(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def shown(name, value):
    if value is None:
        return ""
    return f"{value / 1024:.1f} MiB" if name == "peak-kib" else f"{value / 1e6:.3f} ms"


def main():
    probe, jar, classes = sys.argv[1:4]
    print(f"{'workload':40} {'measure':13} {'khaosat':>12} {'JavaRosa':>12} {'ratio':>8}  bar")
    with tempfile.TemporaryDirectory() as folder:
        for title, make, kind, arguments, bars in WORKLOADS:
            path = pathlib.Path(folder) / "form.xml"
            path.write_text(make(), encoding="utf-8")
            # `*` marks the row for both programs; the first row of a new form has an id of its own.
            mine = run([probe, kind, str(path), *arguments])
            theirs = {} if bars is None else run(["java", "-Xss16m", "-cp", f"{jar}:{classes}", "EnginePeer", kind, str(path), *arguments])
            for problem in (mine.get("error"), theirs.get("error")):
                if problem:
                    print(f"{title:40} {problem}")
            for name, value in mine.items():
                other = theirs.get(name)
                if name == "error" or (name == "peak-kib" and name not in (bars or {"peak-kib": 0})):
                    continue
                ratio = f"{other / value:.1f} x" if isinstance(other, int) else ""
                bar = (bars or {}).get(name)
                print(f"{title:40} {name:13} {shown(name, value):>12} {shown(name, other):>12} {ratio:>8}  " + (f">= {bar} x" if bar else "< 5 ms" if name in ("answer", "remove-row") else ""), flush=True)


if __name__ == "__main__":
    main()
