"""Jupyter's own tests of a kernel (jupyter_kernel_test), on the kernel of this project; JSON of what failed."""

import json
import unittest

import jupyter_kernel_test


class TslabTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('a complaint')"
    completion_samples = [{"text": "const someName = 1;\nsomeNa", "matches": {"someName"}}]
    complete_code_samples = ["1", "const a = 1;", "for (const b of [1]) {\n  b;\n}"]
    incomplete_code_samples = ["function f() {", "console.log("]
    invalid_code_samples = ["const = 5", "1 +* 2;", "let a b;"]
    code_generate_error = "throw new Error('wrong')"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "'word'", "result": "'word'"},
        {"code": "await Promise.resolve([1, 2])", "result": "[ 1, 2 ]"},
    ]
    code_display_data = [
        {"code": "import { display } from 'tslab';\ndisplay.html('<b>bold</b>')", "mime": "text/html"}
    ]
    code_history_pattern = "1 ? 2"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"


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
