"""Random XLSForms and random scripts of answers, both from one seed."""
import random

KINDS = [
    ("integer", 8), ("decimal", 4), ("text", 6), ("date", 3), ("time", 1), ("dateTime", 1), ("select_one", 5), ("select_multiple", 3),
    ("rank", 1), ("range", 1), ("acknowledge", 1), ("barcode", 1), ("geopoint", 1), ("note", 1), ("hidden", 1), ("calculate", 9),
]
NUMBERS, TEXTS = ("integer", "decimal", "range"), ("text", "barcode", "select_one")
WORDS = ["Thái Nguyên", "Bắc Ninh", "gang thép", "a", "12", "x y  z", "Đồng Hỷ", "0", "Lê Thị Ớt", "3.5", "true", "an toàn", "' \"", "<b>&"]
MESSAGES = ["Không hợp lệ", ""]


class Node:
    """A row of the survey sheet."""

    def __init__(self, kind, name, rows, inside):
        self.kind, self.name, self.rows, self.inside = kind, name, rows, inside
        self.cells, self.children, self.reads, self.marks = {}, [], set(), set()
        self.list = None

    def value_kind(self):
        """What an expression can do with it: number, text, date, many or nothing."""
        kind = self.cells.get("_gives", self.kind)
        if kind in NUMBERS or kind == "number":
            return "number"
        if kind in TEXTS or kind in ("hidden", "string"):
            return "text"
        return {"date": "date", "select_multiple": "many", "bool": "bool"}.get(kind)


class Form:
    """A random form, and scripts of answers for it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.nodes, self.count, self.lists, self.calculating = [], 0, {}, False
        for index in range(self.random.randint(1, 3)):
            self.lists[f"list{index}"] = [(f"c{k}" if self.random.random() < 0.7 else str(k), f"Mục {k}", self.random.choice(["p", "q", "1", "2"]))
                                          for k in range(self.random.randint(2, 6))]
        self.top = self.section([], None, self.random.randint(3, 14), 0)
        if self.random.random() < 0.03:
            self.add_cycle()
        self.add_expressions()

    # Structure --------------------------------------------------------------------------------

    def new(self, kind, rows, inside):
        self.count += 1
        node = Node(kind, f"{kind[:3].lower()}{self.count}", rows, inside)
        self.nodes.append(node)
        return node

    def section(self, rows, inside, size, depth):
        result = []
        for _ in range(size):
            roll = self.random.random()
            if depth < 3 and roll < 0.07:
                node = self.new("group", rows, inside)
                node.children = self.section(rows, node, self.random.randint(1, 4), depth + 1)
            elif depth < 2 and roll < 0.17:
                node = self.new("repeat", rows, inside)
                node.children = self.section(rows + [node], node, self.random.randint(1, 5), depth + 1)
            else:
                kind = self.random.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
                node = self.new(kind, rows, inside)
                if kind in ("select_one", "select_multiple", "rank"):
                    node.list = self.random.choice(list(self.lists))
            result.append(node)
        return result

    def add_cycle(self):
        plain = [n for n in self.nodes if n.kind == "calculate" and not n.rows]
        if len(plain) >= 2:
            a, b = self.random.sample(plain, 2)
            a.cells.update(calculation=f"${{{b.name}}} + 1", _gives="number")
            b.cells.update(calculation=f"${{{a.name}}} + 1", _gives="number")

    def add_expressions(self):
        for position, node in enumerate(self.nodes):
            self.node, self.known = node, [n for n in self.nodes[:position] if n.kind not in ("group", "repeat")]
            self.open = [n for n in self.nodes[:position] if n.kind == "repeat" and n not in node.rows]
            cells, chance = node.cells, self.random.random
            if node.kind == "calculate" and "calculation" not in cells:
                gives = self.random.choices(["number", "string", "bool"], [5, 4, 1])[0]
                cells["_gives"] = gives
                self.calculating = True
                cells["calculation"] = {"number": self.number, "string": self.text, "bool": self.truth}[gives](3)
                self.calculating = False
                if chance() < 0.05:  # around the whole: inside, the value would depend on how often it is worked out
                    cells["calculation"] = f"once({cells['calculation']})"
                triggers = [n for n in self.known if n.kind in NUMBERS + TEXTS and n.rows == node.rows]
                if triggers and chance() < 0.08:
                    cells["trigger"] = f"${{{self.random.choice(triggers).name}}}"
            if node.kind == "range":
                cells["parameters"] = "start=0 end=20 step=2"
            if node.kind == "repeat" and chance() < 0.3:
                cells["repeat_count"] = self.random.choice([str(self.random.randint(0, 3)), f"({self.whole(1)}) mod 4", f"min(3, {self.reference('number', 1)})"])
            if chance() < (0.1 if node.kind == "repeat" else 0.25) and node.kind != "hidden":
                cells["relevant"] = self.truth(2)
            if node.kind in ("group", "repeat", "calculate", "note", "hidden"):
                if node.kind == "hidden":
                    cells["default"] = self.random.choice(WORDS[:6])
                continue
            if chance() < 0.25:
                cells["required"] = "yes" if chance() < 0.7 else self.truth(1)
            if chance() < 0.3:
                cells["constraint"] = self.constraint(node)
                cells["constraint_message"] = self.random.choice(MESSAGES)
            if chance() < 0.15:
                self.add_default(node)
            if node.list and chance() < 0.3:
                cells["choice_filter"] = self.random.choice(["part = ", "part != "]) + self.text(1)
            if chance() < 0.05:
                cells["readonly"] = "yes"

    def add_default(self, node):
        values = {"integer": ["7", "0", "1 + 2"], "decimal": ["1.5", "3 * 0.5"], "text": ["Thái Nguyên", "concat('a', 'b')"],
                  "date": ["2025-06-01"], "select_one": [self.lists[node.list][0][0]] if node.list else [],
                  "select_multiple": [" ".join(c[0] for c in self.lists[node.list][:2])] if node.list else []}.get(node.kind, [])
        if values:
            node.cells["default"] = self.random.choice(values)

    def constraint(self, node):
        pick = self.random.choice
        if node.kind in NUMBERS:
            return pick([f". >= {self.random.randint(-2, 10)}", ". > 0 and . <= 50", f". < ({self.number(2)})", f". != {self.random.randint(0, 9)} or {self.truth(1)}"])
        if node.kind in ("select_multiple", "rank"):
            return pick([f"count-selected(.) <= {self.random.randint(1, 4)}", f"not(selected(., '{self.lists[node.list][0][0]}') and count-selected(.) > 1)"])
        if node.kind == "date":
            return pick([". <= date('2025-12-31')", ". > date('2024-02-29')"])
        return pick(["string-length(.) < 8", "regex(., '^[a-z0-9 ]+$')", f". != {self.text(1)}", "not(contains(., '1'))", self.truth(1)])

    # Expressions ------------------------------------------------------------------------------

    def reference(self, kind, depth):
        """A `${}` reference whose value is of the kind: of the same row, of an enclosing row, or collected from rows outside."""
        own = [n for n in self.known if n.value_kind() == kind and n.rows == self.node.rows[:len(n.rows)]]
        far = [n for n in self.known if n.value_kind() == kind and n.rows != self.node.rows[:len(n.rows)]]
        if own and (not far or self.random.random() < 0.7):
            node = self.random.choice(own)
            self.node.reads.add(node.name)
            return f"${{{node.name}}}"
        if far:
            node = self.random.choice(far)
            self.node.reads.update([node.name, node.rows[-1].name])
            if len(node.rows) == 1 and self.random.random() < 0.4:
                return f"indexed-repeat(${{{node.name}}}, ${{{node.rows[0].name}}}, {self.random.randint(1, 2)})"
            if kind == "number":
                function = self.random.choice(["sum", "max", "min", "count", "sum"])
                self.node.marks.add(function)
                return f"{function}(${{{node.name}}})"
            if kind == "text":
                return f"join(' ', ${{{node.name}}})"
        return {"number": str(self.random.randint(-3, 12)), "text": f"'{self.random.choice(['a', 'c1', 'p', '1', '', 'Đồng'])}'",
                "date": "date('2025-03-15')", "many": "'c0 c1'", "bool": "true()"}[kind]

    def whole(self, depth):
        pick = self.random.choice
        return pick([lambda: self.reference("number", depth), lambda: f"count-selected({self.reference('many', depth)})",
                     lambda: f"string-length({self.text(depth - 1)})", self.rows_number, lambda: f"int({self.number(depth - 1)})"])()

    def rows_number(self):
        if self.open and self.random.random() < 0.6:
            repeat = self.random.choice([r for r in self.open if not r.rows or r.rows == self.node.rows[:len(r.rows)]] or self.open)
            self.node.reads.add(repeat.name)
            return f"count(${{{repeat.name}}})"
        if self.node.rows and self.node.inside is self.node.rows[-1]:
            before = [n for n in self.known if n.value_kind() == "number" and n.rows == self.node.rows and len(n.rows) == 1]
            if before and self.calculating and self.random.random() < 0.4:
                node = self.random.choice(before)
                self.node.reads.add(node.name)
                return f"if(position(..) > 1, indexed-repeat(${{{node.name}}}, ${{{node.rows[0].name}}}, position(..) - 1), 0)"
            return "position(..)"
        return str(self.random.randint(0, 5))

    def number(self, depth):
        if depth <= 0:
            return self.reference("number", 0)
        d, pick = depth - 1, self.random.choice
        return pick([
            lambda: self.reference("number", d), lambda: self.whole(d), lambda: f"{self.number(d)} + {self.number(d)}",
            lambda: f"{self.number(d)} - {self.number(d)}", lambda: f"{self.number(d)} * {self.number(d)}",
            lambda: f"({self.number(d)}) div {self.random.choice(['2', '4', '3', self.number(d)])}", lambda: f"({self.whole(d)}) mod {self.random.randint(2, 5)}",
            lambda: f"if({self.truth(d)}, {self.number(d)}, {self.number(d)})", lambda: f"coalesce({self.reference('number', d)}, {self.number(d)})",
            lambda: f"round({self.number(d)}, {self.random.randint(0, 2)})", lambda: f"abs({self.number(d)})", lambda: f"pow({self.whole(d)}, 2)",
            lambda: f"number({self.text(d)})", lambda: f"decimal-date-time({self.reference('date', d)})",
            lambda: f"{self.reference('date', d)} - date('2025-01-01')", lambda: f"-({self.number(d)})",
        ])()

    def text(self, depth):
        if depth <= 0:
            return self.reference("text", 0)
        d, pick = depth - 1, self.random.choice
        return pick([
            lambda: self.reference("text", d), lambda: self.reference("text", d), lambda: f"concat({self.text(d)}, '-', {self.number(d)})",
            lambda: f"substr({self.text(d)}, {self.random.randint(0, 2)}, {self.random.randint(2, 5)})", lambda: f"if({self.truth(d)}, {self.text(d)}, {self.text(d)})",
            lambda: f"coalesce({self.text(d)}, {self.text(d)})", lambda: f"translate({self.text(d)}, 'abc', 'AB')", lambda: f"normalize-space({self.text(d)})",
            lambda: f"substring-before({self.text(d)}, ' ')", lambda: f"substring-after({self.text(d)}, 'a')", lambda: f"string({self.number(d)})",
            lambda: f"format-date({self.reference('date', d)}, '{self.random.choice(['%Y-%m-%d', '%d/%m/%y', '%e.%n.%Y'])}')",
            lambda: f"selected-at({self.reference('many', d)}, {self.random.randint(0, 2)})", lambda: self.choice_name(),
        ])()

    def choice_name(self):
        own = [n for n in self.known if n.kind == "select_one" and n.rows == self.node.rows[:len(n.rows)] and "choice_filter" not in n.cells]
        if not own:
            return "'c2'"
        node = self.random.choice(own)
        self.node.reads.add(node.name)
        return f"jr:choice-name(${{{node.name}}}, '${{{node.name}}}')"

    def truth(self, depth):
        d, pick = depth - 1, self.random.choice
        return pick([
            lambda: f"{self.number(d)} {pick(['<', '>', '<=', '>='])} {self.number(d)}", lambda: f"{self.whole(d)} {pick(['=', '!='])} {self.random.randint(0, 5)}",
            lambda: f"{self.text(d)} {pick(['=', '!='])} {self.text(d)}", lambda: f"{self.reference(pick(['text', 'number', 'date']), d)} {pick(['=', '!='])} ''",
            lambda: f"selected({self.reference('many', d)}, 'c{self.random.randint(0, 3)}')", lambda: f"{self.reference('date', d)} {pick(['<', '>=', '='])} date('2025-03-15')",
            lambda: f"contains({self.text(d)}, 'a')", lambda: f"starts-with({self.text(d)}, 'c')", lambda: f"not({self.truth(d)})" if depth > 0 else "true()",
            lambda: f"({self.truth(d)}) {pick(['and', 'or'])} ({self.truth(d)})" if depth > 0 else "true()", lambda: f"regex({self.text(d)}, '[0-9]')",
        ])()

    # Sheets -----------------------------------------------------------------------------------

    COLUMNS = ["type", "name", "label", "calculation", "relevant", "constraint", "constraint_message", "required", "default", "choice_filter",
               "repeat_count", "readonly", "trigger", "parameters"]

    def sheets(self):
        survey = [self.COLUMNS]

        def write(nodes):
            for node in nodes:
                section = node.kind in ("group", "repeat")
                kind = f"begin_{node.kind}" if section else f"{node.kind} {node.list}" if node.list else node.kind
                label = "" if node.kind in ("calculate", "hidden") else f"Câu {node.name}"
                survey.append([kind, node.name, label] + [node.cells.get(c, "") for c in self.COLUMNS[3:]])
                if section:
                    write(node.children)
                    survey.append([f"end_{node.kind}"])

        write(self.top)
        choices = [["list_name", "name", "label", "part"]] + [[name, *choice] for name, items in self.lists.items() for choice in items]
        return {"survey": survey, "choices": choices, "settings": [["form_id", "form_title", "version"], ["thu", "Thử", "1"]]}

    # Answers ----------------------------------------------------------------------------------

    def steps(self, count):
        questions = [n for n in self.nodes if n.kind not in ("group", "repeat", "calculate", "note", "hidden") and "readonly" not in n.cells]
        rows = [n for n in self.nodes if n.kind == "repeat" and "repeat_count" not in n.cells]
        steps = []
        for _ in range(count):
            roll = self.random.random()
            if rows and roll < 0.2:
                node = self.random.choice(rows)
                path = self.path(node.inside) + "/" + node.name
                steps.append({"add": path} if roll < 0.14 else {"remove": f"{path}[{self.random.randint(1, 2)}]"})
            elif questions:
                node = self.random.choice(questions)
                if node.list and self.random.random() < 0.9:
                    steps.append({"pick": self.path(node), "n": self.random.randint(1, 63), "many": node.kind != "select_one"})
                else:
                    steps.append({"set": self.path(node), "value": "" if node.list or self.random.random() < 0.1 else self.value(node.kind)})
        return steps

    def path(self, node):
        if node is None:
            return "/data"
        row = f"[{self.random.choices([1, 2, 3], [6, 3, 1])[0]}]" if node.kind == "repeat" else ""
        return f"{self.path(node.inside)}/{node.name}{row}"

    def value(self, kind):
        number = self.random.randint
        return {
            "integer": lambda: str(self.random.choice([0, 1, 2, 3, number(-5, 60), number(0, 9)])), "decimal": lambda: self.random.choice(["0.5", "2.25", "7", "-1.5", "0", "12.75"]),
            "range": lambda: str(2 * number(0, 10)), "date": lambda: f"202{number(3, 6)}-0{number(1, 9)}-{number(10, 28)}",
            "time": lambda: f"{number(10, 23)}:{number(10, 59)}:00.000+07:00", "dateTime": lambda: f"2025-0{number(1, 9)}-15T{number(10, 23)}:30:00.000+07:00",
            "acknowledge": lambda: "OK", "geopoint": lambda: f"21.{number(10, 99)} 105.{number(10, 99)} 0.0 0.0",
        }.get(kind, lambda: self.random.choice(WORDS))()
