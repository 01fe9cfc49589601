"""papermill's parameters in TypeScript. papermill 2.6 knows no language but its own few, and has no entry point for
more; it loads its readers of notebooks (`papermill.io`) by one, and thus this file. Upstream, all of it would be
the class and the last line, in papermill/translators.py.
"""

import json
import math
import re

from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(
    r"^(?:let|const|var)\s+(?P<name>\w+)\s*(?::\s*(?P<type>[^=]+?))?\s*=\s*"
    r"(?P<value>.*?);?\s*(?://\s*(?P<help>.*))?$",
    re.MULTILINE,
)


class TypeScriptTranslator(Translator):
    """Writes parameters as `let`, so that a later cell may still change them."""

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(val)
        return "NaN" if math.isnan(val) else f"{'-' if val < 0 else ''}Infinity"

    @classmethod
    def translate_str(cls, val):
        return json.dumps(val, ensure_ascii=False)

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(map(cls.translate, val))}]"

    @classmethod
    def translate_dict(cls, val):
        fields = (f"{cls.translate_str(str(name))}: {cls.translate(value)}" for name, value in val.items())
        return f"{{ {', '.join(fields)} }}"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        found = DECLARATION.finditer(parameters_cell["source"])
        return [Parameter(p["name"], p["type"] or "None", p["value"], p["help"] or "") for p in found]


class Nothing:
    """papermill wants a handler behind its entry point; none of our files needs one."""


papermill_translators.register("typescript", TypeScriptTranslator)
