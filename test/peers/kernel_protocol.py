"""Jupyter's own tests of a kernel (jupyter_kernel_test), on the kernel of this project; JSON of what failed."""

import json
import unittest
from pathlib import Path

import jupyter_kernel_test


class TslabTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_display_data = [
        {"code": "import { display } from 'tslab';\ndisplay.html('<b>bold</b>')", "mime": "text/html"}
    ]
    supported_history_operations = ("tail", "range", "search")


# The browser's kernel is asked the same (test/site/protocol.browser.test.ts).
for name, value in json.loads(Path(__file__).with_name("kernel_cases.json").read_text()).items():
    setattr(TslabTests, name, value)

suite = unittest.defaultTestLoader.loadTestsFromTestCase(TslabTests)
result = unittest.TestResult()
suite.run(result)
print(
    json.dumps(
        {
            "run": result.testsRun,
            "skipped": {str(test): why for test, why in result.skipped},
            "failed": {str(test): why for test, why in [*result.failures, *result.errors]},
        }
    )
)
