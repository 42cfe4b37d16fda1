"""Compares two results of one case and names the listed departure (docs/departures.md) behind each difference."""
import re
import unicodedata


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def same(a, b):
    if a == b:
        return True
    x, y = number(a or "x"), number(b or "x")
    return x is not None and x == y and not ("E" in a or "E" in b)


def differences(peer, ours):
    """Every difference as (what, path, peer's, ours)."""
    if "refused" in peer or "refused" in ours:
        return [] if "refused" in peer and "refused" in ours else [("refusal", "", peer.get("refused", "loads"), ours.get("refused", "loads"))]
    found = []
    for step, outcome in zip(peer["steps"], ours["steps"]):
        if step["outcome"] != outcome["outcome"]:
            found.append(("outcome", step.get("set", step.get("add", step.get("remove"))), step["outcome"], outcome["outcome"]))
            return found
    for path in sorted(set(peer["leaves"]) | set(ours["leaves"])):
        a, b = peer["leaves"].get(path), ours["leaves"].get(path)
        if not same(a, b):
            found.append(("leaf", path, a, b))
    problems = [{(p["path"], p["kind"]) for p in result["problems"] if p.get("severity", "error") == "error"} for result in (peer, ours)]
    for path, kind in sorted(problems[0] ^ problems[1]):
        found.append(("problem", path, kind if (path, kind) in problems[0] else None, kind if (path, kind) in problems[1] else None))
    return found


def expressions(node):
    return " ".join(str(node.cells.get(c, "")) for c in ("calculation", "relevant", "constraint", "required", "default", "choice_filter", "repeat_count"))


def plain_decimals(node, a, b):
    x, y = number(a), number(b)
    return "E" in a and x is not None and y is not None and abs(x - y) <= 1e-9 * max(abs(x), abs(y))


def exact_arithmetic(node, a, b):
    """Equal to fifteen digits, alone or inside a text."""
    pattern = r"-?\d+\.?\d*(?:E-?\d+)?"
    left, right = re.findall(pattern, a), re.findall(pattern, b)
    if re.sub(pattern, "#", a) != re.sub(pattern, "#", b) or len(left) != len(right):
        return False
    return all(abs(float(x) - float(y)) <= 1e-12 * max(1, abs(float(x)), abs(float(y))) for x, y in zip(left, right))


def booleans(node, a, b):
    return node.kind == "calculate" and (a, b) in (("1", "true"), ("0", "false"))


def composed_length(node, a, b):
    return "string-length(" in expressions(node) and unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)


RULES = {"plain decimals": plain_decimals, "exact arithmetic": exact_arithmetic, "booleans are true and false": booleans,
         "length of the composed text": composed_length}


def name(path):
    return re.sub(r"\[\d+\]$", "", path).rsplit("/", 1)[-1]


def misplaced_by_pyxform(node, nodes):
    """Whether pyxform writes what the node reads as seen from its trigger, in another group of a repeat, from where JavaRosa does not find it."""
    if not node.rows or "${" not in str(node.cells.get("calculation", "")):
        return False
    triggers = [nodes.get(word) for word in re.findall(r"\$\{(\w+)\}", str(node.cells.get("trigger", "")))]
    return any(trigger is not None and trigger.inside is not node.inside for trigger in triggers)


def takes_maximum_of_negatives(node, leaves):
    """Whether the node takes the maximum of values of which none is above zero, which JavaRosa gives as 0."""
    for taken in re.findall(r"max\(\$\{(\w+)\}\)", expressions(node)):
        values = [text for path, text in leaves.items() if name(path) == taken]
        if not any((number(text) or 0) > 0 for text in values):
            return True
        rows = [text for text in values if (number(text) or 0) <= 0]
        if node.rows and rows:  # inside the repeat of what it takes, only the own row counts
            return True
    return False


def explain(form, found, leaves, kind):
    """Splits differences into those of a named rule (rule by difference) and the others. What reads an explained value is explained with it."""
    nodes = {n.name: n for n in form.nodes}
    nodes.update({n.name + "_count": n for n in form.nodes if n.kind == "repeat"})
    explained, by_name = {}, {}
    for difference in found:
        what, path, a, b = difference
        node = nodes.get(name(path))
        if what == "problem" and b == "choice" and node and node.list:
            explained[difference] = "an answer no longer offered is kept and marked"
        if what != "leaf" and node and node.kind == "time" and re.search(r"(^|\W)\.(\W|$)", str(node.cells.get("constraint", ""))):
            explained[difference] = "the text of a time is the time"
        if what == "leaf" and node and a is not None and b is not None:
            for rule, holds in RULES.items():
                if holds(node, a, b):
                    explained[difference] = by_name[node.name] = rule
                    break
            else:
                if kind == "xlsx" and misplaced_by_pyxform(node, nodes):
                    explained[difference] = by_name[node.name] = "a triggered calculation reads as seen from itself"
                elif takes_maximum_of_negatives(node, leaves):
                    explained[difference] = by_name[node.name] = "maximum of negatives"
    if found and found[0][0] == "outcome":  # then leaves are not compared, and only the form says where booleans are
        by_name = {node.name: "booleans are true and false" for node in form.nodes if node.cells.get("_gives") == "bool"}
    changed = True
    while changed:
        changed = False
        for node in form.nodes:
            around, readable = node, set(node.reads)
            while around is not None:
                readable |= around.reads
                around = around.inside
            rule = next((by_name[n] for n in sorted(readable) if n in by_name), None)
            if rule and node.name not in by_name:
                by_name[node.name], changed = rule, True
    for difference in found:
        owner = nodes.get(name(difference[1]))
        if difference not in explained and owner and owner.name in by_name:
            explained[difference] = by_name[owner.name]
    return explained, [d for d in found if d not in explained]
